import { snapshotFrom } from 'guanxi'
import { bonacichPower, eigenvector, hits, katz, pageRank } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const layer = { layer: 'resources' }
const abc = actorsNamed('a', 'b', 'c')
const path = fromArcs(
  [
    ['a', 'b', 2],
    ['b', 'c', 2],
  ],
  abc,
)
const pair = fromArcs(
  [
    ['a', 'b', 3],
    ['b', 'a', 3],
  ],
  actorsNamed('a', 'b'),
)
const cycle = fromArcs(
  [
    ['a', 'b', 1],
    ['b', 'c', 1],
    ['c', 'a', 1],
  ],
  abc,
)
const empty = fromArcs([], [])
const untied = fromArcs([], abc)
const near = (scores: Iterable<[string, number | null]>, expected: (number | null)[], digits = 10) =>
  [...scores].forEach(([, value], i) => {
    if (expected[i] === null) expect(value).toBeNull()
    else expect(value).toBeCloseTo(expected[i]!, digits)
  })

describe('by hand', () => {
  test('eigenvector of a star tied both ways, √(n − 1) times as high in the middle, and of a long circle', () => {
    const around = Array.from({ length: 24 }, (_, i) => i + 1)
    const middle = around.map(() => 0)
    const star = snapshotFrom({ count: 25, source: [...middle, ...around], target: [...around, ...middle] })
    near(eigenvector(star), [1, ...around.map(() => 1 / Math.sqrt(24))])
    expect(eigenvector(star).convergence!.iterations).toBeLessThan(200)
    // Round a circle x_next = w x / λ with λ the geometric mean of the weights; numbered backwards, sweeps do not settle.
    const circle = Array.from({ length: 50 }, (_, i) => i)
    const resources = circle.map(i => 1 + (i % 3))
    const lambda = Math.exp(resources.reduce((sum, w) => sum + Math.log(w), 0) / 50)
    for (const forwards of [true, false]) {
      const actor = (step: number) => (forwards ? step % 50 : 49 - (step % 50))
      const source = circle.map(actor)
      const target = circle.map(step => actor(step + 1))
      const scores = eigenvector(snapshotFrom({ count: 50, source, target, resources }), layer)
      expect(scores.convergence!.converged).toBe(true)
      for (const step of circle)
        expect(scores.values[actor(step + 1)]! / scores.values[actor(step)]!).toBeCloseTo(resources[step]! / lambda, 9)
    }
  })
  test('katz along a chain of 2,000: each has one more than the one before, in few sweeps however they are numbered', () => {
    const chain = Array.from({ length: 1999 }, (_, i) => i)
    const after = chain.map(i => i + 1)
    for (const [source, target, last] of [
      [chain, after, 1999],
      [after, chain, 0],
    ] as const) {
      // biome-ignore format: a row
      const scores = katz(snapshotFrom({ count: 2000, source, target }), { alpha: 1 })
      expect(scores.values[last]).toBe(2000)
      expect(scores.convergence!.iterations).toBeLessThan(100)
    }
  })
  test('katz on a path: 1, 1 + ½, 1 + ½ (1 + ½); with weight 2 each step keeps 2 · ¼', () => {
    near(katz(path, { alpha: 0.5 }), [1, 1.5, 1.75])
    near(katz(path, { ...layer, alpha: 0.25, beta: 10 }), [10, 15, 17.5])
  })
  test('katz without cycles: ½ over the largest in-strength; with a mutual pair of 3: α = ½ / 3, x = 1 + ½ x', () => {
    near(katz(path, layer), [1, 1.5, 1.75])
    near(katz(pair, layer), [2, 2])
  })
  test('bonacich: β = 0 is out-strength, scaled to a sum of squares of n: 2, 2, 0 becomes √(3/2)', () =>
    near(bonacichPower(path, { ...layer, beta: 0 }), [Math.sqrt(1.5), Math.sqrt(1.5), 0]))
  test('bonacich on a path, W1 = (2, 2, 0): β = ¼ gives (2 + ¼ 2 · 2, 2, 0), β = −¼ gives (1, 2, 0)', () => {
    near(
      bonacichPower(path, { ...layer, beta: 0.25 }),
      [3, 2, 0].map(x => x * Math.sqrt(3 / 13)),
    )
    near(
      bonacichPower(path, { ...layer, beta: -0.25 }),
      [1, 2, 0].map(x => x * Math.sqrt(3 / 5)),
    )
  })
  test('bonacich without cycles has no bound: β = 10 gives (2 + 40, 2, 0)', () =>
    near(
      bonacichPower(path, { ...layer, beta: 10 }),
      [42, 2, 0].map(x => x * Math.sqrt(3 / (42 ** 2 + 4))),
    ))
  test('eigenvector of a mutual pair with 4 one way and 1 back: λ = 2, x_b = 2 x_a', () => {
    const uneven = fromArcs(
      [
        ['a', 'b', 4],
        ['b', 'a', 1],
      ],
      actorsNamed('a', 'b'),
    )
    near(eigenvector(uneven, layer), [0.5, 1])
    near(eigenvector(uneven), [1, 1])
  })
  test('eigenvector within the largest strong component: null outside', () => {
    const tail = fromArcs(
      [
        ['a', 'b', 1],
        ['b', 'a', 1],
        ['b', 'c', 1],
      ],
      abc,
    )
    near(eigenvector(tail), [null, null, null])
    near(eigenvector(tail, { within: 'largest' }), [1, 1, null])
  })
  test('hits on a path: a and b are hubs, b and c authorities', () => {
    near(hits(path).hubs, [1, 1, 0])
    near(hits(path).authorities, [0, 1, 1])
  })
  test('pageRank on one tie, d = ½: x_a = ¼ + ½ x_b / 2, x_b = x_a + ½ x_a', () =>
    near(pageRank(fromArcs([['a', 'b', 9]], actorsNamed('a', 'b')), { damping: 0.5 }), [0.4, 0.6]))
  test('pageRank without damping is even', () => near(pageRank(golden(), { damping: 0 }), Array(6).fill(1 / 6)))
})

