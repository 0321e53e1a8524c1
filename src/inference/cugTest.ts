import { buildDigraph, type Digraph } from '../kernel/digraph.ts'
import { mutualCount } from '../kernel/mutual.ts'
import { type RandomStream, randomStream } from '../kernel/random.ts'
import { type CensusDraw, censusGivenTies, censusOfCoinFlips } from '../kernel/randomCensus.ts'
import { coinFlipTies, randomTies } from '../kernel/randomTies.ts'
import { type Skeleton, skeletonOf } from '../kernel/skeleton.ts'
import { drawCoinFlips, drawDyads, drawTies, tieBits } from '../kernel/tieBits.ts'
import { Words } from '../kernel/words.ts'
import { type DyadCensus, dyadCensus } from '../metrics/dyadCensus.ts'
import { GuanxiError } from '../model/errors.ts'
import { checkOptions, integerIn, oneOf, requireOption, text } from '../model/options.ts'
import type { NetworkLike, Snapshot } from '../model/snapshot.ts'
import { type Plan, runNow } from './plan.ts'
import {
  evaluate,
  LateColumns,
  numberOf,
  observe,
  type Statistic,
  snapshotOf,
  withGraph,
  withTies,
} from './statistic.ts'
import { type TestOptions, type TestResult, testPlan, testRules } from './testResult.ts'
import { type TieCount, type TieStatistic, tieStatistic } from './tieStatistic.ts'

/** Options of `cugTest`. */
export interface CugOptions extends TestOptions {
  /** What the random networks share with the observed one, besides the actors. */
  readonly condition: 'size' | 'ties' | 'dyad-census'
  /** Count only ties above zero on this layer. */
  readonly layer?: string | undefined
  /** @defaultValue 1000 */
  readonly replications?: number | undefined
}

/**
 * A statistic of the dyad census alone, as all binary reciprocities are: then no random network has to be made, only its census
 * drawn from the law that it has, which is a hundred times faster.
 */
export interface CensusStatistic {
  /** The statistic from the numbers of mutual, asymmetric and absent dyads; `null` where it is not defined. */
  readonly census: (census: DyadCensus) => number | null
}

/**
 * Conditional uniform graph test: does a network differ from random ones with the same size, number of ties, or dyad census?
 *
 * `'size'`: every tie is there with chance one half. `'ties'`: every network with as many ties is equally likely.
 * `'dyad-census'`: every network with as many mutual, asymmetric and absent dyads (U|MAN). Under the last two a tie takes its
 * values on all layers along, under the last a mutual dyad takes both its ties; under `'size'` ties carry no values.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param statistic - any number of a snapshot, `null` where not defined; or `{ census }`, a number of the dyad census; or by name
 *   `'reciprocity'`, `'transitivity'` or `'krackhardt-hierarchy'` (see `TieStatistic`), which read ties and no values.
 * @param options.condition - `'size'`, `'ties'` or `'dyad-census'`.
 * @param options.layer - only ties above zero on it are there. @defaultValue all ties
 * @param options.replications - random networks, ≥ 1. @defaultValue 1000
 * @param options.seed - any integer; draw `d` is made from `(seed, d)`.
 * @param options.stopAfter - ends early when p is clearly large (see `TestOptions`).
 * @returns observed value, moments of the null, tails (see `TestResult`); p = (b + 1) / (draws + 1).
 * @throws {GuanxiError} `DEGENERATE_TEST` when the statistic cannot vary (reciprocity given the dyad census), or is not defined
 *   on the network; `INVALID_VALUE`, `MISSING_VALUE`, `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * A draw takes O(n² / 32 + m) and one evaluation of the statistic; O(log m) and one evaluation for `{ census }` and
 * `'reciprocity'`. `'transitivity'` is counted on bits, O(n² / 32 + m n / 32), or, where ties are few, along paths, O(n + m² / n):
 * fifty times as fast and more than a function of a snapshot.
 *
 * Source: Holland & Leinhardt 1976, Sociological Methodology 7:1–45; Anderson, Butts & Carley 1999, Social Networks 21:239–267.
 * That values go with their ties is ours.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { cugTest } from 'guanxi/inference'
 * import { dyadCensus } from 'guanxi/metrics'
 *
 * const test = cugTest(xCommunity(), x => dyadCensus(x).mutual, { condition: 'ties', replications: 99, seed: 1 })
 * test.observed > test.mean // => true
 * ```
 */
