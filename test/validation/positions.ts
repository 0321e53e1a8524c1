import * as m from 'guanxi/metrics'
import { datasetKeys, type Oracle, oracles, readDataset } from '../helpers/oracles.ts'
import { type Any, type Comparison, field } from './comparison.ts'

const W = ({ relation }: Oracle) => ({ layer: relation })

// The order in which sna prints the roles.
const roles = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison', 'total'] as const
const snaRoles = ['w_I', 'w_O', 'b_IO', 'b_OI', 'b_O', 't'] as const

/** One case for each grouping of the actors by an attribute that all of them have. */
function byGroup(
  read: (by: Any) => Any,
  ours: (oracle: Oracle, group: string) => (number | null)[],
  theirs: (expected: Any) => (number | null)[],
): Comparison['cases'] {
  return () =>
    datasetKeys.flatMap(key => {
      const { expected } = readDataset(key)
      return oracles([key]).flatMap(oracle =>
        Object.entries<Any>(expected.relations[oracle.relation]).flatMap(([name, by]) => {
          if (!name.startsWith('by_attribute:')) return []
          const group = name.slice('by_attribute:'.length)
          if (oracle.nodes.some(node => node[group] === null || node[group] === undefined)) return []
          const value = read(by)
          if (value === undefined || value === null) return []
          return [{ on: `${oracle.name} by ${group}`, ours: () => ours(oracle, group), theirs: () => theirs(value) }]
        }),
      )
    })
}

const itself = (e: number) => [e]
const snaBrokerage = (by: Any) => (by.brokerage?.value?.['raw.nli'] ? by.brokerage.value : undefined)

function brokerageColumns(theirs: string, ours: (row: m.Brokerage) => m.Brokerage['z'], tolerance: number): Comparison {
  return {
    of: 'brokerage',
    oracle: `R sna \`brokerage\`, \`${theirs}\``,
    tolerance,
    cases: byGroup(
      snaBrokerage,
      ({ network }, group) => {
        const rows = m.brokerage(network, { group })
        return roles.flatMap(role => rows.map(row => ours(row)[role]))
      },
      e => snaRoles.flatMap(role => e[theirs][role]),
    ),
  }
}

export const positions: readonly Comparison[] = [
  field({
    of: 'triadCensus',
    field: 'igraph_triad_census',
    tolerance: 0,
    ours: ({ network }) =>
      Object.entries(m.triadCensus(network))
        .sort()
        .map(([, count]) => count),
    theirs: (e: Record<string, number>) =>
      Object.entries(e)
        .sort()
        .map(([, count]) => count),
  }),
  field({
    of: 'structuralHoles.constraint',
    field: 'igraph_constraint',
    tolerance: 1e-10,
    ours: ({ network }) => m.structuralHoles(network).constraint,
  }),
  field({
    of: 'structuralHoles.constraint',
    field: 'igraph_constraint_weighted',
    tolerance: 1e-10,
    ours: o => m.structuralHoles(o.network, W(o)).constraint,
  }),
  field({
    of: 'structuralHoles.effectiveSize',
    field: 'own_effective_size',
    tolerance: 1e-10,
    ours: ({ network }) => m.structuralHoles(network).effectiveSize,
  }),
  ...(
    [
      ['nx_effective_size', () => ({})],
      ['nx_effective_size_weighted', W],
    ] as const
  ).map(([name, options]) =>
    field({
      of: 'structuralHoles.effectiveSize',
      field: name,
      tolerance: 1e-9,
      ours: o => m.structuralHoles(o.network, options(o)).effectiveSize,
      // NetworkX has none for actors that only get ties.
      theirs: (e: (number | null)[]) => e.map(size => size ?? undefined),
    }),
  ),
  ...(
    [
      ['igraph_coreness_all', {}],
      ['igraph_coreness_in', { direction: 'in' }],
      ['igraph_coreness_out', { direction: 'out' }],
    ] as const
  ).map(([name, options]) =>
    field({ of: 'kCores', field: name, tolerance: 0, ours: ({ network }) => m.kCores(network, options) }),
  ),
  ...(
    [
      ['igraph_wcc_sizes', 'weak'],
      ['igraph_scc_sizes', 'strong'],
    ] as const
  ).map(([name, kind]) =>
    field({
      of: 'components',
      field: name,
      tolerance: 0,
      ours: ({ network }) => {
        const { sizes, count } = m.components(network, { kind })
        return [count, ...[...sizes].sort((a, b) => b - a)]
      },
      theirs: (e: number | number[]) => [[e].flat().length, ...[e].flat()],
    }),
  ),
  {
    of: 'eiIndex',
    oracle: 'R igraph’s edges by arithmetic',
    tolerance: 1e-12,
    cases: byGroup(
      by => by.ei_index_arcs?.value,
      ({ network }, group) => [m.eiIndex(network, { group }).index],
      itself,
    ),
  },
  {
    of: 'eiIndex',
    oracle: 'R igraph’s edges by arithmetic (weighted)',
    tolerance: 1e-12,
    cases: byGroup(
      by => by.ei_index_weighted?.value,
      ({ network, relation }, group) => [m.eiIndex(network, { group, layer: relation }).index],
      itself,
    ),
  },
  brokerageColumns('raw.nli', row => row, 0),
  brokerageColumns('exp.nli', row => row.mean, 1e-10),
  brokerageColumns('sd.nli', row => row.sd, 1e-10),
  brokerageColumns('z.nli', row => row.z, 1e-9),
]
