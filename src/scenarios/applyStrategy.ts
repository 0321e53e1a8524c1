import type { RelationNetwork } from '../model/network.ts'
import { changesAt, networkAt } from './dynamics/networkAt.ts'
import { simulate } from './dynamics/simulate.ts'
import { createState } from './dynamics/state.ts'
import { prepare } from './prepare.ts'
import type { Change } from './results.ts'
import { checkStrategy } from './schema.ts'
import type { Strategy } from './types.ts'

/** What `applyStrategy` gives. */
export interface AppliedStrategy {
  readonly after: RelationNetwork
  readonly changes: readonly Change[]
}

/**
 * A strategy applied at once, no time passing: which ties it pulls at, and which way.
 *
 * One week of the model in which its experience is taken in fully (trustGain, resourceRate and powerRate are 1), without the
 * ramp, without paperwork and without fading, less the same week without the strategy. It shows direction and relative
 * size, not what a year brings: for that there is `runScenario`.
 *
 * @param network - as for `runScenario`.
 * @param strategy - a strategy or practice; one of intensity 0 changes nothing.
 * @returns the network after, and each change with before and after; values keep to [0, 1] (resources to the network's scale).
 * @throws {GuanxiError} `INVALID_OPTION` naming the field; and as `runScenario`.
 *
 * The network is not changed.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { applyStrategy, buildAlliance } from 'guanxi/scenarios'
 *
 * const { changes } = applyStrategy(xCommunity(), buildAlliance())
 * changes.some(({ source, target, layer }) => source === 'community' && target === 'agency' && layer === 'trust') // => true
 * ```
 */
export function applyStrategy(network: RelationNetwork, strategy: Strategy): AppliedStrategy {
  const where = 'applyStrategy'
  checkStrategy(where, strategy)
  const atOnce = { trustGain: 1, trustDecay: 0, resourceRate: 1, powerRate: 1, indicatorHours: 0, choreGrowth: 0 }
  const run = (strategies: Strategy[]) => {
    const { model, input } = prepare(where, network, { strategies, weeks: 1, parameters: atOnce })
    const state = createState(model)
    simulate(model, state, input, () => {})
    return { model, state }
  }
  const without = run([])
  const { model, state } = run([{ ...strategy, startWeek: 1, endWeek: null, rampWeeks: 0 }])
  for (const layer of ['power', 'resources', 'trust'] as const)
    for (const k of model.moving)
      state[layer][k] = Math.max(0, Math.min(1, model[layer][k]! + (state[layer][k]! - without.state[layer][k]!)))
  return { after: networkAt(model, state), changes: changesAt(model, state) }
}
