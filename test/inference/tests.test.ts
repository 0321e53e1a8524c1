import type { Snapshot } from 'guanxi'
import { snapshotFrom } from 'guanxi'
import {
  cugTest,
  cugTestPlan,
  dyadFlipTest,
  groupLabelTest,
  runPlan,
  strengthTest,
  weightShuffleTest,
} from 'guanxi/inference'
import {
  asymmetry,
  dyadCensus,
  hierarchy,
  inequality,
  krackhardt,
  reciprocity,
  strength,
  type TriadCensus,
  type TriadName,
  triadCensus,
} from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { published } from '../helpers/golden.ts'
import { golden } from '../helpers/networks.ts'
import { codeOf } from './matrices.ts'

const layer = 'resources'
const mutual = (x: Snapshot) => dyadCensus(x).mutual
const edgewise = (x: Snapshot) => reciprocity(x).edgewise
const weighted = (x: Snapshot) => reciprocity(x, { layer }).weighted
const incoherence = (x: Snapshot) => hierarchy(x, { layer }).incoherence

describe('cugTest', () => {
  test('6 actors, 9 ties: 15 · 9 · 8 / (30 · 29) = 1.2414 mutual dyads are expected', () => {
    const c = cugTest(golden(), mutual, { condition: 'ties', replications: 4000, seed: 7 })
    expect(c.observed).toBe(2)
    expect(Math.abs(c.mean - 1080 / 870)).toBeLessThan((4 * c.sd) / Math.sqrt(4000))
  })
  test('given size: every tie with chance ½, so 15 / 4 mutual dyads and 15 ties', () => {
    const c = cugTest(golden(), mutual, { condition: 'size', replications: 4000, seed: 7 })
    expect(Math.abs(c.mean - 3.75)).toBeLessThan((4 * Math.sqrt((15 * 3) / 16)) / Math.sqrt(4000))
    const ties = cugTest(golden(), x => x.graph.size, { condition: 'size', replications: 4000, seed: 7 })
    expect(Math.abs(ties.mean - 15)).toBeLessThan((4 * Math.sqrt(30 / 4)) / Math.sqrt(4000))
  })
  test('values go with their ties: the sum of weights stays, also in the dyads', () => {
    const sum = (x: Snapshot) => x.layers.get(layer)!.reduce((a, b) => a + b, 0)
    for (const condition of ['ties', 'dyad-census'] as const) {
      const seen = new Set<number>()
      const shape = (x: Snapshot) => {
        seen.add(sum(x))
        return strength(x, { layer, direction: 'out' }).values[0]!
      }
      cugTest(golden(), shape, { condition, replications: 50, seed: 1 })
      expect([...seen]).toEqual([36])
    }
  })
  test('given the dyad census: reciprocity is refused, binary and weighted; hierarchy is not', () => {
    const options = { condition: 'dyad-census', replications: 200, seed: 1 } as const
    expect(codeOf(() => cugTest(golden(), edgewise, options))).toBe('DEGENERATE_TEST')
    expect(codeOf(() => cugTest(golden(), weighted, options))).toBe('DEGENERATE_TEST')
    expect(cugTest(golden(), incoherence, options).draws).toBe(200)
    const census = (x: Snapshot) => {
      expect(dyadCensus(x)).toEqual({ mutual: 2, asymmetric: 5, absent: 8 })
      return incoherence(x)
    }
    cugTest(golden(), census, options)
  })
  test('dense networks, complete ones, a layer with zeros', () => {
    const cells = Array.from({ length: 12 }, (_, k) => [Math.floor(k / 3), k % 3] as const)
    const source = cells.map(([i]) => i)
    const target = cells.map(([i, j]) => (j < i ? j : j + 1))
    const complete = snapshotFrom({ count: 4, source, target, power: source.map((_, k) => (k < 11 ? 1 : 0)) })
    expect(codeOf(() => cugTest(complete, mutual, { condition: 'ties', seed: 1 }))).toBe('DEGENERATE_TEST')
    const sizes = new Set<number>()
    const sized = (x: Snapshot) => {
      sizes.add(x.graph.size)
      return x.graph.outOffsets[1]!
    }
    cugTest(complete, sized, { condition: 'ties', layer: 'power', replications: 60, seed: 1 })
    expect([...sizes]).toEqual([11])
  })
  test('a statistic that is not defined: on the network, on some draws, or not a number', () => {
    const options = { condition: 'ties', replications: 100, seed: 1 } as const
    expect(codeOf(() => cugTest(golden(), () => null, options))).toBe('DEGENERATE_TEST')
    expect(codeOf(() => cugTest(golden(), () => Number.NaN, options))).toBe('INVALID_VALUE')
    const c = cugTest(golden(), x => (mutual(x) === 0 ? null : mutual(x)), options)
    expect(c.undefinedDraws).toBeGreaterThan(0)
    expect(c.counts.lower + c.counts.upper).toBeGreaterThanOrEqual(100 + c.undefinedDraws)
  })
  test('same seed, same bits, at once or in the background; the network is not touched', async () => {
    const network = golden()
    const before = JSON.stringify(network.export())
    const options = { condition: 'dyad-census', replications: 50, seed: 5 } as const
    const once = cugTest(network, incoherence, options)
    expect(cugTest(network, incoherence, options)).toEqual(once)
    expect(await runPlan(cugTestPlan(network, incoherence, options))).toEqual(once)
    expect(cugTest(network, incoherence, { ...options, seed: 6 })).not.toEqual(once)
    expect(JSON.stringify(network.export())).toBe(before)
  })
})

