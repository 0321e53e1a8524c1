import { createNetwork, GuanxiError, type NetworkLike } from 'guanxi'
import * as metrics from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { golden } from '../helpers/networks.ts'

type Options = Record<string, unknown>
type Measure = (network: NetworkLike, options?: never) => unknown

/** What is needed, what else there is beside the layer and its like, and values of it that are refused. */
const own: Record<
  string,
  { needs?: Options; refused?: Record<string, readonly unknown[]>; takes?: Record<string, readonly unknown[]> }
> = {
  asymmetry: { needs: { layer: 'resources' } },
  betweenness: { takes: { normalized: [true, false] }, refused: { normalized: ['yes', 1] } },
  bonacichPower: { needs: { beta: 0.01 }, refused: { beta: ['0.1', Infinity, 10] }, takes: { beta: [0, -0.01] } },
  brokerage: { needs: { group: 'sector' }, refused: { group: ['', 7] } },
  centralization: {
    needs: { of: 'degree' },
    takes: { of: ['closeness', 'betweenness'], direction: ['out', 'in', 'total'] },
    refused: { of: ['strength', ''], direction: ['both', ''] },
  },
  closeness: {
    takes: { direction: ['out', 'in'], form: ['harmonic', 'classic', 'corrected'] },
    refused: { direction: ['total', ''], form: ['mean', ''] },
  },
  components: { takes: { kind: ['weak', 'strong'] }, refused: { kind: ['any', ''] } },
  corePeriphery: { takes: { between: ['ignored', 'tied', 'absent'] }, refused: { between: ['all', ''] } },
  davidsScore: {
    needs: { layer: 'resources' },
    takes: { proportion: ['observed', 'corrected'], normalised: [true, false] },
    refused: { proportion: ['raw', ''], normalised: [1] },
  },
  disparity: { takes: { direction: ['out', 'in'] }, refused: { direction: ['total', ''] } },
  disparityFilter: { needs: { layer: 'resources' } },
  dyads: { needs: { layer: 'resources' } },
  eiIndex: { needs: { group: 'sector' }, refused: { group: ['', 7] } },
  eigenTrust: {
    takes: { restart: [0, 0.5] },
    refused: { restart: [-0.1, 1, 1.5, '0.1'], pretrusted: [['1'], [], 'a'] },
  },
  eigenvector: { takes: { within: ['network', 'largest'] }, refused: { within: ['all', ''] } },
  globalReachingCentrality: { takes: { scale: ['mean', 'max'] }, refused: { scale: ['min', ''] } },
  groupDyads: { needs: { group: 'sector' }, refused: { group: ['', 7], missing: ['skip'] } },
  hodgeRank: { takes: { flow: ['relative', 'net'] }, refused: { flow: ['gross', ''] } },
  inequality: {
    takes: { direction: ['out', 'in', 'total'], group: ['sector'] },
    refused: { direction: ['both', ''], group: [''] },
  },
  kCores: { takes: { direction: ['out', 'in', 'total'] }, refused: { direction: ['both', ''] } },
  katz: { takes: { alpha: [0.01], beta: [0, 2] }, refused: { alpha: [0, -1, 10, '0.1'], beta: ['1', Infinity] } },
  landau: {
    needs: { layer: 'resources' },
    takes: { seed: [1], draws: [1, 10] },
    refused: { seed: [0.5, '1'], draws: [0, 1.5, 1_000_001] },
  },
  pageRank: { takes: { damping: [0.5] }, refused: { damping: [-0.1, 1, 1.1, '0.5'] } },
  participation: {
    takes: { direction: ['out', 'in', 'total'], by: ['ties', 'weight'] },
    refused: { direction: ['both', ''], by: ['layers', ''] },
  },
  skewSymmetry: { needs: { layer: 'resources' } },
  springRank: { takes: { alpha: [0, 1] }, refused: { alpha: [-1, Infinity, '1'] } },
  steepness: {
    needs: { layer: 'resources' },
    takes: { proportion: ['observed', 'corrected'] },
    refused: { proportion: ['raw', ''] },
  },
  strength: { takes: { direction: ['out', 'in', 'total'] }, refused: { direction: ['both', ''] } },
  transitiveTrust: { needs: { layer: 'power' } },
}
const binary = [
  'actorReciprocity',
  'actorTriads',
  'brokerage',
  'components',
  'dyadCensus',
  'embeddedness',
  'flowHierarchy',
  'groupDyads',
  'kCores',
  'krackhardt',
  'reciprocity',
  'simmelianTies',
  'triadCensus',
]
const ofLayers = ['layerCorrelation', 'multiplexity', 'multireciprocity', 'overlap', 'participation']
// They read the three layers and the roles of the actors; their own tests have their options.
const ofRoles = ['diagnose', 'practiceLogics', 'standing']

