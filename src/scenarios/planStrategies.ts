import { latinHypercube } from '../kernel/latinHypercube.ts'
import { randomStream } from '../kernel/random.ts'
import { GuanxiError, show } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions, integerIn, numberIn, requireOption, seed as seedRule, text, texts } from '../model/options.ts'
import { printed } from '../model/printed.ts'
import { type Progress, progressRules, reportProgress } from '../model/progress.ts'
import { type Assumption, assumptions, drawAt, type Parameters } from './assumptions.ts'
import { outcomeNames } from './dynamics/outcomesAt.ts'
import { scheduleStrategies } from './dynamics/schedule.ts'
import { evaluator, outcomesByName } from './evaluate.ts'
import { type OutcomeName, outcomes } from './outcomes.ts'
import { prepare, YEAR } from './prepare.ts'
import { resultLines } from './resultLines.ts'
import { checkStrategy, MOST_WEEKS } from './schema.ts'
import { findCommonGround } from './strategies/findCommonGround.ts'
import { fitChores } from './strategies/fitChores.ts'
import { introduceWorkers } from './strategies/introduceWorkers.ts'
import { linkPartners } from './strategies/linkPartners.ts'
import { openChannel } from './strategies/openChannel.ts'
import { plainWords } from './strategies/plainWords.ts'
import { shareResources } from './strategies/shareResources.ts'
import { smallTalk } from './strategies/smallTalk.ts'
import type { Strategy, Workplan } from './types.ts'

/** Options of `planStrategies`. */
export interface PlanOptions extends Progress {
  /** Hours a week that may be handed out, 0 to 10,000. */
  readonly hoursPerWeek: number
  /** @defaultValue 52 */
  readonly weeks?: number | undefined
  /** Outcomes to weigh evenly; a lower-is-better one counts with a minus. @defaultValue ['voice', 'delivery'] */
  readonly objectives?: readonly OutcomeName[] | undefined
  /** Seeds the sampled worlds of the regret table. */
  readonly seed: number
  /** Hours are handed out in portions of this many. @defaultValue 4 */
  readonly step?: number | undefined
  /** Sampled worlds behind the regret table, 1 to 1,000. @defaultValue 50 */
  readonly samples?: number | undefined
  /** Id of the agency that plans. @defaultValue all agencies alike */
  readonly agency?: string | undefined
  /** What hours can go into, 1 to 16 strategies of different kinds, your own among them. @defaultValue the eight practices */
  readonly strategies?: readonly Strategy[] | undefined
  readonly workplan?: Partial<Workplan> | undefined
  readonly parameters?: Readonly<Record<string, number>> | undefined
}

/** A way to spend the hours. */
export interface Plan {
  /** Hours a week that it takes, at most what was given. */
  readonly hoursPerWeek: number
  /** By kind of practice or strategy. */
  readonly hours: Readonly<Record<string, number>>
  /** The same as strategies, ready for `runScenario`. */
  readonly strategies: readonly Strategy[]
  readonly outcomes: Readonly<Record<OutcomeName, number | null>>
  /** Mean of the objectives, lower-is-better ones with a minus. */
  readonly score: number
}

/** What `planStrategies` gives. */
export interface PlanResult {
  readonly kind: 'plan'
  readonly hoursPerWeek: number
  readonly weeks: number
  readonly objectives: readonly OutcomeName[]
  readonly seed: number
  /** Plans that no other beats on every objective, by score from the best. */
  readonly pareto: readonly Plan[]
  readonly best: Plan
  /** No practice at all. */
  readonly baseline: Plan
  /** What the next portion of hours would add to the best score, and a portion's hour. */
  readonly marginal: { readonly hours: number; readonly score: number; readonly perHour: number }
  /** For the best plan, the baseline and the front: how far each falls behind the best of them, over sampled worlds. */
  readonly regret: readonly {
    readonly plan: Plan
    readonly mean: number
    readonly most: number
    readonly bestShare: number
  }[]
  /** Plans that were run. */
  readonly evaluated: number
  /** Whether every way to hand out the portions was run; else the largest budgets were searched by a beam. */
  readonly exact: boolean
  readonly assumptions: readonly Assumption[]
}

/** Every hand-out is run while there are at most so many: up to eight portions over eight practices. */
const ENUMERATED = 12_870
/** Plans kept at each further portion. */
const BEAM = 60
const MOST_CANDIDATES = 16
/** Plans of the front that go into the regret table. */
const IN_REGRET = 10

/** The eight practices as strategies, in the order of `practices`. */
const practised = (agency: string | null): Strategy[] =>
  [openChannel, fitChores, linkPartners, findCommonGround, shareResources, smallTalk, plainWords, introduceWorkers].map(
    make => make({ agency }),
  )

interface Candidate {
  readonly units: Uint16Array
  readonly values: readonly number[]
  readonly score: number
}

