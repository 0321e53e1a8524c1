import { condense } from '../kernel/condensation.ts'
import { pairsWithoutLeastUpperBound } from '../kernel/leastUpperBounds.ts'
import { reachPairs } from '../kernel/reachPairs.ts'
import { weakComponents } from '../kernel/weakComponents.ts'
import { checkOptions } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'

/** How near a network comes to an out-tree, in four respects; each in [0, 1], 1 for an out-tree. */
export interface Krackhardt {
  /** Share of pairs that are joined by some path, whichever way its ties point; `null` without actors. */
  readonly connectedness: number | null
  /** Share of pairs joined by a directed path that are not joined both ways; `null` without ties. */
  readonly hierarchy: number | null
  /** How few ties there are beyond those that hold the weak components together; `null` without a component of two. */
  readonly efficiency: number | null
  /** Share of pairs with a least upper bound, beyond what connects them; `null` without a component of three. */
  readonly lubness: number | null
}

/**
 * Krackhardt's four dimensions of hierarchy.
 *
 * connectedness = 1 − (pairs in different weak components) / (n (n − 1) / 2)
 *
 * hierarchy = 1 − (pairs that reach each other) / (pairs of which one reaches the other)
 *
 * efficiency = 1 − (m − Σ(n_c − 1)) / Σ((n_c (n_c − 1) − (n_c − 1)), n_c the sizes of the weak components
 *
 * lubness = 1 − (pairs within a component of three or more without a least upper bound) / Σ (n_c − 1)(n_c − 2) / 2
 *
 * Upper bounds of two actors reach both (an actor reaches itself); the least is one that every other upper bound reaches.
 * Ties point down, from the one who stands above. All four fall as a network grows denser: compare like with like.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - reads ties as present when this attribute is above `threshold`; without it all ties count.
 * @param options.threshold - in the layer's unit, ≥ 0. @defaultValue 0
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns four numbers without a unit (see `Krackhardt`); one actor alone is connected.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m + c·a / 32 + k²·c / 32) with c strong components, a ties between them, and k different sets of components
 * above one; space O(n + m + c² / 8 bytes). Transposition leaves the first three alone, not lubness.
 *
 * Source: Krackhardt 1994, "Graph theoretical dimensions of informal organizations", in Carley & Prietula, Computational Organization
 * Theory, 89–111; Everett & Krackhardt 2012, Social Networks 34:159–163. R sna 2.7-1 looks for the greatest upper bound in lubness.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { krackhardt } from 'guanxi/metrics'
 *
 * krackhardt(snapshotFrom({ count: 3, source: [0, 0], target: [1, 2] })) // => { connectedness: 1, hierarchy: 1, efficiency: 1, lubness: 1 }
 * ```
 */
export function krackhardt(network: NetworkLike, options: BinaryOptions = {}): Krackhardt {
  checkOptions('krackhardt', options, binaryRules)
  const { graph } = readTies('krackhardt', network, options, { binary: true })
  const { order: n, size: m } = graph
  const weak = weakComponents(graph)
  let joined = 0
  let needed = 0
  let spare = 0
  let bounded = 0
  for (const size of weak.sizes) {
    joined += (size * (size - 1)) / 2
    needed += size - 1
    spare += (size - 1) ** 2
    bounded += ((size - 1) * (size - 2)) / 2
  }
  const condensation = condense(graph)
  const { joined: reached, mutual } = reachPairs(graph, condensation)
  return {
    connectedness: n === 0 ? null : n === 1 ? 1 : joined / ((n * (n - 1)) / 2),
    hierarchy: reached > 0 ? 1 - mutual / reached : null,
    efficiency: spare > 0 ? 1 - (m - needed) / spare : null,
    lubness: bounded > 0 ? 1 - pairsWithoutLeastUpperBound(condensation, weak.of, weak.sizes) / bounded : null,
  }
}
