import fc from 'fast-check'
import * as model from 'guanxi'
import { type GuanxiErrorCode, type NetworkLike, Scores } from 'guanxi'
import * as inference from 'guanxi/inference'
import * as metrics from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { type Drawn, drawnNetworks, toNetwork, toSnapshot } from '../helpers/networks.ts'

/**
 * Every public function of guanxi, /metrics and /inference on random input. Valid input gives numbers without NaN, or the error that
 * the function's doc comment names; invalid options give a `GuanxiError`, whatever they are.
 */
interface Call {
  readonly run: (network: NetworkLike, options: never) => unknown
  /** Options of a valid call; each is drawn with every network. */
  readonly valid: Readonly<Record<string, fc.Arbitrary<unknown>>>
  /** Codes that a valid call may throw: what is asked cannot be computed on this network. */
  readonly refuses?: readonly GuanxiErrorCode[]
  readonly runs?: number
}

const layer = fc.constantFrom('power', 'resources', 'trust')
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const missing = maybe(fc.constantFrom<unknown>('error', 'skip', 0, 1))
const zeroOrMore = fc.double({ min: 0, max: 10, noNaN: true })
const ties = { layer: maybe(layer), missing }
/** A threshold needs a layer. */
const binary = { layer, missing, threshold: maybe(zeroOrMore) }
const withLayer = { layer, missing }
const someLayers = maybe(fc.subarray(['power', 'resources', 'trust'], { minLength: 1 }))
const layers = { layers: someLayers, missing }
const direction = maybe(fc.constantFrom('out', 'in', 'total'))
const group = fc.constant('sector')
const flag = maybe(fc.boolean())
const share = fc.double({ min: 0.05, max: 0.95, noNaN: true })
const seed = fc.integer({ min: -1000, max: 1000 })
const m = metrics

