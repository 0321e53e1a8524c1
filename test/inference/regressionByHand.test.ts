import { snapshotFrom } from 'guanxi'
import { qapRegression } from 'guanxi/inference'
import { describe, expect, test } from 'vitest'
import { fromMatrices, X, xyz, Y, Z } from './matrices.ts'

/** Five actors: a table of 20 pairs by x and y, the diagonal left out. */
const x = [
  [0, 1, 0, 1, 0],
  [1, 0, 0, 0, 1],
  [0, 1, 0, 1, 0],
  [0, 0, 1, 0, 1],
  [1, 0, 0, 1, 0],
]
const y = [
  [0, 1, 0, 1, 1],
  [0, 0, 0, 1, 1],
  [0, 1, 0, 1, 0],
  [0, 0, 0, 0, 1],
  [1, 1, 0, 1, 0],
]
const cells = x.flatMap((row, i) => row.flatMap((_, j) => (i === j ? [] : [[i, j] as const])))
const count = (a: number, b: number) => cells.filter(([i, j]) => x[i]![j] === a && y[i]![j] === b).length

describe('a predictor of zeros and ones: the table of four numbers says it all', () => {
  const [n00, n01, n10, n11] = [count(0, 0), count(0, 1), count(1, 0), count(1, 1)] as const
  const estimated = () =>
    qapRegression(fromMatrices({ x, y }), { response: 'y', predictors: ['x'], family: 'logistic', seed: 1 })
  const odds = (part: number, whole: number) => part * Math.log(part / whole)
  test('log odds, their difference, and the root of the sum of reciprocals', () => {
    const q = estimated()
    const term = q.terms[0]!
    expect([n00, n01, n10, n11].every(n => n > 0)).toBe(true)
    expect(q.intercept).toBeCloseTo(Math.log(n01 / n00), 9)
    expect(term.estimate).toBeCloseTo(Math.log((n11 * n00) / (n10 * n01)), 9)
    expect(term.standardError).toBeCloseTo(Math.sqrt(1 / n00 + 1 / n01 + 1 / n10 + 1 / n11), 9)
    expect(term.t).toBeCloseTo(term.estimate / term.standardError, 12)
  })
  test('deviances by their entropies, and McFadden’s share', () => {
    const q = estimated()
    const [zero, one] = [n00 + n01, n10 + n11]
    const deviance = -2 * (odds(n00, zero) + odds(n01, zero) + odds(n10, one) + odds(n11, one))
    const nothing = -2 * (odds(n00 + n10, 20) + odds(n01 + n11, 20))
    expect(q.deviance).toBeCloseTo(deviance, 9)
    expect(q.nullDeviance).toBeCloseTo(nothing, 9)
    expect(q.rSquared).toBeCloseTo(1 - deviance / nothing, 9)
    expect(q).toMatchObject({ adjustedRSquared: null, pairs: 20, draws: 120, exact: true, seed: 1 })
  })
  test('residuals are what is observed less the share among those with the same x', () => {
    const share = [n01 / (n00 + n01), n11 / (n10 + n11)]
    expectChecks(
      estimated().residuals,
      y.map((row, i) => row.map((value, j) => (i === j ? 0 : value - share[x[i]![j]!]!))),
    )
  })
})

test('a logistic draw is the z of the table when actors change places: all 120 of them', () => {
  // Ten of 20 pairs have x, which leaves no empty place in any of the tables.
  const z = permutations([0, 1, 2, 3, 4]).map(places => {
    const n = [0, 0, 0, 0]
    for (const [i, j] of cells) n[2 * x[places[i]!]![places[j]!]! + y[i]![j]!]!++
    const [n00, n01, n10, n11] = n as [number, number, number, number]
    return Math.log((n11 * n00) / (n10 * n01)) / Math.sqrt(1 / n00 + 1 / n01 + 1 / n10 + 1 / n11)
  })
  expect(z.every(Number.isFinite)).toBe(true)
  const [term] = qapRegression(fromMatrices({ x, y }), {
    response: 'y',
    predictors: ['x'],
    family: 'logistic',
    seed: 1,
  }).terms
  const mean = z.reduce((all, value) => all + value, 0) / z.length
  expect(term!.mean).toBeCloseTo(mean, 9)
  expect(term!.sd).toBeCloseTo(Math.sqrt(z.reduce((all, value) => all + (value - mean) ** 2, 0) / z.length), 6)
})

function permutations(of: number[]): number[][] {
  if (of.length < 2) return [of]
  return of.flatMap((first, i) => permutations([...of.slice(0, i), ...of.slice(i + 1)]).map(rest => [first, ...rest]))
}

function expectChecks(found: ReturnType<typeof qapRegression>['residuals'], e: number[][]): void {
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
  const squares = sum(e.flat().map(v => v * v))
  const columns = e.map((_, j) => e.map(row => row[j]!))
  const products = sum(e.flatMap((row, i) => row.map((v, j) => v * e[j]![i]!)))
  const spread = (rows: number[][]) => sum(rows.map(row => sum(row) ** 2)) / (e.length - 1) / squares
  expect(found.reciprocity).toBeCloseTo(products / squares, 9)
  expect(found.senders).toBeCloseTo(spread(e), 9)
  expect(found.receivers).toBeCloseTo(spread(columns), 9)
}

