import { Dijkstra } from './dijkstra.ts'
import type { Rows } from './rows.ts'

/** What the distances from every vertex to others that it reaches come to. */
export interface DistanceSums {
  /** How many others the vertex reaches. */
  readonly reached: Float64Array
  /** Sum of the distances to them. */
  readonly total: Float64Array
  /** Sum of 1 / distance over them. */
  readonly inverse: Float64Array
}

/**
 * Adds to `sums` the distances, in steps, from every vertex along `rows` to the vertices `from ≤ v < to`.
 *
 * Breadth-first search from 32 vertices at once, a bit each (after Then et al. 2014, PVLDB 8:449–460), run backwards from the
 * far ends: how many of the 32 a vertex reaches at this level is then a count of bits. A level is pulled over all vertices that
 * still lack an end, or pushed from the few that hold new bits, whichever crosses fewer arcs.
 *
 * @param rows - what a vertex points at. @param back - the same arcs from the other side.
 *
 * O((order + size) · (to − from) / 32) when there are few levels; O(order) memory.
 */
export function addStepDistances(rows: Rows, back: Rows, from: number, to: number, sums: DistanceSums): void {
  const { order, offsets, columns } = rows
  const { reached, total, inverse } = sums
  const seen = new Int32Array(order)
  const front = new Int32Array(order) // bits that came at the last level
  const fresh = new Int32Array(order) // bits that come at this one
  const active = new Uint32Array(order) // vertices with bits in `front`
  const touched = new Uint32Array(order)
  for (let first = from; first < to; first += 32) {
    const ends = Math.min(32, to - first)
    const all = ends === 32 ? -1 : (1 << ends) - 1
    seen.fill(0)
    let count = 0
    for (let b = 0; b < ends; b++) {
      seen[first + b] = 1 << b
      front[first + b] = 1 << b
      active[count++] = first + b
    }
    for (let level = 1; count > 0; level++) {
      let arcs = 0
      for (let a = 0; a < count; a++) arcs += back.offsets[active[a]! + 1]! - back.offsets[active[a]!]!
      let found = 0
      if (4 * arcs < columns.length) {
        for (let a = 0; a < count; a++) {
          const v = active[a]!
          const bits = front[v]!
          front[v] = 0
          const end = back.offsets[v + 1]!
          for (let k = back.offsets[v]!; k < end; k++) {
            const w = back.columns[k]!
            if (fresh[w] === 0) touched[found++] = w
            fresh[w]! |= bits
          }
        }
      } else {
        for (let w = 0; w < order; w++) {
          if (seen[w] === all) continue
          const end = offsets[w + 1]!
          let bits = 0
          for (let k = offsets[w]!; k < end; k++) bits |= front[columns[k]!]!
          if (bits !== 0) {
            fresh[w] = bits
            touched[found++] = w
          }
        }
        for (let a = 0; a < count; a++) front[active[a]!] = 0
      }
      count = 0
      for (let t = 0; t < found; t++) {
        const w = touched[t]!
        const bits = fresh[w]! & ~seen[w]!
        fresh[w] = 0
        if (bits === 0) continue
        seen[w]! |= bits
        front[w] = bits
        const more = bitCount(bits)
        reached[w]! += more
        total[w]! += more * level
        inverse[w]! += more / level
        active[count++] = w
      }
    }
  }
}

/** Sums over lengths > 0, the rows' values, from the vertices `from ≤ s < to` to all, by one Dijkstra search each. */
export function addLengthDistances(rows: Rows, from: number, to: number, sums: DistanceSums): void {
  const search = new Dijkstra(rows)
  const { reached, total, inverse } = sums
  for (let s = from; s < to; s++) {
    const count = search.from(s)
    let sum = 0
    let inverted = 0
    for (let q = 1; q < count; q++) {
      const distance = search.distance[search.reached[q]!]!
      sum += distance
      inverted += 1 / distance
    }
    reached[s] = count - 1
    total[s] = sum
    inverse[s] = inverted
  }
}

function bitCount(bits: number): number {
  let b = bits - ((bits >>> 1) & 0x55555555)
  b = (b & 0x33333333) + ((b >>> 2) & 0x33333333)
  return Math.imul((b + (b >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
