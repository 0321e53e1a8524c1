import { arcPosition } from '../kernel/arcPosition.ts'
import { GuanxiError, show } from '../model/errors.ts'
import { type Layer, layers } from '../model/network.ts'
import { collectWith, isSnapshot, type NetworkLike } from '../model/snapshot.ts'

/** The three layers by pair of actors, zero where there is no tie: for measures that read ties by the actors' roles. */
export interface Matrix {
  readonly ids: readonly string[]
  readonly kinds: readonly string[]
  power(i: number, j: number): number
  /** Divided by the largest value of the network when that is above 1. */
  resources(i: number, j: number): number
  trust(i: number, j: number): number
  /** Whether there is a tie from i to j. */
  tied(i: number, j: number): boolean
}

/** Reads a network for look-ups by pair; a look-up bisects a row, so that nothing of size n² is held. */
export function readMatrix(where: string, network: NetworkLike, missing?: number): Matrix {
  const snapshot = isSnapshot(network) ? network : collectWith(network, layers, ['kind'])
  const { ids, graph } = snapshot
  const kinds = snapshot.attributes.get('kind')
  if (!kinds)
    throw new GuanxiError('INVALID_NETWORK', `${where}: expected actors with a kind; give snapshotFrom attributes.kind`)
  const reader = (layer: Layer, scale: number) => {
    const column = snapshot.layers.get(layer)
    return (i: number, j: number) => {
      const position = arcPosition(graph, i, j)
      if (position < 0) return 0
      const value = column?.[position] ?? Number.NaN
      if (!Number.isNaN(value)) return value / scale
      if (missing !== undefined) return missing / scale
      throw new GuanxiError(
        'MISSING_VALUE',
        `${where}: ${layer} of the tie from ${show(ids[i])} to ${show(ids[j])} is unknown; set missing to a number to say what it counts`,
      )
    }
  }
  let largest = 1
  for (const value of snapshot.layers.get('resources') ?? []) if (value > largest) largest = value
  return {
    ids,
    kinds: kinds.map(kind => String(kind ?? '')),
    power: reader('power', 1),
    resources: reader('resources', largest),
    trust: reader('trust', 1),
    tied: (i, j) => arcPosition(graph, i, j) >= 0,
  }
}