describe('cugTest of a statistic of the dyad census', () => {
  const census = ({ mutual, asymmetric }: { mutual: number; asymmetric: number }) =>
    mutual + asymmetric > 0 ? (2 * mutual) / (2 * mutual + asymmetric) : null
  test('4 actors, 3 ties: of 220 networks 160 have no mutual dyad and 60 have one', () => {
    const network = snapshotFrom({ count: 4, source: [0, 1, 2], target: [1, 0, 3] })
    const c = cugTest(network, { census: x => x.mutual }, { condition: 'ties', replications: 20_000, seed: 1 })
    expect(Math.abs(c.mean - 60 / 220)).toBeLessThan((4 * Math.sqrt((60 * 160) / 220 ** 2)) / Math.sqrt(20_000))
  })
  test.each(['ties', 'size'] as const)('given %s it has the law of the networks themselves', condition => {
    const { network } = published('knoke_bureaucracies')
    const options = { condition, layer: 'money', replications: 6000, seed: 1 }
    const made = cugTest(network, edgewise, options)
    const drawn = cugTest(network, { census }, options)
    expect(drawn.observed).toBe(made.observed)
    expect(Math.abs(drawn.mean - made.mean)).toBeLessThan(5 * made.sd * Math.sqrt(2 / 6000))
    expect(Math.abs(drawn.sd / made.sd - 1)).toBeLessThan(0.06)
    expect(Math.abs(drawn.pUpper - made.pUpper)).toBeLessThan(0.03)
  })
  test('refused given the census; same bits in any block; no ties, all ties', () => {
    expect(codeOf(() => cugTest(golden(), { census }, { condition: 'dyad-census', seed: 1 }))).toBe('DEGENERATE_TEST')
    const plan = cugTestPlan(golden(), { census }, { condition: 'ties', replications: 600, seed: 1 })
    const whole = new Float64Array(600)
    plan.draw(0, 600, whole)
    const part = new Float64Array(300)
    plan.draw(200, 500, part)
    expect([...part]).toEqual([...whole.subarray(200, 500)])
    const none = snapshotFrom({ count: 3, source: [], target: [] })
    const all = snapshotFrom({ count: 3, source: [0, 0, 1, 1, 2, 2], target: [1, 2, 0, 2, 0, 1] })
    for (const network of [none, all])
      expect(codeOf(() => cugTest(network, { census: x => x.mutual }, { condition: 'ties', seed: 1 }))).toBe(
        'DEGENERATE_TEST',
      )
  })
})

