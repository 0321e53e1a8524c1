import { forEachDyad } from '../kernel/dyads.ts'
import { checkOptions, requireOption } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type LayerOptions, readTies, tieRules } from '../model/ties.ts'

/**
 * Skew-symmetry of a layer: the share of its sum of squares that is not returned; large ties count more than in `asymmetry`.
 *
 * Φ = ‖(W − Wᵀ)/2‖² / ‖W‖² = Σ_{i<j} (w_ij − w_ji)² / (2 Σ_{i≠j} w_ij²)
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad. @defaultValue 'error'
 * @returns a number in [0, 0.5] without a unit: 0 when every tie is returned in full, 0.5 when none is returned at all;
 *   `null` when the layer has no weight.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). Scaling the weights or transposing the network changes nothing.
 *
 * Source: Φ of Solanas, Salafranca, Riba, Sierra & Leiva 2006, Behavior Research Methods 38:390–399; half of the index of
 * Fagiolo 2006, Economics Bulletin 3(34):1–12, before its standardisation.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { skewSymmetry } from 'guanxi/metrics'
 *
 * skewSymmetry(snapshotFrom({ count: 2, source: [0, 1], target: [1, 0], trust: [1, 0] }), { layer: 'trust' }) // => 0.5
 * ```
 */
export function skewSymmetry(network: NetworkLike, options: LayerOptions): number | null {
  checkOptions('skewSymmetry', options, tieRules)
  requireOption('skewSymmetry', 'layer', options?.layer)
  const { graph, weights } = readTies('skewSymmetry', network, options, { dyadic: true })
  let skew = 0
  let squares = 0
  forEachDyad(graph, (_a, _b, f, k) => {
    const forward = f < 0 ? 0 : weights![f]!
    const backward = k < 0 ? 0 : weights![k]!
    skew += (forward - backward) ** 2
    squares += forward ** 2 + backward ** 2
  })
  return squares > 0 ? skew / (2 * squares) : null
}
