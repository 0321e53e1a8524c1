import { type LayersOptions, layersRules, readLayers } from '../model/layerColumns.ts'
import { checkOptions } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'

/** On how many layers the ties are present. */
export interface Overlap {
  readonly layers: readonly string[]
  /** How many ties are present on just one layer, on two, … on all. */
  readonly counts: readonly number[]
  /** Mean share of the layers on which a tie is present, in [1/L, 1]; `null` without ties. */
  readonly share: number | null
  /** Overlapping degree o_i: ties of the actor, in and out, summed over the layers. */
  readonly degree: Scores
}

/**
 * Overlap of layers: whether actors are tied in several ways at once.
 *
 * o_ij = Σ_α a^α_ij, with a^α_ij = 1 where the layer's weight is above 0; share = Σ o_ij / (L · ties with o_ij > 0)
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layers - `L` tie attributes ≥ 0; those of power, resources and trust that there are.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad on all layers. @defaultValue 'error'
 * @returns `Overlap`: counts of ties, a share without a unit, and Scores of length `n`, whole numbers, never `null`.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`, `INVALID_OPTION`.
 *
 * Time O(n + L m). Scaling any layer, or transposing the network, changes nothing.
 *
 * Source: Battiston, Nicosia & Latora 2014, Physical Review E 89:032804 (edge overlap, overlapping degree; here of directed ties).
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { overlap } from 'guanxi/metrics'
 *
 * const snapshot = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2], power: [1, 1], trust: [1, 0] })
 * overlap(snapshot).counts // => [1, 1]
 * ```
 */
export function overlap(network: NetworkLike, options: LayersOptions = {}): Overlap {
  checkOptions('overlap', options, layersRules)
  const { snapshot, graph, layers, columns } = readLayers('overlap', network, options)
  const counts = new Array<number>(layers.length).fill(0)
  const degree = new Float64Array(graph.order)
  let present = 0
  let total = 0
  for (let i = 0; i < graph.order; i++)
    for (let k = graph.outOffsets[i]!; k < graph.outOffsets[i + 1]!; k++) {
      let on = 0
      for (const column of columns) if (column[k]! > 0) on++
      if (on === 0) continue
      counts[on - 1]!++
      present++
      total += on
      degree[i]! += on
      degree[graph.outTargets[k]!]! += on
    }
  const share = present > 0 ? total / (layers.length * present) : null
  return { layers, counts, share, degree: new Scores(snapshot.ids, degree) }
}
