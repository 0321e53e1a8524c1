import { strongComponentsCompiled } from '../kernel/strongComponentsCompiled.ts'
import { checkOptions } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'

/**
 * Flow hierarchy: the share of the ties' weight that lies on no circle.
 *
 * 1 − Σ w_ij within strong components / Σ w_ij
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1.
 * @param options.threshold - only ties above it count, in the layer's unit. @defaultValue 0
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns a number in [0, 1] without a unit: 1 when no tie is part of a circle, 0 when all are; `null` without weight.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). Transposition and scaling change nothing (while `threshold` is 0).
 *
 * Source: Luo & Magee 2011, Complexity 16(6):53–61, doi:10.1002/cplx.20368, who count self-ties as circles; we leave them out.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { flowHierarchy } from 'guanxi/metrics'
 *
 * flowHierarchy(snapshotFrom({ count: 3, source: [0, 1, 1, 2], target: [1, 0, 2, 1] })) // => 0
 * flowHierarchy(snapshotFrom({ count: 3, source: [0, 1, 1], target: [1, 0, 2] })) // => 0.33333333333333337
 * ```
 */
export function flowHierarchy(network: NetworkLike, options: BinaryOptions = {}): number | null {
  checkOptions('flowHierarchy', options, binaryRules)
  const { graph, weights } = readTies('flowHierarchy', network, options)
  const { order, size, outOffsets, outTargets } = graph
  const { of } = strongComponentsCompiled(graph)
  let inside = 0
  let total = weights ? 0 : size
  for (let i = 0, k = 0; i < order; i++) {
    const part = of[i]!
    const end = outOffsets[i + 1]!
    if (weights)
      for (; k < end; k++) {
        const weight = weights[k]!
        total += weight
        if (of[outTargets[k]!] === part) inside += weight
      }
    else for (; k < end; k++) inside += +(of[outTargets[k]!] === part)
  }
  return total > 0 ? 1 - inside / total : null
}
