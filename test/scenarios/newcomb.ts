import { readFileSync } from 'node:fs'
import { abcPosterior } from '../../src/kernel/abcPosterior.ts'
import { randomStream } from '../../src/kernel/random.ts'

/**
 * The trust law of the model on Newcomb's fraternity: 17 students who ranked each other in 15 of 16 weeks (Newcomb 1961, The
 * Acquaintance Process; data as in test/golden).
 *
 * There is no agency and there are no hours, so that only the law of gain and loss can be tried. What a student feels from another
 * is taken to be how the other ranks him, and whatever else happens between the two in that week: x = 2 t_ji − 1 + luck · z. Ranks
 * have the same mean for everybody in every week: levels of trust cannot be seen in them, only who rises and who falls.
 */
const count = 17
/** Weeks as they are in the data: none in week 9. */
const weeks = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15]
const kept = 15

/** Liking of j by i at `i * count + j`: from 0 for the last rank to 1 for the first. */
type Liking = Float64Array

export function readWaves(): Liking[] {
  const path = new URL('../golden/datasets/newcomb_fraternity.json', import.meta.url)
  const { nodes, relations } = JSON.parse(readFileSync(path, 'utf8')) as {
    nodes: { id: string }[]
    relations: Record<string, [string, string, number][]>
  }
  const ids = nodes.map(({ id }) => id)
  return weeks.map(week => {
    const liking = new Float64Array(count * count).fill(Number.NaN)
    for (const [source, target, weight] of relations[`week${week}`]!)
      liking[ids.indexOf(source) * count + ids.indexOf(target)] = (weight - 1) / (count - 2)
    return liking
  })
}

/** The law of § 7.2: a good experience closes part of the distance to 1, a bad one takes part of what there is. */
export function lawOfTrust(trust: number, experience: number, gain: number, lossFactor: number): number {
  return trust + (experience > 0 ? gain * experience * (1 - trust) : gain * lossFactor * experience * trust)
}

interface Law {
  readonly gain: number
  readonly lossFactor: number
  /** Standard deviation of what else is felt in a week. */
  readonly luck: number
}

function weekLater(liking: Liking, { gain, lossFactor, luck }: Law, normal: () => number): Liking {
  return liking.map((trust, k) => {
    const experience = 2 * liking[backOf(k)]! - 1 + luck * normal()
    return Math.max(0, Math.min(1, lawOfTrust(trust, experience, gain, lossFactor)))
  })
}

/** What each would write down: the others in order of liking, each liking seen with an error. */
function ranked(liking: Liking, error: number, normal: () => number): Liking {
  const felt = error > 0 ? liking.map(trust => trust + error * normal()) : liking
  return felt.map((trust, k) => {
    const from = k - (k % count)
    let rank = 0
    for (let j = from; j < from + count; j++) if (felt[j]! < trust || (felt[j] === trust && j < k)) rank++
    return Number.isNaN(trust) ? trust : rank / (count - 2)
  })
}

const pairs = Array.from({ length: count * count }, (_, k) => k).filter(k => k % count !== Math.floor(k / count))
const backOf = (k: number) => (k % count) * count + Math.floor(k / count)

/** Correlation over pairs; ranks of every week have mean ½ and the same spread. */
function correlation(a: Liking, b: Liking, at: (k: number) => number): number {
  let product = 0
  let square = 0
  for (const k of pairs) {
    product += (a[k]! - 0.5) * (b[at(k)]! - 0.5)
    square += (a[k]! - 0.5) ** 2
  }
  return product / square
}

/** How much each week resembles the one before, early and late; the last the first; how mutual it is; how change goes with being liked. */
function statisticsOf(waves: readonly Liking[]): number[] {
  const same = (k: number) => k
  const steps = waves.slice(1).map((now, w) => {
    const before = waves[w]!
    let liked = 0
    let disliked = 0
    for (const k of pairs) {
      const x = 2 * before[backOf(k)]! - 1
      if (x > 0) liked += x * (now[k]! - before[k]!)
      else disliked += x * (now[k]! - before[k]!)
    }
    return [
      correlation(now, before, same),
      correlation(now, now, backOf),
      liked / pairs.length,
      disliked / pairs.length,
    ]
  })
  const mean = (rows: readonly number[][], column: number) =>
    rows.reduce((sum, row) => sum + row[column]!, 0) / rows.length
  const half = steps.length >> 1
  return [
    mean(steps.slice(0, half), 0),
    mean(steps.slice(half), 0),
    correlation(waves.at(-1)!, waves[0]!, same),
    correlation(waves.at(-1)!, waves[half]!, same),
    mean(steps.slice(half), 1),
    mean(steps, 2),
    mean(steps, 3),
  ]
}

