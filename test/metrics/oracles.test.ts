import { snapshotFrom } from 'guanxi'
import * as m from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { byTop, datasetKeys, expectColumn, expectNear, oracles, readDataset } from '../helpers/oracles.ts'

// Dyads, power and dependence on ten real networks, against sna, igraph, NetworkX and graph-tool. Tolerances are those at which
// the programs agree among themselves: 1e-10 for sums, 1e-8 and less for what is iterated or solved.

describe.each(oracles())('$name', ({ relation, network, nodes, value }) => {
  const W = { layer: relation }
  const B = { layer: 'one' }
  const large = nodes.length > 1000
  const strong = value('igraph_scc') === 1
  const against = (field: string, body: (expected: never) => void) => {
    const expected = value(field)
    if (expected !== undefined && expected !== null) test(field, () => body(expected as never))
  }

  against('igraph_dyad_census', (e: { mut: number; asym: number; null: number }) =>
    expect(m.dyadCensus(network)).toEqual({ mutual: e.mut, asymmetric: e.asym, absent: e.null }),
  )
  against('igraph_reciprocity_default', (e: number) => expectNear(m.reciprocity(network, B).edgewise, e, 1e-12))
  against('igraph_reciprocity_ratio', (e: number) => expectNear(m.reciprocity(network, B).ratio, e, 1e-12))
  against('sna_grecip_dyadic', (e: number) => expectNear(m.reciprocity(network, B).dyadic, e, 1e-12))
  against('sna_grecip_edgewise_lrr', (e: number | string) => {
    const { logRelative } = m.reciprocity(network, B)
    if (typeof e === 'number') expectNear(logRelative, e, 1e-10)
    else expect(logRelative).toBeNull()
  })
  if (value('complete') === false && value('arcs') > 0) {
    against('sna_grecip_correlation', (e: number) => expectNear(m.reciprocity(network, B).correlation, e, 1e-10))
    against('sna_grecip_correlation', (e: number) => expectNear(m.reciprocity(network, B).rho, e, 1e-10))
  }
  against('sna_grecip_correlation_valued', (e: number) => {
    const { correlation } = m.reciprocity(network, W)
    if (correlation === null)
      expect(e).toBe(1) // all weights the same: sna gives 1, the formula 0/0
    else expectNear(correlation, e, 1e-10)
  })
  against('own_weighted_reciprocity_squartini', (e: number) => {
    expectNear(m.reciprocity(network, W).weighted, e, 1e-12)
    expectNear(m.asymmetry(network, W), 1 - e, 1e-12)
  })
  against('compete_dci', (e: number) => expectNear(m.asymmetry(network, W), e, 1e-10))
  against('nx_reciprocity_nodes', (e: (number | null)[]) =>
    expectColumn(m.actorReciprocity(network).edgewise, e, 1e-12),
  )
  against('igraph_strength_in', (e: number[]) => expectColumn(m.strength(network, { ...W, direction: 'in' }), e, 1e-12))
  against('igraph_strength_out', (e: number[]) =>
    expectColumn(m.strength(network, { ...W, direction: 'out' }), e, 1e-12),
  )
  against('own_gini_in_strength', (e: number) =>
    expectNear(m.inequality(network, { ...W, direction: 'in' }).gini, e, 1e-12),
  )
  against('own_gini_out_strength', (e: number) =>
    expectNear(m.inequality(network, { ...W, direction: 'out' }).gini, e, 1e-12),
  )

  const degree = (direction: 'out' | 'in' | 'total') => m.centralization(network, { of: 'degree', direction })
  against('igraph_centr_degree_in', (e: { centralization: number }) =>
    expectNear(degree('in'), e.centralization, 1e-12),
  )
  against('igraph_centr_degree_out', (e: { centralization: number }) =>
    expectNear(degree('out'), e.centralization, 1e-12),
  )
  against('sna_centralization_freeman', (e: number) => expectNear(degree('total'), e, 1e-12))

  against('igraph_page_rank', (e: number[]) => expectColumn(m.pageRank(network), e, 1e-10))
  against('igraph_page_rank_weighted', (e: number[]) => expectColumn(m.pageRank(network, W), e, 1e-10))
  against('gt_pagerank', (e: number[]) => expectColumn(m.pageRank(network), e, 1e-10))

  if (strong) {
    against('igraph_eigen_directed', (e: { vector: number[] }) =>
      expectColumn(m.eigenvector(network), e.vector, 1e-10, byTop),
    )
    against('igraph_hub', (e: { vector: number[] }) => expectColumn(m.hits(network).hubs, e.vector, 1e-9, byTop))
    against('igraph_authority', (e: { vector: number[] }) =>
      expectColumn(m.hits(network).authorities, e.vector, 1e-9, byTop),
    )
    against('igraph_hub_weighted', (e: { vector: number[] }) =>
      expectColumn(m.hits(network, W).hubs, e.vector, 1e-9, byTop),
    )
    against('igraph_authority_weighted', (e: { vector: number[] }) =>
      expectColumn(m.hits(network, W).authorities, e.vector, 1e-9, byTop),
    )
    against('gt_eigentrust', (e: number[]) => expectColumn(m.eigenTrust(network, W), e, 1e-9))
  } else
    test('eigenvector: null, the network is not strongly connected', () => {
      expect([...m.eigenvector(network)].every(([, x]) => x === null)).toBe(true)
      expect([...m.eigenTrust(network, W)].every(([, x]) => x === null)).toBe(true)
    })

  against('nx_katz', (e: number[]) => expectColumn(m.katz(network, { alpha: value('alpha_used') }), e, 1e-10))
  if (value('lambda1') > 0) {
    against('nx_katz', (e: number[]) => expectColumn(m.katz(network), e, 1e-9)) // ½/λ₁ is also their α
    against('nx_katz_weighted', (e: number[]) => expectColumn(m.katz(network, W), e, 1e-9))
  }
  for (const [field, beta] of [
    ['sna_bonpow_m0.05', -0.05],
    ['sna_bonpow_0', 0],
    ['sna_bonpow_0.05', 0.05],
    ['sna_bonpow_half_over_lambda', 0.5 / value('lambda1')],
    ['sna_bonpow_minus_half_over_lambda', -0.5 / value('lambda1')],
  ] as const)
    if (Math.abs(beta) * value('lambda1') < 1)
      against(field, (e: number[]) => expectColumn(m.bonacichPower(network, { beta }), e, 1e-10))
    else if (Number.isFinite(beta) && value('lambda1') !== undefined)
      test(`${field}: refused, beyond 1/λ₁`, () =>
        expect(() => m.bonacichPower(network, { beta })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' })))

  if (!large) {
    against('igraph_betweenness', (e: number[]) => expectColumn(m.betweenness(network), e, 1e-10))
    against('nx_betweenness_normalized', (e: number[]) =>
      expectColumn(m.betweenness(network, { normalized: true }), e, 1e-10),
    )
    against('nx_betweenness_inverse_weight_exact', (e: number[]) => expectColumn(m.betweenness(network, W), e, 1e-10))
    against('igraph_centr_betw', (e: { centralization: number }) =>
      expectNear(m.centralization(network, { of: 'betweenness' }), e.centralization, 1e-10),
    )
  }
  const others = nodes.length - 1
  const times = (factor: number) => (column: (number | null)[]) => column.map(x => (x === null ? null : x * factor))
  const inverse = (column: (number | null)[]) => column
  against('igraph_harmonic_out', (e: number[]) => expectColumn(m.closeness(network), e, 1e-12, times(others)))
  against('igraph_harmonic_in', (e: number[]) =>
    expectColumn(m.closeness(network, { direction: 'in' }), e, 1e-12, times(others)),
  )
  if (!large) {
    against('igraph_harmonic_out_inverse_weight', (e: number[]) =>
      expectColumn(m.closeness(network, W), e, 1e-10, times(others)),
    )
    against('nx_closeness_in_inverse_weight', (e: number[]) =>
      expectColumn(m.closeness(network, { ...W, direction: 'in', form: 'corrected' }), e, 1e-10),
    )
  }
  against('igraph_closeness_out_normalized', (e: (number | null)[]) =>
    expectColumn(m.closeness(network, { form: 'classic' }), e, 1e-12, inverse),
  )
  against('nx_closeness_in', (e: number[]) =>
    expectColumn(m.closeness(network, { direction: 'in', form: 'corrected' }), e, 1e-12),
  )
  against('nx_closeness_out', (e: number[]) => expectColumn(m.closeness(network, { form: 'corrected' }), e, 1e-12))

  against('gt_trust_transitivity', (e: number[][]) => {
    const top = Math.max(1, ...network.mapEdges((_, tie) => tie[relation] as number))
    const scaled = network.copy()
    scaled.updateEachEdgeAttributes((_, tie) => ({ ...tie, share: (tie[relation] as number) / top }))
    const { values } = m.transitiveTrust(scaled as typeof network, { layer: 'share' })
    e.forEach((row, i) => {
      row.forEach((trust, j) => {
        const ours = values[i]![j]!
        if (i === j) expect(ours).toBeNull()
        else if (trust === 0)
          expect(ours).toBeNull() // no chain
        else expectNear(ours, trust, 1e-9, `${i} in ${j}`)
      })
    })
  })
})

describe.each(datasetKeys.filter(key => readDataset(key).expected.inference?.qap))('%s', key => {
  const { data, expected } = readDataset(key)
  const pairs = Object.entries<{ gcor: unknown }>(expected.inference?.qap ?? {})
  const names = Object.keys(data.relations).filter(name =>
    data.relations[name].every(([, , w]: [string, string, number]) => w > 0),
  )
  for (const [pair, { gcor }] of pairs) {
    const [a, b] = pair.split('~') as [string, string]
    if (!names.includes(a) || !names.includes(b) || typeof gcor !== 'number') continue
    test(`layer correlation as sna's gcor: ${pair}`, () => {
      const place = new Map(data.nodes.map((node: { id: string }, i: number) => [String(node.id), i]))
      const weights = new Map<string, [number, number]>()
      for (const [side, name] of [a, b].entries())
        for (const [s, t, w] of data.relations[name] as [string, string, number][]) {
          const both = weights.get(`${s}\t${t}`) ?? [0, 0]
          both[side] = w
          weights.set(`${s}\t${t}`, both)
        }
      const ends = [...weights.keys()].map(tie => tie.split('\t').map(id => place.get(id) as number))
      const snapshot = snapshotFrom({
        count: data.nodes.length,
        source: ends.map(([s]) => s!),
        target: ends.map(([, t]) => t!),
        layers: { [a]: [...weights.values()].map(w => w[0]), [b]: [...weights.values()].map(w => w[1]) },
      })
      expectNear(m.layerCorrelation(snapshot, { layers: [a, b] }).values[0]![1]!, gcor, 1e-10)
    })
  }
})