describe('cugTest of a statistic by name', () => {
  const names = ['reciprocity', 'transitivity', 'krackhardt-hierarchy'] as const
  const asFunction = {
    reciprocity: edgewise,
    transitivity: (x: Snapshot) => transitivity(triadCensus(x)),
    'krackhardt-hierarchy': (x: Snapshot) => krackhardt(x).hierarchy,
  }
  /** Of all paths over three actors in the classes of triads, the share that is closed. */
  function transitivity(census: TriadCensus): number | null {
    const paths = {
      '021C': 1,
      '111D': 1,
      '111U': 1,
      '030T': 1,
      '030C': 3,
      '201': 2,
      '120D': 2,
      '120U': 2,
      '120C': 3,
      '210': 4,
      '300': 6,
    }
    const closed = { '030T': 1, '120D': 2, '120U': 2, '120C': 1, '210': 3, '300': 6 }
    const sum = (counts: Record<string, number>) =>
      Object.entries(counts).reduce((all, [name, many]) => all + many * census[name as TriadName], 0)
    return sum(paths) > 0 ? sum(closed) / sum(paths) : null
  }

  test('every network of 4 actors and 4 ties: mean, sd and tails of all 495', () => {
    const pairs = Array.from({ length: 12 }, (_, k) => [
      Math.floor(k / 3),
      (k % 3) + Number(k % 3 >= Math.floor(k / 3)),
    ])
    const ofTies = (chosen: number) => {
      const ties = pairs.filter((_, k) => (chosen >> k) & 1)
      return snapshotFrom({ count: 4, source: ties.map(([i]) => i!), target: ties.map(([, j]) => j!) })
    }
    const all = Array.from({ length: 4096 }, (_, chosen) => chosen).filter(chosen => ofTies(chosen).graph.size === 4)
    expect(all.length).toBe(495)
    const network = ofTies(0b000100100011)
    for (const name of names) {
      const values = all.map(chosen => asFunction[name](ofTies(chosen))).filter(value => value !== null)
      const mean = values.reduce((a, b) => a + b, 0) / values.length
      const sd = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length)
      const draws = 20_000
      const c = cugTest(network, name, { condition: 'ties', replications: draws, seed: 1 })
      expect(c.observed).toBe(asFunction[name](network))
      expect(Math.abs(c.mean - mean)).toBeLessThan((4 * sd) / Math.sqrt(draws))
      expect(Math.abs(c.sd / sd - 1)).toBeLessThan(0.03)
      expect(c.undefinedDraws / draws).toBeCloseTo(1 - values.length / 495, 2)
      const upper = (495 - values.length + values.filter(value => value >= c.observed).length) / 495
      expect(Math.abs(c.pUpper - upper)).toBeLessThan(4 * Math.sqrt((upper * (1 - upper)) / draws) + 1 / draws)
    }
  })
  test.each(['ties', 'size', 'dyad-census'] as const)(
    'given %s: the value and the law of the same function',
    condition => {
      for (const [network, layer, replications] of [
        [published('knoke_bureaucracies').network, 'money', 4000],
        [published('krackhardt_hightech').network, 'friendship', 1000],
      ] as const)
        for (const name of names) {
          const options = { condition, layer, replications, seed: 1 }
          if (name === 'reciprocity' && condition === 'dyad-census') {
            expect(codeOf(() => cugTest(network, name, options))).toBe('DEGENERATE_TEST')
            continue
          }
          const made = cugTest(network, asFunction[name], options)
          const drawn = cugTest(network, name, options)
          expect(drawn.observed).toBe(made.observed)
          expect(Math.abs(drawn.mean - made.mean)).toBeLessThan(5 * made.sd * Math.sqrt(2 / replications))
          if (name !== 'krackhardt-hierarchy') expect(Math.abs(drawn.sd / made.sd - 1)).toBeLessThan(0.15)
          expect(Math.abs(drawn.pUpper - made.pUpper)).toBeLessThan(0.05)
        }
    },
  )
  test('many actors with few ties are walked along, to the same law: 1,500 actors, 1,500 ties', () => {
    const count = 1500
    const source = Array.from({ length: count }, (_, i) => i)
    const ring = snapshotFrom({ count, source, target: source.map(i => (i + 1) % count) })
    for (const condition of ['ties', 'dyad-census'] as const) {
      const c = cugTest(ring, 'transitivity', { condition, replications: 300, seed: 1 })
      expect(c.observed).toBe(0)
      // A path is closed with the chance of any tie.
      expect(Math.abs(c.mean - 1500 / (1500 * 1499))).toBeLessThan(4 * c.sd * Math.sqrt(1 / 300))
      expect(cugTest(ring, 'krackhardt-hierarchy', { condition, replications: 30, seed: 1 }).mean).toBeGreaterThan(0.9)
    }
  })
  test('same bits in any block; a name that is none; values do not matter', () => {
    const options = { condition: 'dyad-census', replications: 300, seed: 1 } as const
    for (const condition of ['ties', 'size', 'dyad-census'] as const) {
      const plan = cugTestPlan(golden(), 'transitivity', { ...options, condition })
      const whole = new Float64Array(300)
      plan.draw(0, 300, whole)
      const part = new Float64Array(100)
      plan.draw(70, 170, part)
      expect([...part]).toEqual([...whole.subarray(70, 170)])
    }
    expect(codeOf(() => cugTest(golden(), 'transitive' as never, options))).toBe('INVALID_OPTION')
    expect(cugTest(golden(), 'transitivity', options)).toEqual(cugTest(golden(), 'transitivity', { ...options, layer }))
    const pair = snapshotFrom({ count: 3, source: [0], target: [1] })
    expect(codeOf(() => cugTest(pair, 'transitivity', options))).toBe('DEGENERATE_TEST')
  })
})

