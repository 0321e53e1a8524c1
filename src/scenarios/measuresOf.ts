import { asymmetry } from '../metrics/asymmetry.ts'
import { reciprocity } from '../metrics/reciprocity.ts'
import { layers, type RelationNetwork } from '../model/network.ts'
import { collect } from '../model/snapshot.ts'
import type { OutcomeName } from './outcomes.ts'
import type { Measures } from './results.ts'

/** The measures that a run is described by: the outcomes, and by layer the asymmetry and the correlation of both directions. */
export function measuresOf(network: RelationNetwork, outcomes: Readonly<Record<OutcomeName, number | null>>): Measures {
  const snapshot = collect(network, layers)
  const measures: Record<string, number | null> = { ...outcomes }
  for (const layer of layers) measures[`asymmetry.${layer}`] = asymmetry(snapshot, { layer })
  for (const layer of layers) measures[`correlation.${layer}`] = reciprocity(snapshot, { layer }).correlation
  return measures
}

/** after − before by name; `null` where either is. */
export function deltaOf(before: Measures, after: Measures): Measures {
  return Object.fromEntries(
    Object.entries(after).map(([name, value]) => {
      const start = before[name] ?? null
      return [name, value === null || start === null ? null : value - start]
    }),
  )
}
