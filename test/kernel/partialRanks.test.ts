import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orthonormal, residual } from '../../src/kernel/leastSquares.ts'
import { partialRanks } from '../../src/kernel/partialRanks.ts'
import { midranks } from '../../src/kernel/ranks.ts'

const columns = [
  [3, 1, 4, 1, 5, 9, 2, 6, 5, 3],
  [2, 7, 1, 8, 2, 8, 1, 8, 2, 8],
  [1, 4, 1, 4, 2, 1, 3, 5, 6, 2],
].map(values => Float64Array.from(values))
const response = Float64Array.from([10, 3, 9, 2, 7, 12, 6, 1, 4, 8])

describe('by hand', () => {
  test('one column: the rank correlation, here of 1 2 3 4 with 1 2 4 3: 1 − 6 · 2 / (4 · 15) = 0.8', () => {
    expect(partialRanks([Float64Array.of(10, 20, 30, 40)], Float64Array.of(1, 2, 9, 5))![0]).toBeCloseTo(0.8, 12)
  })
  test('a column that rises with the response, whatever its shape: 1', () => {
    expect(partialRanks([Float64Array.of(1, 2, 3, 4, 5)], Float64Array.of(1, 10, 100, 1e3, 1e9))![0]).toBeCloseTo(1, 12)
  })
})

describe('edges of the domain', () => {
  test('a column that never varies has none, and changes nothing for the others', () => {
    const found = partialRanks([...columns, new Float64Array(10).fill(7)], response)!
    expect(found[3]).toBeNaN()
    expect(found.slice(0, 3)).toEqual(partialRanks(columns, response))
  })
  test('too few entries, a response that never varies, a column that follows from others: null', () => {
    const first = columns.map(column => column.slice(0, 5))
    expect(partialRanks(first, response.slice(0, 5))).toBeNull()
    expect(partialRanks(columns, new Float64Array(10).fill(1))).toBeNull()
    expect(partialRanks([...columns, columns[0]!], response)).toBeNull()
    expect(partialRanks([], new Float64Array(0))).toBeNull()
  })
})

describe('against others', () => {
  test('R 4.2.2: cor(resid(lm(rank(x_j) ~ ranks of the others)), resid(lm(rank(y) ~ ranks of the others)))', () => {
    const found = partialRanks(columns, response)!
    for (const [j, expected] of [0.438594875219099, -0.220622881969702, -0.912143106415361].entries())
      expect(found[j]).toBeCloseTo(expected, 12)
  })
  test('the definition by residuals', () => {
    const column = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), column, (xs, y) => {
        const found = partialRanks(
          xs.map(x => Float64Array.from(x)),
          Float64Array.from(y),
        )
        if (found === null || found.some(Number.isNaN)) return
        const ranked = xs.map(x => midranks(x))
        for (let j = 0; j < xs.length; j++) {
          const others = [new Float64Array(12).fill(1), ...ranked.filter((_, k) => k !== j)]
          const { basis } = orthonormal(others)
          const a = residual(ranked[j]!, basis)
          const b = residual(midranks(y), basis)
          const norm = (v: Float64Array) => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0))
          if (norm(a) < 1e-6 || norm(b) < 1e-6) continue
          const cosine = a.reduce((sum, x, i) => sum + x * b[i]!, 0) / norm(a) / norm(b)
          expect(found[j]).toBeCloseTo(cosine, 7)
        }
      }),
      { seed: 1, numRuns: 200 },
    )
  })
})
