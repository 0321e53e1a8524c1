import type { Snapshot } from 'guanxi'
import { snapshotFrom } from 'guanxi'
import * as inference from 'guanxi/inference'
import { dyadCensus, hierarchy, inequality, reciprocity } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { published } from '../helpers/golden.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'
import { codeOf } from './matrices.ts'

const layer = 'resources'
const mutual = (x: Snapshot) => dyadCensus(x).mutual
const weighted = (x: Snapshot) => reciprocity(x, { layer }).weighted
const incoherence = (x: Snapshot) => hierarchy(x, { layer }).incoherence
const between = (x: Snapshot) => inequality(x, { layer, direction: 'out', group: 'sector' }).between
const factors = [{ name: 'a', range: [0, 1] }] as const
const model = (x: readonly number[]) => x[0]!

type Run = (options: never) => unknown
/** Each function with the options that it cannot do without, in the order in which they are asked for. */
const atOnce: Record<string, [run: Run, required: Record<string, unknown>]> = {
  bootstrap: [o => inference.bootstrap(golden(), mutual, o), { unit: 'dyads', seed: 1 }],
  compareWaves: [o => inference.compareWaves(golden(), golden(), mutual, o), { seed: 1 }],
  cugTest: [o => inference.cugTest(golden(), mutual, o), { condition: 'ties', seed: 1 }],
  dyadFlipTest: [o => inference.dyadFlipTest(golden(), incoherence, o), { seed: 1 }],
  groupLabelTest: [o => inference.groupLabelTest(golden(), between, o), { group: 'sector', seed: 1 }],
  morris: [o => inference.morris(model, factors, o), { trajectories: 2, seed: 1 }],
  perturb: [
    o => inference.perturbPlan(golden(), weighted, { errors: { resources: 1 }, ...(o as object) } as never),
    { seed: 1 },
  ],
  qapCorrelation: [o => inference.qapCorrelation(golden(), o), { x: 'resources', y: 'power', seed: 1 }],
  qapRegression: [o => inference.qapRegression(golden(), o), { response: 'resources', predictors: ['power'], seed: 1 }],
  sobol: [o => inference.sobol(model, factors, o), { samples: 4, seed: 1 }],
  strengthTest: [o => inference.strengthTest(golden(), weighted, o), { layer, seed: 1 }],
  testDiagnosis: [o => inference.testDiagnosis(golden(), o), { seed: 1 }],
  weightShuffleTest: [o => inference.weightShuffleTest(golden(), weighted, o), { layer, seed: 1 }],
}
const refusal = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    const { code, message } = error as { code: string; message: string }
    return `${code} ${message.replace('perturbPlan', 'perturb')}`
  }
  return undefined
}

describe('options without a default', () => {
  for (const [name, [run, required]] of Object.entries(atOnce))
    test(`${name} names itself and the first one that is left out: ${Object.keys(required)}`, () => {
      for (const left of Object.keys(required))
        expect(refusal(() => run({ ...required, [left]: undefined } as never))).toBe(
          `INVALID_OPTION ${name}: option ${left} is required`,
        )
      expect(refusal(() => run(undefined as never))).toBe(
        `INVALID_OPTION ${name}: option ${Object.keys(required)[0]} is required`,
      )
    })
  test('jackknife needs none, and names itself when it gets one that is none', () =>
    expect(refusal(() => inference.jackknife(golden(), mutual, { seed: 1 } as never))).toMatch(
      /^UNKNOWN_OPTION jackknife: no option "seed"/,
    ))
  test('perturb with errors of no layer', () =>
    expect(codeOf(() => inference.perturb(golden(), weighted, { errors: {}, seed: 1 }))).toBe('INVALID_OPTION'))
  test('perturb without any asks for ranges first', () =>
    expect(codeOf(() => inference.perturb(golden(), weighted, undefined as never))).toBe('INVALID_OPTION'))
})

/** More than is enumerated, so that draws are drawn. */
const wide = published('knoke_bureaucracies').network
const many = (() => {
  const network = golden()
  for (const id of ['7', '8', '9']) network.addNode(id, { kind: 'x', sector: 'res' })
  let weight = 1
  for (const [a, b] of ['67', '78', '89', '97', '86', '41', '62'].map(pair => [...pair]))
    network.addDirectedEdge(a!, b!, { power: 1, resources: weight++, trust: 1 })
  return network
})()

