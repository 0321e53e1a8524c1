import { toDocument } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { agencyWithdrawal, buildAlliance } from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import { readEnsemblePlan } from '../../src/scenarios/ensemblePlan.ts'
import { deltaOf } from '../../src/scenarios/measuresOf.ts'
import { paretoOf } from '../../src/scenarios/pareto.ts'

const sound = { network: 'network.json', scenarios: [{ strategies: [] }], options: { seed: 1, replications: 10 } }
const faultsOf = (plan: unknown) => {
  try {
    readEnsemblePlan(plan)
  } catch (error) {
    const { code, message, issues } = error as { code: string; message: string; issues: { path: unknown[] }[] }
    expect(code).toBe('INVALID_OPTION')
    expect(message).toMatch(
      new RegExp(`^readEnsemblePlan: .* ${issues.length} fault${issues.length === 1 ? '' : 's'}\n`),
    )
    return issues.map(({ path }) => path.join('.'))
  }
  return []
}

describe('the plan of an ensemble', () => {
  test('names its network or holds it', () => {
    expect(readEnsemblePlan(sound)).toEqual(sound)
    const { network } = readEnsemblePlan({ ...sound, network: toDocument(xCommunity()) })
    expect(toDocument(network as ReturnType<typeof xCommunity>)).toEqual(toDocument(xCommunity()))
  })
  test('strategies and events by name become what their functions give; data stays', () => {
    const plan = {
      ...sound,
      scenarios: [
        {
          name: 'alliance',
          strategies: [{ use: 'buildAlliance', hoursPerWeek: 8 }, buildAlliance()],
          events: [{ use: 'agencyWithdrawal', week: 9 }],
        },
        { strategies: [] },
      ],
    }
    const given = JSON.stringify(plan)
    expect(readEnsemblePlan(plan).scenarios).toEqual([
      {
        name: 'alliance',
        strategies: [buildAlliance({ hoursPerWeek: 8 }), buildAlliance()],
        events: [agencyWithdrawal({ week: 9 })],
      },
      { strategies: [] },
    ])
    expect(JSON.stringify(plan)).toBe(given)
  })
  test.each([
    [{ design: 'sobol' }],
    [{ design: { grid: { trustGain: [0.01, 0.02] } } }],
    [{ design: { list: [{ trustGain: 0.01 }] } }],
    [{ weeks: 0, noise: 1, targetError: 0.1, workplan: { staff: 2 } }],
    [{ parameters: { trustGain: 0.01, noticing: [0.1, 0.2] } }],
  ])('takes the options %j', options =>
    expect(faultsOf({ ...sound, options: { ...sound.options, ...options } })).toEqual([]),
  )
  test.each([
    ['options.seed', { seed: 0.5 }],
    ['options.seed', { seed: undefined }],
    ['options.replications', { replications: 0 }],
    ['options.weeks', { weeks: -1 }],
    ['options.noise', { noise: 1.5 }],
    ['options.noise', { noise: -0.5 }],
    ['options.targetError', { targetError: 0 }],
    ['options.design', { design: 'lottery' }],
    ['options.design.list', { design: { list: [] } }],
    ['options.parameters.trustGain', { parameters: { trustGain: [1] } }],
    ['options.executor', { executor: {} }],
  ])('names %s in %j', (path, options) =>
    expect(faultsOf({ ...sound, options: { ...sound.options, ...options } })).toEqual([path]),
  )
  test('every fault of every part at once', () => {
    expect(
      faultsOf({
        network: { actors: [{ id: '', kind: 'x' }], ties: [] },
        scenarios: [
          { strategies: [{ use: 'combine' }, { use: 7 }, { use: 'toString' }], events: [{ use: 'buildAlliance' }] },
          { strategies: [{ use: 'buildAlliance', hours: 3 }] },
        ],
        options: {},
        seed: 1,
      }).sort(),
    ).toEqual([
      'network.actors.0.id',
      'options.seed',
      'scenarios.0.events.0',
      'scenarios.0.strategies.0',
      'scenarios.0.strategies.1',
      'scenarios.0.strategies.2',
      'scenarios.1.strategies.0',
      'seed',
    ])
  })
  test('what is none', () => {
    for (const plan of [null, 7, 'plan']) expect(faultsOf(plan)).toEqual([''])
    expect(faultsOf({ ...sound, scenarios: [] })).toEqual(['scenarios'])
    expect(faultsOf({ ...sound, scenarios: [null] })).toEqual(['scenarios.0'])
    expect(faultsOf({ ...sound, scenarios: {} })).toEqual(['scenarios'])
    expect(faultsOf({ ...sound, network: '' })).toEqual(['network'])
    expect(faultsOf({ ...sound, network: 7 })).toEqual(['network'])
    expect(faultsOf({ ...sound, scenarios: [{ strategies: {} }] })).toEqual(['scenarios.0.strategies'])
  })
})

describe('a front', () => {
  const front = (...rows: (readonly (number | null)[])[]) =>
    paretoOf(rows.map((values, i) => ({ name: 'abcd'[i]!, values })))
  test('leaves out who is beaten on one and on none better', () => {
    expect(front([1, 2], [2, 1], [1, 1])).toEqual(['a', 'b'])
    expect(front([1, 2], [1, 3])).toEqual(['b'])
    expect(front([2, 2], [1, 1])).toEqual(['a'])
  })
  test('keeps equals, and takes what is not defined for the least', () => {
    expect(front([1, 1], [1, 1])).toEqual(['a', 'b'])
    expect(front([null, 1], [0, 1])).toEqual(['b'])
    expect(front([null, 2], [-5, 1])).toEqual(['a', 'b'])
    expect(front([null], [null])).toEqual(['a', 'b'])
  })
})

test('a change is after less before, and null where one of the two is', () =>
  expect(deltaOf({ a: 1, b: null, c: 3 } as never, { a: 3, b: 1, c: null, d: 2 } as never)).toEqual({
    a: 2,
    b: null,
    c: null,
    d: null,
  }))
