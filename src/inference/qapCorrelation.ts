import { factorial, permutationAt } from '../kernel/permutations.ts'
import { type RandomStream, randomStream } from '../kernel/random.ts'
import { midranks } from '../kernel/ranks.ts'
import { GuanxiError } from '../model/errors.ts'
import { checkOptions, flag, integerIn, oneOf, requireOption, text } from '../model/options.ts'
import { collect, isSnapshot, type NetworkLike } from '../model/snapshot.ts'
import { checkOrder, fullMatrix, type LayerCells, layerCells, missingRule } from './layerCells.ts'
import { type Plan, runNow } from './plan.ts'
import { type TestOptions, type TestResult, testPlan, testRules } from './testResult.ts'

/** Up to this many actors every permutation is tried. */
export const MOST_ENUMERATED = 8

/** Draws that share a stream: making one costs as much as a draw on a small network. */
export const QAP_BLOCK = 64

/** Options of `qapCorrelation`. */
export interface QapCorrelationOptions extends TestOptions {
  /** The layer whose actors change places. */
  readonly x: string
  /** The layer that stays. */
  readonly y: string
  /** Compare x_ij with y_ji: is what goes one way answered by what comes back? @defaultValue false */
  readonly transpose?: boolean | undefined
  /** @defaultValue 'pearson' */
  readonly method?: 'pearson' | 'spearman' | undefined
  /** Not used with at most 8 actors. @defaultValue 1000 */
  readonly permutations?: number | undefined
  /** What an unknown value counts. @defaultValue 'error' */
  readonly missing?: 'error' | number | undefined
}

/** The correlation of two layers and its test. */
export interface QapCorrelation extends TestResult {
  /** The correlation, in [−1, 1]; the same number as `observed`. */
  readonly estimate: number
}

/**
 * QAP correlation: do two layers go together more than they would if it were chance which actor stands where?
 *
 * r = cor(x_ij, y_ij) over all ordered pairs i ≠ j; its null is cor(x_π(i)π(j), y_ij) over permutations π of the actors, which
 * keeps the structure of both layers. Two-sided: |r| at least as large.
 *
 * With `transpose`, and the same layer twice, it asks whether a layer is returned by those it goes to. (To permute both copies
 * together would leave the correlation as it is.)
 *
 * @param network - network or snapshot with 3 to 20,000 actors; self-ties ignored; a pair without a tie counts 0.
 * @param options.x - tie attribute, ≥ 0; its actors change places.
 * @param options.y - tie attribute, ≥ 0.
 * @param options.transpose - compares with y_ji. @defaultValue false
 * @param options.method - `'pearson'`, or `'spearman'` for ranks over all pairs, ties sharing their mean rank.
 *   @defaultValue 'pearson'
 * @param options.permutations - ≥ 1; with at most 8 actors all n! are enumerated instead. @defaultValue 1000
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @param options.seed - any integer; same seed, same bits.
 * @param options.stopAfter - ends early when p is clearly large (see `TestOptions`).
 * @returns `estimate` in [−1, 1], moments of the null, tails (see `TestResult`); p = b / n! when enumerated, else
 *   (b + 1) / (draws + 1).
 * @throws {GuanxiError} `DEGENERATE_TEST` when a layer is constant, no permutation changes r, or below three actors;
 *   `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`, `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * A draw takes O(n + m); the full matrix of y takes 8 n² bytes. Scaling a layer changes nothing.
 *
 * Source: Hubert 1987, Assignment Methods in Combinatorial Data Analysis; Krackhardt 1988, Social Networks 10:359–381. R sna's
 * qaptest has p without the + 1.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { qapCorrelation } from 'guanxi/inference'
 *
 * const test = qapCorrelation(xCommunity(), { x: 'power', y: 'trust', seed: 1 })
 * test.exact // => true
 * test.draws // => 40320
 * ```
 */
export function qapCorrelation(network: NetworkLike, options: QapCorrelationOptions): QapCorrelation {
  return runNow(planned('qapCorrelation', network, options), options)
}

/** The same test as a plan for `runPlan` or for worker threads; see `qapCorrelation`. */
export function qapCorrelationPlan(network: NetworkLike, options: QapCorrelationOptions): Plan<QapCorrelation> {
  return planned('qapCorrelationPlan', network, options)
}

