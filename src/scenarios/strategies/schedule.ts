import { GuanxiError, show } from '../../model/errors.ts'
import { checkOptions, integerIn } from '../../model/options.ts'
import { checkStrategy, MOST_WEEKS } from '../schema.ts'
import type { Strategy } from '../types.ts'

/** Strategies that are carried out together for some weeks. */
export interface Phase {
  readonly strategies: readonly Strategy[]
  /** How long; `null` for no end, in the last phase only. */
  readonly weeks: number | null
}

/** Options of `schedule`. */
export interface ScheduleOptions {
  /** First week of the first phase. @defaultValue 1 */
  readonly startWeek?: number | undefined
}

/**
 * Strategies one after the other: each phase begins in the week after the one before it.
 *
 * A strategy's own `startWeek` and `endWeek` count from the start of its phase, and it ends with the phase at the latest; its ramp
 * starts anew. One that would start after its phase has ended is left out.
 *
 * @param phases - at least one; a phase without strategies is a pause.
 * @returns the strategies with the weeks set, ready for a scenario; the given ones are not changed.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION` naming what is wrong.
 *
 * Source: none.
 *
 * @example
 * ```ts
 * import { buildAlliance, openChannel, schedule } from 'guanxi/scenarios'
 *
 * const strategies = schedule([
 *   { strategies: [openChannel()], weeks: 12 },
 *   { strategies: [buildAlliance()], weeks: null },
 * ])
 * strategies.map(({ startWeek, endWeek }) => [startWeek, endWeek]) // => [[1, 12], [13, null]]
 * ```
 */
export function schedule(phases: readonly Phase[], options: ScheduleOptions = {}): Strategy[] {
  const where = 'schedule'
  checkOptions(where, options, { startWeek: integerIn(1, MOST_WEEKS) })
  if (!Array.isArray(phases) || phases.length === 0)
    throw new GuanxiError('INVALID_OPTION', `${where}: expected at least one phase, got ${show(phases)}`)
  let first = options.startWeek ?? 1
  return phases.flatMap((phase: Phase, p) => {
    checkPhase(where, phase, p, p === phases.length - 1)
    const from = first
    const last = phase.weeks === null ? null : from + phase.weeks - 1
    first = (last ?? from) + 1
    return phase.strategies.flatMap(strategy => {
      const startWeek = strategy.startWeek + from - 1
      const ends = [last, strategy.endWeek === null ? null : strategy.endWeek + from - 1].filter(week => week !== null)
      const endWeek = ends.length > 0 ? Math.min(...ends) : null
      if (endWeek !== null && startWeek > endWeek) return []
      const placed = { ...structuredClone(strategy), startWeek, endWeek }
      checkStrategy(where, placed)
      return [placed]
    })
  })
}

const weeksRule = integerIn(1, MOST_WEEKS)

function checkPhase(where: string, phase: Phase, p: number, isLast: boolean): void {
  const at = `phases[${p}]`
  if (typeof phase !== 'object' || phase === null || !Array.isArray(phase.strategies))
    throw new GuanxiError('INVALID_OPTION', `${where}: expected ${at} to be { strategies, weeks }, got ${show(phase)}`)
  checkOptions(`${where}: ${at}`, phase, {
    strategies: { expected: 'an array of strategies', accepts: Array.isArray },
    weeks: {
      expected: `${weeksRule.expected}${isLast ? ' or null' : ', or null in the last phase'}`,
      accepts: value => weeksRule.accepts(value) || (isLast && value === null),
    },
  })
  if (phase.weeks === undefined) throw new GuanxiError('INVALID_OPTION', `${where}: ${at}.weeks is required`)
  for (const strategy of phase.strategies) checkStrategy(where, strategy)
}
