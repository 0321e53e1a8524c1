import { commitment, dependence } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const layer = { layer: 'resources' }

describe('by hand', () => {
  test('a gives 1 of 4 to b, b gives 2 of 2 to a; c gives nothing', () => {
    const network = fromArcs(
      [
        ['a', 'b', 1],
        ['b', 'a', 2],
        ['a', 'c', 3],
      ],
      actorsNamed('a', 'b', 'c'),
    )
    expect(commitment(network, layer)).toEqual([
      { a: 'a', b: 'b', aToB: 0.25, bToA: 1, difference: -0.75, logRatio: Math.log(4) },
      { a: 'a', b: 'c', aToB: 0.75, bToA: null, difference: null, logRatio: null },
    ])
  })
  test('a gives 1 of 4 to b, b gives 1 of 2 to a: the shares are 2 to 1 apart', () => {
    const network = fromArcs(
      [
        ['a', 'b', 1],
        ['a', 'c', 3],
        ['b', 'a', 1],
        ['b', 'c', 1],
      ],
      actorsNamed('a', 'b', 'c'),
    )
    expect(commitment(network, layer)[0]!.logRatio).toBeCloseTo(Math.log(2), 15)
  })
  test('a one-way tie has no log ratio, though both give', () => {
    const network = fromArcs(
      [
        ['a', 'b', 1],
        ['b', 'c', 2],
      ],
      actorsNamed('a', 'b', 'c'),
    )
    expect(commitment(network)[0]).toEqual({ a: 'a', b: 'b', aToB: 1, bToA: 0, difference: 1, logRatio: null })
  })
})

describe('edges of the domain', () => {
  test('no actors, no ties, only zero weights: no rows', () => {
    expect(commitment(fromArcs([], []))).toEqual([])
    expect(commitment(fromArcs([], actorsNamed('a', 'b')), layer)).toEqual([])
    expect(commitment(fromArcs([['a', 'b', 0]], actorsNamed('a', 'b')), layer)).toEqual([])
  })
})

describe('laws', () => {
  obeysLaws(
    network =>
      Object.fromEntries(
        commitment(network, layer).flatMap(({ a, b, aToB, bToA, logRatio }) => [
          [`@${a} to @${b}`, aToB],
          [`@${b} to @${a}`, bToA],
          [`@${a} @${b}`, logRatio],
          [`@${b} @${a}`, logRatio],
        ]),
      ),
    { range: [0, Infinity], underScaling: 'same' },
  )
})

describe('against others', () => {
  test('golden network, 3 and 4: 3 gives 5 of 10 to 4, 4 gives all it has to 3, though 5 > 2', () => {
    const row = commitment(golden(), layer).find(({ a, b }) => a === '3' && b === '4')!
    expect(row).toMatchObject({ aToB: 0.5, bToA: 1 })
  })
  test('commitment is dependence on the transposed network', () => {
    const turned = fromArcs(
      [
        ['b', 'a', 2],
        ['a', 'b', 1],
        ['a', 'c', 3],
      ],
      actorsNamed('a', 'b', 'c'),
    )
    const straight = fromArcs(
      [
        ['a', 'b', 2],
        ['b', 'a', 1],
        ['c', 'a', 3],
      ],
      actorsNamed('a', 'b', 'c'),
    )
    expect(commitment(turned, layer).map(row => row.aToB)).toEqual(dependence(straight, layer).map(row => row.aOnB))
  })
})
