import { knownStrengths } from '../kernel/knownStrengths.ts'
import { strengths } from '../kernel/strengths.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import { isSnapshot, type NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** Which ties of an actor count: those it gives, those it gets, or both. */
export type Direction = 'out' | 'in' | 'total'

/** Options of `strength`. */
export interface StrengthOptions extends TieOptions {
  /** @defaultValue 'total' */
  readonly direction?: Direction | undefined
}

/**
 * Strength of every actor: the sum of the weights that it gives, gets, or both; without a layer, the number of ties (degree).
 *
 * s_i^out = Σ_j w_ij, s_i^in = Σ_j w_ji, s_i^total = s_i^out + s_i^in
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1.
 * @param options.direction - `'out'`, `'in'` or `'total'`. @defaultValue 'total'
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns Scores of length `n`, ≥ 0, in the layer's unit (or a number of ties); 0 for an isolate, never `null`.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m); O(n) for a snapshot whose values on `layer` are all above 0. Transposing the network swaps in and out; scaling the weights scales the scores.
 *
 * Source: Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004, PNAS 101:3747–3752, eq. 2, doi:10.1073/pnas.0400087101.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { strength } from 'guanxi/metrics'
 *
 * const given = strength(xCommunity(), { layer: 'power', direction: 'out' })
 * given.get('street')! > given.get('agency')! // => true
 * ```
 */
export function strength(network: NetworkLike, options: StrengthOptions = {}): Scores {
  checkOptions('strength', options, { ...tieRules, direction: oneOf('out', 'in', 'total') })
  const { layer, direction = 'total' } = options
  // Where the sums were kept all values are known and above 0: there is nothing to look for.
  const column = layer !== undefined && isSnapshot(network) && network.layers.get(layer)
  const { snapshot, graph, weights } =
    column && knownStrengths(network.graph, column)
      ? { snapshot: network, graph: network.graph, weights: column }
      : readTies('strength', network, options)
  return new Scores(snapshot.ids, strengths(graph, weights, direction))
}
