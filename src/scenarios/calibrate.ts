import { type AbcPosterior, abcPosterior } from '../kernel/abcPosterior.ts'
import { randomStream } from '../kernel/random.ts'
import { GuanxiError, show } from '../model/errors.ts'
import { layers, type RelationNetwork } from '../model/network.ts'
import { checkOptions, integerIn, numberIn, requireOption, seed as seedRule, texts } from '../model/options.ts'
import { printed } from '../model/printed.ts'
import { type Progress, progressRules, reportProgress } from '../model/progress.ts'
import { type Assumption, assumptions, drawAt, type ParameterName, type Parameters } from './assumptions.ts'
import { drawNoise, scheduleEvents } from './dynamics/schedule.ts'
import { simulate } from './dynamics/simulate.ts'
import { createState } from './dynamics/state.ts'
import { type Prepared, prepare } from './prepare.ts'
import { resultLines } from './resultLines.ts'
import { MOST_WEEKS } from './schema.ts'
import type { Scenario } from './types.ts'
import { groupsOf, summaryOf, type Values, valuesOf, type Wave } from './waves.ts'

/** Options of `calibrate`. */
export interface CalibrateOptions extends Progress {
  /** Names of 1 to 8 assumptions to fit; the others keep the scenario's values. */
  readonly fit: readonly string[]
  readonly seed: number
  /** Standard error with which one value of one tie is observed, on its scale of 0 to 1. @defaultValue 0.05 (assumed) */
  readonly error?: number | undefined
  /** Runs of the model, 600 to 1,000,000. @defaultValue 6,000 */
  readonly draws?: number | undefined
}

/** What the waves say about one parameter. */
export interface CalibratedParameter {
  readonly name: string
  readonly unit: string
  /** The value that the scenario has without the waves. */
  readonly value: number
  /** 90 % of the values that were possible before, by `Assumption.range` and `draw`. */
  readonly prior: readonly [number, number]
  readonly median: number
  /** 90 % of the values that are possible after. */
  readonly interval: readonly [number, number]
  /** Width of the interval over that of the prior, both as shares of the range as it is drawn: 1 when nothing was learnt. */
  readonly ratio: number
  /** Greatest gap between the distributions before and after (Kolmogorov–Smirnov), 0 to 1. */
  readonly shift: number
  /** `narrowed`: the interval is below three quarters of the prior's; `shifted`: not so, but `shift` is above a quarter; `silent`: neither. */
  readonly verdict: 'narrowed' | 'shifted' | 'silent'
  /** The verdict in words. */
  readonly says: { readonly zh: string; readonly en: string }
}

/** How well the wave that was kept back is foretold; all errors are root mean squares on the scale of 0 to 1. */
export interface CalibrationCheck {
  readonly week: number
  /** Values that were compared. */
  readonly values: number
  /** Of the fitted model. */
  readonly error: number
  /** Of saying that nothing changes after the last wave before. */
  readonly noChange: number
  /** Of the scenario with its own values. */
  readonly unfitted: number
  /** Share of the values within the 90 % interval foretold for them. */
  readonly inside: number
}

/** What `calibrate` gives. */
export interface CalibrationResult {
  readonly kind: 'calibration'
  readonly name: string
  readonly scenario: Scenario
  /** Weeks of the waves by what they were used for. */
  readonly start: number
  readonly fitted: readonly number[]
  /** In the order of `assumptions()`. */
  readonly parameters: readonly CalibratedParameter[]
  /** Correlation of each two after the fit, on the scale on which they are drawn; `null` where one does not vary. */
  readonly correlations: readonly (readonly (number | null)[])[]
  /**
   * How well the model can bring about what was seen: share of the accepted runs that are as far from their own middle as the waves
   * are. Below 0.01 no parameters make the model look like the waves, and the intervals mean nothing.
   */
  readonly resemblance: number
  /** Parameter sets drawn from the posterior, as `parameters` of scenarios take them. */
  readonly sample: readonly Readonly<Record<string, number>>[]
  /** `null` with two waves, of which none can be kept back, or when the last knows no value that the model moves. */
  readonly check: CalibrationCheck | null
  readonly error: number
  readonly runs: number
  readonly seed: number
  readonly assumptions: readonly Assumption[]
}

const MOST_FITTED = 8
/** Of the runs of a round at least so many are accepted, and at least this share. */
const FEWEST_ACCEPTED = 150
const ACCEPTED = 0.12
/** Parameter sets that the result holds. */
const SAMPLE = 200
/** An interval below this share of the prior's counts as news. */
const NEWS = 0.75
/** So does a gap between the distributions before and after above this. */
const MOVED = 0.25

