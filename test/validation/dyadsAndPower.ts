import { snapshotFrom } from 'guanxi'
import * as m from 'guanxi/metrics'
import { byTop, datasetKeys, type Oracle, readDataset } from '../helpers/oracles.ts'
import { type Any, type Comparison, field } from './comparison.ts'

// Tolerances are those at which the programs agree among themselves: 1e-10 for sums, 1e-8 and less for what is iterated or solved.

const W = ({ relation }: Oracle) => ({ layer: relation })
const B = { layer: 'one' }
const small = ({ nodes }: Oracle) => nodes.length <= 1000
const strong = ({ value }: Oracle) => value('igraph_scc') === 1
const incomplete = ({ value }: Oracle) => value('complete') === false && value('arcs') > 0
const cyclic = ({ value }: Oracle) => value('lambda1') > 0
const numberOrNull = (e: number | string) => (typeof e === 'number' ? e : null)
const vector = (e: { vector: number[] }) => e.vector
const sums = (column: m.ClosenessOptions) => (o: Oracle) =>
  [...m.closeness(o.network, column)].map(([, x]) => (x === null ? null : x * (o.nodes.length - 1)))
const top = (scores: Iterable<[string, number | null]>) => byTop([...scores].map(([, x]) => x))

/** The exponents of sna's runs, some beyond what the series allows. */
export const bonacichBetas: readonly (readonly [field: string, beta: (oracle: Oracle) => number])[] = [
  ['sna_bonpow_m0.05', () => -0.05],
  ['sna_bonpow_0', () => 0],
  ['sna_bonpow_0.05', () => 0.05],
  ['sna_bonpow_half_over_lambda', ({ value }) => 0.5 / value('lambda1')],
  ['sna_bonpow_minus_half_over_lambda', ({ value }) => -0.5 / value('lambda1')],
]

const dyads: Comparison[] = [
  field({
    of: 'dyadCensus',
    field: 'igraph_dyad_census',
    tolerance: 0,
    ours: ({ network }) => Object.values(m.dyadCensus(network)),
    theirs: e => [e.mut, e.asym, e.null],
  }),
  field({
    of: 'reciprocity.edgewise',
    field: 'igraph_reciprocity_default',
    tolerance: 1e-12,
    ours: ({ network }) => m.reciprocity(network, B).edgewise,
  }),
  field({
    of: 'reciprocity.ratio',
    field: 'igraph_reciprocity_ratio',
    tolerance: 1e-12,
    ours: ({ network }) => m.reciprocity(network, B).ratio,
  }),
  field({
    of: 'reciprocity.dyadic',
    field: 'sna_grecip_dyadic',
    tolerance: 1e-12,
    ours: ({ network }) => m.reciprocity(network, B).dyadic,
  }),
  field({
    of: 'reciprocity.logRelative',
    field: 'sna_grecip_edgewise_lrr',
    tolerance: 1e-10,
    ours: ({ network }) => m.reciprocity(network, B).logRelative,
    theirs: numberOrNull,
  }),
  field({
    of: 'reciprocity.correlation',
    field: 'sna_grecip_correlation',
    tolerance: 1e-10,
    when: incomplete,
    ours: ({ network }) => m.reciprocity(network, B).correlation,
  }),
  field({
    of: 'reciprocity.rho',
    field: 'sna_grecip_correlation',
    tolerance: 1e-10,
    when: incomplete,
    ours: ({ network }) => m.reciprocity(network, B).rho,
  }),
  field({
    of: 'reciprocity.correlation',
    field: 'sna_grecip_correlation_valued',
    tolerance: 1e-10,
    // All weights the same: sna gives 1, the formula 0/0.
    ours: o => m.reciprocity(o.network, W(o)).correlation ?? 1,
  }),
  field({
    of: 'reciprocity.weighted',
    field: 'own_weighted_reciprocity_squartini',
    tolerance: 1e-12,
    ours: o => m.reciprocity(o.network, W(o)).weighted,
  }),
  field({
    of: 'asymmetry',
    field: 'own_weighted_reciprocity_squartini',
    part: 'less 1',
    tolerance: 1e-12,
    ours: o => m.asymmetry(o.network, W(o)),
    theirs: e => 1 - e,
  }),
  field({
    of: 'asymmetry',
    field: 'compete_dci',
    tolerance: 1e-10,
    ours: o => m.asymmetry(o.network, W(o)),
  }),
  field({
    of: 'actorReciprocity.edgewise',
    field: 'nx_reciprocity_nodes',
    tolerance: 1e-12,
    ours: ({ network }) => m.actorReciprocity(network).edgewise,
  }),
]

