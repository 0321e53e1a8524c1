import { createHash } from 'node:crypto'
import { xCommunity } from 'guanxi/cases'
import {
  type Checkpoint,
  type EnsembleJob,
  type EnsembleOptions,
  type EnsembleResult,
  type Executor,
  mergeEnsembles,
  outcomes,
  regretTable,
  runEnsemble,
  type Scenario,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import { blocksOf } from '../../src/scenarios/ensemble/blocksOf.ts'
import { hashOf } from '../../src/scenarios/ensemble/hashOf.ts'
import { layoutOf } from '../../src/scenarios/ensemble/layoutOf.ts'
import { shardRange } from '../../src/scenarios/ensemble/runEnsemble.ts'

const network = xCommunity()
const two: Scenario[] = ['a', 'b'].map(name => ({ name, strategies: [] }))
const place = (outcome: string) => outcomes.findIndex(({ name }) => name === outcome)

interface Dictated {
  /** Outcome `o` of scenario `s` in replication `k`; NaN where not defined. */
  readonly end: (k: number, s: number, o: number) => number
  readonly left?: (k: number, s: number) => number
  readonly weekly?: (k: number, s: number, step: number, o: number) => number
}

/** Gives numbers that are known beforehand instead of running the model, in blocks of `size` from the last to the first. */
function dictates({ end, left = () => Number.NaN, weekly = () => Number.NaN }: Dictated, size = 7) {
  const asked: { from: number; to: number }[] = []
  const executor: Executor = {
    async run(job, blocks, done) {
      asked.push(...blocks)
      const { sizeOf, tracked, weeks } = layoutOf(job)
      const cut = blocks.flatMap(({ from, to }) =>
        Array.from({ length: Math.ceil((to - from) / size) }, (_, i) => ({
          from: from + i * size,
          to: Math.min(to, from + (i + 1) * size),
        })),
      )
      for (const block of cut.reverse()) {
        const ks = Array.from({ length: block.to - block.from }, (_, i) => block.from + i)
        const names = outcomes.map((_, o) => o)
        const values = Float64Array.from([
          ...ks.flatMap(k => job.scenarios.flatMap((_, s) => [...names.map(o => end(k, s, o)), left(k, s)])),
          ...ks
            .filter(k => k < tracked)
            .flatMap(k =>
              job.scenarios.flatMap((_, s) => weeks.flatMap((__, step) => names.map(o => weekly(k, s, step, o)))),
            ),
        ])
        expect(values.length).toBe(sizeOf(block))
        done(block, values)
      }
    },
    async close() {},
  }
  return { executor, asked }
}

const nan = Number.NaN
const columns: Record<string, readonly (readonly number[])[]> = {
  voice: [
    [1, 2, 3, 6],
    [1, 1, 5, 2],
  ],
  trustGap: [
    [1, 2, nan, 3],
    [2, 3, 9, 3],
  ],
  service: [
    [nan, nan, nan, 0.5],
    [nan, nan, nan, 0.25],
  ],
}
const four: Dictated = {
  end: (k, s, o) => columns[outcomes[o]!.name]?.[s]?.[k] ?? nan,
  left: (k, s) => [[nan, 1, 2, nan]][s]?.[k] ?? nan,
  weekly: (k, s, step, o) => (o === place('voice') ? (s === 0 ? 10 * k + step : -k) : nan),
}

describe('from four replications that are known', () => {
  const run = (more: Partial<EnsembleOptions> = {}) =>
    runEnsemble(network, two, { replications: 4, seed: 1, weeks: 2, executor: dictates(four, 3).executor, ...more })
  const pick = <T extends { outcome: string }>(rows: readonly T[], outcome: string, of: Partial<T>) =>
    rows.find(row => row.outcome === outcome && Object.entries(of).every(([key, v]) => row[key as keyof T] === v))!

  test('1, 2, 3, 6: mean 3, variance 14/3, quantiles between the neighbours', async () => {
    const { outcomes: rows } = await run()
    const { low, high, ...row } = pick(rows, 'voice', { scenario: 'a' })
    const sd = Math.sqrt(14 / 3)
    expect(row).toEqual({ scenario: 'a', outcome: 'voice', count: 4, mean: 3, sd, median: 2.5, error: sd / 2 })
    expect([low, high]).toEqual([expect.closeTo(1.15, 12), expect.closeTo(5.55, 12)])
    expect(rows.length).toBe(2 * outcomes.length)
  })
  test('one value has no spread, none has nothing', async () => {
    const { outcomes: rows } = await run()
    const one = { count: 1, mean: 0.5, sd: null, median: 0.5, low: 0.5, high: 0.5, error: null }
    expect(pick(rows, 'service', { scenario: 'a' })).toEqual({ scenario: 'a', outcome: 'service', ...one })
    const none = { count: 0, mean: null, sd: null, median: null, low: null, high: null, error: null }
    expect(pick(rows, 'reach', { scenario: 'b' })).toEqual({ scenario: 'b', outcome: 'reach', ...none })
  })
  test('a − b is 0, 1, −2, 4: mean 3/4, sd 5/2, Student’s t with 3 degrees; a tie is half a win', async () => {
    const { contrasts } = await run()
    const { interval, low, high, ...row } = pick(contrasts, 'voice', { a: 'a' })
    const known = { count: 4, difference: 0.75, sd: 2.5, error: 1.25, median: 0.5, chanceABeatsB: 2.5 / 4 }
    expect(row).toEqual({ a: 'a', b: 'b', outcome: 'voice', ...known })
    expect([low, high]).toEqual([expect.closeTo(-1.7, 12), expect.closeTo(3.55, 12)])
    // R 4.2: qt(0.975, 3)
    expect(interval).toEqual([expect.closeTo(0.75 - 1.25 * 3.182446, 4), expect.closeTo(0.75 + 1.25 * 3.182446, 4)])
    expect(contrasts.length).toBe(2 * outcomes.length)
  })
  test('where less is better the smaller wins; only pairs that are both defined count', async () => {
    const { contrasts } = await run()
    expect(pick(contrasts, 'trustGap', { a: 'a' })).toMatchObject({
      count: 3,
      difference: -2 / 3,
      chanceABeatsB: 2.5 / 3,
    })
    expect(pick(contrasts, 'trustGap', { a: 'b' })).toMatchObject({ count: 3, chanceABeatsB: 0.5 / 3 })
    const single = { count: 1, difference: 0.25, interval: null, sd: null, error: null, chanceABeatsB: 1 }
    expect(pick(contrasts, 'service', { a: 'a' })).toMatchObject(single)
    const none = { count: 0, difference: null, interval: null, error: null, chanceABeatsB: null }
    expect(pick(contrasts, 'reach', { a: 'a' })).toMatchObject(none)
  })
  test('two of four left, in weeks 1 and 2: half ± a quarter, half way between', async () => {
    expect((await run()).withdrawals).toEqual([
      { scenario: 'a', share: 0.5, error: 0.25, medianWeek: 1.5 },
      { scenario: 'b', share: 0, error: 0, medianWeek: null },
    ])
  })
  test('bands of 0, 10, 20, 30, one more each week; nothing where nothing is defined', async () => {
    const { bands, weekly } = await run()
    const close = (from: number) => [0, 1, 2].map(week => expect.closeTo(from + week, 12))
    expect(pick(bands, 'voice', { scenario: 'a' })).toEqual({
      scenario: 'a',
      outcome: 'voice',
      weeks: [0, 1, 2],
      low: close(1.5),
      lowerQuartile: close(7.5),
      median: close(15),
      upperQuartile: close(22.5),
      high: close(28.5),
    })
    expect(pick(bands, 'voice', { scenario: 'b' }).lowerQuartile).toEqual([-2.25, -2.25, -2.25])
    expect(pick(bands, 'reach', { scenario: 'a' }).high).toEqual([null, null, null])
    expect(weekly).toBeNull()
  })
  test('what is shared is filled in, a scenario’s own goes first: noise, workplan and what is held', async () => {
    const own = { name: 'own', strategies: [], noise: 0.1, workplan: { staff: 9 }, parameters: { trustGain: 0.02 } }
    const shared = {
      noise: 0.3,
      workplan: { staff: 2, hoursPerWorker: 20 },
      parameters: { trustGain: 0.04, noticing: 0.2 },
    }
    const filled = async (more: Partial<EnsembleOptions>) => {
      const { executor } = dictates(four)
      return (await runEnsemble(network, [two[0]!, own], { replications: 4, seed: 1, weeks: 2, executor, ...more }))
        .scenarios
    }
    expect(await filled(shared)).toEqual([
      { name: 'a', strategies: [], weeks: 2, ...shared },
      {
        ...own,
        weeks: 2,
        workplan: { staff: 9, hoursPerWorker: 20 },
        parameters: { trustGain: 0.02, noticing: 0.2 },
      },
    ])
    expect(await filled({})).toEqual([
      { name: 'a', strategies: [], weeks: 2, noise: 0, parameters: {} },
      { ...own, weeks: 2 },
    ])
  })
  test('what came in stands in draws; a shard keeps its weeks too', async () => {
    const { draws, replications, reachedTarget, shard } = await run()
    expect([draws.from, draws.to, replications, reachedTarget, shard]).toEqual([0, 4, 4, null, null])
    expect(draws.outcomes[place('trustGap')]).toEqual({ scenario: 'a', outcome: 'trustGap', values: [1, 2, null, 3] })
    expect(draws.withdrewInWeek[0]).toEqual({ scenario: 'a', values: [null, 1, 2, null] })
    const half = await run({ shard: { index: 1, count: 2 } })
    expect([half.draws.from, half.draws.to, half.replications, half.shard]).toEqual([2, 4, 2, { index: 1, count: 2 }])
    expect(half.draws.outcomes[place('voice')]!.values).toEqual([3, 6])
    // Two replications, two scenarios, three weeks.
    expect(half.weekly!.length).toBe(2 * 2 * 3 * outcomes.length)
    expect(half.weekly!.filter(value => value !== null)).toEqual([20, 21, 22, -2, -2, -2, 30, 31, 32, -3, -3, -3])
    expect(pick(half.bands, 'voice', { scenario: 'a' }).median).toEqual([25, 26, 27])
  })
  test('only the first 256 replications keep their weeks, also cut up into shards', async () => {
    const options = { replications: 300, weeks: 1, executor: dictates(four, 100).executor }
    const voice = ({ bands }: EnsembleResult) => pick(bands, 'voice', { scenario: 'a' }).median
    const whole = await run(options)
    expect(voice(whole)).toEqual([1275, 1276])
    const parts = await Promise.all([0, 1, 2].map(index => run({ ...options, shard: { index, count: 3 } })))
    expect(parts.map(voice)).toEqual([
      [495, 496],
      [1495, 1496],
      [2275, 2276],
    ])
    expect(JSON.stringify(mergeEnsembles(parts.reverse()))).toBe(JSON.stringify(whole))
  })
})

describe('when to stop', () => {
  const looks = async (options: Partial<EnsembleOptions>, end: Dictated['end']) => {
    const { executor, asked } = dictates({ end })
    const given = { replications: 600, seed: 1, weeks: 0, design: 'monte-carlo' as const, executor, ...options }
    const { replications, reachedTarget } = await runEnsemble(network, two, given)
    const seen = [...new Set(asked.map(({ to }) => to))]
    return { replications, reachedTarget, seen }
  }
  const odd = (k: number) => k % 2

  test('the error is looked at after 64 and then each quarter more, to a multiple of 64; for Sobol′ at the powers of two', async () => {
    const never = { targetError: 1e-9 }
    const seen = [64, 128, 192, 256, 320, 448, 576, 600]
    expect(await looks(never, odd)).toEqual({ replications: 600, reachedTarget: false, seen })
    expect((await looks({ ...never, design: 'sobol' }, odd)).seen).toEqual([64, 128, 256, 512, 600])
    expect((await looks({ ...never, replications: 50 }, odd)).seen).toEqual([50])
  })
  test('an error equal to the target is small enough: 32 zeros and 32 ones have √(16/63) / 8', async () => {
    const error = Math.sqrt(16 / 63) / 8
    expect(await looks({ targetError: error }, odd)).toMatchObject({ replications: 64, reachedTarget: true })
    expect(await looks({ targetError: error - 1e-9 }, odd)).toMatchObject({ replications: 128, reachedTarget: true })
  })
  test('it is the largest error of all that counts: of the last outcome of the last scenario as well', async () => {
    const last = (k: number, s: number, o: number) => (s === 1 && o === outcomes.length - 1 ? k % 2 : 0)
    expect(await looks({ targetError: 0.05 }, last)).toMatchObject({ replications: 128, reachedTarget: true })
    expect(await looks({ targetError: 0.05 }, () => 0.5)).toMatchObject({ replications: 64, reachedTarget: true })
  })
  test('an outcome that was defined once has no error yet; one that never was is left out', async () => {
    const once: Dictated['end'] = (k, _, o) => (o === 0 ? (k === 0 ? 1 : nan) : 0)
    expect(await looks({ targetError: 1 }, once)).toMatchObject({ replications: 600, reachedTarget: false })
    expect(await looks({ targetError: 1 }, (_, __, o) => (o === 0 ? nan : 0))).toMatchObject({ replications: 64 })
  })
})

describe('progress', () => {
  const told = async (options: Partial<EnsembleOptions>, size: number) => {
    const seen: { done: number; total: number }[] = []
    const { executor } = dictates({ end: () => 1 }, size)
    const onProgress = (progress: { done: number; total: number }) => seen.push(progress)
    await runEnsemble(network, two, { replications: 1000, seed: 1, weeks: 0, executor, onProgress, ...options })
    return seen
  }
  test('is told each hundredth, and the beginning', async () => {
    const each = Array.from({ length: 101 }, (_, i) => ({ done: 10 * i, total: 1000 }))
    expect(await told({}, 1)).toEqual(each)
    expect(await told({}, 400)).toEqual([0, 200, 600, 1000].map(done => ({ done, total: 1000 })))
  })
  test('of a shard counts its own; what stops early is done then', async () => {
    const shard = { index: 1, count: 4 }
    expect(await told({ shard }, 125)).toEqual([0, 125, 250].map(done => ({ done, total: 250 })))
    const early = await told({ targetError: 1 }, 64)
    expect([early[0], early.at(-1)]).toEqual([
      { done: 0, total: 1000 },
      { done: 64, total: 64 },
    ])
  })
})

describe('checkpoints', () => {
  type Kept = Awaited<ReturnType<Checkpoint['load']>>[number]
  const memory = (kept: Kept[] = [], fails = false) => {
    const state = { kept, loads: [] as EnsembleJob[], closed: 0 }
    const checkpoint: Checkpoint = {
      async load(job) {
        state.loads.push(job)
        return [...kept]
      },
      async append(block, values) {
        if (fails) throw new Error('disk full')
        kept.push({ block, values })
      },
      async close() {
        state.closed++
      },
    }
    return { state, checkpoint }
  }
  const numbers: Dictated = { end: (k, s, o) => k + s / 2 + o / 4, weekly: (k, s) => k + s }
  const run = (checkpoint: Checkpoint | undefined, more: Partial<EnsembleOptions> = {}) => {
    const { executor, asked } = dictates(numbers, 4)
    const options = { replications: 20, seed: 1, weeks: 1, executor, checkpoint, ...more }
    return { asked, result: runEnsemble(network, two, options) }
  }

  test('hold every block, are loaded for the job and closed; a second run has nothing left to do', async () => {
    const { state, checkpoint } = memory()
    const first = await run(checkpoint).result
    expect(state.kept.map(({ block }) => block.from)).toEqual([16, 12, 8, 4, 0])
    expect([state.loads.length, state.loads[0]!.id, state.closed]).toEqual([1, first.manifest.job, 1])
    const seen: number[] = []
    const again = run(checkpoint, { onProgress: ({ done }) => seen.push(done) })
    expect(JSON.stringify(await again.result)).toBe(JSON.stringify(first))
    expect([again.asked, seen, state.kept.length]).toEqual([[], [20], 5])
  })
  test('of a part: only what is missing is run, and counts on from what is there', async () => {
    const { state, checkpoint } = memory()
    const whole = JSON.stringify(await run(checkpoint).result)
    const part = memory(state.kept.filter(({ block }) => block.from === 4 || block.from === 12))
    const seen: number[] = []
    const { asked, result } = run(part.checkpoint, { onProgress: ({ done }) => seen.push(done) })
    expect(JSON.stringify(await result)).toBe(whole)
    expect(asked).toEqual([
      { from: 0, to: 4 },
      { from: 8, to: 12 },
      { from: 16, to: 20 },
    ])
    expect(seen).toEqual([8, 12, 16, 20])
  })
  test('a shard takes from a checkpoint of the whole what is its own', async () => {
    const { checkpoint } = memory()
    await run(checkpoint).result
    const shard = { index: 1, count: 3 }
    const { asked, result } = run(checkpoint, { shard })
    expect(JSON.stringify(await result)).toBe(JSON.stringify(await run(undefined, { shard }).result))
    expect(asked).toEqual([])
  })
  test.each([
    ['begins before the first', -1, 3, 0],
    ['is empty', 3, 3, 0],
    ['ends after the last', 17, 21, 0],
    ['holds a number too many', 0, 4, 1],
    ['holds a number too few', 16, 20, -1],
  ])('a block that %s is refused, and the checkpoint closed', async (_, from, to, more) => {
    const job = { scenarios: two, weeks: 1, replications: 20 }
    const values = new Float64Array(Math.max(0, layoutOf(job).sizeOf({ from, to }) + more))
    const { state, checkpoint } = memory([{ block: { from, to }, values }])
    await expect(run(checkpoint).result).rejects.toMatchObject({ code: 'BAD_CHECKPOINT' })
    expect(state.closed).toBe(1)
  })
  test('one that can no longer be written stops the run with its reason, and is closed', async () => {
    const { state, checkpoint } = memory([], true)
    let signal: AbortSignal | undefined
    const executor: Executor = {
      async run(job, blocks, done, given) {
        signal = given
        await dictates(numbers).executor.run(job, blocks, done, given)
      },
      async close() {},
    }
    await expect(run(checkpoint, { executor }).result).rejects.toThrow('disk full')
    expect([signal!.aborted, state.closed]).toEqual([true, 1])
  })
})

describe('blocks', () => {
  // A week of a scenario is guessed to take 0.002 ms with ten ties: 25 weeks of two take 0.1 ms, and 50 ms hold 500.
  const job = (ties: number, weeks: number, scenarios: number) =>
    ({ network: { ties: Array(ties) }, weeks, scenarios: Array(scenarios) }) as never
  const cut = (of: never, to: number, finished: readonly (readonly [number, number])[] = [], from = 0) =>
    blocksOf(
      of,
      { from, to },
      finished.map(([begin, end]) => ({ from: begin, to: end })),
    ).map(block => [block.from, block.to])

  test('take 50 ms by guess, hold one replication at least and 4,096 at most', () => {
    expect(cut(job(10, 24, 2), 1200)).toEqual([
      [0, 500],
      [500, 1000],
      [1000, 1200],
    ])
    expect(cut(job(0, 0, 1), 5000)).toEqual([
      [0, 4096],
      [4096, 5000],
    ])
    expect(cut(job(10_000, 5199, 4), 2)).toEqual([
      [0, 1],
      [1, 2],
    ])
  })
  test('leave out what is finished, in any order, overlapping or from elsewhere', () => {
    const finished = [
      [600, 700],
      [900, 1300],
      [100, 200],
      [150, 180],
      [180, 250],
      [0, 20],
    ] as const
    expect(cut(job(10, 24, 2), 1200, finished, 20)).toEqual([
      [20, 100],
      [250, 600],
      [700, 900],
    ])
    expect(cut(job(10, 24, 2), 1200, [[1200, 1300]], 1100)).toEqual([[1100, 1200]])
    expect(cut(job(10, 24, 2), 1200, [[1300, 1400]], 1100)).toEqual([[1100, 1200]])
    expect(cut(job(10, 24, 2), 1200, [[0, 1200]])).toEqual([])
  })
  test('ten replications in three shards: 3, 3 and 4', () => {
    expect([0, 1, 2].map(index => shardRange(10, index, 3))).toEqual([
      { from: 0, to: 3 },
      { from: 3, to: 6 },
      { from: 6, to: 10 },
    ])
  })
})

describe('hashes', () => {
  test('are SHA-256 of the JSON with the keys of every object in order', () => {
    const json = '{"a":[{"c":null,"d":1}],"b":{"x":"é","y":false}}'
    const hash = createHash('sha256').update(json).digest('hex')
    expect(hashOf({ b: { y: false, x: 'é' }, a: [{ d: 1, c: null }] })).toBe(hash)
    expect(hashOf({ a: [{ c: null, d: 1 }], b: { x: 'é', y: false } })).toBe(hash)
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]))
  })
})

