import { checkOptions, integerIn, requireOption } from '../model/options.ts'
import type { ScenarioResult } from './results.ts'
import { runOf } from './runOf.ts'
import { runScenario } from './runScenario.ts'
import { checkStrategy, MOST_WEEKS } from './schema.ts'
import type { Strategy } from './types.ts'

/** Options of `continueScenario`. */
export interface ContinueOptions {
  /** How many weeks more, 0 to 5,200 less those already run. */
  readonly weeks: number
  /** What is tried from then on; weeks count from the first new one. @defaultValue the strategies go on as they were */
  readonly strategies?: readonly Strategy[] | undefined
}

/**
 * Goes on from where a run ended: with the same strategies, or with others from then on.
 *
 * What an agency carries from week to week (backlog, expectations, ramps, the levels at the start) is more than the network after
 * the run shows, so that a run started anew on `after` is another one. A run is therefore continued by its scenario, which holds
 * all of it: the weeks already run come out the same to the last bit.
 *
 * @param result - a result of `runScenario` or of `compareScenarios`; also as it came back from JSON.
 * @param options.weeks - how many weeks more.
 * @param options.strategies - what replaces the strategies from the first new week on; the old ones end the week before.
 * @returns the whole run, from the first week on; its scenario can be saved, and continued again. Events and noise go on as drawn
 *   from the same seed.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`; and as `runScenario`.
 *
 * A run of 26 weeks continued by 26 has the bits of a run of 52. Costs a run from the start.
 *
 * Source: none.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, continueScenario, openChannel, runScenario } from 'guanxi/scenarios'
 *
 * const half = runScenario(xCommunity(), { strategies: [openChannel()], weeks: 26 })
 * const year = continueScenario(half, { weeks: 26, strategies: [buildAlliance()] })
 * year.timeline.length // => 53
 * year.scenario.strategies.map(({ startWeek, endWeek }) => [startWeek, endWeek]) // => [[1, 26], [27, null]]
 * ```
 */
export function continueScenario(result: ScenarioResult, options: ContinueOptions): ScenarioResult {
  const where = 'continueScenario'
  const { scenario, weeks: done, before } = runOf(where, result)
  checkOptions(where, options, {
    weeks: integerIn(0, MOST_WEEKS - done),
    strategies: { expected: 'an array of strategies', accepts: Array.isArray },
  })
  const weeks = done + requireOption(where, 'weeks', options?.weeks)
  for (const strategy of options.strategies ?? []) checkStrategy(where, strategy)
  const strategies =
    options.strategies === undefined
      ? scenario.strategies
      : [
          ...scenario.strategies.flatMap(strategy => {
            if (strategy.startWeek > done) return []
            return [{ ...strategy, endWeek: Math.min(strategy.endWeek ?? done, done) }]
          }),
          ...options.strategies.map(strategy => ({
            ...strategy,
            startWeek: strategy.startWeek + done,
            endWeek: strategy.endWeek === null ? null : strategy.endWeek + done,
          })),
        ]
  return runScenario(before, { ...scenario, strategies, weeks })
}
