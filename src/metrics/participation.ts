import { type LayersOptions, layersRules, readLayers } from '../model/layerColumns.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import type { Direction } from './strength.ts'

/** Options of `participation`. */
export interface ParticipationOptions extends LayersOptions {
  /** @defaultValue 'total' */
  readonly direction?: Direction | undefined
  /** Count the actor's ties on each layer, or add up their weights. @defaultValue 'ties' */
  readonly by?: 'ties' | 'weight' | undefined
}

/**
 * Participation of every actor in the layers: whether its ties keep to one layer or are spread over all.
 *
 * P_i = L/(L − 1) · (1 − Σ_α (k^α_i / o_i)²), with k^α_i the actor's ties (or weight) on layer α and o_i = Σ_α k^α_i
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layers - `L` tie attributes ≥ 0; those of power, resources and trust that there are.
 * @param options.direction - ties out, in, or both.
 * @param options.by - `'weight'` only makes sense for layers on one scale.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad on all layers. @defaultValue 'error'
 * @returns Scores of length `n` in [0, 1] without a unit: 0 when all is on one layer, 1 when the layers are even; `null` for an
 *   actor without ties, and for all when there are fewer than two layers.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`, `INVALID_OPTION`.
 *
 * Time O(n + L m). Scaling all layers alike changes nothing; transposing the network swaps in and out.
 *
 * Source: Battiston, Nicosia & Latora 2014, Physical Review E 89:032804 (multiplex participation coefficient).
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { participation } from 'guanxi/metrics'
 *
 * const snapshot = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2], power: [1, 1], trust: [1, 0] })
 * participation(snapshot).get('0') // => 1
 * participation(snapshot).get('2') // => 0
 * ```
 */
export function participation(network: NetworkLike, options: ParticipationOptions = {}): Scores {
  checkOptions('participation', options, {
    ...layersRules,
    direction: oneOf('out', 'in', 'total'),
    by: oneOf('ties', 'weight'),
  })
  const { direction = 'total', by = 'ties' } = options
  const { snapshot, graph, layers, columns } = readLayers('participation', network, options)
  const { order, outOffsets, outTargets } = graph
  const whole = new Float64Array(order)
  const squares = new Float64Array(order)
  const own = new Float64Array(order)
  for (const column of columns) {
    own.fill(0)
    for (let i = 0; i < order; i++)
      for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++) {
        const amount = by === 'weight' ? column[k]! : column[k]! > 0 ? 1 : 0
        if (direction !== 'in') own[i]! += amount
        if (direction !== 'out') own[outTargets[k]!]! += amount
      }
    for (let i = 0; i < order; i++) {
      whole[i]! += own[i]!
      squares[i]! += own[i]! ** 2
    }
  }
  const count = layers.length
  const scores = whole.map((sum, i) =>
    count < 2 || sum === 0 ? Number.NaN : Math.max(0, (count / (count - 1)) * (1 - squares[i]! / sum ** 2)),
  )
  return new Scores(snapshot.ids, scores, {
    reason: count < 2 ? 'fewer than two layers' : 'the actor has no ties on these layers',
  })
}
