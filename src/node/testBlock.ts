import { bootstrapPlan } from '../inference/bootstrap.ts'
import { compareWavesPlan } from '../inference/compareWaves.ts'
import { cugTestPlan } from '../inference/cugTest.ts'
import { dyadFlipTestPlan } from '../inference/dyadFlipTest.ts'
import { groupLabelTestPlan } from '../inference/groupLabelTest.ts'
import { jackknifePlan } from '../inference/jackknife.ts'
import { perturbWithin } from '../inference/perturb.ts'
import type { Plan } from '../inference/plan.ts'
import { qapCorrelationPlan } from '../inference/qapCorrelation.ts'
import { qapRegressionPlan } from '../inference/qapRegression.ts'
import type { StatedRanges } from '../inference/statedRanges.ts'
import type { Statistic } from '../inference/statistic.ts'
import { strengthTestPlan } from '../inference/strengthTest.ts'
import type { TieStatistic } from '../inference/tieStatistic.ts'
import { weightShuffleTestPlan } from '../inference/weightShuffleTest.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { NamedStatistic } from './namedStatistic.ts'
import { type SharedSnapshot, snapshotOfShared } from './sharedSnapshot.ts'

/** What a test is made of, here and in a worker; each takes what it needs. */
export interface TestParts {
  readonly networks: readonly Snapshot[]
  readonly options: object
  readonly statistic: Statistic | TieStatistic
  readonly ranges: StatedRanges
}

/** The tests that worker threads share, as plans. Options are checked by the plan itself. */
export const testPlans = {
  bootstrap: ({ networks, statistic, options }: TestParts) =>
    bootstrapPlan(networks[0]!, statistic as Statistic, options as never),
  compareWaves: ({ networks, statistic, options }: TestParts) =>
    compareWavesPlan(networks[0]!, networks[1]!, statistic as Statistic, options as never),
  cugTest: ({ networks, statistic, options }: TestParts) => cugTestPlan(networks[0]!, statistic, options as never),
  dyadFlipTest: ({ networks, statistic, options }: TestParts) =>
    dyadFlipTestPlan(networks[0]!, statistic as Statistic, options as never),
  groupLabelTest: ({ networks, statistic, options }: TestParts) =>
    groupLabelTestPlan(networks[0]!, statistic as Statistic, options as never),
  jackknife: ({ networks, statistic, options }: TestParts) =>
    jackknifePlan(networks[0]!, statistic as Statistic, options as never),
  perturb: ({ networks, ranges, statistic, options }: TestParts) =>
    perturbWithin('perturbPlan', networks[0]!, ranges, statistic as Statistic, options as never),
  qapCorrelation: ({ networks, options }: TestParts) => qapCorrelationPlan(networks[0]!, options as never),
  qapRegression: ({ networks, options }: TestParts) => qapRegressionPlan(networks[0]!, options as never),
  strengthTest: ({ networks, statistic, options }: TestParts) =>
    strengthTestPlan(networks[0]!, statistic as Statistic, options as never),
  weightShuffleTest: ({ networks, statistic, options }: TestParts) =>
    weightShuffleTestPlan(networks[0]!, statistic as Statistic, options as never),
}

export type TestName = keyof typeof testPlans

export interface TestJob {
  /** Different for every job of a pool. */
  readonly id: number
  readonly test: TestName
  readonly networks: readonly SharedSnapshot[]
  readonly options: object
  /** `null` for tests that have none. */
  readonly statistic: NamedStatistic | TieStatistic | null
  readonly ranges: StatedRanges
}

/** The plan of a test; the measures are only loaded where a statistic names one. */
export async function planOf<T extends TestName>(
  test: T,
  { statistic, ...parts }: Omit<TestParts, 'statistic'> & Pick<TestJob, 'statistic'>,
): Promise<ReturnType<(typeof testPlans)[T]>> {
  const meant =
    typeof statistic === 'string'
      ? statistic
      : statistic === null
        ? () => null
        : (await import('./namedStatistic.ts')).statisticOf(test, statistic)
  return testPlans[test]({ ...parts, statistic: meant }) as ReturnType<(typeof testPlans)[T]>
}

/** The job that this worker made ready last: its draws come one block after the other. */
let ready: { readonly id: number; readonly plan: Plan<unknown> } | undefined

/** Task: draws `from … to − 1` of a test. */
export async function testBlock({
  job,
  from,
  to,
}: {
  readonly job: TestJob
  readonly from: number
  readonly to: number
}): Promise<Float64Array> {
  if (ready?.id !== job.id)
    ready = { id: job.id, plan: await planOf(job.test, { ...job, networks: job.networks.map(snapshotOfShared) }) }
  const { plan } = ready
  const values = new Float64Array((to - from) * plan.width)
  plan.draw(from, to, values)
  return values
}