const measures: Record<string, Call> = {
  actorReciprocity: { run: m.actorReciprocity, valid: binary },
  actorTriads: { run: m.actorTriads, valid: binary },
  agony: { run: m.agony, valid: ties },
  asymmetry: { run: m.asymmetry, valid: withLayer },
  betweenness: { run: m.betweenness, valid: { ...ties, normalized: flag } },
  bonacichPower: {
    run: m.bonacichPower,
    valid: { ...ties, beta: fc.double({ min: -0.5, max: 0.5, noNaN: true }) },
    refuses: ['INVALID_OPTION'],
  },
  brokerage: { run: m.brokerage, valid: { ...binary, group } },
  centralization: {
    run: m.centralization,
    valid: { ...ties, of: fc.constantFrom('degree', 'closeness', 'betweenness'), direction },
    refuses: ['INVALID_OPTION'],
  },
  closeness: {
    run: m.closeness,
    valid: {
      ...ties,
      direction: maybe(fc.constantFrom('out', 'in')),
      form: maybe(fc.constantFrom('harmonic', 'classic', 'corrected')),
    },
  },
  commitment: { run: m.commitment, valid: ties },
  components: { run: m.components, valid: { ...binary, kind: maybe(fc.constantFrom('weak', 'strong')) } },
  corePeriphery: {
    run: m.corePeriphery,
    valid: { ...ties, between: maybe(fc.constantFrom('ignored', 'tied', 'absent')) },
  },
  coreness: { run: m.coreness, valid: ties },
  davidsScore: {
    run: m.davidsScore,
    valid: { ...withLayer, proportion: maybe(fc.constantFrom('observed', 'corrected')), normalised: flag },
  },
  dependence: { run: m.dependence, valid: ties },
  diagnose: { run: m.diagnose, valid: {} },
  disparity: { run: m.disparity, valid: { ...withLayer, direction: maybe(fc.constantFrom('out', 'in')) } },
  disparityFilter: { run: m.disparityFilter, valid: withLayer },
  dyadCensus: { run: m.dyadCensus, valid: binary },
  dyads: { run: m.dyads, valid: withLayer },
  eiIndex: { run: m.eiIndex, valid: { ...ties, group } },
  eigenTrust: { run: m.eigenTrust, valid: { ...ties, restart: maybe(share) } },
  eigenvector: { run: m.eigenvector, valid: { ...ties, within: maybe(fc.constantFrom('network', 'largest')) } },
  embeddedness: { run: m.embeddedness, valid: binary },
  embeddingAsymmetry: { run: m.embeddingAsymmetry, valid: ties },
  flowHierarchy: { run: m.flowHierarchy, valid: binary },
  globalReachingCentrality: { run: m.globalReachingCentrality, valid: ties },
  groupDyads: { run: m.groupDyads, valid: { layer, group } },
  hierarchy: { run: m.hierarchy, valid: ties },
  hits: { run: m.hits, valid: ties },
  hodgeRank: { run: m.hodgeRank, valid: { ...ties, flow: maybe(fc.constantFrom('relative', 'net')) } },
  inequality: { run: m.inequality, valid: { ...ties, direction, group: maybe(group) } },
  kCores: { run: m.kCores, valid: { ...binary, direction } },
  katz: { run: m.katz, valid: { ...ties, beta: maybe(zeroOrMore) } },
  krackhardt: { run: m.krackhardt, valid: binary },
  landau: { run: m.landau, valid: { ...withLayer, seed: maybe(seed), draws: maybe(fc.constant(20)) } },
  layerCorrelation: { run: m.layerCorrelation, valid: layers },
  multiplexity: { run: m.multiplexity, valid: layers },
  multireciprocity: { run: m.multireciprocity, valid: layers },
  overlap: { run: m.overlap, valid: layers },
  pageRank: { run: m.pageRank, valid: { ...ties, damping: maybe(share) } },
  participation: { run: m.participation, valid: { ...layers, direction: maybe(fc.constantFrom('out', 'in')) } },
  // A snapshot without kinds has no roles.
  practiceLogics: { run: m.practiceLogics, valid: { missing: maybe(zeroOrMore) }, refuses: ['INVALID_NETWORK'] },
  reciprocity: { run: m.reciprocity, valid: binary },
  simmelianTies: { run: m.simmelianTies, valid: binary },
  skewSymmetry: { run: m.skewSymmetry, valid: withLayer },
  springRank: { run: m.springRank, valid: { ...ties, alpha: maybe(fc.constantFrom(0, 0.001, 1, 10)) } },
  standing: {
    run: m.standing,
    valid: { of: fc.constantFrom('v0', 'v1') },
    refuses: ['UNKNOWN_ACTOR', 'INVALID_NETWORK'],
  },
  steepness: { run: m.steepness, valid: { ...withLayer, proportion: maybe(fc.constantFrom('observed', 'corrected')) } },
  strength: { run: m.strength, valid: { ...ties, direction } },
  structuralHoles: { run: m.structuralHoles, valid: ties },
  transitiveTrust: { run: m.transitiveTrust, valid: { layer: fc.constantFrom('power', 'trust'), missing } },
  triadCensus: { run: m.triadCensus, valid: binary },
}

const drawn = { seed, replications: fc.constant(12) }
const degenerate = ['DEGENERATE_TEST'] as const
const weighted = (x: NetworkLike) => m.reciprocity(x, { layer: 'resources' }).weighted
const incoherence = (x: NetworkLike) => m.hierarchy(x).incoherence
const range = [{ name: 'x', range: [0, 1] as const }]
const i = inference

