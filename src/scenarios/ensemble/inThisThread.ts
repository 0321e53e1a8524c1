import { breather } from '../../model/breather.ts'
import { blockRunner } from './blockRunner.ts'
import type { Executor } from './types.ts'

/** How long a slice of work lasts before other events are let through, in milliseconds. */
const SLICE = 10

/** Runs blocks in this thread, one after the other; between slices of some milliseconds timers, clicks and other work go through. */
export function inThisThread(): Executor {
  return {
    async run(job, blocks, done, signal) {
      const runner = blockRunner(job)
      for (const block of blocks) done(block, await inSlices(runner.steps(block), signal))
    },
    async close() {},
  }
}

/** Runs a generator to its end; between slices of some milliseconds other events go through. */
export async function inSlices<R>(steps: Generator<void, R, void>, signal: AbortSignal | undefined): Promise<R> {
  const air = breather()
  try {
    let began = Number.NEGATIVE_INFINITY
    for (;;) {
      if (performance.now() - began > SLICE) {
        await air.breath()
        signal?.throwIfAborted()
        began = performance.now()
      }
      const step = steps.next()
      if (step.done) return step.value
    }
  } finally {
    air.close()
  }
}
