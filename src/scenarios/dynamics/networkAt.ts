import type { RelationNetwork } from '../../model/network.ts'
import type { Change } from '../results.ts'
import type { Model } from './model.ts'
import type { State } from './state.ts'

/** The network as it stands in a state: a copy with the moved values; a tie that came to be is marked as the model's. */
export function networkAt(model: Model, state: State): RelationNetwork {
  const network = model.network.copy() as RelationNetwork
  for (const k of model.moving) {
    const source = model.ids[model.source[k]!]!
    const target = model.ids[model.target[k]!]!
    const values = { power: state.power[k]!, resources: state.resources[k]! * model.unit, trust: state.trust[k]! }
    if (model.tied[k] === 1) network.mergeDirectedEdge(source, target, values)
    else if (values.power > 0 || values.resources > 0 || values.trust > 0)
      network.addDirectedEdgeWithKey(`made-${k}`, source, target, {
        ...values,
        evidence: [{ kind: 'assumed', why: { zh: '模型中形成的关系', en: 'a tie that came to be in the scenario' } }],
      })
  }
  return network
}

/** Every value that differs between the start and a state, by tie and layer. */
export function changesAt(model: Model, state: State): Change[] {
  const changes: Change[] = []
  for (const k of model.moving) {
    const row = (layer: Change['layer'], before: number, after: number) => {
      if (before !== after)
        changes.push({
          source: model.ids[model.source[k]!]!,
          target: model.ids[model.target[k]!]!,
          layer,
          before,
          after,
        })
    }
    row('power', model.power[k]!, state.power[k]!)
    row('resources', model.resources[k]! * model.unit, state.resources[k]! * model.unit)
    row('trust', model.trust[k]!, state.trust[k]!)
  }
  return changes
}
