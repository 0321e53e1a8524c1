import { mean } from '../kernel/mean.ts'
import { checkOptions } from '../model/options.ts'
import { type Role, roleOf } from '../model/roles.ts'
import { isSnapshot, type NetworkLike } from '../model/snapshot.ts'
import { type Matrix, readMatrix } from './roleMatrix.ts'

/** Service-based against indicator-based (服务为本 / 指标为本). */
export interface Orientation {
  /** What goes into service, in the unit given (codings or hours). */
  readonly service: number
  /** What goes into indicators and paperwork, in the same unit. */
  readonly paperwork: number
  /** (service − paperwork) / (service + paperwork), −1 (all paperwork) to 1 (all service); `null` when both are 0. */
  readonly index: number | null
}

/** One-way against reverse embedding (单向嵌入 / 反向嵌入). */
export interface Embedding {
  /** (t_ph − t_hp) / (t_ph + t_hp): above 0 when the provider opens itself to the host more than it is let in; in [−1, 1]. */
  readonly oneWay: number | null
  /** (p_hp − p_ph) / (p_hp + p_ph): above 0 when the host has more say in the provider's work than the reverse; in [−1, 1]. */
  readonly reverse: number | null
  /** Mean of the two: 0 is an alliance of equals, 1 an agency that gives itself and is used. */
  readonly index: number | null
}

/** Outsiders against the acquaintance network (外来人员 / 熟人网络). */
export interface Acquaintance {
  /** Trust of the publics in the provider itself, t_up, in [0, 1]. */
  readonly direct: number
  /** Trust of the publics in the host, t_uh, in [0, 1]. */
  readonly inHost: number
  /** Trust that the host can lend by introducing the provider: the best t_uh · t_hp over hosts, in [0, 1]. */
  readonly brokered: number
  /** inHost − direct, in [−1, 1]: above 0 when the provider is the stranger. */
  readonly gap: number
}

/** The three logics of section 2; one is `null` when the network lacks the actors or the numbers for it. */
export interface PracticeLogics {
  readonly orientation: Orientation | null
  readonly embedding: Embedding | null
  readonly acquaintance: Acquaintance | null
}

/** A code of the field material and how often it was given. */
export interface CodeCount {
  readonly count: number
  /** Which side of the orientation it speaks for; codes that speak for neither are left out. */
  readonly logic?: 'service' | 'paperwork' | null
}

