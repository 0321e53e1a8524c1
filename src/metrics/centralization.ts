import { strengths } from '../kernel/strengths.ts'
import { checkOptions, oneOf, requireOption } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'
import { betweenness } from './betweenness.ts'
import { closeness } from './closeness.ts'
import type { Direction } from './strength.ts'

/** Options of `centralization`. */
export interface CentralizationOptions extends TieOptions {
  /** The score whose concentration is wanted: degree (with a layer: strength), harmonic closeness or betweenness. */
  readonly of: 'degree' | 'closeness' | 'betweenness'
  /** For closeness `'out'` or `'in'`; for betweenness all are the same. @defaultValue 'out' */
  readonly direction?: Direction | undefined
}

/**
 * Centralization of the network: how much one actor stands out, beside the most that one could.
 *
 * C = Σ_i (max x − x_i) / greatest such sum in a network of n actors
 *
 * Greatest sums: degree out or in (n − 1)², total 2 (n − 1)(n − 2); closeness n − 1; betweenness (n − 1)² (n − 2). With a layer,
 * strength takes the place of degree and the greatest sum is multiplied by the largest weight.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.of - `'degree'`, `'closeness'` or `'betweenness'`.
 * @param options.direction - ties that are given, got, or both.
 * @param options.layer - tie attribute to read, ≥ 0. Degree: strength. Betweenness: paths of length 1/w. Not for closeness,
 *   whose weighted form has no greatest sum.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns a number in [0, 1] without a unit: 0 when all are alike, 1 for the star; `null` below two actors (three for the
 *   total degree and betweenness), and for a layer without weight.
 * @throws {GuanxiError} `INVALID_OPTION` for a direction or layer that does not go with `of`; `MISSING_VALUE`, `UNKNOWN_LAYER`,
 *   `INVALID_VALUE`.
 *
 * Time O(n + m) for degree, else that of the score. Transposing swaps in and out; scaling the weights changes nothing.
 *
 * Source: Freeman 1979, Social Networks 1:215–239; directed maxima as in R sna (igraph's default counts self-ties in the
 * maximum). The largest weight in the maximum for strengths and the maximum for harmonic closeness are ours.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { centralization } from 'guanxi/metrics'
 *
 * const star = snapshotFrom({ count: 4, source: [0, 0, 0], target: [1, 2, 3] })
 * centralization(star, { of: 'degree', direction: 'out' }) // => 1
 * ```
 */
export function centralization(network: NetworkLike, options: CentralizationOptions): number | null {
  checkOptions('centralization', options, {
    ...tieRules,
    of: oneOf('degree', 'closeness', 'betweenness'),
    direction: options?.of === 'closeness' ? oneOf('out', 'in') : oneOf('out', 'in', 'total'),
    ...(options?.of === 'closeness' && { layer: noLayer }),
  })
  const of = requireOption('centralization', 'of', options?.of)
  const { direction = 'out', layer, missing } = options
  if (of === 'degree') return ofStrength(network, options, direction)
  readTies('centralization', network, { layer, missing }) // so that what is wrong with a tie is told by this name
  const scores =
    of === 'closeness'
      ? closeness(network, { direction: direction as 'out' | 'in' })
      : betweenness(network, { layer, missing })
  const others = scores.values.length - 1
  return share(scores.values, of === 'closeness' ? others : others ** 2 * (others - 1))
}

const noLayer = { expected: 'left out, for closeness', accepts: () => false }

function ofStrength(network: NetworkLike, options: TieOptions, direction: Direction): number | null {
  const { layer, missing } = options
  const { graph, weights } = readTies('centralization', network, { layer, missing })
  const sums = strengths(graph, weights, direction)
  const others = graph.order - 1
  const largest = weights ? weights.reduce((a, b) => Math.max(a, b), 0) : 1
  return share(sums, (direction === 'total' ? 2 * others * (others - 1) : others ** 2) * largest)
}

function share(values: Float64Array, greatest: number): number | null {
  if (!(greatest > 0) || values.length < 2) return null
  let top = 0
  for (const value of values) top = Math.max(top, value)
  let sum = 0
  for (const value of values) sum += top - value
  return sum / greatest
}