/**
 * Fits parameters of the model to observed waves of a network, and says when the waves cannot tell.
 *
 * Approximate Bayesian computation: the parameters are drawn over their ranges, as ensembles draw them; the scenario is run
 * from the first wave; the runs that look most like the later waves stay (see `abcPosterior`: semi-automatic summaries, local-linear
 * adjustment, three rounds). A run is looked at as the waves were: values of alike ties are averaged (by layer, wave and the roles
 * at both ends) and blurred by the error of observation. With three waves or more the last is kept back, and the fit is
 * checked against it.
 *
 * @param waves - two or more in order of time. The first, in week 0, is where every run starts: its values must be known and are taken
 *   as they are. In later ones unknown values are left out, and a tie that is not there is zero.
 * @param scenario - what happened meanwhile: strategies, events, workplan; `weeks` is set by the waves.
 * @param options - `fit`, `seed`, and where wanted `error`, `draws`; see `CalibrateOptions`.
 * @param options.onProgress - told `{ done, total }` in runs.
 * @param options.signal - looked at after every run; only what `onProgress` calls can abort a call without `await`.
 * @returns a row a parameter with interval and verdict, correlations, a posterior sample, and the check.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`; `UNKNOWN_ACTOR` when a later wave lacks an actor of the first;
 *   and as `runScenario`.
 *
 * Deterministic by its seed. The intervals hold as far as the model and the error of observation do: they say which parameters
 * fit, not that the model is right; look at `resemblance` and `check`.
 *
 * Source: Beaumont, Zhang & Balding 2002, Genetics 162:2025–2035; Fearnhead & Prangle 2012, JRSS B 74:419–474; Toni et al. 2009,
 * Journal of the Royal Society Interface 6:187–202; error of observation inside ABC: Wilkinson 2013, Statistical
 * Applications in Genetics and Molecular Biology 12:129–141.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, calibrate, runScenario } from 'guanxi/scenarios'
 *
 * // Two waves made with a known value stand in for observed ones.
 * const scenario = { strategies: [buildAlliance()] }
 * const seen = runScenario(xCommunity(), { ...scenario, weeks: 26, parameters: { trustGain: 0.05 } }).after
 * const waves = [{ week: 0, network: xCommunity() }, { week: 26, network: seen }]
 * const { parameters } = calibrate(waves, scenario, { fit: ['trustGain', 'rehireWeeks'], seed: 1, draws: 900 })
 * parameters.map(({ name, verdict }) => [name, verdict]) // => [['trustGain', 'narrowed'], ['rehireWeeks', 'silent']]
 * parameters[0]!.interval[0] < 0.05 && parameters[0]!.interval[1] > 0.05 // => true
 * ```
 */
