import { createNetwork } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { assumptions, openChannel, runScenario, type SensitivityOptions, sensitivity } from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'

const network = xCommunity()
const scenario = { strategies: [openChannel({ rampWeeks: 0 })], weeks: 1 }
const code = (value: string) => expect.objectContaining({ code: value })
const run = (options: Partial<SensitivityOptions>, weeks = 1) =>
  sensitivity(
    network,
    { ...scenario, weeks },
    { method: 'morris', outcome: 'streetTrust', samples: 20, seed: 1, ...options },
  )

describe('by hand', () => {
  const at = (parameters: Record<string, number>) =>
    runScenario(network, { ...scenario, parameters }).timeline.at(-1)!.outcomes.streetTrust!

  test('one assumption by Morris: of four levels, its mean effect over a step of two thirds of its range, per range', () => {
    const { terms, runs, value, low, high } = run({ parameters: ['reportEffect'] })
    // Drawn log from 0.3 to 1.2: levels at 0, 1/3, 2/3, 1 of the way; steps lead from 0 to 2/3 or from 1/3 to 1.
    const level = (place: number) => at({ reportEffect: 0.3 * 4 ** place })
    const steps = [
      [0, 2 / 3],
      [1 / 3, 1],
    ].map(([from, to]) => (level(to!) - level(from!)) / (2 / 3))
    const [least, most] = [Math.min(...steps), Math.max(...steps)]
    expect(terms[0]!.mu! >= least - 1e-12 && terms[0]!.mu! <= most + 1e-12).toBe(true)
    expect([runs, value]).toEqual([40, at({})])
    expect(low).toBeGreaterThanOrEqual(level(0) - 1e-12)
    expect(high).toBeLessThanOrEqual(level(1) + 1e-12)
  })
  test('an assumption that has no part in a week is 0, and stands last; Sobol gives 1 to the only one that has', () => {
    const { terms, ranked } = run({ parameters: ['reportEffect', 'rehireWeeks'] })
    expect(terms.find(({ name }) => name === 'rehireWeeks')).toMatchObject({ mu: 0, muStar: 0, first: null })
    expect(ranked).toEqual(['reportEffect', 'rehireWeeks'])
    const sobol = run({ method: 'sobol', samples: 256, parameters: ['reportEffect', 'rehireWeeks'] })
    const [rehire, report] = [...sobol.terms].sort((a, b) => (a.name > b.name ? -1 : 1)).reverse()
    expect([rehire!.name, report!.name].sort()).toEqual(['rehireWeeks', 'reportEffect'])
    const only = sobol.terms.find(({ name }) => name === 'reportEffect')!
    expect(only.total).toBeCloseTo(1, 2)
    expect(sobol.terms.find(({ name }) => name === 'rehireWeeks')!.total).toBeCloseTo(0, 12)
    expect([only.mu, sobol.runs]).toEqual([null, 256 * 4])
  })
})

