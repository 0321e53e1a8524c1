import { createNetwork } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import {
  agencyWithdrawal,
  assumptions,
  buildAlliance,
  combine,
  contractRenewal,
  defaultWorkplan,
  mediaCoverage,
  type OutcomeName,
  openChannel,
  type Phase,
  planStrategies,
  runEnsemble,
  runScenario,
  scale,
  schedule,
  smallTalk,
  staffTurnover,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import { readEnsemblePlan } from '../../src/scenarios/ensemblePlan.ts'
import { parametersWith, prepare } from '../../src/scenarios/prepare.ts'

const network = xCommunity()
const code = (value: string) => expect.objectContaining({ code: value })
const invalid = code('INVALID_OPTION')

describe('a scenario made ready', () => {
  test('what is not told: 52 weeks, seed 1, no noise, the usual workplan and parameters, a name from its strategies', () => {
    const { name, seed, input, assumptions: rows } = prepare('run', network, { strategies: [] })
    expect([name, seed, input.weeks, input.noise]).toEqual(['as it is', 1, 52, 0])
    expect(input.workplan).toEqual(defaultWorkplan())
    expect(rows).toEqual(assumptions())
    expect(input.plans[0]!.load.length).toBe(52)
    const two = [openChannel(), smallTalk()]
    expect(prepare('run', network, { strategies: two }).name).toBe('open-channel + small-talk')
    expect(prepare('run', network, { name: 'mine', strategies: two }).name).toBe('mine')
  })
  test('what is told goes first, and stands among the assumptions', () => {
    const given = { strategies: [], seed: -3, parameters: { trustGain: 0.5 }, workplan: { staff: 7 } }
    const { seed, input, assumptions: rows } = prepare('run', network, given)
    expect([seed, input.parameters.trustGain, input.parameters.lossFactor]).toEqual([-3, 0.5, 2])
    expect(input.workplan).toEqual({ ...defaultWorkplan(), staff: 7 })
    expect(rows.map(({ name, value }) => [name, value])).toEqual(Object.entries(input.parameters))
  })
  test('0 is refused of parameters that divide or wait, and of no other', () => {
    const refused = assumptions().flatMap(({ name }) => {
      try {
        parametersWith('run', { [name]: 0 })
        return []
      } catch (error) {
        expect(error).toMatchObject({
          code: 'INVALID_OPTION',
          message: `run: expected parameter ${name} to be above 0, got 0`,
        })
        return [name]
      }
    })
    expect(refused.sort()).toEqual([
      'expectedService',
      'halfDose',
      'indicatorSlack',
      'rehireWeeks',
      'withdrawalPatience',
    ])
  })
  test('shares, and shares a week, end at 1; others do not; none is negative or infinite', () => {
    for (const { name, unit } of assumptions()) {
      expect(parametersWith('run', { [name]: 1 })).toMatchObject({ [name]: 1 })
      const more = () => parametersWith('run', { [name]: 1.01 })
      if (unit === 'share' || unit === '1/week') expect(more, name).toThrow(/from 0 to 1, got 1.01/)
      else expect(more(), name).toMatchObject({ [name]: 1.01 })
      for (const value of [-0.01, Number.NaN, Infinity])
        expect(() => parametersWith('run', { [name]: value }), name).toThrow(invalid)
    }
    expect(() => parametersWith('run', { choreEffect: -1 })).toThrow(/choreEffect to be at least 0, got -1/)
    for (const name of ['luck', 'toString', '__proto__'])
      expect(() => parametersWith('run', Object.fromEntries([[name, 1]]))).toThrow(/no parameter/)
  })
})

describe('options of strategies and events', () => {
  test('one that is undefined is not given; what is no object is refused', () => {
    expect(openChannel({ hoursPerWeek: undefined, agency: undefined })).toEqual(openChannel())
    expect(openChannel()).toMatchObject({
      startWeek: 1,
      endWeek: null,
      rampWeeks: 4,
      intensity: 1,
      agency: null,
      stance: {},
    })
    for (const options of [null, [], 'x', 3]) {
      expect(() => openChannel(options as never)).toThrow(invalid)
      expect(() => mediaCoverage(options as never)).toThrow(invalid)
    }
  })
  test('an event strikes in week 26 unless it has a week or a rate; everybody unless it names an agency', () => {
    const plain = { week: 26, perYear: null, agency: null }
    expect(agencyWithdrawal()).toMatchObject({ ...plain, share: 0, load: 1 })
    expect(contractRenewal()).toMatchObject({ ...plain, share: 0, load: 0.8 })
    expect(mediaCoverage()).toMatchObject({ ...plain, share: 1, load: 1 })
    expect(staffTurnover({ perYear: 2, agency: 'a' })).toMatchObject({ week: null, perYear: 2, agency: 'a' })
    expect([staffTurnover({ share: 0 }).share, contractRenewal({ load: 0 }).load]).toEqual([0, 0])
    expect(mediaCoverage({ week: undefined, share: undefined })).toEqual(mediaCoverage())
    expect(() => agencyWithdrawal({ share: 1 } as never)).toThrow(code('UNKNOWN_OPTION'))
  })
})

describe('phases', () => {
  const weeksOf = (phases: Phase[], options = {}) =>
    schedule(phases, options).map(({ startWeek, endWeek }) => [startWeek, endWeek])
  test('a strategy ends with its phase at the latest, in an endless one when it says so', () => {
    const talk = smallTalk({ startWeek: 2, endWeek: 9 })
    expect(weeksOf([{ strategies: [talk], weeks: 4 }])).toEqual([[2, 4]])
    expect(
      weeksOf([
        { strategies: [talk], weeks: 4 },
        { strategies: [talk], weeks: null },
      ]),
    ).toEqual([
      [2, 4],
      [6, 13],
    ])
    expect(weeksOf([{ strategies: [talk], weeks: null }], { startWeek: 11 })).toEqual([[12, 19]])
  })
  test('one week is enough; one week too late is not', () => {
    expect(weeksOf([{ strategies: [smallTalk({ startWeek: 4 })], weeks: 4 }])).toEqual([[4, 4]])
    expect(weeksOf([{ strategies: [smallTalk({ startWeek: 5 })], weeks: 4 }])).toEqual([])
  })
  test('what is no phase, weeks out of range, a strategy beyond the last week of all', () => {
    for (const phase of [null, 3, 'x', {}, { weeks: 2 }, { strategies: {}, weeks: 2 }])
      expect(() => schedule([phase as never])).toThrow(/phases\[0\] to be \{ strategies, weeks \}/)
    for (const weeks of [0, 1.5, 5201, '2'])
      expect(() => schedule([{ strategies: [], weeks: weeks as never }])).toThrow(invalid)
    expect(() => schedule('x' as never)).toThrow(invalid)
    for (const startWeek of [0, 5201])
      expect(() => schedule([{ strategies: [], weeks: 2 }], { startWeek })).toThrow(invalid)
    const late = [
      { strategies: [], weeks: 5200 },
      { strategies: [smallTalk()], weeks: null },
    ]
    expect(() => schedule(late)).toThrow(invalid)
    expect(() => schedule([], { weeks: 2 } as never)).toThrow(code('UNKNOWN_OPTION'))
  })
  test('the strategies that are given stay as they were, and share nothing with what comes out', () => {
    const talk = smallTalk()
    const [placed] = schedule([{ strategies: [talk], weeks: 3 }])
    placed!.practices['plain-words'] = 0
    placed!.label.zh = 'x'
    expect(talk).toEqual(smallTalk())
  })
})

describe('the plan of an ensemble', () => {
  const faultsOf = (plan: object) => {
    try {
      readEnsemblePlan({ network: 'x', scenarios: [], options: { seed: 1 }, ...plan })
      return []
    } catch (error) {
      return (error as { issues: { path: unknown[] }[] }).issues.map(({ path }) => path.join('.')).sort()
    }
  }
  test('strategies that are numbers, texts or nothing are faults of the plan', () => {
    expect(faultsOf({ scenarios: [{ strategies: [3, 'x', null, buildAlliance()] }] })).toEqual(
      [0, 1, 2].map(i => `scenarios.0.strategies.${i}`),
    )
    expect(faultsOf({ network: null, scenarios: [{ strategies: [] }] })).toEqual(['network'])
    expect(faultsOf({ scenarios: [{ strategies: [] }, 'x', 3] })).toEqual(['scenarios.1', 'scenarios.2'])
  })
  test('each kind that takes strategies is none that a plan can name', () => {
    const strategies = ['combine', 'scale', 'schedule', 'defineStrategy'].map(use => ({ use }))
    expect(faultsOf({ scenarios: [{ strategies }] })).toEqual([0, 1, 2, 3].map(i => `scenarios.0.strategies.${i}`))
    try {
      readEnsemblePlan({ network: 'x', scenarios: [{ strategies }], options: { seed: 1 } })
      expect.unreachable()
    } catch (error) {
      const [{ message }] = (error as { issues: [{ message: string }] }).issues
      expect(message).toMatch(/^expected use to be one of .*smallTalk.*, got "combine"$/)
      for (const { use } of strategies) expect(message).not.toMatch(new RegExp(`${use},`))
    }
  })
})

describe('refused by code', () => {
  test('a design of which one part is none', async () => {
    for (const design of [
      { grid: { trustGain: [0.1], lossFactor: [] } },
      { grid: { trustGain: [0.1], lossFactor: 2 } },
      { list: [{}, null] },
      { list: [{}, 'x'] },
    ])
      await expect(
        runEnsemble(network, [{ strategies: [] }], { seed: 1, weeks: 0, design: design as never }),
      ).rejects.toMatchObject({ code: 'INVALID_OPTION', message: expect.stringContaining('expected design to be') })
  })
  test('a plan for two outcomes of which the network defines one', () => {
    const ids = ['a', 'c']
    const pair = createNetwork({
      actors: ids.map((id, i) => ({ id, kind: ['social-work-agency', 'community'][i]! })),
      ties: ids.map((source, i) => ({ source, target: ids[1 - i]!, power: 0.5, resources: 0.5, trust: 0.5 })),
    })
    const plan = (objectives: OutcomeName[]) =>
      planStrategies(pair, { hoursPerWeek: 0, weeks: 0, seed: 1, samples: 1, objectives }).best.score
    expect(plan(['communityTrust'])).toBe(0.5)
    for (const objectives of [
      ['communityTrust', 'dependence'],
      ['dependence', 'communityTrust'],
    ] as OutcomeName[][])
      expect(() => plan(objectives)).toThrow(code('INVALID_VALUE'))
  })
  test('a strategy that is nothing', () => {
    for (const none of [null, undefined]) expect(() => scale(none as never, 1)).toThrow(invalid)
  })
  test('a mix of nothing, and of what cannot be one strategy', () => {
    for (const list of [[], 'x', null]) expect(() => combine(list as never)).toThrow(invalid)
    expect(() => combine([smallTalk(), openChannel({ endWeek: 3 })])).toThrow(invalid)
    expect(() => combine([smallTalk(), openChannel({ rampWeeks: 3 })])).toThrow(invalid)
    expect(() => combine([smallTalk()], { intervention: 'force' as never })).toThrow(invalid)
    for (const label of [3, null]) expect(() => combine([smallTalk()], { label: label as never })).toThrow(invalid)
  })
})

test('a scenario of its own weeks is run over these, with what it was told beside the result', () => {
  const scenario = { strategies: [smallTalk()], weeks: 3 }
  const result = runScenario(network, scenario)
  expect([result.kind, result.weeks, result.seed, result.hours.length]).toEqual(['scenario', 3, 1, 3])
  expect(result.scenario).toEqual(scenario)
  expect(result.scenario).not.toBe(scenario)
  expect(result.timeline.map(({ week }) => week)).toEqual([0, 1, 2, 3])
  expect(result.hours.map(({ week, agency }) => [week, agency])).toEqual([1, 2, 3].map(week => [week, 'agency']))
  for (const { capacity, spent } of result.hours)
    expect(Object.values(spent).reduce((sum, hours) => sum + hours, 0)).toBeCloseTo(capacity, 9)
})
