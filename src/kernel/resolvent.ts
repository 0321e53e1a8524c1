import { type Rows, rowProduct } from './rows.ts'

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
  const values = rows.values ?? new Float64Array(rows.columns.length).fill(1)
  const x = constant.slice()
  let previous = Infinity
  let earlier = Infinity
  let residual = Infinity
  let iterations = 0
  let calm = 0
  let swing = false
  while (iterations < sweeps && calm < 2) {
    const { change, size } = sweep(rows, values, factor, constant, x, swing && iterations % 2 === 1)
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
  return { x, ending: { converged: residual <= TOLERANCE * 10, iterations, residual } }
}

/** One sweep; the largest change and the largest entry. */
function sweep(
  { order, offsets, columns }: Rows,
  values: Float64Array,
  factor: number,
  constant: Float64Array,
  x: Float64Array,
  backwards: boolean,
): { change: number; size: number } {
  let change = 0
  let size = 0
  for (let step = 0; step < order; step++) {
    const i = backwards ? order - 1 - step : step
    const next = constant[i]! + factor * rowProduct(columns, values, x, offsets[i]!, offsets[i + 1]!)
    change = Math.max(change, Math.abs(next - x[i]!))
    size = Math.max(size, Math.abs(next))
    x[i] = next
  }
  return { change, size }
}
