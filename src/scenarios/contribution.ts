import { randomStream } from '../kernel/random.ts'
import { GuanxiError } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions, integerIn, oneOf, seed as seedRule } from '../model/options.ts'
import { printed } from '../model/printed.ts'
import { type Progress, progressRules, reportProgress } from '../model/progress.ts'
import { orNull } from '../model/scores.ts'
import type { Assumption } from './assumptions.ts'
import { outcomeNames } from './dynamics/outcomesAt.ts'
import { scheduleStrategies } from './dynamics/schedule.ts'
import { evaluator } from './evaluate.ts'
import { type OutcomeName, outcomes } from './outcomes.ts'
import { prepare } from './prepare.ts'
import { resultLines } from './resultLines.ts'
import type { Scenario } from './types.ts'

/** Options of `contribution`. */
export interface ContributionOptions extends Progress {
  /** `exact` runs every mix, `sampled` random orders. @defaultValue exact up to 12 strategies */
  readonly method?: 'exact' | 'sampled' | undefined
  /** Random orders when sampled, 2 to 100,000. @defaultValue 500 */
  readonly samples?: number | undefined
  /** Seeds the orders. @defaultValue 1 */
  readonly seed?: number | undefined
}

/** What one strategy adds to one outcome; all are `null` where the network does not define the outcome. */
export interface ContributionTerm {
  /** The strategy's kind; with its place in the list where two are of one kind, as in `small-talk (2)`. */
  readonly strategy: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly outcome: OutcomeName
  /** Its share of the change: what it adds to the strategies before it, mean over all orders. The shares sum to the change. */
  readonly shapley: number | null
  /** Monte-Carlo standard error of the share; 0 when every mix was run. */
  readonly error: number | null
  /** The outcome of all less that of all but this one: what would be lost without it. */
  readonly leaveOneOut: number | null
  /** The outcome of this one alone less that of none. */
  readonly alone: number | null
}

/** What `contribution` gives: plain data. */
export interface ContributionResult {
  readonly kind: 'contribution'
  readonly name: string
  readonly scenario: Scenario
  readonly weeks: number
  /** One row an outcome: its value without any of the strategies, with all of them, and the change. */
  readonly outcomes: readonly {
    readonly outcome: OutcomeName
    readonly without: number | null
    readonly with: number | null
    readonly change: number | null
  }[]
  /** A row an outcome and strategy, in the order of `outcomes` and of the scenario. */
  readonly terms: readonly ContributionTerm[]
  readonly exact: boolean
  /** Orders that were drawn; `null` when every mix was run. */
  readonly samples: number | null
  /** Mixes that were run. */
  readonly runs: number
  readonly seed: number
  readonly assumptions: readonly Assumption[]
}

/** Up to so many strategies every mix is run unless told otherwise: 4,096 runs. */
const FEW = 12
/** The most for which every mix may be run. */
const MOST = 20

/**
 * What each strategy of a scenario contributes to the whole: left out, alone, and its Shapley value over all mixes.
 *
 * φ_i = Σ over S without i of |S|! (n − |S| − 1)! / n! · (v(S + i) − v(S)), v(S) the outcome when the strategies S are run. Where
 * strategies feed or crowd out each other, leaving one out and running it alone say different things; φ shares such gains and
 * losses out evenly, so that the parts sum to the change.
 *
 * @param network - as for `runScenario`.
 * @param scenario - with at least one strategy; events, workplan, parameters and noise are the same in every mix.
 * @param options - `method`, `samples`, `seed`; see `ContributionOptions`.
 * @param options.onProgress - told `{ done, total }` in mixes, or in orders when sampled.
 * @param options.signal - looked at after each of them; only what `onProgress` calls can abort a call without `await`.
 * @returns for every outcome its change and a term a strategy. A strategy that changes nothing has 0; two that are alike have
 *   the same. Sampled shares come with a standard error and sum to the change too.
 * @throws {GuanxiError} `INVALID_OPTION`, also without a strategy or with more than 20 for `exact`; `UNKNOWN_OPTION`; and as
 *   `runScenario`.
 *
 * 2ⁿ runs when exact, at most samples · n when sampled; each mix is run once. Deterministic.
 *
 * Source: Shapley 1953, Contributions to the Theory of Games II:307–317; sampling of orders: Castro, Gómez & Tejada 2009,
 * Computers & Operations Research 36:1726–1730.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, contribution, extendRelations, sustainCooperation } from 'guanxi/scenarios'
 *
 * const strategies = [sustainCooperation(), buildAlliance(), extendRelations()]
 * const { terms } = contribution(xCommunity(), { strategies })
 * const delivery = terms.filter(({ outcome }) => outcome === 'delivery')
 * delivery.map(({ shapley }) => Math.round(shapley! * 100) / 100) // => [0.05, -0.01, 0.16]
 * ```
 */
