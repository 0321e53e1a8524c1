import { leastAgonyRanks } from '../kernel/agonyRanks.ts'
import { checkOptions } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** The least agony that ranks can reach, and those ranks. */
export interface Agony {
  /** Σ w_ij max(r_i − r_j + 1, 0) at the best ranks, in the layer's unit (or a number of ties). */
  readonly agony: number
  /** 1 − agony / Σw, in [0, 1]: 1 without circles, 0 when all is circles; `null` without weight. */
  readonly hierarchy: number | null
  /** Whole numbers from 0; a receiver stands above its giver. Of all best ranks the least. */
  readonly ranks: Scores
}

/**
 * Agony: how much the ties run against the best possible ranks.
 *
 * agony = min over whole-number ranks r of Σ w_ij max(r_i − r_j + 1, 0): a tie that rises costs nothing, one between equals
 * its weight, one that falls by d steps (d + 1) times its weight. hierarchy = 1 − agony / Σw.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1.
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns the least agony, the share of weight free of it, and the ranks (0 for an actor without ties; never `null`).
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Exact, by a circulation of the most flow. Time about O((n + m) · ranks · layers); 50,000 ties take about a second.
 * Scaling scales `agony` and leaves the rest alone; transposition leaves agony and hierarchy alone and turns the ranks over.
 *
 * Source: Gupte, Shankar, Li, Muthukrishnan & Iftode 2011, WWW '11, 557–566, eqs 1 and 2, doi:10.1145/1963405.1963484; weights: Tatti 2017,
 * Data Mining and Knowledge Discovery 31:702–738.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { agony } from 'guanxi/metrics'
 *
 * const { agony: least, hierarchy, ranks } = agony(snapshotFrom({ count: 3, source: [0, 1, 1], target: [1, 0, 2] }))
 * least // => 2
 * hierarchy // => 0.33333333333333337
 * ranks.toJSON() // => [['0', 0], ['1', 0], ['2', 1]]
 * ```
 */
export function agony(network: NetworkLike, options: TieOptions = {}): Agony {
  checkOptions('agony', options, tieRules)
  const { snapshot, graph, weights } = readTies('agony', network, options)
  const { order, outOffsets, outTargets } = graph
  const ranks = leastAgonyRanks(graph, weights)
  let cost = 0
  let total = 0
  for (let i = 0; i < order; i++)
    for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++) {
      const weight = weights ? weights[k]! : 1
      total += weight
      cost += weight * Math.max(ranks[i]! - ranks[outTargets[k]!]! + 1, 0)
    }
  return { agony: cost, hierarchy: total > 0 ? 1 - cost / total : null, ranks: new Scores(snapshot.ids, ranks) }
}
