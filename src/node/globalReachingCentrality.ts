import type { GlobalReachingCentralityOptions } from '../metrics/globalReachingCentrality.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { measureInWorkers } from './measureInWorkers.ts'
import type { WorkOptions } from './workOptions.ts'

/**
 * Global reaching centrality in worker threads: see `globalReachingCentrality` of `guanxi/metrics`, which gives the same bits.
 *
 * @param network - network or snapshot; its arrays go over in shared memory.
 * @param options - those of `guanxi/metrics`, and:
 * @param options.workers - number of threads. @defaultValue as many as the machine has cores
 * @param options.onProgress - told `{ done, total }` in blocks of work, 64 or so.
 * @param options.signal - ends the threads at once; the promise is rejected with its reason.
 * @returns a promise of what the measure gives.
 * @throws {GuanxiError} as the measure, by rejection.
 *
 * Threads start in a tenth of a second, and wait ten seconds for the next call: for what lasts longer than that.
 *
 * Source: none; ours.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { globalReachingCentrality } from 'guanxi/node'
 *
 * const path = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2] })
 * await globalReachingCentrality(path, { workers: 2 }) // => 0.75
 * ```
 */
export function globalReachingCentrality(
  network: NetworkLike,
  options: GlobalReachingCentralityOptions & WorkOptions = {},
): Promise<number | null> {
  return measureInWorkers('globalReachingCentrality', network, options)
}
