import { randomStream } from '../../kernel/random.ts'
import { GuanxiError, show } from '../../model/errors.ts'
import { practices } from '../practices.ts'
import type { Event, Strategy, Workplan } from '../types.ts'
import type { Model } from './model.ts'

/** What one agency intends, week by week: strategies as columns of numbers. */
export interface AgencyPlan {
  /** Hours wanted for practice `q` in week `w` at `(w − 1) * practices + q`. */
  readonly wanted: Float64Array
  /** Paperwork × this in week `w`, at `w − 1`. */
  readonly load: Float64Array
  /** By how much the accepted share of chores is moved towards `acceptance`, and where to; 0 without a stance. */
  readonly stance: Float64Array
  readonly acceptance: Float64Array
}

/** What strikes one agency in one week; zero where nothing does. */
export interface AgencyEvents {
  readonly turnover: Float64Array
  readonly coverage: Float64Array
  readonly withdrawal: Uint8Array
  /** Paperwork × this from the renewal on; 1 before. */
  readonly contractLoad: Float64Array
  /** Standard normal a week and kind of experience, drawn whether noise is on or not. */
  readonly noise: Float64Array
}

/** How many independent shocks a week has: street offices', communities', residents' and partners' experience. */
export const shocks = 4

const weeksPerMonth = 52 / 12

/**
 * The hours that strategies ask of each agency, week by week.
 *
 * Sums run over the strategies in a canonical order, so that the order in which they are listed changes no bit.
 */
export function scheduleStrategies(
  where: string,
  model: Model,
  strategies: readonly Strategy[],
  weeks: number,
): AgencyPlan[] {
  const ids = model.agencies.map(agency => model.ids[agency.actor]!)
  for (const { agency, kind } of strategies)
    if (agency !== null && !ids.includes(agency))
      throw new GuanxiError(
        'UNKNOWN_ACTOR',
        `${where}: strategy ${show(kind)} is for agency ${show(agency)}; agencies are ${ids.map(show).join(', ')}`,
      )
  const ordered = strategies
    .map(strategy => [JSON.stringify(strategy), strategy] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return ids.map(id => {
    const plan: AgencyPlan = {
      wanted: new Float64Array(weeks * practices.length),
      load: new Float64Array(weeks).fill(1),
      stance: new Float64Array(weeks),
      acceptance: new Float64Array(weeks),
    }
    for (const [, strategy] of ordered)
      if (strategy.agency === null || strategy.agency === id) addStrategy(plan, strategy, weeks)
    return plan
  })
}

function addStrategy(plan: AgencyPlan, strategy: Strategy, weeks: number): void {
  const { hoursPerWeek, startWeek, endWeek, rampWeeks, intensity, stance } = strategy
  for (let week = startWeek; week <= Math.min(weeks, endWeek ?? weeks); week++) {
    const extent = intensity * (rampWeeks > 0 ? Math.min(1, (week - startWeek + 1) / rampWeeks) : 1)
    practices.forEach((practice, q) => {
      plan.wanted[(week - 1) * practices.length + q]! += hoursPerWeek * extent * (strategy.practices[practice] ?? 0)
    })
    if (stance.paperworkLoad !== undefined) plan.load[week - 1]! *= 1 + (stance.paperworkLoad - 1) * extent
    if (stance.choreAcceptance !== undefined && extent > 0) {
      // Several stances are averaged by how fully each is taken.
      const before = plan.stance[week - 1]!
      plan.acceptance[week - 1] =
        (plan.acceptance[week - 1]! * before + stance.choreAcceptance * extent) / (before + extent)
      plan.stance[week - 1] = before + extent
    }
  }
}

/** Events of each agency, week by week; random ones are drawn from the seed, the same for every scenario. */
export function scheduleEvents(
  where: string,
  model: Model,
  events: readonly Event[],
  weeks: number,
  seed: number,
): AgencyEvents[] {
  const ids = model.agencies.map(agency => model.ids[agency.actor]!)
  for (const { agency, kind } of events)
    if (agency !== null && !ids.includes(agency))
      throw new GuanxiError(
        'UNKNOWN_ACTOR',
        `${where}: event ${show(kind)} is for agency ${show(agency)}; agencies are ${ids.map(show).join(', ')}`,
      )
  return ids.map((id, a) => {
    const plan: AgencyEvents = {
      turnover: new Float64Array(weeks),
      coverage: new Float64Array(weeks),
      withdrawal: new Uint8Array(weeks),
      contractLoad: new Float64Array(weeks).fill(1),
      noise: new Float64Array(weeks * shocks),
    }
    events.forEach((event, e) => {
      if (event.agency !== null && event.agency !== id) return
      if (event.week !== null) {
        if (event.week <= weeks) addEvent(plan, event, event.week, weeks)
        return
      }
      const stream = randomStream(seed, 1, a, e)
      for (let week = 1; week <= weeks; week++)
        if (stream.uniform() < event.perYear! / 52) addEvent(plan, event, week, weeks)
    })
    return plan
  })
}

function addEvent(plan: AgencyEvents, event: Event, week: number, weeks: number): void {
  const w = week - 1
  if (event.kind === 'staff-turnover') plan.turnover[w] = 1 - (1 - plan.turnover[w]!) * (1 - event.share)
  else if (event.kind === 'media-coverage') plan.coverage[w]! += event.share
  else if (event.kind === 'agency-withdrawal') plan.withdrawal[w] = 1
  else for (let later = w; later < weeks; later++) plan.contractLoad[later] = event.load
}

/** Fills the weekly shocks of a run with noise; a stream an agency, so that agencies do not disturb each other. */
export function drawNoise(events: readonly AgencyEvents[], seed: number): void {
  events.forEach(({ noise }, a) => {
    const stream = randomStream(seed, 2, a)
    for (let i = 0; i < noise.length; i++) noise[i] = stream.normal()
  })
}

/**
 * Hours of paperwork that the workplan asks for in each week, before any load.
 *
 * What is due once a term is spread evenly over the weeks until its due date, what is due each month over all weeks; with a
 * run beyond the term the contract goes on as it was.
 */
export function paperworkByWeek(workplan: Workplan, weeks: number): Float64Array {
  const hours = new Float64Array(weeks).fill(workplan.otherPaperwork)
  for (const { amount, per, hoursEach, dueWeek } of workplan.indicators) {
    const last = Math.min(dueWeek ?? workplan.termWeeks, workplan.termWeeks)
    for (let w = 0; w < weeks; w++) {
      if (per === 'month') hours[w]! += (amount * hoursEach) / weeksPerMonth
      else if (w % workplan.termWeeks < last) hours[w]! += (amount * hoursEach) / last
    }
  }
  return hours
}

/** Mean weekly paperwork of a whole term. */
export function meanPaperwork(workplan: Workplan): number {
  const hours = paperworkByWeek(workplan, workplan.termWeeks)
  return hours.reduce((sum, value) => sum + value, 0) / hours.length
}
