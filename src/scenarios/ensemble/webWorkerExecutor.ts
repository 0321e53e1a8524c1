import { type Fault, fromFault } from '../../model/fault.ts'
import { callback, checkOptions, integerIn, requireOption } from '../../model/options.ts'
import type { Block, EnsembleJob, Executor } from './types.ts'

/** What a browser's `Worker` offers, as far as it is used. */
export interface WorkerLike {
  /** Sends a block to the worker. */
  postMessage(message: unknown): void
  /** Ends the worker, whatever it does. */
  terminate(): void
  /** Called with what the worker sends back. Typed as a method is, so that the handlers of a browser's worker fit, whose events hold more. */
  onmessage: { handle(event: { readonly data: unknown }): void }['handle'] | null
  /** Called when the worker's script fails. */
  onerror: { handle(event: { readonly message?: string }): void }['handle'] | null
}

/** Options of the executor in web workers. */
export interface WebWorkerOptions {
  /** Makes a worker whose script calls `serveEnsembles()`. */
  readonly create: () => WorkerLike
  /** 1 to 1,024. @defaultValue 2 */
  readonly workers?: number | undefined
}

/** What goes to a worker, and what comes back. */
export type WorkerQuestion = { readonly job: EnsembleJob; readonly block: Block }
export type WorkerAnswer = { readonly values: Float64Array } | { readonly fault: Fault }

/** How often a block may take its worker down before it is given up. */
const ATTEMPTS = 3

/**
 * Runs ensembles in the Web Workers of a browser.
 *
 * @param options.create - makes a worker, such as `() => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })`;
 *   its script imports `serveEnsembles` from guanxi/scenarios and calls it.
 * @param options.workers - how many; `navigator.hardwareConcurrency` says how many cores there are.
 * @returns an executor for `runEnsemble`; its `close` ends the workers.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * The results are those of any other executor, to the bit. A worker that dies is replaced and its block run again, three times at
 * most; an abort ends those that are at work.
 *
 * @example
 * ```ts
 * import { webWorkerExecutor } from 'guanxi/scenarios'
 *
 * const executor = webWorkerExecutor({ create: () => new Worker('ensemble-worker.js', { type: 'module' }), workers: 4 })
 * typeof executor.run // => 'function'
 * ```
 */
export function webWorkerExecutor(options: WebWorkerOptions): Executor {
  const where = 'webWorkerExecutor'
  checkOptions(where, options, { create: callback, workers: integerIn(1, 1024) })
  const create = requireOption(where, 'create', options?.create)
  const { workers = 2 } = options
  const idle: WorkerLike[] = []
  return {
    async run(job, blocks, done, signal) {
      signal?.throwIfAborted()
      let next = 0
      let over = false
      const line = async () => {
        let worker: WorkerLike | undefined
        while (next < blocks.length && !over) {
          const block = blocks[next++]!
          for (let attempt = 1; ; attempt++) {
            worker ??= idle.pop() ?? create()
            try {
              const answer = await ask(worker, { job, block }, signal)
              if ('fault' in answer) throw fromFault(answer.fault)
              done(block, answer.values)
              break
            } catch (error) {
              if (error instanceof WorkerDeath && attempt < ATTEMPTS) {
                worker.terminate()
                worker = undefined
                continue
              }
              over = true
              worker.terminate()
              throw error
            }
          }
        }
        if (worker) idle.push(worker)
      }
      await Promise.all(Array.from({ length: Math.min(workers, blocks.length) }, line))
    },
    async close() {
      for (const worker of idle.splice(0)) worker.terminate()
    },
  }
}

class WorkerDeath extends Error {}

function ask(worker: WorkerLike, question: WorkerQuestion, signal: AbortSignal | undefined): Promise<WorkerAnswer> {
  return new Promise<WorkerAnswer>((resolve, reject) => {
    const abort = () => reject(signal!.reason)
    if (signal?.aborted) return abort()
    signal?.addEventListener('abort', abort, { once: true })
    const settle = () => signal?.removeEventListener('abort', abort)
    worker.onmessage = ({ data }) => {
      settle()
      resolve(data as WorkerAnswer)
    }
    worker.onerror = ({ message }) => {
      settle()
      reject(new WorkerDeath(`webWorkerExecutor: a worker failed: ${message ?? 'no reason given'}`))
    }
    worker.postMessage(question)
  })
}
