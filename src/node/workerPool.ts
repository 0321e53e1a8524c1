import { availableParallelism } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Tinypool } from 'tinypool'
import { fromFault } from '../model/fault.ts'
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts'
import type { Answer } from './worker.ts'

/** Worker threads that carry out named tasks of this package. */
export interface WorkerPool {
  readonly workers: number
  /** Starts the threads, which otherwise start with the first task. */
  start(): void
  /** Carries out a task in whichever worker is free; rejects with what the task threw, or with the signal's reason. */
  run<N extends TaskName>(task: N, input: TaskInput<N>, signal?: AbortSignal): Promise<TaskOutput<N>>
  /** Whether no task is under way. */
  idle(): boolean
  /** The threads as they stand, for tests that end one. */
  threads(): Promise<readonly unknown[]>
  /** Ends the workers; tasks that are under way are rejected. */
  close(): Promise<void>
}

/** How often a task may take its worker down before it is given up. */
const ATTEMPTS = 3

/**
 * Makes a pool. The threads start with the first task, and do not keep Node from ending while they have none.
 *
 * A worker that dies is replaced and its task carried out again, three times at most.
 *
 * @param workers - number of threads. @defaultValue as many as the machine has cores
 */
export function workerPool(workers: number = availableParallelism()): WorkerPool {
  let pool: Promise<Tinypool> | undefined
  let closed = false
  /** Told when a worker fails before it has a task: it may not be replaced, and leave tasks waiting for ever. They are run again. */
  const waiting = new Set<(error: unknown) => void>()

  const start = async (): Promise<Tinypool> => {
    const { Tinypool } = await import('tinypool')
    const started = new Tinypool({ filename: workerFile(), minThreads: workers, maxThreads: workers })
    started.on('error', error => {
      for (const giveUp of waiting) giveUp(error)
    })
    return started
  }

  const runOnce = async (task: TaskName, input: unknown, signal: AbortSignal | undefined): Promise<Answer> => {
    pool ??= start()
    const started = await pool
    signal?.throwIfAborted()
    return new Promise((resolve, reject) => {
      const stop = new AbortController()
      const giveUp = (error: unknown) => {
        reject(error)
        stop.abort() // else it would still stand in the queue, before the one that is run in its place
      }
      const abort = () => stop.abort()
      waiting.add(giveUp)
      signal?.addEventListener('abort', abort)
      started
        .run({ task, input }, { signal: stop.signal })
        .finally(() => {
          waiting.delete(giveUp)
          signal?.removeEventListener('abort', abort)
        })
        .then(resolve, reject)
      watchExits(started)
    })
  }

  return {
    workers,
    idle: () => waiting.size === 0,
    start() {
      pool ??= start()
      pool.catch(() => {}) // told with the first task
    },
    async run<N extends TaskName>(task: N, input: TaskInput<N>, signal?: AbortSignal): Promise<TaskOutput<N>> {
      for (let attempt = 1; ; attempt++) {
        if (closed) throw new Error('workerPool: the pool is closed')
        let answer: Answer
        try {
          answer = await runOnce(task, input, signal)
        } catch (error) {
          // A task's own fault comes back as an answer: what is thrown is an abort or the death of a worker.
          signal?.throwIfAborted()
          if (attempt === ATTEMPTS || closed) throw error
          continue
        }
        if ('fault' in answer) throw fromFault(answer.fault)
        return answer.value as TaskOutput<N>
      }
    },
    threads: async () => (await pool)?.threads ?? [],
    async close() {
      closed = true
      await (await pool)?.destroy()
    },
  }
}

/** A worker that ended by itself, by `process.exit` or because somebody terminated it. */
class WorkerExit extends Error {}

const watched = new WeakSet<object>()

/** tinypool hears of workers that end by an error, not of those that just end: told so, it replaces them and fails their task. */
function watchExits(pool: Tinypool): void {
  for (const thread of pool.threads) {
    if (watched.has(thread)) continue
    watched.add(thread)
    thread.on('exit', (code: number) => {
      if (pool.threads.includes(thread))
        thread.emit('error', new WorkerExit(`workerPool: a worker ended (code ${code}) before its task was done`))
      watchExits(pool)
    })
  }
}

/** The worker beside this file: worker.js in the package, sourceWorker.mjs where the sources are run as they are. */
function workerFile(): string {
  // CommonJS has no import.meta, a module no __filename.
  const here = typeof __filename === 'string' ? pathToFileURL(__filename).href : import.meta.url
  return fileURLToPath(new URL(here.endsWith('.ts') ? './sourceWorker.mjs' : './worker.js', here))
}
