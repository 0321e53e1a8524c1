import fc from 'fast-check'
import { type NetworkLike, snapshotFrom } from 'guanxi'
import {
  agony,
  davidsScore,
  flowHierarchy,
  globalReachingCentrality,
  krackhardt,
  landau,
  steepness,
} from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, type Drawn, drawnNetworks, fromArcs, golden, toSnapshot } from '../helpers/networks.ts'
import { oracles } from '../helpers/oracles.ts'

const layer = { layer: 'resources' }
const none = () => fromArcs([], [])
const alone = () => fromArcs([], actorsNamed('a'))
const untied = () => fromArcs([], actorsNamed('a', 'b', 'c'))
const tree = () => snapshotFrom({ count: 4, source: [0, 0, 1], target: [1, 2, 3] })
const circle = () => snapshotFrom({ count: 3, source: [0, 1, 2], target: [1, 2, 0] })

/** The definition, over all ranks 0 … n − 1 of every actor. */
function leastAgony({ count, arcs }: Drawn, weighted: boolean): number {
  const ties = arcs.filter(([s, t, w]) => s !== t && (!weighted || w > 0))
  let least = Infinity
  for (let code = 0; code < count ** count; code++) {
    const ranks = Array.from({ length: count }, (_, i) => Math.floor(code / count ** i) % count)
    let cost = 0
    for (const [s, t, w] of ties) cost += (weighted ? w : 1) * Math.max(ranks[s]! - ranks[t]! + 1, 0)
    if (cost < least) least = cost
  }
  return count === 0 ? 0 : least
}

const range = (count: number) => Array.from({ length: count }, (_, i) => i)

describe('agony', () => {
  test('a mutual pair costs both its ties, a circle of three all three', () => {
    expect(agony(snapshotFrom({ count: 2, source: [0, 1], target: [1, 0] })).agony).toBe(2)
    expect(agony(circle()).agony).toBe(3)
    expect(agony(tree())).toMatchObject({ agony: 0, hierarchy: 1 })
    expect([...agony(tree()).ranks.values]).toEqual([0, 1, 1, 2])
  })
  test('golden network', () => {
    expect(agony(golden())).toMatchObject({ agony: 4 })
    expect(agony(golden()).hierarchy).toBeCloseTo(5 / 9, 12)
    expect(agony(golden(), layer).agony).toBe(10)
    expect(agony(golden(), layer).hierarchy).toBeCloseTo(0.7222222, 7)
  })
  test('without actors or ties: nothing to suffer, no share', () => {
    for (const network of [none(), alone(), untied()])
      expect(agony(network)).toMatchObject({ agony: 0, hierarchy: null })
  })
  for (const weighted of [false, true])
    test(`least over all ranks, tried one by one (${weighted ? 'weighted' : 'not weighted'})`, () =>
      fc.assert(
        fc.property(drawnNetworks({ maxActors: 5 }), drawn => {
          const found = agony(toSnapshot(drawn), weighted ? layer : {}).agony
          expect(found).toBeCloseTo(leastAgony(drawn, weighted), 9)
        }),
        { numRuns: 300, seed: 3 },
      ))
  test('real networks: what the linear program gives (SciPy 1.10, HiGHS)', () => {
    const least: Record<string, readonly [number, number]> = {
      'us_cs_faculty_hiring hiring': [1204, 908],
      'rhesus_grooming grooming': [397, 89],
      'advogato_trust trust': [16760.8, 21399],
    }
    for (const { name, relation, network } of oracles(['us_cs_faculty_hiring', 'rhesus_grooming', 'advogato_trust'])) {
      expect(agony(network, { layer: relation }).agony, name).toBeCloseTo(least[name]![0], 6)
      expect(agony(network).agony, name).toBe(least[name]![1])
    }
  })
  describe('laws', () => {
    obeysLaws(network => ({ share: agony(network, layer).hierarchy, ranks: agony(network, layer).ranks }), {
      underScaling: 'same',
    })
    obeysLaws(network => agony(network, layer).agony, { underScaling: 'scaled', underTransposition: 'same' })
  })
})

