import type { BootstrapOptions } from '../inference/bootstrap.ts'
import type { Spread } from '../inference/spread.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import type { NamedStatistic } from './namedStatistic.ts'
import { testInWorkers } from './testInWorkers.ts'
import type { WorkOptions } from './workOptions.ts'

/**
 * Bootstrap interval in worker threads: see `bootstrap` of `guanxi/inference`, which gives the same bits.
 *
 * @param network - network or snapshot; its arrays go over in shared memory.
 * @param statistic - a measure by name, with its options and the part of its result that is meant: code is not sent to threads.
 * @param options - those of `guanxi/inference`, and:
 * @param options.workers - number of threads. @defaultValue as many as the machine has cores
 * @param options.onProgress - told `{ done, total }` in blocks of draws, 100 at most.
 * @param options.signal - ends the threads at once; the promise is rejected with its reason.
 * @returns a promise of what the bootstrap gives.
 * @throws {GuanxiError} as the bootstrap, by rejection.
 *
 * Threads start in a tenth of a second, and wait ten seconds for the next call: for what lasts longer than that.
 *
 * Source: none; ours.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { bootstrap } from 'guanxi/node'
 *
 * const lopsided = { measure: 'asymmetry', options: { layer: 'power' } }
 * const spread = await bootstrap(xCommunity(), lopsided, { unit: 'actors', replications: 50, seed: 1, workers: 2 })
 * spread.draws // => 50
 * ```
 */
export function bootstrap(
  network: NetworkLike,
  statistic: NamedStatistic,
  options: BootstrapOptions & WorkOptions,
): Promise<Spread> {
  return testInWorkers('bootstrap', [network], options, statistic)
}
