import type { Rows } from './rows.ts'
import { sweeper } from './sweep.ts'

/** How an iteration ended. */
export interface Ending {
  readonly converged: boolean
  readonly iterations: number
  /** Estimated error of the result, relative to its largest entry. */
  readonly residual: number
}

const SWEEPS = 100_000
const TOLERANCE = 1e-14
/** Sweeps after which changes must have come down to a tenth. */
const WINDOW = 12

/**
 * Solves x = b + f R x, that is (I − f R) x = b, by Gauss–Seidel sweeps; forwards, or, where changes do not come down fast, as
 * along a chain that is numbered backwards, forwards and backwards in turn.
 *
 * Converges whenever |f| times the spectral radius of |R| is below 1, for either sign of f: I − |f| R is then an M-matrix.
 * Stops when the changes, taken as a geometric series at their present rate, leave less than 1e-14 of the largest entry.
 *
 * @param rows - matrix R without diagonal, entries ≥ 0.
 * @param constant - right side b.
 * @param sweeps - sweeps after which it gives up.
 */
export function solveResolvent(
  rows: Rows,
  factor: number,
  constant: Float64Array,
  sweeps = SWEEPS,
): { x: Float64Array; ending: Ending } {
  const { x, sweep } = sweeper(rows, constant, { constant })
  let previous = Infinity
  let earlier = Infinity
  let residual = Infinity
  let iterations = 0
  let calm = 0
  let swing = false
  while (iterations < sweeps && calm < 2) {
    const { largestChange: change, largest: size } = sweep(1, factor, swing && iterations % 2 === 1)
    iterations++
    if (change === 0 || size === 0) {
      residual = 0
      break
    }
    const rate = Math.min(change / previous, 1)
    previous = change
    // Changes of the size of rounding do not shrink any more: that is all there is.
    residual = change <= 4e-16 * size ? change / size : ((change / size) * rate) / (1 - Math.min(rate, 1 - 1e-15))
    calm = residual <= TOLERANCE ? calm + 1 : 0
    if (iterations % WINDOW === 0) {
      if (!(change < 0.1 * earlier)) swing = true
      earlier = change
    }
  }
  return { x: x.slice(), ending: { converged: residual <= TOLERANCE * 10, iterations, residual } }
}