describe("David's score and steepness", () => {
  test('golden network', () => {
    const expected = [4.623377, 4.532468, -0.571429, -1.571429, -4.012987, -3]
    davidsScore(golden(), layer).values.forEach((score, i) => {
      expect(score).toBeCloseTo(expected[i]!, 6)
    })
  })
  test('a straight line is as steep as can be, an even pair flat', () => {
    const line = snapshotFrom({
      count: 4,
      source: [0, 0, 0, 1, 1, 2],
      target: [1, 2, 3, 2, 3, 3],
      power: [1, 1, 1, 1, 1, 1],
    })
    expect(steepness(line, { layer: 'power' })).toBeCloseTo(1, 14)
    const even = snapshotFrom({ count: 2, source: [0, 1], target: [1, 0], power: [1, 1] })
    expect(steepness(even, { layer: 'power' })).toBe(0)
    expect(steepness(alone(), layer)).toBeNull()
    expect(davidsScore(none(), layer).values.length).toBe(0)
  })
  describe('laws', () => {
    obeysLaws(network => davidsScore(network, layer), { underScaling: 'same', underTransposition: 'negated' })
    obeysLaws(network => steepness(network, layer), { range: [0, 1], underScaling: 'same', underTransposition: 'same' })
  })
})

describe('Landau', () => {
  test('a circle has h = 0, a line 1; two that never met: h 0, and 1 whatever the lot says', () => {
    const ring = snapshotFrom({ count: 3, source: [0, 1, 2], target: [1, 2, 0], power: [1, 1, 1] })
    expect(landau(ring, { layer: 'power' }).h).toBe(0)
    expect(landau(fromArcs([], actorsNamed('a', 'b')), layer)).toMatchObject({
      h: 0,
      corrected: 1,
      expected: 1,
      unknown: 1,
    })
    expect(landau(alone(), layer)).toMatchObject({ h: null, corrected: null, expected: null })
  })
  test('h′ is the mean of h over all ways to decide what is unknown', () => {
    const network = snapshotFrom({ count: 4, source: [0, 1, 3], target: [1, 2, 0], power: [2, 1, 1] })
    const open = [[0, 2], [1, 3], [2, 3]] as const // biome-ignore format: a row
    let sum = 0
    for (let code = 0; code < 8; code++) {
      const wins = [1, 1, 0, 1] // 0 beats 1, 1 beats 2, 3 beats 0
      open.forEach(([a, b], i) => {
        wins[(code >> i) & 1 ? a : b]!++
      })
      sum += (12 / 60) * wins.reduce((total, v) => total + (v - 1.5) ** 2, 0)
    }
    expect(landau(network, { layer: 'power' }).corrected).toBeCloseTo(sum / 8, 14)
  })
  test('a line of six is as straight as 6! of the 2¹⁵ tournaments: p is 0.022', () => {
    const line = range(6).flatMap(i => range(6).flatMap(j => (i < j ? [[`${i}`, `${j}`, 1] as const] : [])))
    const { pUpper, draws } = landau(fromArcs(line, actorsNamed(...range(6).map(String))), {
      ...layer,
      seed: 1,
      draws: 4000,
    })
    const chance = 720 / 2 ** 15
    expect(draws).toBe(4000)
    expect(Math.abs(pUpper! - chance)).toBeLessThan(4 * Math.sqrt(chance / 4000))
  })
  test('the same seed gives the same share, and no seed none', () => {
    const first = landau(golden(), { ...layer, seed: 5 })
    expect(landau(golden(), { ...layer, seed: 5 })).toEqual(first)
    expect(first.pUpper).toBe((first.reached! + 1) / (first.draws + 1))
    expect(landau(golden(), layer)).toMatchObject({ pUpper: null, reached: null, draws: 0 })
  })
  describe('laws', () => {
    obeysLaws(
      network => {
        const { h, corrected } = landau(network, layer)
        return { h, corrected }
      },
      { range: [0, 1], underScaling: 'same', underTransposition: 'same' },
    )
  })
})

