import type { ForwardPairs } from './forwardPairs.ts'

/** What the third parties of each pair and vertex add up to, in the numbers of `ForwardPairs`. */
export interface Redundancy {
  /** For every pair u, v: Σ_q W_uq W_qv / S_q over common partners q. */
  readonly indirect: Float64Array
  /** For every vertex i: Σ over its partners j and q that are tied of W_iq W_jq / (largest W of j). */
  readonly overlap: Float64Array
}

/**
 * Sums over all closed triads in one enumeration, O(pairs^1.5) at worst.
 *
 * @param weight - W of each pair. @param strength - S of each vertex. @param largest - its largest W.
 */
export function redundancy(
  forward: ForwardPairs,
  weight: Float64Array,
  strength: Float64Array,
  largest: Float64Array,
): Redundancy {
  const { order, offsets, targets } = forward
  const indirect = new Float64Array(weight.length)
  const overlap = new Float64Array(order)
  const perStrength = strength.map(value => 1 / value)
  const perLargest = largest.map(value => 1 / value)
  const mark = new Int32Array(order).fill(-1)
  for (let u = 0; u < order; u++) {
    const start = offsets[u]!
    const end = offsets[u + 1]!
    if (end - start < 2) continue
    for (let k = start; k < end; k++) mark[targets[k]!] = k
    const su = perStrength[u]!
    const mu = perLargest[u]!
    let ofU = 0
    for (let uv = start; uv < end; uv++) {
      const v = targets[uv]!
      const last = offsets[v + 1]!
      const a = weight[uv]!
      const sv = perStrength[v]!
      const mv = perLargest[v]!
      let ofV = 0
      let ofPair = 0
      for (let vw = offsets[v]!; vw < last; vw++) {
        const w = targets[vw]!
        const uw = mark[w]!
        if (uw < start) continue
        const b = weight[uw]!
        const c = weight[vw]!
        const mw = perLargest[w]!
        ofPair += b * c * perStrength[w]!
        indirect[uw]! += a * c * sv
        indirect[vw]! += a * b * su
        ofU += c * (b * mv + a * mw)
        ofV += b * (c * mu + a * mw)
        overlap[w]! += a * (c * mu + b * mv)
      }
      indirect[uv]! += ofPair
      overlap[v]! += ofV
    }
    overlap[u]! += ofU
  }
  return { indirect, overlap }
}
