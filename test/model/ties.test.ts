import { createNetwork, freeze, GuanxiError, type NetworkLike, snapshotFrom } from 'guanxi'
import { describe, expect, test } from 'vitest'
import { readGroups } from '../../src/model/groups.ts'
import { type LayersOptions, readLayers } from '../../src/model/layerColumns.ts'
import { type BinaryOptions, type Reading, readTies } from '../../src/model/ties.ts'

/** a → b unknown, a → c 0, b → a 3, b → c 1, c → b 2; a fourth actor without ties. */
const arcs: [source: string, target: string, resources: number | null][] = [
  ['a', 'b', null],
  ['a', 'c', 0],
  ['b', 'a', 3],
  ['b', 'c', 1],
  ['c', 'b', 2],
]
const network = createNetwork({
  actors: ['a', 'b', 'c', 'd'].map(id => ({ id, kind: 'x' })),
  ties: arcs.map(([source, target, resources]) => ({ source, target, resources, power: 1 })),
})

function read(options: BinaryOptions, reading?: Reading, from: NetworkLike = network) {
  const { snapshot, graph, weights, skippedDyads } = readTies('here', from, options, reading)
  const ties = snapshot.ids.flatMap((id, i) =>
    Array.from({ length: graph.outOffsets[i + 1]! - graph.outOffsets[i]! }, (_, j) => {
      const k = graph.outOffsets[i]! + j
      return `${id}${snapshot.ids[graph.outTargets[k]!]}${weights ? ` ${weights[k]}` : ''}`
    }),
  )
  return { ties, skippedDyads }
}

function fault(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (!(error instanceof GuanxiError)) throw error
    return `${error.code} ${error.message}`
  }
  return 'none'
}

describe.each([
  ['a network', network],
  ['a snapshot', freeze(network)],
])('the ties of %s', (_, from) => {
  const of = (options: BinaryOptions, reading?: Reading) => read(options, reading, from)
  test('without a layer every tie counts', () =>
    expect(of({})).toEqual({ ties: ['ab', 'ac', 'ba', 'bc', 'cb'], skippedDyads: 0 }))
  test('an unknown value is refused with its tie, first of all', () =>
    expect(fault(() => of({ layer: 'resources' }))).toMatch(
      /^MISSING_VALUE here: resources of the tie from "a" to "b" is unknown/,
    ))
  test('or left out, or counts what is said; zero is no tie', () => {
    expect(of({ layer: 'resources', missing: 'skip' }).ties).toEqual(['ba 3', 'bc 1', 'cb 2'])
    expect(of({ layer: 'resources', missing: 5 }).ties).toEqual(['ab 5', 'ba 3', 'bc 1', 'cb 2'])
    expect(of({ layer: 'resources', missing: 0 }).ties).toEqual(['ba 3', 'bc 1', 'cb 2'])
  })
  test('for measures of dyads the other half goes too, and is counted', () => {
    const reading = { dyadic: true }
    expect(of({ layer: 'resources', missing: 'skip' }, reading)).toEqual({ ties: ['bc 1', 'cb 2'], skippedDyads: 1 })
    expect(of({ layer: 'resources', missing: 5 }, reading).skippedDyads).toBe(0)
  })
  test('a tie is present above the threshold, not at it; binary reading has no weights', () => {
    const options = { layer: 'resources', missing: 'skip', threshold: 1 } as const
    expect(of(options).ties).toEqual(['ba 3', 'cb 2'])
    expect(of(options, { binary: true }).ties).toEqual(['ba', 'cb'])
    expect(of({ layer: 'power' }, { binary: true }).ties).toEqual(['ab', 'ac', 'ba', 'bc', 'cb'])
    expect(of({ layer: 'resources', missing: 1, threshold: 1 }).ties).toEqual(['ba 3', 'cb 2'])
  })
  test('a threshold without a layer, and a layer that no tie has', () => {
    expect(fault(() => of({ threshold: 1 }))).toMatch(/^INVALID_OPTION here: threshold/)
    expect(fault(() => of({ layer: 'weight' }))).toBe('UNKNOWN_LAYER here: no tie has a number called "weight"')
    expect(fault(() => of({ layer: 'trust' }))).toMatch(/^MISSING_VALUE/)
    expect(of({ layer: 'trust', missing: 2 }).ties).toHaveLength(5)
  })
})

