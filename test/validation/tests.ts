import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  cugTest,
  type Factor,
  morris,
  type QapRegression,
  qapCorrelation,
  qapRegression,
  sobol,
} from 'guanxi/inference'
import { reciprocity } from 'guanxi/metrics'
import { published } from '../helpers/golden.ts'
import type { Any, Comparison } from './comparison.ts'

/** Four standard errors of the difference of two shares drawn independently, and a little for shares near 0 and 1. */
const byDrawing = (ours: number, theirs: number, slack: number) => (p: number) =>
  4 * Math.sqrt(p * (1 - p) * (1 / ours + 1 / theirs)) + slack

/** Computed when first asked for, then kept. */
function lazy<T>(make: () => T): () => T {
  let value: { made: T } | undefined
  return () => {
    value ??= { made: make() }
    return value.made
  }
}

const qapRuns = ['knoke_bureaucracies', 'krackhardt_hightech', 'indiana_tobacco', 'kapferer_tailorshop'].flatMap(
  key => {
    const { network, expected } = published(key)
    return Object.entries<Any>(expected.inference.qap).map(([pair, theirs]) => {
      const [x, y] = pair.split('~') as [string, string]
      return {
        on: `${key} ${pair}`,
        theirs,
        found: lazy(() => qapCorrelation(network, { x, y, permutations: 3000, seed: 1 })),
      }
    })
  },
)

type QapRun = (typeof qapRuns)[number]

const qap = (
  of: string,
  oracle: string,
  tolerance: Comparison['tolerance'],
  ours: (run: QapRun) => number,
  theirs: (run: QapRun) => number,
): Comparison => ({
  of,
  oracle,
  tolerance,
  cases: () => qapRuns.map(run => ({ on: run.on, ours: () => ours(run), theirs: () => theirs(run) })),
})

const correlations: Comparison[] = [
  qap(
    'qapCorrelation.estimate',
    'R sna `gcor`',
    1e-9,
    r => r.found().estimate,
    r => r.theirs.gcor,
  ),
  qap(
    'qapCorrelation.pUpper',
    'R sna `qaptest` (p of 10,000 draws)',
    byDrawing(3000, 10_000, 4e-3),
    r => r.found().pUpper,
    r => r.theirs.p_ge,
  ),
  qap(
    'qapCorrelation.sd',
    'R sna `qaptest` (ratio of the standard deviations)',
    0.1,
    r => r.found().sd / r.theirs.perm_sd,
    () => 1,
  ),
]

const predictorOf = (term: string) =>
  term.startsWith('same_')
    ? { same: term.slice(5) }
    : term.startsWith('absdiff_')
      ? { difference: term.slice(8) }
      : term

const regression = (key: string, field: string, family: 'linear' | 'logistic', permutations: number) => {
  const { network, expected } = published(key)
  const theirs = expected.inference[field]
  const response = expected.inference.netlm_qapspp.dependent as string
  const predictors = theirs.terms.slice(1).map(predictorOf)
  const found = lazy(() => qapRegression(network, { response, predictors, family, permutations, seed: 1 }))
  return { on: key, theirs, found }
}

const linear = ['knoke_bureaucracies', 'krackhardt_hightech', 'cross_parker_consulting'].map(key =>
  regression(key, 'netlm_qapspp', 'linear', 1000),
)
const logistic = ['knoke_bureaucracies', 'krackhardt_hightech'].map(key =>
  regression(key, 'netlogit_classical', 'logistic', 20),
)

function mrqap(
  of: string,
  oracle: string,
  tolerance: Comparison['tolerance'],
  runs: typeof linear,
  ours: (q: QapRegression, theirs: Any) => number[],
  theirs: (e: Any) => number[],
): Comparison {
  return {
    of: `qapRegression.${of}`,
    oracle: `R sna ${oracle}`,
    tolerance,
    cases: () =>
      runs.map(run => ({ on: run.on, ours: () => ours(run.found(), run.theirs), theirs: () => theirs(run.theirs) })),
  }
}

const estimates = (q: QapRegression) => [q.intercept, ...q.terms.map(term => term.estimate)]

const regressions: Comparison[] = [
  mrqap('estimate', '`netlm`', 1e-8, linear, estimates, e => e.coefficients),
  mrqap(
    't',
    '`netlm`',
    1e-7,
    linear,
    q => q.terms.map(term => term.t),
    e => e.tstat.slice(1),
  ),
  mrqap(
    'rSquared',
    '`netlm`',
    1e-9,
    linear,
    q => [q.rSquared!],
    e => [e.r_squared],
  ),
  mrqap(
    'deviance',
    '`netlm` (ratio)',
    1e-9,
    linear,
    (q, e) => [q.deviance / e.rss],
    () => [1],
  ),
  mrqap(
    'pTwoSided',
    '`netlm`, `qapspp` (p of 2,000 draws)',
    byDrawing(1000, 2000, 5e-3),
    linear,
    q => q.terms.map(term => term.pTwoSided),
    e => e.p_abs.slice(1),
  ),
  mrqap('estimate (logistic)', '`netlogit`', 1e-6, logistic, estimates, e => e.coefficients),
  // R takes the errors from the last but one step.
  mrqap(
    'standardError (logistic)',
    '`netlogit` (ratio)',
    1e-3,
    logistic,
    (q, e) => q.terms.map((term, k) => term.standardError / e.se[k + 1]),
    e => e.se.slice(1).map(() => 1),
  ),
  mrqap(
    'deviance (logistic)',
    '`netlogit`',
    1e-8,
    logistic,
    q => [q.deviance],
    e => [e.deviance],
  ),
]

