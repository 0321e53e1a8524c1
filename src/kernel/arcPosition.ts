import type { Digraph } from './digraph.ts'

/** Position of the arc from `source` to `target`, or −1 when there is none, by bisection of its row. */
export function arcPosition(graph: Digraph, source: number, target: number): number {
  const { outOffsets, outTargets } = graph
  let low = outOffsets[source]!
  let high = outOffsets[source + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    if (outTargets[middle]! < target) low = middle + 1
    else high = middle
  }
  return low < outOffsets[source + 1]! && outTargets[low] === target ? low : -1
}