/**
 * Plans how to spend hours on the eight practices, or on strategies of your own: the best mix, the front of mixes that no other beats, the worth of an hour.
 *
 * Hours are handed out in portions of `step`. Every hand-out is run while there are at most 12,870 (up to eight portions over
 * eight practices); beyond, the best 60 plans of each size are extended by one portion at a time (a beam), so that a larger budget
 * includes all plans of a smaller one and is never worse. The last portion of a budget may be left unspent.
 *
 * @param network - as for `runScenario`.
 * @param options.onProgress - told `{ done, total }`: how many numbers of portions are done, the sampled worlds as the last.
 * @param options.signal - looked at before every plan; only what `onProgress` calls can abort a call without `await`.
 * @returns plans with their hours, strategies, outcomes and score; see `PlanResult`.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`; `INVALID_VALUE` when the network does not define an objective; and
 *   as `runScenario`.
 *
 * About C(portions + 9, 8) runs for eight practices: some two seconds for 24 hours. The same seed gives the same bits.
 *
 * Source: none; exact enumeration of a small design before any heuristic. Regret as in Savage 1951, JASA 46:55–67.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { planStrategies } from 'guanxi/scenarios'
 *
 * const { best, baseline } = planStrategies(xCommunity(), { hoursPerWeek: 8, weeks: 26, seed: 1, samples: 5 })
 * best.score > baseline.score // => true
 * ```
 */
export function planStrategies(network: RelationNetwork, options: PlanOptions): PlanResult {
  const where = 'planStrategies'
  const isObject = { expected: 'an object', accepts: (value: unknown) => typeof value === 'object' && value !== null }
  checkOptions(where, options, {
    hoursPerWeek: numberIn(0, 10_000),
    weeks: integerIn(0, MOST_WEEKS),
    objectives: texts,
    seed: seedRule,
    step: numberIn(0.25, 1000),
    samples: integerIn(1, 1000),
    agency: text,
    strategies: { expected: 'an array of strategies', accepts: Array.isArray },
    workplan: isObject,
    parameters: isObject,
    ...progressRules,
  })
  const hoursPerWeek = requireOption(where, 'hoursPerWeek', options?.hoursPerWeek)
  const seed = requireOption(where, 'seed', options.seed)
  const { weeks = YEAR, objectives = ['voice', 'delivery'], step = 4, samples = 50, agency = null } = options
  const columns = objectives.map(name => outcomeNames.indexOf(name))
  if (objectives.length === 0 || columns.includes(-1))
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected objectives among ${outcomeNames.join(', ')}, got ${objectives.join(', ') || 'none'}`,
    )
  const signs = objectives.map(name => (outcomes.find(row => row.name === name)!.better === 'higher' ? 1 : -1))

  const candidates = candidatesOf(where, options.strategies, agency)
  const prepared = prepare(where, network, {
    strategies: candidates,
    weeks,
    ...(options.workplan ? { workplan: options.workplan } : {}),
    ...(options.parameters ? { parameters: { ...options.parameters } } : {}),
  })
  const { model, input } = prepared
  const evaluate = evaluator(prepared)
  const strategiesOf = (units: Uint16Array) =>
    candidates.flatMap((strategy, q) =>
      units[q]! > 0 ? [{ ...strategy, hoursPerWeek: (units[q]! * step) / strategy.intensity }] : [],
    )
  const run = (units: Uint16Array, parameters: Parameters = input.parameters) =>
    evaluate({ ...input, parameters, plans: scheduleStrategies(where, model, strategiesOf(units), weeks) })
  const scoreOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  let evaluated = 0
  const judge = (units: Uint16Array): Candidate => {
    options.signal?.throwIfAborted()
    const row = run(units)
    evaluated++
    const values = columns.map((column, i) => signs[i]! * row[column]!)
    if (values.some(Number.isNaN))
      throw new GuanxiError('INVALID_VALUE', `${where}: this network does not define ${objectives.join(' or ')}`)
    return { units, values, score: scoreOf(values) }
  }

  // Plans by size; one portion more than the budget tells what it would be worth.
  const budget = Math.floor(hoursPerWeek / step + 1e-9)
  const none = judge(new Uint16Array(candidates.length))
  const front: Candidate[] = [none]
  let best = none
  let further = none
  let level: Candidate[] = [none]
  const enumerated = portionsWithin(ENUMERATED, candidates.length)
  const steps = budget + 2
  for (let size = 1; size <= budget + 1; size++) {
    level = extend(level, size <= enumerated ? null : BEAM).map(judge)
    for (const one of level) {
      if (one.score > further.score) further = one
      if (size > budget) continue
      if (one.score > best.score) best = one
      addToFront(front, one)
    }
    reportProgress(options, size, steps)
  }

  const planOf = ({ units, score }: Candidate): Plan => ({
    hoursPerWeek: units.reduce((sum, portions) => sum + portions, 0) * step,
    hours: Object.fromEntries(candidates.flatMap(({ kind }, q) => (units[q]! > 0 ? [[kind, units[q]! * step]] : []))),
    strategies: strategiesOf(units),
    outcomes: outcomesByName(run(units)),
    score,
  })
  front.sort((a, b) => b.score - a.score)
  const judged = [...new Set([best, none, ...front.slice(0, IN_REGRET)])]
  const worlds = sampledWorlds(input.parameters, options.parameters, samples, seed)
  const inWorlds = worlds.map(parameters =>
    judged.map(({ units }) => {
      const row = run(units, parameters)
      return scoreOf(columns.map((column, i) => signs[i]! * row[column]!))
    }),
  )
  reportProgress(options, steps, steps)
  return printed<PlanResult>(
    {
      kind: 'plan',
      hoursPerWeek,
      weeks,
      objectives,
      seed,
      pareto: front.map(planOf),
      best: planOf(best),
      baseline: planOf(none),
      marginal: { hours: step, score: further.score, perHour: (further.score - best.score) / step },
      regret: judged.map((candidate, c) => {
        const regrets = inWorlds.map(scores => Math.max(...scores) - scores[c]!)
        return {
          plan: planOf(candidate),
          mean: scoreOf(regrets),
          most: Math.max(...regrets),
          bestShare: regrets.filter(regret => regret === 0).length / samples,
        }
      }),
      evaluated,
      exact: budget <= enumerated,
      assumptions: prepared.assumptions,
    },
    resultLines,
  )
}

/** What hours can go into; refuses what hours would not change, and two of one kind. */
function candidatesOf(where: string, given: readonly Strategy[] | undefined, agency: string | null): Strategy[] {
  if (given === undefined) return practised(agency)
  if (given.length === 0 || given.length > MOST_CANDIDATES)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected 1 to ${MOST_CANDIDATES} strategies, got ${given.length}`,
    )
  return given.map((strategy, i) => {
    checkStrategy(where, strategy)
    if (strategy.intensity === 0 || Object.keys(strategy.practices).length === 0)
      throw new GuanxiError(
        'INVALID_OPTION',
        `${where}: expected strategies with practices and an intensity above 0, so that hours can go into them, got ${show(strategy.kind)}`,
      )
    if (given.findIndex(({ kind }) => kind === strategy.kind) < i)
      throw new GuanxiError('INVALID_OPTION', `${where}: two strategies are of kind ${show(strategy.kind)}`)
    return { ...strategy, agency: strategy.agency ?? agency }
  })
}

