import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/** Options of `chaseIndicators`. */
export interface ChaseIndicatorsOptions extends StrategyOptions {
  /** Paperwork × this; above 1 for more or heavier indicators. @defaultValue 1.5 (assumed) */
  readonly load?: number | undefined
}

/**
 * Chase indicators: more or heavier indicators, with the paperwork that goes with them.
 *
 * A counter-strategy: paperwork comes first, so that it crowds out service.
 *
 * @param options - `load`, a factor from 0 to 100, and weeks, intensity, agency; see `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 2.1 of the case study. Class of intervention after Valente 2012, Science 337:49–53: individuals.
 *
 * @example
 * ```ts
 * import { chaseIndicators } from 'guanxi/scenarios'
 *
 * chaseIndicators({ load: 2 }).stance // => { paperworkLoad: 2 }
 * ```
 */
export function chaseIndicators(options: ChaseIndicatorsOptions = {}): Strategy {
  const { load = 1.5 } = options ?? {}
  return strategy(
    'chaseIndicators',
    {
      kind: 'chase-indicators',
      label: { zh: '唯指标论', en: 'chase indicators' },
      section: '2.1',
      intervention: 'individuals',
      hoursPerWeek: 0,
      practices: {},
      stance: { paperworkLoad: load },
    },
    options,
    ['load'],
  )
}
