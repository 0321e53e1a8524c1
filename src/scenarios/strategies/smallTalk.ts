import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Small talk: in phone interviews and home visits, listen to residents' stories and their life.
 *
 * Raises residents' trust as far as the worker reaches them (see introduceWorkers).
 *
 * @param options - hours a week (default 4, assumed), weeks, intensity, agency; see `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.3 of the case study. Class of intervention after Valente 2012, Science 337:49–53: induction.
 *
 * @example
 * ```ts
 * import { smallTalk } from 'guanxi/scenarios'
 *
 * smallTalk({ intensity: 0.5 }).kind // => 'small-talk'
 * ```
 */
export function smallTalk(options: StrategyOptions = {}): Strategy {
  return strategy(
    'smallTalk',
    {
      kind: 'small-talk',
      label: { zh: '拉家常', en: 'small talk' },
      section: '3.3',
      intervention: 'induction',
      hoursPerWeek: 4,
      practices: { 'small-talk': 1 },
    },
    options,
  )
}
