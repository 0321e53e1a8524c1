import { qapRegression } from 'guanxi/inference'
import { describe, expect, test } from 'vitest'
import { published } from '../helpers/golden.ts'
import { codeOf, fromMatrices, X, xyz, Y, Z } from './matrices.ts'

describe('by hand', () => {
  test('y on x and z, five actors: coefficients, t, and 120 permutations', () => {
    const q = qapRegression(xyz(), { response: 'y', predictors: ['x', 'z'], seed: 1 })
    const [x, z] = q.terms
    expect(q.intercept).toBeCloseTo(1.518072289157, 9)
    expect([x!.estimate, z!.estimate]).toEqual([expect.closeTo(0.521649096386, 9), expect.closeTo(-0.525978915663, 9)])
    expect([x!.t, z!.t]).toEqual([expect.closeTo(3.973341985, 8), expect.closeTo(-2.352453748, 8)])
    expect(q).toMatchObject({ exact: true, draws: 120, pairs: 20 })
    expect([x!.counts.upper, x!.counts.twoSided, z!.counts.lower, z!.counts.twoSided]).toEqual([1, 1, 4, 7])
  })
  test('sender and receiver: y_ij = 10 + 2 a_i − 3 b_j and little else; nothing else is refused', () => {
    const a = [0, 3, 1, 2, 5]
    const b = [1, 1, 0, 0, 1]
    const on = (noise: number) => {
      const y = a.map((s, i) => b.map((r, j) => (i === j ? 0 : 10 + 2 * s - 3 * r + noise * X[i]![j]!)))
      const network = fromMatrices({ y }, i => ({ a: a[i]!, b: b[i]! }))
      return qapRegression(network, { response: 'y', predictors: [{ sender: 'a' }, { receiver: 'b' }], seed: 1 })
    }
    const q = on(0.001)
    expect(q.terms.map(t => t.name)).toEqual(['sender:a', 'receiver:b'])
    expect(q.terms.map(t => t.estimate)).toEqual([2, -3].map(v => expect.closeTo(v, 2)))
    expect(q.rSquared).toBeCloseTo(1, 6)
    expect(codeOf(() => on(0))).toBe('DEGENERATE_TEST')
  })
  test('difference and sameness: y_ij = 3 |a_i − a_j| − 4 where b_i = b_j, and little else', () => {
    const a = [0, 3, 1, 2, 5]
    const b = ['x', 'y', 'x', 'y', 'x']
    const y = a.map((s, i) => a.map((t, j) => (i === j ? 0 : 10 + 3 * Math.abs(s - t) - 4 * Number(b[i] === b[j]))))
    const noisy = y.map((row, i) => row.map((value, j) => (i === j ? 0 : value + 0.001 * X[i]![j]!)))
    const network = fromMatrices({ y: noisy }, i => ({ a: a[i]!, b: b[i]! }))
    const q = qapRegression(network, { response: 'y', predictors: [{ difference: 'a' }, { same: 'b' }], seed: 1 })
    expect(q.terms.map(t => t.name)).toEqual(['difference:a', 'same:b'])
    expect(q.terms.map(t => t.estimate)).toEqual([3, -4].map(v => expect.closeTo(v, 2)))
    const of = (predictor: object) =>
      codeOf(() => qapRegression(network, { response: 'y', predictors: [predictor], seed: 1 } as never))
    expect(of({ difference: 'b' })).toBe('INVALID_VALUE')
    expect(of({ sender: 'c' })).toBe('MISSING_VALUE')
  })
  test('draws a thousand times when it does not enumerate and nothing is said', () => {
    const { network } = published('knoke_bureaucracies')
    const options = { response: 'money', predictors: ['information'], seed: 1 }
    expect(qapRegression(network, options)).toMatchObject({ exact: false, draws: 1000 })
    expect(qapRegression(network, { ...options, permutations: 30 }).draws).toBe(30)
  })
})

describe('edges of the domain', () => {
  const run = (options: object) => codeOf(() => qapRegression(xyz(), { response: 'y', seed: 1, ...options } as never))
  test('predictors that depend on each other, a constant response, none, twice the same, unknown kinds', () => {
    const network = fromMatrices({ x: X, double: X.map(r => r.map(v => 2 * v)), one: X.map(r => r.map(() => 1)) })
    const on = (response: string, predictors: never[]) =>
      codeOf(() => qapRegression(network, { response, predictors, seed: 1 }))
    expect(on('one', ['x'] as never)).toBe('DEGENERATE_TEST')
    expect(on('x', ['double', 'one'] as never)).toBe('DEGENERATE_TEST')
    expect(run({ predictors: [] })).toBe('INVALID_OPTION')
    expect(run({ predictors: ['x', 'x'] })).toBe('INVALID_OPTION')
    expect(run({ predictors: [{ sum: 'x' }] })).toBe('INVALID_OPTION')
    expect(run({ predictors: ['x'], stopAfter: 3 })).toBe('UNKNOWN_OPTION')
  })
  test('an actor without the attribute, or with a text where a number is needed', () => {
    expect(run({ predictors: [{ same: 'sector' }] })).toBe('MISSING_VALUE')
    expect(run({ predictors: [{ difference: 'kind' }] })).toBe('INVALID_VALUE')
  })
  test('the logistic form wants zeros and ones, and a fit that exists', () => {
    expect(run({ predictors: ['x'], family: 'logistic' })).toBe('INVALID_VALUE')
    const step = X.map(row => row.map(v => Number(v > 1)))
    const network = fromMatrices({ x: X, step })
    expect(
      codeOf(() => qapRegression(network, { response: 'step', predictors: ['x'], family: 'logistic', seed: 1 })),
    ).toBe('DEGENERATE_TEST')
  })
})

describe('laws', () => {
  test('scaling a predictor by 4 divides its coefficient, and leaves t and p', () => {
    const scaled = fromMatrices({ x: X.map(r => r.map(v => 4 * v)), y: Y, z: Z })
    const options = { response: 'y', predictors: ['x', 'z'], seed: 1 }
    const one = qapRegression(xyz(), options).terms[0]!
    const two = qapRegression(scaled, options).terms[0]!
    expect(two.estimate).toBeCloseTo(one.estimate / 4, 12)
    expect(two.t).toBeCloseTo(one.t, 9)
    expect(two.counts).toEqual(one.counts)
  })
  test('residuals of a symmetric layer, explained by a symmetric one, are symmetric', () => {
    const { network } = published('indiana_tobacco')
    const options = { response: 'collaboration', predictors: ['contact'], permutations: 9, seed: 1 }
    const { residuals } = qapRegression(network, options)
    expect(residuals.reciprocity).toBeCloseTo(1, 12)
    expect(residuals.senders).toBeCloseTo(residuals.receivers!, 12)
    expect(residuals.senders!).toBeGreaterThan(0)
    expect(residuals.senders!).toBeLessThan(1)
  })
  test('the logistic null deviance is that of the intercept: at most that of chance one half', () => {
    const { network } = published('knoke_bureaucracies')
    const options = {
      response: 'money',
      predictors: ['information'],
      family: 'logistic',
      permutations: 9,
      seed: 1,
    } as const
    const { deviance, nullDeviance } = qapRegression(network, options)
    expect(deviance).toBeLessThan(nullDeviance)
    expect(nullDeviance).toBeLessThan(2 * 90 * Math.log(2))
  })
})
