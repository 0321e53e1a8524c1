import { dyadCensus, groupDyads, reciprocity } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const options = { layer: 'resources', group: 'sector' }

describe('by hand', () => {
  const { groups, sizes, pairs, weights, imbalance } = groupDyads(golden(), options)
  test('gov and com: 6 + 4 one way, nothing back, of four pairs two are absent', () => {
    expect(groups).toEqual(['gov', 'com', 'org', 'res'])
    expect(sizes).toEqual([2, 2, 1, 1])
    expect(pairs.find(({ a, b }) => a === 'gov' && b === 'com')).toEqual({
      a: 'gov',
      b: 'com',
      mutual: 0,
      asymmetric: 2,
      absent: 2,
      edgewise: 0,
      weighted: 0,
    })
    expect(weights[0]).toEqual([11, 10, 2, 0])
    expect(imbalance[0]).toEqual([0, 1, 1, null])
    expect(imbalance[1]).toEqual([-1, 0, 1, null])
    // What is left over is what the other side gives less, in every row.
    for (const [g, row] of weights.entries())
      for (const [h, given] of row.entries()) {
        const got = weights[h]![g]!
        expect(imbalance[g]![h]).toBe(given + got > 0 ? (given - got) / (given + got) : null)
      }
  })
  test('within gov: 8 one way and 3 back, 2 · 3 of 11 is returned', () => {
    expect(pairs[0]).toEqual({
      a: 'gov',
      b: 'gov',
      mutual: 1,
      asymmetric: 0,
      absent: 0,
      edgewise: 1,
      weighted: 6 / 11,
    })
  })
})

describe('edges of the domain', () => {
  test('no actors: no groups; no ties: counts of absent pairs, the rest null', () => {
    expect(groupDyads(fromArcs([], []), { group: 'kind' })).toEqual({
      groups: [],
      sizes: [],
      pairs: [],
      weights: [],
      imbalance: [],
    })
    expect(groupDyads(fromArcs([], actorsNamed('a', 'b')), { group: 'kind' }).pairs).toEqual([
      { a: 'community', b: 'community', mutual: 0, asymmetric: 0, absent: 1, edgewise: null, weighted: null },
    ])
  })
  test('without group, with an unknown one, with skip: refused', () => {
    expect(() => groupDyads(golden(), {} as never)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    expect(() => groupDyads(golden(), { group: 'x' })).toThrow(expect.objectContaining({ code: 'UNKNOWN_ATTRIBUTE' }))
    expect(() => groupDyads(golden(), { ...options, missing: 'skip' })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
  })
})

describe('laws', () => {
  obeysLaws(
    network => {
      const { groups, pairs, imbalance } = groupDyads(network, options)
      const numbers = pairs.flatMap(({ a, b, ...rest }) => [
        [`${a} ${b}`, rest],
        [`${b} ${a}`, rest],
      ])
      const cells = groups.flatMap((g, i) => groups.map((h, j) => [`imbalance ${g} ${h}`, imbalance[i]![j]!]))
      return Object.fromEntries([...numbers, ...cells])
    },
    { range: [-1, 36], underScaling: 'same' },
  )
})

describe('against others', () => {
  test('the pairs sum to the census of the whole, one group gives the whole', () => {
    const { pairs } = groupDyads(golden(), options)
    const sum = (of: 'mutual' | 'asymmetric' | 'absent') => pairs.reduce((total, pair) => total + pair[of], 0)
    expect({ mutual: sum('mutual'), asymmetric: sum('asymmetric'), absent: sum('absent') }).toEqual(
      dyadCensus(golden()),
    )
    const { edgewise, weighted } = groupDyads(golden(), { layer: 'resources', group: 'kind' }).pairs[0]!
    const whole = reciprocity(golden(), { layer: 'resources' })
    expect([edgewise, weighted]).toEqual([whole.edgewise, whole.weighted])
  })
})
