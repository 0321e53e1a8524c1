import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latinHypercube } from '../../src/kernel/latinHypercube.ts'
import { morrisDesign } from '../../src/kernel/morrisDesign.ts'
import { randomStream } from '../../src/kernel/random.ts'
import { saltelliDesign } from '../../src/kernel/saltelliDesign.ts'
import { sobolPoints } from '../../src/kernel/sobolPoints.ts'

describe('latin hypercube', () => {
  test('one point in every slice of every dimension', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 6 }), fc.integer(), (points, d, seed) => {
        const sample = latinHypercube(points, d, randomStream(seed))
        for (let c = 0; c < d; c++) {
          const slices = Array.from({ length: points }, (_, p) => Math.floor(sample[p * d + c]! * points))
          expect(slices.sort((a, b) => a - b)).toEqual(Array.from({ length: points }, (_, p) => p))
        }
      }),
    )
  })
})

describe('scrambled Sobol′ points', () => {
  test('64 points: every coordinate has one in each 64th, every one of the first pairs one in each of the 64 boxes that their quality promises', () => {
    const points = 64
    const sample = sobolPoints(points, 256, 5)
    for (let d = 0; d < 256; d++) {
      const cells = new Set(Array.from({ length: points }, (_, p) => Math.floor(sample[p * 256 + d]! * points)))
      expect(cells.size, `dimension ${d}`).toBe(points)
    }
    // The first two dimensions are a (0, 2)-sequence: each elementary box of area 1/64 holds one point.
    for (let k = 0; k <= 6; k++) {
      const wide = 2 ** k
      const high = points / wide
      const boxes = new Set(
        Array.from(
          { length: points },
          (_, p) => Math.floor(sample[p * 256]! * wide) * high + Math.floor(sample[p * 256 + 1]! * high),
        ),
      )
      expect(boxes.size, `${wide} × ${high}`).toBe(points)
    }
  })
  test('within the open cube; another seed, other points; the mean is unbiased', () => {
    const a = sobolPoints(8, 3, 1)
    expect(a.every(x => x > 0 && x < 1)).toBe(true)
    expect(sobolPoints(8, 3, 1)).toEqual(a)
    expect(sobolPoints(8, 3, 2)).not.toEqual(a)
    let sum = 0
    for (let seed = 0; seed < 4000; seed++) sum += sobolPoints(1, 1, seed)[0]!
    expect(Math.abs(sum / 4000 - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 4000))
  })
  test('integrates a smooth function of 12 variables fifty times better than random points do', () => {
    const points = 4096
    const sample = sobolPoints(points, 12, 3)
    let mean = 0
    for (let p = 0; p < points; p++) {
      let product = 1
      for (let d = 0; d < 12; d++) product *= 1 + (sample[p * 12 + d]! - 0.5) / (d + 1)
      mean += product / points
    }
    expect(Math.abs(mean - 1)).toBeLessThan(1e-4) // random points: sd 0.35 / 64 = 5e-3
  })
})

describe('Saltelli’s rows', () => {
  test('a block is A, A with one input from B each, B', () => {
    const design = saltelliDesign(4, 3, 9)
    expect(design.rows).toBe(20)
    const row = (k: number) => {
      const x = [0, 0, 0]
      design.row(k, x)
      return x
    }
    const [a, b] = [row(5), row(9)]
    for (let i = 0; i < 3; i++) expect(row(6 + i)).toEqual(a.map((v, d) => (d === i ? b[d] : v)))
    expect(a.every((v, d) => v !== b[d])).toBe(true)
  })
})

describe('Morris’s trajectories', () => {
  const rowsOf = (trajectories: number, d: number, candidates: number) => {
    const design = morrisDesign(trajectories, d, 4, { levels: 4, candidates })
    return Array.from({ length: design.rows }, (_, k) => {
      const x = new Array<number>(d).fill(0)
      design.row(k, x)
      return x
    })
  }
  test('every step changes one input by 2/3, every input once, all on the grid', () => {
    const rows = rowsOf(6, 5, 30)
    for (let t = 0; t < 6; t++) {
      const changed = new Set<number>()
      for (let k = 1; k <= 5; k++) {
        const before = rows[t * 6 + k - 1]!
        const moved = rows[t * 6 + k]!.map((v, i) => v - before[i]!)
        const which = moved.map((v, i) => (v === 0 ? -1 : i)).filter(i => i >= 0)
        expect(which.length).toBe(1)
        expect(Math.abs(moved[which[0]!]!)).toBeCloseTo(2 / 3, 12)
        changed.add(which[0]!)
      }
      expect(changed.size).toBe(5)
    }
    for (const value of rows.flat()) expect([0, 1, 2, 3].some(level => Math.abs(value - level / 3) < 1e-12)).toBe(true)
  })
  test('those chosen from 60 lie farther apart than the first that come', () => {
    const spread = (rows: number[][], length: number) => {
      let sum = 0
      for (let i = 0; i < rows.length; i++)
        for (let j = 0; j < i; j++)
          if (Math.floor(i / length) !== Math.floor(j / length))
            sum += Math.hypot(...rows[i]!.map((v, d) => v - rows[j]![d]!))
      return sum
    }
    expect(spread(rowsOf(5, 4, 60), 5)).toBeGreaterThan(1.1 * spread(rowsOf(5, 4, 5), 5))
  })
})
