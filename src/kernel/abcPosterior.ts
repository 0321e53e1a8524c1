import { latinHypercube } from './latinHypercube.ts'
import { randomStream } from './random.ts'
import { ridgeFit } from './ridgeFit.ts'

/** A posterior sample in the unit cube. */
export interface AbcPosterior {
  /** Coordinates in (0, 1), point after point. */
  readonly places: Float64Array
  /** Weight of each point; they sum to 1. */
  readonly weights: Float64Array
  readonly dimensions: number
  /**
   * Share of the accepted runs that are as far from their own mean as the observed is, in standard deviations of each statistic: how
   * well the simulator can bring about what was observed. Near 0 when it cannot; the posterior then means little.
   */
  readonly resemblance: number
  /** How often the simulator ran. */
  readonly runs: number
}

export interface AbcProblem {
  /** Number of unknowns, each with a uniform prior on [0, 1]. */
  readonly dimensions: number
  readonly observed: Float64Array
  /** Writes what would be observed at a place, with the chance that observation has, as run number `draw` of `runs`. */
  readonly simulate: (place: Float64Array, draw: number, into: Float64Array, runs: number) => void
  /** Runs in all, over all rounds. */
  readonly draws: number
  /** Points of the sample. */
  readonly accepted: number
  readonly seed: number
}

/** The prior is narrowed to a box around what was accepted, twice. */
const ROUNDS = 3
/** By how much of its width the box is widened at either end. */
const MARGIN = 0.3

/**
 * Approximate Bayesian computation: which places of the unit cube could have brought about what was observed.
 *
 * 1. Places from a Latin hypercube are run; a ridge regression of the places on the statistics makes one summary an unknown, its
 *    posterior mean as far as that is linear (semi-automatic ABC).
 * 2. The runs whose summaries are nearest to the observed ones are accepted, weighted by Epanechnikov's kernel, and moved by a
 *    weighted local-linear regression on the logit scale to where their summaries are those observed.
 * 3. Twice over, the prior is cut to a box around the accepted runs and where they were moved to, and 1 and 2 are done again inside it. The prior is uniform, so
 *    that the box loses only the tails beyond it.
 *
 * Source: Beaumont, Zhang & Balding 2002, Genetics 162:2025–2035 (acceptance, adjustment); Fearnhead & Prangle 2012, Journal of
 * the Royal Statistical Society B 74:419–474 (summaries, training region); Toni et al. 2009, Journal of the Royal Society
 * Interface 6:187–202 (rounds; ours cut the prior rather than weight particles).
 */
export function abcPosterior(problem: AbcProblem): AbcPosterior {
  const { dimensions, observed, simulate, accepted, seed } = problem
  const count = Math.max(accepted, Math.floor(problem.draws / ROUNDS))
  const low = new Float64Array(dimensions)
  const high = new Float64Array(dimensions).fill(1)
  const places = new Float64Array(count * dimensions)
  const statistics = new Float64Array(count * observed.length)
  let posterior: Accepted = { places: new Float64Array(0), weights: new Float64Array(0), near: new Uint32Array(0) }
  for (let round = 0; round < ROUNDS; round++) {
    const cube = latinHypercube(count, dimensions, randomStream(seed, 6, round))
    for (let p = 0; p < count; p++) {
      for (let d = 0; d < dimensions; d++)
        places[p * dimensions + d] = low[d]! + (high[d]! - low[d]!) * cube[p * dimensions + d]!
      simulate(
        places.subarray(p * dimensions, (p + 1) * dimensions),
        round * count + p,
        statistics.subarray(p * observed.length, (p + 1) * observed.length),
        ROUNDS * count,
      )
    }
    const summaries = summarise(places, statistics, dimensions, observed)
    posterior = acceptNearest(places, summaries, dimensions, accepted, low, high)
    for (let d = 0; d < dimensions; d++) {
      const sorted = Float64Array.from({ length: accepted }, (_, p) => posterior.places[p * dimensions + d]!).sort()
      const raw = Float64Array.from(posterior.near, p => places[p * dimensions + d]!).sort()
      const margin = MARGIN * (sorted.at(-1)! - sorted[0]!)
      low[d] = Math.max(low[d]!, Math.min(raw[0]!, sorted[0]! - margin))
      high[d] = Math.min(high[d]!, Math.max(raw.at(-1)!, sorted.at(-1)! + margin))
    }
  }
  const resemblance = resemblanceOf(statistics, observed, posterior.near)
  return { places: posterior.places, weights: posterior.weights, dimensions, resemblance, runs: ROUNDS * count }
}

interface Accepted extends Pick<AbcPosterior, 'places' | 'weights'> {
  /** Numbers of the accepted runs of the round. */
  readonly near: Uint32Array
}

