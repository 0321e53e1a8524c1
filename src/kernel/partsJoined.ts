import type { Couplings } from './couplings.ts'

/** How many parts the vertices fall into when only pairs count whose weights together are at least `least`. O(order + pairs). */
export function partsJoined({ order, offsets, partners, total }: Couplings, least: number): number {
  const above = Uint32Array.from({ length: order }, (_, v) => v)
  const top = (v: number): number => {
    let at = v
    while (above[at] !== at) {
      above[at] = above[above[at]!]!
      at = above[at]!
    }
    return at
  }
  let parts = order
  for (let a = 0; a < order; a++)
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      if (total[k]! < least) continue
      const [p, q] = [top(a), top(partners[k]!)]
      if (p === q) continue
      above[Math.max(p, q)] = Math.min(p, q)
      parts--
    }
  return parts
}
