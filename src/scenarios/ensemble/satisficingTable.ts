import { GuanxiError, show } from '../../model/errors.ts'
import { checkOptions, finite, oneOf } from '../../model/options.ts'
import { outcomeNames } from '../dynamics/outcomesAt.ts'
import type { OutcomeName } from '../outcomes.ts'
import { type Criterion, checkCriterion, checkEnsemble, meets, namesOf, outcomeColumn } from './columns.ts'
import type { EnsembleResult } from './types.ts'

/** A demand on one outcome. */
export interface OutcomeCriterion extends Criterion {
  readonly outcome: OutcomeName
}

/** In how many replications a scenario is good enough. */
export interface SatisficingRow {
  readonly scenario: string
  /** Share of the replications in which all criteria are met, with its Monte-Carlo standard error. */
  readonly share: number
  readonly error: number
  /** Share in which each is met by itself, in their order. */
  readonly each: readonly number[]
}

/**
 * Satisficing: in what share of the replications each scenario is good enough, on all criteria at once.
 *
 * @param ensemble - what `runEnsemble` or `mergeEnsembles` gave.
 * @param criteria - at least one `{ outcome, atLeast?, atMost? }`; an outcome that is not defined does not meet it.
 * @returns a row a scenario, the largest share first (Starr's domain criterion).
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * Source: Starr 1963, Product Design and Decision Theory; Herman et al. 2015, Journal of Water Resources Planning and
 * Management 141(10):04015012; McPhail et al. 2018, Earth's Future 6:169–191.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, runEnsemble, satisficingTable } from 'guanxi/scenarios'
 *
 * const scenarios = [{ name: 'as it is', strategies: [] }, { name: 'alliance', strategies: [buildAlliance()] }]
 * const ensemble = await runEnsemble(xCommunity(), scenarios, { replications: 50, seed: 1 })
 * satisficingTable(ensemble, [{ outcome: 'voice', atLeast: 0.3 }])[0]?.scenario // => 'alliance'
 * ```
 */
export function satisficingTable(ensemble: EnsembleResult, criteria: readonly OutcomeCriterion[]): SatisficingRow[] {
  const where = 'satisficingTable'
  checkEnsemble(where, ensemble)
  if (!Array.isArray(criteria) || criteria.length === 0)
    throw new GuanxiError('INVALID_OPTION', `${where}: expected at least one criterion, got ${show(criteria)}`)
  for (const criterion of criteria) {
    checkOptions(where, criterion, { outcome: oneOf(...outcomeNames), atLeast: finite, atMost: finite })
    checkCriterion(where, criterion)
  }
  const { replications } = ensemble
  return namesOf(ensemble)
    .map((scenario): SatisficingRow => {
      const columns = criteria.map(({ outcome }) => outcomeColumn(ensemble, scenario, outcome))
      const met = criteria.map(() => 0)
      let all = 0
      for (let r = 0; r < replications; r++) {
        const here = criteria.map((criterion, c) => meets(columns[c]![r]!, criterion))
        here.forEach((yes, c) => {
          if (yes) met[c]!++
        })
        if (here.every(Boolean)) all++
      }
      const share = all / replications
      return {
        scenario,
        share,
        error: Math.sqrt((share * (1 - share)) / replications),
        each: met.map(count => count / replications),
      }
    })
    .sort((a, b) => b.share - a.share)
}
