import type { Redis } from 'ioredis'
import { checkOptions, integerIn, requireOption } from '../model/options.ts'
import { version } from '../model/version.ts'
import { workerPool } from '../node/workerPool.ts'
import type { EnsembleJob } from '../scenarios/ensemble/types.ts'
import { bullmq, connect, encodeValues, type QueuedBlock, type QueueOptions, queueRules } from './connect.ts'

/** Options of `bullmqWorker`. */
export interface BullmqWorkerOptions extends QueueOptions {
  /** Threads, 1 to 1,024: as many blocks run at once. @defaultValue as many as the machine has cores */
  readonly workers?: number | undefined
  /** Milliseconds without a sign of life after which a lost worker's block is taken again, 1,000 to 3,600,000. @defaultValue 30,000 */
  readonly lostAfter?: number | undefined
}

/** A worker that takes blocks. */
export interface BullmqWorker {
  readonly queue: string
  /** Rejects when the worker cannot go on. */
  readonly failed: Promise<never>
  /** Finishes the blocks that are under way, and takes no more. */
  close(): Promise<void>
}

const where = 'bullmqWorker'
/** How often a block may be lost with its worker before it is given up. */
const LOST = 10

/**
 * Takes blocks of ensembles from a queue in Redis and runs them in worker threads: as many of these on as many machines as there are.
 *
 * @param options.connection - where Redis is.
 * @param options.queue - name of the queue.
 * @param options.workers - threads.
 * @param options.lostAfter - how soon a lost worker's block is taken again. All workers of a queue should have the same.
 * @returns the worker, which has begun.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION`, also when Redis cannot be reached; `MISSING_PACKAGE` without bullmq and
 *   ioredis, which few need.
 *
 * A worker of another version of this library refuses blocks: other code could give other bits.
 *
 * @example
 * ```ts
 * import { bullmqWorker } from 'guanxi/bullmq'
 *
 * const gone = bullmqWorker({ connection: 'redis://127.0.0.1:1' })
 * await gone.catch(({ code }) => code) // => 'INVALID_OPTION'
 * ```
 */
export async function bullmqWorker(options: BullmqWorkerOptions): Promise<BullmqWorker> {
  checkOptions(where, options, { ...queueRules, workers: integerIn(1, 1024), lostAfter: integerIn(1000, 3_600_000) })
  const connection = requireOption(where, 'connection', options?.connection)
  const { queue = 'guanxi', lostAfter = 30_000 } = options
  const { Worker, UnrecoverableError } = await bullmq(where)
  const redis = await connect(where, connection)
  const pool = workerPool(options.workers)
  const jobs = new Jobs(redis)
  // Blocks run in threads, so that this one is free to tell Redis that it is alive.
  const worker = new Worker<QueuedBlock, string>(
    queue,
    async ({ data: { key, from, to } }) => {
      const job = await jobs.get(key)
      // The run has ended without this block.
      if (job === undefined) return ''
      if (job.version !== version)
        throw new UnrecoverableError(`the ensemble is of version ${job.version} of guanxi, this worker of ${version}`)
      try {
        return encodeValues(await pool.run('ensembleBlock', { job, block: { from, to } }))
      } catch (error) {
        throw new UnrecoverableError((error as Error).message)
      }
    },
    {
      connection: redis,
      concurrency: pool.workers,
      lockDuration: lostAfter,
      stalledInterval: lostAfter,
      maxStalledCount: LOST,
    },
  )
  const failed = new Promise<never>((_, reject) => {
    // Redis that is away is waited for; anything else is a fault of this worker.
    worker.on('error', error => {
      if (
        !/ECONN|EPIPE|ETIMEDOUT|Connection is closed|READONLY|LOADING/.test(
          `${(error as { code?: string }).code} ${error.message}`,
        )
      )
        reject(error)
    })
  })
  failed.catch(() => {})
  await worker.waitUntilReady()
  return {
    queue,
    failed,
    async close() {
      await worker.close()
      await pool.close()
      redis.disconnect()
    },
  }
}

/** The ensembles that blocks belong to, the last ones kept: their blocks come one after the other. */
class Jobs {
  readonly #redis: Redis
  readonly #kept = new Map<string, Promise<EnsembleJob | undefined>>()

  constructor(redis: Redis) {
    this.#redis = redis
  }

  async get(key: string): Promise<EnsembleJob | undefined> {
    // Whether it is still there is asked each time: a run that was aborted has taken it away.
    if ((await this.#redis.exists(key)) === 0) {
      this.#kept.delete(key)
      return undefined
    }
    let job = this.#kept.get(key)
    if (!job) {
      job = this.#redis.get(key).then(text => (text === null ? undefined : (JSON.parse(text) as EnsembleJob)))
      this.#kept.set(key, job)
      if (this.#kept.size > 4) this.#kept.delete(this.#kept.keys().next().value!)
    }
    return job
  }
}
