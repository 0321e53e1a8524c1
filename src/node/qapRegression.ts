import type { QapRegression, QapRegressionOptions } from '../inference/qapRegression.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { testInWorkers } from './testInWorkers.ts'
import type { WorkOptions } from './workOptions.ts'

/**
 * QAP regression in worker threads: see `qapRegression` of `guanxi/inference`, which gives the same bits.
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
 * import { qapRegression } from 'guanxi/node'
 *
 * const options = { response: 'trust', predictors: ['power', 'resources'], seed: 1, workers: 2 }
 * const fit = await qapRegression(xCommunity(), options)
 * fit.terms.map(term => term.name) // => ['power', 'resources']
 * ```
 */
export function qapRegression(
  network: NetworkLike,
  options: QapRegressionOptions & WorkOptions,
): Promise<QapRegression> {
  return testInWorkers('qapRegression', [network], options, null)
}
