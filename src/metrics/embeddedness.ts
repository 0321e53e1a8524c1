import { couplings } from '../kernel/couplings.ts'
import { forEachTriangle, forwardPairs } from '../kernel/forwardPairs.ts'
import { GETS, GIVES, pairCodes, reversed } from '../kernel/triads.ts'
import { checkOptions } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'

/** Third actors k around a pair with at least one tie. */
export interface Embeddedness {
  readonly a: string
  readonly b: string
  /** Actors tied to both, in whatever direction. */
  readonly shared: number
  /** Shared partners by all partners of the two, in [0, 1]; `null` when they have none but each other. */
  readonly overlap: number | null
  /** Ways a → k → b. */
  readonly aToB: number
  /** Ways b → k → a. */
  readonly bToA: number
  /** Those to whom both give, a → k ← b. */
  readonly receivers: number
  /** Those from whom both get, a ← k → b. */
  readonly givers: number
}

/**
 * Embeddedness: how many partners the two ends of each tie share, and in which directions.
 *
 * overlap = shared / (k_a + k_b − 2 − shared), with k the numbers of partners
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - reads ties as present when this attribute is above `threshold`; without it all ties count.
 * @param options.threshold - in the layer's unit, ≥ 0. @defaultValue 0
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns a row for every pair with a tie, in the order of the actors; counts without a unit.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m^1.5) at worst. Transposition swaps `aToB` with `bToA` and `receivers` with `givers`.
 *
 * Source: Granovetter 1985, American Journal of Sociology 91:481–510 (the idea); overlap: Onnela et al. 2007, PNAS 104:7332–7336,
 * doi:10.1073/pnas.0610245104; the four directions are the OTP, ITP, OSP and ISP shared partners of R ergm.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { embeddedness } from 'guanxi/metrics'
 *
 * embeddedness(snapshotFrom({ count: 3, source: [0, 0, 1], target: [1, 2, 2] }))[1]?.aToB // => 1
 * ```
 */
export function embeddedness(network: NetworkLike, options: BinaryOptions = {}): Embeddedness[] {
  checkOptions('embeddedness', options, binaryRules)
  const { snapshot, graph } = readTies('embeddedness', network, options, { binary: true })
  const pairs = couplings(graph, null)
  const { order, offsets, partners } = pairs
  const forward = forwardPairs(pairs)
  const { position, turned } = forward
  const codes = pairCodes(pairs, forward)
  const size = partners.length
  const shared = new Uint32Array(size)
  const along = new Uint32Array(size)
  const against = new Uint32Array(size)
  const receivers = new Uint32Array(size)
  const givers = new Uint32Array(size)
  // x: how the lower end sees the third actor; y: how the higher end does.
  const meet = (pair: number, x: number, y: number) => {
    const k = position[pair]!
    shared[k]!++
    const up = Number((x & GIVES) !== 0 && (y & GETS) !== 0)
    const down = Number((x & GETS) !== 0 && (y & GIVES) !== 0)
    along[k]! += turned[pair] ? down : up
    against[k]! += turned[pair] ? up : down
    if ((x & y & GIVES) !== 0) receivers[k]!++
    if ((x & y & GETS) !== 0) givers[k]!++
  }
  forEachTriangle(forward, (_u, _v, _w, uv, uw, vw) => {
    const x = codes[uv]!
    const y = codes[uw]!
    const z = codes[vw]!
    meet(uv, y, z)
    meet(uw, x, reversed(z))
    meet(vw, reversed(x), reversed(y))
  })
  const degree = new Uint32Array(order)
  for (let a = 0; a < order; a++) {
    degree[a]! += offsets[a + 1]! - offsets[a]!
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) degree[partners[k]!]!++
  }
  const { ids } = snapshot
  const rows: Embeddedness[] = []
  for (let a = 0; a < order; a++)
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      const b = partners[k]!
      const others = degree[a]! + degree[b]! - 2 - shared[k]!
      rows.push({
        a: ids[a]!,
        b: ids[b]!,
        shared: shared[k]!,
        overlap: others > 0 ? shared[k]! / others : null,
        aToB: along[k]!,
        bToA: against[k]!,
        receivers: receivers[k]!,
        givers: givers[k]!,
      })
    }
  return rows
}
