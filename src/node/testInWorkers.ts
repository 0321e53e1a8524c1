import type { Plan } from '../inference/plan.ts'
import { freeze, isSnapshot, type NetworkLike } from '../model/snapshot.ts'
import type { NamedStatistic } from './namedStatistic.ts'
import { runBlocks } from './runBlocks.ts'
import { sharedSnapshot } from './sharedSnapshot.ts'
import { type TestJob, testPlans } from './testBlock.ts'
import { type WorkOptions, workOptions } from './workOptions.ts'

type Tests = typeof testPlans
type ResultOf<T extends keyof Tests> = ReturnType<Tests[T]> extends Plan<infer R> ? R : never

const BLOCKS = 100

let jobs = 0

/** The draws of a test in worker threads; what they come to is judged here, in their order. */
export async function testInWorkers<T extends keyof Tests>(
  test: T,
  network: NetworkLike,
  options: WorkOptions | undefined,
  statistic?: NamedStatistic,
): Promise<ResultOf<T>> {
  const { work, rest } = workOptions(test, options)
  const snapshot = isSnapshot(network) ? network : freeze(network)
  const { total, width, block, enough, finish } = testPlans[test](snapshot, rest, statistic) as Plan<ResultOf<T>>
  const job: TestJob = { id: jobs++, test, network: sharedSnapshot(snapshot), options: rest, statistic }
  // Whole blocks of the plan, so that the test stops early where it does in one thread.
  const step = block * Math.ceil(total / block / BLOCKS)
  const values = new Float64Array(total * width)
  let done = 0
  let needed = total
  await runBlocks(
    Math.ceil(total / step),
    work,
    (pool, part) => {
      const from = part * step
      return pool.run('testBlock', { job, from, to: Math.min(total, from + step) }, work.signal)
    },
    part => {
      values.set(part, done * width)
      const end = done + part.length / width
      while (done < end) {
        done = Math.min(end, done + block)
        if (done < total && enough?.(values, done)) {
          needed = done
          return false
        }
      }
      return true
    },
  )
  return finish(values.subarray(0, needed * width))
}
