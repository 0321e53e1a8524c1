import type { RandomStream } from './random.ts'

/**
 * Walks at random among the square tables of numbers ≥ 0 with the same row and column sums and an empty diagonal.
 *
 * A step picks two rows and two columns, or three vertices, and moves a uniformly drawn amount round: added to every second
 * cell of the cycle, taken from the others. Each step leaves the uniform law on those tables as it is, and is as likely
 * backwards as forwards.
 *
 * @param cells - `order × order`, row by row; changed in place.
 * @param order - ≥ 3; smaller tables have nothing to move.
 *
 * Source: Diaconis & Gangolli 1995 for the steps on four cells; the steps on six are needed because the diagonal is empty.
 */
export function walkTables(cells: Float64Array, order: number, steps: number, stream: RandomStream): void {
  if (order < 3) return
  for (let step = 0; step < steps; step++) {
    const i = stream.below(order)
    let j = stream.below(order - 1)
    if (j >= i) j++
    let k = stream.below(order - 1)
    if (k >= i) k++
    if (k === j) continue
    if (order === 3 || (stream.uint32() & 1) === 0) {
      // Three vertices: i → j → k → i gains, the way back loses.
      const ij = i * order + j
      const jk = j * order + k
      const ki = k * order + i
      const ji = j * order + i
      const kj = k * order + j
      const ik = i * order + k
      const most = Math.min(cells[ji]!, cells[kj]!, cells[ik]!)
      const least = -Math.min(cells[ij]!, cells[jk]!, cells[ki]!)
      const amount = least + stream.uniform() * (most - least)
      cells[ij] = atLeastZero(cells[ij]! + amount)
      cells[jk] = atLeastZero(cells[jk]! + amount)
      cells[ki] = atLeastZero(cells[ki]! + amount)
      cells[ji] = atLeastZero(cells[ji]! - amount)
      cells[kj] = atLeastZero(cells[kj]! - amount)
      cells[ik] = atLeastZero(cells[ik]! - amount)
      continue
    }
    // Rows i and l, columns j and k, no cell of them on the diagonal.
    const l = stream.below(order)
    if (l === i || l === j || l === k) continue
    const ij = i * order + j
    const lk = l * order + k
    const ik = i * order + k
    const lj = l * order + j
    const most = Math.min(cells[ik]!, cells[lj]!)
    const least = -Math.min(cells[ij]!, cells[lk]!)
    const amount = least + stream.uniform() * (most - least)
    cells[ij] = atLeastZero(cells[ij]! + amount)
    cells[lk] = atLeastZero(cells[lk]! + amount)
    cells[ik] = atLeastZero(cells[ik]! - amount)
    cells[lj] = atLeastZero(cells[lj]! - amount)
  }
}

/** Rounding may leave −1e−17 where nothing is left. */
function atLeastZero(value: number): number {
  return Math.max(value, 0)
}
