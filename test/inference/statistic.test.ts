import { createNetwork, freeze, snapshotFrom } from 'guanxi'
import { describe, expect, test } from 'vitest'
import { checkFactors, runModel } from '../../src/inference/factors.ts'
import { checkOrder, fullMatrix, layerCells, missingRule } from '../../src/inference/layerCells.ts'
import { spreadOf } from '../../src/inference/spread.ts'
import { LateColumns, numberOf, observe, snapshotOf, withColumn } from '../../src/inference/statistic.ts'
import { codeOf } from './matrices.ts'

const network = snapshotFrom({
  ids: ['a', 'b', 'c'],
  source: [0, 0, 1],
  target: [1, 2, 2],
  power: [0.5, 0, 1],
  resources: [4, 5, 6],
  attributes: { sector: ['x', 'y', 'z'] },
})

describe('the network of a test', () => {
  test('with a layer: its ties above zero, all columns with them; without one, or without zeros: as it is', () => {
    const { graph, layers, attributes, ids } = snapshotOf('here', network, 'power')
    expect([...graph.outTargets]).toEqual([1, 2])
    expect([...layers.get('resources')!]).toEqual([4, 6])
    expect([attributes, ids]).toEqual([network.attributes, network.ids])
    expect(snapshotOf('here', network)).toBe(network)
    expect(snapshotOf('here', network, 'resources')).toBe(network)
    const graphs = createNetwork({ actors: [{ id: 'a', kind: 'x' }], ties: [] })
    expect(snapshotOf('here', graphs)).toEqual(freeze(graphs))
    expect(codeOf(() => snapshotOf('here', network, 'trust'))).toBe('MISSING_VALUE')
    expect(codeOf(() => snapshotOf('here', network, 'weight'))).toBe('UNKNOWN_LAYER')
  })
  test('another column in the place of one', () => {
    const changed = withColumn(network, 'power', Float64Array.of(7, 8, 9))
    expect([...changed.layers.get('power')!]).toEqual([7, 8, 9])
    expect([...changed.layers.get('resources')!]).toEqual([4, 5, 6])
    expect([...network.layers.get('power')!]).toEqual([0.5, 0, 1])
  })
  test.each([
    [null, Number.NaN],
    [0, 0],
    [-1.5, -1.5],
  ])('a statistic of %s counts %s', (given, number) => expect(numberOf('here', given)).toBe(number))
  test('anything else is refused', () => {
    for (const value of [Number.NaN, Infinity, '1', undefined])
      expect(codeOf(() => numberOf('here', value as never))).toBe('INVALID_VALUE')
    expect(codeOf(() => observe('here', 7 as never, network))).toBe('INVALID_OPTION')
    expect(codeOf(() => observe('here', () => null, network))).toBe('DEGENERATE_TEST')
    expect(observe('here', x => x.graph.size, network)).toBe(3)
  })
})

describe('columns that are made late', () => {
  const source = new Map([
    ['a', [1]],
    ['b', [2]],
  ])
  const late = () => {
    const made: number[] = []
    const columns = new LateColumns(source, column => {
      made.push(column[0]!)
      return [10 * column[0]!]
    })
    return { columns, made }
  }
  test('one by one, once each', () => {
    const { columns, made } = late()
    expect([columns.size, columns.has('b'), columns.has('c'), columns.get('c')]).toEqual([2, true, false, undefined])
    expect(made).toEqual([])
    expect(columns.get('b')).toEqual([20])
    expect(columns.get('b')).toBe(columns.get('b'))
    expect(made).toEqual([2])
  })
  test('all, once each, for whoever walks through them', () => {
    const walks = [
      (c: LateColumns<number[]>) => new Set([...c.keys()].map(name => `${name} ${c.get(name)}`)),
      (c: LateColumns<number[]>) => new Set([...c.values()].map(column => `${column[0] === 10 ? 'a' : 'b'} ${column}`)),
      (c: LateColumns<number[]>) => new Set([...c.entries()].map(([name, column]) => `${name} ${column}`)),
      (c: LateColumns<number[]>) => new Set([...c].map(([name, column]) => `${name} ${column}`)),
      (c: LateColumns<number[]>) => {
        const seen = new Set<string>()
        c.forEach((column, name) => {
          seen.add(`${name} ${column}`)
        })
        return seen
      },
    ]
    for (const walk of walks)
      for (const first of [[], ['b']]) {
        const { columns, made } = late()
        for (const name of first) columns.get(name)
        expect(walk(columns)).toEqual(new Set(['a 10', 'b 20']))
        expect(made.sort()).toEqual([1, 2])
      }
  })
})