describe('dyadFlipTest', () => {
  test('seven dyads: 24 of 128 patterns have an incoherence as low as .4327', () => {
    const d = dyadFlipTest(golden(), incoherence, { seed: 3, replications: 5000 })
    expect(d.observed).toBeCloseTo(0.432697267, 8)
    expect(d).toMatchObject({ exact: true, draws: 128, counts: { lower: 24 } })
    expect(d.mean).toBeCloseTo(0.607586958, 8)
  })
  test('each drawn network has the same pairs and dyad totals, and sound in rows', () => {
    const check = (x: Snapshot) => {
      const { graph } = x
      for (let p = 0; p < graph.size; p++) {
        const k = graph.inToOut[p]!
        const v = graph.outTargets[k]!
        expect(p >= graph.inOffsets[v]! && p < graph.inOffsets[v + 1]!).toBe(true)
        expect(k >= graph.outOffsets[graph.inSources[p]!]! && k < graph.outOffsets[graph.inSources[p]! + 1]!).toBe(true)
      }
      expect(dyadCensus(x)).toEqual({ mutual: 2, asymmetric: 5, absent: 8 })
      return incoherence(x)
    }
    dyadFlipTest(golden(), check, { seed: 1 })
  })
  test('asymmetry does not depend on direction: refused', () => {
    expect(codeOf(() => dyadFlipTest(golden(), x => asymmetry(x, { layer }), { seed: 1 }))).toBe('DEGENERATE_TEST')
  })
  test('more than 12 dyads are sampled', () => {
    const { network } = published('rhesus_grooming')
    const grooming = (x: Snapshot) => hierarchy(x, { layer: 'grooming' }).incoherence
    expect(dyadFlipTest(network, grooming, { seed: 1, replications: 20 })).toMatchObject({ exact: false, draws: 20 })
  })
})

describe('weightShuffleTest', () => {
  test('3 and 1 in a dyad beside a one-way 2: six orders by hand', () => {
    // min / total of the dyad: {3,1} 2/6, {3,2} 4/6, {1,2} 2/6; each pair in two orders.
    const network = snapshotFrom({ count: 3, source: [0, 1, 0], target: [1, 0, 2], resources: [3, 1, 2] })
    const w = weightShuffleTest(network, weighted, { layer, seed: 1 })
    expect(w).toMatchObject({ exact: true, draws: 6, counts: { lower: 4, upper: 6 } })
    expect(w.mean).toBeCloseTo(8 / 18, 12)
  })
  test('equal weights, or a statistic of ties alone, cannot vary', () => {
    const layer = 'power'
    const options = { layer, seed: 1 }
    expect(codeOf(() => weightShuffleTest(golden(), x => reciprocity(x, { layer }).weighted, options))).toBe(
      'DEGENERATE_TEST',
    )
    expect(codeOf(() => weightShuffleTest(golden(), edgewise, { layer: 'resources', seed: 1 }))).toBe('DEGENERATE_TEST')
  })
})

