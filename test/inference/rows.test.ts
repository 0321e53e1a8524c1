import type { Snapshot } from 'guanxi'
import { snapshotFrom } from 'guanxi'
import {
  adjust,
  compareWaves,
  cugTest,
  cugTestPlan,
  dyadFlipTest,
  groupLabelTest,
  jackknife,
  qapCorrelation,
  strengthTest,
  testDiagnosis,
  weightShuffleTest,
} from 'guanxi/inference'
import { dyadCensus, hierarchy, inequality, reciprocity } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { codeOf, fromMatrices, X, Y } from './matrices.ts'

describe('the rows of a diagnosis', () => {
  const xy = fromMatrices({ power: X.map(r => r.map(v => v / 5)), resources: Y }, i => ({ sector: 'ab'[i % 2]! }))
  const options = { seed: 3, replications: 19 }
  const made = () => testDiagnosis(xy, { ...options, group: 'sector' })
  const perLayer = (layer: string) => [
    `strengths | ${layer} |  | weighted reciprocity`,
    `weights | ${layer} |  | weighted reciprocity`,
    `directions | ${layer} |  | incoherence`,
    `groups | ${layer} |  | inequality between groups`,
  ]
  test('which there are, in their order; trust is left out, which no tie has', () =>
    expect(made().map(({ test, layer, other, statistic }) => [test, layer, other, statistic].join(' | '))).toEqual([
      ...perLayer('power'),
      ...perLayer('resources'),
      'qap-transposed | power | power | correlation',
      'qap | power | resources | correlation',
      'qap-transposed | power | resources | correlation',
      'qap-transposed | resources | resources | correlation',
    ]))
  test('each has the numbers of its test on the same seed', () => {
    const rows = made()
    const layer = 'power'
    const returned = (x: Snapshot) => reciprocity(x, { layer }).weighted
    const own = { layer, ...options }
    const same = [
      strengthTest(xy, returned, own),
      weightShuffleTest(xy, returned, own),
      dyadFlipTest(xy, x => hierarchy(x, { layer }).incoherence, own),
      groupLabelTest(xy, x => inequality(x, { layer, direction: 'out', group: 'sector' }).between, {
        group: 'sector',
        ...options,
      }),
    ]
    const qap = { x: layer, y: 'resources', permutations: 19, seed: 3 }
    const of = (k: number, found: (typeof same)[number]) => {
      const { observed, mean: expected, sd, pLower, pUpper, pTwoSided, draws, exact, error } = found
      const numbers = { observed, expected, sd, pLower, pUpper, pTwoSided, draws, exact, error, reason: null, seed: 3 }
      expect(rows[k]).toMatchObject(numbers)
    }
    same.forEach((found, k) => {
      of(k, found)
    })
    of(8, qapCorrelation(xy, { ...qap, y: layer, transpose: true }))
    of(9, qapCorrelation(xy, qap))
    of(10, qapCorrelation(xy, { ...qap, transpose: true }))
    expect(rows.map(row => row.pAdjusted)).toEqual(adjust(rows.map(row => row.pTwoSided)))
  })
  test('the group is the kind, where actors have one; a thousand draws; without draws, no numbers at all', () => {
    const bare = snapshotFrom({ count: 4, source: [0, 1, 2], target: [1, 2, 3], power: [1, 0.5, 0.25] })
    expect(testDiagnosis(bare, { seed: 1 }).map(row => row.test)).not.toContain('groups')
    const kinds = fromMatrices({ power: X.map(r => r.map(v => v / 5)) })
    const found = testDiagnosis(kinds, { seed: 1, layers: ['power'] })
    expect(found[0]!.draws).toBe(1000)
    const group = found.find(row => row.test === 'groups')!
    expect(group).toEqual({
      test: 'groups',
      layer: 'power',
      other: null,
      statistic: 'inequality between groups',
      observed: null,
      expected: null,
      sd: null,
      pLower: null,
      pUpper: null,
      pTwoSided: null,
      pAdjusted: null,
      draws: null,
      exact: null,
      error: null,
      seed: 1,
      reason: expect.stringContaining('groupLabelTest'),
    })
  })
  test('an error that is no refusal of a test is not made a row', () => {
    const broken = { ...snapshotFrom({ count: 3, source: [0], target: [1], power: [1] }), graph: null } as never
    expect(() => testDiagnosis(broken, { seed: 1, layers: ['power'] })).toThrow(TypeError)
  })
})

