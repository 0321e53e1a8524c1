import type { Place } from './places.ts'
import type { ReadActor, ReadNetwork, ReadTie } from './readNetwork.ts'

/** Several networks as one: all actors and all ties that any of them has. */
export interface Union {
  /** Ids of ties are those of the union: two networks may use one id for different ties. */
  readonly network: ReadNetwork
  /** For each tie of the union, the tie in each network; `null` where it is not there. */
  readonly sides: readonly (readonly (ReadTie | null)[])[]
  /** The places of one network's actors among those of the union. */
  readonly placesOf: (own: ReadNetwork, places: readonly Place[]) => Place[]
}

export function unionOf(networks: readonly ReadNetwork[]): Union {
  const index = new Map<string, number>()
  const actors: ReadActor[] = []
  const ties = new Map<string, (ReadTie | null)[]>()
  networks.forEach((network, k) => {
    for (const actor of network.actors)
      if (!index.has(actor.id)) {
        index.set(actor.id, actors.length)
        actors.push(actor)
      }
    for (const tie of network.ties) {
      const source = index.get(network.actors[tie.source]!.id)!
      const target = index.get(network.actors[tie.target]!.id)!
      const key = `${source} ${target}`
      const sides = ties.get(key) ?? networks.map(() => null)
      sides[k] = { ...tie, source, target }
      ties.set(key, sides)
    }
  })
  const sides = [...ties.values()]
  return {
    network: {
      actors,
      ties: sides.map((own, k) => ({ ...own.find(tie => tie !== null)!, id: `tie-${k}` })),
      layers: [...new Set(networks.flatMap(({ layers }) => layers))],
    },
    sides,
    placesOf: (own, places) => own.actors.map(({ id }) => places[index.get(id)!]!),
  }
}
