import type { RandomStream } from './random.ts'

/** Mutual and asymmetric dyads of a random directed graph; the others are absent. */
export type CensusDraw = (stream: RandomStream, into: Uint32Array) => void

/**
 * Draws the dyad census of a graph with `ties` arcs placed at random, without making the graph: with D pairs,
 * P(M) ∝ D! 2^A / (M! A! (D − M − A)!), A = ties − 2M.
 *
 * One uniform number a draw and O(log ties); O(ties) once.
 *
 * Source: Holland & Leinhardt 1976, Sociological Methodology 7:1–45, from counting; Katz & Powell 1957.
 */
export function censusGivenTies(pairs: number, ties: number): CensusDraw {
  const least = Math.max(0, ties - pairs)
  const most = Math.floor(ties / 2)
  const logs = new Float64Array(most - least + 1)
  for (let k = least; k < most; k++) {
    const asymmetric = ties - 2 * k
    const absent = pairs - ties + k
    logs[k - least + 1] = logs[k - least]! + Math.log((asymmetric * (asymmetric - 1)) / (4 * (k + 1) * (absent + 1)))
  }
  const sums = cumulated(logs)
  return (stream, into) => {
    const mutual = least + drawFrom(sums, stream)
    into[0] = mutual
    into[1] = ties - 2 * mutual
  }
}

/** Draws the dyad census of a graph in which every arc is there with chance one half: dyads are independent, ¼, ½, ¼. */
export function censusOfCoinFlips(pairs: number): CensusDraw {
  const mutualSums = binomialSums(pairs, 0.25)
  const asymmetricSums = new Map<number, Float64Array>()
  return (stream, into) => {
    const mutual = drawFrom(mutualSums, stream)
    let sums = asymmetricSums.get(mutual)
    if (!sums) {
      sums = binomialSums(pairs - mutual, 2 / 3)
      asymmetricSums.set(mutual, sums)
    }
    into[0] = mutual
    into[1] = drawFrom(sums, stream)
  }
}

function binomialSums(count: number, chance: number): Float64Array {
  const logs = new Float64Array(count + 1)
  const odds = chance / (1 - chance)
  for (let k = 0; k < count; k++) logs[k + 1] = logs[k]! + Math.log((odds * (count - k)) / (k + 1))
  return cumulated(logs)
}

/** Running sums of exp(logs), the last one 1. */
function cumulated(logs: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY
  for (const log of logs) if (log > top) top = log
  const sums = new Float64Array(logs.length)
  let sum = 0
  for (let i = 0; i < logs.length; i++) {
    sum += Math.exp(logs[i]! - top)
    sums[i] = sum
  }
  for (let i = 0; i < sums.length; i++) sums[i]! /= sum
  return sums
}

/** First place whose sum is above a uniform number, by bisection. */
function drawFrom(sums: Float64Array, stream: RandomStream): number {
  const at = stream.uniform()
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sums[middle]! > at) high = middle
    else low = middle + 1
  }
  return low
}
