import type { Snapshot } from 'guanxi'
import { createNetwork, freeze, snapshotFrom } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { adjust, bootstrap, compareWaves, jackknife, perturb, testDiagnosis } from 'guanxi/inference'
import { asymmetry, dyadCensus, reciprocity, strength } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'
import { codeOf } from './matrices.ts'

const layer = 'resources'
const weighted = (x: Snapshot) => reciprocity(x, { layer }).weighted
const mutual = (x: Snapshot) => dyadCensus(x).mutual

describe('bootstrap', () => {
  test('by dyads: mutual dyads are binomial, 15 draws with chance 2 / 15', () => {
    const b = bootstrap(golden(), mutual, { unit: 'dyads', replications: 4000, seed: 2 })
    expect(b.estimate).toBe(2)
    expect(Math.abs(b.mean - 2)).toBeLessThan((4 * b.standardError) / Math.sqrt(4000))
    expect(b.standardError).toBeCloseTo(Math.sqrt((15 * 2 * 13) / 225), 1)
    expect(b.interval[0]).toBeLessThanOrEqual(2)
    expect(b.interval[1]).toBeGreaterThanOrEqual(2)
  })
  test('by actors: n places, ties of the drawn actors, dyads kept whole', () => {
    const all = freeze(golden())
    const check = (x: Snapshot) => {
      expect(x.graph.order).toBe(6)
      expect(new Set(x.ids).size).toBe(6)
      for (const weight of x.layers.get(layer)!) expect([...all.layers.get(layer)!]).toContain(weight)
      expect(x.attributes.get('sector')!.every(s => all.attributes.get('sector')!.includes(s))).toBe(true)
      return weighted(x)
    }
    const b = bootstrap(golden(), check, { unit: 'actors', replications: 200, seed: 2 })
    expect(b.interval[0] <= b.estimate && b.estimate <= b.interval[1]).toBe(true)
  })
  test('a symmetric network stays symmetric, so that reciprocity does not scatter', () => {
    const arcs = [
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 4],
    ].flatMap(([a, b]) => [
      [a!, b!],
      [b!, a!],
    ])
    const network = snapshotFrom({ count: 5, source: arcs.map(a => a[0]!), target: arcs.map(a => a[1]!) })
    for (const unit of ['actors', 'dyads'] as const) {
      const b = bootstrap(network, x => reciprocity(x).edgewise, { unit, replications: 100, seed: 1 })
      expect(b.interval).toEqual([1, 1])
    }
  })
  test('same seed, same bits; too few actors; a statistic that is hardly ever defined', () => {
    const run = (seed: number) => bootstrap(golden(), weighted, { unit: 'actors', replications: 50, seed })
    expect(run(1)).toEqual(run(1))
    expect(run(2)).not.toEqual(run(1))
    const pair = fromArcs([['a', 'b', 1]], actorsNamed('a', 'b'))
    expect(codeOf(() => bootstrap(pair, mutual, { unit: 'actors', seed: 1 }))).toBe('DEGENERATE_TEST')
    const only = (x: Snapshot) => (mutual(x) === 2 && x.ids[0] === '1' ? 2 : null)
    expect(codeOf(() => bootstrap(golden(), only, { unit: 'actors', seed: 1 }))).toBe('DEGENERATE_TEST')
  })
})

describe('jackknife', () => {
  test('number of ties, 9 less each actor’s: 6 5 4 7 6 8, mean 6, squares 0 + 1 + 4 + 1 + 0 + 4', () => {
    const j = jackknife(golden(), x => x.graph.size)
    expect([...j.without.values]).toEqual([6, 5, 4, 7, 6, 8])
    expect(j.standardError).toBeCloseTo(Math.sqrt((4 / 12) * 10), 12)
  })
  test('what is left is a sound network of the others', () => {
    const seen: string[] = []
    jackknife(golden(), x => {
      if (x.ids.length === 5) seen.push(`${x.ids.join('')} ${strength(x, { layer }).values.join(',')}`)
      return x.graph.size
    })
    expect(seen[2]).toBe('12456 11,13,0,3,1')
  })
  test('four actors, or one without whom the statistic is not defined: no standard error, with a reason', () => {
    const four = fromArcs(
      [
        ['a', 'b', 1],
        ['b', 'a', 1],
      ],
      actorsNamed('a', 'b', 'c', 'd'),
    )
    expect(jackknife(four, x => x.graph.size)).toMatchObject({ standardError: null, reason: 'fewer than five actors' })
    const five = fromArcs([['a', 'b', 1]], actorsNamed('a', 'b', 'c', 'd', 'e'))
    const j = jackknife(five, x => reciprocity(x).edgewise)
    expect(j.standardError).toBeNull()
    expect(j.without.get('a')).toBeNull()
    expect(j.without.get('c')).toBe(0)
  })
})

