import { coreNumbers } from '../kernel/coreNumbers.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'
import type { Direction } from './strength.ts'

/** Options of `kCores`. */
export interface KCoresOptions extends BinaryOptions {
  /** Which ties count: those given, those got, or both (a mutual pair counts twice). @defaultValue 'total' */
  readonly direction?: Direction | undefined
}

/**
 * Core numbers: the largest k such that the actor belongs to a group in which everyone has at least k ties to the group.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - reads ties as present when this attribute is above `threshold`; without it all ties count.
 * @param options.direction - `'out'`, `'in'` or `'total'`. @defaultValue 'total'
 * @param options.threshold - in the layer's unit, ≥ 0. @defaultValue 0
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns Scores of whole numbers of ties, 0 for an isolate; never `null`.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). Transposition swaps out and in.
 *
 * Source: Seidman 1983, Social Networks 5:269–287, doi:10.1016/0378-8733(83)90028-X; Batagelj & Zaveršnik 2011, Advances in Data Analysis and
 * Classification 5:129–145.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { kCores } from 'guanxi/metrics'
 *
 * const circleAndTail = snapshotFrom({ count: 4, source: [0, 1, 2, 2], target: [1, 2, 0, 3] })
 * kCores(circleAndTail).toJSON() // => [['0', 2], ['1', 2], ['2', 2], ['3', 1]]
 * ```
 */
export function kCores(network: NetworkLike, options: KCoresOptions = {}): Scores {
  checkOptions('kCores', options, { ...binaryRules, direction: oneOf('out', 'in', 'total') })
  const { snapshot, graph } = readTies('kCores', network, options, { binary: true })
  return new Scores(snapshot.ids, new Float64Array(coreNumbers(graph, options.direction ?? 'total')))
}
