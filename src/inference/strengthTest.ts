import { buildDigraph } from '../kernel/digraph.ts'
import { randomStream } from '../kernel/random.ts'
import { walkTables } from '../kernel/tableWalk.ts'
import { GuanxiError } from '../model/errors.ts'
import { checkOptions, integerIn, requireOption, text } from '../model/options.ts'
import type { NetworkLike, Snapshot } from '../model/snapshot.ts'
import { readTies } from '../model/ties.ts'
import { type Plan, runNow } from './plan.ts'
import { evaluate, observe, type Statistic, snapshotOf, withTies } from './statistic.ts'
import { type TestOptions, type TestResult, testPlan, testRules } from './testResult.ts'

const MOST_ACTORS = 2000

/** Options of `strengthTest`. */
export interface StrengthTestOptions extends TestOptions {
  /** The layer whose strengths are kept. */
  readonly layer: string
  /** @defaultValue 1000 */
  readonly replications?: number | undefined
  /** Steps of the walk a draw. @defaultValue ten for each ordered pair of actors */
  readonly steps?: number | undefined
}

/** A test result with where the observed value lies between chance and 1. */
export interface StrengthTestResult extends TestResult {
  /**
   * (observed − mean) / (1 − mean): how far the statistic is from chance toward its highest value, for statistics whose highest
   * value is 1, as weighted reciprocity. Below 0 is less than chance; `null` when the mean is 1.
   */
  readonly rho: number | null
}

/**
 * Strength-keeping test: is the statistic more than what follows from how much each actor gives and gets in all?
 *
 * The null is uniform over all weights w_ij ≥ 0, i ≠ j, in which every actor has the out-strength and the in-strength that it
 * has. Weights are free to be anywhere: a random network has nearly every tie. The null for weighted reciprocity, whose ρ the
 * result holds.
 *
 * The draws come from a random walk that begins with one stretch away from the observed network; each draw is then a stretch of
 * its own from there. Observed and drawn networks are exchangeable however short the stretches, so that p holds in any case.
 *
 * @param network - network or snapshot with 3 to 2,000 actors; self-ties ignored.
 * @param statistic - any number of a snapshot, `null` where not defined; the snapshot holds just this layer.
 * @param options.layer - tie attribute, ≥ 0 and known on every tie.
 * @param options.replications - ≥ 1. @defaultValue 1000
 * @param options.steps - steps of the walk a draw, ≥ 1. @defaultValue 10 n (n − 1)
 * @param options.seed - any integer; draw `d` is made from `(seed, d)`.
 * @param options.stopAfter - ends early when p is clearly large (see `TestOptions`).
 * @returns observed value, moments of the null, tails (see `TestResult`) and `rho`; p = (b + 1) / (draws + 1).
 * @throws {GuanxiError} `DEGENERATE_TEST` when the statistic cannot vary (strengths themselves; an actor that all give to and
 *   that gives to all), or is not defined on the network; `INVALID_VALUE`, `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_OPTION`,
 *   `UNKNOWN_OPTION`.
 *
 * A draw takes O(steps + n²) and one evaluation of the statistic. Scaling the weights changes nothing for statistics that it
 * does not change.
 *
 * Source: ρ: Squartini, Picciolo, Ruzzenenti & Garlaschelli 2013, Scientific Reports 3:2729, where strengths are kept on
 * average and weights are whole numbers, here kept exactly and weights are real; the order of the draws: Besag & Clifford
 * 1989, Biometrika 76:633–642.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { strengthTest } from 'guanxi/inference'
 * import { reciprocity } from 'guanxi/metrics'
 *
 * const layer = 'resources'
 * const test = strengthTest(xCommunity(), x => reciprocity(x, { layer }).weighted, { layer, seed: 1, replications: 99 })
 * test.draws // => 99
 * ```
 */
export function strengthTest(
  network: NetworkLike,
  statistic: Statistic,
  options: StrengthTestOptions,
): StrengthTestResult {
  return runNow(planned('strengthTest', network, statistic, options), options)
}

/** The same test as a plan for `runPlan` or for worker threads; see `strengthTest`. */
export function strengthTestPlan(
  network: NetworkLike,
  statistic: Statistic,
  options: StrengthTestOptions,
): Plan<StrengthTestResult> {
  return planned('strengthTestPlan', network, statistic, options)
}

function planned(
  where: string,
  network: NetworkLike,
  statistic: Statistic,
  options: StrengthTestOptions,
): Plan<StrengthTestResult> {
  checkOptions(where, options, {
    layer: text,
    replications: integerIn(1, 1e9),
    steps: integerIn(1, 1e12),
    ...testRules,
  })
  const layer = requireOption(where, 'layer', options?.layer)
  const seed = requireOption(where, 'seed', options.seed)
  const whole = snapshotOf(where, network)
  const { graph, weights } = readTies(where, whole, { layer })
  const { order, outOffsets, outTargets } = graph
  if (order > MOST_ACTORS)
    throw new GuanxiError('INVALID_OPTION', `${where}: expected at most ${MOST_ACTORS} actors, got ${order}`)
  const snapshot = withTies(whole, graph, new Map([[layer, weights ?? new Float64Array(graph.size).fill(1)]]))
  const observed = observe(where, statistic, snapshot)

  const hub = new Float64Array(order * order)
  for (let i = 0; i < order; i++)
    for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++) hub[i * order + outTargets[k]!] = weights![k]!
  const { steps = 10 * order * (order - 1) } = options
  walkTables(hub, order, steps, randomStream(seed))
  const plan = testPlan(
    {
      where,
      observed,
      exact: false,
      seed,
      centre: null,
      stopAfter: options.stopAfter,
      whyConstant: `the strengths of ${layer} fix it`,
    },
    {
      total: options.replications ?? 1000,
      block: 1,
      draw(from, to, into) {
        for (let d = from; d < to; d++) {
          const cells = hub.slice()
          walkTables(cells, order, steps, randomStream(seed, d))
          into[d - from] = evaluate(where, statistic, fromTable(snapshot, layer, cells))
        }
      },
    },
  )
  return {
    ...plan,
    finish(values) {
      const result = plan.finish(values)
      return { ...result, rho: result.mean < 1 ? (result.observed - result.mean) / (1 - result.mean) : null }
    },
  }
}

function fromTable(snapshot: Snapshot, layer: string, cells: Float64Array): Snapshot {
  const { order } = snapshot.graph
  const source: number[] = []
  const target: number[] = []
  const weights: number[] = []
  for (let i = 0; i < order; i++)
    for (let j = 0; j < order; j++) {
      const weight = cells[i * order + j]!
      if (weight > 0) {
        source.push(i)
        target.push(j)
        weights.push(weight)
      }
    }
  // Row by row, so that arcs keep their order.
  const { graph } = buildDigraph(order, source, target)
  return withTies(snapshot, graph, new Map([[layer, Float64Array.from(weights)]]))
}
