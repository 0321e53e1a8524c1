import type { Digraph } from './digraph.ts'
import { forEachDyad } from './dyads.ts'

/**
 * The connected pairs of a graph, arranged so that graphs with the same pairs but other directions are built without sorting.
 *
 * Vertex `v` has the partners `partners[k]`, ascending, for `offsets[v] ≤ k < offsets[v + 1]`, in pair `pairs[k]`.
 */
export interface Skeleton {
  readonly order: number
  readonly count: number
  readonly offsets: Uint32Array
  readonly partners: Uint32Array
  readonly pairs: Uint32Array
  /** By pair: position of the arc from the smaller vertex to the larger, and back; −1 where there is none. */
  readonly forward: Int32Array
  readonly backward: Int32Array
}

export function skeletonOf(graph: Digraph): Skeleton {
  const { order } = graph
  const degrees = new Uint32Array(order + 1)
  let count = 0
  forEachDyad(graph, (a, b) => {
    count++
    degrees[a + 1]!++
    degrees[b + 1]!++
  })
  for (let v = 0; v < order; v++) degrees[v + 1]! += degrees[v]!
  const partners = new Uint32Array(2 * count)
  const pairs = new Uint32Array(2 * count)
  const forward = new Int32Array(count)
  const backward = new Int32Array(count)
  const cursor = degrees.slice(0, order)
  let d = 0
  // Pairs come with ascending a and, within a, ascending b, so that every row fills in ascending order.
  forEachDyad(graph, (a, b, f, k) => {
    forward[d] = f
    backward[d] = k
    partners[cursor[a]!] = b
    pairs[cursor[a]!++] = d
    partners[cursor[b]!] = a
    pairs[cursor[b]!++] = d++
  })
  return { order, count, offsets: degrees, partners, pairs, forward, backward }
}

/**
 * The graph in which every pair marked in `flips` has its two directions exchanged, and where each of its arcs came from.
 *
 * O(order + pairs).
 */
export function flipped(skeleton: Skeleton, flips: Uint8Array): { graph: Digraph; from: Uint32Array } {
  const { order, count, offsets, partners, pairs, forward, backward } = skeleton
  let size = 0
  for (let d = 0; d < count; d++) size += (forward[d]! >= 0 ? 1 : 0) + (backward[d]! >= 0 ? 1 : 0)
  const outOffsets = new Uint32Array(order + 1)
  const outTargets = new Uint32Array(size)
  const inOffsets = new Uint32Array(order + 1)
  const inSources = new Uint32Array(size)
  const inToOut = new Uint32Array(size)
  const from = new Uint32Array(size)
  const up = new Uint32Array(count)
  const down = new Uint32Array(count)
  let position = 0
  for (let v = 0; v < order; v++) {
    for (let k = offsets[v]!; k < offsets[v + 1]!; k++) {
      const w = partners[k]!
      const d = pairs[k]!
      const rises = v < w
      const old = rises === (flips[d] === 0) ? forward[d]! : backward[d]!
      if (old < 0) continue
      if (rises) up[d] = position
      else down[d] = position
      from[position] = old
      outTargets[position++] = w
    }
    outOffsets[v + 1] = position
  }
  position = 0
  for (let v = 0; v < order; v++) {
    for (let k = offsets[v]!; k < offsets[v + 1]!; k++) {
      const w = partners[k]!
      const d = pairs[k]!
      const rises = w < v
      const old = rises === (flips[d] === 0) ? forward[d]! : backward[d]!
      if (old < 0) continue
      inToOut[position] = rises ? up[d]! : down[d]!
      inSources[position++] = w
    }
    inOffsets[v + 1] = position
  }
  return { graph: { order, size, outOffsets, outTargets, inOffsets, inSources, inToOut }, from }
}
