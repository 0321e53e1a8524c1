import { checkOptions, oneOf, requireOption } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type LayerOptions, tieRules } from '../model/ties.ts'
import { davidsScoreFor } from './davidsScore.ts'

/** Options of `steepness`. */
export interface SteepnessOptions extends LayerOptions {
  /** As in `davidsScore`. @defaultValue 'observed' */
  readonly proportion?: 'observed' | 'corrected' | undefined
}

/**
 * Steepness of a hierarchy: how far neighbours in rank stand apart.
 *
 * The slope, without its sign, of the least-squares line through the normalised David's scores by rank 1 … n.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; the giver of a tie is the winner; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0.
 * @param options.proportion - how a pair's proportions are formed, see `davidsScore`. @defaultValue 'observed'
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the dyad. @defaultValue 'error'
 * @returns a number in [0, 1] without a unit: 1 when each actor wins everything against all below it; `null` below two actors.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n log n + m). Transposition and (with observed proportions) scaling change nothing. Sparse networks are flat by
 * construction, since pairs that never met count as won by neither: compare networks of like density only.
 *
 * Source: de Vries, Stevens & Vervaecke 2006, Animal Behaviour 71:585–592, doi:10.1016/j.anbehav.2005.05.015.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { steepness } from 'guanxi/metrics'
 *
 * steepness(snapshotFrom({ count: 3, source: [0, 0, 1], target: [1, 2, 2], power: [1, 1, 1] }), { layer: 'power' }) // => 1
 * ```
 */
export function steepness(network: NetworkLike, options: SteepnessOptions): number | null {
  checkOptions('steepness', options, { ...tieRules, proportion: oneOf('observed', 'corrected') })
  requireOption('steepness', 'layer', options?.layer)
  const values = davidsScoreFor('steepness', network, { ...options, normalised: true })
    .values.slice()
    .sort()
    .reverse()
  const n = values.length
  if (n < 2) return null
  const middle = (n - 1) / 2
  let slope = 0
  for (let i = 0; i < n; i++) slope += (middle - i) * values[i]!
  return slope / ((n ** 3 - n) / 12)
}
