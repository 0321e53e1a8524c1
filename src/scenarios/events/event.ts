import { checkEvent } from '../schema.ts'
import { refuseUnknown } from '../strategies/strategy.ts'
import type { Event } from '../types.ts'

/** When an event strikes, and whom. */
export interface EventOptions {
  /** The week in which it strikes, from 1. Give this or `perYear`. */
  readonly week?: number
  /** How often a year it strikes, on average, in random weeks drawn from the run's seed. */
  readonly perYear?: number
  /** Id of the agency that it strikes; `null` for all. @defaultValue null */
  readonly agency?: string | null
}

/** Plain data from defaults and options; refuses unknown options and values out of range, naming the field. */
export function event(
  where: string,
  defaults: Pick<Event, 'kind' | 'label' | 'section'> & Partial<Pick<Event, 'share' | 'load'>>,
  options: EventOptions & { readonly share?: number; readonly load?: number },
  further: readonly string[] = [],
): Event {
  refuseUnknown(where, options, ['week', 'perYear', 'agency', ...further])
  const { week, perYear, agency = null, share, load } = options
  const made = {
    share: 0,
    load: 1,
    ...defaults,
    ...(share === undefined ? {} : { share }),
    ...(load === undefined ? {} : { load }),
    week: week ?? (perYear === undefined ? 26 : null),
    perYear: perYear ?? null,
    agency,
  }
  checkEvent(where, made)
  return made
}
