import type { Progress } from '../model/progress.ts'
import { reportProgress } from '../model/progress.ts'

/**
 * A computation cut into draws that do not depend on each other: draw 17 has the same bits alone, in any block, in any thread.
 *
 * `runPlan` runs it in the background; the function without `Plan` in its name runs it at once.
 */
export interface Plan<R> {
  /** Name of the function that it belongs to. */
  readonly where: string
  /** Draws in all. */
  readonly total: number
  /** Numbers a draw. */
  readonly width: number
  /** Draws between two looks at the signal: few where a draw runs a measure, many where it is a mere product. */
  readonly block: number
  /** Writes draws `from … to − 1` to the start of `into`, `width` numbers each. */
  readonly draw: (from: number, to: number, into: Float64Array) => void
  /** Whether the first `done` draws are enough. */
  readonly enough?: ((values: Float64Array, done: number) => boolean) | undefined
  /** The result from the draws. */
  readonly finish: (values: Float64Array) => R
}

/** Runs all draws of a plan in this thread, one block after the other. */
export function runNow<R>(plan: Plan<R>, progress: Progress): R {
  const steps = stepsOf(plan, progress)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Pauses after every block; returns the result. */
export function* stepsOf<R>(plan: Plan<R>, progress: Progress): Generator<void, R, void> {
  const { total, width, block, draw, enough, finish } = plan
  const values = new Float64Array(total * width)
  let reported = 0
  reportProgress(progress, 0, total)
  for (let from = 0; from < total; from += block) {
    progress.signal?.throwIfAborted()
    const to = Math.min(total, from + block)
    draw(from, to, values.subarray(from * width, to * width))
    if (to < total && enough?.(values, to)) return finish(values.subarray(0, to * width))
    if (to === total || to - reported >= total / 100) {
      reported = to
      if (progress.onProgress) {
        progress.onProgress({ done: to, total })
        progress.signal?.throwIfAborted()
      }
    }
    if (to < total) yield
  }
  return finish(values)
}
