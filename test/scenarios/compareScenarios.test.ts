import { createNetwork } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import {
  buildAlliance,
  compareScenarios,
  extendRelations,
  outcomes,
  refuseChores,
  runScenario,
  type Scenario,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'

const network = xCommunity()
const weeks = 20
const scenarios: Scenario[] = [
  { name: 'alliance', strategies: [buildAlliance()] },
  { name: 'as it is', strategies: [] },
  { name: 'residents', strategies: [extendRelations()] },
  { name: 'refuse', strategies: [refuseChores()] },
]
const code = (value: string) => expect.objectContaining({ code: value })

describe('by hand', () => {
  const compared = () => compareScenarios(network, scenarios, { weeks })
  const end = (name: string) =>
    runScenario(network, { weeks, ...scenarios.find(row => row.name === name)! }).timeline.at(-1)!.outcomes

  test('each scenario is its own run; the one without strategies is the baseline', () => {
    const found = compared()
    expect(found.scenarios).toEqual(scenarios.map(scenario => runScenario(network, { weeks, ...scenario })))
    expect(found.baseline).toBe('as it is')
  })
  test('a difference is the scenario’s outcome less the baseline’s, for every other scenario and outcome', () => {
    const found = compared()
    expect(found.differences.length).toBe(3 * outcomes.length)
    for (const { scenario, outcome, difference } of found.differences)
      expect(difference).toBe(end(scenario)[outcome]! - end('as it is')[outcome]!)
  })
  test('places: 1 + how many are better, upside down where less is better', () => {
    const found = compared()
    for (const { outcome, places } of found.rankings) {
      const sign = outcomes.find(({ name }) => name === outcome)!.better === 'higher' ? 1 : -1
      for (const { scenario, rank } of places) {
        const better = scenarios.filter(({ name }) => sign * (end(name!)[outcome]! - end(scenario)[outcome]!) > 0)
        expect(rank).toBe(1 + better.length)
      }
    }
  })
  test('the front of voice and delivery: nobody on it is beaten on both, everybody else is', () => {
    const found = compared()
    for (const { name } of scenarios) {
      const [voice, delivery] = [end(name!).voice!, end(name!).delivery!]
      const beaten = scenarios.some(other => end(other.name!).voice! > voice && end(other.name!).delivery! > delivery)
      expect(found.pareto.includes(name!)).toBe(!beaten)
    }
  })
})

describe('order of places', () => {
  test('the best first, for an outcome of which less is better the smallest; equal ones in the order given', () => {
    const { rankings } = compareScenarios(network, [...scenarios, { name: 'still', strategies: [] }], { weeks })
    for (const { outcome, places } of rankings) {
      const sign = ['trustGap', 'dependence'].includes(outcome) ? -1 : 1
      const values = places.map(({ value }) => sign * value!)
      expect(
        [...values].sort((a, b) => b - a),
        outcome,
      ).toEqual(values)
      const names = places.map(({ scenario }) => scenario)
      expect(names.indexOf('as it is')).toBeLessThan(names.indexOf('still'))
    }
  })
  test('an outcome that the network does not define has no places, and no difference', () => {
    const tie = { power: 0.5, resources: 0.5, trust: 0.5 }
    const actors = ['social-work-agency', 'community'].map((kind, i) => ({ id: 'ac'[i]!, kind }))
    const noStreet = createNetwork({
      actors,
      ties: [
        { source: 'a', target: 'c', ...tie },
        { source: 'c', target: 'a', ...tie },
      ],
    })
    const { rankings, differences, pareto } = compareScenarios(noStreet, scenarios, { weeks: 2 })
    const { places } = rankings.find(({ outcome }) => outcome === 'streetTrust')!
    expect(places).toEqual(scenarios.map(({ name }) => ({ scenario: name, value: null, rank: null })))
    const row = differences.find(({ outcome }) => outcome === 'streetTrust')!
    expect([row.value, row.baselineValue, row.difference]).toEqual([null, null, null])
    expect(Array.isArray(pareto)).toBe(true)
  })
  test('52 weeks and seed 1 unless told; the assumptions are those shared', () => {
    const plain = compareScenarios(network, [{ strategies: [] }], { parameters: { trustGain: 0.05 } })
    expect([plain.kind, plain.weeks, plain.seed, plain.scenarios[0]!.weeks]).toEqual(['comparison', 52, 1, 52])
    expect(plain.assumptions.find(({ name }) => name === 'trustGain')!.value).toBe(0.05)
    for (const baseline of [3, '', null])
      expect(() => compareScenarios(network, scenarios, { baseline } as never)).toThrow(code('INVALID_OPTION'))
  })
})

describe('edges of the domain', () => {
  test('one scenario: no differences, first place everywhere', () => {
    const one = compareScenarios(network, [{ strategies: [buildAlliance()] }], { weeks })
    expect([one.baseline, one.differences, one.pareto]).toEqual(['build-alliance', [], ['build-alliance']])
    for (const { places } of one.rankings) expect(places.map(({ rank }) => rank)).toEqual([1])
  })
  test('equal outcomes share a place', () => {
    const twins = ['a', 'b'].map(name => ({ name, strategies: [] }))
    for (const { places } of compareScenarios(network, twins, { weeks }).rankings)
      expect(places.map(({ rank }) => rank)).toEqual([1, 1])
  })
  test('nothing to compare, equal names, unknown baselines and options', () => {
    const refuse = (list: Scenario[], options: object, expected: object | RegExp) =>
      expect(() => compareScenarios(network, list, options)).toThrow(expected as never)
    refuse([], {}, /^compareScenarios: expected at least one scenario/)
    refuse([scenarios[0]!, scenarios[0]!], {}, /two scenarios are called "alliance"/)
    refuse(scenarios, { baseline: 'none' }, /no scenario "none"; known are "alliance"/)
    refuse(scenarios, { week: 3 }, code('UNKNOWN_OPTION'))
    refuse([{ strategies: [{ kind: 'no-such' } as never] }], {}, /no-such/)
  })
})

describe('laws', () => {
  test('what is shared holds for all; a scenario’s own settings go first', () => {
    const own = { name: 'longer', strategies: [], weeks: 9, parameters: { trustGain: 0.05 }, workplan: { staff: 5 } }
    const shared = { weeks: 4, parameters: { trustGain: 0.02, lossFactor: 3 }, workplan: { hoursPerWorker: 35 } }
    const [plain, longer] = compareScenarios(network, [{ strategies: [] }, own], shared).scenarios
    expect([plain!.weeks, longer!.weeks]).toEqual([4, 9])
    const value = (result: typeof plain, name: string) => result!.assumptions.find(row => row.name === name)!.value
    expect([value(plain, 'trustGain'), value(longer, 'trustGain'), value(longer, 'lossFactor')]).toEqual([
      0.02, 0.05, 3,
    ])
    expect([plain, longer].map(result => result!.hours[0]!.capacity)).toEqual([3 * 35, 5 * 35])
  })
  test('the order of scenarios changes no difference; all share their luck', () => {
    const options = { weeks, noise: 0.4, seed: 5, baseline: 'refuse' }
    const byName = (list: Scenario[]) =>
      new Map(
        compareScenarios(network, list, options).differences.map(row => [row.scenario + row.outcome, row.difference]),
      )
    expect(byName([...scenarios].reverse())).toEqual(byName(scenarios))
    const twins = compareScenarios(
      network,
      ['a', 'b'].map(name => ({ name, strategies: [] })),
      {
        ...options,
        baseline: 'a',
      },
    )
    for (const { difference } of twins.differences) expect(difference).toBe(0)
  })
})
