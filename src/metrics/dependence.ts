import { forEachDyad } from '../kernel/dyads.ts'
import { inStrengths } from '../kernel/strengths.ts'
import { checkOptions } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** How much the two actors of a dyad depend on each other. */
export interface Dependence {
  readonly a: string
  readonly b: string
  /** Share of what a gets that comes from b, in [0, 1]; `null` when a gets nothing from anyone. */
  readonly aOnB: number | null
  /** Share of what b gets that comes from a, in [0, 1]; `null` when b gets nothing from anyone. */
  readonly bOnA: number | null
  /** |aOnB − bOnA|, in [0, 1]: the power imbalance; the one who depends less has the power. `null` when a share is. */
  readonly imbalance: number | null
  /** aOnB + bOnA, in [0, 2]: the mutual dependence, how much the two are tied to each other. `null` when a share is. */
  readonly mutual: number | null
}

/**
 * Dependence of the two actors of every dyad on each other, by shares of inflow; imbalance and mutual dependence kept apart.
 *
 * aOnB = w_ba / s_a^in, bOnA = w_ab / s_b^in, imbalance = |aOnB − bOnA|, mutual = aOnB + bOnA
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie weighs 1.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad, from the inflows too. @defaultValue 'error'
 * @returns a row a tied pair, in the order of the actors, `a` before `b`; shares without a unit. An actor without inflow
 *   depends on nobody in a way that this layer could show: its share, the imbalance and the mutual dependence are `null`.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). Scaling the weights changes nothing. An actor's shares sum to 1 over its dyads.
 *
 * Source: power of i over j is the dependence of j on i, Emerson 1962, American Sociological Review 27:31–41; imbalance and
 * mutual dependence as two dimensions: Casciaro & Piskorski 2005, Administrative Science Quarterly 50:167–199. That dependence
 * is read as a share of inflow is our choice.
 *
 * @example
 * ```ts
 * import { createNetwork } from 'guanxi'
 * import { dependence } from 'guanxi/metrics'
 *
 * const actors = ['street', 'agency', 'residents'].map(id => ({ id, kind: 'x' }))
 * const ties = [
 *   { source: 'street', target: 'agency', resources: 1 },
 *   { source: 'agency', target: 'street', resources: 0.5 },
 *   { source: 'residents', target: 'street', resources: 1.5 },
 * ]
 * const [row] = dependence(createNetwork({ actors, ties }), { layer: 'resources' })
 * row?.bOnA // => 1
 * row?.aOnB // => 0.25
 * ```
 */
export function dependence(network: NetworkLike, options: TieOptions = {}): Dependence[] {
  checkOptions('dependence', options, tieRules)
  const { snapshot, graph, weights } = readTies('dependence', network, options, { dyadic: true })
  const { ids } = snapshot
  const inflow = inStrengths(graph, weights)
  const share = (position: number, of: number): number | null => {
    if (inflow[of] === 0) return null
    return position < 0 ? 0 : (weights ? weights[position]! : 1) / inflow[of]!
  }
  const rows: Dependence[] = []
  forEachDyad(graph, (a, b, forward, backward) => {
    const aOnB = share(backward, a)
    const bOnA = share(forward, b)
    const known = aOnB !== null && bOnA !== null
    rows.push({
      a: ids[a]!,
      b: ids[b]!,
      aOnB,
      bOnA,
      imbalance: known ? Math.abs(aOnB - bOnA) : null,
      mutual: known ? aOnB + bOnA : null,
    })
  })
  return rows
}
