import { couplings } from '../kernel/couplings.ts'
import { solveLaplacian } from '../kernel/laplacian.ts'
import { weakComponents } from '../kernel/weakComponents.ts'
import { checkOptions } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** How the weight of a network or of one part of it divides; each share is `null` without weight. */
export interface HierarchyShares {
  /** Trophic incoherence, 0 (perfectly layered) to 1 (balanced, as a cycle is). */
  readonly incoherence: number | null
  /** Share of the weight that runs down a consistent order. */
  readonly ordered: number | null
  /** Share of the weight that runs round in circles of three and more actors. */
  readonly circulating: number | null
  /** Share of the weight that is returned within its dyad. */
  readonly returned: number | null
}

/** The same for one weak component. */
export interface ComponentHierarchy extends HierarchyShares {
  readonly actors: number
  readonly weight: number
}

/** Levels of the actors, and how much of the weight goes down, round and back. */
export interface Hierarchy extends HierarchyShares {
  /** Trophic levels; the lowest actor of each weak component stands at 0, so that levels compare within a component only. */
  readonly levels: Scores
  /** The shares in each weak component, in the order of its first actor. */
  readonly components: readonly ComponentHierarchy[]
}

/**
 * Hierarchy: trophic levels, and how much of the weight keeps to them.
 *
 * Levels h solve Λh = v with Λ = diag(s^in + s^out) − W − Wᵀ and v = s^in − s^out: they are the least-squares answer to
 * "the receiver of a tie stands one level above its giver". Then, with Y_ij = (w_ij − w_ji) / (w_ij + w_ji):
 *
 * incoherence = Σ_ij w_ij (h_j − h_i − 1)² / Σw
 *
 * ordered = Σ_{i<j} (w_ij + w_ji)(h_j − h_i)² / Σw
 *
 * circulating = Σ_{i<j} (w_ij + w_ji)(h_j − h_i − Y_ij)² / Σw
 *
 * returned = Σ_{i<j} 4 w_ij w_ji / (w_ij + w_ji) / Σw
 *
 * ordered + circulating + returned = 1 and incoherence = 1 − ordered.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad. @defaultValue 'error'
 * @returns levels ≥ 0 without a unit (an actor without ties is a component of its own, at 0; `convergence` says how exactly
 *   the equations hold: up to 128 actors to rounding, whatever the weights; beyond, `converged` is false also where actors hang on
 *   the rest by ties alone that are fainter than 1e-8 of the strongest, for whose level no iteration can vouch), and the shares in [0, 1] of the network and of each weak component, `null` without weight.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m) an iteration, some ten on most networks; space O(n + m). Scaling the weights changes nothing;
 * transposition turns the levels over and leaves the shares alone.
 *
 * Source: levels and incoherence: MacKay, Johnson & Sansom 2020, Royal Society Open Science 7:201138, eqs 2.6 and 3.1,
 * doi:10.1098/rsos.201138; the split into ordered and circulating: Jiang, Lim, Yao & Ye 2011, Mathematical Programming
 * 127:203–244; the identity that joins them with the returned share: none; ours.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { hierarchy } from 'guanxi/metrics'
 *
 * const chain = snapshotFrom({ ids: ['street', 'agency', 'residents'], source: [0, 1], target: [1, 2] })
 * hierarchy(chain).levels.toJSON() // => [['street', 0], ['agency', 1], ['residents', 2]]
 * hierarchy(chain).ordered // => 1
 * ```
 */
export function hierarchy(network: NetworkLike, options: TieOptions = {}): Hierarchy {
  checkOptions('hierarchy', options, tieRules)
  const { snapshot, graph, weights } = readTies('hierarchy', network, options, { dyadic: true })
  const { order } = graph
  const pairs = couplings(graph, weights)
  const { offsets, partners, total, net } = pairs
  const { x: levels, converged, iterations, residual } = solveLaplacian(pairs)
  const { count, of, sizes } = weakComponents(graph)

  const lowest = new Float64Array(count).fill(Infinity)
  for (let i = 0; i < order; i++) {
    levels[i] = -levels[i]! // the balance asks for those who give to stand above
    const c = of[i]!
    if (levels[i]! < lowest[c]!) lowest[c] = levels[i]!
  }
  for (let i = 0; i < order; i++) levels[i]! -= lowest[of[i]!]!

  const sums = Array.from({ length: 5 }, () => new Float64Array(count))
  const [weight, strained, ordered, circulating, returned] = sums as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let a = 0; a < order; a++) {
    const here = levels[a]!
    let w = 0
    let f = 0
    let g = 0
    let c = 0
    let r = 0
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      const both = total[k]!
      const less = net[k]!
      const rise = levels[partners[k]!]! - here
      const flow = less / both
      w += both
      f += ((both + less) * (rise - 1) ** 2 + (both - less) * (rise + 1) ** 2) / 2
      g += both * rise * rise
      c += both * (rise - flow) ** 2
      r += (both - less) * (1 + flow)
    }
    const part = of[a]!
    weight[part]! += w
    strained[part]! += f
    ordered[part]! += g
    circulating[part]! += c
    returned[part]! += r
  }
  const sharesOf = ([w, f, g, c, r]: readonly number[]): HierarchyShares => ({
    incoherence: w! > 0 ? Math.min(1, f! / w!) : null,
    ordered: w! > 0 ? g! / w! : null,
    circulating: w! > 0 ? c! / w! : null,
    returned: w! > 0 ? r! / w! : null,
  })
  return {
    levels: new Scores(snapshot.ids, levels, { convergence: { converged, iterations, residual } }),
    ...sharesOf(sums.map(sum)),
    components: Array.from({ length: count }, (_, part) => ({
      actors: sizes[part]!,
      weight: weight[part]!,
      ...sharesOf(sums.map(column => column[part]!)),
    })),
  }
}

function sum(column: Float64Array): number {
  let total = 0
  for (const value of column) total += value
  return total
}
