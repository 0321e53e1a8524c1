import { type Assumption, assumptions, type ParameterName } from './assumptions.ts'
import { type Practice, practices } from './practices.ts'
import { checkStrategy } from './schema.ts'
import type { Strategy } from './types.ts'

/** The parameters through which each practice acts, besides the pace at which trust, resources and power move at all. */
const behindPractice: Readonly<Record<Practice, readonly ParameterName[]>> = {
  'open-channel': ['reportEffect'],
  'fit-chores': ['fitYield'],
  'link-partners': ['partnerEffect', 'enrichment', 'sharing', 'passOn'],
  'find-common-ground': ['allianceEffect'],
  'share-resources': ['allianceEffect', 'sharing', 'passOn'],
  'small-talk': ['acquaintanceEffect', 'strangerAccess'],
  'plain-words': ['plainWordsEffect', 'strangerAccess'],
  'introduce-workers': ['acquaintanceEffect', 'strangerAccess'],
}

const behindHours: readonly ParameterName[] = ['halfDose', 'visibleShare']

const behindStance: Readonly<Record<keyof Strategy['stance'], readonly ParameterName[]>> = {
  paperworkLoad: ['indicatorHours', 'indicatorSlack', 'indicatorEffect'],
  choreAcceptance: ['choresOffered', 'choreNorm', 'choreGrowth', 'habituation', 'choreEffect', 'powerDuty'],
}

/**
 * The assumptions that a strategy rests on: the parameters of the equations by which its practices and its stance act.
 *
 * Left out are those that every strategy shares, such as `trustGain` or `powerRate`. Which assumptions an outcome rests on, and by
 * how much, says `sensitivity`. The hours, shares and ramp of a strategy are assumed as well, and are part of its data.
 *
 * @param strategy - any, also one of your own.
 * @returns rows of `assumptions`, in its order.
 * @throws {GuanxiError} `INVALID_OPTION` naming every fault of the strategy.
 *
 * Source: none; read off the model's equations (docs/model.md).
 *
 * @example
 * ```ts
 * import { assumptionsOf, openChannel } from 'guanxi/scenarios'
 *
 * assumptionsOf(openChannel()).map(({ name }) => name) // => ['halfDose', 'visibleShare', 'reportEffect']
 * ```
 */
export function assumptionsOf(strategy: Strategy): Assumption[] {
  checkStrategy('assumptionsOf', strategy)
  const practised = practices.filter(practice => (strategy.practices[practice] ?? 0) > 0)
  const stances = (['paperworkLoad', 'choreAcceptance'] as const).filter(
    stance => strategy.stance[stance] !== undefined,
  )
  const names = new Set<string>([
    ...(practised.length > 0 ? behindHours : []),
    ...practised.flatMap(practice => behindPractice[practice]),
    ...stances.flatMap(stance => behindStance[stance]),
  ])
  return assumptions().filter(({ name }) => names.has(name))
}
