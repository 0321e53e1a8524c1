import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Plain words: no jargon, so that residents understand what social work is.
 *
 * Makes every contact with residents count more; nothing by itself.
 *
 * @param options - hours a week (default 2, assumed), weeks, intensity, agency; see `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.3 of the case study. Class of intervention after Valente 2012, Science 337:49–53: individuals.
 *
 * @example
 * ```ts
 * import { plainWords } from 'guanxi/scenarios'
 *
 * plainWords({ intensity: 0.5 }).kind // => 'plain-words'
 * ```
 */
export function plainWords(options: StrategyOptions = {}): Strategy {
  return strategy(
    'plainWords',
    {
      kind: 'plain-words',
      label: { zh: '说通俗话', en: 'plain words' },
      section: '3.3',
      intervention: 'individuals',
      hoursPerWeek: 2,
      practices: { 'plain-words': 1 },
    },
    options,
  )
}
