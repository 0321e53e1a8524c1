import {
  type DiagnosisNumbers,
  type DiagnosisTest,
  diagnosisRows,
  diagnosisTests,
  type TestDiagnosisOptions,
} from '../inference/testDiagnosis.ts'
import { freeze, isSnapshot, type NetworkLike } from '../model/snapshot.ts'
import type { DiagnosisJob } from './diagnosisBlock.ts'
import { inIdlePool } from './idlePools.ts'
import { runBlocks } from './runBlocks.ts'
import { sharedSnapshot } from './sharedSnapshot.ts'
import { type WorkOptions, workOptions } from './workOptions.ts'

let jobs = 0

/**
 * The tests beside a diagnosis in worker threads, a test a block: see `testDiagnosis` of `guanxi/inference`, which gives the same bits.
 *
 * @param network - network or snapshot; its arrays go over in shared memory.
 * @param options - those of `guanxi/inference`, and:
 * @param options.workers - number of threads. @defaultValue as many as the machine has cores
 * @param options.onProgress - told `{ done, total }` in tests.
 * @param options.signal - ends the threads at once; the promise is rejected with its reason.
 * @returns a promise of the rows.
 * @throws {GuanxiError} as `testDiagnosis`, by rejection.
 *
 * Threads start in a tenth of a second, and wait ten seconds for the next call: for what lasts longer than that.
 *
 * Source: none; ours.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { testDiagnosis } from 'guanxi/node'
 *
 * const rows = await testDiagnosis(xCommunity(), { seed: 1, replications: 19, layers: ['power'], workers: 2 })
 * rows.map(row => row.test) // => ['strengths', 'weights', 'directions', 'groups', 'qap-transposed']
 * ```
 */
export async function testDiagnosis(
  network: NetworkLike,
  options: TestDiagnosisOptions & WorkOptions,
): Promise<DiagnosisTest[]> {
  const { work, rest } = workOptions('testDiagnosis', options)
  const snapshot = isSnapshot(network) ? network : freeze(network)
  const tests = diagnosisTests('testDiagnosis', snapshot, rest)
  return inIdlePool(work, async pool => {
    const job: DiagnosisJob = { id: jobs++, network: sharedSnapshot(snapshot), options: rest }
    const done: DiagnosisNumbers[] = []
    await runBlocks(
      pool,
      tests.length,
      work,
      row => pool.run('diagnosisBlock', { job, row }, work.signal),
      numbers => done.push(numbers) > 0,
    )
    return diagnosisRows(tests, done, rest.seed)
  })
}
