import { breather } from '../model/breather.ts'
import { checkOptions } from '../model/options.ts'
import { type Progress, progressRules } from '../model/progress.ts'
import { type Plan, stepsOf } from './plan.ts'

/**
 * Runs a plan in the background of this thread: between two blocks of draws, timers, clicks and other work go through.
 *
 * The result has the same bits as that of the function which runs at once.
 *
 * @param plan - from `qapCorrelationPlan`, `qapRegressionPlan`, `cugTestPlan` and so on.
 * @param options.onProgress - told `{ done, total }` in draws, some hundred times.
 * @param options.signal - aborts before the next block: a single draw of a statistic, or 64 of a QAP test.
 * @returns a promise of what the function returns; it is rejected with the signal's reason on an abort.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * Some ten microseconds a block on top of the draws.
 *
 * Source: none; ours.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { cugTest, cugTestPlan, runPlan } from 'guanxi/inference'
 * import { reciprocity, type Reciprocity } from 'guanxi/metrics'
 * import type { Snapshot } from 'guanxi'
 *
 * const statistic = (x: Snapshot) => reciprocity(x).edgewise
 * const options = { condition: 'ties', replications: 99, seed: 1 } as const
 * const background = await runPlan(cugTestPlan(xCommunity(), statistic, options))
 * background.pUpper === cugTest(xCommunity(), statistic, options).pUpper // => true
 * ```
 */
export async function runPlan<R>(plan: Plan<R>, options: Progress = {}): Promise<R> {
  checkOptions('runPlan', options, progressRules)
  const air = breather()
  try {
    await air.breath()
    const steps = stepsOf(plan, options)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      await air.breath()
    }
  } finally {
    air.close()
  }
}
