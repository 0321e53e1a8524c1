import { stationaryShares } from '../kernel/pageRank.ts'
import { inRows } from '../kernel/rows.ts'
import { outStrengths } from '../kernel/strengths.ts'
import { checkOptions, type OptionRule } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** Options of `pageRank`. */
export interface PageRankOptions extends TieOptions {
  /** Chance of following a tie rather than jumping anywhere, in [0, 1). @defaultValue 0.85 (Brin & Page 1998) */
  readonly damping?: number | undefined
}

const damping: OptionRule = {
  expected: 'a number from 0 to below 1',
  accepts: value => typeof value === 'number' && value >= 0 && value < 1,
}

/**
 * PageRank of every actor: the share of time that a walker spends there who follows ties in proportion to their weight and now
 * and then jumps anywhere.
 *
 * x_i = (1 − d)/n + d (Σ_j x_j w_ji / s_j^out + Σ_{j without ties out} x_j / n)
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie weighs 1.
 * @param options.damping - d; how far importance travels along ties.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns Scores of length `n` in (0, 1] with sum 1, without a unit; never `null`. `convergence.residual` bounds the sum of
 *   all absolute errors; it is at most 1e-10 when `converged`.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O((n + m) · rounds), some 20 rounds at the default damping, of the order of 1 / (1 − d) at most times 25. Scaling the
 * weights changes nothing.
 *
 * Source: Brin & Page 1998, Computer Networks and ISDN Systems 30:107–117; dead ends jump anywhere, as in igraph, NetworkX and
 * graphology.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { pageRank } from 'guanxi/metrics'
 *
 * const cycle = snapshotFrom({ count: 4, source: [0, 1, 2, 3], target: [1, 2, 3, 0] })
 * Math.abs(pageRank(cycle).get('0')! - 0.25) < 1e-10 // => true
 * ```
 */
export function pageRank(network: NetworkLike, options: PageRankOptions = {}): Scores {
  checkOptions('pageRank', options, { ...tieRules, damping })
  const { snapshot, graph, weights } = readTies('pageRank', network, options)
  const rows = inRows(graph, weights)
  const { x, ending } = stationaryShares(rows, outStrengths(graph, weights), null, options.damping ?? 0.85, 1e-10)
  return new Scores(snapshot.ids, x, { convergence: ending })
}
