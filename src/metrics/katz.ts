import { solveResolvent } from '../kernel/resolvent.ts'
import { inRows } from '../kernel/rows.ts'
import { strengths } from '../kernel/strengths.ts'
import { checkOptions, finite, type OptionRule } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, type Ties, tieRules } from '../model/ties.ts'
import { requireBelowBound, spectralRadiusOf } from './spectralBound.ts'

/** Options of `katz`. */
export interface KatzOptions extends TieOptions {
  /** What a step along a tie of weight 1 keeps, > 0 and below 1/λ₁. @defaultValue half of 1/λ₁ */
  readonly alpha?: number | undefined
  /** What every actor has of itself. @defaultValue 1 */
  readonly beta?: number | undefined
}

const aboveZero: OptionRule = {
  expected: 'a number above 0',
  accepts: value => Number.isFinite(value) && (value as number) > 0,
}

/**
 * Katz centrality: everyone has something of itself, and passes on a part of what it has along its ties.
 *
 * x = α Wᵀ x + β 1
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie weighs 1.
 * @param options.alpha - in 1 / the layer's unit. λ₁ is the spectral radius of W; the default of half of 1/λ₁ keeps scores apart
 *   from degree and from the eigenvector alike (ours). In a network without cycles λ₁ is 0, every α is allowed, and half of
 *   1 / the largest in-strength is the default.
 * @param options.beta - any finite number; scales the scores.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns Scores of length `n`, ≥ β for β > 0, in β's unit; never `null`. They are not rescaled.
 * @throws {GuanxiError} `INVALID_OPTION` when alpha is not below 1/λ₁, where the formula stops meaning a sum over walks;
 *   `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O((n + m) · rounds); rounds grow as 1 / (1 − α λ₁). With the default alpha scaling the weights changes nothing.
 *
 * Source: Katz 1953, Psychometrika 18:39–43; with β as in Bonacich & Lloyd 2001, Social Networks 23:191–201, eq. 2. Same
 * direction (in-ties) as igraph's alpha_centrality and NetworkX's katz_centrality_numpy without normalisation.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { katz } from 'guanxi/metrics'
 *
 * katz(snapshotFrom({ count: 3, source: [0, 1], target: [1, 2] }), { alpha: 0.5 }).get('2') // => 1.75
 * ```
 */
export function katz(network: NetworkLike, options: KatzOptions = {}): Scores {
  checkOptions('katz', options, { ...tieRules, alpha: aboveZero, beta: finite })
  const ties = readTies('katz', network, options)
  const { snapshot, graph, weights } = ties
  const { alpha = defaultAlpha(ties), beta = 1 } = options
  const rows = inRows(graph, weights)
  const ones = new Float64Array(graph.order).fill(1)
  // A solution above 0 shows by itself that alpha is below the bound: α Wᵀ x = x − 1 < x. The bound is looked for without one.
  let solution = solveResolvent(rows, alpha, ones, SHORT)
  if (!solution.ending.converged) {
    requireBelowBound('katz', 'alpha', alpha, ties)
    solution = solveResolvent(rows, alpha, ones)
  }
  const { x, ending } = solution
  if (beta !== 1) for (let i = 0; i < x.length; i++) x[i]! *= beta
  return new Scores(snapshot.ids, x, { convergence: ending })
}

/** Sweeps that most solutions need fewer of. */
const SHORT = 60

function defaultAlpha(ties: Ties): number {
  const radius = spectralRadiusOf(ties)
  if (radius > 0) return 0.5 / radius
  const most = strengths(ties.graph, ties.weights, 'in').reduce((a, b) => Math.max(a, b), 0)
  return most > 0 ? 0.5 / most : 0
}
