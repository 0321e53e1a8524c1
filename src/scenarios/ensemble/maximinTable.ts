import { checkOptions, oneOf, requireOption } from '../../model/options.ts'
import { outcomeNames } from '../dynamics/outcomesAt.ts'
import type { OutcomeName } from '../outcomes.ts'
import { checkEnsemble, isBetterHigher, namesOf, outcomeColumn } from './columns.ts'
import type { EnsembleResult } from './types.ts'

/** What a scenario gives when the assumptions turn out against it, and for it. */
export interface MaximinRow {
  readonly scenario: string
  /** The worst of all replications, and which one that is (see `replication`). */
  readonly worst: number | null
  readonly worstReplication: number | null
  readonly best: number | null
}

/**
 * The worst that each scenario gives over the replications: what somebody counts on who trusts no assumption.
 *
 * @param ensemble - what `runEnsemble` or `mergeEnsembles` gave.
 * @param options.outcome - a name of `outcomes`; worse is lower or higher as that says.
 * @returns a row a scenario, the best worst case first (Wald's maximin); `null` when no replication defines the outcome.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * The worst of more replications is worse: compare scenarios within one ensemble only.
 *
 * Source: Wald 1950, Statistical Decision Functions; McPhail et al. 2018, Earth's Future 6:169–191.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, maximinTable, runEnsemble } from 'guanxi/scenarios'
 *
 * const scenarios = [{ name: 'as it is', strategies: [] }, { name: 'alliance', strategies: [buildAlliance()] }]
 * const ensemble = await runEnsemble(xCommunity(), scenarios, { replications: 50, seed: 1 })
 * maximinTable(ensemble, { outcome: 'communityTrust' })[0]?.scenario // => 'alliance'
 * ```
 */
export function maximinTable(ensemble: EnsembleResult, options: { readonly outcome: OutcomeName }): MaximinRow[] {
  const where = 'maximinTable'
  checkEnsemble(where, ensemble)
  checkOptions(where, options, { outcome: oneOf(...outcomeNames) })
  const outcome = requireOption(where, 'outcome', options?.outcome)
  const sign = isBetterHigher(outcome) ? 1 : -1
  return namesOf(ensemble)
    .map((scenario): MaximinRow => {
      const column = outcomeColumn(ensemble, scenario, outcome)
      let worst = -1
      let best = -1
      column.forEach((value, r) => {
        if (Number.isNaN(value)) return
        if (worst < 0 || sign * value < sign * column[worst]!) worst = r
        if (best < 0 || sign * value > sign * column[best]!) best = r
      })
      if (worst < 0) return { scenario, worst: null, worstReplication: null, best: null }
      return { scenario, worst: column[worst]!, worstReplication: ensemble.draws.from + worst, best: column[best]! }
    })
    .sort((a, b) => sign * ((b.worst ?? 0) - (a.worst ?? 0)))
}
