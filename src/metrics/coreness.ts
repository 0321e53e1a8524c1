import { checkOptions } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** A place of every actor between core and periphery, as giver and as receiver. */
export interface Coreness {
  /** How near the core an actor stands as a giver of ties, ≥ 0. */
  readonly giving: Scores
  /** How near the core it stands as a receiver, ≥ 0. */
  readonly getting: Scores
  /** Correlation of w_ij with giving_i · getting_j over ordered pairs, in [−1, 1]; `null` when either is constant. */
  readonly correlation: number | null
  /** Share of Σ w_ij² that the products explain, in [0, 1]; `null` without ties. */
  readonly explained: number | null
}

const ITERATIONS = 10_000
const TOLERANCE = 1e-13

/**
 * Continuous core–periphery, with direction: one coreness for giving and one for getting.
 *
 * u, v make Σ_{i≠j} (w_ij − u_i v_j)² least, with |u| = |v|; found by turns, u_i = Σ_j w_ij v_j / Σ_{j≠i} v_j² and likewise v,
 * from the strengths.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1.
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns two `Scores` in the square root of the layer's unit, with `convergence`, all `null` without ties; the fit.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m) an iteration, at most 10,000. Transposition swaps giving and getting.
 *
 * Source: Borgatti & Everett 2000, Social Networks 21:375–395, section 4, with the least squares off the diagonal of Boyd, Fitzgerald, Mahutga &
 * Smith 2010, Social Networks 32:125–137.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { coreness } from 'guanxi/metrics'
 *
 * coreness(snapshotFrom({ count: 3, source: [0, 0], target: [1, 2] })).explained // => 1
 * ```
 */
export function coreness(network: NetworkLike, options: TieOptions = {}): Coreness {
  checkOptions('coreness', options, tieRules)
  const { snapshot, graph, weights } = readTies('coreness', network, options)
  const { order: n, size: m, outOffsets, outTargets } = graph
  const { ids } = snapshot
  if (m === 0) {
    const none = () => new Scores(ids, new Float64Array(n).fill(Number.NaN), { reason: 'there are no ties' })
    return { giving: none(), getting: none(), correlation: null, explained: null }
  }
  const u = new Float64Array(n)
  const v = new Float64Array(n)
  let total = 0
  let squares = 0
  for (let i = 0; i < n; i++)
    for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++) {
      const w = weights ? weights[k]! : 1
      v[outTargets[k]!]! += w
      total += w
      squares += w * w
    }
  const before = new Float64Array(n)
  let iterations = 0
  let change = Infinity
  while (change > TOLERANCE && iterations < ITERATIONS) {
    iterations++
    before.set(v)
    const got = squared(v)
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++) sum += (weights ? weights[k]! : 1) * v[outTargets[k]!]!
      u[i] = sum > 0 ? sum / (got - v[i]! ** 2) : 0
    }
    const given = squared(u)
    v.fill(0)
    for (let i = 0; i < n; i++)
      for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++)
        v[outTargets[k]!]! += (weights ? weights[k]! : 1) * u[i]!
    for (let j = 0; j < n; j++) if (v[j]! > 0) v[j]! /= given - u[j]! ** 2
    balance(u, v)
    change = 0
    for (let j = 0; j < n; j++) change += (v[j]! - before[j]!) ** 2
    change = Math.sqrt(change / squared(v))
  }

  // Sums over ordered pairs without the diagonal.
  let matched = 0
  let sumU = 0
  let sumV = 0
  let diagonal = 0
  let diagonalSquares = 0
  for (let i = 0; i < n; i++) {
    sumU += u[i]!
    sumV += v[i]!
    diagonal += u[i]! * v[i]!
    diagonalSquares += (u[i]! * v[i]!) ** 2
    for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++)
      matched += (weights ? weights[k]! : 1) * u[i]! * v[outTargets[k]!]!
  }
  const pairs = n * (n - 1)
  const products = sumU * sumV - diagonal
  const productSquares = squared(u) * squared(v) - diagonalSquares
  const spread = pairs * squares - total ** 2
  const fitted = pairs * productSquares - products ** 2
  const varies = spread > 1e-12 * pairs * squares && fitted > 1e-12 * pairs * productSquares
  const convergence = { converged: change <= TOLERANCE, iterations, residual: change }
  return {
    giving: new Scores(ids, u, { convergence }),
    getting: new Scores(ids, v, { convergence }),
    correlation: varies ? (pairs * matched - products * total) / Math.sqrt(spread * fitted) : null,
    explained: Math.min(1, 1 - (squares - 2 * matched + productSquares) / squares),
  }
}

function squared(column: Float64Array): number {
  let sum = 0
  for (const value of column) sum += value * value
  return sum
}

/** Scales two columns to the same length, keeping their products. */
function balance(u: Float64Array, v: Float64Array): void {
  const factor = Math.sqrt(Math.sqrt(squared(v) / squared(u)))
  for (let i = 0; i < u.length; i++) {
    u[i]! *= factor
    v[i]! /= factor
  }
}
