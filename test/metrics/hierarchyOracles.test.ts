import {
  davidsScore,
  flowHierarchy,
  globalReachingCentrality,
  hierarchy,
  hodgeRank,
  krackhardt,
  landau,
  springRank,
} from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { expectColumn, expectNear, oracles } from '../helpers/oracles.ts'

for (const { name, relation, network, value } of oracles())
  describe(name, () => {
    const weighted = { layer: relation }
    const check = (field: string, body: (expected: never) => void) => {
      const expected = value(field)
      if (expected !== undefined) test(field, () => body(expected as never))
    }

    check('own_trophic_levels_mjs', (e: number[]) => expectColumn(hierarchy(network, weighted).levels, e, 1e-8))
    check('own_trophic_levels_mjs_unweighted', (e: number[]) => expectColumn(hierarchy(network).levels, e, 1e-8))
    check('own_trophic_incoherence_mjs', (e: number) => expectNear(hierarchy(network, weighted).incoherence, e, 1e-10))
    check('own_trophic_incoherence_mjs_unweighted', (e: number) => expectNear(hierarchy(network).incoherence, e, 1e-10))
    check('tat_trophic_incoherence', (e: number) => expectNear(hierarchy(network, weighted).incoherence, e, 1e-8))
    check('own_springrank_alpha0', (e: number[]) => expectColumn(springRank(network, weighted).scores, e, 1e-8))
    check('own_springrank_alpha2', (e: number[]) =>
      expectColumn(
        springRank(network, { ...weighted, alpha: 2 }).scores,
        e.map(score => score - 1), // it pulls to 1, we pull to 0
        1e-9,
      ),
    )
    for (const [field, flow] of [
      ['own_hodge', 'net'],
      ['own_hodge_normalized', 'relative'],
    ] as const)
      check(
        field,
        (e: { potential: number[]; gradient_share: number | null; cyclic_share: number | null; norm2: number }) => {
          const rank = hodgeRank(network, { ...weighted, flow })
          expectColumn(rank.potential, e.potential, 1e-8)
          if (e.norm2 > 0) {
            expectNear(rank.gradient, e.gradient_share!, 1e-9)
            expectNear(rank.cyclic, e.cyclic_share!, 1e-9)
          } else expect(rank.gradient).toBeNull()
        },
      )
    for (const [field, proportion] of [
      ['EloRating_DS_Pij', 'observed'],
      ['EloRating_DS_Dij', 'corrected'],
    ] as const)
      check(field, (e: { DS: number[]; normDS: number[] }) => {
        expectColumn(davidsScore(network, { ...weighted, proportion }), e.DS, 1e-9)
        expectColumn(davidsScore(network, { ...weighted, proportion, normalised: true }), e.normDS, 1e-9)
      })
    check('own_landau_h', (e: { h_unknown_half: number; tied: number; unknown: number }) => {
      const found = landau(network, weighted)
      expectNear(found.h, e.h_unknown_half, 1e-10)
      expect([found.tied, found.unknown]).toEqual([e.tied, e.unknown])
    })
    check('EloRating_h_index', (e: Record<string, number>) => {
      const found = landau(network, { ...weighted, seed: 1 })
      expectNear(found.corrected, e["h'_index"]!, 0.01) // theirs is the mean of 1,000 draws
      expectNear(found.expected, e.expected_h!, 1.2e-2) // likewise, of random tournaments
      expect(Math.abs(found.pUpper! - e.p_right!)).toBeLessThan(
        6 * Math.sqrt((e.p_right! * (1 - e.p_right!)) / 1000) + 3e-3,
      )
    })
    check('sna_connectedness', (e: number) => expectNear(krackhardt(network).connectedness, e, 1e-12))
    check('sna_hierarchy_krackhardt', (e: number) => expectNear(krackhardt(network).hierarchy, e, 1e-12))
    check('sna_efficiency', (e: number) => expectNear(krackhardt(network).efficiency, e, 1e-12))
    check('nx_flow_hierarchy', (e: number) => expectNear(flowHierarchy(network), e, 1e-12))
    check('nx_flow_hierarchy_weighted', (e: number) => expectNear(flowHierarchy(network, weighted), e, 1e-12))
    check('nx_global_reaching_centrality', (e: number) => expectNear(globalReachingCentrality(network), e, 1e-12))
  })