describe('the linear form by the normal equations', () => {
  const off = (m: number[][]) => m.flatMap((row, i) => row.filter((_, j) => j !== i))
  const columns = [off(X).map(() => 1), off(X), off(Z)]
  const dot = (a: number[], b: number[]) => a.reduce((all, v, k) => all + v * b[k]!, 0)
  /** Gauss and Jordan on [A'A | A'y | 1]. */
  const rows = columns.map((c, i) => [
    ...columns.map(d => dot(c, d)),
    dot(c, off(Y)),
    ...columns.map((_, j) => Number(i === j)),
  ])
  for (let p = 0; p < 3; p++) {
    const pivot = rows[p]![p]!
    rows[p] = rows[p]!.map(v => v / pivot)
    for (let r = 0; r < 3; r++) {
      const factor = rows[r]![p]!
      if (r !== p) rows[r] = rows[r]!.map((v, c) => v - factor * rows[p]![c]!)
    }
  }
  const b = rows.map(row => row[3]!)
  const fitted = (i: number, j: number) => b[0]! + b[1]! * X[i]![j]! + b[2]! * Z[i]![j]!
  const residuals = Y.map((row, i) => row.map((v, j) => (i === j ? 0 : v - fitted(i, j))))
  const deviance = residuals.flat().reduce((all, e) => all + e * e, 0)
  const mean = off(Y).reduce((a, v) => a + v, 0) / 20
  const nullDeviance = off(Y).reduce((all, v) => all + (v - mean) ** 2, 0)
  const estimated = () => qapRegression(xyz(), { response: 'y', predictors: ['x', 'z'], seed: 1 })
  test('coefficients and their errors', () => {
    const q = estimated()
    expect(q.intercept).toBeCloseTo(b[0]!, 9)
    q.terms.forEach((term, k) => {
      expect(term.estimate).toBeCloseTo(b[k + 1]!, 9)
      expect(term.standardError).toBeCloseTo(Math.sqrt((deviance / 17) * rows[k + 1]![5 + k]!), 9)
    })
  })
  test('shares explained, of 20 pairs and 3 coefficients', () => {
    const q = estimated()
    expect(q.deviance).toBeCloseTo(deviance, 9)
    expect(q.nullDeviance).toBeCloseTo(nullDeviance, 9)
    expect(q.rSquared).toBeCloseTo(1 - deviance / nullDeviance, 9)
    expect(q.adjustedRSquared).toBeCloseTo(1 - deviance / 17 / (nullDeviance / 19), 9)
  })
  test('what is left between senders, receivers, and both ways', () => expectChecks(estimated().residuals, residuals))
})

describe('what is refused, in words that name it', () => {
  const network = snapshotFrom({
    count: 3,
    source: [0, 0, 1],
    target: [1, 2, 2],
    power: [1, 2, 4],
    trust: [0.5, 1, 0.25],
    attributes: { a: [1, 2, 4] as never, b: [2, 5, 1] as never, c: [1, null, 2] as never, d: ['u', 'v', 'v'] },
  })
  const on = (...predictors: unknown[]) => {
    try {
      qapRegression(network, { response: 'power', predictors, seed: 1 } as never)
    } catch (error) {
      const { code, message } = error as { code: string; message: string }
      return `${code} ${message}`
    }
    return undefined
  }
  test('three actors have six pairs: five coefficients leave one over, six leave none', () => {
    const four = ['trust', { transposed: 'power' }, { sender: 'a' }, { receiver: 'a' }]
    expect(on(...four) ?? '').not.toMatch(/coefficients/)
    expect(on(...four, { transposed: 'trust' })).toBe(
      'DEGENERATE_TEST qapRegression: 6 coefficients for 6 pairs of actors',
    )
  })
  test.each([
    [[{ same: 'c' }], /^MISSING_VALUE qapRegression: actor "1" has no "c"$/],
    [[{ sender: 'd' }], /^INVALID_VALUE qapRegression: expected "d" of actor "0" to be a finite number, got "u"$/],
    [[{ same: 'd' }, { same: 'd' }], /predictor "same:d" is there twice$/],
    [['trust', 'trust'], /predictor "trust" is there twice$/],
    [['trust', { transposed: 'trust', same: 'd' }], /^INVALID_OPTION qapRegression: expected a predictor/],
    [[''], /^INVALID_OPTION qapRegression: expected a predictor/],
    [[null], /^INVALID_OPTION qapRegression: expected a predictor/],
    [[7], /^INVALID_OPTION qapRegression: expected a predictor/],
    [[{}], /^INVALID_OPTION qapRegression: expected a predictor/],
    [[{ same: 7 }], /^INVALID_OPTION qapRegression: expected a predictor/],
    [['trust', { sender: 'a' }, { receiver: 'a' }, { difference: 'nothing' }], /no "nothing"$/],
    [[{ same: 'e' }], /^MISSING_VALUE qapRegression: actor "0" has no "e"$/],
  ])('%j', (predictors, said) => expect(on(...(predictors as unknown[]))).toMatch(said))
  test('the predictor that follows from others is named, not one before it', () => {
    const layers = fromMatrices({ x: X, z: Z, sum: X.map((row, i) => row.map((v, j) => v + Z[i]![j]!)), y: Y })
    expect(() => qapRegression(layers, { response: 'y', predictors: ['x', 'z', 'sum'], seed: 1 })).toThrow(
      'predictor "sum" is constant or follows from the others',
    )
  })
})
