import { hubsAndAuthorities } from '../kernel/principal.ts'
import { inRows, outRows } from '../kernel/rows.ts'
import { checkOptions } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** Two scores an actor: how well it points, and how well it is pointed at. */
export interface Hits {
  readonly hubs: Scores
  readonly authorities: Scores
}

/**
 * Hubs and authorities: a good hub gives to good authorities, a good authority gets from good hubs.
 *
 * a ∝ Wᵀ h, h ∝ W a: the principal left and right singular vectors of W.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie weighs 1.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns two Scores of length `n` in [0, 1], without a unit, the largest of each 1; all `null` without ties. Where the
 *   largest singular value is not unique (a cycle, equal components), the vectors are those that even entries lead to.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O((n + m) · rounds), up to 50,000 rounds when the two largest singular values nearly agree; `convergence` tells.
 * Transposing the network swaps hubs and authorities; scaling the weights changes nothing.
 *
 * Source: Kleinberg 1999, Journal of the ACM 46:604–632; scaled as in igraph.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { hits } from 'guanxi/metrics'
 *
 * const { hubs, authorities } = hits(snapshotFrom({ count: 3, source: [0, 1], target: [2, 2] }))
 * authorities.get('2') // => 1
 * hubs.get('2') // => 0
 * ```
 */
export function hits(network: NetworkLike, options: TieOptions = {}): Hits {
  checkOptions('hits', options, tieRules)
  const { snapshot, graph, weights } = readTies('hits', network, options)
  const { ids } = snapshot
  if (graph.size === 0) {
    const nobody = () =>
      new Scores(ids, new Float64Array(graph.order).fill(Number.NaN), { reason: 'the network has no ties' })
    return { hubs: nobody(), authorities: nobody() }
  }
  const { hubs, authorities, ending } = hubsAndAuthorities(outRows(graph, weights), inRows(graph, weights))
  return {
    hubs: new Scores(ids, hubs, { convergence: ending }),
    authorities: new Scores(ids, authorities, { convergence: ending }),
  }
}
