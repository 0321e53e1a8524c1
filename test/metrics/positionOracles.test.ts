import {
  actorTriads,
  brokerage,
  components,
  dyadCensus,
  eiIndex,
  kCores,
  structuralHoles,
  triadCensus,
} from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { datasetKeys, expectColumn, expectNear, oracles, readDataset } from '../helpers/oracles.ts'

// The order in which sna prints the roles.
const roles = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison', 'total'] as const
const snaRoles = ['w_I', 'w_O', 'b_IO', 'b_OI', 'b_O', 't'] as const

for (const { name, relation, network, nodes, value } of oracles())
  describe(name, () => {
    const weighted = { layer: relation }
    const check = (field: string, body: (expected: never) => void) => {
      const expected = value(field)
      if (expected !== undefined) test(field, () => body(expected as never))
    }
    check('igraph_triad_census', (e: Record<string, number>) => {
      const census = triadCensus(network)
      expect(census).toEqual(e)
      const { mutual, asymmetric } = dyadCensus(network)
      const [m, a] = Object.entries(census).reduce(
        ([m, a], [triad, count]) => [m + count * Number(triad[0]), a + count * Number(triad[1])],
        [0, 0],
      )
      expect([m, a]).toEqual([mutual * (nodes.length - 2), asymmetric * (nodes.length - 2)])
    })
    test('triads of the actors sum to three times the census', () => {
      const census = triadCensus(network)
      for (const [triad, scores] of Object.entries(actorTriads(network)))
        expect(
          scores.values.reduce((a, b) => a + b, 0),
          triad,
        ).toBe(3 * census[triad as keyof typeof census])
    })
    check('igraph_constraint', (e: number[]) => expectColumn(structuralHoles(network).constraint, e, 1e-10))
    check('igraph_constraint_weighted', (e: number[]) =>
      expectColumn(structuralHoles(network, weighted).constraint, e, 1e-10),
    )
    check('own_effective_size', (e: number[]) => expectColumn(structuralHoles(network).effectiveSize, e, 1e-10))
    for (const [field, options] of [
      ['nx_effective_size', {}],
      ['nx_effective_size_weighted', weighted],
    ] as const)
      check(field, (e: (number | null)[]) => {
        const { values } = structuralHoles(network, options).effectiveSize
        // NetworkX has none for actors that only get ties
        e.forEach((size, i) => {
          if (size !== null) expectNear(values[i]!, size, 1e-9, `entry ${i}`)
        })
      })
    check('igraph_coreness_all', (e: number[]) => expectColumn(kCores(network), e, 0))
    check('igraph_coreness_in', (e: number[]) => expectColumn(kCores(network, { direction: 'in' }), e, 0))
    check('igraph_coreness_out', (e: number[]) => expectColumn(kCores(network, { direction: 'out' }), e, 0))
    for (const [field, kind] of [
      ['igraph_wcc_sizes', 'weak'],
      ['igraph_scc_sizes', 'strong'],
    ] as const)
      check(field, (e: number | number[]) => {
        const { sizes, count } = components(network, { kind })
        expect([...sizes].sort((a, b) => b - a)).toEqual([e].flat())
        expect(count).toBe(sizes.length)
      })
  })

for (const key of datasetKeys) {
  const { expected } = readDataset(key)
  for (const { name, relation, network, nodes } of oracles([key]))
    for (const [field, by] of Object.entries<Record<string, { value?: never }>>(expected.relations[relation])) {
      if (!field.startsWith('by_attribute:')) continue
      const group = field.slice('by_attribute:'.length)
      if (nodes.some(node => node[group] === null || node[group] === undefined)) continue
      for (const [ei, options] of [
        ['ei_index_arcs', { group }],
        ['ei_index_weighted', { group, layer: relation }],
      ] as const) {
        const index = by[ei]?.value
        if (typeof index === 'number')
          test(`${name}: ${ei} by ${group}`, () => expectNear(eiIndex(network, options).index, index, 1e-12))
      }
      const sna = by.brokerage?.value as unknown as Record<string, Record<string, (number | null)[]>> | undefined
      if (sna?.['raw.nli'])
        test(`${name}: brokerage by ${group}`, () => {
          const rows = brokerage(network, { group })
          roles.forEach((role, r) => {
            const column = snaRoles[r]!
            expect(rows.map(row => row[role])).toEqual(sna['raw.nli']![column])
            rows.forEach((row, i) => {
              expectNear(row.mean[role], sna['exp.nli']![column]![i]!, 1e-10, `mean of ${role}`)
              expectNear(row.sd[role], sna['sd.nli']![column]![i]!, 1e-10, `sd of ${role}`)
              const z = sna['z.nli']![column]![i]!
              if (z === null) expect(row.z[role]).toBeNull()
              else expectNear(row.z[role], z, 1e-9, `z of ${role}`)
            })
          })
        })
    }
}
