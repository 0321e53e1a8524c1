import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Acquaintance with residents (extending the "professional relation"): small talk, plain words, introductions by the community.
 *
 * Trap: only formal relations leave the worker a stranger.
 *
 * Its hours are split over the practices by fixed, assumed shares; compose your own mix from the practices themselves.
 *
 * @param options - hours a week (default 8, assumed), weeks, intensity, agency; see `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.3 of the case study. Class of intervention after Valente 2012, Science 337:49–53: induction.
 *
 * @example
 * ```ts
 * import { extendRelations } from 'guanxi/scenarios'
 *
 * extendRelations({ intensity: 0.5 }).kind // => 'extend-relations'
 * ```
 */
export function extendRelations(options: StrategyOptions = {}): Strategy {
  return strategy(
    'extendRelations',
    {
      kind: 'extend-relations',
      label: { zh: '熟人关系', en: 'acquaintance with residents' },
      section: '3.3',
      intervention: 'induction',
      hoursPerWeek: 8,
      practices: { 'small-talk': 0.5, 'plain-words': 0.25, 'introduce-workers': 0.25 },
    },
    options,
  )
}
