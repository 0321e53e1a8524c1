import { DirectedGraph } from 'graphology'
import { createNetwork, type RelationNetwork, snapshotFrom } from 'guanxi'
import { layerCorrelation, multiplexity, multireciprocity, overlap, participation, reciprocity } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const two = { layers: ['resources', 'trust'] }
const swap = snapshotFrom({ count: 3, source: [0, 1], target: [1, 0], resources: [1, 0], trust: [0, 0.5] })

describe('by hand', () => {
  test('resources 1 one way, trust ½ back: 2 · ½ / 1½ across, nothing within', () => {
    expect(multireciprocity(swap, two).values).toEqual([
      [0, 2 / 3],
      [2 / 3, 0],
    ])
    expect(multiplexity(swap, two).values).toEqual([
      [1, 0],
      [0, 1],
    ])
  })
  test('correlation over the six pairs of three actors: means 1/6 and 1/12', () => {
    const { values, reversed } = layerCorrelation(swap, two)
    // deviations: 5/6 and −1/6 × 5; of trust half of that, elsewhere
    expect(values[0]![0]).toBeCloseTo(1, 15)
    expect(values[0]![1]).toBeCloseTo(-1 / 5, 15)
    expect(reversed[0]![1]).toBeCloseTo(1, 15)
    expect(reversed[0]![0]).toBeCloseTo(-1 / 5, 15)
  })
  test('of a graph only the layers that are compared are read', () => {
    const graph = new DirectedGraph()
    graph.addNode('a')
    graph.addNode('b')
    graph.addEdge('a', 'b', { power: 'much', resources: 1, trust: 2 })
    const network = graph as unknown as RelationNetwork
    for (const measure of [layerCorrelation, multireciprocity, multiplexity, overlap, participation]) {
      expect(() => measure(network, two)).not.toThrow()
      expect(() => measure(network, { layers: ['power', 'trust'] })).toThrow(
        'power of the tie from "a" to "b": expected a finite number or null, got "much"',
      )
      expect(() => measure(network)).toThrow(expect.objectContaining({ code: 'INVALID_VALUE' }))
    }
  })
  test('overlap: one tie on two layers, one on one; of four places three are filled', () => {
    const snapshot = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2], resources: [1, 5], trust: [0.2, 0] })
    const { counts, share, degree } = overlap(snapshot, two)
    expect(counts).toEqual([1, 1])
    expect(share).toBe(0.75)
    expect([...degree.values]).toEqual([2, 3, 1])
    const spread = participation(snapshot, two)
    expect(spread.get('0')).toBe(1)
    expect(spread.get('1')).toBeCloseTo(2 * (1 - (4 + 1) / 9), 15)
    expect(spread.get('2')).toBe(0)
    expect(participation(snapshot, { ...two, direction: 'out' }).get('2')).toBeNull()
    expect(participation(snapshot, { ...two, by: 'weight' }).get('0')).toBeCloseTo(2 * (1 - (1 + 0.04) / 1.44), 14)
  })
})

describe('edges of the domain', () => {
  const nulls = [
    [null, null],
    [null, null],
  ]
  test('no actors, no ties: null', () => {
    for (const network of [fromArcs([], []), fromArcs([], actorsNamed('a', 'b'))]) {
      expect(multireciprocity(network, two).values).toEqual(nulls)
      expect(multiplexity(network, two).values).toEqual(nulls)
      expect(layerCorrelation(network, two)).toEqual({ ...two, values: nulls, reversed: nulls })
      expect(overlap(network, two)).toMatchObject({ counts: [0, 0], share: null })
    }
    expect(multireciprocity(fromArcs([], [])).layers).toEqual(['power', 'resources', 'trust'])
  })
  test('fewer than two layers: participation is not defined', () => {
    const scores = participation(golden(), { layers: ['trust'] })
    expect([scores.get('1'), scores.reason]).toEqual([null, 'fewer than two layers'])
  })
  test('a layer that is the same for all pairs: no correlation', () => {
    const pair = snapshotFrom({ count: 2, source: [0, 1], target: [1, 0], power: [0.1, 0.1], trust: [1, 0] })
    expect(layerCorrelation(pair).values[0]).toEqual([null, null])
  })
  test('layers that are unknown everywhere are not taken by default', () =>
    expect(multiplexity(swap).layers).toEqual(['resources', 'trust']))
  test('unknown values: refused, skipped by dyad on all layers, or filled', () => {
    const network = createNetwork({
      actors: actorsNamed('a', 'b', 'c'),
      ties: [
        { source: 'a', target: 'b', resources: 1, trust: null },
        { source: 'b', target: 'a', resources: 1, trust: 1 },
        { source: 'b', target: 'c', resources: 1, trust: 0.5 },
      ],
    })
    expect(() => multiplexity(network, two)).toThrow(expect.objectContaining({ code: 'MISSING_VALUE' }))
    expect(multiplexity(network, { ...two, missing: 'skip' }).values[0]![1]).toBeCloseTo(1 / 1.5, 15)
    expect(multireciprocity(network, { ...two, missing: 'skip' }).values[0]![0]).toBe(0)
    expect(multiplexity(network, { ...two, missing: 1 }).values[0]![1]).toBeCloseTo(5 / 5.5, 15)
    expect(layerCorrelation(network, { ...two, missing: 'skip' }).values[0]![1]).toBeCloseTo(1, 14)
  })
  test('a skipped dyad is no pair: four are left, with (1, ½), (0, 1), (0, 0), (0, 0)', () => {
    const snapshot = snapshotFrom({
      count: 3,
      source: [0, 1, 2],
      target: [1, 2, 1],
      resources: [1, 1, 0],
      trust: [Number.NaN, 0.5, 1],
    })
    const expected = 0.125 / Math.sqrt(0.75 * 0.6875)
    expect(layerCorrelation(snapshot, { ...two, missing: 'skip' }).values[0]![1]).toBeCloseTo(expected, 14)
  })
  test('unknown or repeated layers', () => {
    expect(() => multiplexity(golden(), { layers: ['resorces'] })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_LAYER' }),
    )
    expect(() => multiplexity(golden(), { layers: ['trust', 'trust'] })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
  })
})

describe('laws', () => {
  describe('multireciprocity', () =>
    obeysLaws(network => multireciprocity(network, two).values, { range: [0, 1], underTransposition: 'same' }))
  describe('multiplexity', () =>
    obeysLaws(network => multiplexity(network, two).values, { range: [0, 1], underTransposition: 'same' }))
  describe('layerCorrelation', () =>
    obeysLaws(network => layerCorrelation(network, { layers: ['resources', 'power'] }), {
      range: [-1, 1],
      underScaling: 'same',
      underTransposition: 'same',
      zeroIsTie: true,
    }))
  describe('overlap', () =>
    obeysLaws(network => overlap(network, two), { underScaling: 'same', underTransposition: 'same' }))
  describe('participation', () =>
    obeysLaws(network => participation(network, two), {
      range: [0, 1],
      underScaling: 'same',
      underTransposition: 'same',
    }))
})

describe('against others', () => {
  test('the diagonals are weighted reciprocity and the correlation of a layer with its transpose', () => {
    const { weighted, correlation } = reciprocity(golden(), { layer: 'resources' })
    expect(multireciprocity(golden(), two).values[0]![0]).toBeCloseTo(weighted!, 14)
    expect(layerCorrelation(golden(), two).reversed[0]![0]).toBeCloseTo(correlation!, 13)
  })
})
