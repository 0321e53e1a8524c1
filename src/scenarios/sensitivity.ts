import { type MorrisDesign, morrisDesign } from '../kernel/morrisDesign.ts'
import { morrisEffects } from '../kernel/morrisEffects.ts'
import { saltelliDesign } from '../kernel/saltelliDesign.ts'
import type { SamplingDesign } from '../kernel/samplingDesign.ts'
import { sobolIndices } from '../kernel/sobolIndices.ts'
import { GuanxiError, show } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions, integerIn, oneOf, requireOption, seed as seedRule, texts } from '../model/options.ts'
import { printed } from '../model/printed.ts'
import { type Progress, progressRules, reportProgress } from '../model/progress.ts'
import { orNull } from '../model/scores.ts'
import { type Assumption, assumptions, drawAt, type Parameters } from './assumptions.ts'
import { outcomeNames } from './dynamics/outcomesAt.ts'
import { evaluator } from './evaluate.ts'
import type { OutcomeName } from './outcomes.ts'
import { type Prepared, prepare } from './prepare.ts'
import { resultLines } from './resultLines.ts'
import type { Scenario } from './types.ts'

/** Options of `sensitivity`. */
export interface SensitivityOptions extends Progress {
  /** `morris` screens all assumptions for few runs; `sobol` gives shares of variance. */
  readonly method: 'morris' | 'sobol'
  readonly outcome: OutcomeName
  /** Trajectories (Morris) or base points (Sobol′, best a power of two). */
  readonly samples: number
  readonly seed: number
  /** Names of the assumptions to vary; the others keep their values. @defaultValue all */
  readonly parameters?: readonly string[] | undefined
}

/** What one assumption does to the outcome; the fields of the other method are `null`. */
export interface SensitivityTerm {
  readonly name: string
  readonly range: readonly [number, number]
  /** Mean effect of crossing the range, in the outcome's unit (Morris). */
  readonly mu: number | null
  /** Mean size of that effect, ≥ |mu|: the one to rank by (Morris). */
  readonly muStar: number | null
  /** Its spread over the other assumptions (Morris). */
  readonly sigma: number | null
  /** Share of the outcome's variance that goes when this one alone is known (Sobol′). */
  readonly first: number | null
  readonly firstInterval: readonly [number, number] | null
  /** Share that stays when all others are known (Sobol′). */
  readonly total: number | null
  readonly totalInterval: readonly [number, number] | null
}

/** What `sensitivity` gives. */
export interface SensitivityResult {
  readonly kind: 'sensitivity'
  readonly method: 'morris' | 'sobol'
  readonly outcome: OutcomeName
  readonly name: string
  readonly scenario: Scenario
  /** In the order of `assumptions()`. */
  readonly terms: readonly SensitivityTerm[]
  /** Names, the one that matters most first: by μ* or by total effect. */
  readonly ranked: readonly string[]
  /** Outcome with every assumption as the scenario has it. */
  readonly value: number
  /** Mean and range of the outcome over the design. */
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly samples: number
  readonly runs: number
  readonly seed: number
  readonly assumptions: readonly Assumption[]
}

/** Redraws behind the intervals of Sobol′ indices. */
const RESAMPLES = 200

/**
 * Which assumptions an outcome of a scenario rests on.
 *
 * Every assumption is varied over its whole range, as ensembles draw it (`Assumption.draw`). Effects are per crossing of the
 * range: μ, μ*, σ by Morris's trajectories, or first and total shares of variance after Saltelli and Jansen.
 *
 * @param network - as for `runScenario`.
 * @param scenario - the scenario; its own `parameters` are the values of those that are not varied.
 * @param options.method - `morris` runs samples · (assumptions + 1) times, `sobol` samples · (assumptions + 2) times.
 * @param options.outcome - a name of `outcomes`.
 * @param options.samples - 1 to 10,000 (Morris), 2 to 1,048,576 (Sobol′).
 * @param options.seed - any integer; the same seed gives the same bits.
 * @param options.parameters - names of at least one assumption to vary. @defaultValue all
 * @param options.onProgress - told `{ done, total }` in runs.
 * @param options.signal - looked at after every run; only what `onProgress` calls can abort a call without `await`.
 * @returns a term an assumption, also for those that do not matter; indices are `null` when the outcome never varies.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`; `INVALID_VALUE` when the network does not define the outcome; and
 *   as `runScenario`.
 *
 * Source: Morris 1991, Technometrics 33:161–174; Campolongo, Cariboni & Saltelli 2007, Environmental Modelling & Software
 * 22:1509–1518; Saltelli et al. 2010, Computer Physics Communications 181:259–270; Jansen 1999, ibid. 117:35–43.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { extendRelations, sensitivity } from 'guanxi/scenarios'
 *
 * const scenario = { strategies: [extendRelations()], weeks: 26 }
 * const found = sensitivity(xCommunity(), scenario, { method: 'morris', outcome: 'residentsTrust', samples: 10, seed: 1 })
 * found.ranked[0] // => 'trustGain'
 * ```
 */
