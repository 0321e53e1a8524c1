import { snapshotFrom } from 'guanxi'
import { disparity, disparityFilter } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const layer = { layer: 'resources' }

describe('by hand', () => {
  test('3 and 1 from two partners: 9/16 + 1/16, twice that', () => {
    const snapshot = snapshotFrom({ count: 3, source: [1, 2], target: [0, 0], resources: [3, 1] })
    const { disparity: shares, unevenness, partners } = disparity(snapshot, layer)
    expect(shares.toJSON()).toEqual([
      ['0', 0.625],
      ['1', null],
      ['2', null],
    ])
    expect(unevenness.get('0')).toBe(1.25)
    expect([...partners.values]).toEqual([2, 0, 0])
    expect(disparity(snapshot, { ...layer, direction: 'out' }).disparity.toJSON()).toEqual([
      ['0', null],
      ['1', 1],
      ['2', 1],
    ])
    expect(disparity(snapshot).disparity.get('0')).toBe(0.5)
  })
  test('filter: 3 of 4 given in two ties, (1 − ¾)¹; an only tie 1', () => {
    const snapshot = snapshotFrom({ count: 3, source: [0, 0], target: [1, 2], resources: [3, 1] })
    expect(disparityFilter(snapshot, layer)).toEqual([
      { source: '0', target: '1', weight: 3, pOut: 0.25, pIn: 1 },
      { source: '0', target: '2', weight: 1, pOut: 0.75, pIn: 1 },
    ])
  })
})

describe('edges of the domain', () => {
  test('no actors, no ties', () => {
    expect(disparity(fromArcs([], [])).disparity.toJSON()).toEqual([])
    expect(disparity(fromArcs([], actorsNamed('a')), layer).disparity.toJSON()).toEqual([['a', null]])
    expect(disparityFilter(fromArcs([], actorsNamed('a')), layer)).toEqual([])
  })
  test('the filter needs a layer', () =>
    expect(() => disparityFilter(golden(), {} as never)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' })))
})

describe('laws', () => {
  obeysLaws(network => disparity(network, layer).disparity, { range: [0, 1], underScaling: 'same' })
  obeysLaws(network => disparity(network, { ...layer, direction: 'out' }).unevenness, {
    range: [1, 9],
    underScaling: 'same',
  })
  obeysLaws(
    network =>
      Object.fromEntries(
        disparityFilter(network, layer).map(({ source, target, pOut, pIn }) => [
          `@${source} @${target}`,
          { pOut, pIn },
        ]),
      ),
    { range: [0, 1], underScaling: 'same' },
  )
})

describe('against others', () => {
  test('golden network, in-shares of 3: (6² + 4² + 2²) / 12², by the formula', () =>
    expect(disparity(golden(), layer).disparity.get('3')).toBeCloseTo(56 / 144, 14))
})
