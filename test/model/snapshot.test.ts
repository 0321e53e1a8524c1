import fc from 'fast-check'
import { DirectedGraph, MultiDirectedGraph, UndirectedGraph } from 'graphology'
import { createNetwork, freeze, type RelationNetwork, snapshotFrom } from 'guanxi'
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
