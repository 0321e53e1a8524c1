import { mean } from '../../kernel/mean.ts'
import { quantile } from '../../kernel/quantile.ts'
import { studentHalfWidth } from '../../kernel/studentHalfWidth.ts'
import { printed } from '../../model/printed.ts'
import { outcomeNames } from '../dynamics/outcomesAt.ts'
import { outcomes } from '../outcomes.ts'
import { resultLines } from '../resultLines.ts'
import { layoutOf } from './layoutOf.ts'
import type {
  EnsembleBand,
  EnsembleContrast,
  EnsembleDraws,
  EnsembleOutcome,
  EnsembleResult,
  EnsembleWithdrawals,
} from './types.ts'

/** Fields of a result that are known before its numbers are. */
export type Known = Pick<
  EnsembleResult,
  'scenarios' | 'weeks' | 'seed' | 'shard' | 'reachedTarget' | 'design' | 'drawn' | 'manifest' | 'assumptions'
>

type Column = readonly (number | null)[]

/**
 * The result from what the replications gave. Sums run over the replications in their order: the same draws give the same bits,
 * however they were shared out. Pauses after each pair of scenarios.
 */
export function* summarise(known: Known, draws: EnsembleDraws, weekly: Column): Generator<void, EnsembleResult, void> {
  const names = known.scenarios.map(({ name }) => name!)
  const columnOf = (s: number, o: number) => draws.outcomes[s * outcomeNames.length + o]!.values
  const rows: EnsembleOutcome[] = []
  for (let s = 0; s < names.length; s++) {
    for (let o = 0; o < outcomeNames.length; o++)
      rows.push({ scenario: names[s]!, outcome: outcomeNames[o]!, ...spreadOf(columnOf(s, o)) })
    yield
  }
  const contrasts: EnsembleContrast[] = []
  for (let a = 0; a < names.length; a++)
    for (let b = 0; b < names.length; b++) {
      if (a === b) continue
      for (let o = 0; o < outcomeNames.length; o++)
        contrasts.push(contrastOf(names[a]!, names[b]!, o, columnOf(a, o), columnOf(b, o)))
      yield
    }
  return printed<EnsembleResult>(
    {
      kind: 'ensemble',
      scenarios: known.scenarios,
      weeks: known.weeks,
      seed: known.seed,
      replications: draws.to - draws.from,
      shard: known.shard,
      reachedTarget: known.reachedTarget,
      outcomes: rows,
      contrasts,
      withdrawals: draws.withdrewInWeek.map(({ scenario, values }) => withdrawalsOf(scenario, values)),
      bands: bandsOf(known, weekly),
      design: known.design,
      drawn: known.drawn,
      draws,
      weekly: known.shard === null ? null : weekly,
      manifest: known.manifest,
      assumptions: known.assumptions,
    },
    resultLines,
  )
}

/** Standard deviation with n − 1; NaN of fewer than two. */
export function deviationOf(values: Float64Array, centre: number): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2
  return values.length < 2 ? Number.NaN : Math.sqrt(sum / (values.length - 1))
}

function definedOf(column: Column): Float64Array {
  const values = new Float64Array(column.length)
  let count = 0
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!
    if (value !== null) values[count++] = value
  }
  return values.subarray(0, count)
}

function spreadOf(column: Column): Omit<EnsembleOutcome, 'scenario' | 'outcome'> {
  return describe(definedOf(column))
}

/** Mean, spread and quantiles; sorts the values. */
function describe(values: Float64Array): Omit<EnsembleOutcome, 'scenario' | 'outcome'> {
  const count = values.length
  if (count === 0) return { count, mean: null, sd: null, median: null, low: null, high: null, error: null }
  const centre = mean(values)
  const sd = count < 2 ? null : deviationOf(values, centre)
  values.sort()
  return {
    count,
    mean: centre,
    sd,
    median: quantile(values, 0.5),
    low: quantile(values, 0.05),
    high: quantile(values, 0.95),
    error: sd === null ? null : sd / Math.sqrt(count),
  }
}

function contrastOf(a: string, b: string, o: number, ofA: Column, ofB: Column): EnsembleContrast {
  const sign = outcomes[o]!.better === 'higher' ? 1 : -1
  const pairs = new Float64Array(ofA.length)
  let count = 0
  let wins = 0
  for (let r = 0; r < ofA.length; r++) {
    const x = ofA[r]!
    const y = ofB[r]!
    if (x === null || y === null) continue
    pairs[count++] = x - y
    wins += x === y ? 0.5 : sign * (x - y) > 0 ? 1 : 0
  }
  const { mean: difference, sd, error, median, low, high } = describe(pairs.subarray(0, count))
  const half = error === null ? null : error * studentHalfWidth(count - 1)
  return {
    a,
    b,
    outcome: outcomeNames[o]!,
    count,
    difference,
    interval: difference === null || half === null ? null : [difference - half, difference + half],
    sd,
    error,
    median,
    low,
    high,
    chanceABeatsB: count === 0 ? null : wins / count,
  }
}

function withdrawalsOf(scenario: string, weeks: Column): EnsembleWithdrawals {
  const left = definedOf(weeks).sort()
  const share = left.length / weeks.length
  return {
    scenario,
    share,
    error: Math.sqrt((share * (1 - share)) / weeks.length),
    medianWeek: left.length === 0 ? null : quantile(left, 0.5),
  }
}

function bandsOf({ scenarios, weeks, manifest }: Known, weekly: Column): EnsembleBand[] {
  const layout = layoutOf({ scenarios, weeks, replications: manifest.replications })
  const tracked = weekly.length / layout.trackWidth
  const steps = layout.weeks.length
  return scenarios.flatMap(({ name }, s) =>
    outcomeNames.map((outcome, o) => {
      const sorted = layout.weeks.map((_, step) => {
        const at = (s * steps + step) * outcomeNames.length + o
        return definedOf(Array.from({ length: tracked }, (_, k) => weekly[k * layout.trackWidth + at]!)).sort()
      })
      const at = (p: number) => sorted.map(values => (values.length === 0 ? null : quantile(values, p)))
      return {
        scenario: name!,
        outcome,
        weeks: layout.weeks,
        low: at(0.05),
        lowerQuartile: at(0.25),
        median: at(0.5),
        upperQuartile: at(0.75),
        high: at(0.95),
      }
    }),
  )
}
