import type { Digraph } from './digraph.ts'
import { Heap } from './heap.ts'

/** Path lengths that differ by less than this part of them count as the same. */
const SAME = 1e-12

/**
 * Writes into `sums`, for the vertices `from ≤ s < to`, the sum over all vertices that it reaches of the mean weight on the best path: the one whose lengths
 * 1 / weight sum to least, of equally good ones that with the fewest arcs, then that with the largest mean.
 *
 * Dijkstra from each of them with a binary heap: O((to − from) · size · log order) time, O(order + size) memory.
 */
export function sumsOfMeanWeights(
  graph: Digraph,
  weights: Float64Array,
  from: number,
  to: number,
  sums: Float64Array,
): void {
  const { order, outOffsets, outTargets } = graph
  const length = new Float64Array(order).fill(Infinity)
  const steps = new Uint32Array(order)
  const weight = new Float64Array(order)
  const settled = new Uint8Array(order)
  const reached = new Uint32Array(order)
  const heap = new Heap(order)
  for (let s = from; s < to; s++) {
    let count = 0
    length[s] = 0
    reached[count++] = s
    heap.push(0, s)
    let sum = 0
    while (heap.size > 0) {
      const v = heap.pop()
      if (settled[v]) continue
      settled[v] = 1
      if (v !== s) sum += weight[v]! / steps[v]!
      for (let k = outOffsets[v]!; k < outOffsets[v + 1]!; k++) {
        const t = outTargets[k]!
        if (settled[t]) continue
        const found = length[v]! + 1 / weights[k]!
        const known = length[t]!
        const taken = steps[v]! + 1
        const carried = weight[v]! + weights[k]!
        const same = known !== Infinity && Math.abs(found - known) <= SAME * known
        if (same ? !(taken < steps[t]! || (taken === steps[t]! && carried > weight[t]!)) : found > known) continue
        steps[t] = taken
        weight[t] = carried
        if (same) continue
        if (known === Infinity) reached[count++] = t
        length[t] = found
        heap.push(found, t)
      }
    }
    sums[s] = sum
    for (let i = 0; i < count; i++) {
      const v = reached[i]!
      length[v] = Infinity
      steps[v] = 0
      weight[v] = 0
      settled[v] = 0
    }
  }
}