export function calibrate(waves: readonly Wave[], scenario: Scenario, options: CalibrateOptions): CalibrationResult {
  const where = 'calibrate'
  checkOptions(where, options, {
    fit: texts,
    seed: seedRule,
    error: numberIn(1e-6, 1),
    draws: integerIn(600, 1e6),
    ...progressRules,
  })
  const seed = requireOption(where, 'seed', options?.seed)
  const fit = rowsToFit(where, requireOption(where, 'fit', options.fit))
  const { error = 0.05, draws = 6000 } = options
  checkWaves(where, waves)
  const keptBack = waves.length > 2 ? waves.at(-1)! : null
  const used = waves.slice(1, keptBack ? -1 : undefined)
  const weeks = waves.at(-1)!.week
  const prepared = prepare(where, waves[0]!.network, { ...scenario, weeks })
  const values = waves.slice(1).map(wave => valuesOf(where, prepared.model, wave))
  const groups = groupsOf(prepared.model)

  const run = runner(
    prepared,
    scenario,
    waves.slice(1).map(({ week }) => week),
  )
  const observed = summaryOf(groups, values.slice(0, used.length), values)
  const parametersAt = (place: ArrayLike<number>): Parameters => ({
    ...prepared.input.parameters,
    ...Object.fromEntries(fit.map((row, d) => [row.name, drawAt(row, place[d]!)])),
  })
  const posterior = abcPosterior({
    dimensions: fit.length,
    observed: observed.means,
    simulate: (place, draw, into, runs) => {
      const states = run(parametersAt(place), randomStream(seed, 7, draw).uint32())
      const { means } = summaryOf(groups, states.slice(0, used.length), values)
      const stream = randomStream(seed, 8, draw)
      for (let s = 0; s < into.length; s++)
        into[s] = means[s]! + (error * stream.normal()) / Math.sqrt(observed.counts[s]!)
      reportProgress(options, draw + 1, runs)
    },
    draws,
    accepted: Math.max(FEWEST_ACCEPTED, Math.floor((draws / 3) * ACCEPTED)),
    seed,
  })
  const sample = sampleOf(posterior, seed)
  const checked = (week: number): CalibrationCheck | null => {
    const [before, kept] = values.slice(-2) as [Values, Values]
    const foretold = sample.map((place, s) => run(parametersAt(place), randomStream(seed, 9, s).uint32()).at(-1)!)
    const unfitted = run(prepared.input.parameters, prepared.seed).at(-1)!
    // What is zero for everybody would only flatter: ties that might have come to be, and did not.
    const isZero = (i: number) => [kept, before, unfitted, ...foretold].every(row => row[i] === 0)
    const isSeen = (i: number) => groups.of[i]! >= 0 && !Number.isNaN(kept[i]! + before[i]!) && !isZero(i)
    const seen = [...kept.keys()].filter(isSeen)
    if (seen.length === 0) return null
    return { week, ...checkAgainst({ kept, before, foretold, unfitted }, seen, error, seed) }
  }
  return printed<CalibrationResult>(
    {
      kind: 'calibration',
      name: prepared.name,
      scenario: structuredClone(scenario),
      start: 0,
      fitted: used.map(({ week }) => week),
      parameters: fit.map((row, d) => judged(row, prepared.input.parameters[row.name as ParameterName], posterior, d)),
      correlations: fit.map((_, d) => fit.map((__, e) => correlation(posterior, d, e))),
      resemblance: posterior.resemblance,
      sample: sample.map(place => Object.fromEntries(fit.map((row, d) => [row.name, drawAt(row, place[d]!)]))),
      check: keptBack && checked(keptBack.week),
      error,
      runs: posterior.runs,
      seed,
      assumptions: prepared.assumptions,
    },
    resultLines,
  )
}

