import { checkOptions, integerIn } from '../../model/options.ts'
import type { Scenario } from '../types.ts'
import { designPoints } from './designPoints.ts'
import type { EnsembleResult } from './types.ts'

/**
 * One replication of an ensemble as scenarios that `runScenario` takes: the same assumptions, noise and random events, the same
 * numbers to the last bit.
 *
 * @param ensemble - what `runEnsemble` or `mergeEnsembles` gave.
 * @param k - replication, from 0.
 * @returns the scenarios in the order of the ensemble, each with the parameters and the seed of this replication.
 * @throws {GuanxiError} `INVALID_OPTION` when the ensemble has no such replication.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, replication, runEnsemble, runScenario } from 'guanxi/scenarios'
 *
 * const network = xCommunity()
 * const ensemble = await runEnsemble(network, [{ strategies: [buildAlliance()] }], { replications: 10, seed: 1 })
 * const alone = runScenario(network, replication(ensemble, 7)[0]!)
 * const voice = ensemble.draws.outcomes.find(({ outcome }) => outcome === 'voice')!
 * voice.values[7] === alone.measures.after.voice // => true
 * ```
 */
export function replication(ensemble: EnsembleResult, k: number): Scenario[] {
  checkOptions('replication', { k }, { k: integerIn(0, ensemble.manifest.replications - 1) })
  const points = designPoints({ ...ensemble, replications: ensemble.manifest.replications })
  const drawn: Record<string, number | undefined> = {}
  points.draw(k, drawn)
  const parameters = Object.fromEntries(
    Object.entries(drawn).filter((entry): entry is [string, number] => entry[1] !== undefined),
  )
  const seed = points.seedOf(k)
  return ensemble.scenarios.map(scenario => ({
    ...scenario,
    seed,
    parameters: { ...parameters, ...scenario.parameters },
  }))
}