export function sensitivity(
  network: RelationNetwork,
  scenario: Scenario,
  options: SensitivityOptions,
): SensitivityResult {
  const where = 'sensitivity'
  checkOptions(where, options, {
    method: oneOf('morris', 'sobol'),
    outcome: oneOf(...outcomeNames),
    samples: integerIn(1, 2 ** 20),
    seed: seedRule,
    parameters: texts,
    ...progressRules,
  })
  const method = requireOption(where, 'method', options?.method)
  const outcome = requireOption(where, 'outcome', options.outcome)
  const samples = requireOption(where, 'samples', options.samples)
  const seed = requireOption(where, 'seed', options.seed)
  const [fewest, most] = method === 'morris' ? [1, 10_000] : [2, 2 ** 20]
  if (samples < fewest! || samples > most!)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected samples for ${method} to be a whole number from ${fewest} to ${most}, got ${samples}`,
    )
  const varied = variedRows(where, options.parameters)
  const prepared = prepare(where, network, scenario)
  const design =
    method === 'morris'
      ? morrisDesign(samples, varied.length, seed, { levels: 4, candidates: Math.min(4 * samples, samples + 400) })
      : saltelliDesign(samples, varied.length, seed)
  const { value, outputs } = runDesign(where, prepared, varied, design, outcome, options)

  const nothing = {
    mu: null,
    muStar: null,
    sigma: null,
    first: null,
    firstInterval: null,
    total: null,
    totalInterval: null,
  }
  const found = method === 'morris' ? morrisTerms(design as MorrisDesign, outputs) : sobolTerms(design, outputs, seed)
  const terms = varied.map(({ name, range }, d) => ({ name, range, ...nothing, ...found[d]! }))
  const weight = (term: SensitivityTerm) => (method === 'morris' ? term.muStar : term.total) ?? 0
  return printed<SensitivityResult>(
    {
      kind: 'sensitivity',
      method,
      outcome,
      name: prepared.name,
      scenario: structuredClone(scenario),
      terms,
      ranked: [...terms].sort((a, b) => weight(b) - weight(a)).map(({ name }) => name),
      value,
      mean: outputs.reduce((sum, x) => sum + x, 0) / outputs.length,
      low: outputs.reduce((least, x) => Math.min(least, x), Infinity),
      high: outputs.reduce((greatest, x) => Math.max(greatest, x), -Infinity),
      samples,
      runs: design.rows,
      seed,
      assumptions: prepared.assumptions,
    },
    resultLines,
  )
}

function variedRows(where: string, names: readonly string[] | undefined): Assumption[] {
  const rows = assumptions()
  if (names === undefined) return rows
  const unknown = names.find(name => !rows.some(row => row.name === name))
  if (unknown !== undefined || names.length === 0)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected parameters to name assumptions, got ${show(unknown ?? names)}; known are ${rows.map(({ name }) => name).join(', ')}`,
    )
  return rows.filter(({ name }) => names.includes(name))
}

function runDesign(
  where: string,
  prepared: Prepared,
  varied: readonly Assumption[],
  design: SamplingDesign,
  outcome: OutcomeName,
  progress: Progress,
): { value: number; outputs: Float64Array } {
  const { input } = prepared
  const evaluate = evaluator(prepared)
  const column = outcomeNames.indexOf(outcome)
  const value = evaluate(input)[column]!
  if (Number.isNaN(value))
    throw new GuanxiError('INVALID_VALUE', `${where}: the network does not define the outcome ${outcome}`)
  const parameters: Parameters = { ...input.parameters }
  const point = new Float64Array(varied.length)
  const outputs = new Float64Array(design.rows)
  for (let row = 0; row < design.rows; row++) {
    design.row(row, point)
    for (let d = 0; d < varied.length; d++)
      parameters[varied[d]!.name as keyof Parameters] = drawAt(varied[d]!, point[d]!)
    outputs[row] = evaluate({ ...input, parameters })[column]!
    reportProgress(progress, row + 1, design.rows)
  }
  return { value, outputs }
}

function morrisTerms(design: MorrisDesign, outputs: Float64Array) {
  const { mu, muStar, sigma } = morrisEffects(design, outputs)
  return Array.from(mu, (value, d) => ({ mu: value, muStar: muStar[d]!, sigma: orNull(sigma[d]!) }))
}

function sobolTerms({ dimensions }: SamplingDesign, outputs: Float64Array, seed: number) {
  const found = sobolIndices(outputs, dimensions, RESAMPLES, seed)
  const interval = (value: number, half: number): readonly [number, number] | null =>
    Number.isNaN(value) || Number.isNaN(half) ? null : [value - half, value + half]
  return Array.from(found.first, (first, d) => ({
    first: orNull(first),
    firstInterval: interval(first, found.firstHalfWidth[d]!),
    total: orNull(found.total[d]!),
    totalInterval: interval(found.total[d]!, found.totalHalfWidth[d]!),
  }))
}
