import { mean } from '../../kernel/mean.ts'
import { partialRanks } from '../../kernel/partialRanks.ts'
import { midranks } from '../../kernel/ranks.ts'
import { checkOptions, oneOf, requireOption } from '../../model/options.ts'
import { outcomeNames } from '../dynamics/outcomesAt.ts'
import { assumptionColumns, checkEnsemble, type Subject, scenarioOf, subjectColumn } from './columns.ts'
import type { EnsembleResult } from './types.ts'

/** What an answer rests on: one assumption. */
export interface TornadoRow {
  readonly name: string
  /** Between which ends it was drawn. */
  readonly range: readonly [number, number]
  /** Mean where the assumption lies in the lowest fifth of its draws, and in the highest. */
  readonly low: number
  readonly high: number
  /** high − low. */
  readonly swing: number
  /** Spearman's rank correlation of assumption and outcome, in [−1, 1]; `null` when the outcome never varies. */
  readonly correlation: number | null
  /**
   * The same with the ranks of all other assumptions held fixed (PRCC), over the first 4,096 replications; `null` when the outcome
   * never varies, or the replications are not three more than the assumptions.
   */
  readonly partial: number | null
  /** 95 % interval of it, by Fisher's z. */
  readonly partialInterval: readonly [number, number] | null
}

/** Replications that partial correlations are taken over, at most: more would change no digit that is shown. */
const CORRELATED = 4096

/**
 * What an answer of an ensemble rests on: each assumption's ends, the widest swing first, from the runs that are there.
 *
 * @param ensemble - what `runEnsemble` or `mergeEnsembles` gave, with at least five replications that define the outcome.
 * @param options.scenario - name of a scenario.
 * @param options.outcome - a name of `outcomes`.
 * @param options.against - name of a second scenario: what their difference rests on.
 * @returns a row an assumption that was drawn; none with fewer than five replications.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * The others vary as well, so that a swing of chance remains: about 3 sd / √replications. `sensitivity` separates interactions.
 *
 * Source: none; ours. Conditional means after Eschenbach 1992, Interfaces 22(6):40–46 (tornado diagrams); partial rank
 * correlations as `partialRanks`: Saltelli & Marivoet 1990, Reliability Engineering & System Safety 28:229–253.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, runEnsemble, tornado } from 'guanxi/scenarios'
 *
 * const scenarios = [{ name: 'alliance', strategies: [buildAlliance()] }]
 * const ensemble = await runEnsemble(xCommunity(), scenarios, { replications: 200, seed: 1 })
 * tornado(ensemble, { scenario: 'alliance', outcome: 'communityTrust' })[0]?.name // => 'indicatorHours'
 * ```
 */
export function tornado(ensemble: EnsembleResult, options: Subject): TornadoRow[] {
  const where = 'tornado'
  checkEnsemble(where, ensemble)
  const scenario = scenarioOf(ensemble)
  checkOptions(where, options, { scenario, outcome: oneOf(...outcomeNames), against: scenario })
  requireOption(where, 'scenario', options?.scenario)
  requireOption(where, 'outcome', options.outcome)
  const column = subjectColumn(ensemble, options)
  const kept = Uint32Array.from(column.keys()).filter(r => !Number.isNaN(column[r]!))
  if (kept.length < 5) return []
  const outcome = Float64Array.from(kept, r => column[r]!)
  const outcomeRanks = midranks(outcome)
  const columns = assumptionColumns(ensemble, options.scenario)
  const partials = partialsOf(columns, column, kept)
  return columns
    .map(({ name, values }, c): TornadoRow => {
      const own = Float64Array.from(kept, r => values[r]!)
      const order = Uint32Array.from(own.keys()).sort((a, b) => own[a]! - own[b]!)
      const fifth = Math.floor(order.length / 5)
      const low = mean(Float64Array.from(order.subarray(0, fifth), i => outcome[i]!))
      const high = mean(Float64Array.from(order.subarray(order.length - fifth), i => outcome[i]!))
      return {
        name,
        range: ensemble.drawn.find(row => row.name === name)?.range ?? extremes(values),
        low,
        high,
        swing: high - low,
        correlation: correlationOf(midranks(own), outcomeRanks),
        ...partials[c]!,
      }
    })
    .sort((a, b) => Math.abs(b.swing) - Math.abs(a.swing))
}

/** Partial rank correlations of the columns with the outcome, over the kept replications among the first. */
function partialsOf(
  columns: ReturnType<typeof assumptionColumns>,
  outcome: Float64Array,
  kept: Uint32Array,
): Pick<TornadoRow, 'partial' | 'partialInterval'>[] {
  const used = kept.filter(r => r < CORRELATED)
  const of = (values: Float64Array) => Float64Array.from(used, r => values[r]!)
  const found = partialRanks(
    columns.map(({ values }) => of(values)),
    of(outcome),
  )
  const half = 1.959963984540054 / Math.sqrt(used.length - columns.length - 2)
  return columns.map((_, c) => {
    const partial = found?.[c] ?? Number.NaN
    if (Number.isNaN(partial)) return { partial: null, partialInterval: null }
    const z = Math.atanh(Math.max(-1 + 1e-12, Math.min(1 - 1e-12, partial)))
    return { partial, partialInterval: [Math.tanh(z - half), Math.tanh(z + half)] }
  })
}

function extremes(column: Float64Array): [number, number] {
  return [
    column.reduce((low, value) => Math.min(low, value), Infinity),
    column.reduce((high, value) => Math.max(high, value), -Infinity),
  ]
}

function correlationOf(x: Float64Array, y: Float64Array): number | null {
  const [mx, my] = [mean(x), mean(y)]
  let xy = 0
  let xx = 0
  let yy = 0
  for (let i = 0; i < x.length; i++) {
    xy += (x[i]! - mx) * (y[i]! - my)
    xx += (x[i]! - mx) ** 2
    yy += (y[i]! - my) ** 2
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null
}
