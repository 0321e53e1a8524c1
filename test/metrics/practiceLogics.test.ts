import { createNetwork, freeze, snapshotFrom } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { practiceLogics } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'

const tie = (source: string, target: string, power: number, trust: number) => ({
  source,
  target,
  power,
  resources: 0,
  trust,
})
const network = createNetwork({
  actors: [
    { id: 'c', kind: 'community' },
    { id: 'a', kind: 'social-work-agency' },
    { id: 'u', kind: 'residents' },
  ],
  ties: [tie('c', 'a', 0.6, 0.2), tie('a', 'c', 0.2, 0.6), tie('u', 'a', 0, 0.1), tie('u', 'c', 0, 0.8)],
})

describe('by hand', () => {
  test('embedding: (0.6 − 0.2) / 0.8 one way in trust and in power', () => {
    const { embedding } = practiceLogics(network)
    expect(embedding!.oneWay).toBeCloseTo(0.5, 12)
    expect(embedding!.reverse).toBeCloseTo(0.5, 12)
    expect(embedding!.index).toBeCloseTo(0.5, 12)
  })
  test('acquaintance: the gap is 0.8 − 0.1, the community can lend 0.8 · 0.2', () => {
    const { acquaintance } = practiceLogics(network)
    expect(acquaintance!.gap).toBeCloseTo(0.7, 12)
    expect(acquaintance!.brokered).toBeCloseTo(0.16, 12)
  })
  test('orientation from the case’s codings: (117 − 75) / 192; from hours when these are given', () => {
    expect(practiceLogics(xCommunity()).orientation).toEqual({ service: 117, paperwork: 75, index: 42 / 192 })
    expect(practiceLogics(network, { hours: { service: 10, paperwork: 30 } }).orientation!.index).toBe(-0.5)
  })
})

describe('edges of the domain', () => {
  test('without codings, hosts or publics a logic is null', () => {
    expect(practiceLogics(network).orientation).toBeNull()
    const alone = createNetwork({ actors: [{ id: 'a', kind: 'social-work-agency' }], ties: [] })
    expect(practiceLogics(alone)).toEqual({ orientation: null, embedding: null, acquaintance: null })
    expect(practiceLogics(network, { hours: { service: 0, paperwork: 0 } }).orientation!.index).toBeNull()
  })
  test('both values of a dyad zero: the imbalance is null, not even', () => {
    const silent = createNetwork({
      actors: [
        { id: 'c', kind: 'community' },
        { id: 'a', kind: 'social-work-agency' },
      ],
      ties: [tie('c', 'a', 0, 0.5)],
    })
    expect(practiceLogics(silent).embedding).toEqual({ oneWay: -1, reverse: null, index: null })
  })
})

describe('who is who', () => {
  const many = createNetwork({
    actors: [
      { id: 'c', kind: 'community' },
      { id: 'd', kind: 'community' },
      { id: 'a', kind: 'social-work-agency' },
      { id: 'b', kind: 'social-work-agency' },
      { id: 'u', kind: 'residents' },
      { id: 'v', kind: 'residents' },
    ],
    ties: [
      tie('c', 'a', 0.6, 0.2),
      tie('a', 'c', 0.2, 0.6),
      tie('d', 'b', 1, 0.5),
      tie('u', 'a', 0, 0.1),
      tie('u', 'c', 0, 0.8),
      tie('u', 'd', 0, 0.2),
      tie('b', 'v', 0, 0.4),
    ],
  })
  test('one provider alone: a with c, trusted by u; b with d, tied to v who trusts nobody', () => {
    const a = practiceLogics(many, { of: 'a' })
    expect(a.embedding!.oneWay).toBeCloseTo(0.5, 12)
    expect(a.acquaintance!.direct).toBeCloseTo(0.1, 12)
    expect(a.acquaintance!.inHost).toBeCloseTo(0.8, 12)
    expect(a.acquaintance!.brokered).toBeCloseTo(0.16, 12)
    expect(practiceLogics(many, { of: 'b' })).toMatchObject({
      embedding: { oneWay: -1, reverse: 1, index: 0 },
      acquaintance: { direct: 0, inHost: 0, brokered: 0, gap: 0 },
    })
  })
  test('all of them: the mean of the two; nobody of that name: none', () => {
    const { embedding, acquaintance } = practiceLogics(many)
    expect(embedding!.oneWay).toBeCloseTo((0.5 - 1) / 2, 12)
    expect(embedding!.reverse).toBeCloseTo((0.5 + 1) / 2, 12)
    expect(acquaintance!.direct).toBeCloseTo(0.1 / 2, 12)
    expect(acquaintance!.inHost).toBeCloseTo(0.8 / 2, 12)
    expect(practiceLogics(many, { of: 'x' })).toEqual({ orientation: null, embedding: null, acquaintance: null })
  })
  test('publics without a host have nobody to be introduced by', () => {
    const roles = { community: 'partner' } as const
    expect(practiceLogics(many, { roles })).toEqual({ orientation: null, embedding: null, acquaintance: null })
  })
})

