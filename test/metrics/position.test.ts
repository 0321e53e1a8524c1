import fc from 'fast-check'
import { type NetworkLike, snapshotFrom } from 'guanxi'
import {
  actorTriads,
  brokerage,
  components,
  coreness,
  corePeriphery,
  eiIndex,
  embeddedness,
  embeddingAsymmetry,
  kCores,
  simmelianTies,
  structuralHoles,
  triadCensus,
} from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import {
  actorsNamed,
  type Drawn,
  drawnNetworks,
  fromArcs,
  golden,
  toNetwork,
  toSnapshot,
  transposed,
} from '../helpers/networks.ts'

const layer = { layer: 'resources' }
const group = { group: 'sector' }
const none = () => fromArcs([], [])
const alone = () => fromArcs([], actorsNamed('a'))
const untied = () => fromArcs([], actorsNamed('a', 'b', 'c'))
const mutual = () => snapshotFrom({ count: 2, source: [0, 1], target: [1, 0] })
const circle = () => snapshotFrom({ count: 3, source: [0, 1, 2], target: [1, 2, 0] })

/** 0/1 and weight matrices, for definitions on the full matrix. */
function matrices({ count, arcs }: Drawn): { a: number[][]; w: number[][] } {
  const a = Array.from({ length: count }, () => new Array<number>(count).fill(0))
  const w = a.map(row => row.slice())
  for (const [s, t, weight] of arcs) {
    if (s === t) continue
    a[s]![t] = 1
    w[s]![t] = weight
  }
  return { a, w }
}
const sum = (values: readonly number[]) => values.reduce((x, y) => x + y, 0)
const range = (n: number) => Array.from({ length: n }, (_, i) => i)

describe('triads', () => {
  test('golden network', () => {
    const counts = [3, 5, 3, 0, 0, 3, 2, 2, 1, 0, 0, 0, 1, 0, 0, 0]
    const census = triadCensus(golden())
    const names = ['003', '012', '102', '021D', '021U', '021C', '111D', '111U', '030T', '030C', '201', '120D', '120U', '120C', '210', '300'] as const // biome-ignore format: a row
    expect(names.map(name => census[name])).toEqual(counts)
  })
  test('each class by its own triad', () => {
    const both = (a: number, b: number) => [[a, b], [b, a]] as [number, number][] // biome-ignore format: a row
    const samples: Record<string, [number, number][]> = {
      '003': [],
      '012': [[0, 1]],
      '102': both(0, 1),
      '021D': [[1, 0], [1, 2]],
      '021U': [[0, 1], [2, 1]],
      '021C': [[0, 1], [1, 2]],
      '111D': [...both(0, 1), [2, 1]],
      '111U': [...both(0, 1), [1, 2]],
      '030T': [[0, 1], [1, 2], [0, 2]],
      '030C': [[0, 1], [1, 2], [2, 0]],
      '201': [...both(0, 1), ...both(1, 2)],
      '120D': [...both(0, 2), [1, 0], [1, 2]],
      '120U': [...both(0, 2), [0, 1], [2, 1]],
      '120C': [...both(0, 2), [0, 1], [1, 2]],
      '210': [...both(0, 2), ...both(1, 2), [0, 1]],
      '300': [...both(0, 2), ...both(1, 2), ...both(0, 1)],
    } // biome-ignore format: a class a row
    for (const [name, ties] of Object.entries(samples)) {
      const found = triadCensus(snapshotFrom({ count: 3, source: ties.map(t => t[0]), target: ties.map(t => t[1]) }))
      expect(Object.entries(found).filter(([, count]) => count > 0)).toEqual([[name, 1]])
    }
  })
  test('below three actors there are none', () => {
    for (const network of [none(), alone(), mutual()]) expect(sum(Object.values(triadCensus(network)))).toBe(0)
  })
  test('an actor is in as many triads of a class as its network has with it and not without it', () =>
    fc.assert(
      fc.property(drawnNetworks({ minActors: 3 }), drawn => {
        const whole = triadCensus(toSnapshot(drawn))
        const last = drawn.count - 1
        const without = triadCensus(
          toSnapshot({
            ...drawn,
            count: last,
            arcs: drawn.arcs.filter(([s, t]) => s !== last && t !== last),
            sectors: drawn.sectors.slice(0, last),
          }),
        )
        const own = actorTriads(toSnapshot(drawn))
        for (const name of Object.keys(whole) as (keyof typeof whole)[])
          expect(own[name].values[last]).toBe(whole[name] - without[name])
        expect(sum(Object.values(whole))).toBe((drawn.count * last * (last - 1)) / 6)
      }),
      { numRuns: 300, seed: 9 },
    ))
  test('turning the ties round swaps D and U', () =>
    fc.assert(
      fc.property(drawnNetworks(), drawn => {
        const swapped = Object.entries(triadCensus(toSnapshot(transposed(drawn)))).map(([name, count]) => [
          name.endsWith('D') ? name.replace('D', 'U') : name.replace('U', 'D'),
          count,
        ])
        expect(Object.fromEntries(swapped)).toEqual(triadCensus(toSnapshot(drawn)))
      }),
      { numRuns: 200, seed: 1 },
    ))
  describe('laws', () => {
    obeysLaws(network => triadCensus(network), { zeroIsTie: true })
    obeysLaws(network => actorTriads(network), { zeroIsTie: true })
    obeysLaws(network => triadCensus(network, { ...layer, threshold: 1 }), {})
  })
})

