import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Open channels: report to the street office's leaders every week, ask for their view, let them see the work.
 *
 * Raises the street office's trust through reports heard; a few hours are enough.
 *
 * @param options - hours a week (default 3, assumed), weeks, intensity, agency; see `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.1 of the case study. Class of intervention after Valente 2012, Science 337:49–53: induction.
 *
 * @example
 * ```ts
 * import { openChannel } from 'guanxi/scenarios'
 *
 * openChannel({ intensity: 0.5 }).kind // => 'open-channel'
 * ```
 */
export function openChannel(options: StrategyOptions = {}): Strategy {
  return strategy(
    'openChannel',
    {
      kind: 'open-channel',
      label: { zh: '畅通沟通渠道', en: 'open channels' },
      section: '3.1',
      intervention: 'induction',
      hoursPerWeek: 3,
      practices: { 'open-channel': 1 },
    },
    options,
  )
}
