import { show } from '../model/errors.ts'
import type { Json } from '../model/network.ts'
import { checkOptions, type OptionRule } from '../model/options.ts'
import { gatherLabel } from './shared/attributes.ts'
import { Faults } from './shared/faults.ts'
import { Losses } from './shared/losses.ts'
import { type Attributes, NetworkBuilder } from './shared/networkBuilder.ts'
import { type ReadOptions, readRules } from './shared/readOptions.ts'
import type { ReadResult } from './shared/results.ts'

/** An arc of a relation: from whom, to whom, how much (1 when not given, `null` when unknown). */
export type Arc = readonly [source: string, target: string, weight?: number | null]

/** Options of `fromRelations`. */
export interface RelationsOptions extends ReadOptions {
  /** The actors; without it, those that the arcs name. */
  readonly nodes?: readonly { readonly id: string; readonly [more: string]: Json | undefined }[] | undefined
}

const nodesRule: OptionRule = {
  expected: 'an array of objects with id',
  accepts: value =>
    Array.isArray(value) &&
    value.every(node => typeof node === 'object' && node !== null && typeof node.id === 'string'),
}

/**
 * Makes a network from named lists of arcs: one relation, one layer.
 *
 * A pair that has an arc in some relation is a tie; in a relation where it has none, the tie is zero. The weights are taken as they
 * are: `power` and `trust` must lie in [0, 1], `resources` must not be negative, other names are free. A relation called `power`,
 * `resources` or `trust` with larger weights comes in under its name with `rename`, such as `{ trust: 'certification' }`.
 *
 * @param relations - arcs by name of the relation.
 * @returns the network and what was lost: self-ties.
 * @throws {GuanxiError} `INVALID_FILE` with every fault and its path.
 *
 * Time O(actors + arcs).
 *
 * @example
 * ```ts
 * import { fromRelations } from 'guanxi/io'
 *
 * const { network } = fromRelations({ advice: [['a', 'b', 1]], friendship: [['b', 'a', 1], ['a', 'b', 2]] })
 * network.getEdgeAttributes(network.edge('a', 'b')) // => { advice: 1, friendship: 2 }
 * network.getEdgeAttributes(network.edge('b', 'a')) // => { advice: 0, friendship: 1 }
 * ```
 */
export function fromRelations(
  relations: Readonly<Record<string, readonly Arc[]>>,
  options: RelationsOptions = {},
): ReadResult {
  checkOptions('fromRelations', options, { ...readRules, nodes: nodesRule })
  const faults = new Faults('fromRelations')
  const losses = new Losses()
  if (typeof relations !== 'object' || relations === null)
    faults.fatal([], `expected lists of arcs by name, got ${show(relations)}`)
  const places: [string, number][] = []
  const builder = new NetworkBuilder(options, faults, losses, {
    actor: place => ['nodes', place],
    tie: place => places[place]!,
  })
  options.nodes?.forEach(({ id, ...attributes }, place) => {
    const known: Attributes = {}
    for (const [name, value] of Object.entries(attributes)) if (value !== null) known[name] = value
    builder.actor(id, gatherLabel(id, known), place)
  })
  const names = Object.keys(relations)
  const rows = new Map<string, Map<string, { place: number; values: Attributes }>>()
  for (const name of names) {
    if (!Array.isArray(relations[name])) {
      faults.add([name], `expected an array of arcs, got ${show(relations[name])}`)
      continue
    }
    for (const [i, arc] of relations[name]!.entries()) {
      const [source, target, weight = 1] = Array.isArray(arc) ? (arc as unknown as Arc) : (['', ''] as const)
      const isWeight = weight === null || (typeof weight === 'number' && Number.isFinite(weight))
      if (typeof source !== 'string' || typeof target !== 'string' || source === '' || target === '' || !isWeight) {
        faults.add([name, i], 'expected [source, target, weight] with a finite weight')
        continue
      }
      if (options.nodes === undefined)
        for (const id of [source, target]) if (!builder.hasActor(id)) builder.actor(id, {}, i)
      const targets = rows.get(source) ?? new Map<string, { place: number; values: Attributes }>()
      rows.set(source, targets)
      const row = targets.get(target) ?? { place: places.push([name, i]) - 1, values: {} }
      targets.set(target, row)
      if (!Object.hasOwn(row.values, name)) row.values[name] = weight
      else if ((options.parallel ?? 'refuse') === 'refuse')
        faults.add(
          [name, i],
          `repeats the arc from ${show(source)} to ${show(target)}; the option parallel says how to merge`,
        )
      else {
        losses.add(`repeated arcs of ${name} are merged (${options.parallel})`)
        row.values[name] = mergedWeight(row.values[name] as number | null, weight, options.parallel!)
      }
    }
  }
  for (const [source, targets] of rows)
    for (const [target, { place, values }] of targets) {
      const whole: Attributes = {}
      for (const name of names) whole[name] = Object.hasOwn(values, name) ? values[name] : 0
      builder.tie(source, target, whole, place)
    }
  return { network: builder.finish(), losses: losses.list() }
}

function mergedWeight(
  first: number | null,
  second: number | null,
  rule: 'refuse' | 'sum' | 'first' | 'max',
): number | null {
  if (rule === 'first') return first
  if (first === null || second === null) return null
  return rule === 'sum' ? first + second : Math.max(first, second)
}