describe('edges of the domain', () => {
  test('no actors: no scores', () => {
    for (const measure of [katz, eigenvector, pageRank]) expect(measure(empty).toJSON()).toEqual([])
    expect(bonacichPower(empty, { beta: 0.1 }).toJSON()).toEqual([])
    expect(hits(empty).hubs.toJSON()).toEqual([])
  })
  test('no ties: katz and pageRank even, the others null with a reason', () => {
    near(katz(untied), [1, 1, 1])
    near(pageRank(untied), [1 / 3, 1 / 3, 1 / 3])
    for (const scores of [eigenvector(untied), hits(untied).hubs, bonacichPower(untied, { beta: 0.1 })]) {
      near(scores, [null, null, null])
      expect(scores.reason).not.toBeNull()
    }
  })
  test('one actor', () => {
    const one = fromArcs([], actorsNamed('a'))
    near(pageRank(one), [1])
    near(katz(one), [1])
    near(eigenvector(one), [null])
  })
  test('periodic networks converge: a cycle, a mutual pair', () => {
    near(eigenvector(cycle), [1, 1, 1])
    near(eigenvector(pair, layer), [1, 1])
    near(pageRank(cycle), [1 / 3, 1 / 3, 1 / 3])
    near(hits(cycle).hubs, [1, 1, 1])
  })
  test('a periodic network with uneven weights: 1, 2, 4 round a cycle, λ = 2, x_b = x_a / 2, x_c = x_b', () => {
    const scores = eigenvector(
      fromArcs(
        [
          ['a', 'b', 1],
          ['b', 'c', 2],
          ['c', 'a', 4],
        ],
        abc,
      ),
      layer,
    )
    near(scores, [1, 0.5, 0.5])
    expect(scores.convergence?.converged).toBe(true)
  })
  test('a factor at or beyond 1/λ₁ is refused, just below is not: λ₁ = 3', () => {
    for (const beta of [1 / 3, -1 / 3, 0.4])
      expect(() => bonacichPower(pair, { ...layer, beta })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    near(bonacichPower(pair, { ...layer, beta: 0.333 }), [1, 1])
    expect(() => katz(pair, { ...layer, alpha: 1 / 3 })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    expect(() => katz(pair, { alpha: 0 })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    expect(() => pageRank(pair, { damping: 1 })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    expect(() => bonacichPower(pair, {} as never)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
  })
  test('several equally large components: no largest', () => {
    const two = fromArcs(
      [
        ['a', 'b', 1],
        ['b', 'a', 1],
        ['c', 'd', 1],
        ['d', 'c', 1],
      ],
      actorsNamed('a', 'b', 'c', 'd'),
    )
    near(eigenvector(two, { within: 'largest' }), [null, null, null, null])
  })
})

describe('laws', () => {
  describe('pageRank', () => {
    obeysLaws(network => pageRank(network, layer), { range: [0, 1], underScaling: 'same' })
    obeysLaws(network => ({ sum: pageRank(network, layer).values.reduce((a, b) => a + b, 0) }), { range: [0, 1] })
  })
  describe('katz', () => obeysLaws(network => katz(network, layer), { range: [1, Infinity], underScaling: 'same' }))
  describe('eigenvector', () =>
    obeysLaws(network => eigenvector(network, layer), { range: [0, 1], underScaling: 'same' }))
  describe('eigenvector within', () =>
    obeysLaws(network => eigenvector(network, { ...layer, within: 'largest' }), {
      range: [0, 1],
      underScaling: 'same',
    }))
  describe('bonacichPower', () =>
    obeysLaws(network => bonacichPower(network, { ...layer, beta: -0.01 }), { maxActors: 6 }))
  describe('hits', () =>
    obeysLaws(network => hits(network, layer), { range: [0, 1], underScaling: 'same', relativeTolerance: 1e-6 }))
})

describe('against others', () => {
  test('golden network: sna bonpow, igraph pagerank', () => {
    near(bonacichPower(golden(), { ...layer, beta: 0.02 }), [1.823024, 1.168593, 1.110099, 0.259095, 0.107346, 0], 6)
    near(bonacichPower(golden(), { ...layer, beta: -0.02 }), [1.674053, 1.076723, 1.40136, 0.23173, 0.143892, 0], 6)
    near(bonacichPower(golden(), { beta: 0.2 }), [1.306622, 1.693769, 0.967868, 0.580721, 0.387147, 0], 6)
    near(bonacichPower(golden(), { beta: -0.2 }), [0.917198, 1.667632, 1.250724, 0.50029, 0.750434, 0], 6)
    near(pageRank(golden(), layer), [0.08178, 0.09467, 0.26179, 0.16622, 0.1841, 0.21144], 5)
  })
})
