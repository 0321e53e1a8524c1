import { stationaryShares } from '../kernel/pageRank.ts'
import { principalVector } from '../kernel/principal.ts'
import { inRows } from '../kernel/rows.ts'
import { outStrengths } from '../kernel/strengths.ts'
import { strongComponents } from '../kernel/strongComponents.ts'
import { GuanxiError, show } from '../model/errors.ts'
import { checkOptions, type OptionRule, texts } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** Options of `eigenTrust`. */
export interface EigenTrustOptions extends TieOptions {
  /** Part of everybody's trust that goes to the pre-trusted actors instead, in [0, 1). @defaultValue 0 */
  readonly restart?: number | undefined
  /** Ids of the pre-trusted actors, who share `restart` evenly. @defaultValue all actors */
  readonly pretrusted?: readonly string[] | undefined
}

const restartRule: OptionRule = {
  expected: 'a number from 0 to below 1',
  accepts: value => typeof value === 'number' && value >= 0 && value < 1,
}

/**
 * EigenTrust: how far an actor is trusted when trust is weighed by how far those who give it are trusted themselves.
 *
 * t = (1 − a) Cᵀ t + a p with c_ij = w_ij / s_i^out, Σ t_i = 1: everyone has one vote to share, votes of the trusted count more
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie weighs 1.
 * @param options.restart - a. With a > 0, an actor who trusts nobody trusts the pre-trusted ones.
 * @param options.pretrusted - p is even over these and 0 elsewhere; only with a > 0.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns Scores of length `n` in [0, 1] with sum 1, without a unit. With a = 0 all `null`, with a `reason`, unless every actor
 *   reaches every other: trust then drains into those who pass none on, and a limit need not exist.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_ACTOR`, `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O((n + m) · rounds). Scaling what one actor gives changes nothing.
 *
 * Source: Kamvar, Schlosser & Garcia-Molina 2003, WWW '03:640–651, eq. 5; a = 0 is graph-tool's eigentrust, here as the vector
 * that stays, which exists for periodic networks too.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { eigenTrust } from 'guanxi/metrics'
 *
 * const snapshot = snapshotFrom({ ids: ['a', 'b', 'c'], source: [0, 1, 2], target: [1, 0, 0], trust: [1, 1, 1] })
 * eigenTrust(snapshot, { layer: 'trust' }).get('a') // => null
 * eigenTrust(snapshot, { layer: 'trust', restart: 0.1 }).ranked()[0]?.[0] // => 'a'
 * ```
 */
export function eigenTrust(network: NetworkLike, options: EigenTrustOptions = {}): Scores {
  checkOptions('eigenTrust', options, { ...tieRules, restart: restartRule, pretrusted: texts })
  const { restart = 0, pretrusted } = options
  if (pretrusted && (restart === 0 || pretrusted.length === 0))
    throw new GuanxiError('INVALID_OPTION', 'eigenTrust: expected pretrusted to name actors, and restart above 0')
  const { snapshot, graph, weights } = readTies('eigenTrust', network, options)
  const { ids } = snapshot
  const { order } = graph
  const given = outStrengths(graph, weights)
  const rows = inRows(graph, weights)
  if (restart > 0) {
    const { x, ending } = stationaryShares(
      rows,
      given,
      pretrusted ? evenOver(pretrusted, ids) : null,
      1 - restart,
      1e-12,
    )
    return new Scores(ids, x, { convergence: ending })
  }
  if (order < 2 || strongComponents(graph).count > 1)
    return new Scores(ids, new Float64Array(order).fill(Number.NaN), {
      reason: 'not every actor reaches every other; set restart above 0',
    })
  const shares = Float64Array.from(rows.columns, (j, p) => (rows.values ? rows.values[p]! : 1) / given[j]!)
  const { x, ending } = principalVector({ ...rows, values: shares }, new Float64Array(order).fill(1))
  const sum = x.reduce((a, b) => a + b, 0)
  return new Scores(
    ids,
    x.map(value => value / sum),
    { convergence: ending },
  )
}

function evenOver(chosen: readonly string[], ids: readonly string[]): Float64Array {
  const places = new Map(ids.map((id, i) => [id, i]))
  const members = new Set(
    chosen.map(id => {
      const place = places.get(id)
      if (place === undefined) throw new GuanxiError('UNKNOWN_ACTOR', `eigenTrust: no actor ${show(id)}`)
      return place
    }),
  )
  return Float64Array.from(ids, (_, i) => (members.has(i) ? 1 / members.size : 0))
}
