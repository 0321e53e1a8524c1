import { type Scores, snapshotFrom } from 'guanxi'
import * as inference from 'guanxi/inference'
import * as metrics from 'guanxi/metrics'
import * as node from 'guanxi/node'
import { describe, expect, test } from 'vitest'
import { generate } from '../bench/generate.ts'

const { count, source, target, power, trust } = generate(300, 1800, 7)
const sector = Array.from({ length: count }, (_, i) => `s${i % 3}`)
const network = snapshotFrom({ count, source, target, power, trust, attributes: { sector } })
const layer = { layer: 'power' }
const bits = (scores: Scores) => [...scores.values]

describe('measures have the same bits as in one thread, whatever the number of workers', () => {
  test('betweenness', async () => {
    for (const options of [{ workers: 1 }, { workers: 2, normalized: true }, { workers: 2, ...layer }]) {
      const { workers: _, ...rest } = options
      expect(bits(await node.betweenness(network, options))).toEqual(bits(metrics.betweenness(network, rest)))
    }
  })
  test('closeness', async () => {
    for (const options of [{ direction: 'in', form: 'classic' }, layer] as const)
      expect(bits(await node.closeness(network, { ...options, workers: 2 }))).toEqual(
        bits(metrics.closeness(network, options)),
      )
  })
  test('globalReachingCentrality', async () => {
    for (const options of [{}, { ...layer, scale: 'max' }] as const)
      expect(await node.globalReachingCentrality(network, { ...options, workers: 2 })).toBe(
        metrics.globalReachingCentrality(network, options),
      )
  })
  test('triadCensus and actorTriads', async () => {
    const options = { layer: 'power', threshold: 0.3 }
    expect(await node.triadCensus(network, { ...options, workers: 2 })).toEqual(metrics.triadCensus(network, options))
    const there = await node.actorTriads(network, { ...options, workers: 2 })
    for (const [name, scores] of Object.entries(metrics.actorTriads(network, options)))
      expect(bits(there[name as keyof typeof there])).toEqual(bits(scores))
  })
  test('no actors at all', async () => {
    const empty = snapshotFrom({ count: 0, source: [], target: [] })
    expect((await node.betweenness(empty, { workers: 1 })).toJSON()).toEqual([])
  })
})

describe('tests have the same bits as in one thread', () => {
  const seed = 4
  const few = snapshotFrom({ count: 12, ...complete(12), attributes: { sector: sector.slice(0, 12) } })
  test('qapCorrelation, stopped early', async () => {
    const options = { x: 'power', y: 'trust', permutations: 5000, seed, stopAfter: 20 }
    const there = await node.qapCorrelation(few, { ...options, workers: 2 })
    expect(there).toEqual(inference.qapCorrelation(few, options))
    expect(there.draws).toBeLessThan(5000)
  })
  test('qapRegression', async () => {
    const options = { response: 'power', predictors: ['trust', { same: 'sector' }], permutations: 300, seed }
    expect(await node.qapRegression(few, { ...options, workers: 2 })).toEqual(inference.qapRegression(few, options))
  })
  test('cugTest of measures by name', async () => {
    const options = { condition: 'ties', replications: 60, seed } as const
    expect(
      await node.cugTest(
        network,
        { measure: 'eiIndex', options: { group: 'sector' }, pick: 'index' },
        { ...options, workers: 2 },
      ),
    ).toEqual(inference.cugTest(network, x => metrics.eiIndex(x, { group: 'sector' }).index, options))
    expect(
      await node.cugTest(
        network,
        { measure: 'strength', options: { ...layer, direction: 'in' }, pick: '5' },
        { ...options, workers: 2 },
      ),
    ).toEqual(inference.cugTest(network, x => metrics.strength(x, { ...layer, direction: 'in' }).get('5'), options))
    expect(await node.cugTest(network, { measure: 'flowHierarchy' }, { ...options, workers: 2 })).toEqual(
      inference.cugTest(network, x => metrics.flowHierarchy(x), options),
    )
  })
})

function complete(n: number) {
  const pairs = Array.from({ length: n * n }, (_, cell) => [Math.floor(cell / n), cell % n] as const)
  const ties = pairs.filter(([i, j]) => i !== j)
  return {
    source: ties.map(([i]) => i),
    target: ties.map(([, j]) => j),
    power: ties.map(([i, j]) => ((7 * i + 3 * j) % 11) / 11),
    trust: ties.map(([i, j]) => ((5 * i + 2 * j) % 7) / 7),
  }
}

describe('on the way', () => {
  test('progress from none to all', async () => {
    const told: number[] = []
    let last = -1
    await node.closeness(network, {
      workers: 2,
      onProgress: ({ done, total }) => {
        told.push(done)
        last = total
      },
    })
    expect(told).toEqual(Array.from({ length: last + 1 }, (_, i) => i))
    expect(last).toBe(10)
  })
  test('an abort rejects with its reason', async () => {
    const reason = new Error('enough')
    await expect(node.betweenness(network, { workers: 1, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const controller = new AbortController()
    const { signal } = controller
    const run = node.cugTest(
      network,
      { measure: 'betweenness', pick: '1' },
      {
        condition: 'ties',
        replications: 100_000,
        seed: 1,
        workers: 1,
        signal,
        onProgress: () => controller.abort(reason),
      },
    )
    await expect(run).rejects.toBe(reason)
  })
  test('faults are those of the function itself, and those of the work', async () => {
    await expect(node.betweenness(network, { alpha: 1 } as never)).rejects.toThrow(/betweenness: no option "alpha"/)
    await expect(node.betweenness(network, { workers: 0 })).rejects.toThrow(/betweenness: expected workers to be/)
    await expect(node.closeness(network, { layer: 'hope' })).rejects.toMatchObject({ code: 'UNKNOWN_LAYER' })
    const options = { condition: 'ties', seed: 1, workers: 1 } as const
    for (const statistic of [
      { measure: 'toString' },
      { measure: 'reciprocity' },
      { measure: 'reciprocity', pick: 'toString' },
      (() => 1) as never,
      undefined as never,
    ])
      await expect(node.cugTest(network, statistic as never, options)).rejects.toMatchObject({ code: 'INVALID_OPTION' })
  })
})
