import { couplings } from '../kernel/couplings.ts'
import { checkOptions, flag, oneOf, requireOption } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type LayerOptions, readTies, tieRules } from '../model/ties.ts'

/** Options of `davidsScore`. */
export interface DavidsScoreOptions extends LayerOptions {
  /**
   * `'observed'`: P_ij = w_ij / (w_ij + w_ji); `'corrected'`: pulled to ½ where a pair met seldom,
   * P_ij − (P_ij − ½) / (w_ij + w_ji + 1), which needs counts. @defaultValue 'observed'
   */
  readonly proportion?: 'observed' | 'corrected' | undefined
  /** Gives (DS + n (n − 1) / 2) / n, which runs from 0 to n − 1. @defaultValue false */
  readonly normalised?: boolean | undefined
}

/**
 * David's score: what an actor wins, and what those win whom it beats, less what it loses and what those lose who beat it.
 *
 * DS_i = w_i + w2_i − l_i − l2_i with w_i = Σ_j P_ij, w2_i = Σ_j P_ij w_j, l_i = Σ_j P_ji, l2_i = Σ_j P_ji l_j
 *
 * @param network - network or snapshot with `n` actors and `m` ties; the giver of a tie is the winner; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0.
 * @param options.proportion - how P is formed. @defaultValue 'observed'
 * @param options.normalised - whether to give the normalised form. @defaultValue false
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad. @defaultValue 'error'
 * @returns Scores without a unit that sum to 0 (normalised: in [0, n − 1]); 0 for an actor that met nobody; never `null`.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). Transposition changes the sign; scaling the weights changes nothing with observed proportions.
 *
 * Source: David 1987, Biometrika 74:432–436, doi:10.1093/biomet/74.2.432; corrected and normalised: de Vries, Stevens & Vervaecke 2006,
 * Animal Behaviour 71:585–592, doi:10.1016/j.anbehav.2005.05.015. Pairs that never met have P = 0 both ways.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { davidsScore } from 'guanxi/metrics'
 *
 * const pair = snapshotFrom({ ids: ['street', 'agency'], source: [0, 1], target: [1, 0], power: [3, 1] })
 * davidsScore(pair, { layer: 'power' }).toJSON() // => [['street', 0.5], ['agency', -0.5]]
 * ```
 */
export function davidsScore(network: NetworkLike, options: DavidsScoreOptions): Scores {
  return davidsScoreFor('davidsScore', network, options)
}

/** The same for a measure that builds on it, by whose name errors are told. */
export function davidsScoreFor(where: string, network: NetworkLike, options: DavidsScoreOptions): Scores {
  checkOptions(where, options, { ...tieRules, proportion: oneOf('observed', 'corrected'), normalised: flag })
  requireOption(where, 'layer', options?.layer)
  const { snapshot, graph, weights } = readTies(where, network, options, { dyadic: true })
  const { order, offsets, partners, total, net } = couplings(graph, weights)
  const corrected = options.proportion === 'corrected'
  const winning = (k: number) => {
    const both = total[k]!
    const observed = (both + net[k]!) / (2 * both)
    return corrected ? observed - (observed - 0.5) / (both + 1) : observed
  }
  const won = new Float64Array(order)
  const lost = new Float64Array(order)
  for (let a = 0; a < order; a++)
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      const b = partners[k]!
      const p = winning(k)
      won[a]! += p
      lost[a]! += 1 - p
      won[b]! += 1 - p
      lost[b]! += p
    }
  const scores = new Float64Array(order)
  for (let a = 0; a < order; a++) {
    scores[a]! += won[a]! - lost[a]!
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      const b = partners[k]!
      const p = winning(k)
      scores[a]! += p * won[b]! - (1 - p) * lost[b]!
      scores[b]! += (1 - p) * won[a]! - p * lost[a]!
    }
  }
  if (options.normalised) for (let i = 0; i < order; i++) scores[i] = (scores[i]! + (order * (order - 1)) / 2) / order
  return new Scores(snapshot.ids, scores)
}
