import { forEachDyad } from '../kernel/dyads.ts'
import { outStrengths } from '../kernel/strengths.ts'
import { checkOptions } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** How much of what each actor of a dyad gives goes to the other. */
export interface Commitment {
  readonly a: string
  readonly b: string
  /** Share of what a gives that goes to b, in [0, 1]; `null` when a gives nothing to anyone. */
  readonly aToB: number | null
  /** Share of what b gives that goes to a, in [0, 1]; `null` when b gives nothing to anyone. */
  readonly bToA: number | null
  /** aToB − bToA, in [−1, 1]: above 0 when a is the more committed; `null` when a share is. */
  readonly difference: number | null
  /** |ln aToB − ln bToA|, from 0 (both give the same share) up; `null` for a one-way tie, where it has no bound. */
  readonly logRatio: number | null
}

/**
 * Commitment of the two actors of every dyad to each other: the share of what one gives that goes to the other.
 *
 * aToB = w_ab / s_a^out, bToA = w_ba / s_b^out, logRatio = |ln aToB − ln bToA|
 *
 * Commitment is not dependence: the share of what a gives to b (here) beside the share of what b gets from a (`dependence`).
 * On one dyad the two may point in opposite directions; name the one that is shown.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie weighs 1.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad, from the strengths too. @defaultValue 'error'
 * @returns a row a tied pair, in the order of the actors, `a` before `b`; shares without a unit.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). Scaling the weights changes nothing. An actor's shares sum to 1 over its dyads.
 *
 * Source: logRatio: Wang, Lizardo, Hachen, Strathman, Toroczkai & Chawla 2013, Network Science 1(1), the relative-probability
 * measure of dyadic reciprocity; the shares are its terms.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { commitment } from 'guanxi/metrics'
 *
 * const snapshot = snapshotFrom({ count: 3, source: [0, 0, 1], target: [1, 2, 0], resources: [1, 3, 5] })
 * commitment(snapshot, { layer: 'resources' })[0]?.aToB // => 0.25
 * ```
 */
export function commitment(network: NetworkLike, options: TieOptions = {}): Commitment[] {
  checkOptions('commitment', options, tieRules)
  const { snapshot, graph, weights } = readTies('commitment', network, options, { dyadic: true })
  const { ids } = snapshot
  const given = outStrengths(graph, weights)
  const share = (position: number, of: number): number | null => {
    if (given[of] === 0) return null
    return position < 0 ? 0 : (weights ? weights[position]! : 1) / given[of]!
  }
  const rows: Commitment[] = []
  forEachDyad(graph, (a, b, forward, backward) => {
    const aToB = share(forward, a)
    const bToA = share(backward, b)
    rows.push({
      a: ids[a]!,
      b: ids[b]!,
      aToB,
      bToA,
      difference: aToB !== null && bToA !== null ? aToB - bToA : null,
      logRatio: aToB && bToA ? Math.abs(Math.log(aToB) - Math.log(bToA)) : null,
    })
  })
  return rows
}
