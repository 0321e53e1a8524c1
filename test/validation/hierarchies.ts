import * as m from 'guanxi/metrics'
import type { Oracle } from '../helpers/oracles.ts'
import { type Comparison, field } from './comparison.ts'

const W = ({ relation }: Oracle) => ({ layer: relation })

const levels: Comparison[] = [
  field({
    of: 'hierarchy.levels',
    field: 'own_trophic_levels_mjs',
    tolerance: 1e-8,
    ours: o => m.hierarchy(o.network, W(o)).levels,
  }),
  field({
    of: 'hierarchy.levels',
    field: 'own_trophic_levels_mjs_unweighted',
    tolerance: 1e-8,
    ours: ({ network }) => m.hierarchy(network).levels,
  }),
  field({
    of: 'hierarchy.incoherence',
    field: 'own_trophic_incoherence_mjs',
    tolerance: 1e-10,
    ours: o => m.hierarchy(o.network, W(o)).incoherence,
  }),
  field({
    of: 'hierarchy.incoherence',
    field: 'own_trophic_incoherence_mjs_unweighted',
    tolerance: 1e-10,
    ours: ({ network }) => m.hierarchy(network).incoherence,
  }),
  field({
    of: 'hierarchy.incoherence',
    field: 'tat_trophic_incoherence',
    tolerance: 1e-8,
    ours: o => m.hierarchy(o.network, W(o)).incoherence,
  }),
  field({
    of: 'springRank',
    field: 'own_springrank_alpha0',
    tolerance: 1e-8,
    ours: o => m.springRank(o.network, W(o)).scores,
  }),
  field({
    of: 'springRank',
    field: 'own_springrank_alpha2',
    tolerance: 1e-9,
    ours: o => m.springRank(o.network, { ...W(o), alpha: 2 }).scores,
    theirs: (e: number[]) => e.map(score => score - 1), // it pulls to 1, we pull to 0
  }),
  ...(
    [
      ['own_hodge', 'net'],
      ['own_hodge_normalized', 'relative'],
    ] as const
  ).map(([name, flow]) =>
    field({
      of: 'hodgeRank',
      field: name,
      tolerance: 1e-8,
      ours: o => {
        const { potential, gradient, cyclic } = m.hodgeRank(o.network, { ...W(o), flow })
        return [...potential.values, gradient, gradient === null ? null : cyclic]
      },
      theirs: e => [...e.potential, ...(e.norm2 > 0 ? [e.gradient_share, e.cyclic_share] : [null, null])],
    }),
  ),
]

const orders: Comparison[] = [
  ...(
    [
      ['EloRating_DS_Pij', 'observed'],
      ['EloRating_DS_Dij', 'corrected'],
    ] as const
  ).map(([name, proportion]) =>
    field({
      of: 'davidsScore',
      field: name,
      tolerance: 1e-9,
      ours: o => [
        ...m.davidsScore(o.network, { ...W(o), proportion }).values,
        ...m.davidsScore(o.network, { ...W(o), proportion, normalised: true }).values,
      ],
      theirs: e => [...e.DS, ...e.normDS],
    }),
  ),
  field({
    of: 'landau.h',
    field: 'own_landau_h',
    tolerance: 1e-10,
    ours: o => {
      const { h, tied, unknown } = m.landau(o.network, W(o))
      return [h, tied, unknown]
    },
    theirs: e => [e.h_unknown_half, e.tied, e.unknown],
  }),
  field({
    of: 'landau.corrected',
    field: 'EloRating_h_index',
    part: 'mean of 1,000 draws',
    tolerance: 0.01,
    ours: o => m.landau(o.network, { ...W(o), seed: 1 }).corrected,
    theirs: e => e["h'_index"],
  }),
  field({
    of: 'landau.expected',
    field: 'EloRating_h_index',
    part: 'mean of 1,000 tournaments',
    tolerance: 1.2e-2,
    ours: o => m.landau(o.network, { ...W(o), seed: 1 }).expected,
    theirs: e => e.expected_h,
  }),
  field({
    of: 'landau.pUpper',
    field: 'EloRating_h_index',
    part: 'p of 1,000 draws',
    tolerance: p => 6 * Math.sqrt((p * (1 - p)) / 1000) + 3e-3,
    ours: o => m.landau(o.network, { ...W(o), seed: 1 }).pUpper,
    theirs: e => e.p_right,
  }),
  ...(['connectedness', 'efficiency'] as const).map(part =>
    field({
      of: `krackhardt.${part}`,
      field: `sna_${part}`,
      tolerance: 1e-12,
      ours: ({ network }) => m.krackhardt(network)[part],
    }),
  ),
  field({
    of: 'krackhardt.hierarchy',
    field: 'sna_hierarchy_krackhardt',
    tolerance: 1e-12,
    ours: ({ network }) => m.krackhardt(network).hierarchy,
  }),
  field({
    of: 'flowHierarchy',
    field: 'nx_flow_hierarchy',
    tolerance: 1e-12,
    ours: ({ network }) => m.flowHierarchy(network),
  }),
  field({
    of: 'flowHierarchy',
    field: 'nx_flow_hierarchy_weighted',
    tolerance: 1e-12,
    ours: o => m.flowHierarchy(o.network, W(o)),
  }),
  field({
    of: 'globalReachingCentrality',
    field: 'nx_global_reaching_centrality',
    tolerance: 1e-12,
    ours: ({ network }) => m.globalReachingCentrality(network),
  }),
]

export const hierarchies: readonly Comparison[] = [...levels, ...orders]
