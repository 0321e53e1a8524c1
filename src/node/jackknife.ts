import type { Jackknife } from '../inference/jackknife.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import type { NamedStatistic } from './namedStatistic.ts'
import { testInWorkers } from './testInWorkers.ts'
import type { WorkOptions } from './workOptions.ts'

/**
 * Jackknife in worker threads: see `jackknife` of `guanxi/inference`, which gives the same bits.
 *
 * @param network - network or snapshot; its arrays go over in shared memory.
 * @param statistic - a measure by name, with its options and the part of its result that is meant: code is not sent to threads.
 * @param options.workers - number of threads. @defaultValue as many as the machine has cores
 * @param options.onProgress - told `{ done, total }` in blocks of actors, 100 at most.
 * @param options.signal - ends the threads at once; the promise is rejected with its reason.
 * @returns a promise of what the jackknife gives.
 * @throws {GuanxiError} as the jackknife, by rejection.
 *
 * Threads start in a tenth of a second, and wait ten seconds for the next call: for what lasts longer than that.
 *
 * Source: none; ours.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { jackknife } from 'guanxi/node'
 *
 * const lopsided = { measure: 'asymmetry', options: { layer: 'power' } }
 * const { without } = await jackknife(xCommunity(), lopsided, { workers: 2 })
 * without.ids.length // => 8
 * ```
 */
export function jackknife(
  network: NetworkLike,
  statistic: NamedStatistic,
  options: WorkOptions = {},
): Promise<Jackknife> {
  return testInWorkers('jackknife', [network], options, statistic)
}
