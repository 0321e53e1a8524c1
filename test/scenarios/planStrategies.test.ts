import { xCommunity } from 'guanxi/cases'
import { planStrategies, runScenario } from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'

const network = xCommunity()
const quick = { weeks: 12, seed: 1, samples: 5 } as const

describe('planStrategies', () => {
  test('every way to hand out two portions over eight practices is run, and one portion more: 1 + 8 + 36 + 120', () => {
    const { evaluated, exact } = planStrategies(network, { ...quick, hoursPerWeek: 8 })
    expect([evaluated, exact]).toEqual([165, true])
  })
  test('the best plan is what a run of its strategies gives', () => {
    const { best, objectives } = planStrategies(network, { ...quick, hoursPerWeek: 12 })
    const { outcomes } = runScenario(network, { strategies: [...best.strategies], weeks: 12 }).timeline.at(-1)!
    expect(best.outcomes).toEqual(outcomes)
    expect(best.score).toBe(objectives.reduce((sum, name) => sum + outcomes[name]!, 0) / objectives.length)
  })
  test('no plan of the front is beaten by another, none takes more hours than there are', () => {
    const { pareto, best } = planStrategies(network, { ...quick, hoursPerWeek: 14 })
    for (const one of pareto) {
      expect(one.hoursPerWeek).toBeLessThanOrEqual(14)
      expect(one.score).toBeLessThanOrEqual(best.score)
      const beaten = pareto.some(
        other => other.outcomes.voice! > one.outcomes.voice! && other.outcomes.delivery! > one.outcomes.delivery!,
      )
      expect(beaten).toBe(false)
    }
  })
  test('more hours are never worse, also beyond what is enumerated', () => {
    const scores = [0, 4, 20, 32, 36, 44].map(
      hoursPerWeek => planStrategies(network, { ...quick, weeks: 4, hoursPerWeek }).best.score,
    )
    expect([...scores].sort((a, b) => a - b)).toEqual(scores)
  }, 120_000)
  test('an outcome of which less is better counts with a minus', () => {
    const { best, baseline } = planStrategies(network, { ...quick, hoursPerWeek: 8, objectives: ['dependence'] })
    expect(best.outcomes.dependence!).toBeLessThan(baseline.outcomes.dependence!)
    expect(best.score).toBe(-best.outcomes.dependence!)
  })
  test('regret is what the best of the judged plans does better: none is negative, the shares cover every world', () => {
    const { regret } = planStrategies(network, { ...quick, hoursPerWeek: 8 })
    for (const { mean, most } of regret) expect(mean >= 0 && most >= mean).toBe(true)
    expect(regret.reduce((sum, { bestShare }) => sum + bestShare, 0)).toBeGreaterThanOrEqual(1)
  })
  test('the same seed, the same bits; bad options are refused', () => {
    const once = () => JSON.stringify(planStrategies(network, { ...quick, hoursPerWeek: 4 }))
    expect(once()).toBe(once())
    expect(() => planStrategies(network, { ...quick, hoursPerWeek: -1 })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
    expect(() => planStrategies(network, { ...quick, hoursPerWeek: 4, objectives: ['fame'] as never })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
    expect(() => planStrategies(network, { ...quick, hours: 4 } as never)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_OPTION' }),
    )
  })
})
