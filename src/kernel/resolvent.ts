import type { Rows } from './rows.ts'

/** How an iteration ended. */
export interface Ending {
  readonly converged: boolean
  readonly iterations: number
  /** Estimated error of the result, relative to its largest entry. */
  readonly residual: number
}

const SWEEPS = 100_000

/**
 * Solves x = b + f R x, that is (I − f R) x = b, by Gauss–Seidel sweeps, forwards and backwards in turn.
 *
 * Converges whenever |f| times the spectral radius of |R| is below 1, for either sign of f: I − |f| R is then an M-matrix.
 * Stops when the changes, taken as a geometric series at their present rate, leave less than `tolerance` of the largest entry.
 *
 * @param rows - matrix R without diagonal, entries ≥ 0.
 * @param constant - right side b.
 */
export function solveResolvent(
  rows: Rows,
  factor: number,
  constant: Float64Array,
  tolerance = 1e-14,
): { x: Float64Array; ending: Ending } {
  const { order, offsets, columns, values } = rows
  const x = constant.slice()
  let previous = Infinity
  let residual = Infinity
  let iterations = 0
  let calm = 0
  while (iterations < SWEEPS && calm < 2) {
    const forwards = iterations % 2 === 0
    iterations++
    let change = 0
    let size = 0
    for (let step = 0; step < order; step++) {
      const i = forwards ? step : order - 1 - step
      const end = offsets[i + 1]!
      let sum = 0
      if (values) for (let k = offsets[i]!; k < end; k++) sum += values[k]! * x[columns[k]!]!
      else for (let k = offsets[i]!; k < end; k++) sum += x[columns[k]!]!
      const next = constant[i]! + factor * sum
      change = Math.max(change, Math.abs(next - x[i]!))
      size = Math.max(size, Math.abs(next))
      x[i] = next
    }
    if (change === 0 || size === 0) {
      residual = 0
      break
    }
    const rate = Math.min(change / previous, 1)
    previous = change
    // Changes of the size of rounding do not shrink any more: that is all there is.
    residual = change <= 4e-16 * size ? change / size : ((change / size) * rate) / (1 - Math.min(rate, 1 - 1e-15))
    calm = residual <= tolerance ? calm + 1 : 0
  }
  return { x, ending: { converged: residual <= tolerance * 10, iterations, residual } }
}
