import { solveResolvent } from '../kernel/resolvent.ts'
import { outRows } from '../kernel/rows.ts'
import { outStrengths } from '../kernel/strengths.ts'
import { checkOptions, finite, requireOption } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'
import { requireBelowBound } from './spectralBound.ts'

/** Options of `bonacichPower`. */
export interface BonacichPowerOptions extends TieOptions {
  /** What ties to the strong are worth, between −1/λ₁ and 1/λ₁; below 0, ties to the weak give power. */
  readonly beta: number
}

/**
 * Bonacich power: how much an actor's ties are worth when it matters whom they lead to.
 *
 * c(β) = a (I − β W)⁻¹ W 1, with a such that Σ c_i² = n
 *
 * β > 0 where connections to the powerful help (information, support), β < 0 where one gains from partners who have nobody
 * else (bargaining); β = 0 is out-strength.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.beta - in 1 / the layer's unit, |β| below 1/λ₁, where λ₁ is the spectral radius of W; any number in a network
 *   without cycles.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie weighs 1.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns Scores of length `n`, without a unit, negative ones possible for β < 0; 1 is average; all `null` when the network
 *   has no ties.
 * @throws {GuanxiError} `INVALID_OPTION` when |beta| is not below 1/λ₁: beyond it the formula gives numbers, but no longer the sum
 *   over walks that it stands for; `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O((n + m) · rounds); rounds grow as 1 / (1 − |β| λ₁). Scaling the weights by f and β by 1/f changes nothing.
 *
 * Source: Bonacich 1987, American Journal of Sociology 92:1170–1182, eq. 4. Weighted, as R sna's bonpow; igraph ignores weights.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { bonacichPower } from 'guanxi/metrics'
 *
 * const pair = snapshotFrom({ count: 2, source: [0, 1], target: [1, 0] })
 * bonacichPower(pair, { beta: 0.5 }).get('0') // => 1
 * ```
 */
export function bonacichPower(network: NetworkLike, options: BonacichPowerOptions): Scores {
  checkOptions('bonacichPower', options, { ...tieRules, beta: finite })
  const beta = requireOption('bonacichPower', 'beta', options?.beta)
  const ties = readTies('bonacichPower', network, options)
  const { snapshot, graph, weights } = ties
  requireBelowBound('bonacichPower', 'beta', beta, ties)
  const { x, ending } = solveResolvent(outRows(graph, weights), beta, outStrengths(graph, weights))
  let top = 0
  for (const value of x) top = Math.max(top, Math.abs(value))
  let squares = 0
  for (const value of x) squares += (value / top) ** 2
  const scale = Math.sqrt(graph.order / squares) / top // NaN without ties
  for (let i = 0; i < x.length; i++) x[i]! *= scale
  return new Scores(snapshot.ids, x, { reason: 'the network has no ties', convergence: ending })
}