describe('Krackhardt', () => {
  /** Reach by walking from every actor. */
  function reachOf(drawn: Drawn, both = false): boolean[][] {
    const ties = drawn.arcs.filter(([s, t]) => s !== t)
    return Array.from({ length: drawn.count }, (_, start) => {
      const seen = Array.from({ length: drawn.count }, (_, i) => i === start)
      for (let round = 0; round < drawn.count; round++)
        for (const [s, t] of ties) {
          if (seen[s]) seen[t] = true
          if (both && seen[t]) seen[s] = true
        }
      return seen
    })
  }
  test('out-tree, circle, one tie and an isolate, a mutual pair', () => {
    expect(krackhardt(tree())).toEqual({ connectedness: 1, hierarchy: 1, efficiency: 1, lubness: 1 })
    expect(krackhardt(circle())).toEqual({ connectedness: 1, hierarchy: 0, efficiency: 0.75, lubness: 1 })
    const tie = krackhardt(snapshotFrom({ count: 3, source: [0], target: [1] }))
    expect(tie).toMatchObject({ hierarchy: 1, efficiency: 1, lubness: null })
    expect(tie.connectedness).toBeCloseTo(1 / 3, 14)
    expect(krackhardt(snapshotFrom({ count: 2, source: [0, 1], target: [1, 0] }))).toMatchObject({
      hierarchy: 0,
      efficiency: 0,
    })
    expect(krackhardt(snapshotFrom({ count: 4, source: [1, 2, 3], target: [0, 0, 1] })).lubness).toBeCloseTo(1 / 3, 14)
  })
  test('none, one, no ties', () => {
    expect(krackhardt(none())).toEqual({ connectedness: null, hierarchy: null, efficiency: null, lubness: null })
    expect(krackhardt(alone())).toEqual({ connectedness: 1, hierarchy: null, efficiency: null, lubness: null })
    expect(krackhardt(untied())).toEqual({ connectedness: 0, hierarchy: null, efficiency: null, lubness: null })
  })
  test('hierarchy and lubness by their definitions, pair by pair', () =>
    fc.assert(
      fc.property(drawnNetworks({ maxActors: 12 }), drawn => {
        const reach = reachOf(drawn)
        const joined = reachOf(drawn, true)
        let one = 0
        let both = 0
        let without = 0
        let bounded = 0
        for (let i = 0; i < drawn.count; i++) {
          const size = joined[i]!.filter(Boolean).length
          if (size > 2) bounded += ((size - 1) * (size - 2)) / 2 / size
          for (let j = i + 1; j < drawn.count; j++) {
            if (reach[i]![j] || reach[j]![i]) one++
            if (reach[i]![j] && reach[j]![i]) both++
            if (size <= 2 || !joined[i]![j]) continue
            const upper = reach.map((_, u) => u).filter(u => reach[u]![i] && reach[u]![j])
            if (!upper.some(l => upper.every(u => reach[u]![l]))) without++
          }
        }
        const { hierarchy, lubness } = krackhardt(toSnapshot(drawn))
        if (one === 0) expect(hierarchy).toBeNull()
        else expect(hierarchy).toBeCloseTo(1 - both / one, 12)
        if (bounded === 0) expect(lubness).toBeNull()
        else expect(lubness).toBeCloseTo(1 - without / bounded, 12)
      }),
      { numRuns: 1000, seed: 5 },
    ))
  describe('laws', () => obeysLaws(network => krackhardt(network), { zeroIsTie: true, range: [0, 1] }))
})

describe('flow hierarchy', () => {
  test('tree, circle, nothing', () => {
    expect(flowHierarchy(tree())).toBe(1)
    expect(flowHierarchy(circle())).toBe(0)
    expect(flowHierarchy(untied())).toBeNull()
    expect(flowHierarchy(golden(), layer)).toBe(0.5)
  })
  describe('laws', () =>
    obeysLaws(network => flowHierarchy(network, layer), {
      range: [0, 1],
      underScaling: 'same',
      underTransposition: 'same',
    }))
})

describe('global reaching centrality', () => {
  test('an out-star 1, a circle 0, one actor null', () => {
    expect(globalReachingCentrality(snapshotFrom({ count: 4, source: [0, 0, 0], target: [1, 2, 3] }))).toBe(1)
    expect(globalReachingCentrality(circle())).toBe(0)
    expect(globalReachingCentrality(alone())).toBeNull()
    expect(globalReachingCentrality(untied(), layer)).toBe(0)
  })
  test('golden network; weighted by the mean it may pass 1, by the largest not', () => {
    expect(globalReachingCentrality(golden())).toBeCloseTo(0.52, 12)
    const path = snapshotFrom({ count: 4, source: [0, 1, 2], target: [1, 2, 3], power: [10, 1, 1] })
    expect(globalReachingCentrality(path, { layer: 'power' })).toBeCloseTo(1.54, 2)
    expect(globalReachingCentrality(path, { layer: 'power', scale: 'max' })).toBeLessThanOrEqual(1)
    expect(globalReachingCentrality(golden(), layer)).toBeCloseTo(1.035, 3)
  })
  test('of equally good paths the one with the most weight a tie counts', () => {
    // From 0 to 3: straight with ½ (length 2), or by 1 with 1 and 1 (length 2): the straight one has fewer ties.
    const network = snapshotFrom({ count: 3, source: [0, 1, 0], target: [1, 2, 2], power: [1, 1, 0.5] })
    const mean = 2.5 / 3
    const reach = [(1 + 0.5) / 2, 1 / 2, 0]
    expect(globalReachingCentrality(network, { layer: 'power' })).toBeCloseTo((3 * reach[0]! - 1.25) / 2 / mean, 12)
  })
  describe('laws', () => {
    obeysLaws(network => globalReachingCentrality(network), { zeroIsTie: true, range: [0, 1] })
    obeysLaws((network: NetworkLike) => globalReachingCentrality(network, { ...layer, scale: 'max' }), {
      range: [0, 1],
      underScaling: 'same',
    })
  })
})
