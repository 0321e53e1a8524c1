import type { ClosenessOptions } from '../metrics/closeness.ts'
import type { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { measureInWorkers } from './measureInWorkers.ts'
import type { WorkOptions } from './workOptions.ts'

/**
 * Closeness of every actor in worker threads: see `closeness` of `guanxi/metrics`, which gives the same bits.
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
 * import { closeness } from 'guanxi/node'
 *
 * const path = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2] })
 * (await closeness(path, { workers: 2 })).get('0') // => 0.75
 * ```
 */
export function closeness(network: NetworkLike, options: ClosenessOptions & WorkOptions = {}): Promise<Scores> {
  return measureInWorkers('closeness', network, options)
}
