import { type Snapshot, snapshotFrom } from 'guanxi'
import {
  cugTest,
  dyadFlipTest,
  groupLabelTest,
  qapCorrelation,
  qapRegression,
  strengthTest,
  weightShuffleTest,
} from 'guanxi/inference'
import { hierarchy, inequality, reciprocity, strength } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { type RandomStream, randomStream } from '../../src/kernel/random.ts'

// Under its null a test at 5 % must reject 5 %: of 2,000 networks 70 to 130 (three standard errors of 0.5 % either way).
const NETWORKS = 2000

function rejections(run: (stream: RandomStream, seed: number) => number): number {
  let rejected = 0
  for (let trial = 0; trial < NETWORKS; trial++) if (run(randomStream(20, trial), trial) <= 0.05) rejected++
  return rejected / NETWORKS
}

function calibrated(name: string, run: (stream: RandomStream, seed: number) => number): void {
  test(`${name}: 3.5 to 6.5 % rejected`, () => {
    const share = rejections(run)
    console.log(`${name}: ${(100 * share).toFixed(2)} %`)
    expect(share).toBeGreaterThanOrEqual(0.035)
    expect(share).toBeLessThanOrEqual(0.065)
  })
}

type Weight = (i: number, j: number) => number

/** A network of all ordered pairs with a chance, weights as given. */
function drawn(
  stream: RandomStream,
  count: number,
  density: number,
  layers: Record<string, Weight>,
  attributes: Record<string, string[]> = {},
): Snapshot {
  const source: number[] = []
  const target: number[] = []
  const values: Record<string, number[]> = Object.fromEntries(Object.keys(layers).map(name => [name, []]))
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      if (i === j || stream.uniform() >= density) continue
      source.push(i)
      target.push(j)
      for (const [name, weight] of Object.entries(layers)) values[name]!.push(weight(i, j))
    }
  return snapshotFrom({ count, source, target, layers: values, attributes })
}

const random = (stream: RandomStream, count: number) => Float64Array.from({ length: count }, () => stream.uniform())
const layer = 'w'
const weighted = (x: Snapshot) => reciprocity(x, { layer }).weighted
const draws = 199

describe('permuting actors', () => {
  // Actor effects make cells of a row and of a column alike: the case in which tests of single cells reject far too often.
  const effects = (stream: RandomStream, count: number): Weight => {
    const giver = random(stream, count)
    const getter = random(stream, count)
    return (i, j) => 3 * giver[i]! + 3 * getter[j]! + stream.uniform()
  }
  calibrated('QAP correlation, 12 actors with their own levels', (stream, seed) => {
    const x = drawn(stream, 12, 1, { x: effects(stream, 12), y: effects(stream, 12) })
    return qapCorrelation(x, { x: 'x', y: 'y', permutations: draws, seed }).pTwoSided
  })
  calibrated('QAP correlation by ranks, 12 actors', (stream, seed) => {
    const x = drawn(stream, 12, 1, { x: effects(stream, 12), y: effects(stream, 12) })
    return qapCorrelation(x, { x: 'x', y: 'y', method: 'spearman', permutations: draws, seed }).pTwoSided
  })
  calibrated('QAP regression, 12 actors, predictors that are correlated', (stream, seed) => {
    const common = effects(stream, 12)
    const x = effects(stream, 12)
    const z = (i: number, j: number) => common(i, j) / 2 + x(i, j)
    const y = effects(stream, 12)
    const network = drawn(stream, 12, 1, { y: (i, j) => y(i, j) + common(i, j), x, z: common, u: z })
    const options = { response: 'y', predictors: ['x', 'z'], permutations: draws, seed }
    return qapRegression(network, options).terms[0]!.pTwoSided
  })
})

describe('random ties', () => {
  const edgewise = (x: Snapshot) => reciprocity(x).correlation
  calibrated('CUG given ties, 20 actors: correlation reciprocity', (stream, seed) => {
    const x = drawn(stream, 20, 0.4, {})
    return cugTest(x, edgewise, { condition: 'ties', replications: draws, seed }).pTwoSided
  })
  calibrated('CUG given size, 15 actors: centralization of what is got', (stream, seed) => {
    const x = drawn(stream, 15, 0.5, {})
    const spread = (s: Snapshot) => strength(s, { direction: 'in' }).values.reduce((sum, v) => sum + v * v * v, 0)
    return cugTest(x, spread, { condition: 'size', replications: draws, seed }).pTwoSided
  })
  calibrated('CUG given the dyad census, 15 actors: incoherence', (stream, seed) => {
    const x = drawn(stream, 15, 0.2, {})
    return cugTest(x, s => hierarchy(s).incoherence, { condition: 'dyad-census', replications: draws, seed }).pTwoSided
  })
})

describe('directions, weights, strengths', () => {
  const any =
    (stream: RandomStream): Weight =>
    () =>
      stream.uniform() ** 2
  calibrated('direction flips, 10 actors: incoherence', (stream, seed) => {
    const x = drawn(stream, 10, 0.5, { w: any(stream) })
    return dyadFlipTest(x, s => hierarchy(s, { layer }).incoherence, { replications: draws, seed }).pTwoSided
  })
  calibrated('weight shuffle, 10 actors: weighted reciprocity', (stream, seed) => {
    const x = drawn(stream, 10, 0.5, { w: any(stream) })
    return weightShuffleTest(x, weighted, { layer, replications: draws, seed }).pTwoSided
  })
  calibrated('strengths, 6 actors with equal exponential weights: weighted reciprocity', (stream, seed) => {
    // Independent exponential weights are uniform on the tables with their own strengths.
    const x = drawn(stream, 6, 1, { w: () => -Math.log(1 - stream.uniform()) })
    return strengthTest(x, weighted, { layer, replications: draws, seed, steps: 150 }).pTwoSided
  })
})

describe('group labels of unequal sizes', () => {
  for (const sizes of [
    [2, 13],
    [3, 5, 12],
  ])
    calibrated(`groups of ${sizes.join(', ')}: inequality between`, (stream, seed) => {
      const sector = sizes.flatMap((size, g) => Array<string>(size).fill(`g${g}`))
      const level = random(stream, sector.length)
      const x = drawn(stream, sector.length, 0.6, { w: i => level[i]! + stream.uniform() }, { sector })
      const between = (s: Snapshot) => inequality(s, { layer, direction: 'out', group: 'sector' }).between
      return groupLabelTest(x, between, { group: 'sector', replications: draws, seed }).pTwoSided
    })
})
