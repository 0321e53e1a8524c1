import type { WaveComparison } from '../inference/compareWaves.ts'
import type { ResamplingOptions } from '../inference/spread.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import type { NamedStatistic } from './namedStatistic.ts'
import { testInWorkers } from './testInWorkers.ts'
import type { WorkOptions } from './workOptions.ts'

/**
 * Comparison of two waves in worker threads: see `compareWaves` of `guanxi/inference`, which gives the same bits.
 *
 * @param before - first wave: network or snapshot; its arrays go over in shared memory.
 * @param after - second wave.
 * @param statistic - a measure by name, with its options and the part of its result that is meant: code is not sent to threads.
 * @param options - those of `guanxi/inference`, and:
 * @param options.workers - number of threads. @defaultValue as many as the machine has cores
 * @param options.onProgress - told `{ done, total }` in blocks of draws, 100 at most.
 * @param options.signal - ends the threads at once; the promise is rejected with its reason.
 * @returns a promise of what the comparison gives.
 * @throws {GuanxiError} as the comparison, by rejection.
 *
 * Threads start in a tenth of a second, and wait ten seconds for the next call: for what lasts longer than that.
 *
 * Source: none; ours.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { compareWaves } from 'guanxi/node'
 *
 * const lopsided = { measure: 'asymmetry', options: { layer: 'power' } }
 * const change = await compareWaves(xCommunity(), xCommunity(), lopsided, { replications: 20, seed: 1, workers: 2 })
 * change.estimate // => 0
 * ```
 */
export function compareWaves(
  before: NetworkLike,
  after: NetworkLike,
  statistic: NamedStatistic,
  options: ResamplingOptions & WorkOptions,
): Promise<WaveComparison> {
  return testInWorkers('compareWaves', [before, after], options, statistic)
}
