import { mean } from '../kernel/mean.ts'
import { GuanxiError, show } from '../model/errors.ts'
import { checkOptions, requireOption, text } from '../model/options.ts'
import { type Role, roleOf } from '../model/roles.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type Matrix, readMatrix } from './roleMatrix.ts'

/** The paper's two signs of an effective agency; `null` where the network does not define one. */
export interface Standing {
  /** Having a say (说上话), in [0, 1]. */
  readonly voice: number | null
  /** Getting things done (办成事), in [0, 1]. */
  readonly delivery: number | null
}

/** Options of `standing`. */
export interface StandingOptions {
  /** Id of the actor whose standing is asked for, an agency as a rule. */
  readonly of: string
  /** Roles of kinds that are not known by name. */
  readonly roles?: Readonly<Record<string, Role>> | undefined
  /** What an unknown value counts, ≥ 0; without it an unknown value is an error. */
  readonly missing?: number | undefined
}

/**
 * Standing of an actor between those who govern it and those whom it serves: voice and delivery.
 *
 * voice = mean over governing actors g (purchasers and hosts) of √( p_ig / (p_ig + p_gi) · t_gi ): its share of the power
 * between the two, and whether it is listened to; one without the other gives little.
 *
 * delivery = ( support · provision · acceptance )^⅓ with support = S / (1 + S), S = Σ_k r_ki over all k; provision and
 * acceptance = means over publics u of r_iu and of t_ui. Resources r are divided by the largest of the network when that is
 * above 1.
 *
 * @param network - network or snapshot with `power`, `resources` and `trust`; actors' kinds give the roles.
 * @param options.of - id of the actor.
 * @returns two numbers in [0, 1] without a unit; `voice` is `null` when no governing actor has power over it or is under its
 *   power, `delivery` when there is no public.
 * @throws {GuanxiError} `UNKNOWN_ACTOR`; `MISSING_VALUE` when a value is unknown and `missing` is not given.
 *
 * Time O(n + m). Relabelling changes nothing.
 *
 * Source: none; our reading of the two signs named in the conclusion of the case study (section 4).
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { standing } from 'guanxi/metrics'
 *
 * const { voice } = standing(xCommunity(), { of: 'agency' })
 * voice! > 0 && voice! < 0.5 // => true
 * ```
 */
export function standing(network: NetworkLike, options: StandingOptions): Standing {
  checkOptions('standing', options, {
    of: text,
    roles: { expected: 'an object of roles', accepts: value => typeof value === 'object' && value !== null },
    missing: { expected: 'a number from 0', accepts: value => Number.isFinite(value) && (value as number) >= 0 },
  })
  const id = requireOption('standing', 'of', options?.of)
  const matrix = readMatrix('standing', network, options.missing)
  const i = matrix.ids.indexOf(id)
  if (i < 0) throw new GuanxiError('UNKNOWN_ACTOR', `standing: no actor ${show(id)}`)
  const roles = matrix.kinds.map(kind => roleOf(kind, options.roles))
  return standingOf(matrix, roles, i)
}

/** The same from a matrix at hand. */
export function standingOf(matrix: Matrix, roles: readonly Role[], i: number): Standing {
  const { power, resources, trust } = matrix
  const says: number[] = []
  const provided: number[] = []
  const accepted: number[] = []
  let supplied = 0
  for (let j = 0; j < roles.length; j++) {
    if (j === i) continue
    supplied += resources(j, i)
    if (roles[j] === 'public') {
      provided.push(resources(i, j))
      accepted.push(trust(j, i))
    }
    const between = power(i, j) + power(j, i)
    if ((roles[j] === 'purchaser' || roles[j] === 'host') && between > 0)
      says.push(Math.sqrt((power(i, j) / between) * trust(j, i)))
  }
  const support = supplied / (1 + supplied)
  return {
    voice: says.length > 0 ? mean(says) : null,
    delivery: provided.length > 0 ? Math.cbrt(support * mean(provided) * mean(accepted)) : null,
  }
}
