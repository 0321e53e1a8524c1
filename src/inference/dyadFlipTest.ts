import { randomStream } from '../kernel/random.ts'
import { flipped, skeletonOf } from '../kernel/skeleton.ts'
import { checkOptions, integerIn, requireOption, text } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type Plan, runNow } from './plan.ts'
import { evaluate, observe, type Statistic, snapshotOf, withGraph } from './statistic.ts'
import { type TestOptions, type TestResult, testPlan, testRules } from './testResult.ts'

const MOST_ENUMERATED = 12

/** Options of `dyadFlipTest`. */
export interface DyadFlipOptions extends TestOptions {
  /** Count only ties above zero on this layer. */
  readonly layer?: string | undefined
  /** Not used when at most 12 dyads are tied. @defaultValue 1000 */
  readonly replications?: number | undefined
}

/**
 * Direction-flip test: would the statistic be the same if in each dyad it were chance who gives and who gets?
 *
 * In every tied dyad (w_ij, w_ji) is exchanged with chance one half, all layers together. Who is tied to whom and how much
 * passes between them stays; only direction is drawn. The null for "who stands over whom" (levels, incoherence, centralization).
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param statistic - any number of a snapshot, `null` where not defined.
 * @param options.layer - only ties above zero on it are there. @defaultValue all ties
 * @param options.replications - ≥ 1; with at most 12 tied dyads all 2^dyads patterns are enumerated instead. @defaultValue 1000
 * @param options.seed - any integer; draw `d` is made from `(seed, d)`.
 * @param options.stopAfter - ends early when p is clearly large (see `TestOptions`).
 * @returns observed value, moments of the null, tails (see `TestResult`); p = b / draws when enumerated, else
 *   (b + 1) / (draws + 1).
 * @throws {GuanxiError} `DEGENERATE_TEST` when the statistic cannot vary (reciprocity), or is not defined on the network;
 *   `INVALID_VALUE`, `MISSING_VALUE`, `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * A draw takes O(n + m) and one evaluation of the statistic. Turning every tie round leaves the null as it is.
 *
 * Source: De Bacco, Larremore & Moore 2018, Science Advances 4:eaar8260, section on statistical significance (whose p has no
 * + 1); dyads of real weights are exchanged whole.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { dyadFlipTest } from 'guanxi/inference'
 * import { hierarchy } from 'guanxi/metrics'
 *
 * const test = dyadFlipTest(xCommunity(), x => hierarchy(x, { layer: 'power' }).incoherence, { seed: 1, replications: 99 })
 * test.observed < test.mean // => true
 * ```
 */
export function dyadFlipTest(network: NetworkLike, statistic: Statistic, options: DyadFlipOptions): TestResult {
  return runNow(planned('dyadFlipTest', network, statistic, options), options)
}

/** The same test as a plan for `runPlan` or for worker threads; see `dyadFlipTest`. */
export function dyadFlipTestPlan(
  network: NetworkLike,
  statistic: Statistic,
  options: DyadFlipOptions,
): Plan<TestResult> {
  return planned('dyadFlipTestPlan', network, statistic, options)
}

function planned(
  where: string,
  network: NetworkLike,
  statistic: Statistic,
  options: DyadFlipOptions,
): Plan<TestResult> {
  checkOptions(where, options, { layer: text, replications: integerIn(1, 1e9), ...testRules })
  const seed = requireOption(where, 'seed', options?.seed)
  const snapshot = snapshotOf(where, network, options.layer)
  const observed = observe(where, statistic, snapshot)
  const skeleton = skeletonOf(snapshot.graph)
  const { count } = skeleton
  const exact = count <= MOST_ENUMERATED
  const flips = new Uint8Array(count)
  return testPlan(
    {
      where,
      observed,
      exact,
      seed,
      centre: null,
      stopAfter: options.stopAfter,
      whyConstant: 'it does not change when directions within dyads do: use cugTest or strengthTest',
    },
    {
      total: exact ? 2 ** count : (options.replications ?? 1000),
      block: 1,
      draw(from, to, into) {
        for (let d = from; d < to; d++) {
          if (exact) for (let i = 0; i < count; i++) flips[i] = (d >>> i) & 1
          else {
            const stream = randomStream(seed, d)
            let bits = 0
            for (let i = 0; i < count; i++) {
              if ((i & 31) === 0) bits = stream.uint32()
              flips[i] = (bits >>> (i & 31)) & 1
            }
          }
          const drawn = flipped(skeleton, flips)
          into[d - from] = evaluate(where, statistic, withGraph(snapshot, drawn.graph, drawn.from))
        }
      },
    },
  )
}
