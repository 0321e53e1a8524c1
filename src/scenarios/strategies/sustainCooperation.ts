import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Lasting cooperation with the street office (breaking the "professional myth"): open channels, fit chores to service
 * (taking on 70 % of them, assumed), link partners.
 *
 * Trap: doing only "our professional service" builds a wall; see `refuseChores`.
 *
 * Its hours are split over the practices by fixed, assumed shares; compose your own mix from the practices themselves.
 *
 * @param options - hours a week (default 10, assumed), weeks, intensity, agency; see `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.1 of the case study. Class of intervention after Valente 2012, Science 337:49–53: alteration.
 *
 * @example
 * ```ts
 * import { sustainCooperation } from 'guanxi/scenarios'
 *
 * sustainCooperation({ intensity: 0.5 }).kind // => 'sustain-cooperation'
 * ```
 */
export function sustainCooperation(options: StrategyOptions = {}): Strategy {
  return strategy(
    'sustainCooperation',
    {
      kind: 'sustain-cooperation',
      label: { zh: '持续性合作关系', en: 'lasting cooperation' },
      section: '3.1',
      intervention: 'alteration',
      hoursPerWeek: 10,
      practices: { 'open-channel': 0.3, 'fit-chores': 0.3, 'link-partners': 0.4 },
      stance: { choreAcceptance: 0.7 },
    },
    options,
  )
}
