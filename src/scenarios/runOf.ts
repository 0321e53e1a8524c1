import { GuanxiError, show } from '../model/errors.ts'
import { revivedNetwork } from '../model/revivedNetwork.ts'
import type { ScenarioResult } from './results.ts'

/**
 * What is needed to run a result again: as `runScenario` gave it, or as it came back from JSON.
 *
 * @throws {GuanxiError} `INVALID_OPTION` when it is no result of a run, `INVALID_NETWORK` when its network cannot be read.
 */
export function runOf(where: string, result: ScenarioResult): Pick<ScenarioResult, 'before' | 'scenario' | 'weeks'> {
  if (result?.kind !== 'scenario')
    throw new GuanxiError('INVALID_OPTION', `${where}: expected a result of runScenario, got ${show(result)}`)
  const { before, scenario, weeks } = result
  return { before: revivedNetwork(where, before), scenario, weeks }
}
