import type { Digraph } from './digraph.ts'

/** How many pairs of vertices have arcs both ways. */
export function mutualCount(graph: Digraph): number {
  const { order, outOffsets, outTargets, inOffsets, inSources } = graph
  const marks = new Int32Array(order)
  let found = 0
  for (let a = 0, k = 0, p = 0; a < order; a++) {
    // Positions grow from row to row, so that marks of earlier rows are all at or below `base`: nothing needs clearing.
    const base = outOffsets[a]!
    const outEnd = outOffsets[a + 1]!
    while (k < outEnd) marks[outTargets[k]!] = ++k
    const inEnd = inOffsets[a + 1]!
    for (; p < inEnd; p++) found += (base - marks[inSources[p]!]!) >>> 31 // 1 where the mark is above, without a jump
  }
  return found / 2
}

/** Sums over the pairs with arcs both ways, of weights f and b. */
export interface MutualSums {
  readonly count: number
  /** Σ min(f, b) */
  readonly least: number
  /** Σ |f − b| */
  readonly gap: number
  /** Σ (f + b) */
  readonly both: number
  /** Σ (f − centre)(b − centre) */
  readonly product: number
}

/** The same walk with weights. O(order + size). */
export function mutualSums(graph: Digraph, weights: Float64Array, centre = 0): MutualSums {
  const { order, outOffsets, outTargets, inOffsets, inSources, inToOut } = graph
  const marks = new Int32Array(order)
  let count = 0
  let least = 0
  let gap = 0
  let both = 0
  let product = 0
  for (let a = 0, k = 0, p = 0; a < order; a++) {
    const base = outOffsets[a]!
    const outEnd = outOffsets[a + 1]!
    while (k < outEnd) marks[outTargets[k]!] = ++k
    const inEnd = inOffsets[a + 1]!
    for (; p < inEnd; p++) {
      const s = inSources[p]!
      if (s > a) break // each pair once, from its higher end
      const mark = marks[s]!
      if (mark <= base) continue
      const forward = weights[mark - 1]!
      const backward = weights[inToOut[p]!]!
      count++
      both += forward + backward
      const lower = Math.min(forward, backward)
      least += lower
      gap += forward + backward - 2 * lower
      product += (forward - centre) * (backward - centre)
    }
    p = inEnd
  }
  return { count, least, gap, both, product }
}
