import { snapshotFrom } from 'guanxi'
import { inequality } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const given = { layer: 'resources', direction: 'out' } as const

describe('by hand', () => {
  test('one of four gives all: gini 1 − 1/4, theil ln 4', () => {
    const star = snapshotFrom({ count: 4, source: [0, 0, 0], target: [1, 2, 3], resources: [1, 1, 1] })
    expect(inequality(star, given).gini).toBe(0.75)
    expect(inequality(star, given).theil).toBeCloseTo(Math.log(4), 14)
  })
  test('strengths 1 and 3: gini (2 + 2) / (2 · 4 · 2), theil (½ ln ½ + 3/2 ln 3/2) / 2', () => {
    const pair = snapshotFrom({ count: 2, source: [0, 1], target: [1, 0], resources: [1, 3] })
    expect(inequality(pair, given).gini).toBe(0.25)
    expect(inequality(pair, given).theil).toBeCloseTo((0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)) / 2, 14)
    expect(inequality(pair, { layer: 'resources' }).gini).toBe(0)
  })
  test('two groups, alike within: all of it lies between; groups of one mean: all within', () => {
    const of = (sector: string[]) =>
      inequality(
        snapshotFrom({
          count: 4,
          source: [0, 1, 2, 3],
          target: [1, 0, 3, 2],
          resources: [1, 1, 3, 3],
          attributes: { sector },
        }),
        { ...given, group: 'sector' },
      )
    expect(of(['g', 'g', 'h', 'h']).within).toBe(0)
    expect(of(['g', 'g', 'h', 'h']).between).toBeCloseTo((0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)) / 2, 14)
    expect(of(['g', 'h', 'g', 'h']).between).toBe(0)
  })
})

describe('edges of the domain', () => {
  const undefinedAll = { gini: null, theil: null, between: null, within: null }
  test('no actors, no ties, only zero weights: null', () => {
    expect(inequality(fromArcs([], []), { ...given, group: 'kind' })).toEqual(undefinedAll)
    expect(inequality(fromArcs([], actorsNamed('a', 'b')), given)).toEqual(undefinedAll)
    expect(inequality(fromArcs([['a', 'b', 0]], actorsNamed('a', 'b')), given)).toEqual(undefinedAll)
  })
  test('without group, no split', () =>
    expect(inequality(golden(), given)).toMatchObject({ between: null, within: null }))
  test('an attribute that nobody has, or not everybody', () => {
    expect(() => inequality(golden(), { group: 'sectr' })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_ATTRIBUTE' }),
    )
    const network = golden()
    network.setNodeAttribute('3', 'sector', null)
    expect(() => inequality(network, { group: 'sector' })).toThrow(expect.objectContaining({ code: 'MISSING_VALUE' }))
    network.setNodeAttribute('3', 'sector', ['gov'])
    expect(() => inequality(network, { group: 'sector' })).toThrow(expect.objectContaining({ code: 'INVALID_VALUE' }))
  })
  test('the number 1 and the text "1" are two groups', () => {
    const network = fromArcs([['a', 'b', 1]], actorsNamed('a', 'b'))
    network.setNodeAttribute('a', 'sector', 1)
    network.setNodeAttribute('b', 'sector', '1')
    expect(inequality(network, { ...given, group: 'sector' }).within).toBe(0)
  })
})

describe('laws', () => {
  obeysLaws(network => inequality(network, { ...given, group: 'sector' }), {
    range: [0, Math.log(9)],
    underScaling: 'same',
  })
  test('between and within sum to the whole', () => {
    const { theil, between, within } = inequality(golden(), { ...given, group: 'sector' })
    expect(between! + within!).toBeCloseTo(theil!, 14)
    expect(between).toBeGreaterThan(0)
    expect(within).toBeGreaterThan(0)
  })
})

describe('against others', () => {
  test('golden network, what is given: by the formula on 14 7 10 2 3 0', () => {
    expect(inequality(golden(), given).gini).toBeCloseTo(0.481481481, 9)
    expect(inequality(golden(), given).theil).toBeCloseTo(0.461961895, 9)
  })
})