const cugRuns = ['information', 'money'].flatMap(relation =>
  (
    [
      ['size', 'size'],
      ['ties', 'edges'],
    ] as const
  ).map(([condition, mode]) => {
    const { network, expected } = published('knoke_bureaucracies')
    const options = { condition, layer: relation, replications: 4000, seed: 1 }
    return {
      on: `knoke_bureaucracies ${relation}, ${condition}`,
      theirs: expected.inference.cug[relation][mode].reciprocity_edgewise,
      found: lazy(() => cugTest(network, x => reciprocity(x).edgewise, options)),
    }
  }),
)

type CugRun = (typeof cugRuns)[number]

const cug = (
  of: string,
  what: string,
  tolerance: number,
  ours: (run: CugRun) => number | number[],
  theirs: (run: CugRun) => number | number[],
): Comparison => ({
  of: `cugTest.${of}`,
  oracle: `R sna \`cug.test\`${what}`,
  tolerance,
  cases: () => cugRuns.map(run => ({ on: run.on, ours: () => ours(run), theirs: () => theirs(run) })),
})

const conditional: Comparison[] = [
  cug(
    'observed',
    '',
    1e-12,
    r => r.found().observed,
    r => r.theirs.observed,
  ),
  cug(
    'mean',
    ' (5,000 draws; in standard errors of the difference)',
    5,
    r => (r.found().mean - r.theirs.mean) / (r.theirs.sd * Math.sqrt(1 / 4000 + 1 / 5000)),
    () => 0,
  ),
  cug(
    'sd',
    ' (ratio)',
    0.06,
    r => r.found().sd / r.theirs.sd,
    () => 1,
  ),
  cug(
    'pLower, pUpper',
    '',
    0.03,
    r => [r.found().pLower, r.found().pUpper],
    r => [r.theirs.p_le, r.theirs.p_ge],
  ),
]

const analytic = JSON.parse(
  gunzipSync(readFileSync(new URL('../golden/expected/_analytic_sobol.json.gz', import.meta.url))).toString(),
)
const ishigami = ([a, b, c]: readonly number[]) => Math.sin(a!) + 7 * Math.sin(b!) ** 2 + 0.1 * c! ** 4 * Math.sin(a!)
const turn = ['a', 'b', 'c'].map(name => ({ name, range: [-Math.PI, Math.PI] as const }))
const sobolG = (a: readonly number[]) => (x: readonly number[]) =>
  x.reduce((product, v, i) => (product * (Math.abs(4 * v - 2) + a[i]!)) / (1 + a[i]!), 1)

const unit = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `x${i + 1}`, range: [0, 1] as const }))

function indices(
  on: string,
  tolerance: number,
  model: (x: number[]) => number,
  factors: readonly Factor[],
  closed: { S1: number[]; ST: number[] },
  seed: number,
): Comparison {
  return {
    of: 'sobol.first, total',
    oracle: `closed form of ${on} (4,096 samples)`,
    tolerance,
    cases: () => [
      {
        on,
        ours: () => sobol(model, factors, { samples: 4096, seed }).terms.flatMap(term => [term.first, term.total]),
        theirs: () => closed.S1.flatMap((first, i) => [first, closed.ST[i]!]),
      },
    ],
  }
}

// Over the full grid of Ishigami’s function; SALib's tests have the same numbers.
const grid = [
  { mu: 7.704054, muStar: 7.704054, sigma: 6.248796 },
  { mu: 0, muStar: 7.875, sigma: 7.875 },
  { mu: 0, muStar: 6.248796, sigma: 8.837132 },
]
const screened = lazy(() => morris(ishigami, turn, { trajectories: 4000, seed: 1, candidates: 4000 }).terms)

const effects = (of: string, what: string, tolerance: number, ours: () => number[], theirs: number): Comparison => ({
  of: `morris.${of}`,
  oracle: `the full grid of Ishigami’s function, as in SALib’s tests (${what})`,
  tolerance,
  cases: () => [{ on: 'Ishigami’s function', ours, theirs: () => ours().map(() => theirs) }],
})

const screening: Comparison[] = (['mu', 'muStar'] as const).map(of =>
  effects(
    of,
    'in standard errors',
    4,
    () => screened().map((term, i) => (term[of] - grid[i]![of]) / (grid[i]!.sigma / Math.sqrt(4000))),
    0,
  ),
)
screening.push(effects('sigma', 'ratio', 0.02, () => screened().map((term, i) => term.sigma! / grid[i]!.sigma), 1))

export const tests: readonly Comparison[] = [
  ...correlations,
  ...regressions,
  ...conditional,
  indices('Ishigami’s function', 0.01, ishigami, turn, analytic.ishigami_a7_b0_1, 1),
  indices('Sobol′’s G of 8 inputs', 0.02, sobolG(analytic.sobol_g_8.a), unit(8), analytic.sobol_g_8, 2),
  ...screening,
]
