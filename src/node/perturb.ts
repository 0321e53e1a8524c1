import type { PerturbOptions } from '../inference/perturb.ts'
import type { Spread } from '../inference/spread.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import type { NamedStatistic } from './namedStatistic.ts'
import { testInWorkers } from './testInWorkers.ts'
import type { WorkOptions } from './workOptions.ts'

/**
 * What the uncertainty of each rating does to a statistic in worker threads: see `perturb` of `guanxi/inference`, which gives the same bits.
 *
 * @param network - network or snapshot; its arrays go over in shared memory, and the ranges that its evidence states.
 * @param statistic - a measure by name, with its options and the part of its result that is meant: code is not sent to threads.
 * @param options - those of `guanxi/inference`, and:
 * @param options.workers - number of threads. @defaultValue as many as the machine has cores
 * @param options.onProgress - told `{ done, total }` in blocks of draws, 100 at most.
 * @param options.signal - ends the threads at once; the promise is rejected with its reason.
 * @returns a promise of what the function gives.
 * @throws {GuanxiError} as the function, by rejection.
 *
 * Threads start in a tenth of a second, and wait ten seconds for the next call: for what lasts longer than that.
 *
 * Source: none; ours.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { perturb } from 'guanxi/node'
 *
 * const lopsided = { measure: 'asymmetry', options: { layer: 'power' } }
 * const spread = await perturb(xCommunity(), lopsided, { seed: 1, workers: 2 })
 * spread.interval // => [0.40, 0.59]
 * ```
 */
export function perturb(
  network: NetworkLike,
  statistic: NamedStatistic,
  options: PerturbOptions & WorkOptions,
): Promise<Spread> {
  return testInWorkers('perturb', [network], options, statistic)
}
