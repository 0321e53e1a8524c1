import type { Digraph } from './digraph.ts'
import { keepStrengths, knownStrengths } from './knownStrengths.ts'

/**
 * Sum of the values of each vertex's arcs that go out, come in, or both; without `weights` every arc counts 1. O(order + size), or
 * O(order) where the sums were kept.
 */
export function strengths(
  graph: Digraph,
  weights: Float64Array | null,
  direction: 'out' | 'in' | 'total',
): Float64Array {
  const known = knownStrengths(graph, weights)
  if (direction === 'out') return known?.out.slice() ?? outStrengths(graph, weights)
  if (direction === 'in') return known?.in.slice() ?? inStrengths(graph, weights)
  const got = strengths(graph, weights, 'in')
  return strengths(graph, weights, 'out').map((given, v) => given + got[v]!)
}

/** Adds up what each vertex gives and gets, and keeps it with the weights where all are above 0. O(order + size). */
export function keepStrengthsOf(graph: Digraph, weights: Float64Array): void {
  // A loop, as `every` makes an object of each number.
  for (let k = 0; k < weights.length; k++) if (!(weights[k]! > 0)) return
  keepStrengths(weights, { graph, out: outStrengths(graph, weights), in: inStrengths(graph, weights) })
}

/** Sum of the values of each vertex's out row; without `weights` every arc counts 1. O(order + size). */
export function outStrengths({ order, outOffsets }: Digraph, weights: Float64Array | null): Float64Array {
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
export function inStrengths({ order, size, outTargets }: Digraph, weights: Float64Array | null): Float64Array {
  // By source ascending, which is the order of the in row too: the same bits as a sum over the row.
  const sums = new Float64Array(order)
  for (let k = 0; k < size; k++) sums[outTargets[k]!]! += weights ? weights[k]! : 1
  return sums
}
