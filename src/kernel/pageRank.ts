import type { Ending } from './resolvent.ts'
import type { Rows } from './rows.ts'
import { sweeper } from './sweep.ts'

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
  const start = restart ?? new Float64Array(order).fill(1 / order)
  const stopping = new Float64Array(order) // where there is no arc to follow
  for (let v = 0; v < order; v++) if (strengths[v] === 0) stopping[v] = 1
  const passed = { ...rows, values: passedShares(rows, strengths, damping) }
  const { x, sweep } = sweeper(passed, start, { constant: start, given: stopping })
  let iterations = 0
  let residual = Infinity
  let total = 1
  let jumps = 1 - damping
  while (iterations < SWEEPS) {
    iterations++
    const { change, sum, image: stopped } = sweep(jumps, 1)
    total = sum
    jumps = (1 - damping) * sum + damping * stopped
    residual = (change * damping) / ((1 - damping) * total)
    if (residual <= tolerance || change <= 1e-16 * total) break
  }
  return { x: x.map(share => share / total), ending: { converged: residual <= tolerance, iterations, residual } }
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
