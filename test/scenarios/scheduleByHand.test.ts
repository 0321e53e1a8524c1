import { createNetwork, type NetworkDocument, type Role } from 'guanxi'
import {
  acceptEveryChore,
  agencyWithdrawal,
  chaseIndicators,
  contractRenewal,
  defaultWorkplan,
  type Event,
  mediaCoverage,
  practices,
  refuseChores,
  runScenario,
  type Strategy,
  smallTalk,
  staffTurnover,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import { createModel } from '../../src/scenarios/dynamics/model.ts'
import {
  drawNoise,
  meanPaperwork,
  paperworkByWeek,
  scheduleEvents,
  scheduleStrategies,
  shocks,
} from '../../src/scenarios/dynamics/schedule.ts'

const roles: Readonly<Record<string, Role>> = {
  office: 'purchaser',
  home: 'host',
  agency: 'provider',
  people: 'public',
  club: 'partner',
}
const kinds = { o: 'office', h: 'home', p: 'agency', q: 'agency', u: 'people', c: 'club' }
const tie = (source: string, target: string, resources = 0.5) => ({
  source,
  target,
  power: 0.25,
  resources,
  trust: 0.75,
})
/** The people and the club are tied to the home only; agency q stands alone. */
const document = (): NetworkDocument => ({
  actors: Object.entries(kinds).map(([id, kind]) => ({ id, kind })),
  ties: [tie('o', 'p', 4), tie('p', 'h', 2), tie('h', 'p'), tie('u', 'h'), tie('c', 'h')],
})
const modelOf = (given = document()) => createModel('here', createNetwork(given), roles)
const model = () => modelOf()
const code = (value: string) => expect.objectContaining({ code: value })

describe('strategies, week by week', () => {
  const plans = (strategies: Strategy[], weeks: number) => scheduleStrategies('here', model(), strategies, weeks)
  const hoursOf = (wanted: Float64Array, practice: string) =>
    [...wanted].filter((_, i) => practices[i % practices.length] === practice)

  test('eight hours at half, over four weeks, from week 2 to 6: 1, 2, 3, 4, 4', () => {
    const talk = smallTalk({ hoursPerWeek: 8, intensity: 0.5, rampWeeks: 4, startWeek: 2, endWeek: 6 })
    const [{ wanted, load, stance }] = plans([talk], 8) as [ReturnType<typeof plans>[number]]
    expect(hoursOf(wanted, 'small-talk')).toEqual([0, 1, 2, 3, 4, 4, 0, 0])
    expect(wanted.reduce((sum, hours) => sum + hours, 0)).toBe(14)
    expect([[...load], [...stance]]).toEqual([Array(8).fill(1), Array(8).fill(0)])
  })
  test('without a ramp in full at once, without an end to the last week; twice the same is twice the hours', () => {
    const talk = smallTalk({ hoursPerWeek: 3, rampWeeks: 0, startWeek: 3 })
    expect(hoursOf(plans([talk, talk], 4)[0]!.wanted, 'small-talk')).toEqual([0, 0, 6, 6])
    expect(hoursOf(plans([smallTalk({ startWeek: 5 })], 4)[0]!.wanted, 'small-talk')).toEqual([0, 0, 0, 0])
    const mixed = { ...talk, practices: { 'small-talk': 0.25, 'plain-words': 0.75 } }
    expect(hoursOf(plans([mixed], 3)[0]!.wanted, 'plain-words')).toEqual([0, 0, 2.25])
  })
  test('loads multiply: 3 in full and 3 at half are 6', () => {
    const chased = (intensity: number, startWeek: number) =>
      chaseIndicators({ load: 3, intensity, rampWeeks: 0, startWeek })
    expect([...plans([chased(1, 2), chased(0.5, 3)], 4)[0]!.load]).toEqual([1, 3, 6, 6])
    expect([...plans([chaseIndicators({ load: 3, rampWeeks: 4 })], 2)[0]!.load]).toEqual([1.5, 2])
  })
  test('stances are averaged by how fully they are taken', () => {
    const [none, all] = [refuseChores(), acceptEveryChore()].map(one => one.stance.choreAcceptance!)
    const taken = [
      refuseChores({ intensity: 0.5, rampWeeks: 0 }),
      acceptEveryChore({ intensity: 0.25, rampWeeks: 0, startWeek: 2 }),
      acceptEveryChore({ intensity: 0, rampWeeks: 0 }),
    ]
    const [{ stance, acceptance }] = plans(taken, 2) as [ReturnType<typeof plans>[number]]
    expect([...stance]).toEqual([0.5, 0.75])
    expect(acceptance[0]).toBeCloseTo(none!, 12)
    expect(acceptance[1]).toBeCloseTo((2 * none! + all!) / 3, 12)
  })
  test('for one agency or for all; a stranger is refused by name', () => {
    const sums = (agency: string | null) =>
      plans([smallTalk({ agency })], 3).map(({ wanted }) => wanted.some(x => x > 0))
    expect([sums(null), sums('p'), sums('q')]).toEqual([
      [true, true],
      [true, false],
      [false, true],
    ])
    const call = () => plans([smallTalk({ agency: 'u' })], 3)
    expect(call).toThrow(code('UNKNOWN_ACTOR'))
    expect(call).toThrow('here: strategy "small-talk" is for agency "u"; agencies are "p", "q"')
  })
})

describe('events, week by week', () => {
  const struck = (events: Event[], weeks = 4, seed = 1) => scheduleEvents('here', model(), events, weeks, seed)

  test('two halves of the staff are three quarters; coverage adds up; the last week counts, the one after does not', () => {
    const [plan] = struck([
      staffTurnover({ week: 2, share: 0.5 }),
      staffTurnover({ week: 2, share: 0.5 }),
      mediaCoverage({ week: 4, share: 0.25 }),
      mediaCoverage({ week: 4, share: 0.5 }),
      mediaCoverage({ week: 5 }),
      agencyWithdrawal({ week: 3 }),
    ])
    expect([...plan!.turnover]).toEqual([0, 0.75, 0, 0])
    expect([...plan!.coverage]).toEqual([0, 0, 0, 0.75])
    expect([...plan!.withdrawal]).toEqual([0, 0, 1, 0])
    expect([...plan!.contractLoad]).toEqual([1, 1, 1, 1])
    expect(plan!.noise).toEqual(new Float64Array(4 * shocks))
  })
  test('a contract holds from its week until the next', () => {
    const [plan] = struck([contractRenewal({ week: 2, load: 2 }), contractRenewal({ week: 4, load: 0.5 })])
    expect([...plan!.contractLoad]).toEqual([1, 2, 2, 0.5])
  })
  test('52 a year strike every week, none never; seed, agency and place in the list draw apart', () => {
    const weeksOf = (events: Event[], seed = 1, agency = 0) =>
      [...struck(events, 200, seed)[agency]!.withdrawal].join('')
    expect(weeksOf([agencyWithdrawal({ perYear: 52 })])).toBe('1'.repeat(200))
    expect(weeksOf([agencyWithdrawal({ perYear: 0 })])).toBe('0'.repeat(200))
    const some = agencyWithdrawal({ perYear: 26 })
    const drawn = [
      weeksOf([some]),
      weeksOf([some], 2),
      weeksOf([some], 1, 1),
      weeksOf([mediaCoverage({ week: 1 }), some]),
    ]
    expect(new Set(drawn).size).toBe(4)
    expect(weeksOf([some])).toBe(drawn[0])
    for (const weeks of drawn) expect(Math.abs(weeks.replaceAll('0', '').length - 100)).toBeLessThan(30)
  })
  test('for one agency or for all; a stranger is refused by name', () => {
    const hit = (agency: string | null) =>
      struck([agencyWithdrawal({ week: 1, agency })]).map(plan => plan.withdrawal[0])
    expect([hit(null), hit('p'), hit('q')]).toEqual([
      [1, 1],
      [1, 0],
      [0, 1],
    ])
    const call = () => struck([agencyWithdrawal({ week: 1, agency: 'u' })])
    expect(call).toThrow(code('UNKNOWN_ACTOR'))
    expect(call).toThrow('here: event "agency-withdrawal" is for agency "u"; agencies are "p", "q"')
  })
  test('noise: four standard normals a week, of each agency its own', () => {
    const noise = (seed: number) => {
      const plans = struck([], 500, seed)
      drawNoise(plans, seed)
      return plans.map(plan => [...plan.noise])
    }
    const [p, q] = noise(3) as [number[], number[]]
    expect(p.length).toBe(2000)
    expect(noise(3)).toEqual([p, q])
    expect(noise(4)[0]).not.toEqual(p)
    expect(p).not.toEqual(q)
    // Standard errors of 1/√2000 of the mean and √(2/2000) of the variance.
    expect(Math.abs(p.reduce((sum, x) => sum + x, 0) / 2000)).toBeLessThan(4 / Math.sqrt(2000))
    expect(Math.abs(p.reduce((sum, x) => sum + x * x, 0) / 2000 - 1)).toBeLessThan(4 * Math.sqrt(2 / 2000))
  })
})

describe('paperwork, week by week', () => {
  const indicator = { id: 'x', label: { zh: '一', en: 'one' } }
  const workplan = {
    ...defaultWorkplan(),
    termWeeks: 4,
    otherPaperwork: 5,
    indicators: [
      { ...indicator, amount: 2, per: 'term' as const, hoursEach: 6, dueWeek: 2 },
      { ...indicator, amount: 1, per: 'month' as const, hoursEach: 13, dueWeek: null },
      { ...indicator, amount: 1, per: 'term' as const, hoursEach: 8, dueWeek: 9 },
    ],
  }
  test('12 hours by week 2 are 6 in each, 13 a month are 3 a week, 8 by the end of four weeks 2; again each term', () => {
    const weeks = [...paperworkByWeek(workplan, 6)]
    expect(weeks).toEqual([16, 16, 10, 10, 16, 16].map(hours => expect.closeTo(hours, 12)))
    expect(meanPaperwork(workplan)).toBeCloseTo(13, 12)
    expect([...paperworkByWeek({ ...workplan, indicators: [] }, 2)]).toEqual([5, 5])
  })
})

describe('the model of a network', () => {
  test('circles: who is tied to the agency; people by way of its hosts, partners by way of anybody', () => {
    const { ids, agencies, source, target, tied, reverse, moving, formal, atWill, unit, resources, trust, power, fed } =
      model()
    const [p, q] = agencies as [(typeof agencies)[number], (typeof agencies)[number]]
    const names = (actors: ArrayLike<number>) => Array.from(actors, i => ids[i]!).join('')
    const pairs = (list: ArrayLike<number>) => Array.from(list, k => `${ids[source[k]!]}${ids[target[k]!]}`)
    const circles = ({ purchasers, hosts, publics, partners }: typeof p) =>
      [purchasers, hosts, publics, partners].map(({ actors }) => names(actors))
    expect([names([p.actor]), circles(p)]).toEqual(['p', ['o', 'h', 'u', 'c']])
    expect([names([q.actor]), circles(q)]).toEqual(['q', ['', '', '', '']])
    expect([pairs(p.purchasers.into), pairs(p.purchasers.out)]).toEqual([['op'], ['po']])
    expect([pairs(p.publics.into), pairs(p.partners.out)]).toEqual([['up'], ['pc']])
    expect(pairs(p.inflow).sort()).toEqual(['cp', 'hp', 'op', 'up'])
    expect(pairs(p.introductions)).toEqual(['uh'])
    expect(pairs(moving).sort()).toEqual(['cp', 'hp', 'op', 'pc', 'ph', 'po', 'pu', 'up'])
    const marked = (flags: Uint8Array) => pairs([...flags.keys()].filter(k => flags[k] === 1)).sort()
    expect(marked(tied)).toEqual(['ch', 'hp', 'op', 'ph', 'uh'])
    expect(marked(formal)).toEqual(['hp', 'op'])
    expect(marked(atWill)).toEqual(['ch', 'cp', 'pc'])
    expect(names(fed).split('').sort().join('')).toBe('hopu')
    const at = (name: string) => pairs([...source.keys()]).indexOf(name)
    expect([reverse[at('hp')], reverse[at('ph')], reverse[at('uh')]]).toEqual([at('ph'), at('hp'), -1])
    // The largest flow of resources is 4: that is what 1 means. Ties that are not there have nothing.
    expect([unit, resources[at('op')], resources[at('ph')], resources[at('po')]]).toEqual([4, 1, 0.5, 0])
    expect([power[at('op')], trust[at('op')], trust[at('up')]]).toEqual([0.25, 0.75, 0])
  })
  test('a tie that came to be by trust alone is in the network after, marked as the model’s; one that did not is not', () => {
    const events = [mediaCoverage({ week: 1 })]
    const { after } = runScenario(createNetwork(document()), {
      roles,
      strategies: [],
      events,
      weeks: 1,
      parameters: { resourceRate: 0 },
    })
    const { power, resources, trust, evidence } = after.getEdgeAttributes(after.edge('c', 'p')!)
    expect([power, resources, trust! > 0, evidence?.[0]?.kind]).toEqual([0, 0, true, 'assumed'])
    expect(after.hasEdge('p', 'c')).toBe(false)
    expect(after.getEdgeAttribute(after.edge('u', 'h')!, 'evidence')).toBeUndefined()
  })
  test('people that are tied to the agency itself are its publics, and no others', () => {
    const given = document()
    const near = { actors: [...given.actors, { id: 'v', kind: 'people' }], ties: [...given.ties, tie('p', 'v')] }
    const { ids, agencies } = modelOf(near)
    expect([...agencies[0]!.publics.actors].map(i => ids[i])).toEqual(['v'])
    expect([...agencies[0]!.introductions]).toEqual([-1])
  })
  test('a practice is spread over whom it is meant for, over one at least', () => {
    const given = document()
    const more = {
      actors: [...given.actors, { id: 'g', kind: 'home' }, { id: 'v', kind: 'people' }],
      ties: [...given.ties, tie('p', 'g'), tie('v', 'g'), tie('v', 'h')],
    }
    const spreadOf = (of: NetworkDocument) => {
      const { spread } = modelOf(of).agencies[0]!
      return Object.fromEntries(practices.map((practice, i) => [practice, spread[i]]))
    }
    expect(spreadOf(more)).toEqual({
      'open-channel': 1,
      'fit-chores': 1,
      'link-partners': 1,
      'find-common-ground': 2,
      'share-resources': 2,
      'small-talk': 2,
      'plain-words': 2,
      'introduce-workers': 2,
    })
    expect([...modelOf().agencies[1]!.spread]).toEqual(Array(8).fill(1))
  })
  test('no agency, an unknown value, one out of range: refused with the tie', () => {
    const wrong = (more: object) => {
      const given = document()
      return { ...given, ties: given.ties.map((one, i) => (i === 0 ? { ...one, ...more } : one)) } as NetworkDocument
    }
    const none = { ...document(), actors: document().actors.map(one => ({ ...one, kind: 'club' })) }
    expect(() => modelOf(none)).toThrow(code('INVALID_NETWORK'))
    expect(() => modelOf(wrong({ trust: null }))).toThrow(code('MISSING_VALUE'))
    expect(() => modelOf(wrong({ trust: null }))).toThrow('trust of the tie from "o" to "p" is unknown')
    // createNetwork refuses such values; what is written into a network afterwards it does not see.
    const written = (layer: string, value: number) => {
      const network = createNetwork(document())
      network.setEdgeAttribute(network.edge('o', 'p')!, layer as 'power', value)
      return () => createModel('here', network, roles)
    }
    for (const [layer, value] of [
      ['power', 1.5],
      ['trust', -0.5],
      ['resources', -1],
    ] as const) {
      expect(written(layer, value)).toThrow(code('INVALID_VALUE'))
      expect(written(layer, value)).toThrow(`here: ${layer} of the tie from "o" to "p" is ${value}, expected 0 to`)
    }
    expect(modelOf(wrong({ resources: 0.5 })).unit).toBe(2)
    const small = { ...document(), ties: document().ties.map(one => ({ ...one, resources: 0.5 })) }
    expect(modelOf(small).unit).toBe(1)
    expect(modelOf(wrong({ power: 1, trust: 0 })).power[0]).toBe(1)
  })
})
