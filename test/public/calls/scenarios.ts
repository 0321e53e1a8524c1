import fc from 'fast-check'
import type { NetworkLike, RelationNetwork } from 'guanxi'
import * as s from 'guanxi/scenarios'
import type { Call } from '../promises.ts'
import { caseNetworks, maybe, seed } from './arbitraries.ts'

const graph = (network: NetworkLike) => network as RelationNetwork
const share = fc.double({ min: 0, max: 1, noNaN: true })
const week = fc.integer({ min: 1, max: 60 })
const agency = maybe(fc.constantFrom(null, 'agency'))
const outcome = fc.constantFrom(...s.outcomes.map(({ name }) => name))

const strategyOptions = {
  startWeek: maybe(week),
  endWeek: maybe(fc.constantFrom(null, 61, 80)),
  rampWeeks: maybe(fc.integer({ min: 0, max: 20 })),
  intensity: maybe(share),
  agency,
}
/** Those that take hours; a stance takes none. */
const practiceOptions = { ...strategyOptions, hoursPerWeek: maybe(fc.double({ min: 0.5, max: 30, noNaN: true })) }
const eventOptions = { week, agency }

/** A maker of strategies or events: needs no network. */
const maker = (run: (options: never) => unknown, valid: Call['valid']): Call => ({
  run: (_, options) => run(options),
  valid,
  alone: true,
  nullable: ['endWeek', 'agency', 'perYear'],
})

/** Strategies as the makers give them, any mix. */
const mixes = fc
  .subarray([
    s.buildAlliance,
    s.sustainCooperation,
    s.extendRelations,
    s.plainWords,
    s.refuseChores,
    s.acceptEveryChore,
    s.chaseIndicators,
  ])
  .chain(makers => fc.tuple(fc.constant(makers), share, week))
  .map(([makers, intensity, startWeek]) => makers.map(make => make({ intensity, startWeek })))

const scenario = {
  name: maybe(fc.constantFrom('mix', '组合')),
  strategies: mixes,
  weeks: maybe(fc.integer({ min: 1, max: 60 })),
  seed: maybe(seed),
  noise: maybe(fc.double({ min: 0, max: 0.05, noNaN: true })),
  events: maybe(
    fc.subarray([
      s.staffTurnover({ week: 3 }),
      s.mediaCoverage({ week: 2 }),
      s.contractRenewal({ week: 4 }),
      s.agencyWithdrawal({ week: 9 }),
    ]),
  ),
}

const twoScenarios = (strategies: s.Strategy[]) => [
  { name: 'as it is', strategies: [] },
  { name: 'mix', strategies },
]

const onCase = { networks: caseNetworks, refuses: ['INVALID_NETWORK', 'MISSING_VALUE'] as const }

