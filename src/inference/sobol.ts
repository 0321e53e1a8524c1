import { saltelliDesign } from '../kernel/saltelliDesign.ts'
import { sobolIndices } from '../kernel/sobolIndices.ts'
import { MOST_SOBOL_DIMENSIONS } from '../kernel/sobolPoints.ts'
import { checkOptions, integerIn, requireOption, seed } from '../model/options.ts'
import { type Progress, progressRules } from '../model/progress.ts'
import { orNull } from '../model/scores.ts'
import { checkFactors, type Factor, runModel } from './factors.ts'

/** Options of `sobol`. */
export interface SobolOptions extends Progress {
  /** Number N of base points; the model runs N (factors + 2) times. A power of two uses the points best. */
  readonly samples: number
  readonly seed: number
  /** Redraws behind the intervals. @defaultValue 200 */
  readonly resamples?: number | undefined
}

/** How much of the output's variance one factor accounts for. */
export interface SobolTerm {
  readonly name: string
  /** Share of the variance that goes when this factor alone is fixed; small negative values are sampling error. */
  readonly first: number | null
  /** 95 %. */
  readonly firstInterval: readonly [number, number] | null
  /** Share of the variance that stays when all others are fixed: its own effect and all interactions it is part of. */
  readonly total: number | null
  /** 95 %. */
  readonly totalInterval: readonly [number, number] | null
}

/** Indices of all factors, with the mean and variance that they divide. */
export interface SobolResult {
  /** In the order of the factors. */
  readonly terms: readonly SobolTerm[]
  readonly mean: number
  readonly variance: number
  readonly samples: number
  /** How often the model was run. */
  readonly runs: number
  readonly seed: number
  /** Why the shares are `null`; `null` when they are not. */
  readonly reason: string | null
}

/**
 * Sobol′ indices of any function: which inputs its output depends on, alone and together with others.
 *
 * S_i = mean(f_B (f_ABi − f_A)) / V and T_i = mean((f_A − f_ABi)²) / (2 V), with A and B from scrambled Sobol′ points and AB_i
 * being A with input i from B.
 *
 * @param model - called with the inputs in the order of the factors; its own array a call; must give a finite number.
 * @param factors - 1 to 128 inputs `{ name, range: [low, high] }`, uniform and independent over their ranges.
 * @param options.samples - base points N ≥ 2; the model runs N (factors + 2) times.
 * @param options.seed - any integer; same seed, same bits.
 * @param options.resamples - redraws of the base points for the intervals, ≥ 2. @defaultValue 200
 * @param options.onProgress - told `{ done, total }` in runs.
 * @param options.signal - aborts before the next run.
 * @returns shares of variance without a unit. `first` lies in [0, 1] and `total` ≥ `first` but for sampling error; the
 *   intervals are estimate ± 1.96 standard deviations. All are `null`, with a `reason`, when the output never varied.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`; `INVALID_VALUE` when the model gives no finite number.
 *
 * Adding a constant to the model or scaling it changes nothing.
 *
 * Source: first effects: Saltelli et al. 2010, Computer Physics Communications 181:259–270, table 2 (b), with the output
 * centred; total effects: Jansen 1999, Computer Physics Communications 117:35–43; intervals after Archer, Saltelli & Sobol′
 * 1997, Journal of Statistical Computation and Simulation 58:99–120, with normal rather than percentile limits.
 *
 * @example
 * ```ts
 * import { sobol } from 'guanxi/inference'
 *
 * const factors = [{ name: 'hours', range: [0, 1] }, { name: 'staff', range: [0, 2] }] as const
 * const { terms } = sobol(([hours, staff]) => hours! + staff!, factors, { samples: 1024, seed: 1 })
 * terms.map(term => Math.round(term.total! * 100) / 100) // => [0.2, 0.8]
 * ```
 */
export function sobol(model: (x: number[]) => number, factors: readonly Factor[], options: SobolOptions): SobolResult {
  checkOptions('sobol', options, {
    samples: integerIn(2, 2 ** 24),
    seed,
    resamples: integerIn(2, 1e6),
    ...progressRules,
  })
  const samples = requireOption('sobol', 'samples', options?.samples)
  const drawnFrom = requireOption('sobol', 'seed', options.seed)
  checkFactors('sobol', factors, MOST_SOBOL_DIMENSIONS / 2)

  const design = saltelliDesign(samples, factors.length, drawnFrom)
  const outputs = runModel('sobol', model, factors, design, options)
  const found = sobolIndices(outputs, factors.length, options.resamples ?? 200, drawnFrom)
  const interval = (value: number, halfWidth: number): readonly [number, number] | null =>
    Number.isNaN(value) || Number.isNaN(halfWidth) ? null : [value - halfWidth, value + halfWidth]
  return {
    terms: factors.map(({ name }, d) => ({
      name,
      first: orNull(found.first[d]!),
      firstInterval: interval(found.first[d]!, found.firstHalfWidth[d]!),
      total: orNull(found.total[d]!),
      totalInterval: interval(found.total[d]!, found.totalHalfWidth[d]!),
    })),
    mean: found.mean,
    variance: found.variance,
    samples,
    runs: design.rows,
    seed: drawnFrom,
    reason: found.variance > 0 ? null : 'the output is the same whatever the inputs',
  }
}