/** The most portions of which all hand-outs over so many strategies are at most `most`: C(portions + count, count) of them. */
function portionsWithin(most: number, count: number): number {
  let handOuts = 1
  for (let portions = 1; ; portions++) {
    handOuts = (handOuts * (portions + count)) / portions
    if (handOuts > most) return portions - 1
  }
}

/**
 * Every plan with one portion more: each plan grows only at its last practice in use and after it, so that none comes twice. A
 * beam keeps the best plans and grows them everywhere, each result once.
 */
function extend(level: readonly Candidate[], beam: number | null): Uint16Array[] {
  const grown = (units: Uint16Array, q: number) => {
    const more = units.slice()
    more[q]!++
    return more
  }
  if (beam === null)
    return level.flatMap(({ units }) => {
      const last = Math.max(
        0,
        units.findLastIndex(portions => portions > 0),
      )
      return Array.from(units.subarray(last), (_, q) => grown(units, last + q))
    })
  const kept = [...level].sort((a, b) => b.score - a.score).slice(0, beam)
  const all = kept.flatMap(({ units }) => Array.from(units, (_, q) => grown(units, q)))
  return [...new Map(all.map(units => [units.join(), units])).values()]
}

function addToFront(front: Candidate[], one: Candidate): void {
  const beats = (a: Candidate, b: Candidate) =>
    a.values.every((value, i) => value >= b.values[i]!) && a.values.some((value, i) => value > b.values[i]!)
  if (front.some(other => beats(other, one))) return
  for (let i = front.length - 1; i >= 0; i--) if (beats(one, front[i]!)) front.splice(i, 1)
  front.push(one)
}

/** Worlds in which every assumption that the caller did not set is drawn over its range. */
function sampledWorlds(
  base: Parameters,
  fixed: Readonly<Record<string, number>> | undefined,
  samples: number,
  seed: number,
): Parameters[] {
  const rows = assumptions().filter(({ name }) => fixed?.[name] === undefined)
  const points = latinHypercube(samples, rows.length, randomStream(seed, 4))
  return Array.from({ length: samples }, (_, s) => ({
    ...base,
    ...Object.fromEntries(rows.map((row, d) => [row.name, drawAt(row, points[s * rows.length + d]!)])),
  }))
}
