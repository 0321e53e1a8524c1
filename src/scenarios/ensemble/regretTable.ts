import { mean } from '../../kernel/mean.ts'
import { quantile } from '../../kernel/quantile.ts'
import { checkOptions, oneOf, requireOption } from '../../model/options.ts'
import { outcomeNames } from '../dynamics/outcomesAt.ts'
import type { OutcomeName } from '../outcomes.ts'
import { checkEnsemble, isBetterHigher, namesOf, outcomeColumn } from './columns.ts'
import type { EnsembleResult } from './types.ts'

/** How much a scenario falls short of the best one, over the replications; in the outcome's unit, ≥ 0. */
export interface RegretRow {
  readonly scenario: string
  readonly mean: number | null
  readonly median: number | null
  /** Quantile 0.95. */
  readonly high: number | null
  readonly worst: number | null
  /** Share of the replications in which none is better. */
  readonly bestShare: number | null
}

/**
 * Regret: in each replication, how much better the best scenario would have been than this one.
 *
 * @param ensemble - what `runEnsemble` or `mergeEnsembles` gave.
 * @param options.outcome - a name of `outcomes`; better is higher or lower as that says.
 * @returns a row a scenario, least worst regret first (Savage's minimax regret); `null` when no replication defines the outcome
 *   for all scenarios.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * Source: Savage 1951, Journal of the American Statistical Association 46:55–67; McPhail et al. 2018, Earth's Future
 * 6:169–191; Herman et al. 2015, Journal of Water Resources Planning and Management 141(10):04015012.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, regretTable, runEnsemble } from 'guanxi/scenarios'
 *
 * const scenarios = [{ name: 'as it is', strategies: [] }, { name: 'alliance', strategies: [buildAlliance()] }]
 * const ensemble = await runEnsemble(xCommunity(), scenarios, { replications: 50, seed: 1 })
 * regretTable(ensemble, { outcome: 'communityTrust' })[0]?.scenario // => 'alliance'
 * ```
 */
export function regretTable(ensemble: EnsembleResult, options: { readonly outcome: OutcomeName }): RegretRow[] {
  const where = 'regretTable'
  checkEnsemble(where, ensemble)
  checkOptions(where, options, { outcome: oneOf(...outcomeNames) })
  const outcome = requireOption(where, 'outcome', options?.outcome)
  const sign = isBetterHigher(outcome) ? 1 : -1
  const names = namesOf(ensemble)
  const columns = names.map(name => outcomeColumn(ensemble, name, outcome))
  const regrets = columns.map((): number[] => [])
  for (let r = 0; r < ensemble.replications; r++) {
    const values = columns.map(column => sign * column[r]!)
    const best = Math.max(...values)
    if (Number.isNaN(best)) continue
    values.forEach((value, s) => {
      regrets[s]!.push(best - value)
    })
  }
  return names
    .map((scenario, s): RegretRow => {
      const sorted = Float64Array.from(regrets[s]!).sort()
      if (sorted.length === 0) return { scenario, mean: null, median: null, high: null, worst: null, bestShare: null }
      return {
        scenario,
        mean: mean(regrets[s]!),
        median: quantile(sorted, 0.5),
        high: quantile(sorted, 0.95),
        worst: sorted.at(-1)!,
        bestShare: sorted.filter(regret => regret === 0).length / sorted.length,
      }
    })
    .sort((a, b) => (a.worst ?? 0) - (b.worst ?? 0))
}
