import { binomialTail } from '../../kernel/binomialTail.ts'
import { type PrimBox, primBoxes } from '../../kernel/primBoxes.ts'
import { checkOptions, finite, numberIn, oneOf, requireOption } from '../../model/options.ts'
import { printed } from '../../model/printed.ts'
import { outcomeNames } from '../dynamics/outcomesAt.ts'
import { resultLines } from '../resultLines.ts'
import {
  assumptionColumns,
  type Criterion,
  checkCriterion,
  checkEnsemble,
  meets,
  type Subject,
  scenarioOf,
  subjectColumn,
} from './columns.ts'
import type { EnsembleResult } from './types.ts'

/** Options of `scenarioDiscovery`. */
export interface DiscoveryOptions extends Subject, Criterion {
  /** Share of the replications in the box that one step peels off. @defaultValue 0.05 */
  readonly peel?: number | undefined
  /** A box holds at least this share of all replications. @defaultValue 0.05 */
  readonly leastSupport?: number | undefined
}

/** An end of an assumption's range that belongs to the failures. */
export interface DiscoveredLimit {
  readonly name: string
  /** The assumption lies between these; `null` where the box has no limit. */
  readonly low: number | null
  readonly high: number | null
  /** Chance of a box as dense if this limit did nothing, by a binomial test; not corrected for the search. */
  readonly quasiP: number
}

/** Where a scenario fails. */
export interface DiscoveredBox {
  /** The limit that matters most first. */
  readonly limits: readonly DiscoveredLimit[]
  /** Share of all failures that lie in the box. */
  readonly coverage: number
  /** Share of the box's replications that are failures. */
  readonly density: number
  /** Share of all replications that lie in the box. */
  readonly support: number
}

/** What `scenarioDiscovery` gives. */
export interface DiscoveryResult {
  readonly kind: 'scenario-discovery'
  readonly scenario: string
  readonly outcome: Subject['outcome']
  readonly against: string | null
  readonly atLeast: number | null
  readonly atMost: number | null
  readonly replications: number
  /** Replications that fail, and their share: the density without a box. */
  readonly failures: number
  readonly share: number
  /** The box that best names the failures; `null` when there are none, nothing but failures, or nothing that tells them apart. */
  readonly box: DiscoveredBox | null
  /** All boxes that were peeled, the whole space first: to choose another balance of coverage and density. */
  readonly trajectory: readonly {
    readonly coverage: number
    readonly density: number
    readonly support: number
    readonly limited: number
  }[]
}

/** Limits with a larger quasi-p are taken off again. */
const SIGNIFICANT = 0.05

/**
 * Scenario discovery: under which assumptions does this mix fail?
 *
 * A replication fails when the outcome is not from `atLeast` to `atMost` (or not defined). The patient rule induction method peels the
 * space of the assumptions down to boxes in which failures are dense. Of these the one with the largest harmonic mean of coverage and
 * density is taken; limits that chance alone would explain (quasi-p above 0.05) are taken off again, the least telling first.
 *
 * @param ensemble - what `runEnsemble` or `mergeEnsembles` gave; some hundred replications at least.
 * @param options.scenario - name of the scenario that may fail.
 * @param options.outcome - a name of `outcomes`.
 * @param options.against - judge scenario − against instead: when does the mix not beat the other?
 * @param options.atLeast - what is good enough; this or `atMost`, or both.
 * @returns the box with its limits, coverage, density and support, and the boxes on the way to it.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * Noise and random events are no assumptions: failures that they cause stay unexplained.
 *
 * Source: Friedman & Fisher 1999, Statistics and Computing 9:123–143; Bryant & Lempert 2010, Technological Forecasting and
 * Social Change 77:34–49 (coverage, density, quasi-p). The choice of the box by the harmonic mean is ours: they leave it to the
 * analyst, who finds all boxes in `trajectory`. There is no pasting.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { chaseIndicators, runEnsemble, scenarioDiscovery } from 'guanxi/scenarios'
 *
 * const scenarios = [{ name: 'indicators', strategies: [chaseIndicators({ load: 1.5 })] }]
 * const ensemble = await runEnsemble(xCommunity(), scenarios, { replications: 300, seed: 1 })
 * const found = scenarioDiscovery(ensemble, { scenario: 'indicators', outcome: 'communityTrust', atLeast: 0.2 })
 * found.box!.density > found.share // => true
 * ```
 */
