import type { Parameters } from '../assumptions.ts'
import { practices } from '../practices.ts'
import type { Workplan } from '../types.ts'
import {
  type AgencyState,
  CHORES,
  COMMON_GROUND,
  FIRST_PRACTICE,
  FIT_CHORES,
  LINK_PARTNERS,
  PAPERWORK,
  SERVICE,
  SHARE_RESOURCES,
} from './state.ts'

/**
 * Work time: how an agency's hours of one week are spent.
 *
 * 1. capacity = staff · hours · (1 − vacancy)
 * 2. paperwork first, as far as it goes; what is left over waits (backlog). Linked activities save up to `enrichment` of it.
 * 3. then the chores that the agency takes on;
 * 4. the practices share what is left, scaled down together when it does not reach;
 * 5. the rest is service.
 *
 * Indicators count as met while the backlog is below `indicatorSlack` weeks of paperwork, as missed from twice that on.
 *
 * A practice with h hours spread over k actors (a channel over purchasers, links over partners, joint work over hosts, talk
 * over publics) has the dose (h/k) / (h/k + halfDose): the first hours count most.
 *
 * @param paperwork - this week's hours by the workplan × all loads.
 * @param acceptance - share of the chores that the agency takes on, 0 to 1.
 * @param practiceHours - wanted hours by practice from `offset` on.
 * @param spread - over how many actors each practice is spread.
 */
export function spendHours(
  state: AgencyState,
  parameters: Parameters,
  workplan: Workplan,
  paperwork: number,
  acceptance: number,
  practiceHours: Float64Array,
  offset: number,
  spread: Float64Array,
): void {
  const { wanted, spent, dose } = state
  const capacity = state.withdrawn ? 0 : workplan.staff * workplan.hoursPerWorker * (1 - state.vacancy)
  state.capacity = capacity

  // Last week's linking saves this week's paperwork: an activity is linked before it is written up.
  const due = state.withdrawn
    ? 0
    : paperwork * parameters.indicatorHours * (1 - parameters.enrichment * dose[LINK_PARTNERS]!)
  const asked = state.withdrawn ? 0 : due + state.backlog
  spent[PAPERWORK] = Math.min(asked, capacity)
  wanted[PAPERWORK] = asked
  state.backlog = asked - spent[PAPERWORK]!
  const late = due > 0 ? state.backlog / due / parameters.indicatorSlack - 1 : 0
  state.met = 1 - Math.max(0, Math.min(1, late))

  let left = capacity - spent[PAPERWORK]!
  const chores = state.withdrawn ? 0 : state.offered * acceptance
  spent[CHORES] = Math.min(chores, left)
  wanted[CHORES] = chores
  left -= spent[CHORES]!
  state.accepted = state.offered > 0 ? spent[CHORES]! / state.offered : 0

  let total = 0
  for (let q = 0; q < practices.length; q++) {
    const hours = state.withdrawn ? 0 : practiceHours[offset + q]!
    wanted[FIRST_PRACTICE + q] = hours
    total += hours
  }
  const scale = total > left ? left / total : 1
  let practised = 0
  for (let q = 0; q < practices.length; q++) {
    const hours = wanted[FIRST_PRACTICE + q]! * scale
    spent[FIRST_PRACTICE + q] = hours
    dose[q] = hours / (hours + parameters.halfDose * spread[q]!)
    practised += hours
  }
  spent[SERVICE] = Math.max(0, left - practised)
  wanted[SERVICE] = spent[SERVICE]!

  state.fitted = parameters.fitYield * dose[FIT_CHORES]! * spent[CHORES]!
  state.visible = spent[SERVICE]! + state.fitted + parameters.visibleShare * practised
  state.noticed += parameters.noticing * (state.visible - state.noticed)
}

/** What the hosts come to offer and to expect after this week's chores. */
export function adaptChores(state: AgencyState, parameters: Parameters): void {
  const { choreNorm, choreGrowth, choresOffered, habituation } = parameters
  const above = state.accepted - choreNorm
  if (above > 0) state.offered += choreGrowth * above * choresOffered
  state.expectedChores = Math.max(
    choreNorm,
    state.expectedChores + habituation * (state.accepted - state.expectedChores),
  )
}

/** Hours that an agency gives to its hosts and to its publics in a week: what "effort" on a tie means. */
export function hoursForHosts(spent: Float64Array): number {
  return spent[CHORES]! + spent[FIRST_PRACTICE + COMMON_GROUND]! + spent[FIRST_PRACTICE + SHARE_RESOURCES]!
}

export function hoursForPublics(spent: Float64Array, fitted: number): number {
  return spent[SERVICE]! + fitted
}
