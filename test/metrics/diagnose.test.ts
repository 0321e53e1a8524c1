import { createNetwork, freeze } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { asymmetry, diagnose, hierarchy } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'

describe('diagnose', () => {
  const diagnosis = diagnose(xCommunity())
  test('brings the measures together without changing one', () => {
    for (const { layer, ...found } of diagnosis.layers) {
      expect(found.ties).toBe([...freeze(xCommunity()).layers.get(layer)!].filter(value => value > 0).length)
      expect(found.asymmetry).toBe(asymmetry(xCommunity(), { layer }))
      expect(found.hierarchy.ordered).toBe(hierarchy(xCommunity(), { layer }).ordered)
    }
  })
  test('dyads and dependence are sorted by how lopsided they are, the net position from the top', () => {
    for (const { dyads, dependence, net } of diagnosis.layers) {
      const falls = (values: readonly number[]) => values.every((value, i) => i === 0 || value <= values[i - 1]!)
      expect(falls(dyads.map(({ difference }) => Math.abs(difference)))).toBe(true)
      expect(falls(dependence.map(({ imbalance }) => imbalance ?? -1))).toBe(true)
      expect(falls(net.map(row => row.net))).toBe(true)
    }
  })
  test('an unknown value leaves out its dyad, counts it, and gives a reason for what cannot be said', () => {
    const network = xCommunity()
    network.setEdgeAttribute(network.edge('residents', 'agency'), 'trust', null)
    const partly = diagnose(network)
    expect(partly.layers.map(({ unknown }) => unknown)).toEqual([0, 0, 1])
    expect(partly.logics.acquaintance).toBeNull()
    expect(partly.logics.orientation).not.toBeNull()
    expect(partly.undefined.map(({ what }) => what)).toContain('logics.acquaintance')
    expect(partly.standings[0]!.delivery).toBeNull()
  })
  test('who did not answer does not stand lowest by what others said: (0.9 - 0.2) of the known pair, 0 for the silent one', () => {
    const silent = createNetwork({
      actors: ['a', 'b', 'silent'].map(id => ({ id, kind: 'x' })),
      ties: [
        { source: 'a', target: 'b', power: 0.9 },
        { source: 'b', target: 'a', power: 0.2 },
        { source: 'a', target: 'silent', power: 0.8 },
        { source: 'silent', target: 'a', power: null },
      ],
    })
    const power = diagnose(silent).layers.find(({ layer }) => layer === 'power')!
    expect(power.net.map(({ id, given, got }) => [id, given, got])).toEqual([
      ['a', 0.9, 0.2],
      ['silent', 0, 0],
      ['b', 0.2, 0.9],
    ])
    expect(power.total).toBeCloseTo(1.1, 12)
  })
  test.each([
    ['nobody', createNetwork({ actors: [], ties: [] })],
    ['one actor', createNetwork({ actors: [{ id: 'a', kind: 'x' }], ties: [] })],
    ['no ties', createNetwork({ actors: ['a', 'b'].map(id => ({ id, kind: 'x' })), ties: [] })],
  ])('%s: every null is explained, nothing is NaN', (_, network) => {
    const found = diagnose(network)
    expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/)
    const nulls = found.layers.flatMap(({ layer, asymmetry, hierarchy }) => [
      ...(asymmetry === null ? [`${layer}.asymmetry`] : []),
      ...(hierarchy.ordered === null ? [`${layer}.hierarchy.ordered`] : []),
    ])
    expect(found.undefined.map(({ what }) => what)).toEqual(expect.arrayContaining(nulls))
    expect(nulls.length).toBe(6)
  })
  test('a snapshot is diagnosed alike, without a picture', () => {
    const found = diagnose(freeze(xCommunity()))
    expect(found.network).toBeNull()
    expect(found.layers).toEqual(diagnosis.layers)
  })
})
