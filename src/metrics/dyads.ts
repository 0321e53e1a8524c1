import { forEachDyad } from '../kernel/dyads.ts'
import { checkOptions, requireOption } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type LayerOptions, readTies, tieRules } from '../model/ties.ts'

/** Both directions of one pair of actors. */
export interface Dyad {
  readonly a: string
  readonly b: string
  /** Weight of a → b. */
  readonly forward: number
  /** Weight of b → a. */
  readonly backward: number
  /** forward − backward: above 0 when a gives b more than it gets. */
  readonly difference: number
  /** |forward − backward| / (forward + backward), 0 (even) to 1 (one way). */
  readonly asymmetry: number
}

/**
 * Dyads: both directions of every pair of actors with at least one tie, side by side.
 *
 * asymmetry_ab = |w_ab − w_ba| / (w_ab + w_ba)
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad. @defaultValue 'error'
 * @returns a row a pair, in the order of the actors, `a` before `b`; pairs whose two weights are both zero are left out,
 *   since their asymmetry is not defined. Weights in the layer's unit, `asymmetry` in [0, 1] without a unit.
 * @throws {GuanxiError} `MISSING_VALUE` when a value is unknown; `UNKNOWN_LAYER`; `INVALID_VALUE` when one is negative.
 *
 * Time O(n + m). Transposing the network swaps forward and backward; scaling the weights leaves `asymmetry` alone.
 *
 * Source: common; the unsigned form of the dyadic imbalance (w_ab − w_ba) / (w_ab + w_ba).
 *
 * @example
 * ```ts
 * import { createNetwork } from 'guanxi'
 * import { dyads } from 'guanxi/metrics'
 *
 * const actors = [{ id: 'street', kind: 'street-office' }, { id: 'agency', kind: 'social-work-agency' }]
 * const ties = [{ source: 'street', target: 'agency', power: 0.75 }, { source: 'agency', target: 'street', power: 0.25 }]
 * dyads(createNetwork({ actors, ties }), { layer: 'power' })[0]?.asymmetry // => 0.5
 * ```
 */
export function dyads(network: NetworkLike, options: LayerOptions): Dyad[] {
  checkOptions('dyads', options, tieRules)
  requireOption('dyads', 'layer', options?.layer)
  const { snapshot, graph, weights } = readTies('dyads', network, options, { dyadic: true })
  const { ids } = snapshot
  const rows: Dyad[] = []
  forEachDyad(graph, (a, b, f, k) => {
    const forward = f < 0 ? 0 : weights![f]!
    const backward = k < 0 ? 0 : weights![k]!
    const difference = forward - backward
    rows.push({
      a: ids[a]!,
      b: ids[b]!,
      forward,
      backward,
      difference,
      asymmetry: Math.abs(difference) / (forward + backward),
    })
  })
  return rows
}
