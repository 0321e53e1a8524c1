import { mutualSums } from '../kernel/mutual.ts'
import { checkOptions, requireOption } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type LayerOptions, readTies, tieRules } from '../model/ties.ts'

/**
 * Asymmetry of a layer: the share of all weight that is not returned within its dyad.
 *
 * A = Σ_{i<j} |w_ij − w_ji| / Σ_{i≠j} w_ij = 1 − weighted reciprocity
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad. @defaultValue 'error'
 * @returns a number in [0, 1] without a unit: 0 when every tie is returned in full, 1 when none is returned at all; `null`
 *   when the layer has no weight.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). Scaling the weights or transposing the network changes nothing.
 *
 * Source: the directional consistency index of van Hooff & Wensing 1987; complement of r in Squartini, Picciolo, Ruzzenenti
 * & Garlaschelli 2013, Scientific Reports 3:2729, eq. 5, doi:10.1038/srep02729.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { asymmetry, reciprocity } from 'guanxi/metrics'
 *
 * const power = { layer: 'power' }
 * Math.abs(asymmetry(xCommunity(), power)! + reciprocity(xCommunity(), power).weighted! - 1) < 1e-12 // => true
 * ```
 */
export function asymmetry(network: NetworkLike, options: LayerOptions): number | null {
  checkOptions('asymmetry', options, tieRules)
  requireOption('asymmetry', 'layer', options?.layer)
  const { graph, weights } = readTies('asymmetry', network, options, { dyadic: true })
  let total = 0
  for (let k = 0; k < graph.size; k++) total += weights![k]!
  if (!(total > 0)) return null
  const { count, gap, both } = mutualSums(graph, weights!)
  const oneWay = 2 * count === graph.size ? 0 : total - both
  return (gap + oneWay) / total
}
