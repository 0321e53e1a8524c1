import { couplings } from '../kernel/couplings.ts'
import { randomStream } from '../kernel/random.ts'
import { checkOptions, integerIn, requireOption, seed as seedRule } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type LayerOptions, readTies, tieRules } from '../model/ties.ts'

/** Options of `landau`. */
export interface LandauOptions extends LayerOptions {
  /** Seed of the randomisation behind `pUpper`; without it there is none. */
  readonly seed?: number | undefined
  /** @defaultValue 1000 */
  readonly draws?: number | undefined
}

/** How linear an order of dominance is. */
export interface Landau {
  /** Landau's h in [0, 1], pairs without a winner counting ½ for each; `null` below two actors. */
  readonly h: number | null
  /** De Vries' h′ in [0, 1]: the mean of h when pairs that never met are decided by lot; `null` below two actors. */
  readonly corrected: number | null
  /** What h is on average when every pair is decided by lot, 3 / (n + 1). */
  readonly expected: number | null
  /** Pairs that never met. */
  readonly unknown: number
  /** Pairs that met and came out even. */
  readonly tied: number
  /** Share of random tournaments as linear as the network completed by lot, (b + 1) / (draws + 1); `null` without a seed. */
  readonly pUpper: number | null
  /** The b of `pUpper`; `null` without a seed. */
  readonly reached: number | null
  readonly draws: number
}

/**
 * Linearity of dominance: Landau's h and de Vries' h′.
 *
 * h = 12 / (n³ − n) · Σ_i (V_i − (n − 1) / 2)², V_i the number of actors that i dominates (w_ij > w_ji), ½ for an even pair
 * and for one that never met; h′ = h + 6u / (n³ − n) with u the pairs that never met, which is exactly the mean of h over
 * all ways to decide them.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; the giver of a tie is the winner; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0.
 * @param options.seed - any integer; needed for `pUpper` only.
 * @param options.draws - random tournaments, 1 to 1,000,000. @defaultValue 1000
 * @param options.missing - what an unknown value counts; `'skip'` counts the pair as never met. @defaultValue 'error'
 * @returns h, h′ and their expectation without a unit (0 no order, 1 a straight line), counts of pairs, and the share of random
 *   tournaments that are as linear.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m), with a seed O(draws · n²). Transposition and scaling change neither h nor h′.
 *
 * Source: Landau 1951, Bulletin of Mathematical Biophysics 13:1–19; de Vries 1995, Animal Behaviour 50:1375–1389,
 * doi:10.1016/0003-3472(95)80053-0. De Vries samples h′; we give its mean.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { landau } from 'guanxi/metrics'
 *
 * landau(snapshotFrom({ count: 3, source: [0, 0, 1], target: [1, 2, 2], power: [1, 1, 1] }), { layer: 'power' }).h // => 1
 * ```
 */
export function landau(network: NetworkLike, options: LandauOptions): Landau {
  checkOptions('landau', options, { ...tieRules, seed: seedRule, draws: integerIn(1, 1_000_000) })
  requireOption('landau', 'layer', options?.layer)
  const { seed, draws = 1000 } = options
  const { graph, weights } = readTies('landau', network, options, { dyadic: true })
  const { order: n, offsets, partners, net } = couplings(graph, weights)
  const wins = new Float64Array(n).fill((n - 1) / 2)
  let tied = 0
  for (let a = 0; a < n; a++)
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      const half = Math.sign(net[k]!) / 2
      if (half === 0) tied++
      wins[a]! += half
      wins[partners[k]!]! -= half
    }
  const unknown = (n * (n - 1)) / 2 - partners.length
  const scale = 12 / (n ** 3 - n)
  const h = scale * spread(wins)
  const defined = n >= 2
  const sampled = defined && seed !== undefined

  let reached = 0
  if (sampled) {
    const met = new Uint8Array(n)
    const completed = new Float64Array(n)
    const random = new Float64Array(n)
    for (let draw = 0; draw < draws; draw++) {
      const bits = coins(seed, draw)
      completed.set(wins)
      random.fill((n - 1) / 2)
      for (let a = 0; a < n; a++) {
        met.fill(0, a)
        for (let k = offsets[a]!; k < offsets[a + 1]!; k++) met[partners[k]!] = 1
        for (let b = a + 1; b < n; b++) {
          const lot = bits() - 0.5
          random[a]! += lot
          random[b]! -= lot
          if (met[b]) continue
          const other = bits() - 0.5
          completed[a]! += other
          completed[b]! -= other
        }
      }
      if (spread(random) >= spread(completed)) reached++
    }
  }
  return {
    h: defined ? h : null,
    corrected: defined ? h + (scale * unknown) / 2 : null,
    expected: defined ? 3 / (n + 1) : null,
    unknown,
    tied,
    pUpper: sampled ? (reached + 1) / (draws + 1) : null,
    reached: sampled ? reached : null,
    draws: sampled ? draws : 0,
  }
}

function spread(wins: Float64Array): number {
  const middle = (wins.length - 1) / 2
  let sum = 0
  for (const value of wins) sum += (value - middle) ** 2
  return sum
}

/** Coin flips, 32 from each number of the stream. */
function coins(seed: number, draw: number): () => number {
  const stream = randomStream(seed, draw)
  let word = 0
  let left = 0
  return () => {
    if (left === 0) {
      word = stream.uint32()
      left = 32
    }
    left--
    const bit = word & 1
    word >>>= 1
    return bit
  }
}