describe('structural holes', () => {
  test('golden network', () => {
    const expected = [0.787778, 0.6425, 0.4725, 1, 0.444722, 1]
    const weighted = [0.761065, 0.823712, 0.487779, 1, 0.615471, 1]
    const burt = [0.079708, 0.285, 0.048377, 1, 0.424366, 1]
    expected.forEach((value, i) => {
      expect(structuralHoles(golden()).constraint.values[i]).toBeCloseTo(value, 6)
      expect(structuralHoles(golden(), layer).constraint.values[i]).toBeCloseTo(weighted[i]!, 6)
      expect(structuralHoles(golden(), layer).hierarchy.values[i]).toBeCloseTo(burt[i]!, 6)
    })
  })
  test('no contacts: null, with the reason', () => {
    const { constraint, effectiveSize, efficiency, hierarchy } = structuralHoles(untied())
    for (const scores of [constraint, effectiveSize, efficiency, hierarchy]) {
      expect(scores.toJSON().map(([, value]) => value)).toEqual([null, null, null])
      expect(scores.reason).toBe('an actor without contacts')
    }
    expect(structuralHoles(mutual()).constraint.toJSON()).toEqual([
      ['0', 1],
      ['1', 1],
    ])
  })
  test('constraint and effective size by their formulas on the full matrix', () =>
    fc.assert(
      fc.property(drawnNetworks(), drawn => {
        const { w } = matrices(drawn)
        const n = drawn.count
        const both = range(n).map(i => range(n).map(j => w[i]![j]! + w[j]![i]!))
        const found = structuralHoles(toSnapshot(drawn), layer)
        for (const i of range(n)) {
          const total = sum(both[i]!)
          if (total === 0) {
            expect(found.constraint.toJSON()[i]![1]).toBeNull()
            continue
          }
          const p = (a: number, b: number) => both[a]![b]! / sum(both[a]!)
          const contacts = range(n).filter(j => both[i]![j]! > 0)
          const constraint = contacts.map(
            j => (p(i, j) + sum(contacts.filter(q => q !== j).map(q => p(i, q) * p(q, j)))) ** 2,
          )
          const size = contacts.map(
            j => 1 - sum(contacts.filter(q => q !== j).map(q => (p(i, q) * both[j]![q]!) / Math.max(...both[j]!))),
          )
          expect(found.constraint.values[i]).toBeCloseTo(sum(constraint), 10)
          expect(found.effectiveSize.values[i]).toBeCloseTo(sum(size), 10)
          expect(found.efficiency.values[i]).toBeCloseTo(sum(size) / contacts.length, 10)
          const x = constraint.map(c => (c * contacts.length) / sum(constraint))
          const burt =
            contacts.length === 1 ? 1 : sum(x.map(v => v * Math.log(v))) / (contacts.length * Math.log(contacts.length))
          expect(found.hierarchy.values[i]).toBeCloseTo(burt, 9)
        }
      }),
      { numRuns: 200, seed: 2 },
    ))
  describe('laws', () => {
    obeysLaws(network => structuralHoles(network, layer), { underScaling: 'same', underTransposition: 'same' })
    obeysLaws(network => structuralHoles(network, layer).constraint, { range: [0, 2] })
    obeysLaws(network => structuralHoles(network, layer).hierarchy, { range: [0, 1] })
  })
})