const unknown = createNetwork({
  actors: ['a', 'b', 'c'].map(id => ({ id, kind: 'x', sector: id })),
  ties: [
    { source: 'a', target: 'b', power: null, resources: null, trust: null },
    { source: 'b', target: 'c', power: 1, resources: 1, trust: 1 },
  ],
})

function faultOf(measure: Measure, options: unknown, network: NetworkLike = golden()): string {
  try {
    measure(network, options as never)
  } catch (error) {
    if (!(error instanceof GuanxiError)) throw error
    return `${error.code} ${error.message}`
  }
  return 'none'
}

const measures = Object.entries(metrics as unknown as Record<string, Measure>).filter(
  ([name]) => !ofRoles.includes(name),
)

test.each([
  ['pageRank', {}],
  ['katz', {}],
  ['eigenTrust', { restart: 0.2 }],
  ['bonacichPower', { beta: 0.01 }],
] as const)('%s says how its iteration ended', (name, options) => {
  const measure = Object.entries(metrics).find(([key]) => key === name)![1] as (typeof metrics)['pageRank']
  const { convergence } = measure(golden(), { layer: 'resources', ...options })
  expect(convergence).toMatchObject({ converged: true })
  expect(convergence!.residual).toBeLessThan(1e-6)
})

test('centralization of closeness has two directions, no layer', () => {
  const centralization = metrics.centralization as unknown as Measure
  for (const direction of ['out', 'in']) expect(faultOf(centralization, { of: 'closeness', direction })).toBe('none')
  for (const refused of [{ direction: 'total' }, { direction: '' }, { layer: 'power' }])
    expect(faultOf(centralization, { of: 'closeness', ...refused })).toMatch(/^INVALID_OPTION centralization: /)
})

describe.each(measures)('%s', (name, measure) => {
  const { needs = {}, refused = {}, takes = {} } = own[name] ?? {}
  const refuses = (options: Options | null, code: string, network?: NetworkLike) => {
    const fault = faultOf(measure, options, network)
    // Steepness reads its ties through David's score.
    const names = name === 'steepness' ? '(steepness|davidsScore)' : name
    expect(fault, JSON.stringify(options)).toMatch(new RegExp(`^${code} ${names}: `))
  }
  test('says what it does not know, in its own name', () => {
    refuses({ ...needs, layr: 'power' }, 'UNKNOWN_OPTION')
    refuses(null, 'INVALID_OPTION')
    for (const option of Object.keys(needs))
      expect(faultOf(measure, { ...needs, [option]: undefined })).toBe(
        `INVALID_OPTION ${name}: option ${option} is required`,
      )
    if (!binary.includes(name)) refuses({ ...needs, layer: 'resources', threshold: 1 }, 'UNKNOWN_OPTION')
  })
  test('takes the values that its options have, and refuses others', () => {
    for (const [option, values] of Object.entries(takes))
      for (const value of values) expect(faultOf(measure, { ...needs, [option]: value }), `${value}`).toBe('none')
    for (const [option, values] of Object.entries(refused))
      for (const value of values) refuses({ ...needs, [option]: value }, 'INVALID_OPTION')
  })
  test('says in its own name which values are unknown, and which layer', () => {
    if (ofLayers.includes(name)) {
      refuses({ ...needs, layers: ['power'] }, 'MISSING_VALUE', unknown)
      refuses({ ...needs, layers: ['hours'] }, 'UNKNOWN_LAYER')
      refuses({ ...needs, layers: ['power', 'power'] }, 'INVALID_OPTION')
      expect(faultOf(measure, { ...needs, missing: 'skip' }, unknown)).toBe('none')
      return
    }
    refuses({ ...needs, layer: 'power' }, 'MISSING_VALUE', unknown)
    refuses({ ...needs, layer: 'hours' }, 'UNKNOWN_LAYER')
    refuses({ ...needs, layer: '' }, 'INVALID_OPTION')
    refuses({ ...needs, layer: 'power', missing: -1 }, 'INVALID_OPTION')
    expect(faultOf(measure, { ...needs, layer: 'power', missing: 1 }, unknown)).toBe('none')
    if (binary.includes(name)) {
      refuses({ ...needs, threshold: 1 }, 'INVALID_OPTION')
      refuses({ ...needs, layer: 'power', threshold: -1 }, 'INVALID_OPTION')
      expect(faultOf(measure, { ...needs, layer: 'power', threshold: 0.5 })).toBe('none')
    }
  })
})
