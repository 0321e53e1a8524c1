import { factorial, permutationAt } from '../kernel/permutations.ts'
import { randomStream } from '../kernel/random.ts'
import { checkOptions, integerIn, requireOption, text } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies } from '../model/ties.ts'
import { type Plan, runNow } from './plan.ts'
import { evaluate, observe, type Statistic, snapshotOf, withColumn } from './statistic.ts'
import { type TestOptions, type TestResult, testPlan, testRules } from './testResult.ts'

const MOST_ENUMERATED = 7

/** Options of `weightShuffleTest`. */
export interface WeightShuffleOptions extends TestOptions {
  /** The layer whose values are shuffled. */
  readonly layer: string
  /** Not used when at most 7 ties are above zero on the layer. @defaultValue 1000 */
  readonly replications?: number | undefined
}

/**
 * Weight-shuffle test: given who is tied to whom, does it matter which tie has which weight?
 *
 * The values above zero of one layer are permuted over the ties that hold them; ties, other layers and zeros stay. The null that
 * tells weighted from mere binary structure: weighted reciprocity beyond that of the ties themselves.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param statistic - any number of a snapshot, `null` where not defined; one that does not read the layer cannot vary.
 * @param options.layer - tie attribute to shuffle, ≥ 0 and known on every tie.
 * @param options.replications - ≥ 1; with at most 7 values all orders are enumerated instead. @defaultValue 1000
 * @param options.seed - any integer; draw `d` is made from `(seed, d)`.
 * @param options.stopAfter - ends early when p is clearly large (see `TestOptions`).
 * @returns observed value, moments of the null, tails (see `TestResult`); p = b / draws when enumerated, else
 *   (b + 1) / (draws + 1).
 * @throws {GuanxiError} `DEGENERATE_TEST` when the statistic cannot vary (all weights alike, binary measures), or is not
 *   defined on the network; `INVALID_VALUE`, `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * A draw takes O(m) and one evaluation of the statistic.
 *
 * Source: none; ours, after the usual reshuffling of weights on fixed ties.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { weightShuffleTest } from 'guanxi/inference'
 * import { reciprocity } from 'guanxi/metrics'
 *
 * const layer = 'trust'
 * const test = weightShuffleTest(xCommunity(), x => reciprocity(x, { layer }).weighted, { layer, seed: 1, replications: 99 })
 * test.exact // => false
 * ```
 */
export function weightShuffleTest(
  network: NetworkLike,
  statistic: Statistic,
  options: WeightShuffleOptions,
): TestResult {
  return runNow(planned('weightShuffleTest', network, statistic, options), options)
}

/** The same test as a plan for `runPlan` or for worker threads; see `weightShuffleTest`. */
export function weightShuffleTestPlan(
  network: NetworkLike,
  statistic: Statistic,
  options: WeightShuffleOptions,
): Plan<TestResult> {
  return planned('weightShuffleTestPlan', network, statistic, options)
}

function planned(
  where: string,
  network: NetworkLike,
  statistic: Statistic,
  options: WeightShuffleOptions,
): Plan<TestResult> {
  checkOptions(where, options, { layer: text, replications: integerIn(1, 1e9), ...testRules })
  const layer = requireOption(where, 'layer', options?.layer)
  const seed = requireOption(where, 'seed', options.seed)
  const snapshot = snapshotOf(where, network)
  readTies(where, snapshot, { layer }) // refuses unknown and negative values by name
  const observed = observe(where, statistic, snapshot)
  const column = snapshot.layers.get(layer) ?? new Float64Array(0)
  const places = Uint32Array.from(column.keys()).filter(k => column[k]! > 0)
  const exact = places.length <= MOST_ENUMERATED
  const order = new Uint32Array(places.length)
  return testPlan(
    {
      where,
      observed,
      exact,
      seed,
      centre: null,
      stopAfter: options.stopAfter,
      whyConstant: `it does not change when the values of ${layer} change places`,
    },
    {
      total: exact ? factorial(places.length) : (options.replications ?? 1000),
      block: 1,
      draw(from, to, into) {
        for (let d = from; d < to; d++) {
          if (exact) permutationAt(d, order)
          else {
            for (let i = 0; i < order.length; i++) order[i] = i
            randomStream(seed, d).shuffle(order)
          }
          const shuffled = column.slice()
          for (let i = 0; i < places.length; i++) shuffled[places[i]!] = column[places[order[i]!]!]!
          into[d - from] = evaluate(where, statistic, withColumn(snapshot, layer, shuffled))
        }
      },
    },
  )
}
