import type { Rows } from './rows.ts'

/** Lengths that differ by less than this part of them count as the same, as sums of the same lengths in another order do. */
export const SAME_LENGTH = 1e-10

/**
 * Shortest paths from one source at a time over entries that are lengths > 0; its arrays are used again from call to call.
 *
 * Dijkstra's algorithm (1959) with an indexed heap of four children. After `from(s)`, `reached[0 … count)` are the vertices
 * in order of their distance, `s` first, and `distance[v]` is Infinity for all others.
 */
export class Dijkstra {
  readonly distance: Float64Array
  readonly reached: Uint32Array
  private readonly heap: Uint32Array
  private readonly place: Int32Array // in the heap; −1: never seen, −2: settled
  private readonly rows: Rows

  constructor(rows: Rows) {
    this.rows = rows
    this.distance = new Float64Array(rows.order).fill(Infinity)
    this.reached = new Uint32Array(rows.order)
    this.heap = new Uint32Array(rows.order)
    this.place = new Int32Array(rows.order).fill(-1)
  }

  /** Runs from `s`, as if the vertex `without` were not there; returns how many vertices were reached, with `s`. */
  from(s: number, without = -1): number {
    const { rows, distance, reached, heap, place } = this
    const { offsets, columns, values } = rows
    distance.fill(Infinity)
    place.fill(-1)
    let size = 0
    let count = 0
    distance[s] = 0
    heap[size++] = s
    place[s] = 0
    while (size > 0) {
      const v = heap[0]!
      const last = heap[--size]!
      if (size > 0) sink(heap, place, distance, size, last)
      place[v] = -2
      reached[count++] = v
      const near = distance[v]!
      const end = offsets[v + 1]!
      for (let k = offsets[v]!; k < end; k++) {
        const w = columns[k]!
        if (w === without) continue
        const length = near + (values ? values[k]! : 1)
        if (length >= distance[w]!) continue
        distance[w] = length
        if (place[w] === -2) continue
        if (place[w] === -1) place[w] = size++
        rise(heap, place, distance, place[w]!, w)
      }
    }
    return count
  }
}

function rise(heap: Uint32Array, place: Int32Array, key: Float64Array, start: number, item: number): void {
  let at = start
  const value = key[item]!
  while (at > 0) {
    const up = (at - 1) >> 2
    const above = heap[up]!
    if (key[above]! <= value) break
    heap[at] = above
    place[above] = at
    at = up
  }
  heap[at] = item
  place[item] = at
}

function sink(heap: Uint32Array, place: Int32Array, key: Float64Array, size: number, item: number): void {
  let at = 0
  const value = key[item]!
  for (;;) {
    let child = 4 * at + 1
    if (child >= size) break
    const end = Math.min(child + 4, size)
    let least = child
    let best = key[heap[child]!]!
    for (child++; child < end; child++) {
      const candidate = key[heap[child]!]!
      if (candidate < best) {
        best = candidate
        least = child
      }
    }
    if (best >= value) break
    const below = heap[least]!
    heap[at] = below
    place[below] = at
    at = least
  }
  heap[at] = item
  place[item] = at
}
