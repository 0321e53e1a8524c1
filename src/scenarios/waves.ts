import { GuanxiError, show } from '../model/errors.ts'
import { layers, type RelationNetwork } from '../model/network.ts'
import type { Model } from './dynamics/model.ts'

/** The network as it was seen in a week. */
export interface Wave {
  /** Weeks since the first wave, which is week 0. */
  readonly week: number
  readonly network: RelationNetwork
}

/** Values of the pairs that the model moves, layer after layer: those of pair `k` on layer `l` at `l * pairs + k`. */
export type Values = Float64Array

/** A wave on the model's pairs and scale; NaN where a value is unknown. */
export function valuesOf(where: string, model: Model, { week, network }: Wave): Values {
  const pairs = model.source.length
  const values = new Float64Array(layers.length * pairs)
  for (let k = 0; k < pairs; k++) {
    const [source, target] = [model.ids[model.source[k]!]!, model.ids[model.target[k]!]!]
    const missing = [source, target].find(id => !network.hasNode(id))
    if (missing !== undefined)
      throw new GuanxiError('UNKNOWN_ACTOR', `${where}: the wave of week ${week} lacks actor ${show(missing)}`)
    const tie = network.directedEdge(source, target)
    layers.forEach((layer, l) => {
      const value = tie === undefined ? 0 : network.getEdgeAttribute(tie, layer)
      values[l * pairs + k] = (value ?? Number.NaN) / (layer === 'resources' ? model.unit : 1)
    })
  }
  return values
}

export interface Groups {
  /** Group of each moving pair, layer after layer; −1 for pairs that the model does not move. */
  readonly of: Int32Array
  readonly count: number
}

/** Values that are averaged: those of one layer on ties between the same roles. */
export function groupsOf(model: Model): Groups {
  const pairs = model.source.length
  const of = new Int32Array(layers.length * pairs).fill(-1)
  const known = new Map<string, number>()
  for (const k of model.moving)
    layers.forEach((layer, l) => {
      const key = `${layer} ${model.roles[model.source[k]!]} ${model.roles[model.target[k]!]}`
      if (!known.has(key)) known.set(key, known.size)
      of[l * pairs + k] = known.get(key)!
    })
  return { of, count: known.size }
}

/** Mean of each group in each wave, over the values that `known` knows; a group without any is left out. */
export function summaryOf(
  groups: Groups,
  waves: readonly Values[],
  known: readonly Values[],
): { means: Float64Array; counts: Float64Array } {
  const sums = new Float64Array(waves.length * groups.count)
  const counts = new Float64Array(sums.length)
  waves.forEach((values, w) => {
    for (let i = 0; i < values.length; i++) {
      if (groups.of[i]! < 0 || Number.isNaN(known[w]![i]!)) continue
      sums[w * groups.count + groups.of[i]!]! += values[i]!
      counts[w * groups.count + groups.of[i]!]!++
    }
  })
  const there = Array.from(counts.keys()).filter(s => counts[s]! > 0)
  return {
    means: Float64Array.from(there, s => sums[s]! / counts[s]!),
    counts: Float64Array.from(there, s => counts[s]!),
  }
}