describe('what the whole design gave', () => {
  test('ranked by μ* and by total effect, whatever the order of the assumptions', () => {
    // Whose chores seem normal has no part in the street offices’ trust in a week; it comes first in the list.
    const parameters = ['choreNorm', 'reportEffect']
    for (const options of [{}, { method: 'sobol', samples: 64 }] as const) {
      const { ranked, terms } = run({ ...options, parameters })
      expect(terms.map(({ name }) => name)).toEqual(parameters)
      expect(ranked).toEqual(['reportEffect', 'choreNorm'])
    }
  })
  test('one trajectory over one assumption: two runs, their mean, the lower and the higher; the effect has no spread', () => {
    const { terms, mean, low, high, runs, samples } = run({ samples: 1, parameters: ['reportEffect'] })
    expect([runs, samples]).toEqual([2, 1])
    expect(mean).toBeCloseTo((low + high) / 2, 14)
    expect(high).toBeGreaterThan(low)
    const { range } = assumptions().find(({ name }) => name === 'reportEffect')!
    const none = { first: null, firstInterval: null, total: null, totalInterval: null }
    expect(terms).toEqual([
      { name: 'reportEffect', range, mu: expect.any(Number), muStar: terms[0]!.mu, sigma: null, ...none },
    ])
    expect(terms[0]!.mu).toBeCloseTo((high - low) / (2 / 3), 12)
  })
  test('where nothing varies mean, lowest and highest are the value; Sobol′ has neither shares nor intervals', () => {
    const still = run({ method: 'sobol', samples: 4, parameters: ['rehireWeeks'] })
    expect([still.mean, still.low, still.high].map(value => value - still.value)).toEqual(
      [0, 0, 0].map(() => expect.closeTo(0, 14)),
    )
    const none = {
      mu: null,
      muStar: null,
      sigma: null,
      first: null,
      firstInterval: null,
      total: null,
      totalInterval: null,
    }
    expect(still.terms).toEqual([expect.objectContaining(none)])
    expect([still.runs, still.samples, still.ranked]).toEqual([12, 4, ['rehireWeeks']])
  })
  test('intervals lie around their shares', () => {
    const [term] = run({ method: 'sobol', samples: 64, parameters: ['reportEffect'] }).terms
    const { first, firstInterval, total, totalInterval } = term!
    expect((firstInterval![0] + firstInterval![1]) / 2).toBeCloseTo(first!, 12)
    expect((totalInterval![0] + totalInterval![1]) / 2).toBeCloseTo(total!, 12)
    expect(firstInterval![1]).toBeGreaterThan(first!)
    expect(totalInterval![1]).toBeGreaterThan(total!)
  })
  test('what is asked for is named: kind, method, outcome, scenario, seed', () => {
    const named = run({ samples: 2, parameters: ['reportEffect'] })
    expect(named).toMatchObject({ kind: 'sensitivity', method: 'morris', outcome: 'streetTrust', seed: 1, scenario })
    expect(named.scenario).not.toBe(scenario)
    for (const missing of ['method', 'outcome', 'samples', 'seed']) {
      const call = () => run({ [missing]: undefined })
      expect(call).toThrow(`sensitivity: option ${missing} is required`)
      expect(call).toThrow(code('INVALID_OPTION'))
    }
    for (const bad of [{ method: 'sobol', samples: 1 }, { samples: 10_001 }] as const)
      expect(() => run(bad)).toThrow(code('INVALID_OPTION'))
    expect(() => run({ parameters: ['luck'] })).toThrow(code('INVALID_OPTION'))
    expect(run({ method: 'sobol', samples: 2, parameters: ['rehireWeeks'] }).samples).toBe(2)
  })
})

describe('edges of the domain', () => {
  test('an outcome that never varies: effects of 0 by Morris, null by Sobol', () => {
    const still = { parameters: ['rehireWeeks'] }
    expect(run(still).terms[0]).toMatchObject({ mu: 0, muStar: 0 })
    expect(run({ ...still, method: 'sobol', samples: 8 }).terms[0]).toMatchObject({ first: null, total: null })
  })
  test('outcomes that the network does not define, unknown names, samples out of range', () => {
    const alone = createNetwork({ actors: [{ id: 'a', kind: 'social-work-agency' }], ties: [] })
    const options = { method: 'morris', outcome: 'voice', samples: 2, seed: 1 } as const
    expect(() => sensitivity(alone, { strategies: [], weeks: 1 }, options)).toThrow(code('INVALID_VALUE'))
    expect(() => run({ parameters: ['luck'] })).toThrow(/"luck"/)
    expect(() => run({ parameters: [] })).toThrow(code('INVALID_OPTION'))
    expect(() => run({ outcome: 'fame' as never })).toThrow(code('INVALID_OPTION'))
    expect(() => run({ method: 'sobol', samples: 1 })).toThrow(/from 2/)
    expect(() => run({ samples: 20_000 })).toThrow(/to 10000/)
    expect(() => run({ sample: 3 } as never)).toThrow(code('UNKNOWN_OPTION'))
  })
})

describe('laws', () => {
  test('a row an assumption in their order; same seed, same bits; the set values of others are kept', () => {
    const all = run({ samples: 4 }, 6)
    expect(all.terms.map(({ name }) => name)).toEqual(assumptions().map(({ name }) => name))
    expect(run({ samples: 4 }, 6)).toEqual(all)
    expect(run({ samples: 4, seed: 2 }, 6).terms).not.toEqual(all.terms)
    const varied = (trustGain: number) =>
      sensitivity(
        network,
        { ...scenario, parameters: { trustGain } },
        { method: 'morris', outcome: 'streetTrust', samples: 8, seed: 1, parameters: ['reportEffect'] },
      ).terms[0]!.muStar!
    expect(varied(0.06)).toBeCloseTo(2 * varied(0.03), 12)
  })
})
