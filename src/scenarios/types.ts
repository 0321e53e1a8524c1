import type { Role } from '../model/roles.ts'
import type { Practice } from './practices.ts'

/** Valente's classes of network intervention (Science 337:49–53, 2012). */
export type Intervention = 'individuals' | 'segmentation' | 'induction' | 'alteration'

/** A strategy: plain data that JSON can hold. Made by `sustainCooperation()` and the like, or by `defineStrategy`. */
export type Strategy = {
  /** Name of the strategy, such as `build-alliance`. */
  kind: string
  label: { zh: string; en: string }
  /** Section of the case study that describes it; `own` for a user's own. */
  section: string
  intervention: Intervention
  /** Hours a week that it asks of the agency's staff at full intensity. */
  hoursPerWeek: number
  /** First week in which it is carried out, from 1. */
  startWeek: number
  /** Last week, or `null` for no end. */
  endWeek: number | null
  /** Weeks from the start until it runs in full; it grows evenly. */
  rampWeeks: number
  /** How fully it is carried out, 0 to 1; hours and stance scale with it. */
  intensity: number
  /** The agency that carries it out; `null` for every agency. */
  agency: string | null
  /** How its hours are split over the practices; the shares sum to 1 (or are empty for a mere stance). */
  practices: { [practice in Practice]?: number }
  /** What the agency makes of its duties. */
  stance: {
    /** Paperwork × this. */
    paperworkLoad?: number
    /** Share of the chores offered that it takes on. */
    choreAcceptance?: number
  }
}

/** Something that happens to an agency in a week, or at random so many times a year. */
export type Event = {
  kind: 'staff-turnover' | 'agency-withdrawal' | 'media-coverage' | 'contract-renewal'
  label: { zh: string; en: string }
  section: string
  /** The week in which it strikes, from 1; `null` when it strikes at random. */
  week: number | null
  /** How often a year it strikes at random, on average; `null` when it has a week. */
  perYear: number | null
  /** Share of the staff that leaves (turnover), strength of the coverage (media), 0 to 1. */
  share: number
  /** Paperwork × this from then on (contract renewal). */
  load: number
  agency: string | null
}

/** What a term of the contract asks for once, or again and again. */
export type IndicatorWork = {
  id: string
  label: { zh: string; en: string }
  /** How many are due in a term (`per: 'term'`) or in a month (`per: 'month'`). */
  amount: number
  per: 'term' | 'month'
  /** Hours of paperwork that one takes. */
  hoursEach: number
  /** Week of the term by which the last must be done; `null` for the end. */
  dueWeek: number | null
}

/** The agency's staff and duties. */
export type Workplan = {
  /** Social workers. */
  staff: number
  /** Hours a week and worker. */
  hoursPerWorker: number
  /** Length of the contract's term in weeks; the indicators start anew with each term. */
  termWeeks: number
  /** Paperwork outside the listed indicators, hours a week. */
  otherPaperwork: number
  indicators: IndicatorWork[]
}

/** A scenario: what is tried, what happens, for how long. JSON can hold it. */
export type Scenario = {
  name?: string
  strategies: Strategy[]
  events?: Event[]
  weeks?: number
  workplan?: Partial<Workplan>
  parameters?: { [name: string]: number }
  seed?: number
  /** Standard deviation of weekly shocks to experience, as a share of it; 0 for a deterministic run. */
  noise?: number
  /** Roles of kinds that the model does not know by name. */
  roles?: { [kind: string]: Role }
}
