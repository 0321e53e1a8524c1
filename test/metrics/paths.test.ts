import fc from 'fast-check'
import type { NetworkLike } from 'guanxi'
import { betweenness, centralization, closeness } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, drawnNetworks, fromArcs, golden, toNetwork } from '../helpers/networks.ts'

const layer = { layer: 'resources' }
const numbers = (scores: Iterable<[string, number | null]>) => [...scores].map(([, value]) => value)
const diamond = fromArcs(
  [
    ['a', 'b', 1],
    ['a', 'c', 1],
    ['b', 'd', 1],
    ['c', 'd', 2],
    ['d', 'e', 1],
  ],
  actorsNamed('a', 'b', 'c', 'd', 'e'),
)
const star = fromArcs(
  [
    ['a', 'b', 2],
    ['a', 'c', 2],
    ['a', 'd', 2],
  ],
  actorsNamed('a', 'b', 'c', 'd'),
)

/** By the definition: all simple paths of every pair, their lengths, and who is on the shortest. */
function slowBetweenness(network: NetworkLike, weighted: boolean): number[] {
  const arcs = new Map<string, [string, number][]>()
  const graph = network as ReturnType<typeof golden>
  graph.forEachNode(id => arcs.set(id, []))
  graph.forEachDirectedEdge((_, tie, s, t) => {
    if (s !== t && tie.resources! > 0) arcs.get(s)!.push([t, weighted ? 1 / tie.resources! : 1])
  })
  const sums = new Map(graph.nodes().map(id => [id, 0]))
  for (const s of graph.nodes()) {
    const found = new Map<string, { length: number; inner: string[] }[]>()
    const walk = (at: string, length: number, inner: string[], seen: string[]) => {
      for (const [next, step] of arcs.get(at)!) {
        if (seen.includes(next)) continue
        found.set(next, [...(found.get(next) ?? []), { length: length + step, inner }])
        walk(next, length + step, [...inner, next], [...seen, next])
      }
    }
    walk(s, 0, [], [s])
    for (const paths of found.values()) {
      const least = Math.min(...paths.map(({ length }) => length))
      const shortest = paths.filter(({ length }) => length <= least * (1 + 1e-10))
      for (const { inner } of shortest) for (const id of inner) sums.set(id, sums.get(id)! + 1 / shortest.length)
    }
  }
  return [...sums.values()]
}

describe('by hand', () => {
  test('betweenness of a diamond: b and c share a → d and a → e, d is on a, b, c → e', () => {
    expect(numbers(betweenness(diamond))).toEqual([0, 1, 1, 3, 0])
    expect(betweenness(diamond, { normalized: true }).get('d')).toBe(3 / 12)
  })
  test('weighted: the stronger way, 1 + ½ long, takes all', () =>
    expect(numbers(betweenness(diamond, layer))).toEqual([0, 0, 2, 3, 0]))
  test('weighted: a way back so short that it does not show is not a second path to b', () => {
    const network = fromArcs(
      [
        ['a', 'b', 1],
        ['b', 'c', 1e12],
        ['c', 'b', 1e12],
      ],
      actorsNamed('a', 'b', 'c'),
    )
    expect(numbers(betweenness(network, layer))).toEqual([0, 1, 0])
  })
  test('harmonic closeness of a: (1 + 1 + ½ + ⅓) / 4; of e nothing', () => {
    expect(closeness(diamond).get('a')).toBeCloseTo((2 + 1 / 2 + 1 / 3) / 4, 15)
    expect(closeness(diamond).get('e')).toBe(0)
    expect(closeness(diamond, { direction: 'in' }).get('b')).toBe(1 / 4)
  })
  test('classic and corrected closeness of b: reaches d and e at 1 + 2; 2/3, times 2/4', () => {
    expect(closeness(diamond, { form: 'classic' }).get('b')).toBe(2 / 3)
    expect(closeness(diamond, { form: 'classic' }).get('e')).toBeNull()
    expect(closeness(diamond, { form: 'corrected' }).get('b')).toBe(1 / 3)
    expect(closeness(diamond, { form: 'corrected' }).get('e')).toBe(0)
  })
  test('weighted closeness: a tie of 2 is half as long, (2 + 2 + 2) / 3', () =>
    expect(closeness(star, layer).get('a')).toBe(2))
  test('centralization of the star out of a: 1 by degree and closeness, 0 by betweenness', () => {
    expect(centralization(star, { of: 'degree', direction: 'out' })).toBe(1)
    expect(centralization(star, { of: 'degree', direction: 'out', ...layer })).toBe(1)
    expect(centralization(star, { of: 'closeness' })).toBe(1)
    expect(centralization(star, { of: 'betweenness' })).toBe(0)
    expect(centralization(star, { of: 'degree', direction: 'in' })).toBe((1 + 0 + 0 + 0) / 9)
  })
})

