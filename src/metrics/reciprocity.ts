import { forEachDyad } from '../kernel/dyads.ts'
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
  const pairs = (graph.order * (graph.order - 1)) / 2 - skippedDyads
  let total = 0
  if (weights) for (const weight of weights) total += weight
  else total = graph.size
  const mean = total / (2 * pairs)

  let mutual = 0
  let returned = 0
  let varied = 0
  let covaried = 0
  let asymmetric = 0
  forEachDyad(graph, (_a, _b, f, k) => {
    const forward = f < 0 ? 0 : weights ? weights[f]! : 1
    const backward = k < 0 ? 0 : weights ? weights[k]! : 1
    if (f >= 0 && k >= 0) {
      mutual++
      returned += 2 * Math.min(forward, backward)
    } else asymmetric++
    varied += (forward - mean) ** 2 + (backward - mean) ** 2
    covaried += 2 * (forward - mean) * (backward - mean)
  })
  const absent = pairs - mutual - asymmetric
  varied += 2 * absent * mean ** 2
  covaried += 2 * absent * mean ** 2

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