function planned(where: string, network: NetworkLike, options: QapCorrelationOptions): Plan<QapCorrelation> {
  checkOptions(where, options, {
    x: text,
    y: text,
    transpose: flag,
    method: oneOf('pearson', 'spearman'),
    permutations: integerIn(1, 1e9),
    missing: missingRule,
    ...testRules,
  })
  const x = requireOption(where, 'x', options?.x)
  const y = requireOption(where, 'y', options.y)
  const seed = requireOption(where, 'seed', options.seed)
  const { missing = 'error', method = 'pearson' } = options
  const snapshot = isSnapshot(network) ? network : collect(network, x === y ? [x] : [x, y])
  const moving = standardised(where, x, method, layerCells(where, snapshot, x, missing))
  const still = standardised(where, y, method, layerCells(where, snapshot, y, missing, options.transpose))
  const { order } = moving
  const fixed = fullMatrix(where, still)
  const starts = startsOf(moving)
  const centre = moving.shift * still.shift
  const correlation = (places: Uint32Array) => products(moving, starts, fixed, places) - centre

  const exact = order <= MOST_ENUMERATED
  const places = Uint32Array.from({ length: order }, (_, i) => i)
  const observed = clamped(correlation(places))
  const plan = testPlan(
    {
      where,
      observed,
      exact,
      seed,
      centre: 0,
      stopAfter: options.stopAfter,
      whyConstant: 'no exchange of actors changes it',
    },
    {
      total: exact ? factorial(order) : (options.permutations ?? 1000),
      block: QAP_BLOCK,
      draw: permuted(exact, seed, places, (_, into, at) => {
        into[at] = clamped(correlation(places))
      }),
    },
  )
  return {
    ...plan,
    finish: result => {
      const found = plan.finish(result)
      return { estimate: found.observed, ...found }
    },
  }
}

/**
 * The `draw` of a plan whose draws are permutations: sets `places` and calls `visit` for each.
 *
 * Every 64 draws share a stream, and a block may begin within them: the permutations before it are drawn and dropped.
 */
export function permuted(
  exact: boolean,
  seed: number,
  places: Uint32Array,
  visit: (draw: number, into: Float64Array, at: number) => void,
): (from: number, to: number, into: Float64Array) => void {
  return (from, to, into) => {
    if (exact) {
      for (let d = from; d < to; d++) {
        permutationAt(d, places)
        visit(d, into, d - from)
      }
      return
    }
    let stream: RandomStream | undefined
    for (let d = from - (from % QAP_BLOCK); d < to; d++) {
      if (d % QAP_BLOCK === 0) {
        stream = randomStream(seed, d / QAP_BLOCK)
        for (let i = 0; i < places.length; i++) places[i] = i
      }
      stream!.shuffle(places)
      if (d >= from) visit(d, into, d - from)
    }
  }
}

/**
 * Σ x_ij · y_π(i)π(j), row by row, which is the order of the cells. A function of its own, since the loops of closures are slower
 * once there are several.
 */
function products(
  { order, columns, values }: LayerCells,
  starts: Uint32Array,
  fixed: Float64Array,
  places: Uint32Array,
) {
  let sum = 0
  for (let i = 0, k = 0; i < order; i++) {
    const row = places[i]! * order
    const end = starts[i + 1]!
    for (; k < end; k++) sum += values[k]! * fixed[row + places[columns[k]!]!]!
  }
  return sum
}

/** Where the cells of each row begin, which stand row by row. */
function startsOf({ order, rows }: LayerCells): Uint32Array {
  const starts = new Uint32Array(order + 1)
  for (const row of rows) starts[row + 1]!++
  for (let i = 0; i < order; i++) starts[i + 1]! += starts[i]!
  return starts
}

/** Values over their root sum of squares about the mean: then r = Σ x y − shift_x · shift_y. */
interface Standardised extends LayerCells {
  /** √N · mean, on the new scale. */
  readonly shift: number
}

function standardised(where: string, layer: string, method: string, cells: LayerCells): Standardised {
  checkOrder(where, cells.order)
  const pairs = cells.order * (cells.order - 1)
  const values = method === 'spearman' ? rankDeviations(cells.values, pairs) : cells.values
  let sum = 0
  let squares = 0
  for (const value of values) sum += value
  const mean = sum / pairs
  for (const value of values) squares += (value - mean) ** 2
  squares += (pairs - values.length) * mean ** 2
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  if (!(squares > 1e-24 * pairs * largest ** 2))
    throw new GuanxiError(
      'DEGENERATE_TEST',
      `${where}: ${layer} is the same for every pair of actors, so that no correlation is defined`,
    )
  const scale = Math.sqrt(squares)
  return {
    ...cells,
    values: values.map(value => value / scale),
    shift: (Math.sqrt(pairs) * mean) / scale,
  }
}

/** Ranks over all pairs, less the rank that the pairs without a tie share: a constant does not matter to a correlation. */
function rankDeviations(values: Float64Array, pairs: number): Float64Array {
  const zeros = pairs - values.length
  const zeroRank = (zeros + 1) / 2
  return midranks(values).map(rank => rank + zeros - (zeros > 0 ? zeroRank : 0))
}

function clamped(correlation: number): number {
  return Math.max(-1, Math.min(1, correlation))
}
