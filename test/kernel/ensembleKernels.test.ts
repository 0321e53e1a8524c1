import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialTail } from '../../src/kernel/binomialTail.ts'
import { keyedPermutation } from '../../src/kernel/keyedPermutation.ts'
import { primBoxes } from '../../src/kernel/primBoxes.ts'
import { randomStream } from '../../src/kernel/random.ts'
import { sha256 } from '../../src/kernel/sha256.ts'
import { sobolAt, sobolCoordinate } from '../../src/kernel/sobolCoordinate.ts'
import { sobolPoints } from '../../src/kernel/sobolPoints.ts'
import { studentHalfWidth } from '../../src/kernel/studentHalfWidth.ts'

describe('sha256', () => {
  test('is that of FIPS 180-4, for the empty text, at the edges of a block, in Chinese', () => {
    for (const text of ['', 'abc', ...[55, 56, 57, 63, 64, 65, 119, 120, 1000].map(n => 'x'.repeat(n)), '关系网络'])
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
  })
  test('of any text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
      }),
    ))
})

describe('keyedPermutation', () => {
  test('hits every number once, whatever the size', () => {
    for (const size of [1, 2, 3, 5, 8, 33, 256, 257, 300, 511, 513, 1000, 4097]) {
      const at = keyedPermutation(size, 1, 2)
      expect([...Array(size).keys()].map(at).sort((a, b) => a - b)).toEqual([...Array(size).keys()])
    }
  })
  test('of large sizes stays within them and does not repeat', () => {
    const size = 2 ** 31 + 11
    const at = keyedPermutation(size, 4)
    const seen = new Set([...Array(2000).keys()].map(i => at(size - 1 - i)))
    expect(seen.size).toBe(2000)
    expect([...seen].every(value => Number.isInteger(value) && value >= 0 && value < size)).toBe(true)
  })
  test.each([6, 300, 6000])('over the seeds, numbers go everywhere equally often, and pairs do too: size %i', size => {
    const seeds = 12_000
    const single = new Float64Array(36)
    const pairs = new Float64Array(36)
    for (let seed = 0; seed < seeds; seed++) {
      const at = keyedPermutation(size, seed)
      const sixth = (index: number) => Math.floor((at(index) * 6) / size)
      for (let i = 0; i < 6; i++) single[i * 6 + sixth(i)]!++
      pairs[sixth(0) * 6 + sixth(1)]!++
    }
    const statistic = (counts: Float64Array, expected: number) =>
      counts.reduce((sum, count) => sum + (count === 0 ? 0 : (count - expected) ** 2 / expected), 0)
    // χ² with 25 to 30 degrees of freedom for the places (a table of 6 fixes its margins), 29 or 35 for the ordered pairs: their
    // 0.9999 quantiles are at most 70 and 76.
    expect(statistic(single, seeds / 6)).toBeLessThan(70)
    expect(statistic(pairs, size === 6 ? seeds / 30 : seeds / 36)).toBeLessThan(76)
  })
})

describe('sobolAt', () => {
  test('gives the points of the sequence one by one', () => {
    const points = sobolPoints(300, 7, 5)
    for (let d = 0; d < 7; d++) {
      const coordinate = sobolCoordinate(d, 5)
      for (const p of [0, 1, 2, 3, 64, 255, 299]) expect(sobolAt(coordinate, p)).toBe(points[p * 7 + d])
    }
  })
})

describe('studentHalfWidth', () => {
  // R 4.2: qt(0.975, c(1, 2, 3, 4, 5, 10, 30, 100, 1e4)), printed to 10 digits.
  test.each([
    [1, 12.7062047362],
    [2, 4.3026527297],
    [3, 3.1824463053],
    [4, 2.7764451052],
    [5, 2.5705818356],
    [10, 2.228138852],
    [30, 2.0422724563],
    [100, 1.9839715185],
    [10_000, 1.9602012636],
  ])('with %i degrees of freedom is that of R', (degrees, expected) => {
    expect(Math.abs(studentHalfWidth(degrees) / expected - 1)).toBeLessThan(1e-4)
  })
})

describe('binomialTail', () => {
  test('P(X ≥ 2) of 3 fair coins: (3 + 1) / 8', () => expect(binomialTail(2, 3, 0.5)).toBeCloseTo(0.5, 14))
  test('edges: no hits asked 1, more than trials 0, chance 0 and 1', () => {
    expect([binomialTail(0, 5, 0.2), binomialTail(6, 5, 0.2), binomialTail(1, 5, 0), binomialTail(5, 5, 1)]).toEqual([
      1, 0, 0, 1,
    ])
  })
  test('is the sum of all terms, for any numbers', () => {
    for (const [trials, chance] of [
      [10, 0.3],
      [40, 0.9],
      [25, 0.01],
    ] as const)
      for (let hits = 0; hits <= trials; hits++) {
        let sum = 0
        for (let x = hits; x <= trials; x++) {
          let term = 1
          for (let i = 1; i <= x; i++) term *= (trials - x + i) / i
          sum += term * chance ** x * (1 - chance) ** (trials - x)
        }
        expect(Math.abs(binomialTail(hits, trials, chance) / sum - 1)).toBeLessThan(1e-10)
      }
  })
})

describe('primBoxes', () => {
  test('by hand: cases at 7, 8, 9 of 0 … 9: peels from below until only they are left', () => {
    const column = Float64Array.from({ length: 10 }, (_, i) => i)
    const boxes = primBoxes(
      [column],
      Uint8Array.from(column, x => (x >= 7 ? 1 : 0)),
      0.1,
      3,
    )
    expect(boxes.at(-1)).toMatchObject({ points: 3, cases: 3 })
    expect([boxes.at(-1)!.low[0], boxes.at(-1)!.high[0]]).toEqual([7, Infinity])
  })
  test('values that are tied are peeled together', () => {
    const column = Float64Array.from([1, 1, 1, 1, 2, 2, 2, 2])
    const boxes = primBoxes([column], Uint8Array.from([0, 0, 0, 0, 1, 1, 1, 0]), 0.1, 1)
    expect(boxes.map(({ points, cases }) => [points, cases])).toEqual([
      [8, 3],
      [4, 3],
    ])
  })
  test('finds a planted box among inputs that do nothing', () => {
    const stream = randomStream(3)
    const columns = Array.from({ length: 6 }, () => Float64Array.from({ length: 4000 }, () => stream.uniform()))
    const [x, y] = columns as [Float64Array, Float64Array]
    const interest = Uint8Array.from(x, (value, i) => (value > 0.6 && y[i]! < 0.5 ? 1 : 0))
    const boxes = primBoxes(columns, interest, 0.05, 200)
    const dense = boxes.find(({ points, cases }) => cases / points > 0.97)!
    const all = interest.reduce((sum, value) => sum + value, 0)
    expect(dense.cases / all).toBeGreaterThan(0.9)
    expect(dense.low[0]).toBeGreaterThan(0.57)
    expect(dense.low[0]).toBeLessThan(0.65)
    expect(dense.high[1]).toBeGreaterThan(0.45)
    expect(dense.high[1]).toBeLessThan(0.53)
  })
})
