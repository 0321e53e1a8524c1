import type { Event } from '../types.ts'
import { type EventOptions, event } from './event.ts'

/** Options of `mediaCoverage`. */
export interface MediaCoverageOptions extends EventOptions {
  /** Strength of the coverage, 0 to 1. @defaultValue 1 */
  readonly share?: number | undefined
}

/**
 * Media coverage: everyone around the agency sees its work at once.
 *
 * @param options - `week` (default 26) or `perYear`, `agency`, `share`; see `MediaCoverageOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.1 of the case study.
 *
 * @example
 * ```ts
 * import { mediaCoverage } from 'guanxi/scenarios'
 *
 * mediaCoverage({ week: 10 }).week // => 10
 * ```
 */
export function mediaCoverage(options: MediaCoverageOptions = {}): Event {
  return event(
    'mediaCoverage',
    { kind: 'media-coverage', label: { zh: '媒体报道', en: 'media coverage' }, section: '3.1', share: 1 },
    options,
    ['share'],
  )
}
