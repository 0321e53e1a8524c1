import { GuanxiError, show } from '../model/errors.ts'
import type { Layer, RelationNetwork } from '../model/network.ts'
import type { Parameters } from '../scenarios/assumptions.ts'
import { createModel } from '../scenarios/dynamics/model.ts'
import { outcomeNames, outcomesAt } from '../scenarios/dynamics/outcomesAt.ts'
import { simulate } from '../scenarios/dynamics/simulate.ts'
import { createState, SERVICE } from '../scenarios/dynamics/state.ts'
import type { OutcomeName } from '../scenarios/outcomes.ts'
import { prepare } from '../scenarios/prepare.ts'
import type { Scenario } from '../scenarios/types.ts'

/** A finished run as patterns look at it. */
export interface WorldRun {
  /** A tie's value at the end; 0 where there is no tie. */
  value(source: string, target: string, layer: Layer): number
  /** An outcome at the end. */
  outcome(name: OutcomeName): number
  /** The same before the first week. */
  start(name: OutcomeName): number
  /** Hours of service over the whole run. */
  readonly serviceHours: number
  /** Hours that the staff had over the whole run. */
  readonly capacityHours: number
  readonly withdrew: boolean
}

/** One choice of parameters and of the case's assumed values, in which scenarios can be run. */
export interface World {
  /** A tie's value before any scenario; 0 where there is no tie. */
  value(source: string, target: string, layer: Layer): number
  /** The scenario run in this world. */
  run(scenario: Scenario): WorldRun
}

/** A world on a network; a scenario that was run before is not run again. */
export function createWorld(network: RelationNetwork, parameters: Parameters): World {
  const model = createModel('checkPatterns', network)
  const pairAt = new Map(Array.from(model.source, (s, k) => [`${model.ids[s]} ${model.ids[model.target[k]!]}`, k]))
  const done = new Map<string, WorldRun>()
  const reader = (columns: Readonly<Record<Layer, Float64Array>>) => (source: string, target: string, layer: Layer) => {
    if (!network.hasNode(source) || !network.hasNode(target))
      throw new GuanxiError('UNKNOWN_ACTOR', `checkPatterns: no tie from ${show(source)} to ${show(target)}`)
    const k = pairAt.get(`${source} ${target}`)
    return k === undefined ? 0 : columns[layer][k]!
  }
  const run = (scenario: Scenario): WorldRun => {
    const key = JSON.stringify(scenario)
    const known = done.get(key)
    if (known) return known
    const { input } = prepare('checkPatterns', network, { ...scenario, parameters }, model)
    const state = createState(model)
    const start = new Float64Array(outcomeNames.length)
    const end = new Float64Array(outcomeNames.length)
    let serviceHours = 0
    let capacityHours = 0
    const withdrawals = simulate(model, state, input, (week, { agencies }) => {
      if (week === 0) outcomesAt(model, state, start)
      else
        for (const own of agencies) {
          serviceHours += own.spent[SERVICE]!
          capacityHours += own.capacity
        }
      if (week === input.weeks) outcomesAt(model, state, end)
    })
    const result: WorldRun = {
      value: reader(state),
      outcome: name => end[outcomeNames.indexOf(name)]!,
      start: name => start[outcomeNames.indexOf(name)]!,
      serviceHours,
      capacityHours,
      withdrew: withdrawals.length > 0,
    }
    done.set(key, result)
    return result
  }
  return { value: reader(model), run }
}
