import type { Couplings } from './couplings.ts'
import { link } from './weakComponents.ts'

/** How many parts the vertices fall into when only pairs count whose weights together are at least `least`. O(order + pairs). */
export function partsJoined({ order, offsets, partners, total }: Couplings, least: number): number {
  const parent = Uint32Array.from({ length: order }, (_, v) => v)
  for (let a = 0; a < order; a++)
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) if (total[k]! >= least) link(parent, a, partners[k]!)
  return parent.filter((up, v) => up === v).length
}
