import { hierarchy } from '../metrics/hierarchy.ts'
import { inequality } from '../metrics/inequality.ts'
import { reciprocity } from '../metrics/reciprocity.ts'
import { GuanxiError } from '../model/errors.ts'
import { layers as knownLayers } from '../model/network.ts'
import { checkOptions, integerIn, requireOption, seed as seedRule, text, texts } from '../model/options.ts'
import { type Progress, progressRules, reportProgress } from '../model/progress.ts'
import { freeze, isSnapshot, type NetworkLike, type Snapshot } from '../model/snapshot.ts'
import { adjust } from './adjust.ts'
import { dyadFlipTest } from './dyadFlipTest.ts'
import { groupLabelTest } from './groupLabelTest.ts'
import { qapCorrelation } from './qapCorrelation.ts'
import { strengthTest } from './strengthTest.ts'
import type { TestResult } from './testResult.ts'
import { weightShuffleTest } from './weightShuffleTest.ts'

/** Options of `testDiagnosis`. */
export interface TestDiagnosisOptions extends Progress {
  readonly seed: number
  /** @defaultValue power, resources and trust, as far as the network has them */
  readonly layers?: readonly string[] | undefined
  /** Actor attribute for the tests of inequality between groups. @defaultValue 'kind', when actors have it */
  readonly group?: string | undefined
  /** Draws of each test that is not enumerated. @defaultValue 1000 */
  readonly replications?: number | undefined
}

/** One test as a plain row; numbers are `null`, with a reason, where the test says nothing about this network. */
export interface DiagnosisTest {
  readonly test: 'strengths' | 'weights' | 'directions' | 'groups' | 'qap' | 'qap-transposed'
  readonly layer: string
  /** The other layer of a QAP test. */
  readonly other: string | null
  readonly statistic: 'weighted reciprocity' | 'incoherence' | 'inequality between groups' | 'correlation'
  readonly observed: number | null
  /** Mean of the statistic under the null. */
  readonly expected: number | null
  readonly sd: number | null
  readonly pLower: number | null
  readonly pUpper: number | null
  readonly pTwoSided: number | null
  /** Holm's, over all rows with a p-value. */
  readonly pAdjusted: number | null
  readonly draws: number | null
  readonly exact: boolean | null
  /** Monte-Carlo error of `pTwoSided`. */
  readonly error: number | null
  readonly seed: number
  /** Why there are no numbers; `null` when there are. */
  readonly reason: string | null
}

/**
 * The tests that belong beside a diagnosis, each as a row.
 *
 * On every layer: weighted reciprocity against random weights with the same strengths (`strengths`) and against its own weights
 * shuffled over its ties (`weights`); incoherence against dyads turned at random (`directions`); inequality of out-strength
 * between groups against exchanged labels (`groups`); the layer against its own transpose (`qap-transposed`).
 * On every two layers: their correlation (`qap`), and that of one with the transpose of the other (`qap-transposed`).
 *
 * @param network - network or snapshot; self-ties ignored.
 * @param options.seed - any integer; every test begins from it.
 * @param options.layers - tie attributes, ≥ 0. @defaultValue power, resources and trust where any tie has a value
 * @param options.group - actor attribute. @defaultValue 'kind'; without it in the network, no tests of groups
 * @param options.replications - draws of each test, ≥ 1. @defaultValue 1000
 * @param options.onProgress - told `{ done, total }` in tests.
 * @param options.signal - aborts before the next draw.
 * @returns rows in a fixed order. A test that cannot tell anything here (nothing to vary, an unknown value) is a row with a
 *   `reason` and `null` for numbers.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * Source: each test's own; the choice is ours. `pAdjusted`: Holm 1979.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { testDiagnosis } from 'guanxi/inference'
 *
 * const rows = testDiagnosis(xCommunity(), { seed: 1, replications: 19, layers: ['power'] })
 * rows.map(row => row.test) // => ['strengths', 'weights', 'directions', 'groups', 'qap-transposed']
 * ```
 */
