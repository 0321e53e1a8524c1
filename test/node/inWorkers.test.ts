import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Scores, type Snapshot, snapshotFrom } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
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

describe('tests of a measure by name have the same bits as those of the function', () => {
  const seed = 4
  const few = snapshotFrom({ count: 12, ...complete(12), attributes: { sector: sector.slice(0, 12) } })
  const weighted = { measure: 'reciprocity', options: layer, pick: 'weighted' }
  const weightedOf = (x: Snapshot) => metrics.reciprocity(x, layer).weighted
  const options = { replications: 150, seed }

  test('dyadFlipTest', async () => {
    const incoherence = { measure: 'hierarchy', options: layer, pick: 'incoherence' }
    expect(await node.dyadFlipTest(few, incoherence, { ...options, workers: 2 })).toEqual(
      inference.dyadFlipTest(few, x => metrics.hierarchy(x, layer).incoherence, options),
    )
  })
  test('groupLabelTest', async () => {
    const group = 'sector'
    const between = { measure: 'inequality', options: { ...layer, direction: 'out', group }, pick: 'between' }
    expect(await node.groupLabelTest(few, between, { ...options, group, workers: 2 })).toEqual(
      inference.groupLabelTest(few, x => metrics.inequality(x, { ...layer, direction: 'out', group }).between, {
        ...options,
        group,
      }),
    )
  })
  test('weightShuffleTest, stopped early', async () => {
    const early = { ...options, ...layer, replications: 2000, stopAfter: 10 }
    const there = await node.weightShuffleTest(few, weighted, { ...early, workers: 2 })
    expect(there).toEqual(inference.weightShuffleTest(few, weightedOf, early))
    expect(there.stoppedEarly).toBe(true)
  })
  test('strengthTest', async () => {
    for (const workers of [1, 2])
      expect(await node.strengthTest(few, weighted, { ...options, ...layer, workers })).toEqual(
        inference.strengthTest(few, weightedOf, { ...options, ...layer }),
      )
  })
  test('bootstrap', async () => {
    for (const unit of ['actors', 'dyads'] as const)
      expect(await node.bootstrap(few, weighted, { ...options, unit, workers: 2 })).toEqual(
        inference.bootstrap(few, weightedOf, { ...options, unit }),
      )
  })
  test('jackknife', async () => {
    const there = await node.jackknife(few, weighted, { workers: 2 })
    expect(there).toEqual(inference.jackknife(few, weightedOf))
    expect(there.standardError).toBeGreaterThan(0)
    // @ts-expect-error no such option
    await expect(node.jackknife(few, weighted, { replications: 9 })).rejects.toThrow('no option')
  })
  test('testDiagnosis, with rows that say nothing', async () => {
    const wanted = { seed, replications: 30, layers: ['power', 'nowhere'], group: 'sector' }
    const told: number[] = []
    const there = await node.testDiagnosis(few, { ...wanted, workers: 2, onProgress: ({ done }) => told.push(done) })
    expect(there).toEqual(inference.testDiagnosis(few, wanted))
    expect(there.map(row => row.reason === null)).toContain(true)
    expect(there.map(row => row.reason === null)).toContain(false)
    expect(told.at(-1)).toBe(there.length)
  })
  test('perturb, by errors, and by the ranges that evidence states', async () => {
    const errors = { power: 0.1 }
    expect(await node.perturb(few, weighted, { ...options, errors, workers: 2 })).toEqual(
      inference.perturb(few, weightedOf, { ...options, errors }),
    )
    expect(await node.perturb(xCommunity(), weighted, { ...options, workers: 2 })).toEqual(
      inference.perturb(xCommunity(), weightedOf, options),
    )
  })
  test('compareWaves', async () => {
    const ids = Array.from({ length: 10 }, (_, i) => `${i}`)
    const later = snapshotFrom({ ids, ...complete(10), power: complete(10).trust })
    const there = await node.compareWaves(few, later, weighted, { ...options, workers: 2 })
    expect(there).toEqual(inference.compareWaves(few, later, weightedOf, options))
    expect(there.leavers).toEqual(['10', '11'])
  })
  test('cugTest of a statistic by its name', async () => {
    for (const condition of ['ties', 'size', 'dyad-census'] as const) {
      const given = { ...options, condition }
      expect(await node.cugTest(network, 'transitivity', { ...given, workers: 2 })).toEqual(
        inference.cugTest(network, 'transitivity', given),
      )
    }
    const given = { condition: 'ties', replications: 2000, seed } as const
    expect(await node.cugTest(network, 'reciprocity', { ...given, workers: 2 })).toEqual(
      inference.cugTest(network, 'reciprocity', given),
    )
  })
})

describe('threads wait for the next call', () => {
  /** Threads are numbered through: how many were started meanwhile, this one left out. */
  async function started(work: () => Promise<unknown>): Promise<number> {
    const next = async () => {
      const probe = new Worker('', { eval: true })
      const id = probe.threadId
      await probe.terminate()
      return id
    }
    const before = await next()
    await work()
    return (await next()) - before - 1
  }
  const run = (options: object = {}) => node.closeness(network, { workers: 3, ...options })
  const both = () => Promise.all([run(), run()])

  test('one call after the other has the same ones, tests and measures alike; two at once have their own', async () => {
    expect(await started(run)).toBeGreaterThanOrEqual(3) // more with those of tsx, which reads the sources
    expect(await started(run)).toBe(0)
    expect(
      await started(() =>
        node.qapCorrelation(network, { x: 'power', y: 'trust', seed: 1, permutations: 500, workers: 3 }),
      ),
    ).toBe(0)
    expect(await started(both)).toBeGreaterThanOrEqual(3)
    expect(await started(both)).toBe(0)
  })
  test('a fault that comes before the work leaves them; an abort ends those at work, and the next call is served', async () => {
    await run()
    expect(await started(() => expect(run({ layer: 'hope' })).rejects.toMatchObject({ code: 'UNKNOWN_LAYER' }))).toBe(0)
    const expected = bits(metrics.closeness(network))
    for (let round = 0; round < 3; round++) {
      const controller = new AbortController()
      const onProgress = ({ done }: { done: number }) => done === 1 && controller.abort(new Error('enough'))
      await expect(run({ signal: controller.signal, onProgress })).rejects.toThrow('enough')
      expect(bits(await run())).toEqual(expected)
    }
  })
  test('and do not keep Node from ending', async () => {
    const script = join(mkdtempSync(join(tmpdir(), 'guanxi-')), 'run.ts')
    const src = new URL('../../src/', import.meta.url).href
    writeFileSync(
      script,
      `import { xCommunity } from '${src}cases/index.ts'
import { qapCorrelation } from '${src}node/index.ts'
void qapCorrelation(xCommunity(), { x: 'power', y: 'trust', seed: 1, workers: 1 }).then(({ draws }) => console.log(draws))
`,
    )
    const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: new URL('../..', import.meta.url) })
    let at = 0
    child.stdout.on('data', text => {
      expect(String(text).trim()).toBe('40320')
      at = performance.now()
    })
    const code = await new Promise(resolve => child.once('exit', resolve))
    expect(code).toBe(0)
    expect(performance.now() - at).toBeLessThan(5000) // they would wait for ten seconds
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
    await expect(node.bootstrap(network, (() => 1) as never, { unit: 'actors', seed: 1 })).rejects.toThrow(
      /bootstrap: a function cannot be sent to worker threads/,
    )
    await expect(node.perturb(network, { measure: 'asymmetry', options: layer }, { seed: 1 })).rejects.toThrow(
      /expected errors, or ties whose evidence states ranges/,
    )
  })
})
