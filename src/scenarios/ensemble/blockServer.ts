import { type BlockRunner, blockRunner } from './blockRunner.ts'
import type { Block, EnsembleJob } from './types.ts'

/** Makes what a worker answers blocks with: a job is made ready once, since its blocks come one after the other. */
export function blockServer(): (job: EnsembleJob, block: Block) => Float64Array {
  let ready: { readonly id: string; readonly runner: BlockRunner } | undefined
  return (job, block) => {
    if (ready?.id !== job.id) ready = { id: job.id, runner: blockRunner(job) }
    const steps = ready.runner.steps(block)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
    }
  }
}