export function cugTest(
  network: NetworkLike,
  statistic: Statistic | CensusStatistic | TieStatistic,
  options: CugOptions,
): TestResult {
  return runNow(planned('cugTest', network, statistic, options), options)
}

/** The same test as a plan for `runPlan` or for worker threads; see `cugTest`. */
export function cugTestPlan(
  network: NetworkLike,
  statistic: Statistic | CensusStatistic | TieStatistic,
  options: CugOptions,
): Plan<TestResult> {
  return planned('cugTestPlan', network, statistic, options)
}

function planned(
  where: string,
  network: NetworkLike,
  statistic: Statistic | CensusStatistic | TieStatistic,
  options: CugOptions,
): Plan<TestResult> {
  checkOptions(where, options, {
    condition: oneOf('size', 'ties', 'dyad-census'),
    layer: text,
    replications: integerIn(1, 1e9),
    ...testRules,
  })
  const condition = requireOption(where, 'condition', options?.condition)
  const seed = requireOption(where, 'seed', options.seed)
  const snapshot = snapshotOf(where, network, options.layer)
  const { order, size } = snapshot.graph
  if (condition === 'size' && order > 20_000)
    throw new GuanxiError('INVALID_OPTION', `${where}: expected at most 20000 actors given size, got ${order}`)
  const meant = typeof statistic === 'string' ? tieStatistic(where, statistic) : statistic
  const byCensus = typeof meant === 'object' && meant !== null && 'census' in meant ? meant.census : null
  const byCount = typeof meant === 'object' && meant !== null && 'ofBits' in meant ? meant : null
  const ofSnapshot: Statistic = byCensus
    ? x => byCensus(dyadCensus(x))
    : byCount
      ? x => byCount.ofGraph(x.graph)
      : (meant as Statistic)
  const observed = observe(where, ofSnapshot, snapshot)

  // Values come from a stream of their own, so that reading a layer does not change which ties are drawn.
  const columns = (draw: number, from: (stream: RandomStream) => Uint32Array, graph: Digraph): Snapshot => {
    let places: Uint32Array | undefined
    const layers = new LateColumns(snapshot.layers, column => {
      places ??= from(randomStream(seed, draw, 1))
      const gathered = new Float64Array(places.length)
      for (let k = 0; k < places.length; k++) gathered[k] = column[places[k]!]!
      return gathered
    })
    return withTies(snapshot, graph, layers)
  }
  const shuffled = (stream: RandomStream) => stream.shuffle(Uint32Array.from({ length: size }, (_, k) => k))
  const skeleton = condition === 'dyad-census' ? skeletonOf(snapshot.graph) : null
  const one = (draw: number): Snapshot => {
    const stream = randomStream(seed, draw)
    if (condition === 'ties') return columns(draw, shuffled, randomTies(order, size, stream))
    if (condition === 'size') return withTies(snapshot, coinFlipTies(order, stream), new Map())
    return rewired(snapshot, skeleton!, stream)
  }
  const judging = {
    where,
    observed,
    exact: false,
    seed,
    centre: null,
    stopAfter: options.stopAfter,
    whyConstant:
      condition === 'dyad-census'
        ? 'the dyad census fixes it: condition on the number of ties instead'
        : 'the condition fixes it: choose another statistic or a weaker condition',
  }
  const total = options.replications ?? 1000
  if (byCensus && condition !== 'dyad-census') {
    const pairs = (order * (order - 1)) / 2
    const draw = condition === 'ties' ? censusGivenTies(pairs, size) : censusOfCoinFlips(pairs)
    return testPlan(judging, { total, block: CENSUS_BLOCK, draw: drawCensuses(where, byCensus, pairs, draw, seed) })
  }
  if (byCount && fitForBits(condition, order, size)) {
    const draw = drawCounts(where, byCount, condition, snapshot.graph, seed)
    return testPlan(judging, { total, block: order > 256 ? 1 : COUNT_BLOCK, draw })
  }
  return testPlan(judging, {
    total,
    block: 1,
    draw(from, to, into) {
      for (let d = from; d < to; d++) into[d - from] = evaluate(where, ofSnapshot, one(d))
    },
  })
}

/** Draws that share a stream. */
const CENSUS_BLOCK = 256

