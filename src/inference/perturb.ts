import { randomStream } from '../kernel/random.ts'
import { GuanxiError } from '../model/errors.ts'
import { checkOptions, requireOption } from '../model/options.ts'
import type { NetworkLike, Snapshot } from '../model/snapshot.ts'
import { readTies } from '../model/ties.ts'
import { type Plan, runNow } from './plan.ts'
import { type ResamplingOptions, resamplingRules, type Spread, spreadOf } from './spread.ts'
import { type StatedRanges, statedRanges } from './statedRanges.ts'
import { evaluate, observe, type Statistic, snapshotOf, withTies } from './statistic.ts'

/** Options of `perturb`. */
export interface PerturbOptions extends ResamplingOptions {
  /**
   * Standard deviation of the rating error by layer: a number for all ties, or the name of a tie attribute that holds one a tie.
   * Without it, the ranges stated in the ties' evidence are used.
   */
  readonly errors?: Readonly<Record<string, number | string>> | undefined
}

/**
 * What the uncertainty of each rating does to a statistic.
 *
 * Every value of a layer with an error is replaced by a draw from a normal law around it, cut at 0 and, on power and trust, at 1.
 * Without `errors`, each tie whose evidence states a range for a layer is drawn uniformly from it, and all others stay. Who is
 * tied to whom stays, but a value cut at 0 counts as no tie, as everywhere.
 *
 * @param network - network or snapshot (a snapshot holds no evidence, so that it needs `errors`); self-ties ignored.
 * @param statistic - any number of a snapshot, `null` where not defined.
 * @param options.errors - e.g. `{ trust: 0.1, power: 'powerError' }`: standard deviations ≥ 0, in the layer's unit.
 * @param options.replications - ≥ 2. @defaultValue 1000
 * @param options.level - of the interval, in [0.5, 0.9999]. @defaultValue 0.95
 * @param options.seed - any integer; draw `d` is made from `(seed, d)`.
 * @returns estimate, percentile interval, standard error (see `Spread`), in the unit of the statistic. A mean far from the
 *   estimate says that error alone moves the statistic (it adds asymmetry where there is none).
 * @throws {GuanxiError} `INVALID_OPTION` when neither errors nor ranges are there, or a layer is not; `DEGENERATE_TEST` when the
 *   statistic is not defined on the network or on half of the replications; `MISSING_VALUE`, `INVALID_VALUE`, `UNKNOWN_OPTION`.
 *
 * A replication takes O(m) and one evaluation of the statistic.
 *
 * Source: none; ours. Normal errors, cut at the ends, and uniform ranges are assumptions.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { perturb } from 'guanxi/inference'
 * import { asymmetry } from 'guanxi/metrics'
 *
 * const spread = perturb(xCommunity(), x => asymmetry(x, { layer: 'trust' }), { errors: { trust: 0.1 }, seed: 1, replications: 50 })
 * spread.interval[0] < spread.interval[1] // => true
 * ```
 */
export function perturb(network: NetworkLike, statistic: Statistic, options: PerturbOptions): Spread {
  return runNow(planned('perturb', network, statistic, options), options)
}

/** The same as a plan for `runPlan` or for worker threads; see `perturb`. */
export function perturbPlan(network: NetworkLike, statistic: Statistic, options: PerturbOptions): Plan<Spread> {
  return planned('perturbPlan', network, statistic, options)
}

/** Per tie: a standard deviation, or a low and a high end; NaN where the value stays. */
type LayerError =
  | { readonly column: Float64Array; readonly most: number; readonly sd: Float64Array }
  | { readonly column: Float64Array; readonly low: Float64Array; readonly high: Float64Array }

function planned(where: string, network: NetworkLike, statistic: Statistic, options: PerturbOptions): Plan<Spread> {
  const snapshot = snapshotOf(where, network)
  const ranges = options?.errors ? new Map() : statedRanges(where, network, snapshot)
  return perturbWithin(where, snapshot, ranges, statistic, options)
}

/** The same from a snapshot and the ranges that the evidence of its network states, which count when `errors` are not given. */
export function perturbWithin(
  where: string,
  snapshot: Snapshot,
  ranges: StatedRanges,
  statistic: Statistic,
  options: PerturbOptions,
): Plan<Spread> {
  checkOptions(where, options, {
    ...resamplingRules,
    errors: {
      expected: 'an object of standard deviations from 0, or of names of tie attributes, by layer',
      accepts: value =>
        typeof value === 'object' &&
        value !== null &&
        Object.keys(value).length > 0 &&
        Object.values(value).every(e => (typeof e === 'string' && e !== '') || (Number.isFinite(e) && e >= 0)),
    },
  })
  const seed = requireOption(where, 'seed', options?.seed)
  const size = snapshot.graph.size
  const columnOf = (layer: string): Float64Array => {
    readTies(where, snapshot, { layer }) // refuses unknown and negative values by name
    return snapshot.layers.get(layer) ?? new Float64Array(size)
  }
  const noisy = new Map<string, LayerError>()
  if (options.errors)
    for (const [layer, error] of Object.entries(options.errors))
      noisy.set(layer, {
        column: columnOf(layer),
        most: layer === 'power' || layer === 'trust' ? 1 : Infinity,
        sd: typeof error === 'string' ? columnOf(error) : new Float64Array(size).fill(error),
      })
  else
    for (const [layer, { low, high }] of ranges) {
      // Not read as ties: an unknown value may well have a range.
      noisy.set(layer, { column: snapshot.layers.get(layer) ?? new Float64Array(size).fill(Number.NaN), low, high })
    }
  if (noisy.size === 0)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected errors, or ties whose evidence states ranges; a snapshot holds no evidence`,
    )
  const estimate = observe(where, statistic, snapshot)
  return {
    where,
    total: options.replications ?? 1000,
    width: 1,
    block: 1,
    draw(from, to, into) {
      for (let d = from; d < to; d++) {
        const layers = new Map(snapshot.layers)
        let path = 0
        for (const [layer, error] of noisy) {
          const stream = randomStream(seed, d, path++)
          layers.set(
            layer,
            error.column.map((value, k) => {
              if ('sd' in error) return Math.min(error.most, Math.max(0, value + error.sd[k]! * stream.normal()))
              const at = stream.uniform()
              return Number.isNaN(error.low[k]!) ? value : error.low[k]! + at * (error.high[k]! - error.low[k]!)
            }),
          )
        }
        into[d - from] = evaluate(where, statistic, withTies(snapshot, snapshot.graph, layers))
      }
    },
    finish: values => spreadOf(where, values, { estimate, level: options.level ?? 0.95, seed }),
  }
}
