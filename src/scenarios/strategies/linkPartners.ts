import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Link partners: bring in property company, co-building units, volunteers and media; joint events when the community is not busy.
 *
 * Builds trust and resources with partners (ties may appear that were not there) and lets one activity serve several indicators.
 *
 * @param options - hours a week (default 4, assumed), weeks, intensity, agency; see `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.1 of the case study. Class of intervention after Valente 2012, Science 337:49–53: alteration.
 *
 * @example
 * ```ts
 * import { linkPartners } from 'guanxi/scenarios'
 *
 * linkPartners({ intensity: 0.5 }).kind // => 'link-partners'
 * ```
 */
export function linkPartners(options: StrategyOptions = {}): Strategy {
  return strategy(
    'linkPartners',
    {
      kind: 'link-partners',
      label: { zh: '链接内外资源', en: 'link partners' },
      section: '3.1',
      intervention: 'alteration',
      hoursPerWeek: 4,
      practices: { 'link-partners': 1 },
    },
    options,
  )
}
