import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Find common ground: look for where the community's needs and the agency's interests meet, report to the secretary, localise services.
 *
 * Raises trust between community and agency in both directions.
 *
 * @param options - hours a week (default 4, assumed), weeks, intensity, agency; see `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.2 of the case study. Class of intervention after Valente 2012, Science 337:49–53: individuals.
 *
 * @example
 * ```ts
 * import { findCommonGround } from 'guanxi/scenarios'
 *
 * findCommonGround({ intensity: 0.5 }).kind // => 'find-common-ground'
 * ```
 */
export function findCommonGround(options: StrategyOptions = {}): Strategy {
  return strategy(
    'findCommonGround',
    {
      kind: 'find-common-ground',
      label: { zh: '寻找利益契合点', en: 'find common ground' },
      section: '3.2',
      intervention: 'individuals',
      hoursPerWeek: 4,
      practices: { 'find-common-ground': 1 },
    },
    options,
  )
}
