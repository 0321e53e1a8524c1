import type { Digraph } from './digraph.ts'

/** Sum of the values of each vertex's out row; without `weights` every arc counts 1. O(order + size). */
export function outStrengths(graph: Digraph, weights: Float64Array | null): Float64Array {
  const { order, outOffsets } = graph
  const sums = new Float64Array(order)
  if (!weights) {
    for (let v = 0; v < order; v++) sums[v] = outOffsets[v + 1]! - outOffsets[v]!
    return sums
  }
  let k = 0
  for (let v = 0; v < order; v++) {
    const end = outOffsets[v + 1]!
    let sum = 0
    for (; k < end; k++) sum += weights[k]!
    sums[v] = sum
  }
  return sums
}

/** Sum of the values of each vertex's in row; without `weights` every arc counts 1. O(order + size). */
export function inStrengths(graph: Digraph, weights: Float64Array | null): Float64Array {
  const sums = new Float64Array(graph.order)
  addInStrengths(graph, weights, sums)
  return sums
}

/** The same, added to what `sums` holds. */
export function addInStrengths(graph: Digraph, weights: Float64Array | null, sums: Float64Array): void {
  const { order, size, inOffsets, outTargets } = graph
  if (!weights) {
    for (let v = 0; v < order; v++) sums[v]! += inOffsets[v + 1]! - inOffsets[v]!
    return
  }
  // By source ascending, which is the order of the in row too: the same bits as a sum over the row. Four at a time, all read before
  // the first is written: what is read next need not wait for a sum then.
  let k = 0
  while (k + 3 < size) {
    const a = outTargets[k]!
    const wa = weights[k++]!
    const b = outTargets[k]!
    const wb = weights[k++]!
    const c = outTargets[k]!
    const wc = weights[k++]!
    const d = outTargets[k]!
    const wd = weights[k++]!
    sums[a]! += wa
    sums[b]! += wb
    sums[c]! += wc
    sums[d]! += wd
  }
  for (; k < size; k++) sums[outTargets[k]!]! += weights[k]!
}