export function testDiagnosis(network: NetworkLike, options: TestDiagnosisOptions): DiagnosisTest[] {
  const rows = diagnosisTests('testDiagnosis', network, options)
  const done = rows.map(({ run }, i) => {
    reportProgress(options, i, rows.length)
    return run()
  })
  reportProgress(options, rows.length, rows.length)
  return diagnosisRows(rows, done, options.seed)
}

/** A row to be, and what fills it. */
export interface DiagnosisTask extends Pick<DiagnosisTest, 'test' | 'layer' | 'other' | 'statistic'> {
  readonly run: () => DiagnosisNumbers
}

/** What a test says, or why it says nothing. */
export type DiagnosisNumbers = Omit<DiagnosisTest, keyof Omit<DiagnosisTask, 'run'> | 'pAdjusted' | 'seed'>

/** The tests of a diagnosis in the order of its rows, none of them run. */
export function diagnosisTests(where: string, network: NetworkLike, options: TestDiagnosisOptions): DiagnosisTask[] {
  checkOptions(where, options, {
    seed: seedRule,
    layers: texts,
    group: text,
    replications: integerIn(1, 1e9),
    ...progressRules,
  })
  const seed = requireOption(where, 'seed', options?.seed)
  const { replications = 1000, signal } = options
  const snapshot = isSnapshot(network) ? network : freeze(network)
  const group = options.group ?? (snapshot.attributes.has('kind') ? 'kind' : undefined)
  const names = options.layers ?? knownLayers.filter(layer => snapshot.layers.get(layer)?.some(v => !Number.isNaN(v)))

  const common = { seed, signal }
  const rows: DiagnosisTask[] = []
  const add = (
    test: DiagnosisTest['test'],
    layer: string,
    statistic: DiagnosisTest['statistic'],
    run: () => TestResult,
    other: string | null = null,
  ) => rows.push({ test, layer, other, statistic, run: () => attempt(run) })
  for (const layer of names) {
    const returned = (x: Snapshot) => reciprocity(x, { layer }).weighted
    const strained = (x: Snapshot) => hierarchy(x, { layer }).incoherence
    add('strengths', layer, 'weighted reciprocity', () =>
      strengthTest(snapshot, returned, { layer, replications, ...common }),
    )
    add('weights', layer, 'weighted reciprocity', () =>
      weightShuffleTest(snapshot, returned, { layer, replications, ...common }),
    )
    add('directions', layer, 'incoherence', () => dyadFlipTest(snapshot, strained, { layer, replications, ...common }))
    if (group !== undefined)
      add('groups', layer, 'inequality between groups', () =>
        groupLabelTest(snapshot, x => inequality(x, { layer, direction: 'out', group }).between, {
          group,
          replications,
          ...common,
        }),
      )
  }
  names.forEach((x, i) => {
    for (const y of names.slice(i)) {
      const qap = (transpose: boolean) => () =>
        qapCorrelation(snapshot, { x, y, transpose, permutations: replications, ...common })
      if (x !== y) add('qap', x, 'correlation', qap(false), y)
      add('qap-transposed', x, 'correlation', qap(true), y)
    }
  })
  return rows
}

/** The rows of a diagnosis from what its tests came to, in their order. */
export function diagnosisRows(
  tests: readonly DiagnosisTask[],
  numbers: readonly DiagnosisNumbers[],
  seed: number,
): DiagnosisTest[] {
  const adjusted = adjust(numbers.map(row => row.pTwoSided))
  return tests.map(({ run: _, ...about }, i) => ({ ...about, ...numbers[i]!, seed, pAdjusted: adjusted[i]! }))
}

function attempt(run: () => TestResult): DiagnosisNumbers {
  try {
    const { observed, mean, sd, pLower, pUpper, pTwoSided, draws, exact, error } = run()
    return { observed, expected: mean, sd, pLower, pUpper, pTwoSided, draws, exact, error, reason: null }
  } catch (error) {
    if (!(error instanceof GuanxiError)) throw error
    return {
      observed: null,
      expected: null,
      sd: null,
      pLower: null,
      pUpper: null,
      pTwoSided: null,
      draws: null,
      exact: null,
      error: null,
      reason: error.message,
    }
  }
}
