import { checkOptions, integerIn } from '../model/options.ts'
import type { Executor } from '../scenarios/ensemble/types.ts'
import { workerPool } from './workerPool.ts'

/** Options of `workerExecutor`. */
export interface WorkerOptions {
  /** Threads, 1 to 1,024. @defaultValue as many as the machine has cores */
  readonly workers?: number | undefined
}

/**
 * Runs ensembles in worker threads of this machine.
 *
 * @param options.workers - number of threads; the results do not depend on it.
 * @returns an executor for `runEnsemble`, good for any number of ensembles one after the other or at once; its `close` ends the threads.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * A worker that dies is replaced and its block run again, three times at most. An abort ends the workers at once; new ones are
 * started when they are needed.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { workerExecutor } from 'guanxi/node'
 * import { runEnsemble } from 'guanxi/scenarios'
 *
 * const executor = workerExecutor({ workers: 2 })
 * const ensemble = await runEnsemble(xCommunity(), [{ strategies: [] }], { replications: 50, seed: 1, executor })
 * await executor.close()
 * ensemble.replications // => 50
 * ```
 */
export function workerExecutor(options: WorkerOptions = {}): Executor {
  checkOptions('workerExecutor', options, { workers: integerIn(1, 1024) })
  const pool = workerPool(options.workers)
  return {
    async run(job, blocks, done, signal) {
      let next = 0
      let failed = false
      // Each line takes the next block when its last one is done; two lines a worker leave none waiting for its next.
      const line = async () => {
        while (next < blocks.length && !failed) {
          const block = blocks[next++]!
          try {
            done(block, await pool.run('ensembleBlock', { job, block }, signal))
          } catch (error) {
            failed = true
            throw error
          }
        }
      }
      await Promise.all(Array.from({ length: Math.min(2 * pool.workers, blocks.length) }, line))
      signal?.throwIfAborted()
    },
    close: () => pool.close(),
  }
}
