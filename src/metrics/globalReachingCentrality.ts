import { condense } from '../kernel/condensation.ts'
import { addReachSizes, REACH_BLOCK } from '../kernel/reach.ts'
import { sumsOfMeanWeights } from '../kernel/widestMeans.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'
import { type BlockSum, sumNow, vertexBlocks } from './blockSum.ts'

/** Options of `globalReachingCentrality`. */
export interface GlobalReachingCentralityOptions extends TieOptions {
  /** What a weight of 1 is when a layer is read: the mean of all weights, or the largest. @defaultValue 'mean' */
  readonly scale?: 'mean' | 'max' | undefined
}

/**
 * Global reaching centrality: how much further the actor that reaches most reaches than the others do.
 *
 * GRC = Σ_i (C_max − C_i) / (n − 1); C_i is the share of the others that i reaches along ties. With a layer, C_i is the mean
 * over the others of the mean weight on the best path to them (0 where there is none), in units of the mean or largest
 * weight; the best path has the least Σ 1 / w, of equal ones the fewest ties, then the most weight.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it only reach counts.
 * @param options.scale - unit of the weights, with a layer only. @defaultValue 'mean'
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns a number without a unit: in [0, 1] without a layer and with `scale: 'max'`; with `'mean'` it has no upper bound. 0 when
 *   all reach alike, 1 for an out-star; `null` below two actors.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m + c·a / 32) with c strong components and a ties between them; with a layer O(n·m·log n); `globalReachingCentrality`
 * of `guanxi/node` does the same in worker threads. Scaling changes nothing.
 *
 * Source: Mones, Vicsek & Vicsek 2012, PLoS ONE 7:e33799, eqs 1 to 3, doi:10.1371/journal.pone.0033799; the unit 'mean' as in NetworkX,
 * which takes any one of equally good paths.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { globalReachingCentrality } from 'guanxi/metrics'
 *
 * globalReachingCentrality(snapshotFrom({ count: 3, source: [0, 0], target: [1, 2] })) // => 1
 * ```
 */
export function globalReachingCentrality(
  network: NetworkLike,
  options: GlobalReachingCentralityOptions = {},
): number | null {
  return sumNow(reachingBlocks(network, options))
}

/** The same as a sum over blocks of those who reach, or, without a layer, of those who are reached. */
export function reachingBlocks(
  network: NetworkLike,
  options: GlobalReachingCentralityOptions,
): BlockSum<number | null> {
  checkOptions('globalReachingCentrality', options, { ...tieRules, scale: oneOf('mean', 'max') })
  const { graph, weights } = readTies('globalReachingCentrality', network, options)
  const { order: n } = graph
  if (weights === null) {
    const condensation = condense(graph)
    const { count, of } = condensation.parts
    return {
      blocks: Math.ceil(count / REACH_BLOCK),
      width: count,
      add: (block, into) => addReachSizes(condensation, block * REACH_BLOCK, into),
      finish: sizes =>
        centrality(
          Float64Array.from(of, part => sizes[part]! - 1),
          1,
        ),
    }
  }
  const { blocks, size } = vertexBlocks(n)
  return {
    blocks,
    width: n,
    add: (block, into) => sumsOfMeanWeights(graph, weights, block * size, Math.min(n, (block + 1) * size), into),
    finish(reach) {
      let sum = 0
      let largest = 0
      for (const weight of weights) {
        sum += weight
        if (weight > largest) largest = weight
      }
      return centrality(reach, weights.length === 0 ? 1 : options.scale === 'max' ? largest : sum / weights.length)
    },
  }
}

function centrality(reach: Float64Array, unit: number): number | null {
  const n = reach.length
  if (n < 2) return null
  let best = 0
  for (const value of reach) if (value > best) best = value
  let behind = 0
  for (const value of reach) behind += best - value
  return behind / unit / (n - 1) ** 2
}
