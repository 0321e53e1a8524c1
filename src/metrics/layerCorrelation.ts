import { NO_REVERSE, reversePositions } from '../kernel/reverse.ts'
import { type LayersOptions, layersRules, readLayers } from '../model/layerColumns.ts'
import { checkOptions } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'

/** Correlations of layers; rows and columns in the order of `layers`. */
export interface LayerCorrelation {
  readonly layers: readonly string[]
  /** Correlation of w^α_ij with w^β_ij; 1 on the diagonal. */
  readonly values: readonly (readonly (number | null)[])[]
  /** Correlation of w^α_ij with w^β_ji, the cross-reciprocity; on the diagonal the reciprocity of one layer. */
  readonly reversed: readonly (readonly (number | null)[])[]
}

/**
 * Correlation of layers over all ordered pairs of actors, the same way round and the other way round.
 *
 * values_αβ = cor(w^α_ij, w^β_ij), reversed_αβ = cor(w^α_ij, w^β_ji), over all i ≠ j; pairs without a tie count 0
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layers - tie attributes ≥ 0; those of power, resources and trust that there are.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad on all layers. @defaultValue 'error'
 * @returns two symmetric matrices of numbers in [−1, 1] without a unit; `null` where a layer is the same for all pairs.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`, `INVALID_OPTION`.
 *
 * Time O(n + layers² m). Scaling any layer, or transposing the network, changes nothing. For a test see `qapCorrelation` of
 * guanxi/inference.
 *
 * Source: graph correlation as in R sna's gcor, Krackhardt 1987, Social Networks 9:171–186; against the transpose ours.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { layerCorrelation } from 'guanxi/metrics'
 *
 * const swap = snapshotFrom({ count: 2, source: [0, 1], target: [1, 0], resources: [1, 0], trust: [0, 1] })
 * layerCorrelation(swap).values[0]?.[1] // => -1
 * layerCorrelation(swap).reversed[0]?.[1] // => 1
 * ```
 */
export function layerCorrelation(network: NetworkLike, options: LayersOptions = {}): LayerCorrelation {
  checkOptions('layerCorrelation', options, layersRules)
  const { graph, layers, columns, pairs } = readLayers('layerCorrelation', network, options)
  const reverse = reversePositions(graph)
  const means = columns.map(column => column.reduce((a, b) => a + b, 0) / pairs)
  // Pairs without a tie, all alike, are added at once.
  const covariance = (a: number, b: number, at: (k: number) => number) => {
    const row = columns[a]!
    const column = columns[b]!
    const meanA = means[a]!
    const meanB = means[b]!
    let sum = 0
    let visited = 0
    for (let k = 0; k < row.length; k++) {
      const other = at(k)
      if (other === NO_REVERSE) continue
      sum += (row[k]! - meanA) * (column[other]! - meanB)
      visited++
    }
    return { sum, visited }
  }
  const variances = columns.map((column, a) => {
    let sum = (pairs - column.length) * means[a]! ** 2
    for (let k = 0; k < column.length; k++) sum += (column[k]! - means[a]!) ** 2
    return sum
  })
  const correlation = (a: number, b: number, crossed: boolean): number | null => {
    const scale = Math.sqrt(variances[a]! * variances[b]!)
    const flat = (c: number) => variances[c]! <= 1e-24 * (means[c]! * pairs) ** 2
    if (pairs === 0 || flat(a) || flat(b)) return null
    const { sum, visited } = covariance(a, b, crossed ? k => reverse[k]! : k => k)
    let rest = (pairs - visited) * means[a]! * means[b]!
    if (crossed) {
      // One-way ties stand beside a zero, once as w^α_ij and once as w^β_ji.
      for (let k = 0; k < reverse.length; k++)
        if (reverse[k] === NO_REVERSE) rest -= columns[a]![k]! * means[b]! + columns[b]![k]! * means[a]!
    }
    return Math.max(-1, Math.min(1, (sum + rest) / scale))
  }
  const matrix = (crossed: boolean) => columns.map((_, a) => columns.map((_, b) => correlation(a, b, crossed)))
  return { layers, values: matrix(false), reversed: matrix(true) }
}
