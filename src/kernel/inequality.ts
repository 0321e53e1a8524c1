/**
 * Gini coefficient of values ≥ 0: Σ_i Σ_j |x_i − x_j| / (2 n² mean), NaN when they sum to 0.
 *
 * O(n log n) by sorting.
 */
export function gini(values: Float64Array): number {
  const count = values.length
  const sorted = values.slice().sort()
  let total = 0
  let ranked = 0
  for (let i = 0; i < count; i++) {
    total += sorted[i]!
    ranked += (2 * i + 1 - count) * sorted[i]!
  }
  return total > 0 ? Math.max(0, ranked / (count * total)) : Number.NaN
}

/** Theil's T of values ≥ 0 and its parts between and within groups; NaN when the values sum to 0. O(n + groups). */
export function theil(
  values: Float64Array,
  groupOf: Uint32Array,
  groupCount: number,
): { total: number; between: number; within: number } {
  const count = values.length
  const sums = new Float64Array(groupCount)
  const sizes = new Float64Array(groupCount)
  let sum = 0
  for (let i = 0; i < count; i++) {
    sums[groupOf[i]!]! += values[i]!
    sizes[groupOf[i]!]!++
    sum += values[i]!
  }
  if (!(sum > 0)) return { total: Number.NaN, between: Number.NaN, within: Number.NaN }
  let between = 0
  for (let g = 0; g < groupCount; g++) between += entropyTerm(sums[g]! / sum, (sums[g]! / sum) * (count / sizes[g]!))
  let within = 0
  let total = 0
  for (let i = 0; i < count; i++) {
    const g = groupOf[i]!
    const share = values[i]! / sum
    total += entropyTerm(share, share * count)
    if (values[i]! > 0) within += entropyTerm(share, values[i]! / (sums[g]! / sizes[g]!))
  }
  // Rounding may leave −1e−17 where a part is 0.
  return { total: Math.max(0, total), between: Math.max(0, between), within: Math.max(0, within) }
}

/** share · ln(ratio), with 0 · ln 0 = 0. */
function entropyTerm(share: number, ratio: number): number {
  return share > 0 ? share * Math.log(ratio) : 0
}
