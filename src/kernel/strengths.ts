import type { Digraph } from './digraph.ts'

/**
 * Sum of the values of each vertex's arcs that go out, come in, or both; without `weights` every arc counts 1. O(order + size).
 *
 * @returns `null` when a weight is not above 0, which costs nothing to notice on the way.
 */
export function strengths(
  graph: Digraph,
  weights: Float64Array | null,
  direction: 'out' | 'in' | 'total',
): Float64Array | null {
  const sums = new Float64Array(graph.order)
  const isWhole =
    (direction === 'in' || addOutStrengths(graph, weights, sums)) &&
    (direction === 'out' || addInStrengths(graph, weights, sums))
  return isWhole ? sums : null
}

/** Sum of the values of each vertex's out row; without `weights` every arc counts 1. O(order + size). */
export function outStrengths(graph: Digraph, weights: Float64Array | null): Float64Array {
  const { order, outOffsets } = graph
  const sums = new Float64Array(order)
  for (let v = 0, k = 0; v < order; v++) {
    const end = outOffsets[v + 1]!
    let sum = weights ? 0 : end - k
    if (weights) for (; k < end; k++) sum += weights[k]!
    k = end
    sums[v] = sum
  }
  return sums
}

/** Sum of the values of each vertex's in row; without `weights` every arc counts 1. O(order + size). */
export function inStrengths(graph: Digraph, weights: Float64Array | null): Float64Array {
  const { order, size, outTargets } = graph
  const sums = new Float64Array(order)
  for (let k = 0; k < size; k++) sums[outTargets[k]!]! += weights ? weights[k]! : 1
  return sums
}

// Both give up, and return false, where a weight is not above 0.

function addOutStrengths(graph: Digraph, weights: Float64Array | null, sums: Float64Array): boolean {
  const { order, outOffsets } = graph
  if (!weights) {
    for (let v = 0; v < order; v++) sums[v]! += outOffsets[v + 1]! - outOffsets[v]!
    return true
  }
  let k = 0
  for (let v = 0; v < order; v++) {
    const end = outOffsets[v + 1]!
    let sum = 0
    while (k < end && weights[k]! > 0) sum += weights[k++]!
    if (k < end) return false
    sums[v] = sum
  }
  return true
}

function addInStrengths(graph: Digraph, weights: Float64Array | null, sums: Float64Array): boolean {
  const { order, size, inOffsets, outTargets } = graph
  if (!weights) {
    for (let v = 0; v < order; v++) sums[v]! += inOffsets[v + 1]! - inOffsets[v]!
    return true
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
    if (!(wa > 0 && wb > 0 && wc > 0 && wd > 0)) return false
    sums[a]! += wa
    sums[b]! += wb
    sums[c]! += wc
    sums[d]! += wd
  }
  while (k < size && weights[k]! > 0) sums[outTargets[k]!]! += weights[k++]!
  return k === size
}
