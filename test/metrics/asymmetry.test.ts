import { createNetwork } from 'guanxi'
import { asymmetry, reciprocity } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const layer = { layer: 'resources' }

describe('by hand', () => {
  test('3 given, 1 got: |3 − 1| / (3 + 1)', () => {
    expect(
      asymmetry(
        fromArcs(
          [
            ['a', 'b', 3],
            ['b', 'a', 1],
          ],
          actorsNamed('a', 'b'),
        ),
        layer,
      ),
    ).toBe(0.5)
  })
  test('an unreturned 2 beside a returned pair of 3: 2 / 8', () => {
    const network = fromArcs(
      [
        ['a', 'b', 3],
        ['b', 'a', 3],
        ['a', 'c', 2],
      ],
      actorsNamed('a', 'b', 'c'),
    )
    expect(asymmetry(network, layer)).toBe(0.25)
  })
})

describe('edges of the domain', () => {
  test('no actors, no ties, only zero weights: null', () => {
    expect(asymmetry(fromArcs([], []), layer)).toBeNull()
    expect(asymmetry(fromArcs([], actorsNamed('a', 'b')), layer)).toBeNull()
    expect(asymmetry(fromArcs([['a', 'b', 0]], actorsNamed('a', 'b')), layer)).toBeNull()
  })
  test('an unknown value leaves out its dyad when told to skip: half a dyad is not one-way', () => {
    const network = createNetwork({
      actors: actorsNamed('a', 'b', 'c'),
      ties: [
        { source: 'a', target: 'b', trust: 0.9 },
        { source: 'b', target: 'a', trust: null },
        { source: 'b', target: 'c', trust: 0.5 },
      ],
    })
    expect(() => asymmetry(network, { layer: 'trust' })).toThrow(expect.objectContaining({ code: 'MISSING_VALUE' }))
    expect(asymmetry(network, { layer: 'trust', missing: 'skip' })).toBe(1)
    expect(asymmetry(network, { layer: 'trust', missing: 0.9 })).toBeCloseTo(0.5 / 2.3, 12)
  })
  test('a layer that no tie has, an option that does not exist', () => {
    expect(() => asymmetry(golden(), { layer: 'resorces' })).toThrow(expect.objectContaining({ code: 'UNKNOWN_LAYER' }))
    expect(() => asymmetry(golden(), { layer: 'trust', mising: 0 } as never)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_OPTION' }),
    )
    expect(() => asymmetry(golden(), undefined as never)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
  })
})

describe('laws', () => {
  obeysLaws(network => asymmetry(network, layer), { range: [0, 1], underScaling: 'same', underTransposition: 'same' })
})

describe('against others', () => {
  test('golden network: 26 / 36', () => expect(asymmetry(golden(), layer)).toBeCloseTo(0.722222222, 9))
  test('one minus weighted reciprocity', () => {
    expect(asymmetry(golden(), layer)! + reciprocity(golden(), layer).weighted!).toBeCloseTo(1, 14)
  })
})
