import type { Digraph } from './digraph.ts'

/**
 * For every vertex the largest k such that it is in a part of the graph where every vertex has at least k arcs of the kind:
 * out, in or both (two joined both ways count twice).
 *
 * Takes away vertices of the lowest degree, which stand in buckets. O(order + size).
 */
export function coreNumbers(graph: Digraph, direction: 'out' | 'in' | 'total'): Uint32Array {
  const { order, outOffsets, outTargets, inOffsets, inSources } = graph
  const degree = new Uint32Array(order)
  let highest = 0
  for (let v = 0; v < order; v++) {
    const out = direction === 'in' ? 0 : outOffsets[v + 1]! - outOffsets[v]!
    const got = direction === 'out' ? 0 : inOffsets[v + 1]! - inOffsets[v]!
    degree[v] = out + got
    if (degree[v]! > highest) highest = degree[v]!
  }
  const starts = new Uint32Array(highest + 2)
  for (let v = 0; v < order; v++) starts[degree[v]! + 1]!++
  for (let d = 0; d <= highest; d++) starts[d + 1]! += starts[d]!
  const sorted = new Uint32Array(order)
  const place = new Uint32Array(order)
  const cursor = starts.slice(0, highest + 1)
  for (let v = 0; v < order; v++) {
    place[v] = cursor[degree[v]!]!++
    sorted[place[v]!] = v
  }
  const lower = (v: number, than: number) => {
    const d = degree[v]!
    if (d <= than) return
    // Swap with the first of its bucket, and let the bucket begin after it.
    const first = starts[d]!
    const held = sorted[first]!
    const at = place[v]!
    sorted[first] = v
    place[v] = first
    sorted[at] = held
    place[held] = at
    starts[d] = first + 1
    degree[v] = d - 1
  }
  for (let i = 0; i < order; i++) {
    const v = sorted[i]!
    const core = degree[v]!
    // Without v, those to whom it gives get less, and the other way round.
    if (direction !== 'out') for (let k = outOffsets[v]!; k < outOffsets[v + 1]!; k++) lower(outTargets[k]!, core)
    if (direction !== 'in') for (let p = inOffsets[v]!; p < inOffsets[v + 1]!; p++) lower(inSources[p]!, core)
  }
  return degree
}