describe('refuses, and says what it expects', () => {
  const run = (more: object) =>
    runEnsemble(network, two, { replications: 3, seed: 1, weeks: 0, ...more } as EnsembleOptions)
  const bad: [string, unknown[]][] = [
    [
      'design',
      [
        3,
        null,
        {},
        { grid: {} },
        { grid: null },
        { grid: { lossFactor: 2 } },
        { grid: 'x' },
        { list: [] },
        { list: [3] },
        { list: [null] },
        { list: [{}], grid: {} },
        { point: [] },
      ],
    ],
    ['noise', [-0.1, 1.1, '0.5', Number.NaN]],
    ['workplan', [3, null, []]],
    ['parameters', [null, [], 'x']],
    ['executor', [null, 'x', { run() {} }, { close() {} }, { run: 1, close() {} }]],
    ['checkpoint', [null, { load() {}, append() {} }, { load() {}, close() {} }, { append() {}, close() {} }]],
    [
      'shard',
      [
        null,
        3,
        {},
        { index: 0 },
        { index: 0.5, count: 2 },
        { index: 0, count: 1.5 },
        { index: -1, count: 2 },
        { index: 2, count: 2 },
        { index: 0, count: 2, of: 3 },
      ],
    ],
    ['targetError', [0, -1, Infinity, '1']],
    ['onProgress', [3]],
    ['signal', [3]],
    ['weeks', [-1, 5201, 1.5]],
    ['replications', [0, 2 ** 31 + 1]],
  ]
  test.each(bad)('%s', async (option, values) => {
    for (const value of values)
      await expect(run({ [option]: value }), JSON.stringify(value)).rejects.toMatchObject({
        code: 'INVALID_OPTION',
        message: expect.stringContaining(`runEnsemble: expected ${option} to be`),
      })
  })
  test('but takes the ends of what it expects', async () => {
    const kept = { load: async () => [], append: async () => {}, close: async () => {} }
    for (const more of [
      { noise: 0 },
      { noise: 1 },
      { workplan: {} },
      { shard: { index: 0, count: 1 } },
      { shard: { index: 2, count: 3 } },
      { targetError: 1e-9 },
      { checkpoint: kept },
      { design: { list: [{}] } },
    ])
      expect((await run(more)).kind).toBe('ensemble')
  })
  test('a shard with a target; more shards than replications', async () => {
    await expect(run({ shard: { index: 0, count: 2 }, targetError: 1 })).rejects.toThrow(/cannot know the error/)
    await expect(run({ shard: { index: 0, count: 4 } })).rejects.toThrow(/3 replications do not make 4 shards/)
  })
  test('an aborted signal before anything is begun', async () => {
    const { executor, asked } = dictates({ end: () => 1 })
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(run({ signal, executor })).rejects.toThrow('too late')
    expect(asked).toEqual([])
  })
  test('shards of another number, a whole among them, what is no result', async () => {
    const whole = await run({})
    const [a, b] = [await run({ shard: { index: 0, count: 2 } }), await run({ shard: { index: 1, count: 2 } })]
    const third = await run({ shard: { index: 2, count: 3 } })
    const refuse = (parts: unknown, expected: RegExp) =>
      expect(() => mergeEnsembles(parts as never)).toThrow(
        expect.objectContaining({ code: 'INVALID_VALUE', message: expect.stringMatching(expected) }),
      )
    refuse([a, whole], /expected shards of 2, got a whole/)
    refuse([whole, a], /expected shards of 1, got a whole/)
    refuse([a, third], /expected shards of 2, got one of 3/)
    refuse([b, b], /shard 1 of 2 comes twice/)
    refuse([third], /missing shards 0, 1 of 3/)
    refuse([a], /missing shard 1 of 2/)
    for (const parts of [null, [], [null], [undefined], [a, {}], {}])
      refuse(parts, /expected the results of all shards/)
    const copy = mergeEnsembles([whole])
    expect(copy).toEqual(whole)
    expect(copy).not.toBe(whole)
  })
  test('tables of what is no ensemble', () => {
    for (const given of [undefined, null, {}, { kind: 'scenario' }])
      expect(() => regretTable(given as never, { outcome: 'voice' })).toThrow(
        expect.objectContaining({ code: 'INVALID_OPTION', message: expect.stringMatching(/what runEnsemble gives/) }),
      )
  })
})