describe('compareWaves', () => {
  const first = golden()
  const second = golden()
  second.dropNode('6')
  second.addNode('7', { kind: 'x' })
  second.addDirectedEdge('7', '1', { power: 1, resources: 2, trust: 1 })
  second.addDirectedEdge('3', '1', { power: 1, resources: 6, trust: 1 })
  second.dropDirectedEdge('2', '5')
  test('who stayed, joined, left; ties kept, gained, lost; the change among those who stayed', () => {
    const c = compareWaves(first, second, weighted, { seed: 1, replications: 200 })
    expect(c).toMatchObject({
      stayers: ['1', '2', '3', '4', '5'],
      joiners: ['7'],
      leavers: ['6'],
      ties: { kept: 7, gained: 1, lost: 1 },
    })
    expect(c.jaccard).toBeCloseTo(7 / 9, 12)
    // 1 ⇄ 2: 2 · 3, 3 ⇄ 4: 2 · 2 of 35; then 1 ⇄ 3: 12 more, of 35 − 2 + 6.
    expect(c.before).toBeCloseTo(10 / 35, 12)
    expect(c.after).toBeCloseTo(22 / 39, 12)
    expect(c.estimate).toBeCloseTo(22 / 39 - 10 / 35, 12)
    expect(c.interval[0] < c.estimate && c.estimate < c.interval[1]).toBe(true)
  })
  test('a wave beside itself: 0 without any scatter, since both draw the same actors', () => {
    const c = compareWaves(first, golden(), weighted, { seed: 1, replications: 100 })
    expect([c.estimate, c.interval, c.standardError]).toEqual([0, [0, 0], 0])
  })
  test('the order of the actors does not matter, and exchanging the waves negates', () => {
    const mirrored = compareWaves(second, first, weighted, { seed: 1, replications: 100 })
    expect(mirrored.estimate).toBeCloseTo(10 / 35 - 22 / 39, 12)
    expect(mirrored.ties).toEqual({ kept: 7, gained: 1, lost: 1 })
  })
})

describe('perturb', () => {
  test('an error of 0.1 on one tie of 5: mean 5, standard error 0.1', () => {
    const network = fromArcs([['a', 'b', 5]], actorsNamed('a', 'b'))
    const sum = (x: Snapshot) => strength(x, { layer, direction: 'out' }).values[0]!
    const p = perturb(network, sum, { errors: { resources: 0.1 }, replications: 4000, seed: 1 })
    expect(Math.abs(p.mean - 5)).toBeLessThan(0.4 / Math.sqrt(4000))
    expect(p.standardError).toBeCloseTo(0.1, 2)
  })
  test('trust stays in [0, 1]; an attribute may hold each tie’s error', () => {
    const network = createNetwork({
      actors: actorsNamed('a', 'b', 'c'),
      ties: [
        { source: 'a', target: 'b', trust: 1, doubt: 0.5 },
        { source: 'b', target: 'c', trust: 0.25, doubt: 0 },
      ],
    })
    const values = (x: Snapshot) => {
      const [sure, unsure] = [x.layers.get('trust')![1]!, x.layers.get('trust')![0]!]
      expect(sure).toBe(0.25)
      expect(unsure >= 0 && unsure <= 1).toBe(true)
      return unsure
    }
    expect(perturb(network, values, { errors: { trust: 'doubt' }, seed: 1 }).standardError).toBeGreaterThan(0.1)
  })
  test('a range of one value leaves no doubt; one that falls is refused', () => {
    const stated = (low: number, high: number) =>
      createNetwork({
        actors: actorsNamed('a', 'b'),
        ties: [
          { source: 'a', target: 'b', trust: 0.5, evidence: [{ kind: 'assumed', layer: 'trust', range: [low, high] }] },
        ],
      })
    const trust = (x: Snapshot) => x.layers.get('trust')![0]!
    const run = (low: number, high: number) => perturb(stated(low, high), trust, { seed: 1, replications: 20 })
    expect(run(0.25, 0.25)).toMatchObject({ estimate: 0.5, interval: [0.25, 0.25] })
    expect(run(0.25, 0.25).standardError).toBeCloseTo(0, 12)
    expect(run(0, 0).mean).toBe(0)
    expect(codeOf(() => run(0.5, 0.25))).toBe('INVALID_VALUE')
    expect(codeOf(() => run(-0.5, 0.25))).toBe('INVALID_VALUE')
  })
  test('ranges stated in the evidence are used without errors', () => {
    const p = perturb(xCommunity(), x => asymmetry(x, { layer: 'trust' }), { seed: 1, replications: 200 })
    expect(p.interval[0]).toBeLessThan(p.interval[1])
    expect(codeOf(() => perturb(golden(), weighted, { seed: 1 }))).toBe('INVALID_OPTION')
    expect(codeOf(() => perturb(freeze(xCommunity()), weighted, { seed: 1 }))).toBe('INVALID_OPTION')
    expect(codeOf(() => perturb(golden(), weighted, { seed: 1, errors: { resources: -1 } }))).toBe('INVALID_OPTION')
    expect(codeOf(() => perturb(golden(), weighted, { seed: 1, errors: { weight: 1 } }))).toBe('UNKNOWN_LAYER')
  })
})