describe('strengthTest', () => {
  test('every drawn network keeps all strengths', () => {
    const outs = [14, 9, 10, 2, 1, 0]
    const ins = [3, 8, 12, 5, 7, 1]
    const kept = (x: Snapshot) => {
      strength(x, { layer, direction: 'out' }).values.forEach((v, i) => {
        expect(v).toBeCloseTo(outs[i]!, 9)
      })
      strength(x, { layer, direction: 'in' }).values.forEach((v, i) => {
        expect(v).toBeCloseTo(ins[i]!, 9)
      })
      return weighted(x)
    }
    const s = strengthTest(golden(), kept, { layer, seed: 1, replications: 200 })
    expect(s.rho).toBeCloseTo((s.observed - s.mean) / (1 - s.mean), 12)
  })
  test('three actors, all strengths 1: one number a in [0, 1] is free, and r = 2 min(a, 1 − a), ½ on average', () => {
    const source = [0, 1, 2, 1, 2, 0]
    const target = [1, 2, 0, 0, 1, 2]
    const ring = snapshotFrom({ count: 3, source, target, resources: [0.9, 0.9, 0.9, 0.1, 0.1, 0.1] })
    const s = strengthTest(ring, weighted, { layer, seed: 1, replications: 2000 })
    expect(s.observed).toBeCloseTo(0.2, 12)
    expect(Math.abs(s.mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 2000))
    expect(Math.abs(s.pLower - 0.2)).toBeLessThan(4 * Math.sqrt(0.16 / 2000))
  })
  test('strengths themselves cannot vary', () => {
    const first = (x: Snapshot) => strength(x, { layer, direction: 'out' }).values[0]!
    expect(codeOf(() => strengthTest(golden(), first, { layer, seed: 1, replications: 20 }))).toBe('DEGENERATE_TEST')
  })
})

const range9 = Array.from({ length: 9 }, (_, i) => i)

describe('groupLabelTest', () => {
  const group = 'sector'
  const between = (x: Snapshot) => inequality(x, { layer: 'power', direction: 'out', group }).between
  const network = (sector: string[]) =>
    snapshotFrom({ count: 4, source: [0, 0, 1], target: [2, 3, 3], power: [1, 1, 1], attributes: { sector } })
  test('two who give, two who do not: 8 of 24 orders part them so', () => {
    const g = groupLabelTest(network(['gov', 'gov', 'res', 'res']), between, { group, seed: 1 })
    expect(g).toMatchObject({ exact: true, draws: 24, counts: { upper: 8 } })
  })
  test('nine actors are drawn: three who give among nine, 1 of 84 parts them so', () => {
    const sector = range9.map(i => (i < 3 ? 'gov' : 'res'))
    const nine = snapshotFrom({
      count: 9,
      source: [0, 1, 2],
      target: [3, 4, 5],
      power: [1, 1, 1],
      attributes: { sector },
    })
    const g = groupLabelTest(nine, between, { group, seed: 1, replications: 4000 })
    expect(g).toMatchObject({ exact: false, draws: 4000 })
    expect(Math.abs(g.pUpper - 1 / 84)).toBeLessThan(4 * Math.sqrt(1 / 84 / 4000))
  })
  test('an attribute that every actor has not', () => {
    const sector = [null, undefined, null, null] as never
    expect(codeOf(() => groupLabelTest(network(sector), between, { group, seed: 1 }))).toBe('UNKNOWN_ATTRIBUTE')
  })
  test('one group, or every actor its own, cannot vary; an attribute that is not there', () => {
    const run = (sector: string[]) => codeOf(() => groupLabelTest(network(sector), between, { group, seed: 1 }))
    expect(run(['a', 'a', 'a', 'a'])).toBe('DEGENERATE_TEST')
    expect(run(['a', 'b', 'c', 'd'])).toBe('DEGENERATE_TEST')
    expect(codeOf(() => groupLabelTest(golden(), mutual, { group: 'sektor', seed: 1 }))).toBe('UNKNOWN_ATTRIBUTE')
  })
})
