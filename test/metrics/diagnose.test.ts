import { createNetwork, freeze, snapshotFrom } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { asymmetry, diagnose, hierarchy, standing } from 'guanxi/metrics'
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
  test('names what it diagnoses: the case by its name, the actors by kind, label and role', () => {
    expect(diagnosis).toMatchObject({ kind: 'diagnosis', name: xCommunity().getAttribute('name') })
    expect(diagnosis.layers.map(({ layer }) => layer)).toEqual(['power', 'resources', 'trust'])
    expect(diagnosis.actors.map(({ id, role }) => `${id} ${role}`)).toEqual([
      'street purchaser',
      'community host',
      'agency provider',
      'residents public',
      ...diagnosis.actors.slice(4).map(({ id }) => `${id} partner`),
    ])
    expect(diagnosis.actors.map(({ label }) => label)).toEqual(xCommunity().mapNodes((_, actor) => actor.label))
    expect(diagnosis.network!.export()).toEqual(xCommunity().export())
    expect(diagnosis.standings).toEqual([{ id: 'agency', ...standing(xCommunity(), { of: 'agency' }) }])
  })
  test('sums by hand: 3 and 1 between a pair, 2 to a third; what is given and got by kind', () => {
    const tie = (source: string, target: string, power: number) => ({
      source,
      target,
      power,
      resources: 4 * power,
      trust: 0,
    })
    const found = diagnose(
      createNetwork({
        actors: [
          { id: 'a', kind: 'choir' },
          { id: 'b', kind: 'residents' },
          { id: 'c', kind: 'residents' },
        ],
        ties: [tie('a', 'b', 0.75), tie('b', 'a', 0.25), tie('a', 'c', 0.5)],
      }),
      { roles: { choir: 'provider' } },
    )
    expect(found.name).toBeNull()
    expect(found.actors.map(({ role }) => role)).toEqual(['provider', 'public', 'public'])
    const [power, resources, trust] = found.layers
    expect(power).toMatchObject({ ties: 3, total: 1.5, unknown: 0, census: { mutual: 1, asymmetric: 1, absent: 1 } })
    expect(resources!.total).toBe(6)
    expect(resources!.net).toEqual(
      [
        { id: 'a', given: 5, got: 1, net: 4 },
        { id: 'c', given: 0, got: 2, net: -2 },
        { id: 'b', given: 1, got: 3, net: -2 },
      ].sort((x, y) => y.net - x.net || x.id.localeCompare(y.id)),
    )
    expect(resources!.inequality.given.between).not.toBeNull()
    expect(resources!.inequality.given.gini).not.toBe(resources!.inequality.got.gini)
    expect(trust).toMatchObject({ ties: 0, total: 0, asymmetry: null })
  })
  test('says why, of each number that is null, in both languages', () => {
    const why = (network: Parameters<typeof diagnose>[0]) =>
      Object.fromEntries(diagnose(network).undefined.map(({ what, why: { zh, en } }) => [what, `${zh} / ${en}`]))
    const kinds = (...list: string[]) => list.map((kind, i) => ({ id: 'abcd'[i]!, kind }))
    const tie = (source: string, target: string, power: number | null, trust = 0) => ({
      source,
      target,
      power,
      resources: 0,
      trust,
    })
    const oneWay = why(createNetwork({ actors: kinds('x', 'x', 'x'), ties: [tie('a', 'b', 1), tie('b', 'c', 0.5)] }))
    expect(oneWay).toMatchObject({
      'power.reciprocity.logRelative':
        '没有互惠的二方关系，其对数无定义 / no tie is returned, so that the logarithm is not defined',
      'trust.asymmetry': '该维度没有任何权重 / the layer has no weight',
      'trust.reciprocity.edgewise': '没有关系 / there is no tie',
      'trust.reciprocity.ratio': '没有关系 / there is no tie',
      'trust.reciprocity.logRelative': '该维度没有任何权重 / the layer has no weight',
      'trust.reciprocity.rho': '该维度没有任何权重 / the layer has no weight',
      'trust.reciprocity.correlation':
        '所有值相同，相关无定义 / all values are the same, so that a correlation is not defined',
      'trust.hierarchy.circulating': '该维度没有任何权重 / the layer has no weight',
      'trust.inequality.got.theil': '该维度没有任何权重 / the layer has no weight',
      'logics.orientation': '网络未附编码，也未给出工时 / the network carries no codings, and no hours were given',
      'logics.embedding': '没有机构与社区之间的关系 / no tie joins a provider and a host',
      'logics.acquaintance': '没有与机构相连的居民，或没有社区 / no public is tied to a provider, or there is no host',
    })
    expect(Object.keys(oneWay).filter(what => what.startsWith('power'))).toEqual(['power.reciprocity.logRelative'])
    const alone = why(createNetwork({ actors: kinds('social-work-agency'), ties: [] }))
    expect(alone['power.asymmetry']).toBe('行动者少于两个 / there are fewer than two actors')
    expect(alone['power.reciprocity.edgewise']).toBe(alone['power.asymmetry'])
    expect(alone['power.reciprocity.dyadic']).toBe(alone['power.asymmetry'])
    expect(alone['power.reciprocity.correlation']).toBe(alone['power.asymmetry'])
    expect(alone['standing.a.voice']).toBe(
      '机构与治理主体之间没有权力关系 / no power runs between the provider and a governing actor',
    )
    expect(alone['standing.a.delivery']).toBe('没有居民 / there is no public')
    const complete = why(createNetwork({ actors: kinds('x', 'x'), ties: [tie('a', 'b', 1), tie('b', 'a', 0.5)] }))
    expect(complete['power.reciprocity.rho']).toBe(
      '所有可能的关系都存在，无法与随机预期比较 / every possible tie is there, so that chance has nothing to compare with',
    )
    const silent = why(createNetwork({ actors: kinds('community', 'social-work-agency'), ties: [tie('a', 'b', 0)] }))
    expect(silent['logics.embedding.oneWay']).toBe('双方之间的值均为零 / both values are zero')
    expect(silent['logics.embedding.reverse']).toBe('双方之间的值均为零 / both values are zero')
    const hidden = why(createNetwork({ actors: kinds('social-work-agency', 'x'), ties: [tie('a', 'b', null)] }))
    for (const what of ['logics.embedding', 'logics.acquaintance', 'standing.a.voice', 'standing.a.delivery'])
      expect(hidden[what]).toBe('计算所需的某个值未知 / a value that it needs is unknown')
    const bare = why(snapshotFrom({ count: 3, source: [0, 1], target: [1, 2], power: [1, 0.5] }))
    expect(bare['power.inequality.given.between']).toBe('没有可分组的属性 / there is no attribute to group by')
    expect(bare['power.inequality.given.gini']).toBeUndefined()
  })
  test('refuses roles that are none; lets other errors through', () => {
    for (const roles of [null, 'host'])
      expect(() => diagnose(xCommunity(), { roles } as never)).toThrow(
        expect.objectContaining({ code: 'INVALID_OPTION' }),
      )
    const network = xCommunity()
    network.setEdgeAttribute(network.edge('residents', 'agency'), 'trust', -1)
    expect(() => diagnose(network)).toThrow(expect.objectContaining({ code: 'INVALID_VALUE' }))
  })
  test('a snapshot is diagnosed alike, without a picture', () => {
    const found = diagnose(freeze(xCommunity()))
    expect(found.network).toBeNull()
    expect(found.layers).toEqual(diagnosis.layers)
  })
})
