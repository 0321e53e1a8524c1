import { asymmetry, skewSymmetry } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const layer = { layer: 'resources' }

describe('by hand', () => {
  test('3 given, 1 got: (3 − 1)² / (2 (9 + 1))', () => {
    const network = fromArcs(
      [
        ['a', 'b', 3],
        ['b', 'a', 1],
      ],
      actorsNamed('a', 'b'),
    )
    expect(skewSymmetry(network, layer)).toBe(0.2)
    expect(asymmetry(network, layer)).toBe(0.5)
  })
  test('one way: a half', () => expect(skewSymmetry(fromArcs([['a', 'b', 3]], actorsNamed('a', 'b')), layer)).toBe(0.5))
})

describe('edges of the domain', () => {
  test('no actors, no ties, only zero weights: null', () => {
    expect(skewSymmetry(fromArcs([], []), layer)).toBeNull()
    expect(skewSymmetry(fromArcs([], actorsNamed('a', 'b')), layer)).toBeNull()
    expect(skewSymmetry(fromArcs([['a', 'b', 0]], actorsNamed('a', 'b')), layer)).toBeNull()
  })
  test('without a layer: refused', () =>
    expect(() => skewSymmetry(golden(), {} as never)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' })))
})

describe('laws', () => {
  obeysLaws(network => skewSymmetry(network, layer), {
    range: [0, 0.5],
    underScaling: 'same',
    underTransposition: 'same',
  })
})

describe('against others', () => {
  test('golden network', () => expect(skewSymmetry(golden(), layer)).toBeCloseTo(0.315217391, 9))
})
