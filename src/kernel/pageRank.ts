import type { Ending } from './resolvent.ts'
import type { Rows } from './rows.ts'

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
  const passed = new Float64Array(order) // damping x_j / s_j, what one unit of j's weight carries
  const rates = new Float64Array(order)
  const even = 1 / order
  for (let i = 0; i < order; i++) {
    rates[i] = strengths[i]! > 0 ? damping / strengths[i]! : 0
    x[i] = restart ? restart[i]! : even
    passed[i] = x[i]! * rates[i]!
  }
  let iterations = 0
  let residual = Infinity
  let total = 1
  let jumps = 1 - damping
  while (iterations < SWEEPS) {
    iterations++
    const { change, sum, stopped } = sweep(rows, x, passed, rates, restart, restart ? jumps : jumps * even)
    total = sum
    jumps = (1 - damping) * sum + damping * stopped
    residual = (change * damping) / ((1 - damping) * total)
    if (residual <= tolerance || change <= 1e-16 * total) break
  }
  for (let i = 0; i < order; i++) x[i]! /= total
  return { x, ending: { converged: residual <= tolerance, iterations, residual } }
}

/** One sweep; `stopped` is what lies on vertices without arcs out. */
function sweep(
  { order, offsets, columns, values }: Rows,
  x: Float64Array,
  passed: Float64Array,
  rates: Float64Array,
  restart: Float64Array | null,
  jump: number,
): { change: number; sum: number; stopped: number } {
  let k = 0
  let change = 0
  let sum = 0
  let stopped = 0
  for (let i = 0; i < order; i++) {
    const end = offsets[i + 1]!
    let inflow = restart ? restart[i]! * jump : jump
    if (values) for (; k < end; k++) inflow += values[k]! * passed[columns[k]!]!
    else for (; k < end; k++) inflow += passed[columns[k]!]!
    change += Math.abs(inflow - x[i]!)
    sum += inflow
    const rate = rates[i]!
    if (rate === 0) stopped += inflow
    x[i] = inflow
    passed[i] = inflow * rate
  }
  return { change, sum, stopped }
}
