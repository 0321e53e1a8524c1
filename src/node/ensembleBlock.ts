import { type BlockRunner, blockRunner } from '../scenarios/ensemble/blockRunner.ts'
import type { Block, EnsembleJob } from '../scenarios/ensemble/types.ts'

/** The job that this worker made ready last: its blocks come one after the other. */
let ready: { readonly id: string; readonly runner: BlockRunner } | undefined

/** Task: a block of an ensemble. */
export function ensembleBlock({ job, block }: { readonly job: EnsembleJob; readonly block: Block }): Float64Array {
  if (ready?.id !== job.id) ready = { id: job.id, runner: blockRunner(job) }
  const steps = ready.runner.steps(block)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
