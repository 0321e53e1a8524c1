import type { Ending } from './resolvent.ts'
import type { Rows } from './rows.ts'

const SWEEPS = 10_000

/**
 * Stationary shares of a walk that follows the arcs in proportion to their weight and, with chance 1 − damping and wherever
 * there is no arc to follow, jumps to a vertex drawn by `restart`.
 *
 * The jump from dead ends only rescales the result, so that it is enough to solve x = restart + damping Pᵀ x and to divide by
 * the sum (Gleich, Gray, Greif & Lau 2010, SIAM Journal on Scientific Computing 32:349–371, sec. 2); Gauss–Seidel sweeps, which
 * take about half the rounds of power iteration. Entries only grow from x = restart on, so that the sum itself tells
 * what is still lacking: ‖restart + damping Pᵀ x − x‖₁ / (1 − damping) bounds the error.
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
  const { order, offsets, columns, values } = rows
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
  while (iterations < SWEEPS) {
    iterations++
    let k = 0
    let gained = 0
    let followed = 0
    total = 0
    for (let i = 0; i < order; i++) {
      const end = offsets[i + 1]!
      let sum = restart ? restart[i]! : even
      if (values) for (; k < end; k++) sum += values[k]! * passed[columns[k]!]!
      else for (; k < end; k++) sum += passed[columns[k]!]!
      gained += sum - x[i]!
      total += sum
      if (rates[i]! > 0) followed += sum
      x[i] = sum
      passed[i] = sum * rates[i]!
    }
    residual = Math.abs(1 + damping * followed - total) / ((1 - damping) * total)
    if (residual <= tolerance || gained <= 1e-16 * total) break
  }
  for (let i = 0; i < order; i++) x[i]! /= total
  return { x, ending: { converged: residual <= tolerance, iterations, residual } }
}
