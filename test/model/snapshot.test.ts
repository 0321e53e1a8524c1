import fc from 'fast-check'
import { DirectedGraph, MultiDirectedGraph, UndirectedGraph } from 'graphology'
import { createNetwork, freeze, GuanxiError, type NetworkLike, type RelationNetwork, snapshotFrom } from 'guanxi'
import { strength } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { drawnNetworks, toNetwork, toSnapshot } from '../helpers/networks.ts'

describe('by hand', () => {
  test('rows out and in, and a column a layer in the order of the out rows', () => {
    const { graph, layers } = snapshotFrom({ count: 3, source: [2, 0, 0], target: [0, 2, 1], power: [0.3, 0.2, 0.1] })
    expect([...graph.outOffsets]).toEqual([0, 2, 2, 3])
    expect([...graph.outTargets]).toEqual([1, 2, 0])
    expect([...graph.inOffsets]).toEqual([0, 1, 2, 3])
    expect([...graph.inSources]).toEqual([2, 0, 0])
    expect([...graph.inToOut]).toEqual([2, 0, 1])
    expect([...layers.get('power')!]).toEqual([0.1, 0.2, 0.3])
  })
  test('later changes of the network do not reach a snapshot', () => {
    const network = createNetwork({
      actors: [
        { id: 'a', kind: 'x' },
        { id: 'b', kind: 'x' },
      ],
      ties: [{ source: 'a', target: 'b', power: 0.5 }],
    })
    const snapshot = freeze(network)
    network.setEdgeAttribute(network.edge('a', 'b'), 'power', 1)
    expect(strength(snapshot, { layer: 'power', direction: 'out' }).get('a')).toBe(0.5)
  })
  test('attributes that are not all numbers are no layers', () => {
    const network = createNetwork({
      actors: ['a', 'b', 'c'].map(id => ({ id, kind: 'x' })),
      ties: [
        { source: 'a', target: 'b', hours: 3, note: 'x' },
        { source: 'b', target: 'c', hours: null, note: 4 },
      ],
    })
    const { layers } = freeze(network)
    expect([...layers.keys()].sort()).toEqual(['hours', 'power', 'resources', 'trust'])
    expect([...layers.get('hours')!]).toEqual([3, Number.NaN])
  })
})

describe('edges of the domain', () => {
  test('a graph that is not directed, or holds parallel ties, is refused', () => {
    expect(() => freeze(new UndirectedGraph() as unknown as RelationNetwork)).toThrow(
      expect.objectContaining({ code: 'INVALID_NETWORK' }),
    )
    const multi = new MultiDirectedGraph()
    multi.mergeNode('a')
    multi.mergeNode('b')
    multi.addEdge('a', 'b')
    multi.addEdge('a', 'b')
    expect(() => freeze(multi as unknown as RelationNetwork)).toThrow(
      expect.objectContaining({ code: 'INVALID_NETWORK' }),
    )
    expect(() => freeze(null as never)).toThrow(expect.objectContaining({ code: 'INVALID_NETWORK' }))
  })
  test('a layer with a text in it is refused with the tie named', () => {
    const graph = new DirectedGraph()
    graph.mergeNode('a')
    graph.mergeNode('b')
    graph.addEdge('a', 'b', { power: '0.5' })
    expect(() => freeze(graph as unknown as RelationNetwork)).toThrow(/power of the tie from "a" to "b"/)
  })
  test('arrays that do not fit together are refused with every fault', () => {
    const wrong = { count: 2, source: [0, 5, 0], target: [1, 0], power: [Infinity] }
    expect(() => snapshotFrom(wrong)).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        issues: [
          expect.objectContaining({ path: ['target'] }),
          expect.objectContaining({ path: ['source', 1] }),
          expect.objectContaining({ path: ['power'] }),
          expect.objectContaining({ path: ['power', 0] }),
        ],
      }),
    )
    expect(() => snapshotFrom({ count: 2, source: [0, 0], target: [1, 1] })).toThrow(
      expect.objectContaining({ code: 'INVALID_NETWORK' }),
    )
    expect(() => snapshotFrom({ ids: ['a', 'a'], source: [], target: [] })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
    expect(() => snapshotFrom({ count: 1, source: [], target: [], pwr: [] } as never)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_OPTION' }),
    )
  })
  test('self-ties are left out and counted', () => {
    expect(snapshotFrom({ count: 2, source: [0, 0], target: [0, 1] })).toMatchObject({
      selfTies: 1,
      graph: { size: 1 },
    })
  })
})