type Plans = (options: object) => ReturnType<typeof inference.cugTestPlan>
/** The plans on a network that is too large to enumerate; the name of what counts the draws, and of the least. */
const plans: Record<string, [plan: Plans, count: string, least: number]> = {
  bootstrapPlan: [
    o => inference.bootstrapPlan(many, weighted, { unit: 'actors', seed: 1, ...o }) as never,
    'replications',
    2,
  ],
  compareWavesPlan: [
    o => inference.compareWavesPlan(many, golden(), weighted, { seed: 1, ...o }) as never,
    'replications',
    2,
  ],
  cugTestPlan: [o => inference.cugTestPlan(many, weighted, { condition: 'ties', seed: 1, ...o }), 'replications', 1],
  dyadFlipTestPlan: [o => inference.dyadFlipTestPlan(many, incoherence, { seed: 1, ...o }), 'replications', 1],
  groupLabelTestPlan: [
    o => inference.groupLabelTestPlan(many, between, { group: 'sector', seed: 1, ...o }),
    'replications',
    1,
  ],
  perturbPlan: [
    o => inference.perturbPlan(many, weighted, { errors: { resources: 1 }, seed: 1, ...o }) as never,
    'replications',
    2,
  ],
  qapCorrelationPlan: [
    o => inference.qapCorrelationPlan(wide, { x: 'information', y: 'money', seed: 1, ...o }) as never,
    'permutations',
    1,
  ],
  qapRegressionPlan: [
    o => inference.qapRegressionPlan(wide, { response: 'money', predictors: ['information'], seed: 1, ...o }) as never,
    'permutations',
    1,
  ],
  strengthTestPlan: [
    o => inference.strengthTestPlan(many, weighted, { layer, seed: 1, ...o }) as never,
    'replications',
    1,
  ],
  weightShuffleTestPlan: [
    o => inference.weightShuffleTestPlan(many, weighted, { layer, seed: 1, ...o }),
    'replications',
    1,
  ],
}

describe('plans', () => {
  for (const [name, [plan, count, least]] of Object.entries(plans)) {
    test(`${name} bears its name and draws a thousand times, or as often as it is told`, () => {
      expect(plan({})).toMatchObject({ where: name, total: 1000, width: 1 })
      expect(plan({ [count]: 7 }).total).toBe(7)
      expect(plan({ [count]: least }).total).toBe(least)
      for (const wrong of [least - 1, least + 0.5, '7'])
        expect(codeOf(() => plan({ [count]: wrong }))).toBe('INVALID_OPTION')
    })
    test(`${name} draws from (seed, d): any part is as in the whole, and draws differ`, () => {
      const whole = new Float64Array(150)
      plan({}).draw(0, 150, whole)
      const part = new Float64Array(70)
      const again = plan({})
      again.draw(70, 140, part)
      expect([...part]).toEqual([...whole.subarray(70, 140)])
      again.draw(3, 5, part)
      expect([...part.subarray(0, 2)]).toEqual([...whole.subarray(3, 5)])
      expect(new Set(whole).size).toBeGreaterThan(2)
      const other = new Float64Array(150)
      plan({ seed: 2 }).draw(0, 150, other)
      expect([...other]).not.toEqual([...whole])
    })
  }
  test('the jackknife leaves one actor out a draw', () =>
    expect(inference.jackknifePlan(golden(), mutual)).toMatchObject({ where: 'jackknifePlan', total: 6, block: 1 }))
  test('what can be enumerated is: 2⁷ turns, 6! labels, 5! permutations whatever is asked for', () => {
    const few = snapshotFrom({ count: 3, source: [0, 1, 0], target: [1, 0, 2], resources: [3, 1, 2] })
    expect(inference.dyadFlipTestPlan(golden(), incoherence, { seed: 1, replications: 5 }).total).toBe(128)
    expect(inference.groupLabelTestPlan(golden(), between, { group: 'sector', seed: 1, replications: 5 }).total).toBe(
      720,
    )
    expect(inference.weightShuffleTestPlan(few, weighted, { layer, seed: 1, replications: 5 }).total).toBe(6)
    const q = { x: 'resources', y: 'power', seed: 1, permutations: 5 }
    expect(inference.qapCorrelationPlan(golden(), q).total).toBe(720)
    const r = { response: 'resources', predictors: ['power'], seed: 1, permutations: 5 }
    expect(inference.qapRegressionPlan(golden(), r).total).toBe(720)
  })
  test('the level of an interval is 0.95, or what is said', () => {
    const options = { unit: 'dyads', seed: 1, replications: 20 } as const
    expect(inference.bootstrap(golden(), mutual, options).level).toBe(0.95)
    expect(inference.bootstrap(golden(), mutual, { ...options, level: 0.5 }).level).toBe(0.5)
    const own = { seed: 1, replications: 20, errors: { resources: 1 } }
    expect(inference.perturb(golden(), weighted, own).level).toBe(0.95)
    expect(inference.perturb(golden(), weighted, { ...own, level: 0.8 }).level).toBe(0.8)
    expect(inference.compareWaves(golden(), golden(), mutual, { seed: 1, replications: 20 }).level).toBe(0.95)
    expect(inference.compareWaves(golden(), golden(), mutual, { seed: 1, replications: 20, level: 0.9 }).level).toBe(
      0.9,
    )
  })
})

describe('cugTest refuses', () => {
  const given = { condition: 'ties', replications: 9, seed: 1 } as const
  test('a statistic that is none', () => {
    for (const none of [7, null, {}, 'closure'])
      expect(codeOf(() => inference.cugTest(golden(), none as never, given))).toBe('INVALID_OPTION')
  })
  test("Krackhardt's hierarchy without ties, which is not defined", () => {
    const apart = fromArcs([], actorsNamed('a', 'b', 'c'))
    expect(codeOf(() => inference.cugTest(apart, 'krackhardt-hierarchy', given))).toBe('DEGENERATE_TEST')
  })
})
