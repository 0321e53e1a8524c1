import { cugTestPlan } from '../inference/cugTest.ts'
import type { Plan } from '../inference/plan.ts'
import { qapCorrelationPlan } from '../inference/qapCorrelation.ts'
import { qapRegressionPlan } from '../inference/qapRegression.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type NamedStatistic, statisticOf } from './namedStatistic.ts'
import { type SharedSnapshot, snapshotOfShared } from './sharedSnapshot.ts'

/** The tests that worker threads share, as plans. */
export const testPlans = {
  cugTest: (network: NetworkLike, options: object, statistic: NamedStatistic | undefined) =>
    cugTestPlan(network, statisticOf('cugTest', statistic!), options as never),
  qapCorrelation: (network: NetworkLike, options: object) => qapCorrelationPlan(network, options as never),
  qapRegression: (network: NetworkLike, options: object) => qapRegressionPlan(network, options as never),
}

export interface TestJob {
  /** Different for every job of a pool. */
  readonly id: number
  readonly test: keyof typeof testPlans
  readonly network: SharedSnapshot
  readonly options: object
  readonly statistic: NamedStatistic | undefined
}

/** The job that this worker made ready last: its draws come one block after the other. */
let ready: { readonly id: number; readonly plan: Plan<unknown> } | undefined

/** Task: draws `from … to − 1` of a test. */
export function testBlock({
  job,
  from,
  to,
}: {
  readonly job: TestJob
  readonly from: number
  readonly to: number
}): Float64Array {
  if (ready?.id !== job.id)
    ready = { id: job.id, plan: testPlans[job.test](snapshotOfShared(job.network), job.options, job.statistic) }
  const { plan } = ready
  const values = new Float64Array((to - from) * plan.width)
  plan.draw(from, to, values)
  return values
}
