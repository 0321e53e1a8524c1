import type { Digraph } from './digraph.ts'
import { keepStrengths, knownStrengths } from './knownStrengths.ts'

/**
 * Sum of the values of each vertex's arcs that go out, come in, or both; without `weights` every arc counts 1. O(order + size), or
 * O(order) where the sums were kept.
 *
 * @returns `null` when a weight is not above 0, which costs nothing to notice on the way.
 */
export function strengths(
  graph: Digraph,
  weights: Float64Array | null,
  direction: 'out' | 'in' | 'total',
): Float64Array | null {
  const known = knownStrengths(graph, weights)
  if (direction === 'out') return known?.out.slice() ?? positiveOutStrengths(graph, weights)
  if (direction === 'in') return known?.in.slice() ?? positiveInStrengths(graph, weights)
  const total = strengths(graph, weights, 'out')
  const got = total && (known?.in ?? positiveInStrengths(graph, weights))
  if (!got) return null
  for (let v = 0; v < graph.order; v++) total[v]! += got[v]!
  return total
}

/** Adds up what each vertex gives and gets, and keeps it with the weights; not where one is not above 0. O(order + size). */
export function keepStrengthsOf(graph: Digraph, weights: Float64Array): void {
  const out = positiveOutStrengths(graph, weights)
  const got = out && positiveInStrengths(graph, weights)
  if (got) keepStrengths(weights, { graph, out, in: got })
}

/** Sum of the values of each vertex's out row; without `weights` every arc counts 1. O(order + size). */
export function outStrengths(graph: Digraph, weights: Float64Array | null): Float64Array {
  const known = knownStrengths(graph, weights)
  if (known) return known.out.slice()
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
  const known = knownStrengths(graph, weights)
  if (known) return known.in.slice()
  const { order, size, outTargets } = graph
  const sums = new Float64Array(order)
  for (let k = 0; k < size; k++) sums[outTargets[k]!]! += weights ? weights[k]! : 1
  return sums
}

// Both give up, and return null, where a weight is not above 0.

function positiveOutStrengths(graph: Digraph, weights: Float64Array | null): Float64Array | null {
  if (!weights) return outStrengths(graph, null)
  const { order, outOffsets } = graph
  const sums = new Float64Array(order)
  let k = 0
  for (let v = 0; v < order; v++) {
    const end = outOffsets[v + 1]!
    let sum = 0
    while (k < end && weights[k]! > 0) sum += weights[k++]!
    if (k < end) return null
    sums[v] = sum
  }
  return sums
}

function positiveInStrengths(graph: Digraph, weights: Float64Array | null): Float64Array | null {
  const { order, size, inOffsets, outTargets } = graph
  const sums = new Float64Array(order)
  if (!weights) {
    for (let v = 0; v < order; v++) sums[v] = inOffsets[v + 1]! - inOffsets[v]!
    return sums
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
    if (!(wa > 0 && wb > 0 && wc > 0 && wd > 0)) return null
    sums[a]! += wa
    sums[b]! += wb
    sums[c]! += wc
    sums[d]! += wd
  }
  while (k < size && weights[k]! > 0) sums[outTargets[k]!]! += weights[k++]!
  return k === size ? sums : null
}
