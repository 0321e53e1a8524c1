import { addBetweenness, addWeightedBetweenness } from '../kernel/betweenness.ts'
import { checkOptions, flag } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'
import { type BlockSum, sumNow, vertexBlocks } from './blockSum.ts'

/** Options of `betweenness`. */
export interface BetweennessOptions extends TieOptions {
  /** Divide by (n − 1)(n − 2), the number of ordered pairs of others. @defaultValue false */
  readonly normalized?: boolean | undefined
}

/**
 * Betweenness of every actor: over all ordered pairs of others, the share of the pair's shortest paths that pass through it.
 *
 * b_i = Σ_{s ≠ i ≠ t} σ_st(i) / σ_st, with σ_st the number of shortest paths from s to t and σ_st(i) of those through i
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0: a tie of weight w is 1/w long, a strong tie is short. Without it every
 *   tie is one step. Path lengths that agree to ten digits count as the same.
 * @param options.normalized - as a share of all pairs of others.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns Scores of length `n`, from 0 to (n − 1)(n − 2), or to 1 when normalized; a number of pairs, without a unit. Normalized
 *   below three actors: all `null`.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n m), with a layer O(n (m + n log n)); space O(n). `betweenness` of `guanxi/node` does the same in worker threads. Transposing the network or scaling the weights changes nothing.
 *
 * Source: Freeman 1977, Sociometry 40:35–41; directed and by the accumulation of Brandes 2001, Journal of Mathematical
 * Sociology 25:163–177. Raw values as in sna and igraph; normalized as in NetworkX.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { betweenness } from 'guanxi/metrics'
 *
 * const path = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2] })
 * betweenness(path).get('1') // => 1
 * betweenness(path, { normalized: true }).get('1') // => 0.5
 * ```
 */
export function betweenness(network: NetworkLike, options: BetweennessOptions = {}): Scores {
  return sumNow(betweennessBlocks(network, options))
}

/** The same as a sum over blocks of sources. */
export function betweennessBlocks(network: NetworkLike, options: BetweennessOptions): BlockSum<Scores> {
  checkOptions('betweenness', options, { ...tieRules, normalized: flag })
  const { snapshot, graph, weights } = readTies('betweenness', network, options)
  const { order } = graph
  const lengths = weights?.map(weight => 1 / weight)
  const { blocks, size } = vertexBlocks(order)
  return {
    blocks,
    width: order,
    add(block, into) {
      const from = block * size
      const to = Math.min(order, from + size)
      if (lengths) addWeightedBetweenness(graph, lengths, from, to, into)
      else addBetweenness(graph, from, to, into)
    },
    finish(scores) {
      if (options.normalized) {
        const pairs = (order - 1) * (order - 2)
        for (let i = 0; i < order; i++) scores[i]! /= pairs
      }
      return new Scores(snapshot.ids, scores, { reason: 'below three actors there are no pairs of others' })
    },
  }
}
