import type { Parameters } from '../assumptions.ts'
import { practices } from '../practices.ts'
import type { Withdrawal } from '../results.ts'
import type { Workplan } from '../types.ts'
import type { Model } from './model.ts'
import { movePower } from './power.ts'
import { askOfTies, moveResources } from './resources.ts'
import { type AgencyEvents, type AgencyPlan, meanPaperwork, paperworkByWeek, shocks } from './schedule.ts'
import { CHORES, PAPERWORK, SERVICE, type State, uses } from './state.ts'
import { beCovered, feelWeek, loseStaff, settleTrust } from './trust.ts'
import { adaptChores, spendHours } from './workTime.ts'

/** All that a run needs besides the model and its state. */
export interface RunInput {
  readonly weeks: number
  readonly parameters: Parameters
  readonly workplan: Workplan
  readonly plans: readonly AgencyPlan[]
  readonly events: readonly AgencyEvents[]
  /** Standard deviation of the weekly shocks to experience; 0 for a deterministic run. */
  readonly noise: number
}

/** Called at the start (week 0) and after each week; reads the state, which goes on changing. */
export type Observer = (week: number, state: State) => void

/**
 * Runs the weeks. One step is one week: events, work time, experience and trust, resources, power.
 *
 * The state is reset first, so that it can be used again. Nothing is allocated in the weekly loop.
 *
 * @returns who withdrew, and when.
 */
export function simulate(model: Model, state: State, input: RunInput, observe: Observer): Withdrawal[] {
  const { weeks, parameters, workplan, plans, events, noise } = input
  const { paperwork, mean } = dutiesOf(state, workplan, weeks)
  reset(model, state, parameters, workplan, mean)
  const withdrawals: Withdrawal[] = []
  const felt = { street: 1, host: 1, publics: 1, partner: 1 }
  observe(0, state)
  for (let week = 1; week <= weeks; week++) {
    const w = week - 1
    for (let a = 0; a < model.agencies.length; a++) {
      const agency = model.agencies[a]!
      const own = state.agencies[a]!
      const plan = plans[a]!
      const struck = events[a]!
      if (struck.withdrawal[w] === 1 && !own.withdrawn) {
        withdraw(model, state, parameters, a)
        withdrawals.push({ agency: model.ids[agency.actor]!, week, reason: 'event', host: null })
      }
      if (!own.withdrawn) {
        if (struck.turnover[w]! > 0) loseStaff(state, parameters, agency, own, struck.turnover[w]!)
        if (struck.coverage[w]! > 0) beCovered(state, parameters, agency, struck.coverage[w]!)
      }
      const acceptance =
        parameters.choreAcceptance + Math.min(1, plan.stance[w]!) * (plan.acceptance[w]! - parameters.choreAcceptance)
      spendHours(
        own,
        parameters,
        workplan,
        paperwork[w]! * plan.load[w]! * struck.contractLoad[w]!,
        acceptance,
        plan.wanted,
        w * practices.length,
        agency.spread,
      )
      if (noise > 0) {
        felt.street = Math.max(0, 1 + noise * struck.noise[w * shocks]!)
        felt.host = Math.max(0, 1 + noise * struck.noise[w * shocks + 1]!)
        felt.publics = Math.max(0, 1 + noise * struck.noise[w * shocks + 2]!)
        felt.partner = Math.max(0, 1 + noise * struck.noise[w * shocks + 3]!)
      }
      feelWeek(model, state, parameters, a, felt)
      askOfTies(model, state, parameters, agency, own)
      adaptChores(own, parameters)
      own.vacancy = Math.max(0, own.vacancy - own.rehire)
    }
    settleTrust(model, state)
    moveResources(model, state, parameters)
    movePower(model, state, parameters)
    for (let a = 0; a < model.agencies.length; a++) {
      const host = withdrawalHost(model, state, parameters, a)
      if (host >= 0) {
        withdraw(model, state, parameters, a)
        withdrawals.push({
          agency: model.ids[model.agencies[a]!.actor]!,
          week,
          reason: 'trust',
          host: model.ids[host]!,
        })
      }
    }
    observe(week, state)
  }
  return withdrawals
}

