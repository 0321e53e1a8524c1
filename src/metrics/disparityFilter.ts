import { inStrengths, outStrengths } from '../kernel/strengths.ts'
import { checkOptions, requireOption } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type LayerOptions, readTies, tieRules } from '../model/ties.ts'

/** How far a tie stands out among those of its two actors. */
export interface TieStanding {
  readonly source: string
  readonly target: string
  readonly weight: number
  /** Chance of so large a share of what the source gives, if it were broken up at random; 1 for an only tie. */
  readonly pOut: number
  /** Chance of so large a share of what the target gets; 1 for an only tie. */
  readonly pIn: number
}

/**
 * Disparity filter: which ties carry more of their actor's weight than a random split of it would.
 *
 * p_out = (1 − w_ij / s_i^out)^(k_i^out − 1), p_in = (1 − w_ij / s_j^in)^(k_j^in − 1)
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns a row a tie, by source and target in the order of the actors; weight in the layer's unit, the two p in [0, 1]. A tie
 *   belongs to the backbone at level α when either p is below α.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). Scaling the weights leaves both p alone; transposing the network swaps them.
 *
 * Source: Serrano, Boguñá & Vespignani 2009, PNAS 106:6483–6488, eq. 2, each direction by itself.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { disparityFilter } from 'guanxi/metrics'
 *
 * const snapshot = snapshotFrom({ count: 3, source: [0, 0], target: [1, 2], resources: [3, 1] })
 * disparityFilter(snapshot, { layer: 'resources' })[0]?.pOut // => 0.25
 * ```
 */
export function disparityFilter(network: NetworkLike, options: LayerOptions): TieStanding[] {
  checkOptions('disparityFilter', options, tieRules)
  requireOption('disparityFilter', 'layer', options?.layer)
  const { snapshot, graph, weights } = readTies('disparityFilter', network, options)
  const { ids } = snapshot
  const { order, outOffsets, outTargets, inOffsets } = graph
  const given = outStrengths(graph, weights)
  const got = inStrengths(graph, weights)
  const chance = (share: number, count: number) => Math.max(0, 1 - share) ** (count - 1) // 0 ** 0 is 1
  const rows: TieStanding[] = []
  for (let i = 0; i < order; i++)
    for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++) {
      const j = outTargets[k]!
      const weight = weights![k]!
      rows.push({
        source: ids[i]!,
        target: ids[j]!,
        weight,
        pOut: chance(weight / given[i]!, outOffsets[i + 1]! - outOffsets[i]!),
        pIn: chance(weight / got[j]!, inOffsets[j + 1]! - inOffsets[j]!),
      })
    }
  return rows
}