/** Draws of a statistic of the census; a block may begin within those that share a stream. */
function drawCensuses(
  where: string,
  statistic: CensusStatistic['census'],
  pairs: number,
  draw: CensusDraw,
  seed: number,
): Plan<TestResult>['draw'] {
  const counts = new Uint32Array(2)
  return (from, to, into) => {
    let stream: RandomStream | undefined
    for (let d = from - (from % CENSUS_BLOCK); d < to; d++) {
      if (d % CENSUS_BLOCK === 0) stream = randomStream(seed, d / CENSUS_BLOCK, 2)
      draw(stream!, counts)
      if (d < from) continue
      const mutual = counts[0]!
      const asymmetric = counts[1]!
      into[d - from] = numberOf(where, statistic({ mutual, asymmetric, absent: pairs - mutual - asymmetric }))
    }
  }
}

/** Draws that share a stream, of which each takes three words. */
const COUNT_BLOCK = 64

/** Whether rows of bits are shorter than what it takes to make rows of so many ties and to walk along them. */
function fitForBits(condition: CugOptions['condition'], order: number, size: number): boolean {
  return condition === 'size' || (order <= 8192 && order / 32 <= 40 + size / order)
}

/** Draws of what is counted of ties, all in the same bits; a block may begin within those that share a stream. */
function drawCounts(
  where: string,
  statistic: TieCount,
  condition: CugOptions['condition'],
  graph: Digraph,
  seed: number,
): Plan<TestResult>['draw'] {
  const bits = tieBits(graph.order)
  const value = statistic.ofBits(bits)
  const mutual = mutualCount(graph)
  const asymmetric = graph.size - 2 * mutual
  return (from, to, into) => {
    let stream: RandomStream | undefined
    for (let d = from - (from % COUNT_BLOCK); d < to; d++) {
      if (d % COUNT_BLOCK === 0) stream = randomStream(seed, d / COUNT_BLOCK, 3)
      const source = new Words(stream!)
      if (d < from) continue
      if (condition === 'ties') drawTies(bits, graph.size, source)
      else if (condition === 'size') drawCoinFlips(bits, source)
      else drawDyads(bits, mutual, asymmetric, source)
      into[d - from] = numberOf(where, value())
    }
  }
}

/** Up to so many pairs of actors a place for each is quicker than a table of those that moved. */
const FEW_PAIRS = 65_536

/** Every dyad of the network moves to a random pair of actors and is turned round with chance one half. */
function rewired(snapshot: Snapshot, skeleton: Skeleton, stream: RandomStream): Snapshot {
  const { order } = snapshot.graph
  const { count, forward, backward } = skeleton
  const pairs = (order * (order - 1)) / 2
  const source = new Uint32Array(snapshot.graph.size)
  const target = new Uint32Array(snapshot.graph.size)
  const old = new Uint32Array(snapshot.graph.size)
  const list = pairs <= FEW_PAIRS ? new Uint32Array(pairs) : null
  const table = new Map<number, number>()
  let k = 0
  for (let d = 0; d < count; d++) {
    // Fisher & Yates on the pairs, holding only those that moved: 1 + the pair that stands at a place.
    const j = d + stream.below(pairs - d)
    const atJ = list ? list[j]! : (table.get(j) ?? 0)
    const atD = list ? list[d]! : (table.get(d) ?? 0)
    const pair = atJ > 0 ? atJ - 1 : j
    const now = atD > 0 ? atD : d + 1
    if (list) list[j] = now
    else table.set(j, now)
    // Pair number b (b − 1) / 2 + a with a < b.
    let b = Math.floor((1 + Math.sqrt(1 + 8 * pair)) / 2)
    while ((b * (b - 1)) / 2 > pair) b--
    while ((b * (b + 1)) / 2 <= pair) b++
    const a = pair - (b * (b - 1)) / 2
    const [u, v] = stream.uint32() < 0x80000000 ? [a, b] : [b, a]
    if (forward[d]! >= 0) {
      source[k] = u
      target[k] = v
      old[k++] = forward[d]!
    }
    if (backward[d]! >= 0) {
      source[k] = v
      target[k] = u
      old[k++] = backward[d]!
    }
  }
  const { graph, origins } = buildDigraph(order, source, target)
  const from = origins.map(i => old[i]!)
  return withGraph(snapshot, graph, from)
}
