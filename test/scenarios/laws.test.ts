import fc from 'fast-check'
import { createNetwork, type NetworkDocument, toDocument } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import {
  acceptEveryChore,
  applyStrategy,
  chaseIndicators,
  continueScenario,
  explain,
  extendRelations,
  findCommonGround,
  fitChores,
  introduceWorkers,
  linkPartners,
  openChannel,
  outcomes,
  plainWords,
  runScenario,
  type Scenario,
  type ScenarioResult,
  type Strategy,
  shareResources,
  smallTalk,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import { type DrawnScenario, drawnScenarios, networkOf } from './drawnScenarios.ts'

const run = (drawn: DrawnScenario, more: Partial<Scenario> = {}) =>
  runScenario(networkOf(drawn), { ...drawn.scenario, ...more })
const bits = (result: ScenarioResult) => JSON.stringify([result.changes, result.timeline, result.hours])

function holds(name: string, body: (drawn: DrawnScenario) => void, numRuns = 100): void {
  test(name, () => fc.assert(fc.property(drawnScenarios, body), { numRuns, seed: 5 }))
}

/** Numbers of a result by the names they have, for comparing with a result under other names. */
function numbersOf(
  { timeline, hours, after }: ScenarioResult,
  rename = (id: string) => id,
): Map<string, number | null> {
  const numbers = new Map<string, number | null>()
  for (const { week, outcomes } of timeline)
    for (const [name, value] of Object.entries(outcomes)) numbers.set(`${week} ${name}`, value)
  for (const { agency, week, spent } of hours)
    for (const [use, value] of Object.entries(spent)) numbers.set(`${week} ${rename(agency)} ${use}`, value)
  after.forEachDirectedEdge((_, { power, resources, trust }, source, target) => {
    for (const [layer, value] of Object.entries({ power, resources, trust }))
      numbers.set(`${rename(source)} ${rename(target)} ${layer}`, value!)
  })
  return numbers
}

/** The same numbers but for rounding; what is not named is 0. */
function expectClose(actual: Map<string, number | null>, expected: Map<string, number | null>, tolerance = 1e-9): void {
  for (const key of new Set([...actual.keys(), ...expected.keys()])) {
    const [one = 0, other = 0] = [actual.get(key), expected.get(key)]
    if (one === null || other === null) expect(one, key).toBe(other)
    else
      expect(Math.abs(one - other), `${key}: ${one} beside ${other}`).toBeLessThanOrEqual(
        tolerance * Math.max(1, Math.abs(other)),
      )
  }
}

describe('bounds', () => {
  holds('every tie keeps to its range, every outcome to its own; nothing is NaN', drawn => {
    const { after, timeline, measures } = run(drawn)
    const most = Math.max(1, ...drawn.document.ties.map(({ resources }) => resources!))
    after.forEachDirectedEdge((_, { power, resources, trust }) => {
      expect(power! >= 0 && power! <= 1 + 1e-12, `power ${power}`).toBe(true)
      expect(trust! >= 0 && trust! <= 1, `trust ${trust}`).toBe(true)
      expect(resources! >= 0 && resources! <= most * (1 + 1e-12), `resources ${resources} of ${most}`).toBe(true)
    })
    for (const { outcomes: values } of timeline)
      for (const { name, range } of outcomes) {
        const value = values[name]
        if (value !== null)
          expect(value >= range[0] - 1e-12 && value <= range[1] + 1e-12, `${name} ${value}`).toBe(true)
      }
    for (const value of Object.values(measures.after)) if (value !== null) expect(Number.isFinite(value)).toBe(true)
  })
  holds('ties that do not touch an agency stay', drawn => {
    const agencies = drawn.document.actors.filter(({ kind }) => kind === 'social-work-agency').map(({ id }) => id)
    for (const { source, target } of run(drawn).changes)
      expect(agencies.includes(source) || agencies.includes(target)).toBe(true)
  })
})

describe('hours', () => {
  holds(
    'what is spent sums to what there is; what falls short was wanted',
    drawn => {
      const { hours } = run(drawn)
      for (const { agency, week, capacity, spent, short } of hours) {
        const sum = Object.values(spent).reduce((total, value) => total + value, 0)
        expect(Math.abs(sum - capacity), `week ${week}`).toBeLessThan(1e-9 * Math.max(1, capacity))
        expect(capacity).toBeLessThanOrEqual(40 * drawn.scenario.workplan!.staff! + 1e-9)
        for (const value of [...Object.values(spent), ...Object.values(short)]) expect(value >= 0).toBe(true)
        const asked = drawn.scenario.strategies
          .filter(one => one.agency === null || one.agency === agency)
          .reduce((total, { hoursPerWeek, intensity, startWeek, endWeek, rampWeeks }) => {
            if (week < startWeek || week > (endWeek ?? week)) return total
            return (
              total + hoursPerWeek * intensity * (rampWeeks > 0 ? Math.min(1, (week - startWeek + 1) / rampWeeks) : 1)
            )
          }, 0)
        const duties = ['paperwork', 'chores', 'service']
        const given = [spent, short].flatMap(Object.entries<number>).filter(([use]) => !duties.includes(use))
        const left = run(drawn).withdrawals.some(row => row.agency === agency && row.week <= week)
        if (!left) expect(given.reduce((total, [, value]) => total + value, 0)).toBeCloseTo(asked, 8)
      }
    },
    60,
  )
  holds('a practice gets no hours while duties take them all', drawn => {
    for (const { capacity, spent, short } of run(drawn).hours)
      if ((short.paperwork ?? 0) > 1e-9 * Math.max(1, capacity)) {
        expect(spent.paperwork).toBeCloseTo(capacity, 9)
        expect(spent.service).toBeCloseTo(0, 9)
      }
  })
})

describe('what must not matter', () => {
  holds('the order in which strategies are listed: to the last bit', drawn => {
    // Sums of three and more round by their order; so do averages of stances.
    const mixed = [fitChores({ intensity: 0.3 }), smallTalk({ intensity: 0.7 }), acceptEveryChore({ intensity: 0.1 })]
    const strategies = [...drawn.scenario.strategies, ...mixed, extendRelations({ hoursPerWeek: 1.1 })]
    expect(bits(run(drawn, { strategies: [...strategies].reverse() }))).toBe(bits(run(drawn, { strategies })))
  })
  holds('a strategy of no intensity, or one that begins after the end: to the last bit', drawn => {
    const idle = [openChannel({ intensity: 0 }), smallTalk({ startWeek: 17 })]
    const strategies = [...drawn.scenario.strategies, ...idle]
    expect(bits(run(drawn, { strategies }))).toBe(bits(run(drawn)))
  })
  holds('names and order of actors and ties', drawn => {
    const rename = (id: string) => `w${9 - Number(id.slice(1))}`
    const place = (one: { agency: string | null }) =>
      one.agency === null ? one : { ...one, agency: rename(one.agency) }
    const { actors, ties } = drawn.document
    const document: NetworkDocument = {
      actors: actors.map(actor => ({ ...actor, id: rename(actor.id) })).reverse(),
      ties: ties.map(tie => ({ ...tie, source: rename(tie.source), target: rename(tie.target) })).reverse(),
    }
    // Luck is drawn agency by agency in their order: without it, order does not matter.
    const calm = { noise: 0, events: drawn.scenario.events!.filter(({ perYear }) => perYear === null) }
    const strategies = drawn.scenario.strategies.map(place) as Strategy[]
    const renamed = runScenario(createNetwork(document), { ...drawn.scenario, ...calm, strategies })
    expectClose(numbersOf(renamed), numbersOf(run(drawn, calm), rename))
  })
  holds('the seed, without noise and random events: to the last bit', drawn => {
    const calm = { noise: 0, events: drawn.scenario.events!.filter(({ perYear }) => perYear === null) }
    expect(bits(run(drawn, { ...calm, seed: 1 }))).toBe(bits(run(drawn, { ...calm, seed: 2 })))
  })
  holds('what has no agency in reach: an actor without ties changes nothing', drawn => {
    const actors = [...drawn.document.actors, { id: 'alone', kind: 'media' }, { id: 'far', kind: 'street-office' }]
    const wider = createNetwork({ ...drawn.document, actors })
    expect(bits(runScenario(wider, drawn.scenario))).toBe(bits(run(drawn)))
  })
  holds('saving: a scenario read back from JSON runs to the same bits, and nothing given is changed', drawn => {
    const network = networkOf(drawn)
    const before = [JSON.stringify(network.export()), JSON.stringify(drawn.scenario)]
    const result = runScenario(network, drawn.scenario)
    const saved = JSON.parse(JSON.stringify(result.scenario))
    expect(bits(runScenario(createNetwork(toDocument(network)), saved))).toBe(bits(result))
    expect([JSON.stringify(network.export()), JSON.stringify(drawn.scenario)]).toEqual(before)
  })
})

describe('continuing a run', () => {
  holds('a run is the beginning of every longer one: to the last bit', drawn => {
    const [short, long] = [run(drawn), run(drawn, { weeks: drawn.scenario.weeks! + 9 })]
    expect(JSON.stringify(long.timeline.slice(0, short.timeline.length))).toBe(JSON.stringify(short.timeline))
    expect(JSON.stringify(long.hours.slice(0, short.hours.length))).toBe(JSON.stringify(short.hours))
  })
  holds(
    'continued by as many weeks it is the long run; continued by none, itself',
    drawn => {
      const half = run(drawn)
      expect(continueScenario(half, { weeks: 9 })).toEqual(run(drawn, { weeks: drawn.scenario.weeks! + 9 }))
      expect(continueScenario(half, { weeks: 0 })).toEqual(half)
      const sent: ScenarioResult = JSON.parse(JSON.stringify(half))
      expect(bits(continueScenario(sent, { weeks: 9 }))).toBe(bits(continueScenario(half, { weeks: 9 })))
      expect(JSON.stringify(explain(sent))).toBe(JSON.stringify(explain(half)))
      expect(continueScenario(continueScenario(half, { weeks: 4 }), { weeks: 5 })).toEqual(
        continueScenario(half, { weeks: 9 }),
      )
    },
    60,
  )
  test('26 and 26 weeks of the case are 52; what is tried from then on leaves the first half as it was', () => {
    const scenario = { strategies: [openChannel()], weeks: 26, noise: 0.2 }
    const half = runScenario(xCommunity(), scenario)
    expect(continueScenario(half, { weeks: 26 })).toEqual(runScenario(xCommunity(), { ...scenario, weeks: 52 }))
    const other = continueScenario(half, { weeks: 26, strategies: [findCommonGround({ startWeek: 3, endWeek: 10 })] })
    expect(other.timeline.slice(0, 27)).toEqual(half.timeline)
    expect(other.scenario.strategies.map(({ startWeek, endWeek }) => [startWeek, endWeek])).toEqual([
      [1, 26],
      [29, 36],
    ])
    const weeksOf = (use: string) => other.hours.filter(({ spent }) => spent[use]! > 0).map(({ week }) => week)
    expect([weeksOf('open-channel').at(-1), weeksOf('find-common-ground')[0]]).toEqual([26, 29])
  })
  test('a run from the network after it is another run: what agencies carry along does not stand in the network', () => {
    const half = runScenario(xCommunity(), { strategies: [openChannel()], weeks: 26 })
    const anew = runScenario(half.after, { strategies: [openChannel()], weeks: 26 })
    const whole = continueScenario(half, { weeks: 26 })
    expect(anew.timeline.at(-1)!.outcomes.voice).not.toBeCloseTo(whole.timeline.at(-1)!.outcomes.voice!, 3)
  })
  test('no result, unknown options, too many weeks', () => {
    const half = runScenario(xCommunity(), { strategies: [], weeks: 4 })
    expect(() => continueScenario({} as never, { weeks: 1 })).toThrow(/result of runScenario/)
    const sent = JSON.parse(JSON.stringify(half))
    sent.before.edges[0].target = 'nobody'
    expect(() => continueScenario(sent, { weeks: 1 })).toThrow(/^continueScenario: the network of the result: .*nobody/)
    expect(() => explain(sent)).toThrow(expect.objectContaining({ code: 'INVALID_NETWORK' }))
    expect(() => continueScenario(half, { weeks: 5197 })).toThrow(/from 0 to 5196/)
    expect(() => continueScenario(half, { week: 1 } as never)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_OPTION' }),
    )
    expect(() => continueScenario(half, { weeks: 1, strategies: [{ kind: 'no-such' } as never] })).toThrow(/no-such/)
  })
})

describe('more of it', () => {
  const network = xCommunity()
  const intensities = [0, 0.25, 0.5, 0.75, 1]
  const rising = (values: number[]) => expect([...values].sort((a, b) => a - b)).toEqual(values)

  test.each([
    [openChannel, 'street', 'trust'],
    [fitChores, 'community', 'trust'],
    [linkPartners, 'media', 'trust'],
    [findCommonGround, 'community', 'trust'],
    [shareResources, 'community', 'resources'],
    [smallTalk, 'residents', 'trust'],
    [introduceWorkers, 'residents', 'trust'],
  ] as const)(
    'applied at once, %o pulls %s to the agency the more the fuller it is carried out',
    (make, source, layer) => {
      rising(
        intensities.map(intensity => {
          const { after } = applyStrategy(network, make({ intensity }))
          const tie = after.edge(source, 'agency')
          return tie === undefined ? 0 : (after.getEdgeAttribute(tie, layer) as number)
        }),
      )
    },
  )
  test('plain words do nothing by themselves, and more the fuller with small talk', () => {
    const end = (strategies: Strategy[]) =>
      runScenario(network, { strategies, weeks: 12 }).timeline.at(-1)!.outcomes.residentsTrust!
    rising(intensities.map(intensity => end([smallTalk(), plainWords({ intensity, hoursPerWeek: 0.5 })])))
  })
  holds('the fuller indicators are chased, the more paperwork and the less service in every first week', drawn => {
    const weeks = intensities.map(intensity => {
      const chased = chaseIndicators({ load: 3, intensity, rampWeeks: 0 })
      const { hours } = run(drawn, { strategies: [chased], events: [], noise: 0, weeks: 1 })
      return hours.map(({ spent }) => spent)
    })
    weeks[0]!.forEach((_, a) => {
      rising(weeks.map(spent => spent[a]!.paperwork!))
      rising(weeks.map(spent => -spent[a]!.service!))
    })
  })
  holds('reports never cost the street office’s trust while hosts bear the agency', drawn => {
    const calm = { events: [], noise: 0, parameters: { withdrawalTrust: 0 } }
    const trusts = intensities.map(intensity => {
      const { timeline } = run(drawn, { ...calm, strategies: [openChannel({ intensity })] })
      return timeline.at(-1)!.outcomes.streetTrust ?? 0
    })
    for (let i = 1; i < trusts.length; i++) expect(trusts[i]! - trusts[i - 1]!).toBeGreaterThanOrEqual(-1e-12)
  })
})

describe('explaining a run', () => {
  holds('the parts of every tie sum to its change, and every change is explained', drawn => {
    const result = run(drawn)
    const { changes } = explain(result)
    const rows = new Map(changes.map(row => [`${row.source} ${row.target} ${row.layer}`, row]))
    for (const { parts, change } of changes)
      expect(Math.abs(parts.reduce((sum, { amount }) => sum + amount, 0) - change)).toBeLessThan(1e-9)
    for (const { source, target, layer, before, after } of result.changes)
      if (Math.abs(after - before) > 1e-9)
        expect(rows.get(`${source} ${target} ${layer}`)!.change).toBeCloseTo(after - before, 9)
  })
})
