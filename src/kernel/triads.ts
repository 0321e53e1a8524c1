import type { Couplings } from './couplings.ts'
import type { ForwardPairs } from './forwardPairs.ts'

/** The sixteen classes of triads in the order of R sna and igraph. */
export const triadNames = [
  '003',
  '012',
  '102',
  '021D',
  '021U',
  '021C',
  '111D',
  '111U',
  '030T',
  '030C',
  '201',
  '120D',
  '120U',
  '120C',
  '210',
  '300',
] as const

/** Numbers of asymmetric and mutual pairs in a triad of each class. */
export const asymmetricPairs: readonly number[] = [0, 1, 0, 2, 2, 2, 1, 1, 3, 3, 0, 2, 2, 2, 1, 0]
export const mutualPairs: readonly number[] = [0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 2, 1, 1, 1, 2, 3]

/** How a pair looks from one of its ends. */
export const GIVES = 1
export const GETS = 2
export const BOTH = 3

/** Class of the open triad whose middle actor sees its two pairs so. */
export function wedgeClass(x: number, y: number): number {
  if (x === BOTH && y === BOTH) return 10 // 201
  if (x === BOTH || y === BOTH) return x === GIVES || y === GIVES ? 7 : 6 // 111U, 111D
  if (x !== y) return 5 // 021C
  return x === GIVES ? 3 : 4 // 021D, 021U
}

/** The same pair from its other end. */
export function reversed(code: number): number {
  return code === BOTH ? BOTH : BOTH - code
}

/** Class of the closed triad u, v, w by its pairs: uv and uw as u sees them, vw as v does. */
export function triangleClass(uv: number, uw: number, vw: number): number {
  const mutual = Number(uv === BOTH) + Number(uw === BOTH) + Number(vw === BOTH)
  if (mutual === 3) return 15 // 300
  if (mutual === 2) return 14 // 210
  const corners = [wedgeClass(uv, uw), wedgeClass(reversed(uv), vw), wedgeClass(reversed(uw), reversed(vw))]
  if (mutual === 0) return corners.every(c => c === 5) ? 9 : 8 // a circle has only corners of 021C
  // The corner across from the mutual pair gives both its ties, gets both, or passes them on.
  if (corners.includes(3)) return 11 // 120D
  if (corners.includes(4)) return 12 // 120U
  return 13 // 120C
}

/** Every pair of `forward` as its lower number sees it. */
export function pairCodes(pairs: Couplings, forward: ForwardPairs): Uint8Array {
  const { net } = pairs
  const { position, turned } = forward
  const codes = new Uint8Array(position.length)
  for (let k = 0; k < codes.length; k++) {
    const less = net[position[k]!]!
    codes[k] = less === 0 ? BOTH : less > 0 === (turned[k] === 0) ? GIVES : GETS
  }
  return codes
}

/**
 * Adds to `counts` the closed triads with `from ≤ u < to` by the codes of their pairs: entry `uv + 4·uw + 16·vw`, u < v < w in
 * the numbers of `forward`.
 *
 * O(pairs^1.5) at worst; O(order) memory.
 */
export function addTriangleCounts(
  forward: ForwardPairs,
  codes: Uint8Array,
  from: number,
  to: number,
  counts: Float64Array,
): void {
  const { order, offsets, targets } = forward
  const mark = new Uint8Array(order)
  for (let u = from; u < to; u++) {
    const start = offsets[u]!
    const end = offsets[u + 1]!
    if (end - start < 2) continue
    for (let k = start; k < end; k++) mark[targets[k]!] = codes[k]! << 2
    for (let k = start; k < end; k++) {
      const v = targets[k]!
      const first = codes[k]!
      const last = offsets[v + 1]!
      for (let i = offsets[v]!; i < last; i++) {
        const seen = mark[targets[i]!]!
        if (seen !== 0) counts[first | seen | (codes[i]! << 4)]!++
      }
    }
    for (let k = start; k < end; k++) mark[targets[k]!] = 0
  }
}

/** For every vertex how many of its pairs it gives in only, gets in only, and both: entries `3v`, `3v + 1`, `3v + 2`. */
export function pairKinds(pairs: Couplings): Uint32Array {
  const { order, offsets, partners, net } = pairs
  const kinds = new Uint32Array(3 * order)
  for (let a = 0; a < order; a++)
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      const less = net[k]!
      const code = less === 0 ? BOTH : less > 0 ? GIVES : GETS
      kinds[3 * a + code - 1]!++
      kinds[3 * partners[k]! + reversed(code) - 1]!++
    }
  return kinds
}