describe('two waves', () => {
  const wave = (ids: string[], ties: [string, string, number][], sectors: string[]) =>
    snapshotFrom({
      ids,
      source: ties.map(([a]) => ids.indexOf(a)),
      target: ties.map(([, b]) => ids.indexOf(b)),
      power: ties.map(([, , w]) => w),
      attributes: { sector: sectors },
    })
  const first = wave(
    ['a', 'x', 'b', 'c', 'd'],
    [
      ['a', 'b', 0.1],
      ['b', 'a', 0.2],
      ['x', 'a', 0.3],
      ['c', 'd', 0.4],
    ],
    ['A', 'X', 'B', 'C', 'D'],
  )
  const second = wave(
    ['d', 'c', 'z', 'b', 'a'],
    [
      ['a', 'b', 0.5],
      ['d', 'z', 0.6],
      ['d', 'c', 0.7],
      ['c', 'a', 0.8],
    ],
    ['d', 'c', 'z', 'b', 'a'],
  )
  const told = (x: Snapshot) =>
    x.ids.flatMap((id, i) =>
      Array.from(x.graph.outTargets.slice(x.graph.outOffsets[i], x.graph.outOffsets[i + 1]), (t, k) =>
        [id, x.ids[t], x.layers.get('power')![x.graph.outOffsets[i]! + k]].join(' '),
      ),
    )
  test('both are cut to those who stayed, in the order of the first, with values and attributes', () => {
    const seen: Snapshot[] = []
    const statistic = (x: Snapshot) => {
      if (seen.length < 2) seen.push(x)
      return x.graph.size
    }
    const c = compareWaves(first, second, statistic, { seed: 1, replications: 5 })
    expect(seen.map(x => x.ids)).toEqual([
      ['a', 'b', 'c', 'd'],
      ['a', 'b', 'c', 'd'],
    ])
    expect(told(seen[0]!)).toEqual(['a b 0.1', 'b a 0.2', 'c d 0.4'])
    expect(told(seen[1]!)).toEqual(['a b 0.5', 'c a 0.8', 'd c 0.7'])
    expect(seen.map(x => x.attributes.get('sector'))).toEqual([
      ['A', 'B', 'C', 'D'],
      ['a', 'b', 'c', 'd'],
    ])
    expect(c).toMatchObject({ joiners: ['z'], leavers: ['x'], ties: { kept: 1, gained: 2, lost: 2 }, jaccard: 1 / 5 })
    expect([c.before, c.after, c.draws, c.seed]).toEqual([3, 3, 5, 1])
  })
  test('no ties in either: nothing kept of nothing', () => {
    const none = snapshotFrom({ count: 3, source: [], target: [] })
    const c = compareWaves(none, none, x => x.graph.size, { seed: 1, replications: 5 })
    expect([c.jaccard, c.ties, c.joiners, c.leavers]).toEqual([null, { kept: 0, gained: 0, lost: 0 }, [], []])
  })
})

