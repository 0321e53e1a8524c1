import { createNetwork, snapshotFrom } from 'guanxi'
import { eigenTrust, pageRank, transitiveTrust } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const layer = { layer: 'trust' }

describe('by hand', () => {
  test('eigenTrust of a → b, b → a and b → c by halves, c → a: a = b, c = b / 2', () => {
    const snapshot = snapshotFrom({ count: 3, source: [0, 1, 1, 2], target: [1, 0, 2, 0], trust: [0.2, 0.7, 0.7, 1] })
    const values = eigenTrust(snapshot, layer).values
    expect(values[0]).toBeCloseTo(0.4, 10)
    expect(values[1]).toBeCloseTo(0.4, 10)
    expect(values[2]).toBeCloseTo(0.2, 10)
  })
  test('pre-trusted a, who trusts b, who trusts nobody, restart ½: a = ½ + ½ b, b = ½ a', () => {
    const pair = fromArcs([['a', 'b', 1]], actorsNamed('a', 'b'))
    const scores = eigenTrust(pair, { ...layer, restart: 0.5, pretrusted: ['a'] })
    expect(scores.get('a')).toBeCloseTo(2 / 3, 10)
    expect(scores.get('b')).toBeCloseTo(1 / 3, 10)
  })
  test('transitive trust: ½ of ½ along a chain; two judges weighed by trust in them, (0.64 · 0.5 + 0.04 · 1) / (0.8 + 0.2)', () => {
    const chain = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2], trust: [0.5, 0.5] })
    expect(transitiveTrust(chain, layer).values).toEqual([
      [null, 0.5, 0.25],
      [null, null, 0.5],
      [null, null, null],
    ])
    const judges = snapshotFrom({ count: 4, source: [0, 0, 1, 2], target: [1, 2, 3, 3], trust: [0.8, 0.2, 0.5, 1] })
    expect(transitiveTrust(judges, layer).values[0]![3]).toBeCloseTo(0.36, 14)
  })
  test('who is judged does not vouch for the judges: the path through c to b does not count for c', () => {
    const snapshot = snapshotFrom({ count: 3, source: [0, 2, 1], target: [2, 1, 2], trust: [0.5, 1, 0.1] })
    expect(transitiveTrust(snapshot, layer).values[0]![2]).toBe(0.5)
  })
})

describe('edges of the domain', () => {
  test('no actors, no ties, one way', () => {
    expect(eigenTrust(fromArcs([], [])).toJSON()).toEqual([])
    expect(transitiveTrust(fromArcs([], []), layer)).toEqual({ ids: [], values: [] })
    expect(transitiveTrust(fromArcs([], actorsNamed('a', 'b')), layer).values).toEqual([
      [null, null],
      [null, null],
    ])
    expect(eigenTrust(fromArcs([['a', 'b', 1]], actorsNamed('a', 'b'))).reason).toMatch(/reaches/)
  })
  test('a mutual pair, which has no limit, has a vector that stays', () => {
    const pair = snapshotFrom({ count: 2, source: [0, 1], target: [1, 0], trust: [0.3, 0.9] })
    expect([...eigenTrust(pair, layer).values]).toEqual([0.5, 0.5])
  })
  test('unknown actors, pre-trusted without restart, trust above 1', () => {
    const network = createNetwork({
      actors: actorsNamed('a', 'b'),
      ties: [{ source: 'a', target: 'b', trust: 1, resources: 2 }],
    })
    expect(() => eigenTrust(network, { restart: 0.1, pretrusted: ['c'] })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_ACTOR' }),
    )
    for (const options of [{ pretrusted: ['a'] }, { restart: 0.1, pretrusted: [] }, { restart: 1 }])
      expect(() => eigenTrust(network, options)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    expect(() => transitiveTrust(network, { layer: 'resources' })).toThrow(
      expect.objectContaining({ code: 'INVALID_VALUE' }),
    )
  })
})

describe('laws', () => {
  obeysLaws(network => eigenTrust(network, { layer: 'resources' }), { range: [0, 1], underScaling: 'same' })
  obeysLaws(network => eigenTrust(network, { layer: 'resources', restart: 0.2 }), {
    range: [0, 1],
    underScaling: 'same',
  })
  obeysLaws(
    network => {
      const { ids, values } = transitiveTrust(network, layer)
      return Object.fromEntries(values.flatMap((row, i) => row.map((value, j) => [`@${ids[i]} @${ids[j]}`, value])))
    },
    { range: [0, 1] },
  )
})

describe('against others', () => {
  test('with everyone pre-trusted, eigenTrust is pageRank with damping 1 − a', () => {
    const ranks = pageRank(golden(), { layer: 'resources', damping: 0.8 })
    for (const [id, value] of eigenTrust(golden(), { layer: 'resources', restart: 0.2 }))
      expect(value).toBeCloseTo(ranks.get(id)!, 10)
  })
})