function rowsToFit(where: string, names: readonly string[]): Assumption[] {
  const rows = assumptions()
  const unknown = names.find(name => !rows.some(row => row.name === name))
  if (unknown !== undefined || names.length === 0 || names.length > MOST_FITTED)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected fit to name 1 to ${MOST_FITTED} assumptions, got ${show(unknown ?? names)}; known are ${rows.map(({ name }) => name).join(', ')}`,
    )
  return rows.filter(({ name }) => names.includes(name))
}

function checkWaves(where: string, waves: readonly Wave[]): void {
  if (!Array.isArray(waves) || waves.length < 2)
    throw new GuanxiError('INVALID_OPTION', `${where}: expected two waves or more, got ${show(waves)}`)
  const rule = integerIn(0, MOST_WEEKS)
  waves.forEach((wave: Wave, w) => {
    checkOptions(`${where}: waves[${w}]`, wave, {
      week: rule,
      network: {
        expected: 'a network',
        accepts: value => typeof (value as RelationNetwork)?.forEachNode === 'function',
      },
    })
    const week = requireOption(where, `waves[${w}].week`, wave?.week)
    requireOption(where, `waves[${w}].network`, wave.network)
    if (w === 0 ? week !== 0 : week <= waves[w - 1]!.week)
      throw new GuanxiError(
        'INVALID_OPTION',
        `${where}: expected waves in order of time from week 0, got week ${week} at waves[${w}]`,
      )
  })
}

/** Runs the scenario with parameters and luck of its own, and gives the values at each of the weeks. */
function runner({ model, input }: Prepared, { events = [] }: Scenario, weeks: readonly number[]) {
  const state = createState(model)
  const pairs = model.source.length
  const isRandom = input.noise > 0 || events.some(({ perYear }) => perYear !== null)
  return (parameters: Parameters, seed: number): Values[] => {
    const found: Values[] = []
    const struck = isRandom ? scheduleEvents('calibrate', model, events, input.weeks, seed) : input.events
    if (input.noise > 0) drawNoise(struck, seed)
    simulate(model, state, { ...input, parameters, events: struck }, week => {
      if (!weeks.includes(week)) return
      const values = new Float64Array(layers.length * pairs)
      layers.forEach((layer, l) => {
        values.set(state[layer], l * pairs)
      })
      found.push(values)
    })
    return found
  }
}

/** The points of dimension `d` in order, each with its weight. */
function ordered({ places, weights, dimensions }: AbcPosterior, d: number): (readonly [number, number])[] {
  return Array.from(weights, (weight, p) => [places[p * dimensions + d]!, weight] as const).sort((a, b) => a[0] - b[0])
}

function judged(row: Assumption, value: number, posterior: AbcPosterior, d: number): CalibratedParameter {
  const points = ordered(posterior, d)
  const quantile = (share: number) => {
    let below = 0
    for (const [place, weight] of points) {
      below += weight
      if (below >= share) return place
    }
    return points.at(-1)![0]
  }
  const [low, median, high] = [quantile(0.05), quantile(0.5), quantile(0.95)]
  const ratio = (high - low) / 0.9
  let below = 0
  let shift = 0
  for (const [place, weight] of points) {
    shift = Math.max(shift, Math.abs(place - below), Math.abs(place - below - weight))
    below += weight
  }
  const verdict = ratio < NEWS ? 'narrowed' : shift > MOVED ? 'shifted' : 'silent'
  return {
    name: row.name,
    unit: row.unit,
    value,
    prior: [drawAt(row, 0.05), drawAt(row, 0.95)],
    median: drawAt(row, median),
    interval: [drawAt(row, low), drawAt(row, high)],
    ratio,
    shift,
    verdict,
    says: words(verdict, ratio),
  }
}

function words(verdict: CalibratedParameter['verdict'], ratio: number): { zh: string; en: string } {
  const part = Math.round(100 * ratio)
  if (verdict === 'narrowed')
    return { zh: `数据将取值区间缩小至原来的${part}%`, en: `the waves narrow it to ${part} % of what was possible` }
  if (verdict === 'shifted')
    return {
      zh: '数据使其偏移，但几乎没有缩小取值区间',
      en: 'the waves shift it, but hardly narrow what is possible',
    }
  return { zh: '这些数据无法说明该参数', en: 'the waves cannot tell: what was possible before is possible after' }
}

function correlation({ places, weights, dimensions }: AbcPosterior, d: number, e: number): number | null {
  const mean = (of: (p: number) => number) => weights.reduce((sum, weight, p) => sum + weight * of(p), 0)
  const at = (p: number, axis: number) => places[p * dimensions + axis]!
  const [md, me] = [mean(p => at(p, d)), mean(p => at(p, e))]
  const product = (f: number, mf: number, g: number, mg: number) => mean(p => (at(p, f) - mf) * (at(p, g) - mg))
  const whole = Math.sqrt(product(d, md, d, md) * product(e, me, e, me))
  return whole > 0 ? product(d, md, e, me) / whole : null
}

/** Places drawn from the weighted sample, evenly spaced along its weights from a random start (systematic resampling). */
function sampleOf({ places, weights, dimensions }: AbcPosterior, seed: number): Float64Array[] {
  const start = randomStream(seed, 10).uniform()
  const sample: Float64Array[] = []
  let below = 0
  weights.forEach((weight, p) => {
    below += weight
    while (sample.length < SAMPLE && (sample.length + start) / SAMPLE < below)
      sample.push(places.slice(p * dimensions, (p + 1) * dimensions))
  })
  return sample
}

interface Compared {
  readonly kept: Values
  readonly before: Values
  readonly foretold: readonly Values[]
  readonly unfitted: Values
}

function checkAgainst(
  { kept, before, foretold, unfitted }: Compared,
  seen: readonly number[],
  error: number,
  seed: number,
): Omit<CalibrationCheck, 'week'> {
  const stream = randomStream(seed, 11)
  const squares = { error: 0, noChange: 0, unfitted: 0 }
  let inside = 0
  for (const i of seen) {
    const value = kept[i]!
    const mean = foretold.reduce((sum, run) => sum + run[i]!, 0) / foretold.length
    const blurred = Float64Array.from(foretold, run => run[i]! + error * stream.normal()).sort()
    squares.error += (mean - value) ** 2
    squares.noChange += (before[i]! - value) ** 2
    squares.unfitted += (unfitted[i]! - value) ** 2
    const cut = Math.floor(0.05 * blurred.length)
    if (value >= blurred[cut]! && value <= blurred[blurred.length - 1 - cut]!) inside++
  }
  const root = (sum: number) => Math.sqrt(sum / seen.length)
  return {
    values: seen.length,
    error: root(squares.error),
    noChange: root(squares.noChange),
    unfitted: root(squares.unfitted),
    inside: inside / seen.length,
  }
}
