import {
  findCommonGround,
  fitChores,
  introduceWorkers,
  linkPartners,
  openChannel,
  type Practice,
  plainWords,
  practices,
  type Strategy,
  shareResources,
  smallTalk,
} from 'guanxi/scenarios'
import type { Hours } from './protocol.ts'

const builders: Readonly<Record<Practice, (options: { hoursPerWeek: number }) => Strategy>> = {
  'open-channel': openChannel,
  'fit-chores': fitChores,
  'link-partners': linkPartners,
  'find-common-ground': findCommonGround,
  'share-resources': shareResources,
  'small-talk': smallTalk,
  'plain-words': plainWords,
  'introduce-workers': introduceWorkers,
}

/** The strategies of a plan: a practice with hours is one. */
export function strategiesOf(hours: Hours): Strategy[] {
  return practices.flatMap(practice =>
    hours[practice] > 0 ? [builders[practice]({ hoursPerWeek: hours[practice] })] : [],
  )
}