const power: Comparison[] = [
  ...(['in', 'out'] as const).flatMap(direction => [
    field({
      of: 'strength',
      field: `igraph_strength_${direction}`,
      tolerance: 1e-12,
      ours: o => m.strength(o.network, { ...W(o), direction }),
    }),
    field({
      of: 'inequality.gini',
      field: `own_gini_${direction}_strength`,
      tolerance: 1e-12,
      ours: o => m.inequality(o.network, { ...W(o), direction }).gini,
    }),
    field({
      of: 'centralization',
      field: `igraph_centr_degree_${direction}`,
      tolerance: 1e-12,
      ours: ({ network }) => m.centralization(network, { of: 'degree', direction }),
      theirs: e => e.centralization,
    }),
  ]),
  field({
    of: 'centralization',
    field: 'sna_centralization_freeman',
    tolerance: 1e-12,
    ours: ({ network }) => m.centralization(network, { of: 'degree', direction: 'total' }),
  }),
  field({
    of: 'centralization',
    field: 'igraph_centr_betw',
    tolerance: 1e-10,
    when: small,
    ours: ({ network }) => m.centralization(network, { of: 'betweenness' }),
    theirs: e => e.centralization,
  }),
  field({ of: 'pageRank', field: 'igraph_page_rank', tolerance: 1e-10, ours: ({ network }) => m.pageRank(network) }),
  field({
    of: 'pageRank',
    field: 'igraph_page_rank_weighted',
    tolerance: 1e-10,
    ours: o => m.pageRank(o.network, W(o)),
  }),
  field({ of: 'pageRank', field: 'gt_pagerank', tolerance: 1e-10, ours: ({ network }) => m.pageRank(network) }),
  field({
    of: 'eigenvector',
    field: 'igraph_eigen_directed',
    tolerance: 1e-10,
    when: strong,
    ours: ({ network }) => top(m.eigenvector(network)),
    theirs: vector,
  }),
  ...(
    [
      ['hub', 'hubs'],
      ['authority', 'authorities'],
    ] as const
  ).flatMap(([theirs, ours]) => [
    field({
      of: `hits.${ours}`,
      field: `igraph_${theirs}`,
      tolerance: 1e-9,
      when: strong,
      ours: ({ network }) => top(m.hits(network)[ours]),
      theirs: vector,
    }),
    field({
      of: `hits.${ours}`,
      field: `igraph_${theirs}_weighted`,
      tolerance: 1e-9,
      when: strong,
      ours: o => top(m.hits(o.network, W(o))[ours]),
      theirs: vector,
    }),
  ]),
  field({
    of: 'katz',
    field: 'nx_katz',
    tolerance: 1e-10,
    ours: ({ network, value }) => m.katz(network, { alpha: value('alpha_used') }),
  }),
  field({
    of: 'katz',
    field: 'nx_katz',
    part: 'our default α is theirs, ½/λ₁',
    tolerance: 1e-9,
    when: cyclic,
    ours: ({ network }) => m.katz(network),
  }),
  field({
    of: 'katz',
    field: 'nx_katz_weighted',
    tolerance: 1e-9,
    when: cyclic,
    ours: o => m.katz(o.network, W(o)),
  }),
  ...bonacichBetas.map(([name, beta]) =>
    field({
      of: 'bonacichPower',
      field: name,
      tolerance: 1e-10,
      when: o => Math.abs(beta(o)) * o.value('lambda1') < 1,
      ours: o => m.bonacichPower(o.network, { beta: beta(o) }),
    }),
  ),
]

