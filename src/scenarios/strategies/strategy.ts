import { GuanxiError, show } from '../../model/errors.ts'
import { checkStrategy } from '../schema.ts'
import type { Strategy } from '../types.ts'

/** What every strategy can be told; the defaults stand with each strategy. */
export interface StrategyOptions {
  /** Hours a week that it asks for at full intensity, ≥ 0. */
  readonly hoursPerWeek?: number | undefined
  /** First week, from 1. @defaultValue 1 */
  readonly startWeek?: number | undefined
  /** Last week; `null` for no end. @defaultValue null */
  readonly endWeek?: number | null | undefined
  /** Weeks until it runs in full, ≥ 0. @defaultValue 4 (assumed) */
  readonly rampWeeks?: number | undefined
  /** How fully it is carried out, 0 to 1. @defaultValue 1 */
  readonly intensity?: number | undefined
  /** Id of the agency that carries it out; `null` for all. @defaultValue null */
  readonly agency?: string | null | undefined
}

const optionNames = ['hoursPerWeek', 'startWeek', 'endWeek', 'rampWeeks', 'intensity', 'agency']

/** What tells one strategy from another. */
export type StrategyDefaults = Pick<
  Strategy,
  'kind' | 'label' | 'section' | 'intervention' | 'hoursPerWeek' | 'practices'
> &
  Partial<Pick<Strategy, 'stance'>>

/** What a strategy is when nobody says otherwise. */
export function strategyDefaults(): Pick<
  Strategy,
  'startWeek' | 'endWeek' | 'rampWeeks' | 'intensity' | 'agency' | 'stance'
> {
  return { startWeek: 1, endWeek: null, rampWeeks: 4, intensity: 1, agency: null, stance: {} }
}

/** Plain data from defaults and options; refuses unknown options and values out of range, naming the field. */
export function strategy(
  where: string,
  defaults: StrategyDefaults,
  options: StrategyOptions = {},
  further: readonly string[] = [],
): Strategy {
  refuseUnknown(where, options, [...optionNames, ...further])
  const given = Object.fromEntries(
    optionNames.flatMap(name => {
      const value = options[name as keyof StrategyOptions]
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const made = {
    ...strategyDefaults(),
    ...defaults,
    ...given,
  }
  checkStrategy(where, made)
  return made
}

export function refuseUnknown(where: string, options: object, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new GuanxiError('INVALID_OPTION', `${where}: expected an object of options, got ${show(options)}`)
  for (const name of Object.keys(options))
    if (!names.includes(name))
      throw new GuanxiError('UNKNOWN_OPTION', `${where}: no option ${show(name)}; known are ${names.join(', ')}`)
}
