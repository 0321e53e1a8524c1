import type { Event } from '../types.ts'
import { type EventOptions, event } from './event.ts'

/**
 * Agency withdrawal: the agency leaves; its hours end, its ties fade. (A run also lets an agency withdraw by itself, when a host's trust stays too low.)
 *
 * @param options - `week` (default 26) or `perYear`, `agency`; see `EventOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 1.1 of the case study.
 *
 * @example
 * ```ts
 * import { agencyWithdrawal } from 'guanxi/scenarios'
 *
 * agencyWithdrawal({ week: 10 }).week // => 10
 * ```
 */
export function agencyWithdrawal(options: EventOptions = {}): Event {
  return event(
    'agencyWithdrawal',
    { kind: 'agency-withdrawal', label: { zh: '机构撤出', en: 'agency withdrawal' }, section: '1.1' },
    options,
  )
}
