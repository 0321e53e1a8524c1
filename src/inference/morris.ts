import { morrisDesign } from '../kernel/morrisDesign.ts'
import { morrisEffects } from '../kernel/morrisEffects.ts'
import { GuanxiError } from '../model/errors.ts'
import { checkOptions, integerIn, requireOption, seed } from '../model/options.ts'
import { type Progress, progressRules } from '../model/progress.ts'
import { orNull } from '../model/scores.ts'
import { checkFactors, type Factor, runModel } from './factors.ts'

/** Options of `morris`. */
export interface MorrisOptions extends Progress {
  /** Number r of trajectories; the model runs r (factors + 1) times. */
  readonly trajectories: number
  readonly seed: number
  /** Grid values an input, even. @defaultValue 4 (Morris 1991) */
  readonly levels?: number | undefined
  /** Random trajectories to choose the spread-out ones from. @defaultValue four times `trajectories`, at most 400 more */
  readonly candidates?: number | undefined
}

/** Effects of one factor when it crosses its whole range, in the output's unit. */
export interface MorrisTerm {
  readonly name: string
  /** Mean effect; near 0 also when rises and falls cancel. */
  readonly mu: number
  /** Mean size of the effect, ≥ |mu|: the one to rank factors by. */
  readonly muStar: number
  /** Spread of the effect over the other inputs: 0 means linear and alone; `null` with a single trajectory. */
  readonly sigma: number | null
}

/** Screening of all factors. */
export interface MorrisResult {
  /** In the order of the factors. */
  readonly terms: readonly MorrisTerm[]
  readonly trajectories: number
  /** How often the model was run. */
  readonly runs: number
  readonly seed: number
}

/**
 * Morris's screening: which of many inputs matter at all, for few runs of the model.
 *
 * An elementary effect is (f(x + Δ e_i) − f(x)) / Δ with x in the unit cube; μ is its mean over the trajectories, μ* the mean
 * of its size, σ its standard deviation.
 *
 * @param model - called with the inputs in the order of the factors; its own array a call; must give a finite number.
 * @param factors - 1 to 1,000 inputs `{ name, range: [low, high] }`.
 * @param options.trajectories - r ≥ 1; ten to fifty are usual. The model runs r (factors + 1) times.
 * @param options.seed - any integer; same seed, same bits.
 * @param options.levels - grid values an input, even, from 2 to 100. @defaultValue 4
 * @param options.candidates - from `trajectories` (no choice) up. @defaultValue 4 · trajectories, at most 400 more
 * @param options.onProgress - told `{ done, total }` in runs.
 * @param options.signal - aborts before the next run.
 * @returns effects in the output's unit over a factor's whole range, so that factors of different units compare.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`; `INVALID_VALUE` when the model gives no finite number.
 *
 * Scaling the model scales all three; adding a constant changes nothing.
 *
 * Source: Morris 1991, Technometrics 33:161–174; μ* and trajectories that lie far apart: Campolongo, Cariboni & Saltelli
 * 2007, Environmental Modelling & Software 22:1509–1518, chosen greedily after Ruano et al. 2012.
 *
 * @example
 * ```ts
 * import { morris } from 'guanxi/inference'
 *
 * const factors = [{ name: 'hours', range: [0, 1] }, { name: 'staff', range: [0, 2] }] as const
 * const { terms } = morris(([hours, staff]) => 3 * hours! - staff!, factors, { trajectories: 10, seed: 1 })
 * terms.map(term => Math.round(term.mu)) // => [3, -2]
 * ```
 */
export function morris(
  model: (x: number[]) => number,
  factors: readonly Factor[],
  options: MorrisOptions,
): MorrisResult {
  checkOptions('morris', options, {
    trajectories: integerIn(1, 1e5),
    seed,
    levels: {
      expected: 'an even whole number from 2 to 100',
      accepts: value =>
        Number.isInteger(value) && (value as number) % 2 === 0 && (value as number) >= 2 && (value as number) <= 100,
    },
    candidates: integerIn(1, 1e5),
    ...progressRules,
  })
  const trajectories = requireOption('morris', 'trajectories', options?.trajectories)
  const drawnFrom = requireOption('morris', 'seed', options.seed)
  const { levels = 4, candidates = Math.min(4 * trajectories, trajectories + 400) } = options
  if (candidates < trajectories)
    throw new GuanxiError(
      'INVALID_OPTION',
      `morris: expected candidates to be at least the ${trajectories} trajectories, got ${candidates}`,
    )
  checkFactors('morris', factors, 1000)

  const design = morrisDesign(trajectories, factors.length, drawnFrom, { levels, candidates })
  const outputs = runModel('morris', model, factors, design, options)
  const { mu, muStar, sigma } = morrisEffects(design, outputs)
  return {
    terms: factors.map(({ name }, d) => ({
      name,
      mu: mu[d]!,
      muStar: muStar[d]!,
      sigma: orNull(sigma[d]!),
    })),
    trajectories,
    runs: design.rows,
    seed: drawnFrom,
  }
}