describe('brokerage', () => {
  test('golden network, by sector', () => {
    const rows = brokerage(golden(), group)
    const column = (role: 'coordinator' | 'itinerant' | 'gatekeeper' | 'representative' | 'liaison' | 'total') =>
      rows.map(row => row[role])
    expect(sum(column('total'))).toBe(7)
    expect([
      sum(column('coordinator')),
      sum(column('itinerant')),
      sum(column('representative')),
      sum(column('gatekeeper')),
      sum(column('liaison')),
    ]).toEqual([0, 0, 2, 2, 3])
  })
  test('an actor without a group, an attribute that nobody has', () => {
    expect(() => brokerage(golden(), { group: 'region' })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_ATTRIBUTE' }),
    )
    expect(() => brokerage(golden(), {} as never)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    expect(brokerage(none(), group)).toEqual([])
  })
  test('one group of one: no mean, no sd, z null', () => {
    const [row] = brokerage(snapshotFrom({ count: 1, source: [], target: [], attributes: { sector: ['gov'] } }), group)
    expect(row).toMatchObject({ total: 0, mean: { total: 0 }, sd: { total: 0 }, z: { total: null } })
  })
  test('mean and sd by all 4,096 networks of four actors, weighed by the density of 5 ties', () => {
    const sectors = ['gov', 'gov', 'com', 'org']
    const cells = range(4).flatMap(i => range(4).flatMap(j => (i === j ? [] : [[i, j] as const])))
    const rowsOf = (ties: readonly (readonly [number, number])[]) =>
      brokerage(
        snapshotFrom({
          count: 4,
          source: ties.map(([i]) => i),
          target: ties.map(([, j]) => j),
          attributes: { sector: sectors },
        }),
        group,
      )
    const expected = rowsOf(cells.slice(0, 5))
    const density = 5 / 12
    const names = ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison', 'total'] as const
    const sums = expected.map(() => new Map(names.map(name => [name, { first: 0, second: 0 }])))
    for (let bits = 0; bits < 4096; bits++) {
      const ties = cells.filter((_, k) => (bits >> k) & 1)
      const chance = density ** ties.length * (1 - density) ** (12 - ties.length)
      rowsOf(ties).forEach((row, i) => {
        for (const name of names) {
          const sum = sums[i]!.get(name)!
          sum.first += chance * row[name]
          sum.second += chance * row[name] ** 2
        }
      })
    }
    expected.forEach((row, i) => {
      for (const name of names) {
        const { first, second } = sums[i]!.get(name)!
        expect(row.mean[name], `mean ${name} of ${i}`).toBeCloseTo(first, 9)
        expect(row.sd[name], `sd ${name} of ${i}`).toBeCloseTo(Math.sqrt(Math.max(0, second - first ** 2)), 6)
      }
    })
  })
  test('roles by their definition, over all triples', () =>
    fc.assert(
      fc.property(drawnNetworks(), drawn => {
        const { a } = matrices(drawn)
        const rows = brokerage(toSnapshot(drawn), group)
        for (const b of range(drawn.count)) {
          const counts = { coordinator: 0, itinerant: 0, gatekeeper: 0, representative: 0, liaison: 0 }
          for (const i of range(drawn.count))
            for (const k of range(drawn.count)) {
              if (i === k || !a[i]![b] || !a[b]![k] || a[i]![k]) continue
              const [x, y, z] = [drawn.sectors[i], drawn.sectors[b], drawn.sectors[k]]
              if (x === y && y === z) counts.coordinator++
              else if (x === z) counts.itinerant++
              else if (y === z) counts.gatekeeper++
              else if (x === y) counts.representative++
              else counts.liaison++
            }
          expect(rows[b]).toMatchObject(counts)
        }
      }),
      { numRuns: 300, seed: 4 },
    ))
})

describe('Simmelian ties', () => {
  test('two circles of mutual ties that share a pair: the shared pair has two cliques', () => {
    const pairs = [[0, 1], [1, 2], [2, 0], [1, 3], [3, 0], [3, 4]] // biome-ignore format: a row
    const network = snapshotFrom({ count: 5, source: pairs.flat(), target: pairs.flatMap(([a, b]) => [b!, a!]) })
    const { ties, mutual: all, share, perActor } = simmelianTies(network)
    expect(ties.find(tie => tie.a === '0' && tie.b === '1')?.cliques).toBe(2)
    expect([ties.length, all, share]).toEqual([5, 6, 5 / 6])
    expect([...perActor.values]).toEqual([3, 3, 2, 2, 0])
  })
  test('a circle of one-way ties has none; no mutual pair: null', () => {
    expect(simmelianTies(circle())).toMatchObject({ ties: [], mutual: 0, share: null })
    expect(simmelianTies(none())).toMatchObject({ ties: [], share: null })
  })
  describe('laws', () =>
    obeysLaws(
      network => {
        const { share, perActor } = simmelianTies(network)
        return { share, perActor }
      },
      { zeroIsTie: true },
    ))
})

describe('embeddedness and embedding asymmetry', () => {
  test('counts over all third actors', () =>
    fc.assert(
      fc.property(drawnNetworks(), drawn => {
        const { a } = matrices(drawn)
        const n = drawn.count
        const rows = embeddedness(toSnapshot(drawn))
        const tied = (i: number, j: number) => a[i]![j]! + a[j]![i]! > 0
        expect(rows.length).toBe(sum(range(n).map(i => range(n).filter(j => j > i && tied(i, j)).length)))
        for (const row of rows) {
          const i = Number(row.a.slice(1))
          const j = Number(row.b.slice(1))
          const count = (test: (k: number) => number | boolean) =>
            range(n).filter(k => k !== i && k !== j && test(k)).length
          expect(row).toMatchObject({
            shared: count(k => tied(i, k) && tied(j, k)),
            aToB: count(k => a[i]![k]! * a[k]![j]!),
            bToA: count(k => a[j]![k]! * a[k]![i]!),
            receivers: count(k => a[i]![k]! * a[j]![k]!),
            givers: count(k => a[k]![i]! * a[k]![j]!),
          })
          const any = count(k => tied(i, k) || tied(j, k))
          expect(row.overlap).toBe(any > 0 ? row.shared / any : null)
        }
      }),
      { numRuns: 200, seed: 6 },
    ))
  test('embedding by its formula', () =>
    fc.assert(
      fc.property(drawnNetworks(), drawn => {
        const { w } = matrices(drawn)
        const both = range(drawn.count).map(i => range(drawn.count).map(j => w[i]![j]! + w[j]![i]!))
        const inside = (i: number, j: number) =>
          sum(
            range(drawn.count)
              .filter(k => k === j || both[j]![k]! > 0)
              .map(k => both[i]![k]!),
          ) / sum(both[i]!)
        for (const row of embeddingAsymmetry(toSnapshot(drawn), layer)) {
          const i = Number(row.a.slice(1))
          const j = Number(row.b.slice(1))
          expect(row.aInB).toBeCloseTo(inside(i, j), 10)
          expect(row.bInA).toBeCloseTo(inside(j, i), 10)
          expect(row.asymmetry).toBe(row.aInB - row.bInA)
        }
      }),
      { numRuns: 200, seed: 8 },
    ))
  test('nothing tied: no rows', () => {
    expect(embeddedness(untied())).toEqual([])
    expect(embeddingAsymmetry(none())).toEqual([])
  })
})

describe('E–I index', () => {
  test('golden network: 5 of 9 ties leave their sector', () => {
    const found = eiIndex(golden(), group)
    expect([found.external, found.internal]).toEqual([5, 4])
    expect(found.index).toBeCloseTo(1 / 9, 14)
    expect(found.expected).toBeCloseTo((26 - 4) / 30, 14)
    expect(found.rescaled).toBeCloseTo((5 / 26 - 1) / (5 / 26 + 1), 14)
    expect(found.groups[0]).toEqual({ group: 'gov', actors: 2, index: (3 - 2) / 5 })
    expect(found.perActor.get('1')).toBeCloseTo((1 - 2) / 3, 14)
  })
  test('no ties, no actors: null', () => {
    const empty = snapshotFrom({ count: 2, source: [], target: [], attributes: { sector: ['a', 'b'] } })
    expect(eiIndex(empty, group)).toMatchObject({ index: null, expected: 1, rescaled: null })
    expect(eiIndex(none(), group)).toMatchObject({ index: null, expected: null, rescaled: null, groups: [] })
  })
  describe('laws', () =>
    obeysLaws(
      (network: NetworkLike) => {
        const { index, expected, rescaled, perActor } = eiIndex(network, { ...layer, ...group })
        return { index, expected, rescaled, perActor }
      },
      { minActors: 1, range: [-1, 1], underScaling: 'same', underTransposition: 'same' },
    ))
})

describe('cores and components', () => {
  test('core numbers by taking actors away one at a time', () =>
    fc.assert(
      fc.property(drawnNetworks(), drawn => {
        const { a } = matrices(drawn)
        for (const direction of ['out', 'in', 'total'] as const) {
          const degree = (i: number, left: Set<number>) =>
            sum([...left].map(j => (direction === 'in' ? 0 : a[i]![j]!) + (direction === 'out' ? 0 : a[j]![i]!)))
          const core = new Array<number>(drawn.count).fill(0)
          for (let k = 1; k <= 2 * drawn.count; k++) {
            const left = new Set(range(drawn.count))
            for (let gone = true; gone; ) {
              gone = false
              for (const i of left)
                if (degree(i, left) < k) {
                  left.delete(i)
                  gone = true
                }
            }
            for (const i of left) core[i] = k
          }
          expect([...kCores(toSnapshot(drawn), { direction }).values]).toEqual(core)
        }
      }),
      { numRuns: 200, seed: 12 },
    ))
  test('components by walking', () =>
    fc.assert(
      fc.property(drawnNetworks({ maxActors: 12 }), drawn => {
        const { a } = matrices(drawn)
        const n = drawn.count
        for (const kind of ['weak', 'strong'] as const) {
          const reach = range(n).map(i =>
            range(n).map(j => i === j || a[i]![j]! > 0 || (kind === 'weak' && a[j]![i]! > 0)),
          )
          for (const k of range(n))
            for (const i of range(n)) for (const j of range(n)) reach[i]![j] ||= reach[i]![k]! && reach[k]![j]!
          const { membership, sizes, count } = components(toNetwork(drawn), { kind })
          expect(count).toBe(sizes.length)
          expect(sum([...sizes])).toBe(n)
          for (const i of range(n))
            for (const j of range(n))
              expect(membership.values[i] === membership.values[j]).toBe(reach[i]![j]! && reach[j]![i]!)
          // numbered in the order of first actors
          const firsts = [...new Set(membership.values)]
          expect(firsts).toEqual(range(count))
        }
      }),
      { numRuns: 300, seed: 13 },
    ))
  test('a path of 200,000 actors overflows no stack', () => {
    const n = 200_000
    const source = Uint32Array.from({ length: n - 1 }, (_, i) => i)
    const path = snapshotFrom({ count: n, source, target: source.map(i => i + 1) })
    expect(components(path).count).toBe(1)
    expect(components(path, { kind: 'strong' }).count).toBe(n)
    expect(kCores(path).values[5]).toBe(1)
  })
  test('no actors', () => {
    expect(components(none())).toMatchObject({ count: 0, sizes: [] })
    expect(kCores(none()).values.length).toBe(0)
  })
})

describe('core and periphery', () => {
  test('densities say which way: a and b give to all, nobody gives back to them', () => {
    const arcs = ['ab', 'ba', 'ac', 'ad', 'bc', 'bd'].map(([from, to]) => [from!, to!, 1] as const)
    const { core, density } = corePeriphery(fromArcs(arcs, actorsNamed('a', 'b', 'c', 'd')))
    expect(core).toEqual(['a', 'b'])
    expect(density).toEqual({ core: 1, coreToPeriphery: 1, peripheryToCore: 0, periphery: 0 })
  })
  /** Pearson's correlation over ordered pairs, for every division. */
  function best(drawn: Drawn, between: 'ignored' | 'tied' | 'absent'): number | null {
    const { w } = matrices(drawn)
    const n = drawn.count
    let top = Number.NaN
    for (let code = 0; code < 2 ** n; code++) {
      const x: number[] = []
      const y: number[] = []
      for (const i of range(n))
        for (const j of range(n)) {
          const inside = ((code >> i) & 1) + ((code >> j) & 1)
          if (i === j || (inside === 1 && between === 'ignored')) continue
          x.push(w[i]![j]!)
          y.push(inside === 2 || (inside === 1 && between === 'tied') ? 1 : 0)
        }
      const mx = sum(x) / x.length
      const my = sum(y) / y.length
      const xx = sum(x.map(v => (v - mx) ** 2))
      const yy = sum(y.map(v => (v - my) ** 2))
      if (!(xx > 1e-9) || !(yy > 0)) continue
      const r = sum(x.map((v, k) => (v - mx) * (y[k]! - my))) / Math.sqrt(xx * yy)
      if (!(r <= top)) top = r
    }
    return Number.isNaN(top) ? null : top
  }
  for (const between of ['ignored', 'tied', 'absent'] as const)
    test(`the best of all divisions, between ${between}`, () =>
      fc.assert(
        fc.property(drawnNetworks({ maxActors: 6 }), drawn => {
          const found = corePeriphery(toSnapshot(drawn), { ...layer, between })
          const expected = best(drawn, between)
          expect(found.exact).toBe(true)
          if (expected === null) expect(found).toMatchObject({ correlation: null, core: [] })
          else expect(found.correlation).toBeCloseTo(expected, 6)
        }),
        { numRuns: 150, seed: 14 },
      ))
  test('a planted core of 8 among 40 is found whole', () => {
    const ties: [number, number][] = []
    for (let i = 0; i < 40; i++)
      for (let j = 0; j < 40; j++)
        if (i !== j && ((i % 5 === 0 && j % 5 === 0) || (i % 5 === 0 && (i + j) % 7 === 0))) ties.push([i, j])
    const network = snapshotFrom({ count: 40, source: ties.map(t => t[0]), target: ties.map(t => t[1]) })
    const found = corePeriphery(network)
    expect(found.core).toEqual(['0', '5', '10', '15', '20', '25', '30', '35'])
    expect(found).toMatchObject({ exact: false, density: { core: 1, peripheryToCore: 0, periphery: 0 } })
    expect(found.correlation).toBeCloseTo(1, 12)
  })
  test('no actors, one, no ties, all ties: null', () => {
    for (const network of [none(), alone(), untied(), mutual()])
      expect(corePeriphery(network)).toMatchObject({ core: [], correlation: null })
    expect(coreness(untied())).toMatchObject({ correlation: null, explained: null })
    expect(coreness(untied()).giving.reason).toBe('there are no ties')
  })
  test('coreness finds the vectors of a product', () => {
    const u = [1, 2, 3, 4, 5]
    const v = [3, 1, 4, 1, 5]
    const cells = range(25).filter(k => Math.floor(k / 5) !== k % 5)
    const network = snapshotFrom({
      count: 5,
      source: cells.map(k => Math.floor(k / 5)),
      target: cells.map(k => k % 5),
      resources: cells.map(k => u[Math.floor(k / 5)]! * v[k % 5]!),
    })
    const { giving, getting, correlation, explained } = coreness(network, layer)
    expect(explained).toBeCloseTo(1, 10)
    expect(correlation).toBeCloseTo(1, 10)
    expect(giving.values[4]! / giving.values[0]!).toBeCloseTo(5, 6)
    expect(getting.values[4]! / getting.values[1]!).toBeCloseTo(5, 6)
  })
  describe('laws', () => {
    obeysLaws(network => corePeriphery(network, layer).correlation, {
      range: [-1, 1],
      underScaling: 'same',
      underTransposition: 'same',
      relativeTolerance: 1e-8,
    })
    obeysLaws(network => coreness(network, layer).explained, {
      range: [0, 1],
      underScaling: 'same',
      relativeTolerance: 1e-5,
    })
  })
})
