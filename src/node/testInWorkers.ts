import type { PerturbOptions } from '../inference/perturb.ts'
import type { Plan } from '../inference/plan.ts'
import { type StatedRanges, statedRanges } from '../inference/statedRanges.ts'
import type { TieStatistic } from '../inference/tieStatistic.ts'
import { freeze, isSnapshot, type NetworkLike } from '../model/snapshot.ts'
import { inIdlePool } from './idlePools.ts'
import type { NamedStatistic } from './namedStatistic.ts'
import { runBlocks } from './runBlocks.ts'
import { sharedSnapshot } from './sharedSnapshot.ts'
import { planOf, type TestJob, type TestName, type testPlans } from './testBlock.ts'
import { type WorkOptions, workOptions } from './workOptions.ts'

type ResultOf<T extends TestName> = ReturnType<(typeof testPlans)[T]> extends Plan<infer R> ? R : never

const BLOCKS = 100

let jobs = 0

/**
 * The draws of a test in worker threads; what they come to is judged here, in their order.
 *
 * @param statistic - `null` for tests that have none.
 */
export async function testInWorkers<T extends TestName>(
  test: T,
  given: readonly NetworkLike[],
  options: WorkOptions | undefined,
  statistic: NamedStatistic | TieStatistic | null,
): Promise<ResultOf<T>> {
  const { work, rest } = workOptions(test, options)
  const networks = given.map(network => (isSnapshot(network) ? network : freeze(network)))
  // A snapshot holds no evidence, so that the ranges that it states go along by themselves.
  const stated = test === 'perturb' && !(rest as PerturbOptions).errors
  const ranges: StatedRanges = stated ? statedRanges(test, given[0]!, networks[0]!) : new Map()
  const parts = { options: rest, statistic, ranges }
  return inIdlePool(work, async pool => {
    const plan = (await planOf(test, { ...parts, networks })) as Plan<ResultOf<T>>
    const { total, width, block, enough, finish } = plan
    const job: TestJob = { id: jobs++, test, networks: networks.map(sharedSnapshot), ...parts }
    // Whole blocks of the plan, so that the test stops early where it does in one thread.
    const step = block * Math.ceil(total / block / BLOCKS)
    const values = new Float64Array(total * width)
    let done = 0
    let needed = total
    await runBlocks(
      pool,
      Math.ceil(total / step),
      work,
      part => {
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
  })
}
