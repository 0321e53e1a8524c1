import { principalVector } from '../kernel/principal.ts'
import { inRows } from '../kernel/rows.ts'
import { strongComponents } from '../kernel/strongComponents.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** Options of `eigenvector`. */
export interface EigenvectorOptions extends TieOptions {
  /**
   * `'network'` gives scores only when every actor reaches every other; `'largest'` gives them within the largest strong
   * component, and `null` outside of it.
   * @defaultValue 'network'
   */
  readonly within?: 'network' | 'largest' | undefined
}

/**
 * Eigenvector centrality: an actor is central who gets much from central actors.
 *
 * Wᵀ x = λ x for the largest eigenvalue λ, x > 0
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie weighs 1.
 * @param options.within - the whole network, or its largest strong component.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns Scores of length `n` in (0, 1], without a unit, the largest 1. All `null`, with a `reason`, when the network is not
 *   strongly connected or has fewer than two actors: the vector then says who feeds on which cycle, not who is central (on a
 *   network without cycles it is zero); use `katz` or `pageRank`, or `within: 'largest'`. With `'largest'`, `null` outside of
 *   that component, and everywhere when two components are equally large or none holds two actors.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O((n + m) · rounds), up to 50,000 rounds when the two largest eigenvalues nearly agree; `convergence` tells. Scaling the
 * weights changes nothing.
 *
 * Source: Bonacich 1972, Journal of Mathematical Sociology 2:113–120; on in-ties and scaled as in igraph.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { eigenvector } from 'guanxi/metrics'
 *
 * eigenvector(snapshotFrom({ count: 3, source: [0, 1, 2], target: [1, 2, 0] })).get('1') // => 1
 * eigenvector(snapshotFrom({ count: 2, source: [0], target: [1] })).get('1') // => null
 * ```
 */
export function eigenvector(network: NetworkLike, options: EigenvectorOptions = {}): Scores {
  checkOptions('eigenvector', options, { ...tieRules, within: oneOf('network', 'largest') })
  const { within = 'network' } = options
  const { snapshot, graph, weights } = readTies('eigenvector', network, options)
  const { ids } = snapshot
  const undefinedAll = (reason: string) => new Scores(ids, new Float64Array(graph.order).fill(Number.NaN), { reason })
  if (graph.order < 2) return undefinedAll('fewer than two actors')
  const { of, sizes, count } = strongComponents(graph)
  if (count === 1) {
    const { x, ending } = principalVector(inRows(graph, weights), new Float64Array(graph.order).fill(1))
    return new Scores(ids, x, { convergence: ending })
  }
  if (within === 'network')
    return undefinedAll('the network is not strongly connected; see katz, pageRank or within: largest')
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0)
  const chosen = sizes.indexOf(largest)
  if (largest < 2) return undefinedAll('no two actors reach each other')
  if (sizes.indexOf(largest, chosen + 1) >= 0) return undefinedAll('several strong components are equally large')

  const members = new Float64Array(graph.order)
  for (let i = 0; i < of.length; i++) if (of[i] === chosen) members[i] = 1
  const { x, ending } = principalVector(inRows(graph, weights), members)
  for (let i = 0; i < x.length; i++) if (of[i] !== chosen) x[i] = Number.NaN
  return new Scores(ids, x, { reason: 'outside of the largest strong component', convergence: ending })
}