describe('a layer as a matrix', () => {
  const cells = layerCells('here', network, 'power', 'error')
  test('its ties above zero, row by row, or column by column', () => {
    expect([[...cells.rows], [...cells.columns], [...cells.values]]).toEqual([
      [0, 1],
      [1, 2],
      [0.5, 1],
    ])
    expect([...fullMatrix('here', cells)]).toEqual([0, 0.5, 0, 0, 0, 1, 0, 0, 0])
    const turned = layerCells('here', network, 'power', 'error', true)
    expect([...fullMatrix('here', turned)]).toEqual([0, 0, 0, 0.5, 0, 0, 0, 1, 0])
  })
  test('its values can be changed without changing the network', () => {
    layerCells('here', network, 'resources', 'error').values.fill(0)
    expect([...network.layers.get('resources')!]).toEqual([4, 5, 6])
  })
  test('from 3 to 20,000 actors', () => {
    for (const order of [3, 20_000]) expect(() => checkOrder('here', order)).not.toThrow()
    for (const order of [2, 20_001]) expect(codeOf(() => checkOrder('here', order))).toBe('DEGENERATE_TEST')
  })
  test('unknown values are refused or count what is said', () => {
    for (const value of ['error', 0, 2.5]) expect(missingRule.accepts(value)).toBe(true)
    for (const value of ['skip', -1, Number.NaN, null]) expect(missingRule.accepts(value)).toBe(false)
  })
})

describe('how a statistic scatters', () => {
  const about = { estimate: 2, level: 0.5, seed: 3 }
  test('1, 2, 3, 4, 5: quartiles 2 and 4, mean 3, squares 10 over 4', () => {
    const found = spreadOf('here', Float64Array.of(5, 1, 4, 2, 3), about)
    expect(found).toMatchObject({ ...about, interval: [2, 4], draws: 5, undefinedDraws: 0 })
    expect(found.mean).toBeCloseTo(3, 12)
    expect(found.standardError).toBeCloseTo(Math.sqrt(10 / 4), 12)
  })
  test('half of the draws defined is enough, and two', () => {
    expect(spreadOf('here', Float64Array.of(1, 3, Number.NaN, Number.NaN), about)).toMatchObject({
      mean: 2,
      interval: [1.5, 2.5],
      undefinedDraws: 2,
    })
    expect(codeOf(() => spreadOf('here', Float64Array.of(1, 2, Number.NaN, Number.NaN, Number.NaN), about))).toBe(
      'DEGENERATE_TEST',
    )
    expect(codeOf(() => spreadOf('here', Float64Array.of(1), about))).toBe('DEGENERATE_TEST')
  })
})

describe('factors and the model they go into', () => {
  const sound = { name: 'gain', range: [0, 2] } as const
  const faults = (factors: unknown) => {
    try {
      checkFactors('here', factors as never, 3)
    } catch (error) {
      return (error as { issues: { path: unknown[] }[] }).issues.map(({ path }) => path.join('.'))
    }
    return null
  }
  test('sound ones pass, up to as many as may be', () => {
    expect(faults([sound])).toBeNull()
    expect(faults([sound, { ...sound, name: 'b' }, { ...sound, name: 'c' }])).toBeNull()
  })
  test('all faults at once, each with its place', () =>
    expect(
      faults([{ name: '', range: [0, 1] }, sound, sound].map((f, i) => (i === 2 ? { ...f, range: [1, 1] } : f))),
    ).toEqual(['factors.0.name', 'factors.2.name', 'factors.2.range']))
  test.each([[[0]], [[0, 1, 2]], [[1, 0]], [[0, Infinity]], [[-Infinity, 0]], [[Number.NaN, 1]], ['01'], [undefined]])(
    'the range %j is none',
    range => expect(faults([{ name: 'gain', range }])).toEqual(['factors.0.range']),
  )
  test('no factors, too many, or what is none', () => {
    for (const factors of [[], null, 'gain', [1, 2, 3, 4].map(i => ({ ...sound, name: `f${i}` }))])
      expect(codeOf(() => checkFactors('here', factors as never, 3))).toBe('INVALID_OPTION')
    expect(faults([null])).toEqual(['factors.0.name', 'factors.0.range'])
    expect(faults([{ name: 7, range: [0, 1] }])).toEqual(['factors.0.name'])
  })
  const design = { rows: 2, row: (k: number, into: number[]) => into.splice(0, 2, k, 0.5) } as never
  const factors = [
    { name: 'a', range: [10, 20] as const },
    { name: 'b', range: [-1, 1] as const },
  ]
  test('the cube is stretched to the ranges; the model may change what it gets; progress is told', () => {
    const seen: number[][] = []
    const done: number[] = []
    const model = (x: number[]) => {
      seen.push([...x])
      return x.splice(0, 2)[0]!
    }
    const outputs = runModel('here', model, factors, design, { onProgress: p => done.push(p.done) })
    expect(seen).toEqual([
      [10, 0],
      [20, 0],
    ])
    expect([...outputs]).toEqual([10, 20])
    expect(done).toEqual([0, 1, 2])
  })
  test('what is no model, or gives no number, is refused with the inputs named', () => {
    expect(codeOf(() => runModel('here', 7 as never, factors, design, {}))).toBe('INVALID_OPTION')
    expect(() => runModel('here', () => Number.NaN, factors, design, {})).toThrow(
      expect.objectContaining({ code: 'INVALID_VALUE', message: expect.stringMatching(/ at a = 10, b = 0$/) }),
    )
  })
})
