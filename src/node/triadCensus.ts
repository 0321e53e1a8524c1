import type { TriadCensus } from '../metrics/triadCensus.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import type { BinaryOptions } from '../model/ties.ts'
import { measureInWorkers } from './measureInWorkers.ts'
import type { WorkOptions } from './workOptions.ts'

/**
 * Triad census in worker threads: see `triadCensus` of `guanxi/metrics`, which gives the same bits.
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
 * import { triadCensus } from 'guanxi/node'
 *
 * const path = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2] })
 * (await triadCensus(path, { workers: 2 }))['021C'] // => 1
 * ```
 */
export function triadCensus(network: NetworkLike, options: BinaryOptions & WorkOptions = {}): Promise<TriadCensus> {
  return measureInWorkers('triadCensus', network, options)
}
