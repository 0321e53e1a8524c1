import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Be introduced: the community, whom residents trust, introduces the workers to them.
 *
 * Lets contacts take effect through residents' trust in the community and its trust in the agency.
 *
 * @param options - hours a week (default 2, assumed), weeks, intensity, agency; see `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 2.3, 3.3 of the case study. Class of intervention after Valente 2012, Science 337:49–53: alteration.
 *
 * @example
 * ```ts
 * import { introduceWorkers } from 'guanxi/scenarios'
 *
 * introduceWorkers({ intensity: 0.5 }).kind // => 'introduce-workers'
 * ```
 */
export function introduceWorkers(options: StrategyOptions = {}): Strategy {
  return strategy(
    'introduceWorkers',
    {
      kind: 'introduce-workers',
      label: { zh: '由社区引见社工', en: 'be introduced by the community' },
      section: '2.3, 3.3',
      intervention: 'alteration',
      hoursPerWeek: 2,
      practices: { 'introduce-workers': 1 },
    },
    options,
  )
}
