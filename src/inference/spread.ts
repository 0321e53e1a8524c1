import { quantile } from '../kernel/quantile.ts'
import { GuanxiError } from '../model/errors.ts'
import { integerIn, numberIn, seed } from '../model/options.ts'
import { type Progress, progressRules } from '../model/progress.ts'

/** Options that all that draw again have. */
export interface ResamplingOptions extends Progress {
  readonly seed: number
  /** @defaultValue 1000 */
  readonly replications?: number | undefined
  /** Of the interval. @defaultValue 0.95 */
  readonly level?: number | undefined
}

export const resamplingRules = {
  seed,
  replications: integerIn(2, 1e8),
  level: numberIn(0.5, 0.9999),
  ...progressRules,
} as const

/** How a statistic scatters over replications. */
export interface Spread {
  /** The statistic of the network itself. */
  readonly estimate: number
  /** Quantiles of the replications at both ends of `level`. */
  readonly interval: readonly [number, number]
  readonly level: number
  /** Mean of the replications; far from `estimate`, the interval is off its centre. */
  readonly mean: number
  /** Standard deviation of the replications. */
  readonly standardError: number
  readonly draws: number
  /** Replications on which the statistic was not defined; the rest of the result leaves them out. */
  readonly undefinedDraws: number
  readonly seed: number
}

/** @throws {GuanxiError} `DEGENERATE_TEST` when the statistic is not defined on half of the replications. */
export function spreadOf(
  where: string,
  values: Float64Array,
  about: { estimate: number; level: number; seed: number },
): Spread {
  const sorted = values.filter(value => !Number.isNaN(value)).sort()
  const draws = values.length
  if (sorted.length < 2 || sorted.length < draws / 2)
    throw new GuanxiError(
      'DEGENERATE_TEST',
      `${where}: the statistic is defined on only ${sorted.length} of ${draws} replications`,
    )
  let mean = 0
  for (const value of sorted) mean += value / sorted.length
  let squares = 0
  for (const value of sorted) squares += (value - mean) ** 2
  const tail = (1 - about.level) / 2
  return {
    estimate: about.estimate,
    interval: [quantile(sorted, tail), quantile(sorted, 1 - tail)],
    level: about.level,
    mean,
    standardError: Math.sqrt(squares / (sorted.length - 1)),
    draws,
    undefinedDraws: draws - sorted.length,
    seed: about.seed,
  }
}
