import { couplings } from '../kernel/couplings.ts'
import { forEachTriangle, forwardPairs } from '../kernel/forwardPairs.ts'
import { BOTH, pairCodes } from '../kernel/triads.ts'
import { checkOptions } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'

/** Mutual pairs with a common third. */
export interface SimmelianTies {
  /** The Simmelian pairs in the order of the actors; `cliques` is the number of third actors tied both ways to both. */
  readonly ties: readonly { readonly a: string; readonly b: string; readonly cliques: number }[]
  /** Number of mutual pairs, Simmelian or not. */
  readonly mutual: number
  /** Share of mutual pairs that are Simmelian, in [0, 1]; `null` without mutual pairs. */
  readonly share: number | null
  /** Simmelian pairs of every actor. */
  readonly perActor: Scores
}

/**
 * Simmelian ties: mutual pairs with at least one third actor to whom both are mutually tied. Such a tie binds its ends to a
 * group, not only to each other.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - reads ties as present when this attribute is above `threshold`; without it all ties count.
 * @param options.threshold - in the layer's unit, ≥ 0. @defaultValue 0
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad. @defaultValue 'error'
 * @returns the pairs, their share of all mutual pairs, and the number of them of each actor; counts, without a unit.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m^1.5) at worst. Transposition changes nothing.
 *
 * Source: Krackhardt 1998, "Simmelian ties: super strong and sticky", in Kramer & Neale, Power and Influence in Organizations, 21–38.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { simmelianTies } from 'guanxi/metrics'
 *
 * const circle = snapshotFrom({ count: 3, source: [0, 1, 1, 2, 2, 0], target: [1, 0, 2, 1, 0, 2] })
 * simmelianTies(circle).ties.length // => 3
 * ```
 */
export function simmelianTies(network: NetworkLike, options: BinaryOptions = {}): SimmelianTies {
  checkOptions('simmelianTies', options, binaryRules)
  const { snapshot, graph } = readTies('simmelianTies', network, options, { binary: true, dyadic: true })
  const pairs = couplings(graph, null)
  const { order, offsets, partners, net } = pairs
  const forward = forwardPairs(pairs)
  const { position } = forward
  const codes = pairCodes(pairs, forward)
  const cliques = new Uint32Array(partners.length)
  forEachTriangle(forward, (_u, _v, _w, uv, uw, vw) => {
    if (codes[uv] !== BOTH || codes[uw] !== BOTH || codes[vw] !== BOTH) return
    cliques[position[uv]!]!++
    cliques[position[uw]!]!++
    cliques[position[vw]!]!++
  })
  const { ids } = snapshot
  const ties: { a: string; b: string; cliques: number }[] = []
  const perActor = new Float64Array(order)
  let mutual = 0
  for (let a = 0; a < order; a++)
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      if (net[k] !== 0) continue
      mutual++
      if (cliques[k] === 0) continue
      const b = partners[k]!
      ties.push({ a: ids[a]!, b: ids[b]!, cliques: cliques[k]! })
      perActor[a]!++
      perActor[b]!++
    }
  return { ties, mutual, share: mutual > 0 ? ties.length / mutual : null, perActor: new Scores(ids, perActor) }
}
