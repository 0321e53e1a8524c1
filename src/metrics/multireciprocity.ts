import { NO_REVERSE, reversePositions } from '../kernel/reverse.ts'
import { type LayersOptions, layersRules, readLayers } from '../model/layerColumns.ts'
import { checkOptions } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'

/** A number a pair of layers; rows and columns in the order of `layers`. */
export interface LayerMatrix {
  readonly layers: readonly string[]
  readonly values: readonly (readonly (number | null)[])[]
}

/**
 * Multireciprocity: how much of what goes one way on one layer comes back on another. Is money returned as trust, or as power?
 *
 * r^αβ = 2 Σ_{i≠j} min(w^α_ij, w^β_ji) / (W^α + W^β), with W^α the sum of a layer's weights
 *
 * The layers must be in one unit, or at least comparable: 0.5 of power is weighed against 0.5 of trust. Layers of very
 * different totals cannot reciprocate each other in full; bring them to one scale before (the X community's all lie in [0, 1]).
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layers - tie attributes ≥ 0; those of power, resources and trust that there are.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad on all layers. @defaultValue 'error'
 * @returns a symmetric matrix of numbers in [0, 1] without a unit; its diagonal is the weighted reciprocity of each layer;
 *   `null` where both layers are empty.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`, `INVALID_OPTION`.
 *
 * Time O(n + layers² m). Scaling all layers alike, or transposing the network, changes nothing.
 *
 * Source: Gemmetto, Squartini, Picciolo, Ruzzenenti & Garlaschelli 2016, Physical Review E 94:042316. They rescale it by a null
 * model that keeps strengths, which is not done here.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { multireciprocity } from 'guanxi/metrics'
 *
 * const swap = snapshotFrom({ count: 2, source: [0, 1], target: [1, 0], resources: [1, 0], trust: [0, 1] })
 * multireciprocity(swap).values // => [[0, 1], [1, 0]]
 * ```
 */
export function multireciprocity(network: NetworkLike, options: LayersOptions = {}): LayerMatrix {
  checkOptions('multireciprocity', options, layersRules)
  const { graph, layers, columns } = readLayers('multireciprocity', network, options)
  const reverse = reversePositions(graph)
  const totals = columns.map(column => column.reduce((a, b) => a + b, 0))
  const values = columns.map((row, a) =>
    columns.map((column, b) => {
      let returned = 0
      for (let k = 0; k < row.length; k++)
        if (reverse[k] !== NO_REVERSE) returned += Math.min(row[k]!, column[reverse[k]!]!)
      const total = totals[a]! + totals[b]!
      return total > 0 ? (2 * returned) / total : null
    }),
  )
  return { layers, values }
}
