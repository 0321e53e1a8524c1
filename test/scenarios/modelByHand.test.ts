import { createNetwork, type RelationNetwork } from 'guanxi'
import {
  chaseIndicators,
  type Event,
  fitChores,
  introduceWorkers,
  linkPartners,
  mediaCoverage,
  openChannel,
  runScenario,
  type Strategy,
  smallTalk,
  staffTurnover,
  type Workplan,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import { createModel, type Model } from '../../src/scenarios/dynamics/model.ts'
import {
  drawNoise,
  meanPaperwork,
  paperworkByWeek,
  scheduleEvents,
  scheduleStrategies,
} from '../../src/scenarios/dynamics/schedule.ts'
import { practices } from '../../src/scenarios/practices.ts'
import { groupsOf, summaryOf, valuesOf } from '../../src/scenarios/waves.ts'

const code = (value: string) => expect.objectContaining({ code: value })
const kinds: Record<string, string> = {
  street: 'street-office',
  hall: 'community',
  flat: 'residents',
  yard: 'residents',
  helpers: 'social-work-agency',
  carers: 'social-work-agency',
  shop: 'business',
  school: 'school',
  club: 'club',
}

/** Actors by name in the order given, each tie as `from to power resources trust`. */
function networkOf(names: readonly string[], ties: readonly string[]): RelationNetwork {
  return createNetwork({
    actors: names.map(id => ({ id, kind: kinds[id]! })),
    ties: ties.map(tie => {
      const [source, target, ...values] = tie.split(' ')
      const [power, resources, trust] = values.map(value => (value === '?' ? null : Number(value)))
      return { source: source!, target: target!, power: power!, resources: resources!, trust: trust! }
    }),
  })
}

/** The agency is tied to the street, the hall and one of two residents; shop, school and club stand around at one, two and no steps. */
const around = () =>
  networkOf(
    ['street', 'hall', 'flat', 'yard', 'helpers', 'shop', 'school', 'club'],
    [
      'street helpers 0.9 4 0.5',
      'hall helpers 0.8 2 0.6',
      'helpers flat 0.1 1 0.7',
      'flat hall 0.2 0 0.4',
      'hall yard 0.3 0 0.2',
      'helpers shop 0.2 0 0.3',
      'school hall 0.1 1 0.1',
      'club school 0.1 1 0.1',
    ],
  )
const pairOf = ({ ids, source, target }: Model, from: string, to: string) =>
  [...source.keys()].find(k => ids[source[k]!] === from && ids[target[k]!] === to) ?? -1

describe('a network made ready', () => {
  const made = () => createModel('run', around())
  const named = (model: Model, actors: Uint32Array) => [...actors].map(i => model.ids[i])

  test('who stands around the agency: neighbours by role, partners also at the hosts’, publics only where some are near', () => {
    const model = made()
    const { actor, purchasers, hosts, publics, partners } = model.agencies[0]!
    expect(model.ids[actor]).toBe('helpers')
    expect([purchasers, hosts, publics, partners].map(({ actors }) => named(model, actors))).toEqual([
      ['street'],
      ['hall'],
      ['flat'],
      ['shop', 'school'],
    ])
  })
  test('an agency without residents of its own has those of its hosts; one on its own has nobody', () => {
    const model = createModel(
      'run',
      networkOf(['yard', 'hall', 'helpers', 'carers'], ['helpers hall 0 0 0', 'hall yard 0 0 0']),
    )
    expect(model.agencies.map(({ publics }) => named(model, publics.actors))).toEqual([['yard'], []])
    expect(model.agencies.map(({ hosts }) => named(model, hosts.actors))).toEqual([['hall'], []])
  })
  test('partners of another agency are not those of this one', () => {
    const model = createModel(
      'run',
      networkOf(['helpers', 'carers', 'shop'], ['helpers carers 0 0 0', 'carers shop 0 0 0']),
    )
    expect(model.agencies.map(({ partners }) => named(model, partners.actors))).toEqual([[], ['shop']])
  })
  test('pairs: the ties first, then those that may come to be, each with its reverse', () => {
    const model = made()
    expect([...model.tied]).toEqual([...Array(8).fill(1), ...Array(model.tied.length - 8).fill(0)])
    // street, hall, flat, shop back or forth, and the school both ways.
    expect(model.tied.length).toBe(8 + 4 + 2)
    for (const k of model.source.keys()) {
      const back = pairOf(model, model.ids[model.target[k]!]!, model.ids[model.source[k]!]!)
      expect(model.reverse[k]).toBe(back)
    }
    expect(model.reverse[pairOf(model, 'flat', 'hall')]).toBe(-1)
  })
  test('what moves touches the agency; formal is power over it by street and hall; at will is what a partner has part in', () => {
    const model = made()
    const pairs = (of: (k: number) => boolean) =>
      [...model.source.keys()].filter(of).map(k => `${model.ids[model.source[k]!]} ${model.ids[model.target[k]!]}`)
    const moving = new Set(model.moving)
    expect(pairs(k => !moving.has(k)).sort()).toEqual(['club school', 'flat hall', 'hall yard', 'school hall'])
    expect(pairs(k => model.formal[k] === 1).sort()).toEqual(['hall helpers', 'street helpers'])
    expect(pairs(k => model.atWill[k] === 1 && moving.has(k)).sort()).toEqual([
      'helpers school',
      'helpers shop',
      'school helpers',
      'shop helpers',
    ])
    expect(named(model, model.fed).sort()).toEqual(['flat', 'hall', 'helpers', 'street'])
  })
  test('resources are counted in the largest, at least 1; power and trust as they are', () => {
    const model = made()
    const k = pairOf(model, 'hall', 'helpers')
    expect([model.unit, model.power[k], model.resources[k], model.trust[k]]).toEqual([4, 0.8, 0.5, 0.6])
    expect(createModel('run', networkOf(['helpers', 'hall'], ['hall helpers 0.5 0.5 0.5'])).unit).toBe(1)
  })
  test('inflow, introductions and over how many a practice is spread', () => {
    const model = made()
    const { inflow, introductions, spread, actor } = model.agencies[0]!
    expect([...inflow].map(k => model.ids[model.source[k]!]).sort()).toEqual([
      'flat',
      'hall',
      'school',
      'shop',
      'street',
    ])
    expect([...inflow].every(k => model.target[k] === actor)).toBe(true)
    expect([...introductions]).toEqual([pairOf(model, 'flat', 'hall')])
    expect(Object.fromEntries(practices.map((name, q) => [name, spread[q]]))).toEqual({
      'open-channel': 1,
      'fit-chores': 1,
      'link-partners': 2,
      'find-common-ground': 1,
      'share-resources': 1,
      'small-talk': 1,
      'plain-words': 1,
      'introduce-workers': 1,
    })
    const alone = createModel(
      'run',
      networkOf(['helpers', 'hall', 'flat'], ['helpers hall 0 0 0', 'helpers flat 0 0 0']),
    )
    expect([...alone.agencies[0]!.introductions]).toEqual([-1])
    expect([...createModel('run', networkOf(['helpers'], [])).agencies[0]!.spread]).toEqual(Array(8).fill(1))
  })
  test('no agency, a value that is unknown or out of range: each error says where', () => {
    expect(() => createModel('run', networkOf(['hall', 'flat'], ['hall flat 0 0 0']))).toThrow(code('INVALID_NETWORK'))
    const refuse = (values: string, expected: object | RegExp) =>
      expect(() => createModel('run', networkOf(['hall', 'helpers'], [`hall helpers ${values}`]))).toThrow(
        expected as never,
      )
    refuse('? 0 0', code('MISSING_VALUE'))
    refuse('0 0 ?', /trust of the tie from "hall" to "helpers" is unknown/)
    expect(createModel('run', networkOf(['hall', 'helpers'], ['hall helpers 1 9 1'])).unit).toBe(9)
  })
  test('a kind may be given another role', () => {
    const model = createModel('run', networkOf(['club', 'shop'], ['club shop 0 0 0']), {
      club: 'provider',
      business: 'host',
    })
    expect(named(model, model.agencies[0]!.hosts.actors)).toEqual(['shop'])
  })
  test('a tie that comes to be stands in the network after, marked as assumed; what stays at nothing does not', () => {
    const { after } = runScenario(around(), { strategies: [], weeks: 0 })
    expect(after.size).toBe(8)
    const later = runScenario(around(), { strategies: [openChannel()], weeks: 2 }).after
    const tie = later.edge('helpers', 'street')!
    expect(later.getEdgeAttribute(tie, 'trust')).toBeGreaterThan(0)
    expect(later.getEdgeAttribute(tie, 'evidence')).toMatchObject([
      { kind: 'assumed', why: { zh: expect.any(String), en: expect.any(String) } },
    ])
    expect(later.edge('school', 'helpers')).toBeUndefined()
  })
})

describe('the first tie of all', () => {
  // Pairs are numbered from 0: residents who stand first, and their trust in their host, have number 0.
  const first = () =>
    networkOf(['flat', 'hall', 'helpers'], ['flat hall 0 0 0.75', 'hall helpers 0 0 0.5', 'flat helpers 0 0 0.25'])
  const trustOf = (strategies: Strategy[]) => {
    const still = { residentService: 0, trustDecay: 0 }
    const { timeline } = runScenario(first(), { strategies, weeks: 1, parameters: still })
    return timeline.at(-1)!.outcomes.residentsTrust!
  }
  test('is a gap of trust: 0.75 − 0.25', () => {
    expect(runScenario(first(), { strategies: [], weeks: 0 }).timeline[0]!.outcomes.trustGap).toBe(0.5)
  })
  test('is trust that a host can lend: 0.03 · (3/6 · 0.75 · 0.5) · (1 − 0.25) of an introduction', () => {
    const introduced = introduceWorkers({ hoursPerWeek: 3, rampWeeks: 0 })
    expect(trustOf([introduced]) - trustOf([])).toBeCloseTo(0.03 * (0.5 * 0.75 * 0.5) * 0.75, 12)
  })
  test('is trust that gives power: the street’s, which rose by 0.03 · 0.5, makes the agency’s rise by 0.08 · 0.4 of it · 0.5', () => {
    const network = networkOf(['street', 'helpers'], ['street helpers 0.5 0 0.5', 'helpers street 0.5 0 0.5'])
    const parameters = { indicatorEffect: 0, trustDecay: 0 }
    const { after } = runScenario(network, {
      strategies: [],
      events: [mediaCoverage({ week: 1 })],
      weeks: 1,
      parameters,
    })
    const of = (from: string, to: string, name: 'power' | 'trust') => after.getEdgeAttribute(after.edge(from, to), name)
    expect(of('street', 'helpers', 'trust')).toBeCloseTo(0.515, 12)
    expect(of('helpers', 'street', 'power')).toBeCloseTo(0.5 + 0.08 * 0.4 * 0.015 * 0.5, 12)
  })
})

test('a host that offers no chores gets none: 0.03 · 2 · 0.5 · 0.6 · t of its trust goes in the first week', () => {
  const network = networkOf(['hall', 'helpers'], ['hall helpers 0 0 0.5', 'helpers hall 0 0 0.5'])
  const parameters = { choresOffered: 0, serviceEffect: 0 }
  const { timeline, hours } = runScenario(network, { strategies: [], weeks: 1, parameters })
  expect(timeline[1]!.outcomes.communityTrust).toBeCloseTo(0.5 - 0.03 * 2 * (0.5 * 0.6) * 0.5, 12)
  expect(hours[0]!.spent.chores).toBe(0)
})

describe('what is passed on', () => {
  const given = () =>
    networkOf(
      ['helpers', 'flat', 'shop'],
      ['helpers flat 0 0.5 0.5', 'shop helpers 0 0.25 0.5', 'helpers shop 0 0 0.5'],
    )
  const resourcesOf = (strategies: Strategy[], from: string, to: string, weeks = 2) => {
    const parameters = { effort: 0, trustDecay: 0, resourceTrust: 0, residentService: 0 }
    const { after } = runScenario(given(), { strategies, weeks, parameters })
    return after.getEdgeAttribute(after.edge(from, to), 'resources') as number
  }
  test('is nothing while a partner gives what it gave at the start', () => {
    expect([resourcesOf([], 'helpers', 'flat', 9), resourcesOf([], 'shop', 'helpers', 9)]).toEqual([0.5, 0.25])
  })
  test('is 0.3 of what a linked partner gives more, a week later, of the room above', () => {
    const linked = [linkPartners({ hoursPerWeek: 3, rampWeeks: 0 })]
    // In the first week a tenth of the way to 0.4 · 3/6 of the room above 0.25.
    const more = 0.1 * 0.4 * 0.5 * 0.75
    expect(resourcesOf(linked, 'shop', 'helpers', 1)).toBeCloseTo(0.25 + more, 12)
    expect(resourcesOf(linked, 'helpers', 'flat', 1)).toBe(0.5)
    const passed = resourcesOf(linked, 'helpers', 'flat') - 0.5
    // Hours of linking are missing in service: less than all of it reaches residents.
    expect(passed).toBeGreaterThan(0.9 * (0.1 * 0.3 * more * 0.5))
    expect(passed).toBeLessThanOrEqual(0.1 * 0.3 * more * 0.5 + 1e-12)
  })
})

describe('what is intended, week by week', () => {
  const two = () => createModel('run', networkOf(['helpers', 'carers'], ['helpers carers 0 0 0']))
  const column = (wanted: Float64Array, name: (typeof practices)[number]) =>
    [...wanted].filter((_, i) => i % practices.length === practices.indexOf(name))

  test('a ramp of four weeks from week 2 to week 6: a quarter more each, then nothing', () => {
    const talk = smallTalk({ hoursPerWeek: 8, startWeek: 2, endWeek: 6, intensity: 0.5 })
    const [plan] = scheduleStrategies('run', two(), [talk], 8)
    expect(column(plan!.wanted, 'small-talk')).toEqual([0, 1, 2, 3, 4, 4, 0, 0])
    expect(column(plan!.wanted, 'plain-words')).toEqual(Array(8).fill(0))
    expect([...plan!.load, ...plan!.stance]).toEqual([...Array(8).fill(1), ...Array(8).fill(0)])
  })
  test('only the agency that is named intends it', () => {
    const plans = scheduleStrategies('run', two(), [smallTalk({ agency: 'carers', rampWeeks: 0 }), openChannel()], 1)
    expect(plans.map(({ wanted }) => column(wanted, 'small-talk'))).toEqual([[0], [4]])
    expect(plans.map(({ wanted }) => column(wanted, 'open-channel')[0]! > 0)).toEqual([true, true])
  })
  test('loads multiply; stances are averaged by how fully each is taken', () => {
    const strategies = [
      chaseIndicators({ load: 3, rampWeeks: 0, intensity: 0.5 }),
      chaseIndicators({ load: 1.5, rampWeeks: 2 }),
      fitChores({ rampWeeks: 0, intensity: 0.25 }),
      { ...fitChores({ rampWeeks: 0, intensity: 0.75 }), stance: { choreAcceptance: 0 } },
      { ...fitChores({ rampWeeks: 0, intensity: 0 }), stance: { choreAcceptance: 1 } },
    ]
    const [{ load, stance, acceptance }] = scheduleStrategies('run', two(), strategies, 2) as [never]
    expect([...(load as Float64Array)]).toEqual([2 * 1.25, 2 * 1.5])
    expect([...(stance as Float64Array)]).toEqual([1, 1])
    const asked = fitChores().stance.choreAcceptance!
    for (const value of acceptance as Float64Array) expect(value).toBeCloseTo(0.25 * asked, 12)
  })
  test('events strike who is named; two turnovers leave half of a half, coverage adds up, a contract lasts', () => {
    const events: Event[] = [
      staffTurnover({ week: 2, share: 0.5, agency: 'helpers' }),
      staffTurnover({ week: 2, share: 0.5 }),
      mediaCoverage({ week: 1, share: 0.5 }),
      mediaCoverage({ week: 1, share: 0.25, agency: 'carers' }),
      { ...mediaCoverage({ week: 2 }), kind: 'contract-renewal', load: 0.5 },
      mediaCoverage({ week: 4 }),
      { ...mediaCoverage({ week: 3 }), kind: 'agency-withdrawal', agency: 'carers' },
    ]
    const [one, other] = scheduleEvents('run', two(), events, 3, 1)
    expect([one!, other!].map(({ turnover }) => [...turnover])).toEqual([
      [0, 0.75, 0],
      [0, 0.5, 0],
    ])
    expect([one!, other!].map(({ coverage }) => [...coverage])).toEqual([
      [0.5, 0, 0],
      [0.75, 0, 0],
    ])
    expect([...one!.contractLoad]).toEqual([1, 0.5, 0.5])
    expect([one!, other!].map(({ withdrawal }) => [...withdrawal])).toEqual([
      [0, 0, 0],
      [0, 0, 1],
    ])
    expect(one!.noise.length).toBe(3 * 4)
    drawNoise([one!, other!], 1)
    expect([...one!.noise].every(value => value !== 0)).toBe(true)
    expect([...one!.noise]).not.toEqual([...other!.noise])
  })
  test('random events: always at 52 a year, never at 0, and each agency at weeks of its own', () => {
    const struck = (perYear: number) => scheduleEvents('run', two(), [staffTurnover({ perYear, share: 0.5 })], 52, 3)
    expect(struck(52).map(({ turnover }) => [...turnover])).toEqual(Array(2).fill(Array(52).fill(0.5)))
    expect(struck(0).map(({ turnover }) => Math.max(...turnover))).toEqual([0, 0])
    const [one, other] = struck(12)
    expect([...one!.turnover]).not.toEqual([...other!.turnover])
  })
  test('a foreign agency is refused by kind and name', () => {
    const refuse = (call: () => unknown, kind: string) => {
      expect(call).toThrow(code('UNKNOWN_ACTOR'))
      expect(call).toThrow(new RegExp(`"${kind}" is for agency "nobody"; agencies are "helpers", "carers"`))
    }
    refuse(() => scheduleStrategies('run', two(), [smallTalk({ agency: 'nobody' })], 1), 'small-talk')
    refuse(() => scheduleEvents('run', two(), [staffTurnover({ agency: 'nobody' })], 1, 1), 'staff-turnover')
  })
  test('paperwork: 12 hours until week 2 of a term of 3, 6 over the term, 26 a month, and 1 besides', () => {
    const one = { id: 'x', label: { zh: '甲', en: 'x' }, amount: 2 }
    const workplan: Workplan = {
      staff: 1,
      hoursPerWorker: 40,
      termWeeks: 3,
      otherPaperwork: 1,
      indicators: [
        { ...one, per: 'term', hoursEach: 6, dueWeek: 2 },
        { ...one, per: 'term', hoursEach: 3, dueWeek: null },
        { ...one, per: 'month', hoursEach: 13, dueWeek: null },
      ],
    }
    const month = 26 / (52 / 12)
    const [early, late] = [1 + 6 + 2 + month, 1 + 2 + month]
    paperworkByWeek(workplan, 5).forEach((hours, w) => {
      expect(hours).toBeCloseTo([early, early, late, early, early][w]!, 12)
    })
    expect(meanPaperwork(workplan)).toBeCloseTo((2 * early + late) / 3, 12)
    // Due after the term's end is due at its end.
    const late9 = { ...workplan, indicators: [{ ...workplan.indicators[0]!, dueWeek: 9 }] }
    expect([...paperworkByWeek(late9, 3)]).toEqual([5, 5, 5])
  })
})

describe('waves on the model’s pairs', () => {
  const names = ['hall', 'flat', 'yard', 'helpers']
  const start = () => networkOf(names, ['hall helpers 0.5 2 0.5', 'helpers flat 0.5 4 0.5', 'helpers yard 0.5 4 0.5'])
  const later = () => networkOf(names, ['hall helpers 0.6 1 ?', 'helpers flat 0.2 2 0.4', 'helpers yard 0.4 ? 0.8'])

  test('values by layer, resources in the model’s unit; no tie is zero, unknown is NaN', () => {
    const model = createModel('run', start())
    const values = valuesOf('calibrate', model, { week: 3, network: later() })
    const pairs = model.source.length
    const row = (from: string, to: string) => [0, 1, 2].map(l => values[l * pairs + pairOf(model, from, to)])
    expect(values.length).toBe(3 * pairs)
    expect(row('hall', 'helpers')).toEqual([0.6, 0.25, Number.NaN])
    expect(row('helpers', 'flat')).toEqual([0.2, 0.5, 0.4])
    expect(row('helpers', 'yard')).toEqual([0.4, Number.NaN, 0.8])
    expect(row('flat', 'helpers')).toEqual([0, 0, 0])
    const without = networkOf(['hall', 'flat', 'helpers'], [])
    expect(() => valuesOf('calibrate', model, { week: 3, network: without })).toThrow(code('UNKNOWN_ACTOR'))
    expect(() => valuesOf('calibrate', model, { week: 3, network: without })).toThrow(/week 3 lacks actor "yard"/)
  })
  test('alike ties are one group a layer: both residents together, their means over what is known', () => {
    const model = createModel(
      'run',
      networkOf(
        [...names, 'club'],
        ['hall helpers 0.5 2 0.5', 'helpers flat 0.5 4 0.5', 'helpers yard 0.5 4 0.5', 'club hall 0 0 0'],
      ),
    )
    const groups = groupsOf(model)
    const pairs = model.source.length
    const group = (from: string, to: string, l: number) => groups.of[l * pairs + pairOf(model, from, to)]!
    expect(group('helpers', 'flat', 0)).toBe(group('helpers', 'yard', 0))
    expect(group('helpers', 'flat', 0)).not.toBe(group('helpers', 'flat', 2))
    expect(group('helpers', 'flat', 0)).not.toBe(group('flat', 'helpers', 0))
    expect(group('club', 'hall', 1)).toBe(-1)
    // Host, public and partner, in both directions, on three layers.
    expect(groups.count).toBe(3 * 2 * 3)
    const plain = networkOf(
      [...names, 'club'],
      ['hall helpers 0.6 1 ?', 'helpers flat 0.2 2 0.4', 'helpers yard 0.4 ? 0.8'],
    )
    const values = valuesOf('calibrate', model, { week: 3, network: plain })
    const { means, counts } = summaryOf(groups, [values], [values])
    // The trust of the hall is not known: of 18 groups 17 are left.
    expect(means.length).toBe(17)
    const at = (from: string, to: string, l: number) =>
      group(from, to, l) - (group(from, to, l) > group('hall', 'helpers', 2) ? 1 : 0)
    expect(means[at('helpers', 'flat', 0)]).toBeCloseTo(0.3, 12)
    expect([means[at('helpers', 'flat', 1)], counts[at('helpers', 'flat', 1)]]).toEqual([0.5, 1])
    expect(means[at('helpers', 'flat', 2)]).toBeCloseTo(0.6, 12)
    expect(counts[at('helpers', 'flat', 2)]).toBe(2)
    const both = summaryOf(groups, [values, values], [values, values])
    expect([...both.means]).toEqual([...means, ...means])
  })
})
