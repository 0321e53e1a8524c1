import { GuanxiError, show } from '../model/errors.ts'
import { actorLabel, type Lang } from '../model/labels.ts'
import { layers as knownLayers, type RelationNetwork } from '../model/network.ts'
import { requireGraph } from '../model/requireGraph.ts'

export interface ReadActor {
  readonly id: string
  readonly kind: string
  readonly label: string
  /** What colour and shape show: the kind, or another attribute; empty where the actor has none. */
  readonly group: string
}

export interface ReadTie {
  readonly id: string
  /** Position of the source among the actors. */
  readonly source: number
  readonly target: number
  /** Value by layer; `null` where it is unknown. */
  readonly values: ReadonlyMap<string, number | null>
}

/** What a picture needs of a network; self-ties are left out. */
export interface ReadNetwork {
  readonly actors: readonly ReadActor[]
  readonly ties: readonly ReadTie[]
  /** Layers with a number on some tie, the three known ones first. */
  readonly layers: readonly string[]
}

/**
 * @param own - a layer beyond the three known ones that is asked for.
 * @param group - the actor attribute that colour and shape show.
 * @throws {GuanxiError} `INVALID_NETWORK`; `UNKNOWN_LAYER` when no tie has a number on `own`; `UNKNOWN_ATTRIBUTE` when no actor
 *   has `group`; `INVALID_VALUE`.
 */
export function readNetwork(
  where: string,
  network: RelationNetwork,
  lang: Lang,
  own?: string,
  group = 'kind',
): ReadNetwork {
  requireGraph(where, network)
  const names = [...knownLayers, ...(own !== undefined && !knownLayers.includes(own as never) ? [own] : [])]
  const seen = new Set<string>()
  const index = new Map<string, number>()
  const actors = network.mapNodes((id, actor) => {
    index.set(id, index.size)
    const { kind, label } = actor
    const text = (value: unknown) => (typeof value === 'object' ? '' : String(value ?? ''))
    return { id, kind: text(kind), label: actorLabel(id, label, lang), group: text(actor[group]) }
  })
  if (group !== 'kind' && actors.length > 0 && !actors.some(actor => actor.group))
    throw new GuanxiError('UNKNOWN_ATTRIBUTE', `${where}: no actor has an attribute called ${show(group)}`)
  const ties: ReadTie[] = []
  network.forEachEdge((id, tie, source, target) => {
    if (source === target) return
    const values = new Map<string, number | null>()
    for (const name of names) {
      const value = Object.hasOwn(tie, name) ? tie[name] : undefined
      if (value === null || value === undefined) {
        values.set(name, null)
        continue
      }
      if (typeof value !== 'number' || !Number.isFinite(value))
        throw new GuanxiError(
          'INVALID_VALUE',
          `${where}: ${name} of the tie from ${show(source)} to ${show(target)}: expected a finite number or null, got ${show(value)}`,
        )
      seen.add(name)
      values.set(name, value)
    }
    ties.push({ id, source: index.get(source)!, target: index.get(target)!, values })
  })
  if (own !== undefined && !seen.has(own) && !knownLayers.includes(own as never) && ties.length > 0)
    throw new GuanxiError('UNKNOWN_LAYER', `${where}: no tie has a number called ${show(own)}`)
  return { actors, ties, layers: names.filter(name => seen.has(name)) }
}