const paths: Comparison[] = [
  field({
    of: 'betweenness',
    field: 'igraph_betweenness',
    tolerance: 1e-10,
    when: small,
    ours: ({ network }) => m.betweenness(network),
  }),
  field({
    of: 'betweenness',
    field: 'nx_betweenness_normalized',
    tolerance: 1e-10,
    when: small,
    ours: ({ network }) => m.betweenness(network, { normalized: true }),
  }),
  field({
    of: 'betweenness',
    field: 'nx_betweenness_inverse_weight_exact',
    tolerance: 1e-10,
    when: small,
    ours: o => m.betweenness(o.network, W(o)),
  }),
  field({ of: 'closeness', field: 'igraph_harmonic_out', tolerance: 1e-12, ours: sums({}) }),
  field({ of: 'closeness', field: 'igraph_harmonic_in', tolerance: 1e-12, ours: sums({ direction: 'in' }) }),
  field({
    of: 'closeness',
    field: 'igraph_harmonic_out_inverse_weight',
    tolerance: 1e-10,
    when: small,
    ours: o => sums(W(o))(o),
  }),
  field({
    of: 'closeness',
    field: 'nx_closeness_in_inverse_weight',
    tolerance: 1e-10,
    when: small,
    ours: o => m.closeness(o.network, { ...W(o), direction: 'in', form: 'corrected' }),
  }),
  field({
    of: 'closeness',
    field: 'igraph_closeness_out_normalized',
    tolerance: 1e-12,
    ours: ({ network }) => m.closeness(network, { form: 'classic' }),
  }),
  field({
    of: 'closeness',
    field: 'nx_closeness_in',
    tolerance: 1e-12,
    ours: ({ network }) => m.closeness(network, { direction: 'in', form: 'corrected' }),
  }),
  field({
    of: 'closeness',
    field: 'nx_closeness_out',
    tolerance: 1e-12,
    ours: ({ network }) => m.closeness(network, { form: 'corrected' }),
  }),
]

const trust: Comparison[] = [
  field({
    of: 'eigenTrust',
    field: 'gt_eigentrust',
    tolerance: 1e-9,
    when: strong,
    ours: o => m.eigenTrust(o.network, W(o)),
  }),
  field({
    of: 'transitiveTrust',
    field: 'gt_trust_transitivity',
    tolerance: 1e-9,
    ours: ({ network, relation }) => {
      const most = Math.max(1, ...network.mapEdges((_, tie) => tie[relation] as number))
      const scaled = network.copy()
      scaled.updateEachEdgeAttributes((_, tie) => ({ ...tie, share: (tie[relation] as number) / most }))
      return m.transitiveTrust(scaled as typeof network, { layer: 'share' }).values.flat()
    },
    // In oneself, and where no chain of trust leads: not defined with us, a number with graph-tool.
    theirs: (e: number[][]) => e.flatMap((row, i) => row.map((trust, j) => (i === j || trust === 0 ? null : trust))),
  }),
]

/** Two relations of one data set as the layers of a snapshot. */
function twoLayers(data: Any, a: string, b: string) {
  const place = new Map<string, number>(data.nodes.map((node: { id: string }, i: number) => [String(node.id), i]))
  const weights = new Map<string, [number, number]>()
  for (const [side, name] of [a, b].entries())
    for (const [s, t, w] of data.relations[name] as [string, string, number][]) {
      const both = weights.get(`${s}\t${t}`) ?? [0, 0]
      both[side] = w
      weights.set(`${s}\t${t}`, both)
    }
  const ends = [...weights.keys()].map(tie => tie.split('\t').map(id => place.get(id)!))
  return snapshotFrom({
    count: data.nodes.length,
    source: ends.map(([s]) => s!),
    target: ends.map(([, t]) => t!),
    layers: { [a]: [...weights.values()].map(w => w[0]), [b]: [...weights.values()].map(w => w[1]) },
  })
}

const layers: Comparison = {
  of: 'layerCorrelation',
  oracle: 'R sna `gcor`',
  tolerance: 1e-10,
  cases: () =>
    datasetKeys.flatMap(key => {
      const { data, expected } = readDataset(key)
      return Object.entries<Any>(expected.inference?.qap ?? {}).flatMap(([pair, { gcor }]) => {
        const [a, b] = pair.split('~') as [string, string]
        const positive = [a, b].every(name => data.relations[name].every(([, , w]: Any) => w > 0))
        if (!positive || typeof gcor !== 'number') return []
        const ours = () => m.layerCorrelation(twoLayers(data, a, b), { layers: [a, b] }).values[0]![1]!
        return [{ on: `${key} ${pair}`, ours, theirs: () => gcor }]
      })
    }),
}

export const dyadsAndPower: readonly Comparison[] = [...dyads, ...power, ...paths, ...trust, layers]
