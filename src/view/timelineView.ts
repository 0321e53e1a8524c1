import { GuanxiError, show } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions } from '../model/options.ts'
import { drawNetwork } from './drawNetwork.ts'
import { drawOptions, type ViewOptions, viewRules } from './networkView.ts'
import { placeTogether } from './placeTogether.ts'
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
  const { reads, union, placed, scales } = placeTogether(where, networks, options)
  return {
    kind: 'timeline-view',
    views: reads.map(read => drawNetwork(read, union.placesOf(read, placed), scales, draw)),
  }
}
