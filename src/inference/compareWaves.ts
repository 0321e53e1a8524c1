import { buildDigraph } from '../kernel/digraph.ts'
import { randomStream } from '../kernel/random.ts'
import { checkOptions, requireOption } from '../model/options.ts'
import { freeze, isSnapshot, type NetworkLike, type Snapshot } from '../model/snapshot.ts'
import { type Plan, runNow } from './plan.ts'
import { pickActors, resampled, tieTable } from './resample.ts'
import { type ResamplingOptions, resamplingRules, type Spread, spreadOf } from './spread.ts'
import { evaluate, LateColumns, observe, type Statistic, withTies } from './statistic.ts'

/** What stayed and what changed between two waves, with the interval of the change. */
export interface WaveComparison extends Spread {
  /** The statistic among those who stayed, in the first wave. */
  readonly before: number
  /** The same in the second wave; `estimate` is after − before. */
  readonly after: number
  readonly stayers: readonly string[]
  /** Only in the second wave; left out of the comparison, with their ties. */
  readonly joiners: readonly string[]
  /** Only in the first wave; left out of the comparison, with their ties. */
  readonly leavers: readonly string[]
  /** Ties among those who stayed: in both waves, only in the second, only in the first. */
  readonly ties: { readonly kept: number; readonly gained: number; readonly lost: number }
  /** kept / (kept + gained + lost), in [0, 1]; `null` without ties. */
  readonly jaccard: number | null
}

/**
 * Comparison of two waves of one network: by how much did a statistic change, and could it be the choice of actors?
 *
 * Both waves are cut to the actors they share, told by id. Actors are then drawn with replacement, the same for both waves,
 * and the difference of the two statistics is taken; a dyad that stands between two copies of one actor is the same in both.
 *
 * @param before - first wave: network or snapshot; self-ties ignored.
 * @param after - second wave; 3 to 5,000 actors must be in both.
 * @param statistic - any number of a snapshot, `null` where not defined.
 * @param options.replications - ≥ 2. @defaultValue 1000
 * @param options.level - of the interval, in [0.5, 0.9999]. @defaultValue 0.95
 * @param options.seed - any integer; draw `d` is made from `(seed, d)`.
 * @returns `estimate` = after − before with its percentile interval, in the unit of the statistic; who stayed, joined and left;
 *   which ties did.
 * @throws {GuanxiError} `DEGENERATE_TEST` when the statistic is not defined on a wave or on half of the replications, or fewer
 *   than three actors stayed; `INVALID_VALUE`, `MISSING_VALUE`, `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * A replication takes O(n²) and two evaluations of the statistic. Exchanging the waves negates the estimate.
 *
 * Source: the paired comparison of Snijders & Borgatti 1999, Connections 22(2):161–170, for any statistic; limits are those of
 * `bootstrap` by actors.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { compareWaves } from 'guanxi/inference'
 * import { asymmetry } from 'guanxi/metrics'
 *
 * const change = compareWaves(xCommunity(), xCommunity(), x => asymmetry(x, { layer: 'power' }), { seed: 1, replications: 20 })
 * change.estimate // => 0
 * change.joiners // => []
 * ```
 */
export function compareWaves(
  before: NetworkLike,
  after: NetworkLike,
  statistic: Statistic,
  options: ResamplingOptions,
): WaveComparison {
  return runNow(planned('compareWaves', before, after, statistic, options), options)
}

/** The same comparison as a plan for `runPlan` or for worker threads; see `compareWaves`. */
export function compareWavesPlan(
  before: NetworkLike,
  after: NetworkLike,
  statistic: Statistic,
  options: ResamplingOptions,
): Plan<WaveComparison> {
  return planned('compareWavesPlan', before, after, statistic, options)
}

function planned(
  where: string,
  before: NetworkLike,
  after: NetworkLike,
  statistic: Statistic,
  options: ResamplingOptions,
): Plan<WaveComparison> {
  checkOptions(where, options, resamplingRules)
  const seed = requireOption(where, 'seed', options?.seed)
  const first = isSnapshot(before) ? before : freeze(before)
  const second = isSnapshot(after) ? after : freeze(after)
  const inFirst = new Set(first.ids)
  const inSecond = new Set(second.ids)
  const stayers = first.ids.filter(id => inSecond.has(id))
  const one = among(first, stayers)
  const two = among(second, stayers)
  const oneTable = tieTable(where, one)
  const twoTable = tieTable(where, two)
  const observedBefore = observe(where, statistic, one)
  const observedAfter = observe(where, statistic, two)
  let kept = 0
  for (let cell = 0; cell < oneTable.length; cell++) if (oneTable[cell]! >= 0 && twoTable[cell]! >= 0) kept++
  const gained = two.graph.size - kept
  const lost = one.graph.size - kept
  return {
    where,
    total: options.replications ?? 1000,
    width: 1,
    block: 1,
    draw(from, to, into) {
      for (let d = from; d < to; d++) {
        const picks = pickActors(stayers.length, randomStream(seed, d))
        into[d - from] =
          evaluate(where, statistic, resampled(two, twoTable, picks)) -
          evaluate(where, statistic, resampled(one, oneTable, picks))
      }
    },
    finish: values => ({
      ...spreadOf(where, values, { estimate: observedAfter - observedBefore, level: options.level ?? 0.95, seed }),
      before: observedBefore,
      after: observedAfter,
      stayers,
      joiners: second.ids.filter(id => !inFirst.has(id)),
      leavers: first.ids.filter(id => !inSecond.has(id)),
      ties: { kept, gained, lost },
      jaccard: kept + gained + lost > 0 ? kept / (kept + gained + lost) : null,
    }),
  }
}

/** The network of the named actors, in their order. */
function among(snapshot: Snapshot, ids: readonly string[]): Snapshot {
  const { order, outOffsets, outTargets } = snapshot.graph
  const place = new Map(ids.map((id, i) => [id, i]))
  const places = snapshot.ids.map(id => place.get(id) ?? -1)
  const source: number[] = []
  const target: number[] = []
  const old: number[] = []
  for (let i = 0; i < order; i++)
    for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++) {
      if (places[i]! < 0 || places[outTargets[k]!]! < 0) continue
      source.push(places[i]!)
      target.push(places[outTargets[k]!]!)
      old.push(k)
    }
  const { graph, origins } = buildDigraph(ids.length, source, target)
  const from = origins.map(i => old[i]!)
  const actors = new Int32Array(ids.length)
  places.forEach((p, i) => {
    if (p >= 0) actors[p] = i
  })
  return {
    ...withTies(snapshot, graph, new LateColumns(snapshot.layers, column => Float64Array.from(from, k => column[k]!))),
    ids,
    attributes: new LateColumns(snapshot.attributes, column => Array.from(actors, i => column[i])),
  }
}
