import fc from 'fast-check'
import type { NetworkLike } from 'guanxi'
import * as i from 'guanxi/inference'
import * as m from 'guanxi/metrics'
import type { Call } from '../promises.ts'
import { flag, group, layer, maybe, seed, someLayers, zeroOrMore } from './arbitraries.ts'

const drawn = { seed, replications: fc.constant(12) }
const degenerate = ['DEGENERATE_TEST'] as const
const weighted = (x: NetworkLike) => m.reciprocity(x, { layer: 'resources' }).weighted
const incoherence = (x: NetworkLike) => m.hierarchy(x).incoherence
const edgewise = (x: NetworkLike) => m.reciprocity(x).edgewise
const inOwnGroup = (x: NetworkLike) => m.eiIndex(x, { group: 'sector' }).index
const range = [{ name: 'x', range: [0, 1] as const }]

const atOnce: Record<string, Call> = {
  bootstrap: {
    run: (n, o) => i.bootstrap(n, weighted, o),
    valid: { ...drawn, unit: fc.constantFrom('actors', 'dyads'), level: maybe(fc.constantFrom(0.5, 0.9, 0.99)) },
    refuses: degenerate,
  },
  compareWaves: { run: (n, o) => i.compareWaves(n, n, weighted, o), valid: drawn, refuses: degenerate },
  cugTest: {
    run: (n, o) => i.cugTest(n, edgewise, o),
    valid: { ...drawn, condition: fc.constantFrom('size', 'ties', 'dyad-census'), layer: maybe(layer) },
    refuses: degenerate,
  },
  dyadFlipTest: { run: (n, o) => i.dyadFlipTest(n, incoherence, o), valid: drawn, refuses: degenerate, runs: 15 },
  groupLabelTest: {
    run: (n, o) => i.groupLabelTest(n, inOwnGroup, o),
    valid: { ...drawn, group },
    refuses: ['DEGENERATE_TEST', 'UNKNOWN_ATTRIBUTE'], // nobody has the attribute where nobody is
    runs: 15,
  },
  jackknife: { run: (n, o) => i.jackknife(n, weighted, o), valid: {}, refuses: degenerate },
  morris: {
    alone: true,
    run: (_, o) => i.morris(([x]) => x!, range, o),
    valid: { trajectories: fc.integer({ min: 1, max: 10 }), seed, levels: maybe(fc.constantFrom(2, 4, 6)) },
  },
  perturb: {
    run: (n, o) => i.perturb(n, weighted, o),
    valid: { ...drawn, errors: fc.record({ resources: zeroOrMore }) },
    refuses: degenerate,
  },
  qapCorrelation: {
    run: (n, o) => i.qapCorrelation(n, o),
    valid: { x: layer, y: layer, seed, permutations: fc.constant(12), transpose: flag },
    refuses: degenerate,
    runs: 15,
  },
  qapRegression: {
    run: (n, o) => i.qapRegression(n, o),
    valid: {
      response: fc.constant('resources'),
      predictors: fc.constantFrom(['trust'], [{ same: 'sector' }], ['trust', { transposed: 'resources' }]),
      seed,
      permutations: fc.constant(12),
    },
    refuses: degenerate,
    runs: 15,
  },
  sobol: {
    alone: true,
    run: (_, o) => i.sobol(([x]) => x!, range, o),
    valid: { samples: fc.integer({ min: 2, max: 40 }), seed, resamples: fc.constant(10) },
  },
  strengthTest: {
    run: (n, o) => i.strengthTest(n, weighted, o),
    valid: { ...drawn, layer: fc.constant('resources') },
    refuses: degenerate,
    runs: 15,
  },
  testDiagnosis: { run: i.testDiagnosis, valid: { ...drawn, layers: someLayers }, runs: 10 },
  weightShuffleTest: {
    run: (n, o) => i.weightShuffleTest(n, weighted, o),
    valid: { ...drawn, layer: fc.constant('resources') },
    refuses: degenerate,
    runs: 15,
  },
}

/** The same in the background: a plan of the draws, run block by block. */
const planned: Record<string, Call['run']> = {
  bootstrapPlan: (n, o) => i.runPlan(i.bootstrapPlan(n, weighted, o)),
  compareWavesPlan: (n, o) => i.runPlan(i.compareWavesPlan(n, n, weighted, o)),
  cugTestPlan: (n, o) => i.runPlan(i.cugTestPlan(n, edgewise, o)),
  dyadFlipTestPlan: (n, o) => i.runPlan(i.dyadFlipTestPlan(n, incoherence, o)),
  groupLabelTestPlan: (n, o) => i.runPlan(i.groupLabelTestPlan(n, inOwnGroup, o)),
  jackknifePlan: (n, o) => i.runPlan(i.jackknifePlan(n, weighted, o)),
  perturbPlan: (n, o) => i.runPlan(i.perturbPlan(n, weighted, o)),
  qapCorrelationPlan: (n, o) => i.runPlan(i.qapCorrelationPlan(n, o)),
  qapRegressionPlan: (n, o) => i.runPlan(i.qapRegressionPlan(n, o)),
  strengthTestPlan: (n, o) => i.runPlan(i.strengthTestPlan(n, weighted, o)),
  weightShuffleTestPlan: (n, o) => i.runPlan(i.weightShuffleTestPlan(n, weighted, o)),
}

export const tests: Record<string, Call> = {
  ...atOnce,
  ...Object.fromEntries(
    Object.entries(planned).map(([name, run]) => [name, { ...atOnce[name.slice(0, -'Plan'.length)]!, run, runs: 10 }]),
  ),
}
