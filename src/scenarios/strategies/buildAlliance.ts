import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Alliance with the community (professional-conscious practice): find common ground, share resources and information.
 *
 * Trap: losing autonomy by serving every administrative wish; see `acceptEveryChore`.
 *
 * Its hours are split over the practices by fixed, assumed shares; compose your own mix from the practices themselves.
 *
 * @param options - hours a week (default 8, assumed), weeks, intensity, agency; see `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.2 of the case study. Class of intervention after Valente 2012, Science 337:49–53: induction.
 *
 * @example
 * ```ts
 * import { buildAlliance } from 'guanxi/scenarios'
 *
 * buildAlliance({ intensity: 0.5 }).kind // => 'build-alliance'
 * ```
 */
export function buildAlliance(options: StrategyOptions = {}): Strategy {
  return strategy(
    'buildAlliance',
    {
      kind: 'build-alliance',
      label: { zh: '“结盟式”伙伴关系', en: 'alliance with the community' },
      section: '3.2',
      intervention: 'induction',
      hoursPerWeek: 8,
      practices: { 'find-common-ground': 0.5, 'share-resources': 0.5 },
    },
    options,
  )
}
