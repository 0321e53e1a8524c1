import type { Digraph } from './digraph.ts'

/**
 * Visits every connected pair of vertices once, with the positions of its two arcs.
 *
 * The out row and the in row of a vertex both ascend, so that one merge of the two finds each arc's reverse without a
 * search: O(order + size) in all, no memory.
 *
 * @param visit - gets `a < b`, the position of a → b and of b → a; −1 where there is no such arc.
 */
export function forEachDyad(
  graph: Digraph,
  visit: (a: number, b: number, forward: number, backward: number) => void,
): void {
  const { order, outOffsets, outTargets, inOffsets, inSources, inToOut } = graph
  for (let a = 0; a < order; a++) {
    const outEnd = outOffsets[a + 1]!
    const inEnd = inOffsets[a + 1]!
    let k = firstAbove(outTargets, outOffsets[a]!, outEnd, a)
    let p = firstAbove(inSources, inOffsets[a]!, inEnd, a)
    while (k < outEnd || p < inEnd) {
      const t = k < outEnd ? outTargets[k]! : Infinity
      const s = p < inEnd ? inSources[p]! : Infinity
      if (t < s) visit(a, t, k++, -1)
      else if (s < t) visit(a, s, -1, inToOut[p++]!)
      else visit(a, t, k++, inToOut[p++]!)
    }
  }
}

/** First position in the ascending `row[from … to)` whose value is above `value`, by bisection. */
function firstAbove(row: Uint32Array, from: number, to: number, value: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (row[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}