describe('edges of the domain', () => {
  const empty = fromArcs([], [])
  const one = fromArcs([], actorsNamed('a'))
  const pair = fromArcs([['a', 'b', 1]], actorsNamed('a', 'b'))
  test('no actors, one, two', () => {
    expect(numbers(betweenness(empty))).toEqual([])
    expect(numbers(closeness(empty))).toEqual([])
    expect(numbers(betweenness(one))).toEqual([0])
    expect(numbers(closeness(one))).toEqual([null])
    expect(numbers(closeness(one, { form: 'corrected' }))).toEqual([null])
    expect(numbers(betweenness(pair, { normalized: true }))).toEqual([null, null])
    expect(numbers(closeness(pair))).toEqual([1, 0])
  })
  test('centralization of no, one and two actors: null where nothing can stand out', () => {
    for (const network of [empty, one]) expect(centralization(network, { of: 'degree' })).toBeNull()
    expect(centralization(pair, { of: 'degree', direction: 'total' })).toBeNull()
    expect(centralization(pair, { of: 'betweenness' })).toBeNull()
    expect(centralization(pair, { of: 'degree' })).toBe(1)
  })
  test('options that do not go together', () => {
    for (const options of [
      {},
      { of: 'eigenvector' },
      { of: 'closeness', direction: 'total' },
      { of: 'closeness', layer: 'trust' },
    ])
      expect(() => centralization(golden(), options as never)).toThrow(
        expect.objectContaining({ code: 'INVALID_OPTION' }),
      )
  })
  test('more than 32 actors, and a long path: 40 in a row', () => {
    const ids = Array.from({ length: 40 }, (_, i) => `v${i}`)
    const row = fromArcs(
      ids.slice(1).map((id, i) => [ids[i]!, id, 1] as const),
      actorsNamed(...ids),
    )
    numbers(betweenness(row)).forEach((value, i) => {
      expect(value).toBe(i * (39 - i))
    })
    numbers(closeness(row, { form: 'classic' })).forEach((value, i) => {
      expect(value).toBe(i === 39 ? null : (39 - i) / (((39 - i) * (40 - i)) / 2))
    })
    expect(numbers(closeness(row, layer))).toEqual(numbers(closeness(row)).map(value => expect.closeTo(value!, 12)))
  })
})

describe('laws', () => {
  describe('betweenness', () =>
    obeysLaws(network => betweenness(network, layer), { underScaling: 'same', underTransposition: 'same' }))
  describe('normalized', () =>
    obeysLaws(network => betweenness(network, { normalized: true }), {
      range: [0, 1],
      zeroIsTie: true,
      underTransposition: 'same',
    }))
  for (const form of ['harmonic', 'classic', 'corrected'] as const) {
    describe(form, () =>
      obeysLaws(network => closeness(network, { form, direction: 'in' }), { range: [0, 1], zeroIsTie: true }),
    )
    describe(`${form}, weighted`, () =>
      obeysLaws(network => closeness(network, { form, ...layer }), { underScaling: 'scaled' }))
  }
  for (const of of ['degree', 'closeness', 'betweenness'] as const)
    describe(`centralization of ${of}`, () =>
      obeysLaws(network => centralization(network, { of }), { range: [0, 1], zeroIsTie: true }))
  describe('centralization of strength', () =>
    obeysLaws(network => centralization(network, { of: 'degree', direction: 'total', ...layer }), {
      range: [0, 1],
      underScaling: 'same',
      underTransposition: 'same',
    }))
})

describe('against others', () => {
  test('betweenness by its definition, on random networks', () =>
    fc.assert(
      fc.property(drawnNetworks({ maxActors: 6 }), drawn => {
        const network = toNetwork(drawn)
        const weighted = slowBetweenness(network, true)
        numbers(betweenness(network, layer)).forEach((value, i) => {
          expect(value).toBeCloseTo(weighted[i]!, 9)
        })
        network.forEachDirectedEdge((edge, tie) => {
          if (tie.resources === 0) network.dropEdge(edge)
        })
        const steps = slowBetweenness(network, false)
        numbers(betweenness(network)).forEach((value, i) => {
          expect(value).toBeCloseTo(steps[i]!, 9)
        })
      }),
      { numRuns: 200, seed: 3 },
    ))
  test('golden network: sna', () => {
    expect(centralization(golden(), { of: 'degree', direction: 'in' })).toBeCloseTo(0.36, 12)
    expect(centralization(golden(), { of: 'degree', direction: 'out' })).toBeCloseTo(0.36, 12)
    expect(centralization(golden(), { of: 'degree', direction: 'total' })).toBeCloseTo(0.3, 12)
  })
})
