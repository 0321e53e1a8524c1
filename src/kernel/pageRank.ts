import type { Ending } from './resolvent.ts'
import { type Rows, rowProduct } from './rows.ts'

const SWEEPS = 10_000

/**
 * Stationary shares of a walk that follows the arcs in proportion to their weight and, with chance 1 − damping and wherever
 * there is no arc to follow, jumps to a vertex drawn by `restart`.
 *
 * The jump from dead ends only rescales the result, so that it is enough to solve x = c restart + damping Pᵀ x for any c and to
 * divide by the sum (Gleich, Gray, Greif & Lau 2010, SIAM Journal on Scientific Computing 32:349–371, sec. 2). Gauss–Seidel
 * sweeps, with c chosen anew after each so that inflow and outflow of the whole agree: without that the sum itself would be what
 * converges last. A sweep leaves a residual of at most damping times its changes, and the error is at most 1 / (1 − damping)
 * times the residual.
 *
 * @param rows - Wᵀ: row = target.
 * @param strengths - row sums of W.
 * @param restart - shares ≥ 0 with sum 1; `null` = all the same.
 * @param tolerance - largest sum of absolute errors.
 */
export function stationaryShares(
  rows: Rows,
  strengths: Float64Array,
  restart: Float64Array | null,
  damping: number,
  tolerance: number,
): { x: Float64Array; ending: Ending } {
  const { order } = rows
  const x = new Float64Array(order)
  const even = 1 / order
  for (let i = 0; i < order; i++) x[i] = restart ? restart[i]! : even
  const shares = passedShares(rows, strengths, damping)
  let iterations = 0
  let residual = Infinity
  let total = 1
  let jumps = 1 - damping
  while (iterations < SWEEPS) {
    iterations++
    const { change, sum, stopped } = sweep(rows, shares, x, strengths, restart, restart ? jumps : jumps * even)
    total = sum
    jumps = (1 - damping) * sum + damping * stopped
    residual = (change * damping) / ((1 - damping) * total)
    if (residual <= tolerance || change <= 1e-16 * total) break
  }
  for (let i = 0; i < order; i++) x[i]! /= total
  return { x, ending: { converged: residual <= tolerance, iterations, residual } }
}

/** damping w_ji / s_j, what one unit of j's share carries to i, in the places of the weights. */
function passedShares({ order, columns, values }: Rows, strengths: Float64Array, damping: number): Float64Array {
  const rates = new Float64Array(order)
  for (let i = 0; i < order; i++) rates[i] = strengths[i]! > 0 ? damping / strengths[i]! : 0
  const shares = new Float64Array(columns.length)
  if (values) for (let k = 0; k < columns.length; k++) shares[k] = values[k]! * rates[columns[k]!]!
  else for (let k = 0; k < columns.length; k++) shares[k] = rates[columns[k]!]!
  return shares
}

/**
 * One sweep; `stopped` is what lies on vertices without arcs out. Four rows are read before they are written, since what is read right
 * after a write waits for it; within the four, old values stand for new ones.
 */
function sweep(
  { order, offsets, columns }: Rows,
  shares: Float64Array,
  x: Float64Array,
  strengths: Float64Array,
  restart: Float64Array | null,
  jump: number,
): { change: number; sum: number; stopped: number } {
  let change = 0
  let sum = 0
  let stopped = 0
  let i = 0
  for (; i + 3 < order; i += 4) {
    const b = offsets[i + 1]!
    const c = offsets[i + 2]!
    const d = offsets[i + 3]!
    const first = (restart ? restart[i]! * jump : jump) + rowProduct(columns, shares, x, offsets[i]!, b)
    const second = (restart ? restart[i + 1]! * jump : jump) + rowProduct(columns, shares, x, b, c)
    const third = (restart ? restart[i + 2]! * jump : jump) + rowProduct(columns, shares, x, c, d)
    const fourth = (restart ? restart[i + 3]! * jump : jump) + rowProduct(columns, shares, x, d, offsets[i + 4]!)
    change += Math.abs(first - x[i]!) + Math.abs(second - x[i + 1]!)
    change += Math.abs(third - x[i + 2]!) + Math.abs(fourth - x[i + 3]!)
    sum += first + second + third + fourth
    x[i] = first
    x[i + 1] = second
    x[i + 2] = third
    x[i + 3] = fourth
  }
  for (; i < order; i++) {
    const inflow = (restart ? restart[i]! * jump : jump) + rowProduct(columns, shares, x, offsets[i]!, offsets[i + 1]!)
    change += Math.abs(inflow - x[i]!)
    sum += inflow
    x[i] = inflow
  }
  for (let v = 0; v < order; v++) if (strengths[v] === 0) stopped += x[v]!
  return { change, sum, stopped }
}
