import { tailCounts } from '../kernel/tailCounts.ts'
import { GuanxiError } from '../model/errors.ts'
import { integerIn, seed } from '../model/options.ts'
import { type Progress, progressRules } from '../model/progress.ts'
import type { Plan } from './plan.ts'

/** Options that every test has. */
export interface TestOptions extends Progress {
  readonly seed: number
  /**
   * Stop as soon as this many draws lie on either side of the observed value: then p is clearly large, and more draws say
   * little. 10 to 20 are usual. Draws beyond the full number are never made. @defaultValue never
   */
  readonly stopAfter?: number | undefined
}

export const testRules = { seed, stopAfter: integerIn(1, 1e9), ...progressRules } as const

/** Raw numbers of draws at least as extreme as the observed value; equal values count in each. */
export interface Counts {
  readonly lower: number
  readonly upper: number
  readonly twoSided: number
}

/** What a test found: where the observed value lies among those that its null gives. */
export interface TestResult {
  readonly observed: number
  /** Mean of the statistic under the null. */
  readonly mean: number
  /** Standard deviation of the statistic under the null; 0 divides nothing: see `DEGENERATE_TEST`. */
  readonly sd: number
  /** Chance, under the null, of a value as low as the observed one or lower. */
  readonly pLower: number
  /** Chance, under the null, of a value as high as the observed one or higher. */
  readonly pUpper: number
  /** Chance, under the null, of a value as far from the null's centre as the observed one or farther. */
  readonly pTwoSided: number
  readonly counts: Counts
  readonly draws: number
  /** Draws on which the statistic was not defined; they count as extreme in every direction, so that p errs on the safe side. */
  readonly undefinedDraws: number
  /** Whether the null was enumerated: then p = count / draws, with no error of its own. */
  readonly exact: boolean
  /** Standard error of `pTwoSided` from drawing rather than enumerating; 0 when exact. */
  readonly error: number
  /** Whether `stopAfter` ended the test. */
  readonly stoppedEarly: boolean
  readonly seed: number
}

/** How the values of one statistic are judged. */
export interface Judging {
  readonly where: string
  readonly observed: number
  readonly exact: boolean
  readonly seed: number
  /** `null`: the mean of the null. */
  readonly centre: number | null
  readonly stopAfter: number | undefined
  /** Why a constant statistic cannot vary, for the message. */
  readonly whyConstant: string
}

/**
 * Two tails, a two-sided p and its error from the values of a null.
 *
 * Exact: p = b / draws. Drawn: p = (b + 1) / (draws + 1). Stopped early: p = b / draws in each tail, and twice the smaller one
 * as two-sided p, after Besag & Clifford 1991.
 *
 * @throws {GuanxiError} `DEGENERATE_TEST` when every value equals the observed one, or none is defined.
 */
export function judge(values: Float64Array, judging: Judging): TestResult {
  const { where, observed, exact } = judging
  const found = tailCounts(values, observed, { centre: judging.centre, exact, stopAt: judging.stopAfter })
  const { draws, lower, upper, twoSided, stoppedEarly } = found
  if (found.undefinedDraws === draws)
    throw new GuanxiError(
      'DEGENERATE_TEST',
      `${where}: the statistic is not defined on any of ${draws} draws of the null`,
    )
  if (found.constant)
    throw new GuanxiError(
      'DEGENERATE_TEST',
      `${where}: the statistic is ${observed} on every draw of the null, so that no p-value means anything; ${judging.whyConstant}`,
    )
  const p = (count: number) => (exact || stoppedEarly ? count / draws : (count + 1) / (draws + 1))
  const pLower = p(lower)
  const pUpper = p(upper)
  const pTwoSided = stoppedEarly ? Math.min(1, 2 * pLower, 2 * pUpper) : p(twoSided)
  return {
    observed,
    mean: found.mean,
    sd: Number.isNaN(found.sd) ? 0 : found.sd,
    pLower,
    pUpper,
    pTwoSided,
    counts: { lower, upper, twoSided },
    draws,
    undefinedDraws: found.undefinedDraws,
    exact,
    error: exact ? 0 : Math.sqrt((pTwoSided * (1 - pTwoSided)) / draws),
    stoppedEarly,
    seed: judging.seed,
  }
}

/** A plan with one statistic a draw whose values are judged at the end. */
export function testPlan(
  judging: Judging,
  work: { total: number; block: number; draw: Plan<unknown>['draw'] },
): Plan<TestResult> {
  const { observed, stopAfter } = judging
  return {
    where: judging.where,
    width: 1,
    ...work,
    enough:
      stopAfter === undefined || judging.exact
        ? undefined
        : (values, done) => {
            let lower = 0
            let upper = 0
            for (let d = 0; d < done; d++) {
              if (!(values[d]! > observed)) lower++
              if (!(values[d]! < observed)) upper++
            }
            return lower >= stopAfter && upper >= stopAfter
          },
    finish: values => judge(values, judging),
  }
}
