import type { Job, Queue, QueueEvents } from 'bullmq'
import type { Redis } from 'ioredis'
import { GuanxiError } from '../model/errors.ts'
import { checkOptions, requireOption } from '../model/options.ts'
import type { Block, EnsembleJob, Executor } from '../scenarios/ensemble/types.ts'
import { bullmq, connect, decodeValues, type QueuedBlock, type QueueOptions, queueRules } from './connect.ts'

const where = 'bullmqExecutor'
/** Blocks that are added, looked at or taken away in one go. */
const AT_ONCE = 500
/** Milliseconds after which blocks that were not heard of are looked at: word of one may be lost while Redis is away. */
const LOOK = 2000
/** Seconds after which Redis forgets an ensemble of which nobody has asked for anything. */
const KEPT = 7 * 24 * 3600

/**
 * Runs ensembles on other machines: blocks go into a queue (BullMQ) in Redis, and workers anywhere (`bullmqWorker`, or
 * `guanxi worker`) take them.
 *
 * The network and the scenarios are kept in Redis once; a block is queued as its place. A worker that is lost gives its block back
 * to the queue, and the results do not depend on who ran what. Without a worker the ensemble waits for one.
 *
 * @param options.connection - where Redis is.
 * @param options.queue - name of the queue.
 * @returns an executor for `runEnsemble`, good for several ensembles one after the other or at once; `close` ends its connections,
 *   not the workers.
 * @throws {GuanxiError} `UNKNOWN_OPTION`, `INVALID_OPTION`, also (from the run) when Redis cannot be reached; `MISSING_PACKAGE` without
 *   bullmq and ioredis, which few need.
 *
 * An abort takes what waits out of the queue; blocks that are under way end by themselves and count for nothing.
 *
 * @example
 * ```ts
 * import { bullmqExecutor } from 'guanxi/bullmq'
 *
 * const executor = bullmqExecutor({ connection: 'redis://127.0.0.1:6379' })
 * typeof executor.run // => 'function'
 * // runEnsemble(network, scenarios, { replications: 100_000, seed: 1, executor })
 * await executor.close()
 * ```
 */
export function bullmqExecutor(options: QueueOptions): Executor {
  checkOptions(where, options, queueRules)
  const connection = requireOption(where, 'connection', options?.connection)
  const name = options.queue ?? 'guanxi'
  let opened: Promise<Opened> | undefined
  const running = new Set<Promise<unknown>>()
  return {
    async run(job, blocks, done, signal) {
      signal?.throwIfAborted()
      opened ??= open(connection, name)
      const run = new Run(await opened, job, blocks, done)
      const finished = run.until(signal)
      // What has to be cleared away after an abort must not hold it up.
      const cleared = finished.catch(() => {}).then(() => run.clear())
      running.add(cleared)
      cleared.catch(() => {}).finally(() => running.delete(cleared))
      await finished
      await cleared
    },
    async close() {
      await Promise.allSettled(running)
      const { queue, events, redis } = (await opened?.catch(() => undefined)) ?? {}
      await queue?.close()
      await events?.close()
      redis?.disconnect()
    },
  }
}

interface Opened {
  readonly redis: Redis
  readonly queue: Queue<QueuedBlock, string>
  readonly events: QueueEvents
}

async function open(connection: string, name: string): Promise<Opened> {
  const { Queue, QueueEvents } = await bullmq(where)
  const redis = await connect(where, connection)
  const queue = new Queue<QueuedBlock, string>(name, { connection: redis })
  const events = new QueueEvents(name, { connection: redis.duplicate() })
  // A lost connection is waited for; without a listener it would end the process.
  queue.on('error', () => {})
  events.on('error', () => {})
  events.setMaxListeners(0)
  await events.waitUntilReady()
  return { redis, queue, events }
}

/** One ensemble's blocks in the queue. */
class Run {
  readonly #opened: Opened
  readonly #job: EnsembleJob
  readonly #done: Parameters<Executor['run']>[2]
  readonly #key: string
  /** Blocks that are not done, by their id in the queue. */
  readonly #open: Map<string, Block>
  #ended = false

