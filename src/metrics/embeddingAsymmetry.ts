import { couplings } from '../kernel/couplings.ts'
import { forEachTriangle, forwardPairs } from '../kernel/forwardPairs.ts'
import { checkOptions } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** How far two tied actors stand in each other’s circles. */
export interface EmbeddingAsymmetry {
  readonly a: string
  readonly b: string
  /** Share of a's ties, by weight, that are with b or with partners of b, in (0, 1]. */
  readonly aInB: number
  /** Share of b's ties that are with a or with partners of a. */
  readonly bInA: number
  /** aInB − bInA, in (−1, 1): above 0 when a is the more embedded one. */
  readonly asymmetry: number
}

/**
 * Embedding asymmetry (experimental): whether one end of a tie lives more in the other's circle than the other way round.
 *
 * Emb(a → b) = Σ_{k ∈ N[b]} (w_ak + w_ka) / (s_a^out + s_a^in), N[b] = b and its partners
 *
 * asymmetry = Emb(a → b) − Emb(b → a)
 *
 * A provider whose every tie is with its purchaser or the purchaser's partners is embedded in it; where the purchaser is as
 * much among the provider's partners, the embedding is two-way.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1.
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns a row for every pair with a tie, in the order of the actors; shares without a unit, always defined there.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m^1.5) at worst. Scaling and transposition change nothing. May change or go in a minor release.
 *
 * Source: none; ours, after the talk of one-way, two-way and reverse embedding in studies of purchased social work (Zhu & Chen 2013,
 * Sociological Studies 2013(1):43–64).
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { embeddingAsymmetry } from 'guanxi/metrics'
 *
 * const star = snapshotFrom({ ids: ['street', 'agency', 'company'], source: [0, 0], target: [1, 2] })
 * embeddingAsymmetry(star)[0] // => { a: 'street', b: 'agency', aInB: 0.5, bInA: 1, asymmetry: -0.5 }
 * ```
 */
export function embeddingAsymmetry(network: NetworkLike, options: TieOptions = {}): EmbeddingAsymmetry[] {
  checkOptions('embeddingAsymmetry', options, tieRules)
  const { snapshot, graph, weights } = readTies('embeddingAsymmetry', network, options)
  const pairs = couplings(graph, weights)
  const { order, offsets, partners, total, strength } = pairs
  const forward = forwardPairs(pairs)
  const { position, turned } = forward
  const lower = total.slice() // of the pair's first actor: weight with the second and its partners
  const higher = total.slice()
  const meet = (pair: number, ofLow: number, ofHigh: number) => {
    const k = position[pair]!
    lower[k]! += turned[pair] ? ofHigh : ofLow
    higher[k]! += turned[pair] ? ofLow : ofHigh
  }
  forEachTriangle(forward, (_u, _v, _w, uv, uw, vw) => {
    const x = total[position[uv]!]!
    const y = total[position[uw]!]!
    const z = total[position[vw]!]!
    meet(uv, y, z)
    meet(uw, x, z)
    meet(vw, x, y)
  })
  const { ids } = snapshot
  const rows: EmbeddingAsymmetry[] = []
  for (let a = 0; a < order; a++)
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      const b = partners[k]!
      const aInB = Math.min(1, lower[k]! / strength[a]!)
      const bInA = Math.min(1, higher[k]! / strength[b]!)
      rows.push({ a: ids[a]!, b: ids[b]!, aInB, bInA, asymmetry: aInB - bInA })
    }
  return rows
}
