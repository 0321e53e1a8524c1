import { gini, theil } from '../kernel/inequality.ts'
import { strengths } from '../kernel/strengths.ts'
import { groupRule, readGroups, withGroups } from '../model/groups.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { orNull } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, tieRules } from '../model/ties.ts'
import type { StrengthOptions } from './strength.ts'

/** Options of `inequality`. */
export interface InequalityOptions extends StrengthOptions {
  /** Actor attribute whose groups split the Theil index; without it `between` and `within` are `null`. */
  readonly group?: string | undefined
}

/** How unequally the actors share what is given or got. */
export interface Inequality {
  /** 0 (all the same) to 1 − 1/n (one has all); `null` when nobody has anything. */
  readonly gini: number | null
  /** 0 (all the same) to ln n (one has all); `null` when nobody has anything. */
  readonly theil: number | null
  /** Part of `theil` that lies between the groups, ≥ 0; `null` without `group`. */
  readonly between: number | null
  /** Part of `theil` that lies within the groups, ≥ 0; `null` without `group`. */
  readonly within: number | null
}

/**
 * Inequality of the actors' strengths: Gini coefficient, and Theil index split between and within groups.
 *
 * With x_i the strength of actor i and μ its mean over all n actors:
 * gini = Σ_i Σ_j |x_i − x_j| / (2 n² μ), theil = (1/n) Σ_i (x_i/μ) ln(x_i/μ), where 0 · ln 0 = 0.
 * With μ_g the mean in group g of n_g actors: between = Σ_g (n_g μ_g / n μ) ln(μ_g/μ), within = theil − between.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1.
 * @param options.direction - `'out'` (what they give), `'in'` (what they get) or `'total'`. @defaultValue 'total'
 * @param options.group - actor attribute; actors with the same value are a group.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns four numbers without a unit, each `null` where not defined (see `Inequality`).
 * @throws {GuanxiError} `MISSING_VALUE` (also when an actor has no group), `UNKNOWN_LAYER`, `UNKNOWN_ATTRIBUTE`, `INVALID_VALUE`.
 *
 * Time O(m + n log n). Scaling the weights changes nothing; between + within = theil.
 *
 * Source: Gini 1912, the form of population size n, without the correction n / (n − 1); Theil 1967, Economics and Information
 * Theory, ch. 4.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { inequality } from 'guanxi/metrics'
 *
 * const star = snapshotFrom({ count: 4, source: [0, 0, 0], target: [1, 2, 3], resources: [1, 1, 1] })
 * inequality(star, { layer: 'resources', direction: 'out' }).gini // => 0.75
 * ```
 */
export function inequality(network: NetworkLike, options: InequalityOptions = {}): Inequality {
  checkOptions('inequality', options, { ...tieRules, direction: oneOf('out', 'in', 'total'), group: groupRule })
  const { direction = 'total', group } = options
  const grouped = group === undefined ? network : withGroups(network, options.layer, group)
  const { snapshot, graph, weights } = readTies('inequality', grouped, options)
  const values = strengths(graph, weights, direction)
  const groups = group === undefined ? null : readGroups('inequality', snapshot, group)
  const split = theil(values, groups?.of ?? new Uint32Array(values.length), groups?.names.length ?? 1)
  return {
    gini: orNull(gini(values)),
    theil: orNull(split.total),
    between: groups ? orNull(split.between) : null,
    within: groups ? orNull(split.within) : null,
  }
}
