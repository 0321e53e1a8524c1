import { couplings } from '../kernel/couplings.ts'
import { solveLaplacian } from '../kernel/laplacian.ts'
import { weakComponents } from '../kernel/weakComponents.ts'
import { GuanxiError } from '../model/errors.ts'
import { checkOptions } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** Options of `springRank`. */
export interface SpringRankOptions extends TieOptions {
  /** Stiffness of the springs that tie every actor to 0; above 0 makes components comparable. @defaultValue 0 */
  readonly alpha?: number | undefined
}

/** The places of the actors at which the springs are least strained. */
export interface SpringRank {
  /** The giver of a tie tends to stand one above its receiver. */
  readonly scores: Scores
  /** ½ Σ w_ij (s_i − s_j − 1)², what is left in the springs of the ties; in the layer's unit. */
  readonly energy: number
  /** `energy` by the ½ Σw that it would be if all stood level, in [0, 1] when `alpha` is 0; `null` without weight. */
  readonly relativeEnergy: number | null
}

/** Of the largest strength: below, an alpha cannot be told from none. */
const LEAST = 1e-20
/** Of the largest strength: below, an alpha leaves means to rounding. */
const SOFT = 1e-6

/**
 * SpringRank: real-valued ranks under which every tie is a spring that wants its giver one above its receiver.
 *
 * (D^out + D^in − W − Wᵀ + α I) s = s^out − s^in, which makes ½ Σ w_ij (s_i − s_j − 1)² + ½ α Σ s_i² least.
 *
 * With `alpha = 0` the ranks are the trophic levels of `hierarchy` with their sign turned, and the relative energy is the incoherence.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1.
 * @param options.alpha - ≥ 0, in the layer's unit; the mean of each weak component is 0 whatever it is. @defaultValue 0
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad. @defaultValue 'error'
 * @returns scores without a unit, positive for those who stand above (0 for an actor without ties), with `convergence` (as in `hierarchy`); the energy.
 * @throws {GuanxiError} `INVALID_OPTION` when alpha is above 0 and below 1e-20 of the largest strength, where it would be lost to
 *   rounding; `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m) an iteration, some ten on most networks. Transposition changes the sign of the scores; scaling the weights
 * (and alpha with them) leaves the scores alone and scales the energy.
 *
 * Source: De Bacco, Larremore & Moore 2018, Science Advances 4:eaar8260, eqs 2 to 5, doi:10.1126/sciadv.aar8260, with l0 = 0.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { springRank } from 'guanxi/metrics'
 *
 * const chain = snapshotFrom({ ids: ['street', 'agency', 'residents'], source: [0, 1], target: [1, 2] })
 * springRank(chain).scores.toJSON() // => [['street', 1], ['agency', 0], ['residents', -1]]
 * ```
 */
export function springRank(network: NetworkLike, options: SpringRankOptions = {}): SpringRank {
  checkOptions('springRank', options, { ...tieRules, alpha: atLeastZero })
  const { alpha = 0 } = options
  const { snapshot, graph, weights } = readTies('springRank', network, options, { dyadic: true })
  const pairs = couplings(graph, weights)
  const { order, offsets, partners, total, net, strength } = pairs
  let largest = 0
  for (let i = 0; i < order; i++) if (strength[i]! > largest) largest = strength[i]!
  if (alpha > 0 && alpha < LEAST * largest)
    throw new GuanxiError(
      'INVALID_OPTION',
      `springRank: expected alpha to be 0 or at least ${LEAST * largest}, 1e-20 of the largest strength, got ${alpha}`,
    )
  const { x: scores, converged, iterations, residual } = solveLaplacian(pairs, alpha)
  // Whatever alpha, the mean of a component is 0, since what it gives and what it gets are the same. A small alpha says so too softly.
  if (alpha < SOFT * largest || alpha === 0) {
    const { count, of, sizes } = weakComponents(graph)
    const means = new Float64Array(count)
    for (let i = 0; i < order; i++) means[of[i]!]! += scores[i]! / sizes[of[i]!]!
    for (let i = 0; i < order; i++) scores[i]! -= means[of[i]!]!
  }
  let twice = 0
  let weight = 0
  for (let a = 0; a < order; a++)
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      const fall = scores[a]! - scores[partners[k]!]!
      const both = total[k]!
      const less = net[k]!
      weight += both
      twice += ((both + less) * (fall - 1) ** 2 + (both - less) * (fall + 1) ** 2) / 2
    }
  return {
    scores: new Scores(snapshot.ids, scores, { convergence: { converged, iterations, residual } }),
    energy: twice / 2,
    relativeEnergy: weight > 0 ? twice / weight : null,
  }
}

const atLeastZero = {
  expected: 'a number from 0',
  accepts: (value: unknown) => Number.isFinite(value) && (value as number) >= 0,
}
