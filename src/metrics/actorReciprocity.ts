import { forEachDyad } from '../kernel/dyads.ts'
import { checkOptions } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'

/** Reciprocity of each actor's own ties. */
export interface ActorReciprocity {
  /** Weight that the actor gives and gets back, s_i↔ = Σ_j min(w_ij, w_ji). */
  readonly returned: Scores
  /** Weight that the actor gives and does not get back, s_i→ = s_i^out − s_i↔. */
  readonly given: Scores
  /** Weight that the actor gets and does not give back, s_i← = s_i^in − s_i↔. */
  readonly received: Scores
  /** Share of the actor's weight that is returned, 2 s_i↔ / (s_i^out + s_i^in), in [0, 1]; `null` for one without weight. */
  readonly weighted: Scores
  /** Share of the actor's ties that are returned, 2 M_i / (out-degree + in-degree), in [0, 1]; `null` for an isolate. */
  readonly edgewise: Scores
}

/**
 * Reciprocity of every actor: what it gives and gets back, gives for nothing, gets for nothing.
 *
 * s_i↔ = Σ_j min(w_ij, w_ji), s_i→ = Σ_j (w_ij − min(w_ij, w_ji)), s_i← = Σ_j (w_ji − min(w_ij, w_ji))
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie weighs 1.
 * @param options.threshold - a tie is present above this value, in the layer's unit, ≥ 0. @defaultValue 0
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad. @defaultValue 'error'
 * @returns five Scores of length `n`: the first three in the layer's unit, ≥ 0, never `null`; the last two without a unit.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). Transposing the network swaps given and received; scaling the weights scales the first three.
 *
 * Source: Squartini, Picciolo, Ruzzenenti & Garlaschelli 2013, Scientific Reports 3:2729, doi:10.1038/srep02729 (the three
 * strengths); edgewise as NetworkX's reciprocity of nodes.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { actorReciprocity } from 'guanxi/metrics'
 *
 * const snapshot = snapshotFrom({ ids: ['a', 'b', 'c'], source: [0, 1, 0], target: [1, 0, 2], resources: [3, 1, 2] })
 * const { returned, given } = actorReciprocity(snapshot, { layer: 'resources' })
 * returned.get('a') // => 1
 * given.get('a') // => 4
 * ```
 */
export function actorReciprocity(network: NetworkLike, options: BinaryOptions = {}): ActorReciprocity {
  checkOptions('actorReciprocity', options, binaryRules)
  const { snapshot, graph, weights } = readTies('actorReciprocity', network, options, { dyadic: true })
  const n = graph.order
  const returned = new Float64Array(n)
  const given = new Float64Array(n)
  const received = new Float64Array(n)
  const mutual = new Float64Array(n)
  const ties = new Float64Array(n)
  forEachDyad(graph, (a, b, f, k) => {
    const forward = f < 0 ? 0 : weights ? weights[f]! : 1
    const backward = k < 0 ? 0 : weights ? weights[k]! : 1
    const both = Math.min(forward, backward)
    returned[a]! += both
    returned[b]! += both
    given[a]! += forward - both
    received[b]! += forward - both
    given[b]! += backward - both
    received[a]! += backward - both
    const count = f >= 0 && k >= 0 ? 2 : 1
    ties[a]! += count
    ties[b]! += count
    if (count === 2) {
      mutual[a]! += 2
      mutual[b]! += 2
    }
  })
  const { ids } = snapshot
  const isolate = { reason: 'the actor has no ties' }
  // 0 / 0 is NaN, which Scores gives out as null.
  return {
    returned: new Scores(ids, returned),
    given: new Scores(ids, given),
    received: new Scores(ids, received),
    weighted: new Scores(
      ids,
      returned.map((both, i) => (2 * both) / (2 * both + given[i]! + received[i]!)),
      isolate,
    ),
    edgewise: new Scores(
      ids,
      mutual.map((both, i) => both / ties[i]!),
      isolate,
    ),
  }
}
