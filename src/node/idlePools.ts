import { availableParallelism } from 'node:os'
import { type WorkerPool, workerPool } from './workerPool.ts'
import type { WorkOptions } from './workOptions.ts'

/** How long threads wait for the next call of the process, in milliseconds. */
const IDLE = 10_000

const idle: { readonly pool: WorkerPool; readonly end: NodeJS.Timeout }[] = []

/**
 * Does work in worker threads of its own: those that an earlier call with as many has left idle, or new ones.
 *
 * Afterwards they wait ten seconds for the next call, and do not keep Node from ending meanwhile. Those with tasks under way,
 * after an abort or a fault, are ended at once.
 */
export async function inIdlePool<T>(
  { workers = availableParallelism(), signal }: WorkOptions,
  work: (pool: WorkerPool) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const place = idle.findIndex(({ pool }) => pool.workers === workers)
  const waiting = place < 0 ? undefined : idle.splice(place, 1)[0]
  clearTimeout(waiting?.end)
  const pool = waiting?.pool ?? workerPool(workers)
  pool.start() // while `work` prepares its first task
  try {
    return await work(pool)
  } finally {
    if (pool.idle()) leave(pool)
    else await pool.close()
  }
}

function leave(pool: WorkerPool): void {
  const end = setTimeout(() => {
    idle.splice(
      idle.findIndex(left => left.pool === pool),
      1,
    )
    void pool.close()
  }, IDLE)
  end.unref()
  idle.push({ pool, end })
}
