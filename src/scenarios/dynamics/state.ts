import { practices } from '../practices.ts'
import type { Workplan } from '../types.ts'
import { dependenceOn } from './inflow.ts'
import type { Model } from './model.ts'

/** Where the hours of a week can go: paperwork, chores, service, then the practices. */
export const uses: readonly string[] = ['paperwork', 'chores', 'service', ...practices]
export const PAPERWORK = 0
export const CHORES = 1
export const SERVICE = 2
export const FIRST_PRACTICE = 3

/** What moves a tie, as `explain` reports it. */
export const mechanisms = [
  'service',
  'chores',
  'joint-work',
  'reports',
  'indicators',
  'acquaintance',
  'linking',
  'overload',
  'fading',
  'turnover',
  'coverage',
  'trust',
  'sharing',
  'effort',
  'dependence',
  'withdrawal',
  'bounds',
] as const

/** What moves a number in a week of the model; `mechanismLabels` has its name in both languages. */
export type Mechanism = (typeof mechanisms)[number]

/** All that changes from week to week; made once, so that the weekly loop allocates nothing. */
export interface State {
  readonly power: Float64Array
  readonly resources: Float64Array
  readonly trust: Float64Array
  /** Change of trust in this week, applied at its end, so that all experience refers to the same start of the week. */
  readonly trustChange: Float64Array
  /** Change of each pair and layer by mechanism since the start, or null when nobody asks: mechanism * pairs + pair. */
  ledger: Ledger | null
  /** The paperwork of the workplan that the state was last used with, week by week and on average. */
  duties: { readonly workplan: Workplan; readonly paperwork: Float64Array; readonly mean: number } | null
  /** Share of j's inflow that comes from i, for each pair i → j, at the start. */
  readonly dependence0: Float64Array
  /** What flows into each actor in this week. */
  readonly inflow: Float64Array
  /** Change of resources asked for in this week by cause, filled by the agencies' steps: sharing and effort a pair. */
  readonly sharing: Float64Array
  readonly effort: Float64Array
  /** The same for the power of hosts over an agency that does their chores. */
  readonly duty: Float64Array
  /** Parts of each resource and power by cause since the start: the levels are the starts plus their parts. */
  readonly resourceParts: Float64Array
  readonly powerParts: Float64Array
  /** Pairs whose agency has withdrawn. */
  readonly gone: Uint8Array
  readonly agencies: readonly AgencyState[]
}

/** What moved which pair, by layer; each column is `mechanism * pairs + pair`. */
export interface Ledger {
  readonly trust: Float64Array
  readonly resources: Float64Array
  readonly power: Float64Array
}

/** What an agency carries from week to week. */
export interface AgencyState {
  withdrawn: boolean
  /** Weeks in a row in which a host's trust was below what lets the agency stay, by host. */
  readonly lowWeeks: Uint32Array
  /** Share of the staff that is missing, and how much of it is filled in a week. */
  vacancy: number
  rehire: number
  backlog: number
  /** Chores offered this week, hours; they grow when too many are taken on. */
  offered: number
  /** Share of chores that the hosts have come to expect. */
  expectedChores: number
  /** This week's hours: what the staff have, what is wanted and what is spent, by use. */
  capacity: number
  readonly wanted: Float64Array
  readonly spent: Float64Array
  /** This week's doses of the practices, 0 to 1. */
  readonly dose: Float64Array
  /** How far indicators are met in time, 0 to 1. */
  met: number
  /** Share of the chores offered that was taken on, 0 to 1. */
  accepted: number
  /** Hours of service in chores that were fitted to service goals. */
  fitted: number
  /** Hours that the hosts see as service. */
  visible: number
  /** What the hosts have noticed of it so far: it lags behind. */
  noticed: number
  /** What the start's week looks like without a strategy: the yardstick of effort and overload. */
  readonly reference: Float64Array
  referenceCapacity: number
}

/** The parts of a pair's resources: by trust, by sharing, by effort. */
export const RESOURCE_PARTS = 3
/** The parts of a pair's power: by dependence, by trust, by duty. */
export const POWER_PARTS = 3

export function createState(model: Model): State {
  const pairs = model.source.length
  return {
    power: new Float64Array(pairs),
    resources: new Float64Array(pairs),
    trust: new Float64Array(pairs),
    trustChange: new Float64Array(pairs),
    ledger: null,
    duties: null,
    dependence0: Float64Array.from({ length: pairs }, (_, k) => dependenceOn(model, model.resources, k)),
    inflow: new Float64Array(model.ids.length),
    sharing: new Float64Array(pairs),
    effort: new Float64Array(pairs),
    duty: new Float64Array(pairs),
    resourceParts: new Float64Array(pairs * RESOURCE_PARTS),
    powerParts: new Float64Array(pairs * POWER_PARTS),
    gone: new Uint8Array(pairs),
    agencies: model.agencies.map(agency => ({
      withdrawn: false,
      lowWeeks: new Uint32Array(agency.hosts.actors.length),
      vacancy: 0,
      rehire: 0,
      backlog: 0,
      offered: 0,
      expectedChores: 0,
      capacity: 0,
      wanted: new Float64Array(uses.length),
      spent: new Float64Array(uses.length),
      dose: new Float64Array(practices.length),
      met: 1,
      accepted: 0,
      fitted: 0,
      visible: 0,
      noticed: 0,
      reference: new Float64Array(uses.length),
      referenceCapacity: 0,
    })),
  }
}

/** Which practice stands in which column. */
export const OPEN_CHANNEL = 0
export const FIT_CHORES = 1
export const LINK_PARTNERS = 2
export const COMMON_GROUND = 3
export const SHARE_RESOURCES = 4
export const SMALL_TALK = 5
export const PLAIN_WORDS = 6
export const INTRODUCE = 7
