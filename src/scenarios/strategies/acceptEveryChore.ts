import type { Strategy } from '../types.ts'
import { type StrategyOptions, strategy } from './strategy.ts'

/**
 * Accept every chore: take on whatever the community hands over.
 *
 * A counter-strategy: pleases for a while, then the help is taken for granted, chores grow and crowd out service.
 *
 * @param options - weeks, intensity, agency; it asks for no hours of its own. See `StrategyOptions`.
 * @returns plain, serialisable data.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION` naming the field.
 *
 * Source: § 2.2, 3.1 of the case study. Class of intervention after Valente 2012, Science 337:49–53: individuals.
 *
 * @example
 * ```ts
 * import { acceptEveryChore } from 'guanxi/scenarios'
 *
 * acceptEveryChore().stance // => { choreAcceptance: 1 }
 * ```
 */
export function acceptEveryChore(options: StrategyOptions = {}): Strategy {
  return strategy(
    'acceptEveryChore',
    {
      kind: 'accept-every-chore',
      label: { zh: '照单全收', en: 'accept every chore' },
      section: '2.2, 3.1',
      intervention: 'individuals',
      hoursPerWeek: 0,
      practices: {},
      stance: { choreAcceptance: 1 },
    },
    options,
  )
}
