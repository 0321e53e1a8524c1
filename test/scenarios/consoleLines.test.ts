import { outcomes } from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import { resultLines } from '../../src/scenarios/resultLines.ts'

describe('lines, by hand', () => {
  const lines = (result: object) => resultLines(result as Parameters<typeof resultLines>[0])
  const all = (values: Record<string, number | null>) =>
    Object.fromEntries(outcomes.map(({ name }) => [name, values[name] ?? null]))

  test('a run: from the first week to the last, to four digits; when an agency withdrew', () => {
    const run = {
      kind: 'scenario',
      name: 'a "b"',
      weeks: 3,
      changes: [1, 2],
      withdrewInWeek: null,
      timeline: [{ outcomes: all({ voice: 0.123456 }) }, { outcomes: all({}) }, { outcomes: all({ voice: 0.5 }) }],
    }
    expect(lines(run).slice(0, 3)).toEqual([
      'ScenarioResult "a \\"b\\"": 3 weeks, values of ties changed: 2',
      'voice 0.1235 → 0.5',
      'delivery not defined → not defined',
    ])
    expect(lines(run).length).toBe(1 + outcomes.length)
    expect(lines({ ...run, withdrewInWeek: 2 })[0]).toMatch(/changed: 2, an agency withdrew in week 2$/)
  })
  test('a comparison: by place, what has none last; the places stay as they were', () => {
    const place = (scenario: string, value: number | null, rank: number | null) => ({ scenario, value, rank })
    const places = [
      place('x', null, null),
      place('c', 1, 3),
      place('y', null, null),
      place('a', 3, 1),
      place('b', 2, 2),
    ]
    const given = {
      kind: 'comparison',
      weeks: 4,
      baseline: 'a',
      scenarios: places,
      rankings: [{ outcome: 'voice', places }],
    }
    expect(lines(given)).toEqual([
      'ComparisonResult: 5 scenarios over 4 weeks, compared with "a"',
      'voice: "a" 3, "b" 2, "c" 1, "x" not defined, "y" not defined',
    ])
    expect(places.map(({ scenario }) => scenario)).toEqual(['x', 'c', 'y', 'a', 'b'])
  })
  test('an ensemble: means of each scenario, errors where there are any; which part it is; nothing where nothing is', () => {
    const row = (scenario: string, outcome: string, mean: number | null, error: number | null) => ({
      scenario,
      outcome,
      mean,
      error,
    })
    const rows = [row('a', 'voice', 0.25, 0.01), row('b', 'voice', 0.5, null), row('a', 'service', null, null)]
    const given = { kind: 'ensemble', weeks: 4, replications: 9, scenarios: ['a', 'b'], outcomes: rows, shard: null }
    const found = lines(given)
    expect(found[0]).toBe('EnsembleResult: 2 scenarios over 4 weeks, 9 replications; means and standard errors')
    expect(found.slice(1, 3)).toEqual(['voice: "a" 0.25 ± 0.01, "b" 0.5', 'delivery: nothing'])
    expect(found.at(-1)).toBe('service: "a" not defined')
    expect(lines({ ...given, shard: { index: 1, count: 3 } })[0]).toMatch(/9 replications, part 2 of 3; means/)
  })
  test('an analysis of sensitivity: by μ* or by total effect, twelve of them', () => {
    const terms = Array.from({ length: 13 }, (_, i) => ({ name: `p${i}`, muStar: i, total: 2 * i }))
    const ranked = terms.map(({ name }) => name).reverse()
    const given = {
      kind: 'sensitivity',
      name: 'a',
      outcome: 'voice',
      value: 1,
      low: 0.5,
      high: 2,
      runs: 7,
      ranked,
      terms,
    }
    const morris = lines({ ...given, method: 'morris' })
    expect(morris[0]).toBe('SensitivityResult of voice in "a": 1, from 0.5 to 2 over 7 runs (morris)')
    expect([morris[1], morris[12], morris[13], morris.length]).toEqual(['p12 12', 'p1 1', '… 1 more', 14])
    const sobol = lines({ ...given, method: 'sobol', ranked: ranked.slice(1), terms })
    expect([sobol[1], sobol[12], sobol.length]).toEqual(['p11 22', 'p0 0', 13])
  })
  test('a plan: hours of the best, and what none gives', () => {
    const given = { kind: 'plan', hoursPerWeek: 8, weeks: 4, objectives: ['voice', 'reach'], evaluated: 5, pareto: [1] }
    const best = { score: 0.5, hours: { 'small-talk': 4, 'open-channel': 2 } }
    expect(lines({ ...given, best, baseline: { score: 0.25 } })).toEqual([
      'PlanResult: 8 hours a week over 4 weeks for voice and reach, 5 plans run, 1 on the front',
      'best 0.5: small-talk 4 h, open-channel 2 h',
      'no practice 0.25',
    ])
    expect(lines({ ...given, best: { score: 0, hours: {} }, baseline: { score: 0 } })[1]).toBe('best 0: nothing')
  })
  test('contributions and calibrations: a line an outcome, a line a parameter', () => {
    const term = (strategy: string, outcome: string, shapley: number | null) => ({ strategy, outcome, shapley })
    const terms = [term('x', 'voice', 0.25), term('y', 'voice', -0.5), term('x', 'reach', null)]
    const rows = [{ outcome: 'voice', without: 1, with: 0.75 }]
    expect(lines({ kind: 'contribution', name: 'a', weeks: 2, outcomes: rows, terms })).toEqual([
      'ContributionResult "a": 2 weeks; Shapley values',
      'voice 1 → 0.75: x 0.25, y -0.5',
    ])
    const parameters = [{ name: 'p', median: 0.5, interval: [0.25, 1], verdict: 'silent' }]
    const given = { kind: 'calibration', name: 'a', parameters, runs: 600, resemblance: 0.5, check: null }
    expect(lines(given)).toEqual(['CalibrationResult "a": 600 runs, resemblance 0.5', 'p 0.5 [0.25, 1] silent'])
    expect(lines({ ...given, check: { week: 9, error: 0.125, unfitted: 0.25 } })[0]).toBe(
      'CalibrationResult "a": 600 runs, resemblance 0.5; error in week 9 0.125, without the fit 0.25',
    )
  })
})
