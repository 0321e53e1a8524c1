import { corePartition } from '../kernel/corePartition.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { orNull } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** Options of `corePeriphery`. */
export interface CorePeripheryOptions extends TieOptions {
  /** What is expected between core and periphery: nothing in particular, ties both ways, or none. @defaultValue 'ignored' */
  readonly between?: 'ignored' | 'tied' | 'absent' | undefined
}

/** The best division into core and periphery. */
export interface CorePeriphery {
  /** The actors of the core in the order of the network; empty when there is no division to speak of. */
  readonly core: readonly string[]
  /** How well the ties fit the ideal pattern, in [−1, 1]; `null` where every division leaves one of the two constant. */
  readonly correlation: number | null
  /** Mean weight of a possible tie within the core, from core to periphery, back, and within the periphery; `null` where there is none. */
  readonly density: {
    readonly core: number | null
    readonly coreToPeriphery: number | null
    readonly peripheryToCore: number | null
    readonly periphery: number | null
  }
  /** True when every division was tried (up to 16 actors); else the best that local search found. */
  readonly exact: boolean
}

/**
 * Core and periphery: the division of the actors whose ideal pattern the ties come nearest to.
 *
 * Ideal: ties within the core, none within the periphery; fit: Pearson's correlation of w_ij with the pattern over ordered
 * pairs, without those between core and periphery unless `between` says what to expect there.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1.
 * @param options.between - what the pattern says between core and periphery. @defaultValue 'ignored'
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns the core, the correlation and the densities of the four blocks (in the layer's unit); see `CorePeriphery` for `null`.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(2ⁿ m / n) up to 16 actors, then O(n log n + m) a pass. Scaling and transposition leave the correlation alone.
 *
 * Source: Borgatti & Everett 2000, Social Networks 21:375–395, eqs 1 to 4, doi:10.1016/S0378-8733(99)00019-2; ties are read with their direction.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { corePeriphery } from 'guanxi/metrics'
 *
 * const network = snapshotFrom({ ids: ['street', 'community', 'agency', 'residents'], source: [0, 1, 0, 1], target: [1, 0, 2, 3] })
 * corePeriphery(network).core // => ['street', 'community']
 * ```
 */
export function corePeriphery(network: NetworkLike, options: CorePeripheryOptions = {}): CorePeriphery {
  checkOptions('corePeriphery', options, { ...tieRules, between: oneOf('ignored', 'tied', 'absent') })
  const { snapshot, graph, weights } = readTies('corePeriphery', network, options)
  const { order: n, outOffsets, outTargets } = graph
  const { core, correlation, exact } = corePartition(graph, weights, options.between ?? 'ignored')
  const sums = [0, 0, 0, 0]
  let size = 0
  for (let i = 0; i < n; i++) {
    size += core[i]!
    for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++)
      sums[2 * core[i]! + core[outTargets[k]!]!]! += weights ? weights[k]! : 1
  }
  const outer = n - size
  const mean = (block: number, cells: number) => (cells > 0 ? sums[block]! / cells : null)
  return {
    core: snapshot.ids.filter((_, i) => core[i] === 1),
    correlation: orNull(correlation),
    density: {
      core: mean(3, size * (size - 1)),
      coreToPeriphery: mean(2, size * outer),
      peripheryToCore: mean(1, size * outer),
      periphery: mean(0, outer * (outer - 1)),
    },
    exact,
  }
}