export function contribution(
  network: RelationNetwork,
  scenario: Scenario,
  options: ContributionOptions = {},
): ContributionResult {
  const where = 'contribution'
  checkOptions(where, options, {
    method: oneOf('exact', 'sampled'),
    samples: integerIn(2, 100_000),
    seed: seedRule,
    ...progressRules,
  })
  const prepared = prepare(where, network, scenario)
  const { strategies } = scenario
  const { method = strategies.length <= FEW ? 'exact' : 'sampled', samples = 500, seed = 1 } = options
  if (strategies.length === 0)
    throw new GuanxiError('INVALID_OPTION', `${where}: expected a scenario with at least one strategy, got none`)
  if (method === 'exact' && strategies.length > MOST)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected at most ${MOST} strategies to run every mix, got ${strategies.length}; use method sampled`,
    )

  const outcomesOf = mixes(where, prepared, strategies)
  const count = strategies.length
  const none = outcomesOf(new Uint8Array(count))
  const all = outcomesOf(new Uint8Array(count).fill(1))
  const { shares, errors } =
    method === 'exact'
      ? exactShares(count, outcomesOf, options)
      : sampledShares(count, outcomesOf, samples, seed, options)
  const alone = strategies.map((_, i) => outcomesOf(oneOnly(count, i, 1)))
  const others = strategies.map((_, i) => outcomesOf(oneOnly(count, i, 0)))
  const names = namesOf(strategies.map(({ kind }) => kind))
  return printed<ContributionResult>(
    {
      kind: 'contribution',
      name: prepared.name,
      scenario: structuredClone(scenario),
      weeks: prepared.input.weeks,
      outcomes: outcomes.map(({ name: outcome }, o) => ({
        outcome,
        without: orNull(none[o]!),
        with: orNull(all[o]!),
        change: orNull(all[o]! - none[o]!),
      })),
      terms: outcomes.flatMap(({ name: outcome }, o) =>
        strategies.map(({ label }, i) => ({
          strategy: names[i]!,
          label,
          outcome,
          shapley: orNull(shares[i]![o]!),
          error: orNull(errors[i]![o]!),
          leaveOneOut: orNull(all[o]! - others[i]![o]!),
          alone: orNull(alone[i]![o]! - none[o]!),
        })),
      ),
      exact: method === 'exact',
      samples: method === 'exact' ? null : samples,
      runs: outcomesOf.runs(),
      seed,
      assumptions: prepared.assumptions,
    },
    resultLines,
  )
}

type Mixes = ((inMix: Uint8Array) => Float64Array) & { runs: () => number }

/** The outcomes of a mix, 1 for each strategy that is in it; a mix that was run before is not run again. */
function mixes(where: string, prepared: ReturnType<typeof prepare>, strategies: Scenario['strategies']): Mixes {
  const { model, input } = prepared
  const evaluate = evaluator(prepared)
  const known = new Map<string, Float64Array>()
  const outcomesOf = (inMix: Uint8Array) => {
    const key = inMix.join('')
    const found = known.get(key)
    if (found) return found
    const chosen = strategies.filter((_, i) => inMix[i] === 1)
    const row = evaluate({ ...input, plans: scheduleStrategies(where, model, chosen, input.weeks) }).slice()
    known.set(key, row)
    return row
  }
  return Object.assign(outcomesOf, { runs: () => known.size })
}

interface Shares {
  /** By strategy, a number an outcome. */
  readonly shares: readonly Float64Array[]
  readonly errors: readonly Float64Array[]
}

const columns = (count: number) => Array.from({ length: count }, () => new Float64Array(outcomeNames.length))

function exactShares(count: number, outcomesOf: Mixes, progress: Progress): Shares {
  const shares = columns(count)
  // |S|! (n − |S| − 1)! / n!, from one size to the next: no factorial gets large.
  const weights = new Float64Array(count)
  weights[0] = 1 / count
  for (let size = 1; size < count; size++) weights[size] = (weights[size - 1]! * size) / (count - size)
  const inMix = new Uint8Array(count)
  for (let bits = 0; bits < 2 ** count; bits++) {
    let size = 0
    for (let i = 0; i < count; i++) size += inMix[i] = (bits >>> i) & 1
    const before = outcomesOf(inMix)
    for (let i = 0; i < count; i++) {
      if (inMix[i] === 1) continue
      inMix[i] = 1
      const after = outcomesOf(inMix)
      inMix[i] = 0
      for (let o = 0; o < before.length; o++) shares[i]![o]! += weights[size]! * (after[o]! - before[o]!)
    }
    reportProgress(progress, bits + 1, 2 ** count)
  }
  return { shares, errors: columns(count) }
}

function sampledShares(count: number, outcomesOf: Mixes, samples: number, seed: number, progress: Progress): Shares {
  const shares = columns(count)
  const squares = columns(count)
  const order = new Uint32Array(count)
  const inMix = new Uint8Array(count)
  for (let s = 0; s < samples; s++) {
    for (let i = 0; i < count; i++) order[i] = i
    randomStream(seed, 5, s).shuffle(order)
    inMix.fill(0)
    let before = outcomesOf(inMix)
    for (const i of order) {
      inMix[i] = 1
      const after = outcomesOf(inMix)
      for (let o = 0; o < before.length; o++) {
        // Welford's running mean and sum of squares: orders that agree leave an error of 0.
        const added = after[o]! - before[o]!
        const off = added - shares[i]![o]!
        shares[i]![o]! += off / (s + 1)
        squares[i]![o]! += off * (added - shares[i]![o]!)
      }
      before = after
    }
    reportProgress(progress, s + 1, samples)
  }
  return { shares, errors: squares.map(column => column.map(sum => Math.sqrt(sum / (samples - 1) / samples))) }
}

/** The mix of strategy `i` alone (`own` 1), or of all but it (0). */
function oneOnly(count: number, i: number, own: 0 | 1): Uint8Array {
  const inMix = new Uint8Array(count).fill(1 - own)
  inMix[i] = own
  return inMix
}

function namesOf(kinds: readonly string[]): string[] {
  return kinds.map((kind, i) => {
    const same = kinds.filter(other => other === kind).length > 1
    return same ? `${kind} (${kinds.slice(0, i + 1).filter(other => other === kind).length})` : kind
  })
}