/** One summary an unknown and run, less that of the observed: zero means that a run looks like what was observed. */
function summarise(
  places: Float64Array,
  statistics: Float64Array,
  dimensions: number,
  observed: Float64Array,
): Float64Array {
  const count = places.length / dimensions
  const columns = Array.from(observed, (_, s) =>
    Float64Array.from({ length: count }, (_, p) => statistics[p * observed.length + s]!),
  )
  const varying = columns.map((column, s) => ({ s, ...momentsOf(column) })).filter(({ sd }) => sd > 0)
  const standard = varying.map(({ s, mean, sd }) => columns[s]!.map(value => (value - mean) / sd))
  const seen = varying.map(({ s, mean, sd }) => (observed[s]! - mean) / sd)
  const summaries = new Float64Array(count * dimensions)
  const even = new Float64Array(count).fill(1)
  const responses = Array.from({ length: dimensions }, (_, d) => {
    const column = Float64Array.from({ length: count }, (_, p) => places[p * dimensions + d]!)
    const { mean } = momentsOf(column)
    return column.map(place => place - mean)
  })
  const slopes = ridgeFit(standard, responses, even, 1e-3)
  for (let d = 0; d < dimensions; d++)
    standard.forEach((column, s) => {
      const slope = slopes[d]![s]!
      for (let p = 0; p < count; p++) summaries[p * dimensions + d]! += slope * (column[p]! - seen[s]!)
    })
  return summaries
}

function acceptNearest(
  places: Float64Array,
  summaries: Float64Array,
  dimensions: number,
  accepted: number,
  low: Float64Array,
  high: Float64Array,
): Accepted {
  const count = places.length / dimensions
  const distance = Float64Array.from({ length: count }, (_, p) => {
    let sum = 0
    for (let d = 0; d < dimensions; d++) sum += summaries[p * dimensions + d]! ** 2
    return Math.sqrt(sum)
  })
  const order = Uint32Array.from({ length: count }, (_, p) => p).sort((a, b) => distance[a]! - distance[b]! || a - b)
  const near = order.subarray(0, accepted)
  const widest = distance[order[Math.min(accepted, count - 1)]!]!
  const weights = Float64Array.from(near, p => (widest > 0 ? Math.max(1e-9, 1 - (distance[p]! / widest) ** 2) : 1))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  for (let i = 0; i < accepted; i++) weights[i]! /= whole

  // Logit within the box keeps what is moved inside it.
  const logits = Array.from({ length: dimensions }, (_, d) =>
    Float64Array.from(near, p => {
      const share = (places[p * dimensions + d]! - low[d]!) / (high[d]! - low[d]!)
      const inside = Math.min(1 - 1e-9, Math.max(1e-9, share))
      return Math.log(inside / (1 - inside))
    }),
  )
  const one = new Float64Array(accepted).fill(1)
  const columns = [
    one,
    ...Array.from({ length: dimensions }, (_, d) => Float64Array.from(near, p => summaries[p * dimensions + d]!)),
  ].filter(column => column.some(value => value !== 0))
  const slopes = ridgeFit(columns, logits, weights, 1e-6)
  const moved = new Float64Array(accepted * dimensions)
  for (let d = 0; d < dimensions; d++)
    for (let i = 0; i < accepted; i++) {
      let logit = logits[d]![i]!
      for (let c = 1; c < columns.length; c++) logit -= slopes[d]![c]! * columns[c]![i]!
      moved[i * dimensions + d] = low[d]! + (high[d]! - low[d]!) / (1 + Math.exp(-logit))
    }
  return { places: moved, weights, near }
}

/** After the goodness of fit of Csilléry, François & Blum 2012, Methods in Ecology and Evolution 3:475–479, on accepted runs. */
function resemblanceOf(statistics: Float64Array, observed: Float64Array, near: Uint32Array): number {
  const far = new Float64Array(near.length)
  let seen = 0
  for (let s = 0; s < observed.length; s++) {
    const column = Float64Array.from(near, p => statistics[p * observed.length + s]!)
    const { mean, sd } = momentsOf(column)
    if (sd === 0) {
      if (observed[s] !== mean) seen = Infinity
      continue
    }
    for (let i = 0; i < far.length; i++) far[i]! += ((column[i]! - mean) / sd) ** 2
    seen += ((observed[s]! - mean) / sd) ** 2
  }
  return (1 + far.reduce((sum, value) => sum + (value >= seen ? 1 : 0), 0)) / (1 + far.length)
}

function momentsOf(column: Float64Array): { mean: number; sd: number } {
  let mean = 0
  let squares = 0
  for (let p = 0; p < column.length; p++) {
    const off = column[p]! - mean
    mean += off / (p + 1)
    squares += off * (column[p]! - mean)
  }
  return { mean, sd: Math.sqrt(squares / column.length) }
}