describe('arrays', () => {
  const sound = { ids: ['a', 'b'], source: [0], target: [1] }
  const faultsOf = (arrays: unknown) => {
    try {
      snapshotFrom(arrays as never)
    } catch (error) {
      if (!(error instanceof GuanxiError)) throw error
      return [error.code, ...error.issues.map(({ path }) => path.join('.'))]
    }
    return []
  }
  test('typed or not, with layers and attributes of their own', () => {
    const { ids, layers, attributes, graph } = snapshotFrom({
      ...sound,
      source: Uint32Array.of(0),
      trust: Float32Array.of(0.5),
      layers: { hours: [3] },
      attributes: { sector: ['gov', null] },
    })
    expect(ids).toEqual(['a', 'b'])
    expect([...layers.keys()].sort()).toEqual(['hours', 'trust'])
    expect([layers.get('hours')![0], layers.get('trust')![0]]).toEqual([3, 0.5])
    expect(attributes.get('sector')).toEqual(['gov', null])
    expect([...graph.outTargets]).toEqual([1])
  })
  test('without ids the actors are numbered, the same list each time', () => {
    const snapshot = snapshotFrom({ count: 3, source: [], target: [] })
    expect(snapshot.ids).toEqual(['0', '1', '2'])
    expect(snapshot.ids).toBe(snapshot.ids)
    expect(snapshotFrom({ count: 0, source: [], target: [] }).ids).toEqual([])
    expect(snapshotFrom({ ...sound, count: 2 }).ids).toEqual(['a', 'b'])
  })
  test.each([
    ['nothing', null],
    ['a text', 'arrays'],
    ['no source', { count: 2, target: [] }],
    ['no target', { count: 2, source: [] }],
    ['a number as a layer', { ...sound, power: 1 }],
    ['a text as ids', { ...sound, ids: 'ab' }],
    ['a view without entries', { ...sound, trust: new DataView(new ArrayBuffer(8)) }],
    ['a text as a layer of their own', { ...sound, layers: { hours: '3' } }],
    ['a text as an attribute', { ...sound, attributes: { sector: 'gc' } }],
    ['neither ids nor count', { source: [], target: [] }],
    ['half an actor', { count: 1.5, source: [], target: [] }],
    ['fewer than none', { count: -1, source: [], target: [] }],
    ['more than can be numbered', { count: 2 ** 32, source: [], target: [] }],
  ])('refuses %s', (_, arrays) => expect(faultsOf(arrays)).toEqual(['INVALID_OPTION']))
  test.each([
    ['another count than ids', { ...sound, count: 3 }, ['count']],
    ['an id twice', { ...sound, ids: ['a', 'a'] }, ['ids']],
    [
      'ends below, beside and beyond the actors',
      { ...sound, source: [-1, 0.5, 2], target: [1, 1, 1] },
      ['source.0', 'source.1', 'source.2'],
    ],
    ['no number as a value', { ...sound, power: ['1'] }, ['power.0']],
    ['endless values', { ...sound, power: [-Infinity], layers: { hours: [Infinity] } }, ['hours.0', 'power.0']],
    ['a layer too long', { ...sound, layers: { hours: [1, 2] } }, ['hours']],
    ['an attribute too short', { ...sound, attributes: { sector: ['gov'] } }, ['attributes.sector']],
  ])('names %s', (_, arrays, paths) => expect(faultsOf(arrays)).toEqual(['INVALID_OPTION', ...paths]))
  test.each([5, 6, 7, 8])('finds the one fault among %i entries, wherever it stands', length => {
    for (let k = 0; k < length; k++) {
      const zeros = {
        count: 2,
        source: new Int32Array(length),
        target: new Uint32Array(length),
        power: new Float64Array(length),
      }
      const withFault = (name: 'source' | 'target' | 'power', value: number) => {
        const column = zeros[name].slice()
        column[k] = value
        return { ...zeros, [name]: column }
      }
      for (const value of [Infinity, -Infinity])
        expect(faultsOf(withFault('power', value))).toEqual(['INVALID_OPTION', `power.${k}`])
      for (const value of [-1, 2])
        expect(faultsOf(withFault('source', value))).toEqual(['INVALID_OPTION', `source.${k}`])
      expect(faultsOf(withFault('target', 2))).toEqual(['INVALID_OPTION', `target.${k}`])
    }
  })
  test('names a hundred faults of a thousand', () =>
    expect(faultsOf({ ...sound, source: new Array(1000).fill(7), target: new Array(1000).fill(1) })).toHaveLength(101))
  test('unknown values are not refused', () =>
    expect(snapshotFrom({ ...sound, power: [Number.NaN] }).layers.get('power')![0]).toBeNaN())
})

