import type { WorkerPool } from './workerPool.ts'
import type { WorkOptions } from './workOptions.ts'

/**
 * Has blocks of work done by the threads of a pool, and takes the results in the order of the blocks.
 *
 * @param total - number of blocks. @param run - has block `b` done.
 * @param take - told each result, in order; the rest is left undone when it gives `false`.
 */
export async function runBlocks<T>(
  pool: WorkerPool,
  total: number,
  { onProgress, signal }: WorkOptions,
  run: (block: number) => Promise<T>,
  take: (result: T) => boolean,
): Promise<void> {
  signal?.throwIfAborted()
  onProgress?.({ done: 0, total })
  const waiting = new Map<number, T>()
  let next = 0
  let taken = 0
  let done = 0
  let over = false
  const line = async () => {
    while (next < total && !over) {
      const block = next++
      try {
        waiting.set(block, await run(block))
        if (over) return
        onProgress?.({ done: ++done, total })
        signal?.throwIfAborted()
        for (; waiting.has(taken) && !over; taken++) {
          const result = waiting.get(taken)!
          waiting.delete(taken)
          over = !take(result)
        }
      } catch (error) {
        over = true
        throw error
      }
    }
  }
  // Two lines a worker leave none waiting for its next block.
  await Promise.all(Array.from({ length: Math.min(2 * pool.workers, total) }, line))
  signal?.throwIfAborted()
}
