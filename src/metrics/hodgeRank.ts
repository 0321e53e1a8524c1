import { type Couplings, couplings } from '../kernel/couplings.ts'
import { solveLaplacian } from '../kernel/laplacian.ts'
import { weakComponents } from '../kernel/weakComponents.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** Options of `hodgeRank`. */
export interface HodgeRankOptions extends TieOptions {
  /**
   * What a pair says: `'relative'`, (w_ij − w_ji) / (w_ij + w_ji), weighed by w_ij + w_ji; or `'net'`, w_ij − w_ji, every
   * pair alike. @defaultValue 'relative'
   */
  readonly flow?: 'relative' | 'net' | undefined
}

/** The potential of every actor, and the shares of the flow that it explains and leaves. */
export interface HodgeRank {
  /** Higher for those who give more than they get; the mean is 0 in each weak component. */
  readonly potential: Scores
  /** Share of the flow (of its weighed square) that is a difference of potentials, in [0, 1]; `null` without flow. */
  readonly gradient: number | null
  /** What is left: flow round in circles, 1 − gradient. */
  readonly cyclic: number | null
}

/**
 * HodgeRank: the part of the flows between pairs that comes from one order of all actors, and the part that runs in circles.
 *
 * Potentials p make Σ_{i<j} ω_ij (p_i − p_j − Y_ij)² least, with flow Y and pair weight ω by `options.flow`;
 * gradient = Σ ω (p_i − p_j)² / Σ ω Y², cyclic = Σ ω (p_i − p_j − Y_ij)² / Σ ω Y².
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1.
 * @param options.flow - what a pair says. @defaultValue 'relative' (then the potential is SpringRank's at alpha 0)
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad. @defaultValue 'error'
 * @returns potentials without a unit (`'net'`: in the layer's unit), 0 for an actor without ties, and two shares that sum to 1,
 *   `null` when every pair is even.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m) an iteration. Transposition changes the sign of the potentials; the shares stay, under scaling too.
 *
 * Source: Jiang, Lim, Yao & Ye 2011, Mathematical Programming 127:203–244, sections 4 and 5, doi:10.1007/s10107-010-0419-x; cyclic is
 * their curl and harmonic parts together.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { hodgeRank } from 'guanxi/metrics'
 *
 * hodgeRank(snapshotFrom({ count: 3, source: [0, 1, 2], target: [1, 2, 0] })).cyclic // => 1
 * ```
 */
export function hodgeRank(network: NetworkLike, options: HodgeRankOptions = {}): HodgeRank {
  checkOptions('hodgeRank', options, { ...tieRules, flow: oneOf('relative', 'net') })
  const { snapshot, graph, weights } = readTies('hodgeRank', network, options, { dyadic: true })
  const given = couplings(graph, weights)
  const pairs = options.flow === 'net' ? evenlyWeighed(given) : given
  const { order, offsets, partners, total, net } = pairs
  const { x: potential, converged, iterations, residual } = solveLaplacian(pairs)
  const { count, of, sizes } = weakComponents(graph)
  const means = new Float64Array(count)
  for (let i = 0; i < order; i++) means[of[i]!]! += potential[i]! / sizes[of[i]!]!
  for (let i = 0; i < order; i++) potential[i]! -= means[of[i]!]!
  let straight = 0
  let round = 0
  let all = 0
  for (let a = 0; a < order; a++)
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      const fall = potential[a]! - potential[partners[k]!]!
      const flow = net[k]! / total[k]!
      straight += total[k]! * fall ** 2
      round += total[k]! * (fall - flow) ** 2
      all += total[k]! * flow ** 2
    }
  return {
    potential: new Scores(snapshot.ids, potential, { convergence: { converged, iterations, residual } }),
    gradient: all > 0 ? straight / all : null,
    cyclic: all > 0 ? round / all : null,
  }
}

/** The same pairs with weight 1, whose flow is the net flow. */
function evenlyWeighed(pairs: Couplings): Couplings {
  const { order, offsets, partners } = pairs
  const total = new Float64Array(partners.length).fill(1)
  const strength = new Float64Array(order)
  for (let a = 0; a < order; a++)
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      strength[a]!++
      strength[partners[k]!]!++
    }
  return { ...pairs, total, strength }
}