export function scenarioDiscovery(ensemble: EnsembleResult, options: DiscoveryOptions): DiscoveryResult {
  const where = 'scenarioDiscovery'
  checkEnsemble(where, ensemble)
  const known = scenarioOf(ensemble)
  checkOptions(where, options, {
    scenario: known,
    outcome: oneOf(...outcomeNames),
    against: known,
    atLeast: finite,
    atMost: finite,
    peel: numberIn(0.001, 0.5),
    leastSupport: numberIn(0, 1),
  })
  const scenario = requireOption(where, 'scenario', options?.scenario)
  const outcome = requireOption(where, 'outcome', options.outcome)
  checkCriterion(where, options)
  const { peel = 0.05, leastSupport = 0.05, against = null, atLeast = null, atMost = null } = options

  const fails = Uint8Array.from(subjectColumn(ensemble, options), value => (meets(value, options) ? 0 : 1))
  const failures = fails.reduce((sum, fail) => sum + fail, 0)
  const inputs = assumptionColumns(ensemble, scenario)
  const columns = inputs.map(({ values }) => values)
  const count = fails.length
  const telling = failures > 0 && failures < count && columns.length > 0
  const boxes = telling ? primBoxes(columns, fails, peel, Math.max(1, leastSupport * count)) : []
  const chosen = telling
    ? boxes.reduce((best, box) => (balance(box, failures) > balance(best, failures) ? box : best))
    : null
  return printed(
    {
      kind: 'scenario-discovery',
      scenario,
      outcome,
      against,
      atLeast,
      atMost,
      replications: count,
      failures,
      share: failures / count,
      box: chosen && boxOf(chosen, inputs, fails, failures),
      trajectory: boxes.map(box => ({ ...figures(box, failures, count), limited: limitedIn(box).length })),
    },
    resultLines,
  )
}

type Inputs = readonly { readonly name: string; readonly values: Float64Array }[]

/** Harmonic mean of coverage and density: 2 · cases / (failures + points). */
function balance({ cases, points }: PrimBox, failures: number): number {
  return (2 * cases) / (failures + points)
}

function figures({ cases, points }: Pick<PrimBox, 'cases' | 'points'>, failures: number, count: number) {
  return { coverage: cases / failures, density: cases / points, support: points / count }
}

function limitedIn({ low, high }: Pick<PrimBox, 'low' | 'high'>): number[] {
  return [...low.keys()].filter(d => Number.isFinite(low[d]!) || Number.isFinite(high[d]!))
}

function boxOf(chosen: PrimBox, inputs: Inputs, fails: Uint8Array, failures: number): DiscoveredBox | null {
  const low = chosen.low.slice()
  const high = chosen.high.slice()
  for (;;) {
    const limited = limitedIn({ low, high })
    if (limited.length === 0) return null
    const inside = countIn(inputs, low, high, fails, -1)
    const limits = limited
      .map(d => {
        const without = countIn(inputs, low, high, fails, d)
        const quasiP = binomialTail(inside.cases, inside.points, without.cases / without.points)
        return { d, quasiP, gain: inside.cases / inside.points - without.cases / without.points }
      })
      .sort((a, b) => a.quasiP - b.quasiP || b.gain - a.gain)
    const weakest = limits.at(-1)!
    if (weakest.quasiP > SIGNIFICANT) {
      low[weakest.d] = Number.NEGATIVE_INFINITY
      high[weakest.d] = Number.POSITIVE_INFINITY
      continue
    }
    const end = (value: number) => (Number.isFinite(value) ? value : null)
    return {
      limits: limits.map(({ d, quasiP }) => ({
        name: inputs[d]!.name,
        low: end(low[d]!),
        high: end(high[d]!),
        quasiP,
      })),
      ...figures(inside, failures, fails.length),
    }
  }
}

/** Points and failures in a box, without the limits of input `free`. */
function countIn(inputs: Inputs, low: Float64Array, high: Float64Array, fails: Uint8Array, free: number) {
  const limited = limitedIn({ low, high }).filter(d => d !== free)
  let points = 0
  let cases = 0
  for (let k = 0; k < fails.length; k++) {
    if (!limited.every(d => inputs[d]!.values[k]! >= low[d]! && inputs[d]!.values[k]! <= high[d]!)) continue
    points++
    cases += fails[k]!
  }
  return { points, cases }
}
