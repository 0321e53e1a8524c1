import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Share resources and information with the community, and use its institutional advantages while keeping professional autonomy.
 *
 * Raises resources between community and agency in both directions, and trust with them.
 *
 * @param options - hours a week (default 4, assumed), weeks, intensity, agency; see `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.2 of the case study. Class of intervention after Valente 2012, Science 337:49–53: induction.
 *
 * @example
 * ```ts
 * import { shareResources } from 'guanxi/scenarios'
 *
 * shareResources({ intensity: 0.5 }).kind // => 'share-resources'
 * ```
 */
export function shareResources(options: StrategyOptions = {}): Strategy {
  return strategy(
    'shareResources',
    {
      kind: 'share-resources',
      label: { zh: '共享资源与信息', en: 'share resources' },
      section: '3.2',
      intervention: 'induction',
      hoursPerWeek: 4,
      practices: { 'share-resources': 1 },
    },
    options,
  )
}