describe('the jackknife', () => {
  const network = snapshotFrom({
    ids: ['a', 'b', 'c', 'd', 'e'],
    source: [0, 1, 2, 3, 4, 4],
    target: [1, 2, 3, 4, 0, 2],
    power: [1, 0.5, 0.25, 0.125, 1, 0],
    attributes: { sector: ['A', 'B', 'C', 'D', 'E'] },
  })
  test('each of the networks without one, arcs both ways round', () => {
    const seen: string[] = []
    jackknife(network, ({ ids, graph, layers, attributes }) => {
      if (ids.length < 5) {
        expect([...graph.inOffsets, ...graph.outOffsets]).toHaveLength(10)
        expect(graph.order).toBe(4)
        const arcs = ids.flatMap((id, i) =>
          Array.from(graph.inSources.slice(graph.inOffsets[i], graph.inOffsets[i + 1]), (s, k) => {
            const out = graph.inToOut[graph.inOffsets[i]! + k]!
            expect(graph.outTargets[out]).toBe(i)
            return `${ids[s]}${id}${layers.get('power')![out]}`
          }),
        )
        seen.push(`${attributes.get('sector')!.join('')} ${arcs.join(' ')}`)
      }
      return graph.size
    })
    expect(seen).toEqual([
      'BCDE bc0.5 ec0 cd0.25 de0.125',
      'ACDE ea1 ec0 cd0.25 de0.125',
      'ABDE ea1 ab1 de0.125',
      'ABCE ea1 ab1 bc0.5 ec0',
      'ABCD ab1 bc0.5 cd0.25',
    ])
  })
  test('what cannot be said, and why', () => {
    expect(jackknife(network, x => x.graph.size)).toMatchObject({ estimate: 6, reason: null })
    const five = snapshotFrom({ count: 5, source: [0], target: [1] })
    const j = jackknife(five, x => reciprocity(x).edgewise)
    expect([j.standardError, j.reason]).toEqual([null, 'the statistic is not defined without one of the actors'])
    expect(j.without.reason).toBe('the statistic is not defined without this actor')
  })
})

describe('random networks given the dyad census', () => {
  test('in more than 65,536 pairs of 380 actors as in fewer: dyads whole, anywhere, no pair twice', () => {
    for (const count of [380, 40]) {
      const source = [0, 1, 2, 3, 4, 5]
      const network = snapshotFrom({ count, source, target: [1, 0, 3, 2, 5, 6], power: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6] })
      const starts = new Set<number>()
      let first = 0
      const check = (x: Snapshot) => {
        expect(dyadCensus(x)).toMatchObject({ mutual: 2, asymmetric: 2 })
        expect([...x.layers.get('power')!].sort()).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
        first = x.graph.outOffsets.findIndex(offset => offset > 0) - 1
        starts.add(first)
        return first
      }
      cugTest(network, check, { condition: 'dyad-census', replications: 60, seed: 1 })
      expect(starts.size).toBeGreaterThan(count === 40 ? 8 : 30)
    }
  })
  test('all 65,703 pairs of 363 actors taken: each stays taken once', () => {
    const pairs = Array.from({ length: 363 }, (_, i) => Array.from({ length: i }, (_, j) => [i, j] as const)).flat()
    const full = snapshotFrom({ count: 363, source: pairs.map(([i]) => i), target: pairs.map(([, j]) => j) })
    const check = (x: Snapshot) => {
      expect(dyadCensus(x)).toEqual({ mutual: 0, asymmetric: 65_703, absent: 0 })
      return x.graph.outOffsets[1]!
    }
    expect(cugTest(full, check, { condition: 'dyad-census', replications: 2, seed: 1 }).draws).toBe(2)
  })
  test('all 15 pairs take part, each equally often, either way round', () => {
    const network = snapshotFrom({ count: 6, source: [0], target: [1] })
    const counts = new Map<number, number>()
    const place = ({ graph }: Snapshot) => {
      const cell = graph.outOffsets.findIndex(offset => offset > 0) * 6 - 6 + graph.outTargets[0]!
      counts.set(cell, (counts.get(cell) ?? 0) + 1)
      return cell
    }
    cugTest(network, place, { condition: 'dyad-census', replications: 3000, seed: 1 })
    expect(counts.size).toBe(30)
    // 100 a cell: within five standard errors of 10.
    for (const many of counts.values()) expect(Math.abs(many - 100)).toBeLessThan(50)
  })
})

test('more actors given size than fit are refused; other conditions take them', () => {
  const big = snapshotFrom({ count: 20_001, source: [0, 1], target: [1, 2] })
  expect(codeOf(() => cugTestPlan(big, 'reciprocity', { condition: 'size', seed: 1 }))).toBe('INVALID_OPTION')
  expect(cugTestPlan(big, 'reciprocity', { condition: 'ties', seed: 1 }).total).toBe(1000)
})
