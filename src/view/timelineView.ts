import { GuanxiError, show } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions } from '../model/options.ts'
import { drawNetwork, scalesOf } from './drawNetwork.ts'
import { drawOptions, levelsOf, type ViewOptions, viewRules } from './networkView.ts'
import { layOut } from './places.ts'
import { type ReadActor, type ReadTie, readNetwork } from './readNetwork.ts'
import type { NetworkView } from './types.ts'

/** One network at several times, in the same places. */
export interface TimelineView {
  readonly kind: 'timeline-view'
  readonly views: readonly NetworkView[]
}

/**
 * One network at several times as views that can be played: the same places, widths and sizes on the same scales.
 *
 * Places are those of all actors and ties of all times together; an actor has a place of its own from the start, also when
 * it comes later. With the layout `levels`, heights are those of the first time.
 *
 * @param networks - the network at each time, in order.
 * @returns a view a time.
 * @throws {GuanxiError} as `networkView`.
 *
 * @example
 * ```ts
 * import { createNetwork } from 'guanxi'
 * import { timelineView } from 'guanxi/view'
 *
 * const actors = [{ id: 'a', kind: 'community' }, { id: 'b', kind: 'residents' }]
 * const at = (trust: number) => createNetwork({ actors, ties: [{ source: 'b', target: 'a', trust }] })
 * timelineView([at(0.25), at(0.5), at(1)]).views.map(view => view.edges[0]?.width) // => [1.5, 3, 6]
 * ```
 */
export function timelineView(networks: readonly RelationNetwork[], options: ViewOptions = {}): TimelineView {
  const where = 'timelineView'
  checkOptions(where, options, viewRules)
  if (!Array.isArray(networks))
    throw new GuanxiError('INVALID_OPTION', `${where}: expected an array of networks, got ${show(networks)}`)
  const draw = drawOptions(options)
  const reads = networks.map(network => readNetwork(where, network, draw.lang, options.layer))
  const index = new Map<string, number>()
  const actors: ReadActor[] = []
  const ties = new Map<string, ReadTie>()
  for (const read of reads) {
    for (const actor of read.actors)
      if (!index.has(actor.id)) {
        index.set(actor.id, actors.length)
        actors.push(actor)
      }
    for (const tie of read.ties) {
      const source = index.get(read.actors[tie.source]!.id)!
      const target = index.get(read.actors[tie.target]!.id)!
      if (!ties.has(`${source} ${target}`)) ties.set(`${source} ${target}`, { ...tie, source, target })
    }
  }
  const known = options.layout === 'levels' && networks[0] ? levelsOf(networks[0], options.layer) : null
  const levels = known && actors.map((_, i) => known[i] ?? 0)
  const given = new Map((options.places ?? []).map(({ id, x, y }) => [id, { x, y }]))
  const placed = layOut(actors, [...ties.values()], options.layout ?? 'auto', options.seed ?? 1, levels, given)
  const scales = scalesOf(reads, options)
  return {
    kind: 'timeline-view',
    views: reads.map(read =>
      drawNetwork(
        read,
        read.actors.map(({ id }) => placed[index.get(id)!]!),
        scales,
        draw,
      ),
    ),
  }
}
