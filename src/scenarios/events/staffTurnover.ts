import type { Event } from '../types.ts'
import { type EventOptions, event } from './event.ts'

/** Options of `staffTurnover`. */
export interface StaffTurnoverOptions extends EventOptions {
  /** Share of the staff that leaves, 0 to 1. @defaultValue 0.5 (assumed) */
  readonly share?: number | undefined
}

/**
 * Staff turnover: part of the staff leaves; trust that was tied to persons goes with it, residents' most, and the posts stay empty for a while.
 *
 * @param options - `week` (default 26) or `perYear`, `agency`, `share`; see `StaffTurnoverOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 2.2 of the case study.
 *
 * @example
 * ```ts
 * import { staffTurnover } from 'guanxi/scenarios'
 *
 * staffTurnover({ week: 10 }).week // => 10
 * ```
 */
export function staffTurnover(options: StaffTurnoverOptions = {}): Event {
  return event(
    'staffTurnover',
    { kind: 'staff-turnover', label: { zh: '人员流动', en: 'staff turnover' }, section: '2.2', share: 0.5 },
    options,
    ['share'],
  )
}
