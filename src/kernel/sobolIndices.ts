import { randomStream } from './random.ts'

/** Shares of a model's variance; an interval is `[low, high]`. All are NaN when the output never varies. */
export interface SobolIndices {
  readonly mean: number
  readonly variance: number
  readonly first: Float64Array
  readonly firstHalfWidth: Float64Array
  readonly total: Float64Array
  readonly totalHalfWidth: Float64Array
}

const NORMAL_97_5 = 1.959963984540054

/**
 * First and total effect of every input, from the outputs of a `saltelliDesign`.
 *
 * First: S_i = mean(f_B (f_ABi − f_A)) / V. Total: T_i = mean((f_A − f_ABi)²) / (2 V). f is centred before, and V is the
 * variance of f over A and B together. The half widths are 1.96 standard deviations over redrawn base points; since
 * Sobol′ points are more even than random ones, they err on the wide side.
 *
 * @param outputs - one finite number a row of the design, `samples · (dimensions + 2)`.
 * @param resamples - how often the base points are redrawn for the intervals.
 * @param seed - redraw `r` is drawn from `(seed, r)`.
 *
 * O(samples · dimensions · resamples).
 *
 * Source: first: Saltelli et al. 2010, Computer Physics Communications 181:259–270, eq. b of table 2; total: Jansen 1999,
 * Computer Physics Communications 117:35–43 (eq. f there); intervals: Archer, Saltelli & Sobol′ 1997.
 */
export function sobolIndices(
  outputs: ArrayLike<number>,
  dimensions: number,
  resamples: number,
  seed: number,
): SobolIndices {
  const stride = dimensions + 2
  const samples = Math.floor(outputs.length / stride)
  let mean = 0
  for (let b = 0; b < samples; b++) mean += outputs[b * stride]! + outputs[b * stride + stride - 1]!
  mean /= 2 * samples

  // What each base point adds to the sums, so that a redraw only adds up: row b holds the two moments of f and its products.
  const width = 2 * dimensions + 2
  const parts = new Float64Array(samples * width)
  for (let b = 0; b < samples; b++) {
    const at = b * stride
    const fA = outputs[at]! - mean
    const fB = outputs[at + stride - 1]! - mean
    const to = b * width
    parts[to] = fA + fB
    parts[to + 1] = fA * fA + fB * fB
    for (let d = 0; d < dimensions; d++) {
      const fAB = outputs[at + 1 + d]! - mean
      parts[to + 2 + d] = fB * (fAB - fA)
      parts[to + 2 + dimensions + d] = (fA - fAB) ** 2 / 2
    }
  }
  const counts = new Uint32Array(samples).fill(1)
  const whole = indices(parts, counts, samples, dimensions)
  // Rounding leaves a constant model a variance of some 1e-32 of its square; that is no variance.
  const varies = whole.variance > 1e-24 * mean * mean && whole.variance > 0
  if (!varies) whole.values.fill(Number.NaN)

  const sums = new Float64Array(2 * dimensions)
  const squares = new Float64Array(2 * dimensions)
  let used = 0
  for (let r = 0; varies && r < resamples; r++) {
    const stream = randomStream(seed, r)
    counts.fill(0)
    for (let b = 0; b < samples; b++) counts[stream.below(samples)]!++
    const { variance, values } = indices(parts, counts, samples, dimensions)
    if (!(variance > 0)) continue
    used++
    for (let i = 0; i < values.length; i++) {
      const off = values[i]! - whole.values[i]!
      sums[i]! += off
      squares[i]! += off * off
    }
  }
  const halfWidths = sums.map((sum, i) =>
    used > 1 ? NORMAL_97_5 * Math.sqrt(Math.max(0, squares[i]! - (sum * sum) / used) / (used - 1)) : Number.NaN,
  )
  return {
    mean,
    variance: varies ? whole.variance : 0,
    first: whole.values.slice(0, dimensions),
    firstHalfWidth: halfWidths.slice(0, dimensions),
    total: whole.values.slice(dimensions),
    totalHalfWidth: halfWidths.slice(dimensions),
  }
}

function indices(
  parts: Float64Array,
  counts: Uint32Array,
  samples: number,
  dimensions: number,
): { variance: number; values: Float64Array } {
  const width = 2 * dimensions + 2
  const sums = new Float64Array(width)
  for (let b = 0; b < samples; b++) {
    const times = counts[b]!
    if (times > 0) for (let i = 0; i < width; i++) sums[i]! += times * parts[b * width + i]!
  }
  const offset = sums[0]! / (2 * samples)
  const variance = sums[1]! / (2 * samples) - offset * offset
  const values = new Float64Array(2 * dimensions)
  for (let i = 0; i < values.length; i++) values[i] = sums[i + 2]! / samples / variance
  return { variance, values }
}
