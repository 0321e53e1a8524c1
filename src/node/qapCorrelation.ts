import type { QapCorrelation, QapCorrelationOptions } from '../inference/qapCorrelation.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { testInWorkers } from './testInWorkers.ts'
import type { WorkOptions } from './workOptions.ts'

/**
 * QAP correlation in worker threads: see `qapCorrelation` of `guanxi/inference`, which gives the same bits.
 *
 * @param network - network or snapshot; its arrays go over in shared memory.
 * @param options - those of `guanxi/inference`, and:
 * @param options.workers - number of threads. @defaultValue as many as the machine has cores
 * @param options.onProgress - told `{ done, total }` in blocks of draws, 100 at most.
 * @param options.signal - ends the threads at once; the promise is rejected with its reason.
 * @returns a promise of what the test gives.
 * @throws {GuanxiError} as the test, by rejection.
 *
 * Threads start in a tenth of a second, and wait ten seconds for the next call: for what lasts longer than that.
 *
 * Source: none; ours.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { qapCorrelation } from 'guanxi/node'
 *
 * const test = await qapCorrelation(xCommunity(), { x: 'power', y: 'trust', seed: 1, workers: 2 })
 * test.draws // => 40320
 * ```
 */
export function qapCorrelation(
  network: NetworkLike,
  options: QapCorrelationOptions & WorkOptions,
): Promise<QapCorrelation> {
  return testInWorkers('qapCorrelation', [network], options, null)
}
