import { Dijkstra } from '../kernel/dijkstra.ts'
import { inRows } from '../kernel/rows.ts'
import { GuanxiError } from '../model/errors.ts'
import { checkOptions, requireOption } from '../model/options.ts'
import { orNull } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type LayerOptions, readTies, tieRules } from '../model/ties.ts'

/** Trust of everybody in everybody, by way of others. */
export interface TransitiveTrust {
  readonly ids: readonly string[]
  /** Row = who trusts, column = who is trusted, in the order of `ids`; `null` on the diagonal and where no chain leads there. */
  readonly values: readonly (readonly (number | null)[])[]
}

/**
 * Transitive trust: what an actor may think of another from those whom it trusts to judge.
 *
 * t_ij = Σ_m p_im² w_mj / Σ_m p_im, over all m who trust j directly; p_im is the greatest product of trust along a path from i
 * to m that avoids j, p_ii = 1
 *
 * The best judges of j count most, and a judge who is hardly trusted adds hardly anything.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, in [0, 1].
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns ids and an `n × n` matrix of values in [0, 1] without a unit (see `TransitiveTrust`).
 * @throws {GuanxiError} `INVALID_VALUE` for trust above 1; `MISSING_VALUE`, `UNKNOWN_LAYER`.
 *
 * Time O(m (m + n log n)), a search for every tie; space O(n²), the result. For networks of up to some thousand ties.
 *
 * Source: "pervasive trust" of Richters & Peixoto 2011, PLoS ONE 6:e18384, eq. 4, as graph-tool's trust_transitivity, which gives
 * 1 on the diagonal and 0 where no chain leads.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { transitiveTrust } from 'guanxi/metrics'
 *
 * const chain = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2], trust: [0.5, 0.5] })
 * transitiveTrust(chain, { layer: 'trust' }).values[0]?.[2] // => 0.25
 * ```
 */
export function transitiveTrust(network: NetworkLike, options: LayerOptions): TransitiveTrust {
  checkOptions('transitiveTrust', options, tieRules)
  const layer = requireOption('transitiveTrust', 'layer', options?.layer)
  const { snapshot, graph, weights } = readTies('transitiveTrust', network, options)
  const lengths = new Float64Array(graph.size)
  for (let k = 0; k < graph.size; k++) {
    if (weights![k]! > 1)
      throw new GuanxiError('INVALID_VALUE', `transitiveTrust: expected ${layer} up to 1, got ${weights![k]}`)
    lengths[k] = -Math.log(weights![k]!)
  }
  const { order } = graph
  const { ids } = snapshot
  const search = new Dijkstra(inRows(graph, lengths)) // backwards from whoever trusts j
  const values = ids.map(() => new Array<number | null>(order).fill(null))
  const judged = new Float64Array(order)
  const weighed = new Float64Array(order)
  for (let j = 0; j < order; j++) {
    judged.fill(0)
    weighed.fill(0)
    for (let p = graph.inOffsets[j]!; p < graph.inOffsets[j + 1]!; p++) {
      const direct = weights![graph.inToOut[p]!]!
      const count = search.from(graph.inSources[p]!, j)
      for (let q = 0; q < count; q++) {
        const i = search.reached[q]!
        const product = Math.exp(-search.distance[i]!)
        judged[i]! += product * product * direct
        weighed[i]! += product
      }
    }
    // 0 / 0, no chain, is NaN.
    for (let i = 0; i < order; i++) if (i !== j) values[i]![j] = orNull(judged[i]! / weighed[i]!)
  }
  return { ids, values }
}
