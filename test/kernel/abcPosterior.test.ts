import { describe, expect, test } from 'vitest'
import { type AbcPosterior, abcPosterior } from '../../src/kernel/abcPosterior.ts'
import { randomStream } from '../../src/kernel/random.ts'

/** The value below which a share of the sample's weight lies. */
function quantileOf({ places, weights, dimensions }: AbcPosterior, d: number, share: number): number {
  const points = Array.from(weights, (weight, p) => [places[p * dimensions + d]!, weight] as const)
  let below = 0
  for (const [place, weight] of points.sort((a, b) => a[0] - b[0])) {
    below += weight
    if (below >= share) return place
  }
  return 1
}

/** Φ⁻¹ at the three shares that are compared. */
const normalQuantile: Record<number, number> = { 0.05: -1.6448536269514722, 0.5: 0, 0.95: 1.6448536269514722 }

const noisy =
  (model: (place: Float64Array) => number[], sd: number, seed: number) =>
  (place: Float64Array, draw: number, into: Float64Array) => {
    const stream = randomStream(seed, draw)
    model(place).forEach((value, s) => {
      into[s] = value + sd * stream.normal()
    })
  }

describe('against the exact posterior', () => {
  test('means of a normal: θ seen ten times with error 0.2 has mean and sd of the sample, 0.2/√10', () => {
    const observed = Float64Array.from({ length: 10 }, (_, i) => 0.45 + 0.02 * (i - 4.5))
    const posterior = abcPosterior({
      dimensions: 1,
      observed,
      simulate: noisy(([theta]) => Array(10).fill(theta), 0.2, 5),
      draws: 6000,
      accepted: 400,
      seed: 1,
    })
    const sd = 0.2 / Math.sqrt(10)
    for (const share of [0.05, 0.5, 0.95])
      expect(Math.abs(quantileOf(posterior, 0, share) - (0.45 + normalQuantile[share]! * sd))).toBeLessThan(0.15 * sd)
  })
  test('a curve: θ² seen as 0.25 with error 0.01 is 0.5 with error 0.01; what is not seen stays uniform', () => {
    const posterior = abcPosterior({
      dimensions: 2,
      observed: Float64Array.of(0.25, 0.25),
      simulate: noisy(([theta]) => [theta! ** 2, theta! ** 2], 0.01 * Math.SQRT2, 6),
      draws: 9000,
      accepted: 500,
      seed: 2,
    })
    for (const share of [0.05, 0.5, 0.95]) {
      expect(Math.abs(quantileOf(posterior, 0, share) - (0.5 + normalQuantile[share]! * 0.01))).toBeLessThan(0.003)
      expect(Math.abs(quantileOf(posterior, 1, share) - share)).toBeLessThan(0.08)
    }
  })
})

describe('laws', () => {
  const problem = {
    dimensions: 2,
    observed: Float64Array.of(0.7, 0.1),
    simulate: noisy(([a, b]) => [a! + b!, a! * b!], 0.05, 7),
    draws: 900,
    accepted: 100,
    seed: 3,
  }
  test('same seed, same bits; weights sum to 1; places stay inside the cube', () => {
    const found = abcPosterior(problem)
    expect(abcPosterior(problem)).toEqual(found)
    expect(abcPosterior({ ...problem, seed: 4 })).not.toEqual(found)
    expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    for (const place of found.places) expect(place > 0 && place < 1).toBe(true)
    expect(found.runs).toBe(900)
  })
  test('statistics that never vary say nothing: the prior comes back', () => {
    const posterior = abcPosterior({
      ...problem,
      dimensions: 1,
      observed: Float64Array.of(3),
      simulate: (_, __, into) => into.fill(3),
    })
    for (const share of [0.05, 0.5, 0.95]) expect(Math.abs(quantileOf(posterior, 0, share) - share)).toBeLessThan(0.1)
  })
})