/** The workplan's paperwork, worked out again only when the state is used for another workplan or length. */
function dutiesOf(state: State, workplan: Workplan, weeks: number): NonNullable<State['duties']> {
  if (state.duties?.workplan !== workplan || state.duties.paperwork.length !== weeks)
    state.duties = { workplan, paperwork: paperworkByWeek(workplan, weeks), mean: meanPaperwork(workplan) }
  return state.duties
}

function reset(model: Model, state: State, parameters: Parameters, workplan: Workplan, mean: number): void {
  state.power.set(model.power)
  state.resources.set(model.resources)
  state.trust.set(model.trust)
  state.trustChange.fill(0)
  state.resourceParts.fill(0)
  state.powerParts.fill(0)
  state.gone.fill(0)
  if (state.ledger) for (const column of Object.values(state.ledger) as Float64Array[]) column.fill(0)
  // Written anew in each week wherever they are read.
  state.sharing.fill(0)
  state.effort.fill(0)
  state.duty.fill(0)
  const capacity = workplan.staff * workplan.hoursPerWorker
  for (const own of state.agencies) {
    own.withdrawn = false
    own.lowWeeks.fill(0)
    own.vacancy = 0
    own.rehire = 0
    own.backlog = 0
    own.capacity = 0
    own.accepted = 0
    own.fitted = 0
    own.visible = 0
    own.offered = parameters.choresOffered
    own.expectedChores = Math.max(parameters.choreNorm, parameters.choreAcceptance)
    own.dose.fill(0)
    own.spent.fill(0)
    own.wanted.fill(0)
    // The yardstick: an average week without strategies, in which the starting levels are at home.
    own.referenceCapacity = capacity
    own.reference.fill(0)
    own.reference[PAPERWORK] = Math.min(capacity, mean * parameters.indicatorHours)
    own.reference[CHORES] = Math.min(
      capacity - own.reference[PAPERWORK]!,
      parameters.choresOffered * parameters.choreAcceptance,
    )
    own.reference[SERVICE] = capacity - own.reference[PAPERWORK]! - own.reference[CHORES]!
    own.noticed = own.reference[SERVICE]!
    own.met = 1
  }
}

/** The agency leaves: so do all its staff, and the trust that was tied to them. */
function withdraw(model: Model, state: State, parameters: Parameters, a: number): void {
  const { actor } = model.agencies[a]!
  loseStaff(state, parameters, model.agencies[a]!, state.agencies[a]!, 1)
  state.agencies[a]!.withdrawn = true
  for (let m = 0; m < model.moving.length; m++) {
    const k = model.moving[m]!
    if (model.source[k] === actor || model.target[k] === actor) state.gone[k] = 1
  }
}

/** The host that has trusted an agency too little for too long, or −1. */
function withdrawalHost(model: Model, state: State, parameters: Parameters, a: number): number {
  const { hosts } = model.agencies[a]!
  const own = state.agencies[a]!
  if (own.withdrawn) return -1
  for (let h = 0; h < hosts.into.length; h++) {
    const k = hosts.into[h]!
    const low = state.trust[k]! < parameters.withdrawalTrust * model.trust[k]!
    own.lowWeeks[h] = low ? own.lowWeeks[h]! + 1 : 0
    if (own.lowWeeks[h]! >= parameters.withdrawalPatience) return hosts.actors[h]!
  }
  return -1
}

/** Hours by use as a record without zeros, for people. */
export function hoursByUse(hours: Float64Array): Record<string, number> {
  const record: Record<string, number> = {
    paperwork: hours[PAPERWORK]!,
    chores: hours[CHORES]!,
    service: hours[SERVICE]!,
  }
  for (let u = 3; u < uses.length; u++) if (hours[u]! > 0) record[uses[u]!] = hours[u]!
  return record
}
