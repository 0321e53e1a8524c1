import { subgraph } from '../kernel/digraph.ts'
import { checkOptions } from '../model/options.ts'
import { type Progress, progressRules } from '../model/progress.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike, Snapshot } from '../model/snapshot.ts'
import { type Plan, runNow } from './plan.ts'
import { evaluate, observe, type Statistic, snapshotOf, withGraph } from './statistic.ts'

/** A statistic without each actor in turn. */
export interface Jackknife {
  /** The statistic of the network itself. */
  readonly estimate: number
  /** `null` below five actors, or when the statistic is not defined without one of them. */
  readonly standardError: number | null
  /** What the statistic is when an actor and its ties are left out; far from `estimate`, it hangs on that actor. */
  readonly without: Scores
  /** Why the standard error is `null`; `null` when it is not. */
  readonly reason: string | null
}

/**
 * Jackknife: what becomes of a statistic when one actor after the other is left out, and the standard error that follows.
 *
 * SE = √((n − 2) / (2n) · Σ_i (Z₋ᵢ − Z̄)²), where Z₋ᵢ is the statistic without actor i and Z̄ their mean.
 *
 * @param network - network or snapshot with `n` actors; self-ties ignored.
 * @param statistic - any number of a snapshot, `null` where not defined.
 * @param options.onProgress - told `{ done, total }` in actors.
 * @param options.signal - aborts before the next actor.
 * @returns the standard error in the unit of the statistic, and the statistic without each actor. No chance is involved.
 * @throws {GuanxiError} `DEGENERATE_TEST` when the statistic is not defined on the network; `INVALID_VALUE`, `MISSING_VALUE`,
 *   `UNKNOWN_OPTION`.
 *
 * n times O(n + m) and one evaluation of the statistic.
 *
 * Source: Snijders & Borgatti 1999, Connections 22(2):161–170; the least of five actors is ours.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { jackknife } from 'guanxi/inference'
 * import { asymmetry } from 'guanxi/metrics'
 *
 * jackknife(xCommunity(), x => asymmetry(x, { layer: 'power' })).without.ids.length // => 8
 * ```
 */
export function jackknife(network: NetworkLike, statistic: Statistic, options: Progress = {}): Jackknife {
  return runNow(planned('jackknife', network, statistic, options), options)
}

/** The same as a plan for `runPlan` or for worker threads, an actor a draw; see `jackknife`. */
export function jackknifePlan(network: NetworkLike, statistic: Statistic, options: Progress = {}): Plan<Jackknife> {
  return planned('jackknifePlan', network, statistic, options)
}

function planned(where: string, network: NetworkLike, statistic: Statistic, options: Progress): Plan<Jackknife> {
  checkOptions(where, options, progressRules)
  const snapshot = snapshotOf(where, network)
  const estimate = observe(where, statistic, snapshot)
  const { order, size, outOffsets, outTargets } = snapshot.graph
  const sources = new Uint32Array(size)
  for (let i = 0; i < order; i++) sources.fill(i, outOffsets[i]!, outOffsets[i + 1]!)
  const without = (out: number): Snapshot => {
    const { graph, kept } = subgraph(snapshot.graph, k => sources[k] !== out && outTargets[k] !== out)
    const others = Uint32Array.from({ length: order - 1 }, (_, i) => (i < out ? i : i + 1))
    return {
      ...withGraph(snapshot, dropVertex(graph, out), kept),
      ids: Array.from(others, i => snapshot.ids[i]!),
      attributes: new Map([...snapshot.attributes].map(([name, column]) => [name, Array.from(others, i => column[i])])),
    }
  }
  return {
    where,
    total: order,
    width: 1,
    block: 1,
    draw(from, to, into) {
      for (let out = from; out < to; out++) into[out - from] = evaluate(where, statistic, without(out))
    },
    finish: values => jackknifeOf(snapshot.ids, estimate, values),
  }
}

function jackknifeOf(ids: readonly string[], estimate: number, without: Float64Array): Jackknife {
  const order = ids.length
  const defined = !without.some(Number.isNaN)
  let mean = 0
  for (const value of without) mean += value / order
  let squares = 0
  for (const value of without) squares += (value - mean) ** 2
  const known = order >= 5 && defined
  return {
    estimate,
    standardError: known ? Math.sqrt(((order - 2) / (2 * order)) * squares) : null,
    without: new Scores(ids, without, { reason: 'the statistic is not defined without this actor' }),
    reason: known
      ? null
      : defined
        ? 'fewer than five actors'
        : 'the statistic is not defined without one of the actors',
  }
}

/** The graph without a vertex that has no arcs; those above move down by one. */
function dropVertex(graph: ReturnType<typeof subgraph>['graph'], vertex: number): typeof graph {
  const shift = (ends: Uint32Array) => ends.map(end => (end > vertex ? end - 1 : end))
  const cut = (offsets: Uint32Array) => offsets.filter((_, v) => v !== vertex)
  return {
    ...graph,
    order: graph.order - 1,
    outOffsets: cut(graph.outOffsets),
    outTargets: shift(graph.outTargets),
    inOffsets: cut(graph.inOffsets),
    inSources: shift(graph.inSources),
  }
}