describe('what every actor gives and gets, added up when a snapshot is made', () => {
  const sums = (network: NetworkLike) =>
    (['out', 'in', 'total'] as const).map(direction => [...strength(network, { layer: 'resources', direction }).values])
  test('is what its ties say', () => {
    fc.assert(
      fc.property(drawnNetworks(), drawn => {
        for (const snapshot of [toSnapshot(drawn), freeze(toNetwork(drawn))]) {
          const columns = [...snapshot.layers].map(([name, column]) => [name, column.slice()] as const)
          expect(sums(snapshot)).toEqual(sums({ ...snapshot, layers: new Map(columns) }))
        }
      }),
    )
  })
  test('counts for its own ties only', () => {
    const one = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2], resources: [1, 2] })
    const other = snapshotFrom({ count: 3, source: [2, 2], target: [0, 1], resources: [1, 2] })
    expect(sums({ ...other, layers: one.layers })).toEqual(sums(other))
    expect(sums(one)).toEqual([
      [1, 2, 0],
      [0, 1, 2],
      [1, 3, 2],
    ])
  })
  test('does not change with what is done to a result', () => {
    const snapshot = snapshotFrom({ count: 2, source: [0, 1], target: [1, 0], resources: [3, 1] })
    for (const direction of ['out', 'in', 'total'] as const)
      strength(snapshot, { layer: 'resources', direction }).values.fill(0)
    expect(sums(snapshot)).toEqual([
      [3, 1],
      [1, 3],
      [4, 4],
    ])
  })
})

describe('what a graph holds', () => {
  test('an attribute is undefined where an actor has none, and inherited names are none', () => {
    const graph = new DirectedGraph()
    graph.addNode('a', { sector: 'gov', constructor: 1 })
    graph.addNode('b', {})
    const { attributes } = freeze(graph as unknown as RelationNetwork)
    expect(attributes.get('sector')).toEqual(['gov', undefined])
    expect(attributes.get('constructor')).toEqual([1, undefined])
  })
  test('a value of infinity is refused, one of null or undefined is unknown', () => {
    const graph = new DirectedGraph()
    for (const id of ['a', 'b', 'c']) graph.addNode(id)
    graph.addEdge('a', 'b', { power: undefined, hours: 2 })
    graph.addEdge('b', 'c', { power: null })
    const { layers } = freeze(graph as unknown as RelationNetwork)
    expect([...layers.get('power')!]).toEqual([Number.NaN, Number.NaN])
    expect([...layers.get('hours')!]).toEqual([2, Number.NaN])
    graph.addEdge('c', 'a', { power: Infinity })
    expect(() => freeze(graph as unknown as RelationNetwork)).toThrow(
      expect.objectContaining({ code: 'INVALID_VALUE' }),
    )
  })
  test('what is no directed graph is named', () => {
    expect(() => freeze(new UndirectedGraph() as never)).toThrow(/got a graph of type "undirected"$/)
    expect(() => freeze(7 as never)).toThrow(/got 7$/)
    expect(() => freeze({} as never)).toThrow(/got an object$/)
    expect(() => strength(null as never, { layer: 'power' })).toThrow(
      expect.objectContaining({ code: 'INVALID_NETWORK' }),
    )
    expect(() => strength({ layers: [] } as never, { layer: 'power' })).toThrow(
      expect.objectContaining({ code: 'INVALID_NETWORK' }),
    )
  })
})

describe('laws', () => {
  test('a snapshot from arrays equals one from the network', () => {
    fc.assert(
      fc.property(drawnNetworks(), drawn => {
        const a = freeze(toNetwork(drawn))
        const b = toSnapshot(drawn)
        expect(b.graph).toEqual(a.graph)
        expect(b.layers.get('resources')).toEqual(a.layers.get('resources'))
      }),
      { seed: 3, numRuns: 200 },
    )
  })
  test('the in rows name the same arcs as the out rows', () => {
    fc.assert(
      fc.property(drawnNetworks(), drawn => {
        const { graph } = toSnapshot(drawn)
        for (let t = 0; t < graph.order; t++)
          for (let p = graph.inOffsets[t]!; p < graph.inOffsets[t + 1]!; p++) {
            const k = graph.inToOut[p]!
            const s = graph.inSources[p]!
            expect(graph.outTargets[k]).toBe(t)
            expect(k >= graph.outOffsets[s]! && k < graph.outOffsets[s + 1]!).toBe(true)
          }
      }),
      { seed: 4, numRuns: 200 },
    )
  })
})

describe('size', () => {
  test('three layers are held in under 64 bytes a tie', () => {
    const count = 1000
    const size = 20_000
    const source = Uint32Array.from({ length: size }, (_, k) => k % count)
    const target = Uint32Array.from({ length: size }, (_, k) => (k + 1 + Math.floor(k / count)) % count)
    const ones = new Float64Array(size).fill(1)
    const { graph, layers } = snapshotFrom({ count, source, target, power: ones, resources: ones, trust: ones })
    const arrays = [
      graph.outOffsets,
      graph.outTargets,
      graph.inOffsets,
      graph.inSources,
      graph.inToOut,
      ...layers.values(),
    ]
    expect(arrays.reduce((bytes, array) => bytes + array.byteLength, 0) / size).toBeLessThan(64)
  })
})
