import { type Digraph, inValues } from './digraph.ts'
import { outStrengths } from './strengths.ts'

/**
 * The connected pairs of a weighted graph, each once, in rows: pair `k` of vertex `a` stands at
 * `offsets[a] ≤ k < offsets[a + 1]`, its other vertex `partners[k] > a` ascends within the row.
 */
export interface Couplings {
  readonly order: number
  readonly offsets: Uint32Array
  readonly partners: Uint32Array
  /** w_ab + w_ba */
  readonly total: Float64Array
  /** w_ab − w_ba */
  readonly net: Float64Array
  /** Σ_j (w_ij + w_ji) of every vertex. */
  readonly strength: Float64Array
  /** Σ_j (w_ij − w_ji) of every vertex. */
  readonly balance: Float64Array
}

/** Merges the out and the in row of every vertex into pairs; without weights every arc counts 1. O(order + size). */
export function couplings(graph: Digraph, weights: Float64Array | null): Couplings {
  const { order, size, outOffsets, outTargets, inOffsets, inSources } = graph
  const returned = weights && inValues(graph, weights)
  const offsets = new Uint32Array(order + 1)
  const partners = new Uint32Array(size)
  const total = new Float64Array(size)
  const net = new Float64Array(size)
  let count = 0
  for (let a = 0; a < order; a++) {
    const outEnd = outOffsets[a + 1]!
    const inEnd = inOffsets[a + 1]!
    let k = firstAbove(outTargets, outOffsets[a]!, outEnd, a)
    let p = firstAbove(inSources, inOffsets[a]!, inEnd, a)
    while (k < outEnd && p < inEnd) {
      const t = outTargets[k]!
      const s = inSources[p]!
      if (t < s) {
        const forward = weights ? weights[k]! : 1
        partners[count] = t
        total[count] = forward
        net[count++] = forward
        k++
        continue
      }
      const backward = returned ? returned[p]! : 1
      const forward = t > s ? 0 : weights ? weights[k]! : 1
      if (t === s) k++
      p++
      partners[count] = s
      total[count] = forward + backward
      net[count++] = forward - backward
    }
    for (; k < outEnd; k++) {
      const forward = weights ? weights[k]! : 1
      partners[count] = outTargets[k]!
      total[count] = forward
      net[count++] = forward
    }
    for (; p < inEnd; p++) {
      const backward = returned ? returned[p]! : 1
      partners[count] = inSources[p]!
      total[count] = backward
      net[count++] = -backward
    }
    offsets[a + 1] = count
  }
  const strength = outStrengths(graph, weights)
  const balance = strength.slice()
  for (let v = 0; v < order; v++) {
    const end = inOffsets[v + 1]!
    let got = returned ? 0 : end - inOffsets[v]!
    if (returned) for (let p = inOffsets[v]!; p < end; p++) got += returned[p]!
    strength[v]! += got
    balance[v]! -= got
  }
  return {
    order,
    offsets,
    partners: partners.subarray(0, count),
    total: total.subarray(0, count),
    net: net.subarray(0, count),
    strength,
    balance,
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
