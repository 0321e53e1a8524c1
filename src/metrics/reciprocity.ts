import type { Digraph } from '../kernel/digraph.ts'
import { mutualCount, mutualSums } from '../kernel/mutual.ts'
import { checkOptions } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'

/** Seven statements that all go by the name of reciprocity; each is `null` where its formula is not defined. */
export interface Reciprocity {
  /** Share of ties that are returned, 2M / (2M + A), in [0, 1]; `null` without ties. */
  readonly edgewise: number | null
  /** Share of tied pairs that are mutual, M / (M + A), in [0, 1]; `null` without ties. */
  readonly ratio: number | null
  /** Share of all pairs that are alike in both directions, (M + N) / (M + A + N), in [0, 1]; `null` below two actors. */
  readonly dyadic: number | null
  /** ln(edgewise / density), unbounded; 0 is what chance alone gives; `null` when no tie is returned. */
  readonly logRelative: number | null
  /** (edgewise − density) / (1 − density), at most 1; 0 is what chance alone gives; `null` for a complete network. */
  readonly rho: number | null
  /** Share of weight that is returned within its dyad, Σ min(w_ij, w_ji) / Σ w_ij, in [0, 1]; `null` without weight. */
  readonly weighted: number | null
  /** Correlation of w_ij with w_ji over all ordered pairs, in [−1, 1]; `null` when all weights are the same. */
  readonly correlation: number | null
}

/**
 * Reciprocity by seven definitions, each under its own name: programs that print "the" reciprocity print different ones.
 *
 * With M mutual, A asymmetric and N absent dyads; density = (2M + A) / (n (n − 1)). The first five read ties as present
 * (above `threshold`) or not, the last two read weights.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie weighs 1.
 * @param options.threshold - a tie is present above this value, in the layer's unit, ≥ 0. @defaultValue 0
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad. @defaultValue 'error'
 * @returns seven numbers without a unit, each `null` where not defined (see `Reciprocity`).
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). Transposing the network changes nothing; scaling changes nothing while `threshold` is 0.
 *
 * Source: edgewise, ratio, dyadic: Wasserman & Faust 1994, ch. 13; logRelative: Butts 2008, Asian Journal of Social Psychology
 * 11:13–41; rho: Garlaschelli & Loffredo 2004, Physical Review Letters 93:268701, eq. 4; weighted: Squartini et al. 2013,
 * Scientific Reports 3:2729, eq. 5; correlation: as in R sna's grecip, which gives 1 where all weights are the same.
 *
 * @example
 * ```ts
 * import { createNetwork } from 'guanxi'
 * import { reciprocity } from 'guanxi/metrics'
 *
 * const actors = ['a', 'b', 'c'].map(id => ({ id, kind: 'community' }))
 * const ties = [{ source: 'a', target: 'b', trust: 0.5 }, { source: 'b', target: 'a', trust: 0.25 }, { source: 'a', target: 'c', trust: 0.25 }]
 * const r = reciprocity(createNetwork({ actors, ties }), { layer: 'trust' })
 * r.ratio // => 0.5
 * r.weighted // => 0.5
 * ```
 */
export function reciprocity(network: NetworkLike, options: BinaryOptions = {}): Reciprocity {
  checkOptions('reciprocity', options, binaryRules)
  const { graph, weights, skippedDyads } = readTies('reciprocity', network, options, { dyadic: true })
  const pairs = (graph.order * Math.max(0, graph.order - 1)) / 2 - skippedDyads
  const ordered = 2 * pairs
  const { mutual, total, returned, varied, covaried } = weights
    ? weightedSums(graph, weights, ordered)
    : countedSums(graph, ordered)
  const asymmetric = graph.size - 2 * mutual
  const absent = pairs - mutual - asymmetric

  const tied = mutual + asymmetric
  const edgewise = tied > 0 ? (2 * mutual) / (2 * mutual + asymmetric) : null
  const density = pairs > 0 ? (2 * mutual + asymmetric) / (2 * pairs) : null
  return {
    edgewise,
    ratio: tied > 0 ? mutual / tied : null,
    dyadic: pairs > 0 ? (mutual + absent) / pairs : null,
    logRelative: mutual > 0 ? Math.log(edgewise! / density!) : null,
    rho: edgewise !== null && density! < 1 ? (edgewise - density!) / (1 - density!) : null,
    weighted: total > 0 ? returned / total : null,
    correlation: pairs > 0 && varied > 1e-24 * total ** 2 ? covaried / varied : null,
  }
}

interface DyadSums {
  readonly mutual: number
  readonly total: number
  /** Σ min(w_ij, w_ji) over ordered pairs. */
  readonly returned: number
  /** Σ (w_ij − mean)² over ordered pairs. */
  readonly varied: number
  /** Σ (w_ij − mean)(w_ji − mean) over ordered pairs. */
  readonly covaried: number
}

function weightedSums(graph: Digraph, weights: Float64Array, ordered: number): DyadSums {
  const { size } = graph
  let total = 0
  for (let k = 0; k < size; k++) total += weights[k]!
  const mean = total / ordered
  let varied = (ordered - size) * mean ** 2
  for (let k = 0; k < size; k++) varied += (weights[k]! - mean) ** 2
  const { count, least, both, product } = mutualSums(graph, weights, mean)
  // A one-way tie stands beside a zero, twice; pairs without a tie are all alike.
  const oneWay = size - 2 * count
  const oneWayWeight = oneWay === 0 ? 0 : total - both
  const covaried =
    2 * product - 2 * mean * (oneWayWeight - oneWay * mean) + (ordered - 2 * count - 2 * oneWay) * mean ** 2
  return { mutual: count, total, returned: 2 * least, varied, covaried }
}

/** The same when every tie weighs 1. */
function countedSums(graph: Digraph, ordered: number): DyadSums {
  const { size } = graph
  const mutual = mutualCount(graph)
  const mean = size / ordered
  const varied = size * (1 - mean) ** 2 + (ordered - size) * mean ** 2
  const oneWay = size - 2 * mutual
  const covaried =
    2 * mutual * (1 - mean) ** 2 - 2 * oneWay * mean * (1 - mean) + (ordered - 2 * mutual - 2 * oneWay) * mean ** 2
  return { mutual, total: size, returned: 2 * mutual, varied, covaried }
}
