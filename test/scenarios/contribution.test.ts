import { createNetwork } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import {
  acceptEveryChore,
  buildAlliance,
  chaseIndicators,
  contribution,
  extendRelations,
  findCommonGround,
  fitChores,
  introduceWorkers,
  linkPartners,
  openChannel,
  plainWords,
  runScenario,
  type Strategy,
  shareResources,
  smallTalk,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'

const network = xCommunity()
const weeks = 16
const end = (strategies: Strategy[], outcome: 'voice' | 'delivery' = 'voice') =>
  runScenario(network, { strategies, weeks }).timeline.at(-1)!.outcomes[outcome]!
const code = (value: string) => expect.objectContaining({ code: value })

describe('by hand', () => {
  test('two strategies: each adds the mean of what it adds first and second', () => {
    const [a, b] = [openChannel({ hoursPerWeek: 30 }), chaseIndicators()]
    const [none, onlyA, onlyB, both] = [end([]), end([a]), end([b]), end([a, b])]
    const found = contribution(network, { strategies: [a, b], weeks })
    const [one, other] = found.terms.filter(({ outcome }) => outcome === 'voice')
    expect(one!.shapley).toBeCloseTo((onlyA - none + (both - onlyB)) / 2, 12)
    expect(other!.shapley).toBeCloseTo((onlyB - none + (both - onlyA)) / 2, 12)
    expect(one).toMatchObject({ strategy: 'open-channel', alone: onlyA - none, leaveOneOut: both - onlyB, error: 0 })
    expect(found.outcomes[0]).toEqual({ outcome: 'voice', without: none, with: both, change: both - none })
    expect([found.runs, found.exact, found.samples]).toEqual([4, true, null])
  })
  test('one strategy: all of the change, whichever way it is counted', () => {
    const { terms, outcomes } = contribution(network, { strategies: [buildAlliance()], weeks })
    terms.forEach(({ shapley, leaveOneOut, alone }, o) => {
      expect([shapley, leaveOneOut, alone]).toEqual(Array(3).fill(outcomes[o]!.change))
    })
  })
})

describe('edges of the domain', () => {
  test('an outcome that the network does not define is null everywhere', () => {
    const tie = (source: string, target: string) => ({ source, target, power: 0.5, resources: 0.5, trust: 0.5 })
    const actors = [
      { id: 'a', kind: 'social-work-agency' },
      { id: 'c', kind: 'community' },
    ]
    const noStreet = createNetwork({ actors, ties: [tie('a', 'c'), tie('c', 'a')] })
    const { terms, outcomes } = contribution(noStreet, { strategies: [findCommonGround()], weeks: 4 })
    expect(outcomes.find(({ outcome }) => outcome === 'streetTrust')!.change).toBeNull()
    const { shapley, alone, error } = terms.find(({ outcome }) => outcome === 'streetTrust')!
    expect([shapley, alone, error]).toEqual([null, null, 0])
    expect(terms.find(({ outcome }) => outcome === 'communityTrust')!.shapley).toBeGreaterThan(0)
  })
  test('no strategy, too many for every mix, unknown options', () => {
    expect(() => contribution(network, { strategies: [] })).toThrow(code('INVALID_OPTION'))
    const strategies = Array.from({ length: 21 }, () => smallTalk())
    expect(() => contribution(network, { strategies }, { method: 'exact' })).toThrow(/at most 20/)
    expect(() => contribution(network, { strategies }, { sample: 9 } as never)).toThrow(code('UNKNOWN_OPTION'))
  })
})

describe('defaults', () => {
  test('thirteen strategies are sampled, by 500 orders and seed 1; twelve are not', () => {
    const strategies = Array.from({ length: 13 }, (_, i) => smallTalk({ intensity: i < 2 ? 1 : 0 }))
    const scenario = { strategies, weeks: 1 }
    const some = contribution(network, scenario, { samples: 3 })
    expect([some.exact, some.samples, some.seed]).toEqual([false, 3, 1])
    expect(some).toEqual(contribution(network, scenario, { samples: 3, method: 'sampled', seed: 1 }))
    const small = { strategies: strategies.slice(0, 2), weeks: 1 }
    const drawn = contribution(network, small, { method: 'sampled' })
    expect([drawn.samples, drawn.runs, drawn.exact]).toEqual([500, 4, false])
    const twelve = contribution(network, { strategies: strategies.slice(0, 12), weeks: 0 })
    expect([twelve.exact, twelve.samples, twelve.runs]).toEqual([true, null, 4096])
  })
  test('the error of a sampled share: two strategies have two orders, and so two things that each can add', () => {
    const strategies = [openChannel({ hoursPerWeek: 30 }), chaseIndicators()]
    const [none, a, b, both] = [end([]), end([strategies[0]!]), end([strategies[1]!]), end(strategies)]
    const { terms } = contribution(network, { strategies, weeks }, { method: 'sampled', samples: 40 })
    const [one] = terms.filter(({ outcome }) => outcome === 'voice')
    // A share of the orders, p, has the first strategy first: mean and variance of two values.
    const [first, second] = [a! - none!, both! - b!]
    const p = (one!.shapley! - second) / (first - second)
    expect(Math.round(40 * p)).toBeCloseTo(40 * p, 6)
    expect(p > 0 && p < 1).toBe(true)
    expect(one!.error!).toBeCloseTo(Math.sqrt((40 * p * (1 - p) * (first - second) ** 2) / 39 / 40), 12)
  })
  test('options out of range', () => {
    const call = (options: object) => () => contribution(network, { strategies: [smallTalk()], weeks: 1 }, options)
    for (const bad of [{ samples: 1 }, { samples: 100_001 }, { method: 'all' }, { seed: 0.5 }])
      expect(call(bad)).toThrow(code('INVALID_OPTION'))
  })
})

describe('laws', () => {
  const strategies = [extendRelations(), buildAlliance({ hoursPerWeek: 40 }), fitChores(), smallTalk(), smallTalk()]
  const scenario = { strategies: [...strategies, openChannel({ intensity: 0 })], weeks }
  test.each(['exact', 'sampled'] as const)('%s: the shares sum to the change', method => {
    const { terms, outcomes } = contribution(network, scenario, { method, samples: 40 })
    for (const { outcome, change } of outcomes) {
      const sum = terms.filter(row => row.outcome === outcome).reduce((total, { shapley }) => total + shapley!, 0)
      expect(Math.abs(sum - change!), outcome).toBeLessThan(1e-12)
    }
  })
  test('who does nothing has nothing; who is alike has the same', () => {
    const { terms } = contribution(network, scenario)
    for (let o = 0; o < terms.length; o += 6) {
      expect(terms[o + 5]).toMatchObject({ shapley: 0, leaveOneOut: 0, alone: 0 })
      expect(terms[o + 3]!.shapley!).toBeCloseTo(terms[o + 4]!.shapley!, 12)
    }
    expect(terms.slice(3, 5).map(({ strategy }) => strategy)).toEqual(['small-talk (1)', 'small-talk (2)'])
  })
  test('the order in which strategies are listed changes no share', () => {
    const byName = (listed: Strategy[]) =>
      new Map(contribution(network, { strategies: listed, weeks }).terms.map(t => [t.strategy + t.outcome, t.shapley!]))
    const one = byName(strategies)
    for (const [name, share] of byName([...strategies].reverse())) expect(one.get(name)!).toBeCloseTo(share, 12)
  })
})

describe('against others', () => {
  test('sampled shares lie within four standard errors of the exact ones; same seed, same bits', () => {
    const makers = [openChannel, fitChores, linkPartners, findCommonGround, shareResources, smallTalk, plainWords]
    const strategies = [...makers.map(make => make()), introduceWorkers(), acceptEveryChore(), chaseIndicators()]
    const exact = contribution(network, { strategies, weeks })
    const sampled = (seed: number) =>
      contribution(network, { strategies, weeks }, { method: 'sampled', samples: 60, seed })
    const found = sampled(3)
    expect(found.runs).toBeLessThan(exact.runs)
    found.terms.forEach(({ shapley, error }, t) => {
      expect(Math.abs(shapley! - exact.terms[t]!.shapley!)).toBeLessThanOrEqual(4 * error! + 1e-12)
    })
    expect(sampled(3)).toEqual(found)
    expect(sampled(4)).not.toEqual(found)
  })
})
