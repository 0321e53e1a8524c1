import type { Model } from './model.ts'

/** What flows into an actor: the sum of the resources of all pairs that end at it. */
export function inflowOf({ inflowOffsets, inflowPairs }: Model, resources: Float64Array, j: number): number {
  let inflow = 0
  for (let p = inflowOffsets[j]!; p < inflowOffsets[j + 1]!; p++) inflow += resources[inflowPairs[p]!]!
  return inflow
}

/** Share of the inflow of the pair's target that comes from its source; 0 when nothing flows in. */
export function dependenceOn(model: Model, resources: Float64Array, k: number): number {
  const inflow = inflowOf(model, resources, model.target[k]!)
  return inflow > 0 ? resources[k]! / inflow : 0
}
