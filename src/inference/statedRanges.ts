import { GuanxiError, show } from '../model/errors.ts'
import { isSnapshot, type NetworkLike, type Snapshot } from '../model/snapshot.ts'

/** By layer, the ends of the range of each tie, in the order of the ties; NaN where none is stated. */
export type StatedRanges = ReadonlyMap<string, { readonly low: Float64Array; readonly high: Float64Array }>

/** Ranges from the evidence of a network, of which the last entry that states one counts; a snapshot holds no evidence. */
export function statedRanges(where: string, network: NetworkLike, { ids, graph }: Snapshot): StatedRanges {
  const found = new Map<string, { low: Float64Array; high: Float64Array }>()
  if (isSnapshot(network)) return found
  const { size, outOffsets, outTargets } = graph
  for (let i = 0; i < ids.length; i++)
    for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++) {
      const evidence = network.getEdgeAttribute(network.edge(ids[i]!, ids[outTargets[k]!]!), 'evidence')
      if (!Array.isArray(evidence)) continue
      for (const { layer, range } of evidence) {
        if (layer === undefined || range === undefined) continue
        const [low, high] = range
        if (!(low <= high && low >= 0))
          throw new GuanxiError(
            'INVALID_VALUE',
            `${where}: expected a range [low, high] from 0, got ${show(`${low}, ${high}`)}`,
          )
        let ends = found.get(layer)
        if (!ends) {
          ends = { low: new Float64Array(size).fill(Number.NaN), high: new Float64Array(size).fill(Number.NaN) }
          found.set(layer, ends)
        }
        ends.low[k] = low
        ends.high[k] = high
      }
    }
  return found
}
