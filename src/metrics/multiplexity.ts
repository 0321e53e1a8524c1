import { type LayersOptions, layersRules, readLayers } from '../model/layerColumns.ts'
import { checkOptions } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import type { LayerMatrix } from './multireciprocity.ts'

/**
 * Multiplexity: how much of the weight of two layers runs along the same ties in the same direction.
 *
 * m^αβ = 2 Σ_{i≠j} min(w^α_ij, w^β_ij) / (W^α + W^β), with W^α the sum of a layer's weights
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layers - tie attributes ≥ 0 on one scale, as in `multireciprocity`; those of power, resources and trust that
 *   there are.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad on all layers. @defaultValue 'error'
 * @returns a symmetric matrix of numbers in [0, 1] without a unit, 1 on the diagonal; `null` where both layers are empty.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`, `INVALID_OPTION`.
 *
 * Time O(n + layers² m). Scaling all layers alike, or transposing the network, changes nothing.
 *
 * Source: Gemmetto, Squartini, Picciolo, Ruzzenenti & Garlaschelli 2016, Physical Review E 94:042316.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { multiplexity } from 'guanxi/metrics'
 *
 * const snapshot = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2], power: [1, 1], trust: [1, 0] })
 * multiplexity(snapshot, { layers: ['power', 'trust'] }).values[0]?.[0] // => 1
 * ```
 */
export function multiplexity(network: NetworkLike, options: LayersOptions = {}): LayerMatrix {
  checkOptions('multiplexity', options, layersRules)
  const { layers, columns } = readLayers('multiplexity', network, options)
  const totals = columns.map(column => column.reduce((a, b) => a + b, 0))
  const values = columns.map((row, a) =>
    columns.map((column, b) => {
      let shared = 0
      for (let k = 0; k < row.length; k++) shared += Math.min(row[k]!, column[k]!)
      const total = totals[a]! + totals[b]!
      return total > 0 ? (2 * shared) / total : null
    }),
  )
  return { layers, values }
}
