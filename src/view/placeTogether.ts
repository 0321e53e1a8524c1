import type { RelationNetwork } from '../model/network.ts'
import { type Scales, scalesOf } from './drawNetwork.ts'
import { levels } from './levels.ts'
import type { ViewOptions } from './networkView.ts'
import { layOut, type Place } from './places.ts'
import { type ReadNetwork, readNetwork } from './readNetwork.ts'
import { type Union, unionOf } from './unionOf.ts'

/** Networks that are drawn in the same places, on the same scales. */
export interface PlacedTogether {
  readonly reads: readonly ReadNetwork[]
  readonly union: Union
  /** A place for each actor of the union. */
  readonly placed: readonly Place[]
  readonly scales: Scales
}

/** Places for all actors that any of the networks has; with the layout `levels`, heights are those of the first. */
export function placeTogether(
  where: string,
  networks: readonly RelationNetwork[],
  options: ViewOptions,
): PlacedTogether {
  const { lang = 'en', layer, layout = 'auto', seed = 1, places = [] } = options
  const reads = networks.map(network => readNetwork(where, network, lang, layer, options.group))
  const union = unionOf(reads)
  const { actors, ties } = union.network
  // An actor that came later stands at the top.
  const known = layout === 'levels' && reads[0] ? levels(where, reads[0], layer) : null
  const heights = known && actors.map((_, i) => known[i] ?? 0)
  const given = new Map(places.map(({ id, x, y }) => [id, { x, y }]))
  return {
    reads,
    union,
    placed: layOut(actors, ties, layout, seed, heights, given),
    scales: scalesOf(reads, options),
  }
}