describe('adjust', () => {
  test('Holm: 4 · .01, 3 · .02, then never below; 1 is the most', () => {
    expect(adjust([0.02, 0.01, 0.021, 0.9])).toEqual([0.06, 0.04, 0.06, 0.9])
    expect(adjust([0.6, 0.5])).toEqual([1, 1])
  })
  test('Benjamini–Hochberg: R’s p.adjust on the same', () => {
    const found = adjust([0.01, 0.02, 0.03, 0.04, 0.05], { method: 'benjamini-hochberg' })
    found.forEach(p => {
      expect(p).toBeCloseTo(0.05, 12)
    })
    expect(adjust([0.005, null, 0.5], { method: 'benjamini-hochberg' })).toEqual([0.01, null, 0.5])
  })
  test('no tests, tests that could not be done, no p-values', () => {
    expect(adjust([])).toEqual([])
    expect(adjust([null])).toEqual([null])
    expect(codeOf(() => adjust([1.5]))).toBe('INVALID_VALUE')
    expect(codeOf(() => adjust([0.5], { method: 'bonferroni' } as never))).toBe('INVALID_OPTION')
  })
})

describe('testDiagnosis', () => {
  test('the case: a row a test, degenerate ones with a reason', () => {
    const rows = testDiagnosis(xCommunity(), { seed: 1, replications: 99 })
    expect(rows.length).toBe(3 * 4 + 3 * 3)
    const groups = rows.filter(row => row.test === 'groups')
    for (const row of groups) {
      expect(row.pTwoSided).toBeNull()
      expect(row.reason).toMatch(/kind/) // every actor is the only one of its kind
    }
    for (const row of rows.filter(r => r.test !== 'groups')) {
      expect(row.reason).toBeNull()
      expect(row.pAdjusted!).toBeGreaterThanOrEqual(row.pTwoSided!)
    }
  })
  test('unknown values, no ties, no actors: rows with reasons, no throw', () => {
    const unknown = createNetwork({
      actors: actorsNamed('a', 'b', 'c'),
      ties: [
        { source: 'a', target: 'b', trust: null, power: 1 },
        { source: 'b', target: 'c', trust: 1, power: 0.5 },
      ],
    })
    const rows = testDiagnosis(unknown, { seed: 1, replications: 9 })
    expect(rows.filter(r => r.layer === 'trust').every(r => r.reason!.includes('unknown'))).toBe(true)
    expect(testDiagnosis(createNetwork({ actors: [], ties: [] }), { seed: 1 })).toEqual([])
    const empty = testDiagnosis(unknown, { seed: 1, layers: ['nothing'] })
    expect(empty.every(r => r.reason !== null)).toBe(true)
  })
  test('same seed, same rows; tells how far it is; stops', () => {
    const options = { seed: 3, replications: 19, layers: ['power'] }
    expect(testDiagnosis(golden(), { ...options, layers: ['resources'] })).toEqual(
      testDiagnosis(golden(), { ...options, layers: ['resources'] }),
    )
    const seen: number[] = []
    testDiagnosis(golden(), { ...options, onProgress: ({ done }) => seen.push(done) })
    expect(seen).toEqual([0, 1, 2, 3, 4, 5])
    const abort = new AbortController()
    abort.abort(new Error('enough'))
    expect(() => testDiagnosis(golden(), { ...options, signal: abort.signal })).toThrow('enough')
  })
})
