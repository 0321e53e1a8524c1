import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Fit chores: neither refuse administrative chores nor take them all; fold them into service goals, as a census visit that is also a needs survey.
 *
 * Turns part of the hours of chores into service that the community sees; 70 % of the chores
 * offered are taken on (assumed).
 *
 * @param options - hours a week (default 3, assumed), weeks, intensity, agency; see `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.1 of the case study. Class of intervention after Valente 2012, Science 337:49–53: alteration.
 *
 * @example
 * ```ts
 * import { fitChores } from 'guanxi/scenarios'
 *
 * fitChores({ intensity: 0.5 }).kind // => 'fit-chores'
 * ```
 */
export function fitChores(options: StrategyOptions = {}): Strategy {
  return strategy(
    'fitChores',
    {
      kind: 'fit-chores',
      label: { zh: '把行政事务融入服务', en: 'fit chores to service' },
      section: '3.1',
      intervention: 'alteration',
      hoursPerWeek: 3,
      practices: { 'fit-chores': 1 },
      stance: { choreAcceptance: 0.7 },
    },
    options,
  )
}
