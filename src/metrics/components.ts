import { strongComponentsCompiled } from '../kernel/strongComponentsCompiled.ts'
import { weakComponentsCompiled } from '../kernel/weakComponentsCompiled.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'

/** Options of `components`. */
export interface ComponentsOptions extends BinaryOptions {
  /** `'weak'`: joined by ties whichever way they point; `'strong'`: each reaches every other. @defaultValue 'weak' */
  readonly kind?: 'weak' | 'strong' | undefined
}

/** The parts of a network, numbered. */
export interface Components {
  readonly count: number
  /** Number of actors in each component. */
  readonly sizes: readonly number[]
  /** The component of every actor, counted from 0 in the order of their first actors. */
  readonly membership: Scores
}

/**
 * Components: the parts into which the network falls.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.kind - weak or strong. @defaultValue 'weak'
 * @param options.layer - reads ties as present when this attribute is above `threshold`; without it all ties count.
 * @param options.threshold - in the layer's unit, ≥ 0. @defaultValue 0
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns number, sizes and membership; an isolate is a component of its own.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m), without recursion. Transposition changes nothing.
 *
 * Source: weak: union and find, with sampling as in Sutton, Ben-Nun & Barak 2018, IPDPS; strong: Tarjan 1972, SIAM Journal on Computing 1:146–160.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { components } from 'guanxi/metrics'
 *
 * const network = snapshotFrom({ count: 4, source: [0, 1, 1], target: [1, 0, 2] })
 * components(network).sizes // => [3, 1]
 * components(network, { kind: 'strong' }).sizes // => [2, 1, 1]
 * ```
 */
export function components(network: NetworkLike, options: ComponentsOptions = {}): Components {
  checkOptions('components', options, { ...binaryRules, kind: oneOf('weak', 'strong') })
  const { snapshot, graph } = readTies('components', network, options, { binary: true })
  const parts = options.kind === 'strong' ? strongComponentsCompiled(graph) : weakComponentsCompiled(graph)
  const { count, of } = parts
  const number = new Int32Array(count).fill(-1)
  const sizes: number[] = []
  const membership = new Float64Array(graph.order)
  for (let v = 0; v < graph.order; ) {
    const part = of[v]!
    if (number[part] === -1) {
      number[part] = sizes.length
      sizes.push(parts.sizes[part]!)
    }
    const place = number[part]!
    do membership[v++] = place
    while (v < of.length && of[v] === part)
  }
  return { count, sizes, membership: new Scores(snapshot.ids, membership) }
}
