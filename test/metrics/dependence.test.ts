import { createNetwork } from 'guanxi'
import { dependence } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const layer = { layer: 'resources' }

describe('by hand', () => {
  test('a gets 1 of 4 from b, b gets 2 of 2 from a', () => {
    const network = fromArcs(
      [
        ['a', 'b', 2],
        ['b', 'a', 1],
        ['c', 'a', 3],
      ],
      actorsNamed('a', 'b', 'c'),
    )
    expect(dependence(network, layer)).toEqual([
      { a: 'a', b: 'b', aOnB: 0.25, bOnA: 1, imbalance: 0.75, mutual: 1.25 },
      { a: 'a', b: 'c', aOnB: 0.75, bOnA: null, imbalance: null, mutual: null },
    ])
  })
  test('without a layer every tie counts 1: a gets one of two from b', () => {
    const network = fromArcs(
      [
        ['b', 'a', 9],
        ['c', 'a', 1],
        ['a', 'b', 5],
      ],
      actorsNamed('a', 'b', 'c'),
    )
    expect(dependence(network)[0]).toEqual({ a: 'a', b: 'b', aOnB: 0.5, bOnA: 1, imbalance: 0.5, mutual: 1.5 })
  })
})

describe('edges of the domain', () => {
  test('no actors, no ties, only zero weights: no rows', () => {
    expect(dependence(fromArcs([], []))).toEqual([])
    expect(dependence(fromArcs([], actorsNamed('a', 'b')), layer)).toEqual([])
    expect(dependence(fromArcs([['a', 'b', 0]], actorsNamed('a', 'b')), layer)).toEqual([])
  })
  test('an unknown value leaves out its dyad and what it adds to the inflows', () => {
    const network = createNetwork({
      actors: actorsNamed('a', 'b', 'c'),
      ties: [
        { source: 'a', target: 'b', trust: 0.5 },
        { source: 'b', target: 'a', trust: null },
        { source: 'c', target: 'b', trust: 0.5 },
        { source: 'b', target: 'c', trust: 0.5 },
      ],
    })
    expect(() => dependence(network, { layer: 'trust' })).toThrow(expect.objectContaining({ code: 'MISSING_VALUE' }))
    expect(dependence(network, { layer: 'trust', missing: 'skip' })).toEqual([
      { a: 'b', b: 'c', aOnB: 1, bOnA: 1, imbalance: 0, mutual: 2 },
    ])
  })
  test('an option that does not exist', () =>
    expect(() => dependence(golden(), { threshold: 1 } as never)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_OPTION' }),
    ))
})

describe('laws', () => {
  // Rows as numbers under the pair's names, whichever comes first.
  obeysLaws(
    network =>
      Object.fromEntries(
        dependence(network, layer).flatMap(({ a, b, aOnB, bOnA, imbalance, mutual }) => [
          [`@${a} on @${b}`, aOnB],
          [`@${b} on @${a}`, bOnA],
          ...[
            [a, b],
            [b, a],
          ].flatMap(([x, y]) => [
            [`imbalance @${x} @${y}`, imbalance],
            [`mutual @${x} @${y}`, mutual],
          ]),
        ]),
      ),
    { range: [0, 2], underScaling: 'same' },
  )
})

describe('against others', () => {
  test('golden network, 3 and 4: raw flow 5 > 2, yet 4 gets all from 3 and 3 gets 2 of 12 from 4', () => {
    const row = dependence(golden(), layer).find(({ a, b }) => a === '3' && b === '4')!
    expect(row.bOnA).toBe(1)
    expect(row.aOnB).toBeCloseTo(2 / 12, 14)
    expect(row.imbalance).toBeCloseTo(5 / 6, 14)
    expect(row.mutual).toBeCloseTo(7 / 6, 14)
  })
  test("an actor's shares sum to 1", () => {
    const sums = new Map<string, number>()
    for (const { a, b, aOnB, bOnA } of dependence(golden(), layer)) {
      sums.set(a, (sums.get(a) ?? 0) + (aOnB ?? 0))
      sums.set(b, (sums.get(b) ?? 0) + (bOnA ?? 0))
    }
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 14)
  })
})
