import { checkEvent } from '../schema.ts'
import { refuseUnknown } from '../strategies/strategy.ts'
import type { Event } from '../types.ts'

/** When an event strikes, and whom. */
export interface EventOptions {
  /** The week in which it strikes, from 1. Give this or `perYear`. */
  readonly week?: number | null | undefined
  /** How often a year it strikes, on average, in random weeks drawn from the run's seed. */
  readonly perYear?: number | null | undefined
  /** Id of the agency that it strikes; `null` for all. @defaultValue null */
  readonly agency?: string | null | undefined
}

/** Plain data from defaults and options; refuses unknown options and values out of range, naming the field. */
export function event(
  where: string,
  defaults: Pick<Event, 'kind' | 'label' | 'section'> & Partial<Pick<Event, 'share' | 'load'>>,
  options: EventOptions & { readonly share?: number | undefined; readonly load?: number | undefined },
  further: readonly string[] = [],
): Event {
  refuseUnknown(where, options, ['week', 'perYear', 'agency', ...further])
  const { perYear = null, week = perYear === null ? 26 : null, agency = null, share, load } = options
  const made = {
    share: 0,
    load: 1,
    ...defaults,
    ...(share === undefined ? {} : { share }),
    ...(load === undefined ? {} : { load }),
    week,
    perYear,
    agency,
  }
  checkEvent(where, made)
  return made
}
