import { inRows, outRows } from '../kernel/rows.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** Options of `disparity`. */
export interface DisparityOptions extends TieOptions {
  /** What the actor gives, or what it gets. @defaultValue 'in' */
  readonly direction?: 'out' | 'in' | undefined
}

/** How unevenly each actor's weight is spread over its partners. */
export interface Disparity {
  /** Y_i in [1/k_i, 1]: 1 when all comes from one partner (the Herfindahl index of its sources); `null` without ties. */
  readonly disparity: Scores
  /** k_i Y_i in [1, k_i]: 1 when all partners count the same; `null` without ties. */
  readonly unevenness: Scores
  /** Number of partners k_i. */
  readonly partners: Scores
}

/**
 * Strength disparity of every actor: whether it lives on one partner or on many.
 *
 * Y_i = Σ_j (w_ji / s_i^in)², or with w_ij and s_i^out; k_i Y_i compares it with an even spread over the k_i partners
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie weighs 1 and Y_i = 1/k_i.
 * @param options.direction - `'in'` (whom it gets from: funders) or `'out'` (whom it gives to).
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns three Scores of length `n`, without a unit (see `Disparity`).
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). Scaling the weights changes nothing; transposing the network swaps the directions.
 *
 * Source: Serrano, Boguñá & Vespignani 2009, PNAS 106:6483–6488, eq. 1, doi:10.1073/pnas.0808904106.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { disparity } from 'guanxi/metrics'
 *
 * const snapshot = snapshotFrom({ ids: ['agency', 'street', 'fund'], source: [1, 2], target: [0, 0], resources: [3, 1] })
 * disparity(snapshot, { layer: 'resources' }).disparity.get('agency') // => 0.625
 * ```
 */
export function disparity(network: NetworkLike, options: DisparityOptions = {}): Disparity {
  checkOptions('disparity', options, { ...tieRules, direction: oneOf('out', 'in') })
  const { direction = 'in' } = options
  const { snapshot, graph, weights } = readTies('disparity', network, options)
  const { order, offsets, values } = direction === 'in' ? inRows(graph, weights) : outRows(graph, weights)
  const shares = new Float64Array(order)
  const unevenness = new Float64Array(order)
  const partners = new Float64Array(order)
  for (let i = 0; i < order; i++) {
    const count = offsets[i + 1]! - offsets[i]!
    let strength = 0
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) strength += values ? values[k]! : 1
    let sum = 0
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) sum += ((values ? values[k]! : 1) / strength) ** 2
    partners[i] = count
    shares[i] = count > 0 ? sum : Number.NaN
    unevenness[i] = count > 0 ? count * sum : Number.NaN
  }
  const about = { reason: direction === 'in' ? 'the actor gets nothing' : 'the actor gives nothing' }
  const { ids } = snapshot
  return {
    disparity: new Scores(ids, shares, about),
    unevenness: new Scores(ids, unevenness, about),
    partners: new Scores(ids, partners),
  }
}
