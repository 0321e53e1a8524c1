import { checkStrategy } from '../schema.ts'
import type { Strategy } from '../types.ts'
import { refuseUnknown, strategyDefaults } from './strategy.ts'

/** A strategy of the user's own: what tells it from others, and anything of `Strategy` that differs from the defaults. */
export type StrategyDefinition = Pick<Strategy, 'kind' | 'intervention'> &
  Partial<Omit<Strategy, 'kind' | 'intervention' | 'label'>> & {
    /** In both languages, or one text for both. @defaultValue the kind */
    readonly label?: string | { readonly zh: string; readonly en: string }
  }

/**
 * A strategy of one's own: hours split over the eight practices, and what the agency makes of its duties.
 *
 * It is plain data like any other strategy, and treated the same in runs, JSON, comparisons, plans and reports. Nothing is
 * registered: the data is all there is.
 *
 * @param definition - `kind` (a name), `intervention` (Valente's class), and where wanted `label`, `section` (default `own`),
 *   `hoursPerWeek` (default 0), `practices` (shares that sum to 1), `stance`, `startWeek` (1), `endWeek` (null), `rampWeeks` (4),
 *   `intensity` (1), `agency` (null, for all).
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`; `INVALID_OPTION` naming every fault.
 *
 * Source: none; the form of the case study's own strategies. Classes of intervention: Valente 2012, Science 337:49–53.
 *
 * @example
 * ```ts
 * import { defineStrategy } from 'guanxi/scenarios'
 *
 * const { rampWeeks, practices } = defineStrategy({
 *   kind: 'tea-house',
 *   label: { zh: '社区茶馆', en: 'tea house' },
 *   intervention: 'induction',
 *   hoursPerWeek: 6,
 *   practices: { 'small-talk': 0.5, 'find-common-ground': 0.5 },
 * })
 * rampWeeks // => 4
 * practices // => { 'small-talk': 0.5, 'find-common-ground': 0.5 }
 * ```
 */
export function defineStrategy(definition: StrategyDefinition): Strategy {
  const where = 'defineStrategy'
  const plain = { section: 'own', hoursPerWeek: 0, practices: {}, ...strategyDefaults() }
  refuseUnknown(where, definition, ['kind', 'label', 'intervention', ...Object.keys(plain)])
  const { label = definition.kind, ...given } = definition
  const made = {
    ...plain,
    ...structuredClone(given),
    label: typeof label === 'string' ? { zh: label, en: label } : { ...label },
  }
  checkStrategy(where, made)
  return made
}