test('a layer of a network without ties may have any name', () => {
  const none = snapshotFrom({ count: 2, source: [], target: [] })
  expect(read({ layer: 'weight' }, {}, none).ties).toEqual([])
  expect(readLayers('here', none, { layers: ['weight'] }).columns).toEqual([new Float64Array(0)])
  expect(readLayers('here', none, {}).layers).toEqual(['power', 'resources', 'trust'])
})

describe('several layers', () => {
  const of = (options: LayersOptions, from: NetworkLike = network) => {
    const { layers, columns, pairs } = readLayers('here', from, options)
    return { layers, columns: columns.map(column => [...column]), pairs }
  }
  test('those that have values; all ordered pairs count', () =>
    expect(of({ missing: 0 })).toEqual({
      layers: ['power', 'resources'],
      columns: [
        [1, 1, 1, 1, 1],
        [0, 0, 3, 1, 2],
      ],
      pairs: 12,
    }))
  test('with `skip` a dyad with an unknown value is empty on each and is no pair', () => {
    const expected = {
      layers: ['power', 'resources'],
      columns: [
        [0, 1, 0, 1, 1],
        [0, 0, 0, 1, 2],
      ],
      pairs: 10,
    }
    expect(of({ missing: 'skip' })).toEqual(expected)
    expect(of({ missing: 'skip' }, freeze(network))).toEqual(expected)
    const oneWay = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2], power: [Number.NaN, 1] })
    expect(of({ missing: 'skip' }, oneWay)).toMatchObject({ columns: [[0, 1]], pairs: 4 })
  })
  test('a number stands in; the snapshot stays as it was', () => {
    const snapshot = freeze(network)
    expect(of({ layers: ['resources'], missing: 7 }, snapshot).columns).toEqual([[7, 0, 3, 1, 2]])
    expect([...snapshot.layers.get('resources')!]).toEqual([Number.NaN, 0, 3, 1, 2])
  })
  test('what is unknown, negative or not there is refused', () => {
    expect(fault(() => of({}))).toMatch(/^MISSING_VALUE here: resources of a tie is unknown/)
    expect(fault(() => of({ layers: ['weight'] }))).toBe('UNKNOWN_LAYER here: no tie has a number called "weight"')
    expect(fault(() => of({ layers: ['trust'] }))).toMatch(/^MISSING_VALUE here: trust/)
    expect(of({ layers: ['trust'], missing: 1 }).columns).toEqual([[1, 1, 1, 1, 1]])
    const negative = snapshotFrom({ count: 2, source: [0, 1], target: [1, 0], layers: { hours: [1, -2] } })
    expect(fault(() => of({ layers: ['hours'] }, negative))).toMatch(/^INVALID_VALUE .*got -2$/)
    expect(fault(() => read({ layer: 'hours' }, {}, negative))).toMatch(
      /^INVALID_VALUE here: hours of the tie from "1" to "0" is -2/,
    )
  })
})

describe('groups', () => {
  const of = (values: unknown[], attribute = 'sector') =>
    readGroups(
      'here',
      snapshotFrom({ count: values.length, source: [], target: [], attributes: { sector: values as never } }),
      attribute,
    )
  test('in the order of their first actor, with their sizes; texts, numbers and truth values', () => {
    const { names, of: places, sizes } = of(['gov', 'com', 'gov', 7, true, 'gov'])
    expect(names).toEqual(['gov', 'com', '7', 'true'])
    expect([...places]).toEqual([0, 1, 0, 2, 3, 0])
    expect([...sizes]).toEqual([3, 1, 1, 1])
    expect(of([7, '7']).names).toEqual(['7', '7'])
    expect(of([]).names).toEqual([])
  })
  test('an attribute that nobody has, that somebody has not, that is a record', () => {
    expect(fault(() => of(['gov'], 'sektor'))).toBe('UNKNOWN_ATTRIBUTE here: no actor has an attribute called "sektor"')
    expect(fault(() => of([null, undefined]))).toMatch(/^UNKNOWN_ATTRIBUTE/)
    for (const gap of [null, undefined])
      expect(fault(() => of(['gov', gap]))).toBe(
        'MISSING_VALUE here: expected every actor to have sector, "1" has none',
      )
    expect(fault(() => of(['gov', { a: 1 }]))).toMatch(/^INVALID_VALUE .*"1" to be a text, .*got an object$/)
  })
})
