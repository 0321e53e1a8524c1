import { createNetwork } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import {
  assumptions,
  openChannel,
  type PlanOptions,
  planStrategies,
  runScenario,
  type Strategy,
  smallTalk,
} from 'guanxi/scenarios'
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
  test('two strategies of one’s own: every figure as by running all ten hand-outs of three portions', () => {
    const strategies = [openChannel({ intensity: 0.5 }), smallTalk()]
    const end = (first: number, second: number) => {
      const used = [first, second].flatMap((portions, i) =>
        portions > 0 ? [{ ...strategies[i]!, hoursPerWeek: (portions * 3) / strategies[i]!.intensity }] : [],
      )
      const { voice, delivery } = runScenario(network, { strategies: used, weeks: 6 }).timeline.at(-1)!.outcomes
      return { first, second, used, voice: voice!, delivery: delivery!, score: (voice! + delivery!) / 2 }
    }
    const all = [0, 1, 2, 3].flatMap(first => [0, 1, 2, 3].map(second => [first, second] as const))
    const runs = all.filter(([a, b]) => a + b <= 3).map(([a, b]) => end(a, b))
    const within = runs.filter(({ first, second }) => first + second <= 2)
    const byScore = (list: typeof runs) => [...list].sort((a, b) => b.score - a.score)
    const [top] = byScore(within)
    // Every assumption is held, so that all sampled worlds are this one.
    const parameters = Object.fromEntries(assumptions().map(({ name, value }) => [name, value]))
    // Eight hours make two portions of three; two are left over.
    const found = planStrategies(network, {
      hoursPerWeek: 8,
      step: 3,
      weeks: 6,
      seed: 1,
      samples: 4,
      strategies,
      parameters,
    })
    expect([found.evaluated, found.exact, found.hoursPerWeek, found.weeks]).toEqual([10, true, 8, 6])
    expect(found.objectives).toEqual(['voice', 'delivery'])
    expect(found.best).toMatchObject({ score: top!.score, hoursPerWeek: 3 * (top!.first + top!.second) })
    expect(found.best.strategies).toEqual(top!.used)
    expect(found.baseline).toMatchObject({ hoursPerWeek: 0, hours: {}, strategies: [], score: end(0, 0).score })
    const front = within.filter(
      one => !within.some(other => other !== one && other.voice >= one.voice && other.delivery >= one.delivery),
    )
    expect(found.pareto.map(({ score }) => score)).toEqual(byScore(front).map(({ score }) => score))
    for (const { hours, score } of found.pareto) {
      const one = front.find(row => row.score === score)!
      const asked = { 'open-channel': 3 * one.first, 'small-talk': 3 * one.second }
      expect(hours).toEqual(Object.fromEntries(Object.entries(asked).filter(([, value]) => value > 0)))
    }
    const [further] = byScore(runs)
    expect(found.marginal).toEqual({ hours: 3, score: further!.score, perHour: (further!.score - top!.score) / 3 })
    const [best, baseline] = found.regret
    expect(best).toMatchObject({ mean: 0, most: 0, bestShare: 1 })
    expect(baseline!.plan.hours).toEqual({})
    expect(baseline!.most).toBe(top!.score - end(0, 0).score)
    expect(baseline!.mean).toBeCloseTo(baseline!.most, 14)
    expect(baseline!.bestShare).toBe(0)
  })
  test('sixteen strategies: up to four portions are enumerated, C(20, 4) = 4,845 hand-outs; five are not', () => {
    const strategies = Array.from({ length: 16 }, (_, i) => ({ ...smallTalk(), kind: `talk ${i}` }))
    const tie = { power: 0.5, resources: 0.5, trust: 0.5 }
    const actors = ['social-work-agency', 'community'].map((kind, i) => ({ id: 'ac'[i]!, kind }))
    const small = createNetwork({
      actors,
      ties: [
        { source: 'a', target: 'c', ...tie },
        { source: 'c', target: 'a', ...tie },
      ],
    })
    const objectives = ['communityTrust'] as const
    const plan = (hoursPerWeek: number) =>
      planStrategies(small, { hoursPerWeek, step: 1, weeks: 0, seed: 1, samples: 1, strategies, objectives })
    const four = plan(4)
    expect(four.exact).toBe(true)
    // With a fifth portion the first 60 of the 3,876 plans of four are extended, each result once.
    expect(four.evaluated).toBeGreaterThan(4845 + 60)
    expect(four.evaluated).toBeLessThan(4845 + 60 * 16)
    expect(plan(5).exact).toBe(false)
  })
  test('hours go to the agency that is named, unless a strategy is for one already; the defaults are those that are told', () => {
    const own = { ...quick, hoursPerWeek: 4, strategies: [openChannel()], agency: 'agency' }
    for (const { agency } of planStrategies(network, own).best.strategies) expect(agency).toBe('agency')
    const plan = (more: Partial<PlanOptions>) => planStrategies(network, { ...own, weeks: 3, samples: 2, ...more })
    expect(plan({ step: 4, objectives: ['voice', 'delivery'] })).toEqual(plan({}))
    expect(plan({ weeks: undefined }).weeks).toBe(52)
    expect(plan({ samples: undefined }).regret).toEqual(plan({ samples: 50 }).regret)
    expect(plan({ workplan: { staff: 1 } }).baseline.outcomes).not.toEqual(plan({}).baseline.outcomes)
    expect(() => plan({ agency: 'nobody' })).toThrow(expect.objectContaining({ code: 'UNKNOWN_ACTOR' }))
  })
  test('progress: one portion after the other, one more than there are, and the worlds', () => {
    const seen: unknown[] = []
    const onProgress = (progress: object) => seen.push(progress)
    planStrategies(network, { ...quick, hoursPerWeek: 8, strategies: [openChannel()], onProgress })
    expect(seen).toEqual([1, 2, 3, 4].map(done => ({ done, total: 4 })))
  })
  test('refuses strategies that hours would not change, two of a kind, none and too many, and options out of range', () => {
    const refuse = (more: object, message: RegExp) => {
      const call = () => planStrategies(network, { ...quick, hoursPerWeek: 4, ...more } as never)
      expect(call).toThrow(message)
      expect(call).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    }
    const many = (count: number): Strategy[] =>
      Array.from({ length: count }, (_, i) => ({ ...smallTalk(), kind: `talk ${i}` }))
    refuse({ strategies: [] }, /1 to 16 strategies, got 0/)
    refuse({ strategies: many(17) }, /got 17/)
    refuse({ strategies: [openChannel({ intensity: 0 })] }, /intensity above 0/)
    refuse({ strategies: [{ ...openChannel(), practices: {} }] }, /practices/)
    refuse({ strategies: [openChannel(), smallTalk(), openChannel()] }, /two strategies are of kind "open-channel"/)
    refuse({ strategies: 'x' }, /strategies/)
    refuse({ objectives: [] }, /got none/)
    refuse({ objectives: ['voice', 'fame'] }, /got voice, fame/)
    refuse({ hoursPerWeek: undefined }, /hoursPerWeek/)
    refuse({ seed: undefined }, /seed/)
    for (const workplan of [null, 3]) refuse({ workplan }, /expected workplan to be an object/)
    for (const step of [0.2, 1001]) refuse({ step }, /expected step/)
    for (const samples of [0, 1001]) refuse({ samples }, /expected samples/)
    for (const weeks of [-1, 5201]) refuse({ weeks }, /expected weeks/)
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
