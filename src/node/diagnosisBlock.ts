import {
  type DiagnosisNumbers,
  type DiagnosisTask,
  diagnosisTests,
  type TestDiagnosisOptions,
} from '../inference/testDiagnosis.ts'
import { type SharedSnapshot, snapshotOfShared } from './sharedSnapshot.ts'

export interface DiagnosisJob {
  /** Different for every job of a pool. */
  readonly id: number
  readonly network: SharedSnapshot
  readonly options: TestDiagnosisOptions
}

/** The job that this worker made ready last: its tests come one after the other. */
let ready: { readonly id: number; readonly tests: readonly DiagnosisTask[] } | undefined

/** Task: test number `row` of a diagnosis. */
export function diagnosisBlock({ job, row }: { readonly job: DiagnosisJob; readonly row: number }): DiagnosisNumbers {
  if (ready?.id !== job.id)
    ready = { id: job.id, tests: diagnosisTests('testDiagnosis', snapshotOfShared(job.network), job.options) }
  return ready.tests[row]!.run()
}
