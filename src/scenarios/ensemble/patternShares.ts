import { orNull } from '../../model/scores.ts'
import { outcomeNames } from '../dynamics/outcomesAt.ts'
import type { OutcomeName } from '../outcomes.ts'
import { checkEnsemble, namesOf, outcomeColumn } from './columns.ts'
import type { EnsembleResult } from './types.ts'

/** A statement on the outcomes of one replication, by the names of the scenarios. */
export interface EnsemblePattern {
  readonly id: string
  /** Whether it holds in a replication, whose outcomes are given by name of the scenario. */
  readonly holds: (outcomes: Readonly<Record<string, Readonly<Record<OutcomeName, number | null>>>>) => boolean
}

/** In what share of the replications a pattern holds, with its Monte-Carlo standard error. */
export interface PatternShare {
  readonly id: string
  readonly share: number
  readonly error: number
}

/**
 * In what share of an ensemble's replications a user's own findings hold, as `checkPatterns` does for those of the case.
 *
 * @param ensemble - what `runEnsemble` or `mergeEnsembles` gave.
 * @param patterns - each with a test of one replication: outcomes by scenario and name, `null` where not defined.
 * @returns a row a pattern.
 * @throws {GuanxiError} `INVALID_OPTION`.
 *
 * Source: pattern-oriented modelling, Grimm et al. 2005, Science 310:987–991.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, patternShares, runEnsemble } from 'guanxi/scenarios'
 *
 * const scenarios = [{ name: 'as it is', strategies: [] }, { name: 'alliance', strategies: [buildAlliance()] }]
 * const ensemble = await runEnsemble(xCommunity(), scenarios, { replications: 50, seed: 1 })
 * const shares = patternShares(ensemble, [
 *   { id: 'heard', holds: at => at.alliance!.voice! > at['as it is']!.voice! },
 * ])
 * shares[0]!.share > 0.9 // => true
 * ```
 */
export function patternShares(ensemble: EnsembleResult, patterns: readonly EnsemblePattern[]): PatternShare[] {
  checkEnsemble('patternShares', ensemble)
  const columns = namesOf(ensemble).map(
    name => [name, outcomeNames.map(outcome => [outcome, outcomeColumn(ensemble, name, outcome)] as const)] as const,
  )
  const counts = patterns.map(() => 0)
  for (let r = 0; r < ensemble.replications; r++) {
    const outcomes = Object.fromEntries(
      columns.map(([name, own]) => [
        name,
        Object.fromEntries(own.map(([outcome, column]) => [outcome, orNull(column[r]!)])),
      ]),
    ) as Parameters<EnsemblePattern['holds']>[0]
    patterns.forEach(({ holds }, p) => {
      if (holds(outcomes)) counts[p]!++
    })
  }
  return patterns.map(({ id }, p) => {
    const share = counts[p]! / ensemble.replications
    return { id, share, error: Math.sqrt((share * (1 - share)) / ensemble.replications) }
  })
}
