import { mutualCount } from '../kernel/mutual.ts'
import { checkOptions } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'

/** How many pairs of actors are tied both ways, one way, and not at all. */
export interface DyadCensus {
  readonly mutual: number
  readonly asymmetric: number
  readonly absent: number
}

/**
 * Dyad census: every pair of actors is mutual, asymmetric or absent.
 *
 * mutual + asymmetric + absent = n (n − 1) / 2
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - reads ties as present when this attribute is above `threshold`; without it all ties count.
 * @param options.threshold - in the layer's unit, ≥ 0. @defaultValue 0
 * @param options.missing - what an unknown value counts; `'skip'` leaves the dyad out of all three. @defaultValue 'error'
 * @returns three counts, without a unit.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). The same for the transposed network.
 *
 * Source: Holland & Leinhardt 1970, American Journal of Sociology 76:492–513.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { dyadCensus } from 'guanxi/metrics'
 *
 * const { mutual, asymmetric, absent } = dyadCensus(xCommunity())
 * mutual + asymmetric + absent // => 28
 * ```
 */
export function dyadCensus(network: NetworkLike, options: BinaryOptions = {}): DyadCensus {
  checkOptions('dyadCensus', options, binaryRules)
  const { graph, skippedDyads } = readTies('dyadCensus', network, options, { binary: true, dyadic: true })
  const mutual = mutualCount(graph)
  const asymmetric = graph.size - 2 * mutual
  const pairs = (graph.order * Math.max(0, graph.order - 1)) / 2 - skippedDyads
  return { mutual, asymmetric, absent: pairs - mutual - asymmetric }
}