function trajectory(start: Liking, law: Law, until: number, normal: () => number): Liking[] {
  const found: Liking[] = []
  let liking = start
  for (let week = 0; week <= until; week++) {
    if (week > 0) liking = weekLater(liking, law, normal)
    if (weeks.includes(week)) found.push(liking)
  }
  return found
}

const priors = {
  gain: (place: number) => 0.002 * 100 ** place,
  lossFactor: (place: number) => 1 + 3 * place,
  luck: (place: number) => 8 * place,
  error: (place: number) => 0.3 * place,
}

export interface NewcombFit {
  /** Median and 90 % before and after, and how the widths compare on the scale that was drawn. */
  readonly rows: {
    name: string
    prior: [number, number]
    median: number
    interval: [number, number]
    ratio: number
  }[]
  readonly resemblance: number
  /** Root mean square errors of the kept week's ranks. */
  readonly kept: { name: string; error: number }[]
}

/** Fits gain, loss factor and error of ranking to weeks 0 to 14 and foretells week 15. */
export function fitNewcomb(draws: number, seed: number): NewcombFit {
  const waves = readWaves()
  const fitted = waves.slice(0, -1)
  const start = waves[0]!
  const names = Object.keys(priors) as (keyof typeof priors)[]
  const valuesAt = (place: ArrayLike<number>) =>
    Object.fromEntries(names.map((name, d) => [name, priors[name](place[d]!)])) as Record<keyof typeof priors, number>
  const observed = Float64Array.from(statisticsOf(fitted))
  const posterior = abcPosterior({
    dimensions: names.length,
    observed,
    draws,
    accepted: Math.floor(draws / 25),
    seed,
    simulate: (place, draw, into) => {
      const law = valuesAt(place)
      const { normal } = randomStream(seed, 12, draw)
      const latent = trajectory(start, law, kept - 1, normal)
      into.set(statisticsOf(latent.map((liking, w) => (w === 0 ? start : ranked(liking, law.error, normal)))))
    },
  })
  const quantile = (d: number, share: number) => {
    let below = 0
    const points = Array.from(
      posterior.weights,
      (weight, p) => [posterior.places[p * names.length + d]!, weight] as const,
    )
    for (const [place, weight] of points.sort((a, b) => a[0] - b[0])) {
      below += weight
      if (below >= share) return place
    }
    return 1
  }
  const rows = names.map((name, d) => {
    const [low, median, high] = [0.05, 0.5, 0.95].map(share => quantile(d, share)) as [number, number, number]
    const scale = priors[name]
    return {
      name,
      prior: [scale(0.05), scale(0.95)] as [number, number],
      median: scale(median),
      interval: [scale(low), scale(high)] as [number, number],
      ratio: (high - low) / 0.9,
    }
  })
  const last = waves.at(-1)!
  const before = waves.at(-2)!
  const rms = (foretold: Liking) =>
    Math.sqrt(pairs.reduce((sum, k) => sum + (foretold[k]! - last[k]!) ** 2, 0) / pairs.length)
  const expected = { gain: rows[0]!.median, lossFactor: rows[1]!.median, luck: 0 }
  const never = () => 0
  const plain = (liking: Liking) => ranked(liking, 0, never)
  const mean = before.map((_, k) => fitted.slice(-5).reduce((sum, wave) => sum + wave[k]! / 5, 0))
  return {
    rows,
    resemblance: posterior.resemblance,
    kept: [
      { name: 'the law, from week 0', error: rms(plain(trajectory(start, expected, kept, never).at(-1)!)) },
      { name: 'no change since week 0', error: rms(start) },
      { name: 'the law, from week 14', error: rms(plain(weekLater(before, expected, never))) },
      { name: 'no change since week 14', error: rms(before) },
      { name: 'mean of weeks 10 to 14', error: rms(plain(mean)) },
    ],
  }
}