  constructor(opened: Opened, job: EnsembleJob, blocks: readonly Block[], done: Parameters<Executor['run']>[2]) {
    this.#opened = opened
    this.#job = job
    this.#done = done
    // Of its own for every run: two runs of one ensemble must not take each other's blocks out of the queue.
    const id = globalThis.crypto.randomUUID()
    this.#key = `guanxi:ensemble:${id}`
    this.#open = new Map(blocks.map(block => [`${id}-${block.from}`, block]))
  }

  /** Puts the blocks into the queue and waits for them all. */
  async until(signal: AbortSignal | undefined): Promise<void> {
    const { events, redis, queue } = this.#opened
    let onAbort = () => {}
    let look: ReturnType<typeof setInterval> | undefined
    let onCompleted = (_: { jobId: string; returnvalue: string }) => {}
    let onFailed = (_: { jobId: string; failedReason: string }) => {}
    try {
      await new Promise<void>((resolve, reject) => {
        const guarded = (body: () => void) => {
          try {
            body()
          } catch (error) {
            reject(error)
          }
        }
        const take = (id: string, value: string) =>
          guarded(() => {
            this.#take(id, value)
            if (this.#open.size === 0) resolve()
          })
        const fail = (id: string, why: string) => {
          if (this.#open.has(id))
            reject(new GuanxiError('INVALID_OPTION', `${where}: a worker cannot run the block: ${why}`))
        }
        onAbort = () => reject(signal!.reason)
        onCompleted = ({ jobId, returnvalue }) => take(jobId, returnvalue)
        onFailed = ({ jobId, failedReason }) => fail(jobId, failedReason)
        signal?.addEventListener('abort', onAbort)
        events.on('completed', onCompleted)
        events.on('failed', onFailed)
        look = setInterval(() => {
          this.#look(take, fail).catch(() => {}) // Redis is away: the next look may find it again
        }, LOOK)
        if (this.#open.size === 0) return resolve()
        redis
          .set(this.#key, JSON.stringify(this.#job), 'EX', KEPT)
          .then(async () => {
            const all = [...this.#open].map(([jobId, { from, to }]) => ({
              name: 'block',
              data: { key: this.#key, from, to },
              opts: { jobId },
            }))
            for (let i = 0; i < all.length && !this.#ended; i += AT_ONCE) await queue.addBulk(all.slice(i, i + AT_ONCE))
          })
          .catch(reject)
        return undefined
      })
    } finally {
      this.#ended = true
      clearInterval(look)
      signal?.removeEventListener('abort', onAbort)
      events.off('completed', onCompleted)
      events.off('failed', onFailed)
    }
  }

  #take(id: string, value: string): void {
    const block = this.#open.get(id)
    if (!block || this.#ended) return
    this.#open.delete(id)
    this.#done(block, decodeValues(value))
    this.#remove([id]).catch(() => {})
  }

  /** Looks at the oldest blocks that were not heard of. */
  async #look(take: (id: string, value: string) => void, fail: (id: string, why: string) => void): Promise<void> {
    for (const id of [...this.#open.keys()].slice(0, AT_ONCE)) {
      const job: Job<QueuedBlock, string> | undefined = await this.#opened.queue.getJob(id)
      if (this.#ended) return
      if (typeof job?.returnvalue === 'string') take(id, job.returnvalue)
      else if (job?.failedReason && (await job.isFailed())) fail(id, job.failedReason)
    }
  }

  /** Takes out of the queue what is left of the run. */
  async clear(): Promise<void> {
    await this.#opened.redis.del(this.#key)
    const ids = [...this.#open.keys()]
    for (let i = 0; i < ids.length; i += AT_ONCE) await this.#remove(ids.slice(i, i + AT_ONCE))
  }

  /** One that a worker is at cannot be removed; it goes by itself when the worker finds the ensemble gone. */
  async #remove(ids: readonly string[]): Promise<void> {
    await Promise.allSettled(ids.map(id => this.#opened.queue.remove(id)))
  }
}
