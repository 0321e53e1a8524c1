import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Refuse chores: do only "our professional service".
 *
 * A counter-strategy: frees hours, but the community resents it and its trust falls.
 *
 * @param options - weeks, intensity, agency; it asks for no hours of its own. See `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 3.1 of the case study. Class of intervention after Valente 2012, Science 337:49–53: individuals.
 *
 * @example
 * ```ts
 * import { refuseChores } from 'guanxi/scenarios'
 *
 * refuseChores().stance // => { choreAcceptance: 0 }
 * ```
 */
export function refuseChores(options: StrategyOptions = {}): Strategy {
  return strategy(
    'refuseChores',
    {
      kind: 'refuse-chores',
      label: { zh: '只做专业服务', en: 'refuse chores' },
      section: '3.1',
      intervention: 'individuals',
      hoursPerWeek: 0,
      practices: {},
      stance: { choreAcceptance: 0 },
    },
    options,
  )
}
