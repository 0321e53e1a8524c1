import { randomStream } from '../kernel/random.ts'
import { checkOptions, oneOf, requireOption } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type Plan, runNow } from './plan.ts'
import { pickActors, pickDyads, resampled, tieTable } from './resample.ts'
import { type ResamplingOptions, resamplingRules, type Spread, spreadOf } from './spread.ts'
import { evaluate, observe, type Statistic, snapshotOf } from './statistic.ts'

/** Options of `bootstrap`. */
export interface BootstrapOptions extends ResamplingOptions {
  /** What is drawn again: actors with all their ties, or dyads with both theirs. */
  readonly unit: 'actors' | 'dyads'
}

/**
 * Bootstrap interval: how much would the statistic differ with other actors, or other dyads, of the same sort?
 *
 * `'actors'`: n actors are drawn with replacement and bring along the ties among them; between two copies of one actor stands a
 * dyad drawn at random, both directions together, so that reciprocity is kept. `'dyads'`: every pair of actors gets a dyad
 * drawn at random from all n (n − 1) / 2, turned either way; only for statistics that add up over dyads (reciprocity,
 * asymmetry, census), since levels, brokerage and other positions do not survive it.
 *
 * Actors are taken as exchangeable. Where they are fixed roles (the one street office, the one agency) there is no other sample
 * of them to think of: then `perturb` or `jackknife` say more.
 *
 * @param network - network or snapshot with 3 to 5,000 actors; self-ties ignored.
 * @param statistic - any number of a snapshot, `null` where not defined.
 * @param options.unit - `'actors'` or `'dyads'`.
 * @param options.replications - ≥ 2. @defaultValue 1000
 * @param options.level - of the interval, in [0.5, 0.9999]. @defaultValue 0.95
 * @param options.seed - any integer; draw `d` is made from `(seed, d)`.
 * @returns estimate, percentile interval, standard error (see `Spread`), in the unit of the statistic.
 * @throws {GuanxiError} `DEGENERATE_TEST` when the statistic is not defined on the network or on half of the replications, or
 *   below three actors; `INVALID_VALUE`, `MISSING_VALUE`, `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * A replication takes O(n²) and one evaluation of the statistic.
 *
 * Source: Snijders & Borgatti 1999, Connections 22(2):161–170, where the cells between copies are drawn one by one; dyads
 * drawn jointly are ours.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { bootstrap } from 'guanxi/inference'
 * import { reciprocity } from 'guanxi/metrics'
 *
 * const options = { unit: 'dyads', seed: 1, replications: 50 } as const
 * const { estimate, interval } = bootstrap(xCommunity(), x => reciprocity(x, { layer: 'trust' }).weighted, options)
 * interval[0] <= estimate && estimate <= interval[1] // => true
 * ```
 */
export function bootstrap(network: NetworkLike, statistic: Statistic, options: BootstrapOptions): Spread {
  return runNow(planned('bootstrap', network, statistic, options), options)
}

/** The same bootstrap as a plan for `runPlan` or for worker threads; see `bootstrap`. */
export function bootstrapPlan(network: NetworkLike, statistic: Statistic, options: BootstrapOptions): Plan<Spread> {
  return planned('bootstrapPlan', network, statistic, options)
}

function planned(where: string, network: NetworkLike, statistic: Statistic, options: BootstrapOptions): Plan<Spread> {
  checkOptions(where, options, { unit: oneOf('actors', 'dyads'), ...resamplingRules })
  const unit = requireOption(where, 'unit', options?.unit)
  const seed = requireOption(where, 'seed', options.seed)
  const snapshot = snapshotOf(where, network)
  const table = tieTable(where, snapshot)
  const estimate = observe(where, statistic, snapshot)
  const pick = unit === 'actors' ? pickActors : pickDyads
  return {
    where,
    total: options.replications ?? 1000,
    width: 1,
    block: 1,
    draw(from, to, into) {
      for (let d = from; d < to; d++) {
        const picks = pick(snapshot.graph.order, randomStream(seed, d))
        into[d - from] = evaluate(where, statistic, resampled(snapshot, table, picks))
      }
    },
    finish: values => spreadOf(where, values, { estimate, level: options.level ?? 0.95, seed }),
  }
}
