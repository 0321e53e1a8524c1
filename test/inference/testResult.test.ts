import { describe, expect, test } from 'vitest'
import { judge, testPlan } from '../../src/inference/testResult.ts'
import { codeOf } from './matrices.ts'

const judging = {
  where: 'here',
  observed: 3,
  exact: false,
  seed: 9,
  centre: null,
  stopAfter: undefined,
  whyConstant: 'it cannot vary',
}
const values = Float64Array.of(1, 2, 3, 4, 1)

describe('by hand: 1, 2, 3, 4, 1 beside 3', () => {
  test('enumerated: four as low, two as high, three as far from the mean of 2.2', () => {
    const found = judge(values, { ...judging, exact: true })
    expect(found).toMatchObject({
      observed: 3,
      pLower: 4 / 5,
      pUpper: 2 / 5,
      counts: { lower: 4, upper: 2, twoSided: 4 },
      pTwoSided: 4 / 5,
      draws: 5,
      undefinedDraws: 0,
      exact: true,
      error: 0,
      stoppedEarly: false,
      seed: 9,
    })
    expect(found.mean).toBeCloseTo(2.2, 12)
    expect(found.sd).toBeCloseTo(Math.sqrt((1.2 ** 2 + 0.2 ** 2 + 0.8 ** 2 + 1.8 ** 2 + 1.2 ** 2) / 5), 12)
  })
  test('drawn: one more in each count and in the draws; p (1 − p) / draws is the error’s square', () => {
    const found = judge(values, judging)
    expect(found).toMatchObject({ pLower: 5 / 6, pUpper: 3 / 6, exact: false })
    expect(found.sd).toBeCloseTo(Math.sqrt((1.2 ** 2 + 0.2 ** 2 + 0.8 ** 2 + 1.8 ** 2 + 1.2 ** 2) / 4), 12)
    expect(found.error).toBeCloseTo(Math.sqrt((found.pTwoSided * (1 - found.pTwoSided)) / 5), 12)
    expect(found.error).toBeGreaterThan(0)
  })
  test('stopped early: the counts as they are, twice the smaller tail, 1 at most', () => {
    const early = judge(Float64Array.of(1, 4, 1, 5, 1, 1), { ...judging, stopAfter: 2 })
    expect(early).toMatchObject({
      stoppedEarly: true,
      draws: 4,
      pLower: 2 / 4,
      pUpper: 2 / 4,
      pTwoSided: 1,
    })
    expect(judge(Float64Array.of(1, 1, 1, 4, 1), { ...judging, stopAfter: 1 })).toMatchObject({
      draws: 4,
      pLower: 3 / 4,
      pUpper: 1 / 4,
      pTwoSided: 1 / 2,
    })
    expect(judge(Float64Array.of(4, 4, 4, 1, 1), { ...judging, stopAfter: 1 }).pTwoSided).toBe(1 / 2)
  })
  test('one defined draw has no spread: 0, and the undefined ones count everywhere', () => {
    const found = judge(Float64Array.of(1, Number.NaN), judging)
    expect(found).toMatchObject({ sd: 0, mean: 1, undefinedDraws: 1, counts: { lower: 2, upper: 1 } })
  })
  test('nothing defined, or nothing but the observed value: refused', () => {
    expect(codeOf(() => judge(Float64Array.of(Number.NaN, Number.NaN), judging))).toBe('DEGENERATE_TEST')
    expect(codeOf(() => judge(Float64Array.of(3, 3), judging))).toBe('DEGENERATE_TEST')
  })
})

describe('when to stop', () => {
  const work = { total: 9, block: 1, draw: () => {} }
  test('only where it is asked for, and not in an enumeration', () => {
    expect(testPlan(judging, work).enough).toBeUndefined()
    expect(testPlan({ ...judging, exact: true, stopAfter: 2 }, work).enough).toBeUndefined()
    expect(testPlan({ ...judging, stopAfter: 2 }, work)).toMatchObject({ where: 'here', width: 1, total: 9, block: 1 })
  })
  test('as soon as so many lie on either side; equal ones and undefined ones on both; only the draws made count', () => {
    const enough = testPlan({ ...judging, stopAfter: 2 }, work).enough!
    const drawn = Float64Array.of(1, 3, 4, 0, 0)
    expect([1, 2, 3].map(done => enough(drawn, done))).toEqual([false, false, true])
    expect(enough(Float64Array.of(Number.NaN, 3), 2)).toBe(true)
    expect(enough(Float64Array.of(1, 1, 1, 1), 4)).toBe(false)
    expect(enough(Float64Array.of(4, 4, 4, 4), 4)).toBe(false)
  })
})