const tests: Record<string, Call> = {
  bootstrap: {
    run: (n, o) => i.bootstrap(n, weighted, o),
    valid: { ...drawn, unit: fc.constantFrom('actors', 'dyads'), level: maybe(fc.constantFrom(0.5, 0.9, 0.99)) },
    refuses: degenerate,
  },
  compareWaves: { run: (n, o) => i.compareWaves(n, n, weighted, o), valid: drawn, refuses: degenerate },
  cugTest: {
    run: (n, o) => i.cugTest(n, x => m.reciprocity(x).edgewise, o),
    valid: { ...drawn, condition: fc.constantFrom('size', 'ties', 'dyad-census'), layer: maybe(layer) },
    refuses: degenerate,
  },
  dyadFlipTest: { run: (n, o) => i.dyadFlipTest(n, incoherence, o), valid: drawn, refuses: degenerate, runs: 15 },
  groupLabelTest: {
    run: (n, o) => i.groupLabelTest(n, x => m.eiIndex(x, { group: 'sector' }).index, o),
    valid: { ...drawn, group },
    refuses: ['DEGENERATE_TEST', 'UNKNOWN_ATTRIBUTE'], // nobody has the attribute where nobody is
    runs: 15,
  },
  jackknife: { run: (n, o) => i.jackknife(n, weighted, o), valid: {}, refuses: degenerate },
  morris: {
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

const calls = { ...measures, ...tests }

/** Places of a result that hold a number which is none. */
function wrongNumbers(result: unknown, path = 'result'): string[] {
  if (typeof result === 'number') return Number.isFinite(result) ? [] : [`${path} is ${result}`]
  if (result instanceof Scores) return [...result].flatMap(([id, value]) => wrongNumbers(value, `${path}.get(${id})`))
  if (result instanceof Map || Array.isArray(result))
    return [...result].flatMap((item, k) => wrongNumbers(item, `${path}[${k}]`))
  if (typeof result === 'object' && result !== null)
    return Object.entries(result).flatMap(([name, part]) => wrongNumbers(part, `${path}.${name}`))
  return []
}

const input = (valid: Call['valid']) =>
  fc.tuple(drawnNetworks({ maxActors: 6 }), fc.record(valid as Record<string, fc.Arbitrary<unknown>>), fc.boolean())

const networkOf = (network: Drawn, frozen: boolean) => (frozen ? toSnapshot(network) : toNetwork(network))

/** The code of the error that a call throws; `undefined` when it gives a result. Anything but a `GuanxiError` passes through. */
function codeOf(run: () => unknown): GuanxiErrorCode | undefined {
  try {
    run()
  } catch (error) {
    if (error instanceof model.GuanxiError) return error.code
    throw error
  }
  return undefined
}

describe('the table of calls', () => {
  test('has every measure', () => expect(Object.keys(measures).sort()).toEqual(Object.keys(metrics).sort()))
  test('has every test that takes a network or a model', () => {
    const others = ['adjust', 'runPlan']
    const named = Object.keys(inference).filter(name => !name.endsWith('Plan') && !others.includes(name))
    expect(Object.keys(tests).sort()).toEqual(named.sort())
  })
})

describe('valid input gives numbers, or the error that is documented', () => {
  for (const [name, { run, valid, refuses = [], runs = 40 }] of Object.entries(calls))
    test(name, () =>
      fc.assert(
        fc.property(input(valid), ([network, options, frozen]) => {
          let result: unknown
          const code = codeOf(() => {
            result = run(networkOf(network, frozen), options as never)
          })
          if (code === undefined) expect(wrongNumbers(result)).toEqual([])
          else expect(refuses, code).toContain(code)
        }),
        { numRuns: runs, seed: 5 },
      ),
    )
})

// No option of any function may be one of these.
const impossible = [Number.NaN, Number.POSITIVE_INFINITY, Symbol('s'), null, () => 1, 10n]
const callbacks = ['onProgress', 'missing']

const fixed = toNetwork({
  count: 4,
  sectors: ['gov', 'gov', 'com', 'org'],
  arcs: [
    [0, 1, 3],
    [1, 0, 1],
    [1, 2, 2],
    [2, 3, 1],
    [0, 3, 4],
  ],
})

/** The names of a function's options, from the error about an unknown one. */
function optionNames(run: Call['run'], options: object): string[] {
  try {
    run(fixed, { ...options, unheardOf: 1 } as never)
  } catch (error) {
    const known = /known are (.*)$/m.exec((error as Error).message)?.[1]
    if (known) return known === 'none' ? [] : known.split(', ')
  }
  return []
}

describe('invalid input gives a GuanxiError', () => {
  for (const [name, { run, valid }] of Object.entries(calls)) {
    const [options] = fc.sample(fc.record(valid as Record<string, fc.Arbitrary<unknown>>), { numRuns: 1, seed: 3 })
    test(`${name}: an option that it does not have`, () =>
      fc.assert(
        fc.property(fc.string({ minLength: 1 }), fc.anything(), (other, value) => {
          if (optionNames(run, options!).includes(other)) return
          expect(codeOf(() => run(fixed, { ...options, [other]: value } as never))).toBe('UNKNOWN_OPTION')
        }),
        { numRuns: 20, seed: 7 },
      ))
    test(`${name}: values that no option has`, () => {
      for (const option of optionNames(run, options!))
        for (const value of impossible) {
          if (typeof value === 'function' && callbacks.includes(option)) continue
          const code = codeOf(() => run(fixed, { ...options, [option]: value } as never))
          expect(code, `${option}: ${String(value)}`).toBeDefined()
        }
    })
    test(`${name}: any value at all gives a result or a GuanxiError`, () =>
      fc.assert(
        fc.property(fc.constantFrom(...optionNames(run, options!), 'unheardOf'), fc.anything(), (option, value) => {
          const heavy = typeof value === 'number' && value > 100
          if (heavy || (option === 'signal' && value !== null && typeof value === 'object')) return
          codeOf(() => run(fixed, { ...options, [option]: value } as never))
        }),
        { numRuns: 40, seed: 9 },
      ))
    if (run.length > 0 && name !== 'morris' && name !== 'sobol')
      test(`${name}: something that is no network`, () => {
        for (const value of [undefined, null, 5, 'network', {}, [], () => 1])
          expect(
            codeOf(() => run(value as never, options as never)),
            String(value),
          ).toBeDefined()
      })
    test(`${name}: something that is no options`, () => {
      for (const value of [null, 5, 'options', []])
        expect(
          codeOf(() => run(fixed, value as never)),
          String(value),
        ).toBeDefined()
    })
  }
})

describe('documents, snapshots, p-values', () => {
  test('any value is a network or a GuanxiError', () =>
    fc.assert(
      fc.property(fc.anything(), value => {
        codeOf(() => model.createNetwork(value as never))
        codeOf(() => model.snapshotFrom(value as never))
        codeOf(() => model.freeze(value as never))
        codeOf(() => model.toDocument(value as never))
        codeOf(() => inference.adjust(value as never))
      }),
      { numRuns: 300, seed: 1 },
    ))
  test('any actors and ties', () => {
    const actor = fc.record({ id: fc.anything(), kind: fc.anything(), label: fc.anything() }, { requiredKeys: [] })
    const tie = fc.record(
      { source: fc.anything(), target: fc.anything(), power: fc.anything(), evidence: fc.anything() },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(actor, { maxLength: 3 }), fc.array(tie, { maxLength: 3 }), (actors, ties) => {
        codeOf(() => model.createNetwork({ actors, ties } as never))
      }),
      { numRuns: 300, seed: 1 },
    )
  })
  test('any columns', () =>
    fc.assert(
      fc.property(
        fc.record(
          {
            count: fc.anything(),
            ids: fc.anything(),
            source: fc.anything(),
            target: fc.anything(),
            power: fc.anything(),
          },
          { requiredKeys: ['source', 'target'] },
        ),
        arrays => {
          codeOf(() => model.snapshotFrom(arrays as never))
        },
      ),
      { numRuns: 300, seed: 1 },
    ))
  test('p-values from 0 to 1 stay there', () =>
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }))),
        fc.constantFrom('holm', 'benjamini-hochberg'),
        (pValues, method) => {
          for (const p of inference.adjust(pValues, { method: method as 'holm' }))
            expect(p === null || (p >= 0 && p <= 1)).toBe(true)
        },
      ),
      { numRuns: 200, seed: 1 },
    ))
})
