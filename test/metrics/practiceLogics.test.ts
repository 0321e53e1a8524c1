import { createNetwork, freeze } from 'guanxi'
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
