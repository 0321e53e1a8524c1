import type { Couplings } from './couplings.ts'

/**
 * Pairs turned from the vertex of lower degree to that of higher, so that no row is long: vertices are renumbered by degree,
 * and row `u` holds the pairs with vertices of a higher number, ascending.
 */
export interface ForwardPairs {
  readonly order: number
  /** The vertex that had this number before. */
  readonly original: Uint32Array
  readonly offsets: Uint32Array
  readonly targets: Uint32Array
  /** Position of each pair among the couplings that it came from. */
  readonly position: Uint32Array
  /** 1 where the pair was turned round: its lower number is the couplings' higher vertex. */
  readonly turned: Uint8Array
}

/** Two counting sorts: O(order + pairs). */
export function forwardPairs(pairs: Couplings): ForwardPairs {
  const { order, offsets: rows, partners } = pairs
  const size = partners.length
  const degree = new Uint32Array(order)
  for (let a = 0; a < order; a++) {
    degree[a]! += rows[a + 1]! - rows[a]!
    for (let k = rows[a]!; k < rows[a + 1]!; k++) degree[partners[k]!]!++
  }
  let highest = 0
  for (let v = 0; v < order; v++) if (degree[v]! > highest) highest = degree[v]!
  const starts = new Uint32Array(highest + 2)
  for (let v = 0; v < order; v++) starts[degree[v]! + 1]!++
  for (let d = 0; d <= highest; d++) starts[d + 1]! += starts[d]!
  const rank = new Uint32Array(order)
  const original = new Uint32Array(order)
  for (let v = 0; v < order; v++) {
    const place = starts[degree[v]!]!++
    rank[v] = place
    original[place] = v
  }

  // By the higher end first, then (stable) by the lower: targets ascend within a row.
  const byHigh = new Uint32Array(order + 1)
  const offsets = new Uint32Array(order + 1)
  for (let a = 0; a < order; a++) {
    const x = rank[a]!
    for (let k = rows[a]!; k < rows[a + 1]!; k++) {
      const y = rank[partners[k]!]!
      if (x < y) {
        offsets[x + 1]!++
        byHigh[y + 1]!++
      } else {
        offsets[y + 1]!++
        byHigh[x + 1]!++
      }
    }
  }
  for (let v = 0; v < order; v++) {
    offsets[v + 1]! += offsets[v]!
    byHigh[v + 1]! += byHigh[v]!
  }
  const cursor = byHigh.slice(0, order)
  const lows = new Uint32Array(size)
  const at = new Uint32Array(size)
  for (let a = 0; a < order; a++) {
    const x = rank[a]!
    for (let k = rows[a]!; k < rows[a + 1]!; k++) {
      const y = rank[partners[k]!]!
      const place = x < y ? cursor[y]!++ : cursor[x]!++
      lows[place] = Math.min(x, y)
      at[place] = k
    }
  }
  const next = offsets.slice(0, order)
  const targets = new Uint32Array(size)
  const position = new Uint32Array(size)
  const turned = new Uint8Array(size)
  for (let high = 0; high < order; high++)
    for (let i = byHigh[high]!; i < byHigh[high + 1]!; i++) {
      const low = lows[i]!
      const place = next[low]!++
      targets[place] = high
      position[place] = at[i]!
      turned[place] = original[low]! > original[high]! ? 1 : 0
    }
  return { order, original, offsets, targets, position, turned }
}

/**
 * Visits every triangle with `from ≤ u < to` once, by its three vertices in the new numbers, u < v < w, and the rows' places of its
 * three pairs.
 *
 * O(pairs^1.5), and much less where few vertices have many pairs; O(order) memory.
 */
export function forEachTriangle(
  forward: ForwardPairs,
  visit: (u: number, v: number, w: number, uv: number, uw: number, vw: number) => void,
  from = 0,
  to = forward.order,
): void {
  const { order, offsets, targets } = forward
  const mark = new Int32Array(order).fill(-1) // place of the pair with u; below u's row: of an earlier u
  for (let u = from; u < to; u++) {
    const start = offsets[u]!
    const end = offsets[u + 1]!
    if (end - start < 2) continue
    for (let k = start; k < end; k++) mark[targets[k]!] = k
    for (let uv = start; uv < end; uv++) {
      const v = targets[uv]!
      const last = offsets[v + 1]!
      for (let vw = offsets[v]!; vw < last; vw++) {
        const w = targets[vw]!
        const uw = mark[w]!
        if (uw >= start) visit(u, v, w, uv, uw, vw)
      }
    }
  }
}
