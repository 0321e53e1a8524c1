import type { DyadFlipOptions } from '../inference/dyadFlipTest.ts'
import type { TestResult } from '../inference/testResult.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import type { NamedStatistic } from './namedStatistic.ts'
import { testInWorkers } from './testInWorkers.ts'
import type { WorkOptions } from './workOptions.ts'

/**
 * Direction-flip test in worker threads: see `dyadFlipTest` of `guanxi/inference`, which gives the same bits.
 *
 * @param network - network or snapshot; its arrays go over in shared memory.
 * @param statistic - a measure by name, with its options and the part of its result that is meant: code is not sent to threads.
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
 * import { dyadFlipTest } from 'guanxi/node'
 *
 * const incoherence = { measure: 'hierarchy', options: { layer: 'power' }, pick: 'incoherence' }
 * const test = await dyadFlipTest(xCommunity(), incoherence, { seed: 1, workers: 2 })
 * test.counts.lower // => 32
 * ```
 */
export function dyadFlipTest(
  network: NetworkLike,
  statistic: NamedStatistic,
  options: DyadFlipOptions & WorkOptions,
): Promise<TestResult> {
  return testInWorkers('dyadFlipTest', [network], options, statistic)
}
