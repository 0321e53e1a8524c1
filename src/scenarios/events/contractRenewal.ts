import type { Event } from '../types.ts'
import { type EventOptions, event } from './event.ts'

/** Options of `contractRenewal`. */
export interface ContractRenewalOptions extends EventOptions {
  /** Paperwork × this from then on. @defaultValue 0.8 (assumed) */
  readonly load?: number | undefined
}

/**
 * Contract renewal: the indicators are negotiated anew; without it the contract goes on as it was when its term ends.
 *
 * @param options - `week` (default 26) or `perYear`, `agency`, `load`; see `ContractRenewalOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.1 of the case study.
 *
 * @example
 * ```ts
 * import { contractRenewal } from 'guanxi/scenarios'
 *
 * contractRenewal({ week: 10 }).week // => 10
 * ```
 */
export function contractRenewal(options: ContractRenewalOptions = {}): Event {
  return event(
    'contractRenewal',
    { kind: 'contract-renewal', label: { zh: '续约', en: 'contract renewal' }, section: '3.1', load: 0.8 },
    options,
    ['load'],
  )
}
