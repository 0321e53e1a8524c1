import { factorial, permutationAt } from '../kernel/permutations.ts'
import { randomStream } from '../kernel/random.ts'
import { GuanxiError, show } from '../model/errors.ts'
import { checkOptions, integerIn, requireOption, text } from '../model/options.ts'
import type { NetworkLike, Snapshot } from '../model/snapshot.ts'
import { type Plan, runNow } from './plan.ts'
import { evaluate, observe, type Statistic, snapshotOf } from './statistic.ts'
import { type TestOptions, type TestResult, testPlan, testRules } from './testResult.ts'

const MOST_ENUMERATED = 8

/** Options of `groupLabelTest`. */
export interface GroupLabelOptions extends TestOptions {
  /** The actor attribute that changes hands. */
  readonly group: string
  /** Not used with at most 8 actors. @defaultValue 1000 */
  readonly replications?: number | undefined
}

/**
 * Group-label test: does it matter who belongs to which group?
 *
 * The values of an actor attribute are permuted over the actors; ties stay, and so do the sizes of the groups. The null for
 * segregation (E–I index), inequality between groups, brokerage between sectors.
 *
 * @param network - network or snapshot with `n` actors; self-ties ignored.
 * @param statistic - any number of a snapshot, `null` where not defined; one that does not read the attribute cannot vary.
 * @param options.group - actor attribute; an actor without a value passes that on like a value.
 * @param options.replications - ≥ 1; with at most 8 actors all n! orders are enumerated instead. @defaultValue 1000
 * @param options.seed - any integer; draw `d` is made from `(seed, d)`.
 * @param options.stopAfter - ends early when p is clearly large (see `TestOptions`).
 * @returns observed value, moments of the null, tails (see `TestResult`); p = b / draws when enumerated, else
 *   (b + 1) / (draws + 1).
 * @throws {GuanxiError} `DEGENERATE_TEST` when the statistic cannot vary (one group, or every actor its own), or is not
 *   defined on the network; `UNKNOWN_ATTRIBUTE`, `INVALID_VALUE`, `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * A draw takes O(n) and one evaluation of the statistic.
 *
 * Source: the permutation test of Krackhardt & Stern 1988, Social Psychology Quarterly 51:123–140, for any statistic.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { groupLabelTest } from 'guanxi/inference'
 * import { inequality } from 'guanxi/metrics'
 *
 * const group = 'sector'
 * const network = snapshotFrom({ count: 4, source: [0, 0, 1], target: [2, 3, 3], power: [1, 1, 1], attributes: { sector: ['gov', 'gov', 'res', 'res'] } })
 * const between = groupLabelTest(network, x => inequality(x, { layer: 'power', direction: 'out', group }).between, { group, seed: 1 })
 * between.counts.upper // => 8
 * between.draws // => 24
 * ```
 */
export function groupLabelTest(network: NetworkLike, statistic: Statistic, options: GroupLabelOptions): TestResult {
  return runNow(planned('groupLabelTest', network, statistic, options), options)
}

/** The same test as a plan for `runPlan` or for worker threads; see `groupLabelTest`. */
export function groupLabelTestPlan(
  network: NetworkLike,
  statistic: Statistic,
  options: GroupLabelOptions,
): Plan<TestResult> {
  return planned('groupLabelTestPlan', network, statistic, options)
}

function planned(
  where: string,
  network: NetworkLike,
  statistic: Statistic,
  options: GroupLabelOptions,
): Plan<TestResult> {
  checkOptions(where, options, { group: text, replications: integerIn(1, 1e9), ...testRules })
  const group = requireOption(where, 'group', options?.group)
  const seed = requireOption(where, 'seed', options.seed)
  const snapshot = snapshotOf(where, network)
  const labels = snapshot.attributes.get(group)
  if (!labels || labels.every(label => label === undefined || label === null))
    throw new GuanxiError('UNKNOWN_ATTRIBUTE', `${where}: no actor has an attribute ${show(group)}`)
  const observed = observe(where, statistic, snapshot)
  const count = labels.length
  const exact = count <= MOST_ENUMERATED
  const order = new Uint32Array(count)
  const relabelled = (): Snapshot => ({
    ...snapshot,
    attributes: new Map([...snapshot.attributes, [group, Array.from(order, i => labels[i])]]),
  })
  return testPlan(
    {
      where,
      observed,
      exact,
      seed,
      centre: null,
      stopAfter: options.stopAfter,
      whyConstant: `it does not change when actors exchange their ${group}`,
    },
    {
      total: exact ? factorial(count) : (options.replications ?? 1000),
      block: 1,
      draw(from, to, into) {
        for (let d = from; d < to; d++) {
          if (exact) permutationAt(d, order)
          else {
            for (let i = 0; i < count; i++) order[i] = i
            randomStream(seed, d).shuffle(order)
          }
          into[d - from] = evaluate(where, statistic, relabelled())
        }
      },
    },
  )
}
