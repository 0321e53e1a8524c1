import type { CugOptions } from '../inference/cugTest.ts'
import type { TestResult } from '../inference/testResult.ts'
import type { TieStatistic } from '../inference/tieStatistic.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import type { NamedStatistic } from './namedStatistic.ts'
import { testInWorkers } from './testInWorkers.ts'
import type { WorkOptions } from './workOptions.ts'

/**
 * Conditional uniform graph test in worker threads: see `cugTest` of `guanxi/inference`, which gives the same bits.
 *
 * @param network - network or snapshot; its arrays go over in shared memory.
 * @param statistic - one of the names that `cugTest` knows, or a measure by name, with its options and the part of its result that
 *   is meant: code is not sent to threads.
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
 * import { cugTest } from 'guanxi/node'
 *
 * const options = { condition: 'ties', replications: 99, seed: 1, workers: 2 } as const
 * const test = await cugTest(xCommunity(), { measure: 'dyadCensus', pick: 'mutual' }, options)
 * test.observed > test.mean // => true
 * ```
 */
export function cugTest(
  network: NetworkLike,
  statistic: NamedStatistic | TieStatistic,
  options: CugOptions & WorkOptions,
): Promise<TestResult> {
  return testInWorkers('cugTest', [network], options, statistic)
}