describe('options', () => {
  const refused: [option: string, values: unknown[]][] = [
    ['of', [7, null]],
    ['codings', ['service', [null], [{ count: -1 }], [{ count: '1' }], [{ count: 1 }, {}]]],
    [
      'hours',
      [null, { service: 1 }, { paperwork: 1 }, { service: -1, paperwork: 1 }, { service: 1, paperwork: Infinity }],
    ],
    ['roles', [null, 'host']],
    ['missing', [-1, Number.NaN, 'skip']],
  ]
  test.each(refused)('%s', (option, values) => {
    for (const value of values)
      expect(() => practiceLogics(network, { [option]: value })).toThrow(
        expect.objectContaining({ code: 'INVALID_OPTION', message: expect.stringMatching(/^practiceLogics: /) }),
      )
  })
  test('codings speak for one side, the other, or neither', () => {
    const codings = [
      { count: 3, logic: 'service' },
      { count: 1, logic: 'paperwork' },
      { count: 2, logic: 'service' },
      { count: 9, logic: null },
      { count: 9 },
    ] as const
    expect(practiceLogics(network, { codings }).orientation).toEqual({ service: 5, paperwork: 1, index: 4 / 6 })
    expect(practiceLogics(network, { codings: [] }).orientation).toEqual({ service: 0, paperwork: 0, index: null })
    expect(practiceLogics(network, { codings, hours: { service: 1, paperwork: 0 } }).orientation!.index).toBe(1)
    const odd = network.copy() as typeof network
    odd.setAttribute('codings', 'many')
    expect(practiceLogics(odd).orientation).toBeNull()
    expect(practiceLogics(freeze(xCommunity())).orientation).toBeNull()
  })
  test('an unknown value is refused in its name, or counts what is said', () => {
    const hidden = network.copy() as typeof network
    hidden.setEdgeAttribute(hidden.edge('u', 'a'), 'trust', null)
    expect(() => practiceLogics(hidden)).toThrow(
      expect.objectContaining({ code: 'MISSING_VALUE', message: expect.stringMatching(/^practiceLogics: /) }),
    )
    expect(practiceLogics(hidden, { missing: 0.3 }).acquaintance!.direct).toBeCloseTo(0.3, 12)
    expect(() => practiceLogics(snapshotFrom({ count: 2, source: [], target: [] }))).toThrow(
      expect.objectContaining({ code: 'INVALID_NETWORK', message: expect.stringMatching(/^practiceLogics: /) }),
    )
  })
})

describe('laws', () => {
  test('a snapshot gives what the network gives; options are checked', () => {
    const { embedding, acquaintance } = practiceLogics(freeze(network))
    expect({ embedding, acquaintance }).toEqual({
      embedding: practiceLogics(network).embedding,
      acquaintance: practiceLogics(network).acquaintance,
    })
    expect(() => practiceLogics(network, { coding: [] } as never)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_OPTION' }),
    )
  })
})