/** The functions that take a network, or make one thing from options. */
export const scenarios: Record<string, Call> = {
  acceptEveryChore: maker(s.acceptEveryChore, strategyOptions),
  agencyWithdrawal: maker(s.agencyWithdrawal, eventOptions),
  buildAlliance: maker(s.buildAlliance, practiceOptions),
  calibrate: {
    ...onCase,
    run: (n, o) =>
      s.calibrate(
        [
          { week: 0, network: graph(n) },
          { week: 10, network: s.runScenario(graph(n), { strategies: [], weeks: 10 }).after },
        ],
        { strategies: [] },
        o,
      ),
    valid: { fit: fc.constant(['trustGain']), seed, draws: fc.constant(600), error: maybe(fc.constantFrom(0.05, 0.2)) },
    runs: 4,
  },
  chaseIndicators: maker(s.chaseIndicators, { ...strategyOptions, load: maybe(fc.constantFrom(0.5, 1, 2)) }),
  combine: maker(o => s.combine([s.buildAlliance(), s.plainWords()], o), {
    kind: maybe(fc.constant('both')),
    label: maybe(fc.constantFrom<unknown>('Both', { zh: '两者', en: 'Both' })),
    section: maybe(fc.constant('3.2')),
  }),
  compareScenarios: {
    ...onCase,
    run: (n, o) => s.compareScenarios(graph(n), twoScenarios([s.buildAlliance()]), o),
    valid: {
      weeks: fc.integer({ min: 1, max: 60 }),
      seed,
      noise: fc.constantFrom(0, 0.01),
      baseline: maybe(fc.constant('mix')),
    },
    runs: 15,
  },
  continueScenario: {
    ...onCase,
    run: (n, o) => s.continueScenario(s.runScenario(graph(n), { strategies: [s.buildAlliance()], weeks: 5 }), o),
    valid: { weeks: fc.integer({ min: 6, max: 40 }), strategies: maybe(mixes) },
    runs: 15,
  },
  contractRenewal: maker(s.contractRenewal, { ...eventOptions, load: maybe(fc.constantFrom(1, 2)) }),
  contribution: {
    ...onCase,
    run: (n, o) =>
      s.contribution(graph(n), { strategies: [s.buildAlliance(), s.plainWords(), s.extendRelations()], weeks: 12 }, o),
    valid: { method: maybe(fc.constantFrom('exact', 'sampled')), samples: maybe(fc.constant(4)), seed: maybe(seed) },
    runs: 10,
  },
  extendRelations: maker(s.extendRelations, practiceOptions),
  findCommonGround: maker(s.findCommonGround, practiceOptions),
  fitChores: maker(s.fitChores, practiceOptions),
  introduceWorkers: maker(s.introduceWorkers, practiceOptions),
  linkPartners: maker(s.linkPartners, practiceOptions),
  mediaCoverage: maker(s.mediaCoverage, { ...eventOptions, share: maybe(share) }),
  openChannel: maker(s.openChannel, practiceOptions),
  plainWords: maker(s.plainWords, practiceOptions),
  planStrategies: {
    ...onCase,
    run: (n, o) => s.planStrategies(graph(n), o),
    valid: {
      hoursPerWeek: fc.constantFrom(2, 4),
      step: fc.constant(2),
      weeks: fc.constant(8),
      samples: fc.constantFrom(1, 4),
      seed,
    },
    runs: 4,
  },
  refuseChores: maker(s.refuseChores, strategyOptions),
  runEnsemble: {
    ...onCase,
    run: (n, o) => s.runEnsemble(graph(n), twoScenarios([s.extendRelations()]), o),
    valid: {
      replications: fc.integer({ min: 1, max: 30 }),
      weeks: fc.integer({ min: 1, max: 30 }),
      seed,
      design: maybe(fc.constantFrom('monte-carlo', 'latin-hypercube', 'sobol')),
      noise: maybe(fc.constantFrom(0, 0.01)),
    },
    runs: 10,
  },
  runScenario: { ...onCase, run: (n, o) => s.runScenario(graph(n), o), valid: scenario, document: true },
  schedule: maker(
    o =>
      s.schedule(
        [
          { strategies: [s.buildAlliance()], weeks: 10 },
          { strategies: [s.plainWords()], weeks: null },
        ],
        o,
      ),
    { startWeek: maybe(week) },
  ),
  sensitivity: {
    ...onCase,
    run: (n, o) => s.sensitivity(graph(n), { strategies: [s.buildAlliance()], weeks: 6 }, o),
    valid: {
      method: fc.constantFrom('morris', 'sobol'),
      outcome,
      samples: fc.constantFrom(2, 4),
      seed,
      parameters: fc.constant(['trustGain', 'lossFactor']),
    },
    runs: 6,
  },
  shareResources: maker(s.shareResources, practiceOptions),
  smallTalk: maker(s.smallTalk, practiceOptions),
  staffTurnover: maker(s.staffTurnover, { ...eventOptions, share: maybe(share) }),
  sustainCooperation: maker(s.sustainCooperation, practiceOptions),
}
