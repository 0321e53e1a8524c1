import type { RelationNetwork } from '../model/network.ts'
import type { Assumption } from './assumptions.ts'
import type { OutcomeName } from './outcomes.ts'
import type { Event, Scenario, Strategy } from './types.ts'

/** One value of one tie, before and after. */
export interface Change {
  readonly source: string
  readonly target: string
  readonly layer: 'power' | 'resources' | 'trust'
  readonly before: number
  readonly after: number
}

/** The outcomes at the end of one week; week 0 is the start. */
export interface TimelineEntry {
  readonly week: number
  /** Mean over the agencies; `null` where the network does not define the outcome. */
  readonly outcomes: Readonly<Record<OutcomeName, number | null>>
}

/** Where one agency's hours went in one week. The parts of `spent` sum to `capacity`. */
export interface HoursEntry {
  readonly agency: string
  readonly week: number
  /** Hours that the staff have this week. */
  readonly capacity: number
  /** Hours by use: `paperwork`, `chores`, `service`, and each practice that was carried out, by its kind. */
  readonly spent: Readonly<Record<string, number>>
  /** Hours that were wanted but not to be had, by the same names. */
  readonly short: Readonly<Record<string, number>>
}

/** Why and when an agency left. */
export interface Withdrawal {
  readonly agency: string
  readonly week: number
  readonly reason: 'trust' | 'event'
  /** The host whose trust was too low; `null` for a withdrawal by event. */
  readonly host: string | null
}

/** Measures of the network by name, such as `asymmetry.trust`; `null` where not defined. */
export type Measures = Readonly<Record<string, number | null>>

/** What `runScenario` gives. */
export interface ScenarioResult {
  readonly kind: 'scenario'
  readonly name: string
  readonly scenario: Scenario
  readonly weeks: number
  readonly seed: number
  readonly before: RelationNetwork
  readonly after: RelationNetwork
  readonly changes: readonly Change[]
  readonly measures: { readonly before: Measures; readonly after: Measures; readonly delta: Measures }
  readonly timeline: readonly TimelineEntry[]
  readonly hours: readonly HoursEntry[]
  /** First week in which an agency withdrew, or `null`. */
  readonly withdrewInWeek: number | null
  readonly withdrawals: readonly Withdrawal[]
  /** Every parameter of the model with the value that was used. */
  readonly assumptions: readonly Assumption[]
}

/** An outcome of two scenarios side by side: `difference` = scenario − baseline. */
export interface Difference {
  readonly scenario: string
  readonly baseline: string
  readonly outcome: OutcomeName
  readonly value: number | null
  readonly baselineValue: number | null
  readonly difference: number | null
}

/** Place of each scenario on one outcome, 1 the best; equal values share a place; not defined comes last as `null`. */
export interface Ranking {
  readonly outcome: OutcomeName
  readonly places: readonly { readonly scenario: string; readonly value: number | null; readonly rank: number | null }[]
}

/** What `compareScenarios` gives. */
export interface ComparisonResult {
  readonly kind: 'comparison'
  readonly weeks: number
  readonly seed: number
  /** Name of the scenario that the others are compared with: the first without strategies, else the first. */
  readonly baseline: string
  readonly scenarios: readonly ScenarioResult[]
  readonly differences: readonly Difference[]
  readonly rankings: readonly Ranking[]
  /** Names of the scenarios that no other beats on voice and delivery both at once. */
  readonly pareto: readonly string[]
  readonly assumptions: readonly Assumption[]
}

export type { Event, Scenario, Strategy }