/** Options of `practiceLogics`. */
export interface PracticeLogicsOptions {
  /** Id of the provider; without it the mean over all providers. */
  readonly of?: string | undefined
  /** Codings for the orientation; without it, the network's attribute `codings`. */
  readonly codings?: readonly CodeCount[] | undefined
  /** Hours for the orientation instead of codings. */
  readonly hours?: { readonly service: number; readonly paperwork: number } | undefined
  readonly roles?: Readonly<Record<string, Role>> | undefined
  /** What an unknown value counts, ≥ 0; without it an unknown value is an error. */
  readonly missing?: number | undefined
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isAmount = (value: unknown) => Number.isFinite(value) && (value as number) >= 0
const isCodings = (value: unknown): value is readonly CodeCount[] =>
  Array.isArray(value) && value.every(code => isObject(code) && isAmount((code as CodeCount).count))
const isHours = (value: unknown) =>
  isObject(value) && ['service', 'paperwork'].every(part => isAmount((value as Record<string, unknown>)[part]))

/**
 * Practice logics: the three asymmetries of the case study as numbers (sections 2.1, 2.2, 2.3).
 *
 * Orientation compares service with paperwork, from counts of codings or from hours. Embedding compares the two directions
 * of the provider–host dyad in trust and in power. Acquaintance compares the publics' trust in the provider with their
 * trust in the host, direct and by way of an introduction. Each field's formula stands with its type.
 *
 * @param network - network or snapshot with `power` and `trust`; actors' kinds give the roles.
 * @param options.of - one provider; without it, means over all providers with such ties.
 * @returns three records without a unit; a record is `null` when there is nothing to compute it from: no codings or hours,
 *   no tie between a provider and a host, no public.
 * @throws {GuanxiError} `MISSING_VALUE` when a value is unknown and `missing` is not given.
 *
 * Time O(n² log m) over providers, hosts and publics only.
 *
 * Source: none; our operationalisation of section 2 of the case study.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { practiceLogics } from 'guanxi/metrics'
 *
 * const { orientation, acquaintance } = practiceLogics(xCommunity())
 * orientation?.paperwork // => 75
 * acquaintance!.gap > 0 // => true
 * ```
 */
export function practiceLogics(network: NetworkLike, options: PracticeLogicsOptions = {}): PracticeLogics {
  checkOptions('practiceLogics', options, {
    of: { expected: 'an id', accepts: value => typeof value === 'string' },
    codings: { expected: 'an array of codings, each with a count from 0', accepts: isCodings },
    hours: { expected: '{ service, paperwork }, each from 0', accepts: isHours },
    roles: { expected: 'an object of roles', accepts: isObject },
    missing: { expected: 'a number from 0', accepts: isAmount },
  })
  const matrix = readMatrix('practiceLogics', network, options.missing)
  const roles = matrix.kinds.map(kind => roleOf(kind, options.roles))
  const withRole = (role: Role) => matrix.ids.flatMap((_, i) => (roles[i] === role ? [i] : []))
  const providers = withRole('provider').filter(i => options.of === undefined || matrix.ids[i] === options.of)
  return {
    orientation: orientationOf(network, options),
    embedding: embeddingOf(matrix, providers, withRole('host')),
    acquaintance: acquaintanceOf(matrix, providers, withRole('host'), withRole('public')),
  }
}

/** The first logic alone, which needs no ties. */
export function orientationOf(network: NetworkLike, options: PracticeLogicsOptions): Orientation | null {
  const hours = options.hours
  if (hours) return orientation(hours.service, hours.paperwork)
  const codings = options.codings ?? (isSnapshot(network) ? undefined : network.getAttribute('codings'))
  if (!isCodings(codings)) return null
  const counted = (logic: string) => codings.reduce((sum, code) => (code.logic === logic ? sum + code.count : sum), 0)
  return orientation(counted('service'), counted('paperwork'))
}

function orientation(service: number, paperwork: number): Orientation {
  return { service, paperwork, index: service + paperwork > 0 ? (service - paperwork) / (service + paperwork) : null }
}

function embeddingOf(matrix: Matrix, providers: readonly number[], hosts: readonly number[]): Embedding | null {
  const { power, trust, tied } = matrix
  const pairs = providers.flatMap(p => hosts.filter(h => tied(p, h) || tied(h, p)).map(h => [p, h] as const))
  if (pairs.length === 0) return null
  const oneWay = meanOrNull(pairs.map(([p, h]) => imbalance(trust(p, h), trust(h, p))))
  const reverse = meanOrNull(pairs.map(([p, h]) => imbalance(power(h, p), power(p, h))))
  return { oneWay, reverse, index: oneWay === null || reverse === null ? null : (oneWay + reverse) / 2 }
}

function acquaintanceOf(
  { trust, tied }: Matrix,
  providers: readonly number[],
  hosts: readonly number[],
  publics: readonly number[],
): Acquaintance | null {
  const rows = publics.flatMap(u =>
    providers
      .filter(p => tied(u, p) || tied(p, u))
      .map(p => ({
        direct: trust(u, p),
        inHost: Math.max(0, ...hosts.map(h => trust(u, h))),
        brokered: Math.max(0, ...hosts.map(h => trust(u, h) * trust(h, p))),
      })),
  )
  if (rows.length === 0 || hosts.length === 0) return null
  const direct = mean(rows.map(row => row.direct))
  const inHost = mean(rows.map(row => row.inHost))
  return { direct, inHost, brokered: mean(rows.map(row => row.brokered)), gap: inHost - direct }
}

function imbalance(forward: number, backward: number): number | null {
  return forward + backward > 0 ? (forward - backward) / (forward + backward) : null
}

function meanOrNull(values: readonly (number | null)[]): number | null {
  const known = values.filter(value => value !== null)
  return known.length > 0 ? mean(known) : null
}
