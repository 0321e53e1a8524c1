import { createNetwork, toDocument } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import {
  assumptions,
  type Block,
  buildAlliance,
  chaseIndicators,
  type Design,
  type EnsembleJob,
  type EnsembleResult,
  type Executor,
  maximinTable,
  mergeEnsembles,
  outcomes,
  patternShares,
  regretTable,
  replication,
  runBlock,
  runEnsemble,
  runScenario,
  type Scenario,
  satisficingTable,
  scenarioDiscovery,
  staffTurnover,
  sustainCooperation,
  tornado,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import { randomStream } from '../../src/kernel/random.ts'

const network = xCommunity()
const scenarios: Scenario[] = [
  { name: 'as it is', strategies: [] },
  { name: 'alliance', strategies: [buildAlliance()], noise: 0.2 },
  {
    name: 'both',
    strategies: [buildAlliance(), sustainCooperation()],
    events: [{ ...staffTurnover({ week: 1, share: 0.5 }), week: null, perYear: 2 }],
    parameters: { trustGain: 0.05 },
  },
]
const options = { replications: 150, seed: 11 }
const whole = () => runEnsemble(network, scenarios, options)
const text = async (result: EnsembleResult | Promise<EnsembleResult>) => JSON.stringify(await result)

/** Runs blocks of any size, in any order, cutting up or reversing what it is given. */
function oddExecutor(size: number, reverse: boolean): Executor {
  return {
    async run(job, blocks, done) {
      const cut: Block[] = []
      for (const { from, to } of blocks)
        for (let at = from; at < to; at += size) cut.push({ from: at, to: Math.min(to, at + size) })
      for (const block of reverse ? cut.reverse() : cut)
        done(block, runBlock(JSON.parse(JSON.stringify(job)) as EnsembleJob, block))
    },
    async close() {},
  }
}

/** A result with made-up draws, for checks of the tables by hand. */
async function withDraws(values: Record<string, (number | null)[]>): Promise<EnsembleResult> {
  const names = Object.keys(values)
  const replications = values[names[0]!]!.length
  const made = await runEnsemble(
    network,
    names.map(name => ({ name, strategies: [] })),
    { replications, seed: 1, weeks: 0 },
  )
  const filled = made.draws.outcomes.map(column => ({ ...column, values: values[column.scenario]! }))
  return { ...made, draws: { ...made.draws, outcomes: filled } }
}

describe('the same bits', () => {
  test('in blocks of any size and order, from a job that went through JSON', async () => {
    for (const [size, reverse] of [
      [1, true],
      [7, false],
      [64, true],
      [1000, false],
    ] as const)
      expect(await text(runEnsemble(network, scenarios, { ...options, executor: oddExecutor(size, reverse) }))).toBe(
        await text(whole()),
      )
  })
  test('in shards of any number, merged in any order, through JSON', async () => {
    for (const count of [1, 2, 3, 7, 150]) {
      const parts: EnsembleResult[] = []
      for (let index = count - 1; index >= 0; index--)
        parts.push(JSON.parse(await text(runEnsemble(network, scenarios, { ...options, shard: { index, count } }))))
      expect(JSON.stringify(mergeEnsembles(parts))).toBe(await text(whole()))
    }
  }, 120_000)
  test('of a replication run alone by runScenario', async () => {
    const result = await whole()
    for (const k of [0, 1, 77, 149])
      replication(result, k).forEach(scenario => {
        const alone = runScenario(network, scenario)
        for (const { name } of outcomes) {
          const column = result.draws.outcomes.find(c => c.scenario === scenario.name && c.outcome === name)!
          expect(column.values[k]).toBe(alone.measures.after[name])
        }
        const weeks = result.draws.withdrewInWeek.find(c => c.scenario === scenario.name)!
        expect(weeks.values[k]).toBe(alone.withdrewInWeek)
      })
  })
  test('another seed gives others; the network and the scenarios stay as they were', async () => {
    const before = JSON.stringify([toDocument(network), scenarios])
    expect(await text(runEnsemble(network, scenarios, { ...options, seed: 12 }))).not.toBe(await text(whole()))
    expect(JSON.stringify([toDocument(network), scenarios])).toBe(before)
  })
  test('JSON holds no NaN and comes back as it was', async () => {
    const result = await whole()
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
    expect(JSON.stringify(result)).not.toMatch(/NaN/)
  })
  test('an outcome that the network does not define is null everywhere, and merges', async () => {
    const document = toDocument(network)
    const kept = document.actors.filter(({ kind }) => kind !== 'street-office').map(({ id }) => id)
    const small = createNetwork({
      ...document,
      actors: document.actors.filter(({ id }) => kept.includes(id)),
      ties: document.ties.filter(({ source, target }) => kept.includes(source) && kept.includes(target)),
    })
    const run = (more: object) => runEnsemble(small, scenarios.slice(0, 2), { ...options, ...more })
    const result = await run({})
    const row = result.outcomes.find(({ outcome }) => outcome === 'dependence')!
    expect(row).toMatchObject({ count: 0, mean: null, sd: null, median: null, low: null, error: null })
    const contrast = result.contrasts.find(({ outcome }) => outcome === 'dependence')!
    expect(contrast).toMatchObject({ count: 0, difference: null, interval: null, chanceABeatsB: null })
    const parts = [await run({ shard: { index: 0, count: 2 } }), await run({ shard: { index: 1, count: 2 } })]
    expect(JSON.stringify(mergeEnsembles(parts))).toBe(JSON.stringify(result))
  })
})

describe('designs', () => {
  const one = [{ name: 'one', strategies: [] }]
  const draws = async (design: Design, replications: number, more: object = {}) => {
    const result = await runEnsemble(network, one, { replications, seed: 3, weeks: 0, design, ...more })
    return Array.from({ length: replications }, (_, k) => replication(result, k)[0]!.parameters!)
  }
  const placeOf = (name: string, value: number) => {
    const { range, draw } = assumptions().find(row => row.name === name)!
    const [low, high] = range
    return draw === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low)
  }
  test('Latin hypercube: every slice of every assumption exactly once', async () => {
    for (const n of [1, 7, 100]) {
      const rows = await draws('latin-hypercube', n)
      for (const { name } of assumptions()) {
        const slices = rows.map(row => Math.floor(placeOf(name, row[name]!) * n + 1e-9)).sort((a, b) => a - b)
        expect(slices).toEqual([...Array(n).keys()])
      }
    }
  })
  test('Sobol′: 64 points fill the 64 slices of every assumption; 8 × 8 cells of the first two evenly', async () => {
    const rows = await draws('sobol', 64)
    for (const { name } of assumptions()) {
      const slices = rows.map(row => Math.floor(placeOf(name, row[name]!) * 64 + 1e-9)).sort((a, b) => a - b)
      expect(slices).toEqual([...Array(64).keys()])
    }
    const [x, y] = assumptions() as unknown as [{ name: string }, { name: string }]
    const cells = new Set(
      rows.map(row => [x, y].map(({ name }) => Math.floor(placeOf(name, row[name]!) * 8 + 1e-9)).join()),
    )
    expect(cells.size).toBe(64)
  })
  test('Monte Carlo: places are uniform and not correlated, and more replications keep the first', async () => {
    const rows = await draws('monte-carlo', 2000)
    const [x, y] = ['trustGain', 'formalShare'].map(name => rows.map(row => placeOf(name, row[name]!))) as [
      number[],
      number[],
    ]
    const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length
    // Standard errors: 0.289 / √2000 = 0.0065 of a mean, (1/12) / √2000 = 0.0019 of a product.
    expect(Math.abs(mean(x) - 0.5)).toBeLessThan(0.026)
    expect(Math.abs(mean(x.map(v => v * v)) - 1 / 3)).toBeLessThan(0.027)
    expect(Math.abs(mean(x.map((v, i) => (v - 0.5) * (y[i]! - 0.5))))).toBeLessThan(0.0076)
    expect(await draws('monte-carlo', 10)).toEqual(rows.slice(0, 10))
  })
  test('grid: all combinations, the last name fastest; again and again', async () => {
    const grid = { trustGain: [0.02, 0.04], lossFactor: [1, 2, 3] }
    const rows = await draws({ grid }, 8)
    expect(rows.map(row => [row.trustGain, row.lossFactor])).toEqual([
      [0.02, 1],
      [0.02, 2],
      [0.02, 3],
      [0.04, 1],
      [0.04, 2],
      [0.04, 3],
      [0.02, 1],
      [0.02, 2],
    ])
    expect((await runEnsemble(network, one, { design: { grid }, seed: 1, weeks: 0 })).replications).toBe(6)
  })
  test('list: as given; what a point leaves out keeps its default, also after one that names it', async () => {
    const design = { list: [{ trustGain: 0.06, lossFactor: 4 }, { lossFactor: 3 }] }
    const result = await runEnsemble(network, [{ name: 'a', strategies: [chaseIndicators()] }], { design, seed: 1 })
    const alone = runScenario(network, { strategies: [chaseIndicators()], parameters: { lossFactor: 3 } })
    expect(result.draws.outcomes[3]!.values[1]).toBe(alone.measures.after.communityTrust)
  })
  test('a number holds an assumption, a pair is its range, and a scenario goes first', async () => {
    const rows = await draws('latin-hypercube', 20, { parameters: { trustGain: 0.031, lossFactor: [2, 2.1] } })
    expect(rows.every(row => row.trustGain === 0.031)).toBe(true)
    expect(rows.every(row => row.lossFactor! >= 2 && row.lossFactor! <= 2.1)).toBe(true)
    expect(replication(await whole(), 5)[2]!.parameters!.trustGain).toBe(0.05)
  })
})

describe('what it says', () => {
  test('mean, sd, quantiles and error of 1 … 5: 3, √2.5, 1.2 to 4.8, √0.5', async () => {
    const { draws } = await whole()
    const column = draws.outcomes[0]!
    const row = (await whole()).outcomes[0]!
    const values = column.values as number[]
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length
    const sd = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1))
    expect(row.mean).toBeCloseTo(mean, 14)
    expect(row.sd).toBeCloseTo(sd, 14)
    expect(row.error).toBeCloseTo(sd / Math.sqrt(150), 14)
    const sorted = [...values].sort((a, b) => a - b)
    expect(row.median).toBeCloseTo((sorted[74]! + sorted[75]!) / 2, 14)
    expect(values.filter(v => v < row.low!).length).toBe(8)
    expect(values.filter(v => v > row.high!).length).toBe(8)
  })
  test('contrasts are paired: difference of the means, error of the differences; a against b mirrors b against a', async () => {
    const { contrasts, outcomes: rows, draws } = await whole()
    for (const c of contrasts) {
      const of = (name: string) => rows.find(row => row.scenario === name && row.outcome === c.outcome)!
      const column = (name: string) =>
        draws.outcomes.find(d => d.scenario === name && d.outcome === c.outcome)!.values as number[]
      expect(c.difference).toBeCloseTo(of(c.a).mean! - of(c.b).mean!, 12)
      const pairs = column(c.a).map((value, r) => value - column(c.b)[r]!)
      const sd = Math.sqrt(pairs.reduce((sum, v) => sum + (v - c.difference!) ** 2, 0) / 149)
      expect(c.error).toBeCloseTo(sd / Math.sqrt(150), 12)
      // R 4.2: qt(0.975, 149)
      expect(c.interval![1] - c.difference!).toBeCloseTo(c.error! * 1.976013, 6)
      const higher = outcomes.find(({ name }) => name === c.outcome)!.better === 'higher'
      const wins = pairs.filter(v => (higher ? v > 0 : v < 0)).length + pairs.filter(v => v === 0).length / 2
      expect(c.chanceABeatsB).toBe(wins / 150)
      const back = contrasts.find(o => o.a === c.b && o.b === c.a && o.outcome === c.outcome)!
      expect(back.difference).toBeCloseTo(-c.difference!, 14)
      expect(back.chanceABeatsB! + c.chanceABeatsB!).toBeCloseTo(1, 14)
    }
  })
  test('the interval holds the true difference in 19 of 20 ensembles', async () => {
    const two = scenarios.slice(0, 2).map(scenario => ({ ...scenario, noise: 0 }))
    const run = (replications: number, seed: number) =>
      runEnsemble(network, two, { replications, seed, weeks: 8, design: 'monte-carlo' })
    const find = (result: EnsembleResult) =>
      result.contrasts.find(({ a, outcome }) => a === 'alliance' && outcome === 'voice')!
    const truth = find(await run(20_000, 999)).difference!
    let held = 0
    for (let seed = 0; seed < 200; seed++) {
      const [low, high] = find(await run(12, seed)).interval!
      if (low <= truth && truth <= high) held++
    }
    // 190 are expected, ± 3.1; skewed differences cost a little. With 1.96 in the place of Student's 2.20: about 182.
    expect(held).toBeGreaterThan(179)
    expect(held).toBeLessThanOrEqual(199)
  }, 60_000)
  test('bands: the weekly quantiles of the runs, with the start and the end', async () => {
    const result = await whole()
    const band = result.bands.find(({ scenario, outcome }) => scenario === 'both' && outcome === 'voice')!
    expect(band.weeks).toEqual([...Array(53).keys()])
    const last = result.outcomes.find(({ scenario, outcome }) => scenario === 'both' && outcome === 'voice')!
    expect([band.low[52], band.median[52], band.high[52]]).toEqual([last.low, last.median, last.high])
    expect(band.low[0]).toBe(band.high[0])
    const at = Array.from(
      { length: 150 },
      (_, k) => runScenario(network, replication(result, k)[2]!).timeline[26]!.outcomes.voice!,
    )
    expect(band.median[26]).toBe(
      at
        .sort((a, b) => a - b)
        .slice(74, 76)
        .reduce((a, b) => a + (b - a) / 2),
    )
  })
  test('a long run keeps a year’s worth of weeks', async () => {
    const { bands } = await runEnsemble(network, [{ strategies: [] }], { replications: 2, seed: 1, weeks: 520 })
    expect(bands[0]!.weeks).toEqual(Array.from({ length: 53 }, (_, i) => i * 10))
  })
  test('withdrawals: share and median week of those that left', async () => {
    const result = await runEnsemble(network, [{ name: 'x', strategies: [chaseIndicators({ load: 2.5 })] }], {
      replications: 100,
      seed: 1,
      weeks: 80,
    })
    const weeks = result.draws.withdrewInWeek[0]!.values.filter(week => week !== null)
    expect(weeks.length).toBeGreaterThan(5)
    expect(result.withdrawals[0]!.share).toBe(weeks.length / 100)
    expect(result.withdrawals[0]!.medianWeek).toBeGreaterThanOrEqual(Math.min(...weeks))
  })
  test('the manifest names what the run depends on', async () => {
    const base = (await whole()).manifest
    const other = async (more: object, given = scenarios) =>
      (await runEnsemble(network, given, { ...options, weeks: 2, ...more })).manifest
    const short = await other({})
    expect(short.network).toBe(base.network)
    expect((await other({ seed: 12 })).job).not.toBe(short.job)
    expect((await other({ design: 'sobol' })).parameters).not.toBe(short.parameters)
    expect((await other({}, scenarios.slice(1))).scenarios).not.toBe(short.scenarios)
    const document = toDocument(network)
    const turned = createNetwork(JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(document).reverse()))))
    expect((await runEnsemble(turned, scenarios, { ...options, weeks: 2 })).manifest).toEqual(short)
  })
})

describe('stopping early', () => {
  test('at the same replication whatever runs it, once every error is below the target', async () => {
    const early = { ...options, replications: 5000, weeks: 26, targetError: 0.006, design: 'monte-carlo' as const }
    const result = await runEnsemble(network, scenarios, early)
    expect(result.reachedTarget).toBe(true)
    expect(result.replications).toBeLessThan(5000)
    expect(result.replications % 64).toBe(0)
    expect(Math.max(...result.outcomes.map(({ error }) => error ?? 0))).toBeLessThanOrEqual(0.006)
    expect(await text(runEnsemble(network, scenarios, { ...early, executor: oddExecutor(13, true) }))).toBe(
      await text(result),
    )
    const plain = await runEnsemble(network, scenarios, {
      ...options,
      weeks: 26,
      design: 'monte-carlo',
      replications: result.replications,
    })
    expect(plain.outcomes).toEqual(result.outcomes)
  })
  test('says when it could not be reached', async () => {
    const result = await runEnsemble(network, scenarios, { ...options, weeks: 4, targetError: 1e-9 })
    expect([result.reachedTarget, result.replications]).toEqual([false, 150])
  })
})

describe('progress and abort', () => {
  test('runs from 0 to all, never back', async () => {
    const seen: number[] = []
    await runEnsemble(network, scenarios, { ...options, onProgress: ({ done, total }) => seen.push(done / total) })
    expect(seen[0]).toBe(0)
    expect(seen.at(-1)).toBe(1)
    expect(seen.every((x, i) => i === 0 || x > seen[i - 1]!)).toBe(true)
  })
  test('an abort stops within 100 ms with the signal’s reason, also in long runs', async () => {
    for (const more of [{ replications: 2_000_000 }, { replications: 10_000, weeks: 5200 }]) {
      const stop = new AbortController()
      let at = 0
      setTimeout(() => {
        at = performance.now()
        stop.abort(new Error('enough'))
      }, 100)
      await expect(runEnsemble(network, scenarios, { ...options, ...more, signal: stop.signal })).rejects.toThrow(
        'enough',
      )
      expect(performance.now() - at).toBeLessThan(100)
    }
  })
})

describe('refuses', () => {
  test.each<[string, object]>([
    ['no replications', { replications: undefined }],
    ['no seed', { seed: undefined }],
    ['an unknown option', { replication: 3 }],
    ['half a replication', { replications: 1.5 }],
    ['an unknown design', { design: 'lhs' }],
    ['an empty grid', { design: { grid: { trustGain: [] } } }],
    ['an unknown parameter in a grid', { design: { grid: { trustgain: [1] } } }],
    ['a parameter out of range in a list', { design: { list: [{ trustGain: 2 }] } }],
    [
      'a parameter that the grid sets as well',
      { design: { grid: { trustGain: [0.1] } }, parameters: { trustGain: 0.1 } },
    ],
    ['a range that is none', { parameters: { trustGain: [0.2, 0.1] } }],
    ['an unknown parameter', { parameters: { trustgain: 0.1 } }],
    ['a shard out of range', { shard: { index: 3, count: 3 } }],
    ['more shards than replications', { shard: { index: 0, count: 1000 } }],
    ['a target for a shard', { shard: { index: 0, count: 2 }, targetError: 0.1 }],
    ['an executor that is none', { executor: {} }],
    ['negative noise', { noise: -1 }],
  ])('%s', async (_, more) => {
    await expect(runEnsemble(network, scenarios, { ...options, ...more } as never)).rejects.toMatchObject({
      code: expect.stringMatching(/INVALID_OPTION|UNKNOWN_OPTION/),
    })
  })
  test('no scenarios, equal names, a scenario with weeks or a seed of its own, a foreign actor', async () => {
    const refused = (given: Scenario[]) =>
      expect(runEnsemble(network, given, options)).rejects.toMatchObject({ name: 'GuanxiError' })
    await refused([])
    await refused([scenarios[0]!, scenarios[0]!])
    await refused([{ strategies: [], weeks: 10 }])
    await refused([{ strategies: [], seed: 1 }])
    await refused([{ strategies: [buildAlliance({ agency: 'nobody' })] }])
  })
  test('merging: a missing shard, one twice, one of another ensemble, a whole among shards', async () => {
    const part = (index: number, more = {}) =>
      runEnsemble(network, scenarios, { ...options, ...more, weeks: 2, shard: { index, count: 3 } })
    const [a, b, c] = [await part(0), await part(1), await part(2)]
    expect(() => mergeEnsembles([a, c])).toThrow(/missing shard 1 of 3/)
    expect(() => mergeEnsembles([a, b, b, c])).toThrow(/twice/)
    expect(() => mergeEnsembles([])).toThrow(/shards/)
    const foreign = await part(1, { seed: 9 })
    expect(() => mergeEnsembles([a, foreign, c])).toThrow(/another ensemble/)
  })
})

describe('tables, by hand', () => {
  test('regret on voice: best is 3, 2, 5; a falls short by 0, 1, 4, b by 2, 0, 0', async () => {
    const made = await withDraws({ a: [3, 1, 1, null], b: [1, 2, 5, 9] })
    const [first, second] = regretTable(made, { outcome: 'voice' })
    expect(first).toMatchObject({ scenario: 'b', mean: 2 / 3, median: 0, worst: 2, bestShare: 2 / 3 })
    expect(second).toMatchObject({ scenario: 'a', mean: 5 / 3, median: 1, worst: 4, bestShare: 1 / 3 })
  })
  test('on dependence, of which less is better: the best are 1, 1, 1', async () => {
    const made = await withDraws({ a: [3, 1, 1], b: [1, 2, 5] })
    expect(regretTable(made, { outcome: 'dependence' }).map(({ scenario, worst }) => [scenario, worst])).toEqual([
      ['a', 2],
      ['b', 4],
    ])
    expect(
      maximinTable(made, { outcome: 'dependence' }).map(({ scenario, worst, best }) => [scenario, worst, best]),
    ).toEqual([
      ['a', 3, 1],
      ['b', 5, 1],
    ])
  })
  test('maximin: worst 1 in replication 1, and 0 in 0', async () => {
    const made = await withDraws({ a: [0, 9, 9], b: [2, 1, 5] })
    expect(maximinTable(made, { outcome: 'voice' })).toEqual([
      { scenario: 'b', worst: 1, worstReplication: 1, best: 5 },
      { scenario: 'a', worst: 0, worstReplication: 0, best: 9 },
    ])
  })
  test('satisficing: 2 of 4 with voice ≥ 2 and ≤ 5; what is not defined does not meet it', async () => {
    const made = await withDraws({ a: [1, 2, 5, null] })
    const [row] = satisficingTable(made, [
      { outcome: 'voice', atLeast: 2 },
      { outcome: 'delivery', atMost: 2 },
    ])
    expect(row).toEqual({ scenario: 'a', share: 0.25, error: Math.sqrt(0.25 * 0.75) / 2, each: [0.5, 0.5] })
    expect(() => satisficingTable(made, [{ outcome: 'voice' }])).toThrow(/atLeast/)
  })
  test('pattern shares: b above a in 2 of 3', async () => {
    const made = await withDraws({ a: [3, 1, 1], b: [1, 2, 5] })
    const [row] = patternShares(made, [{ id: 'b', holds: at => at.b!.voice! > at.a!.voice! }])
    expect(row).toEqual({ id: 'b', share: 2 / 3, error: Math.sqrt(2 / 27) })
  })
})

describe('what it rests on', () => {
  /** Voice made up from the assumptions themselves. */
  async function planted(voice: (p: Record<string, number>) => number): Promise<EnsembleResult> {
    const made = await runEnsemble(network, [{ name: 'a', strategies: [] }], { replications: 3000, seed: 1, weeks: 0 })
    const values = Array.from({ length: 3000 }, (_, k) => voice(replication(made, k)[0]!.parameters!))
    return { ...made, draws: { ...made.draws, outcomes: made.draws.outcomes.map(column => ({ ...column, values })) } }
  }
  test('PRIM names a planted box: its two assumptions, their ends, nothing else', async () => {
    const made = await planted(p => (p.lossFactor! > 2.8 && p.formalShare! < 0.6 ? 0 : 1))
    const { box, failures, share, trajectory } = scenarioDiscovery(made, {
      scenario: 'a',
      outcome: 'voice',
      atLeast: 0.5,
    })
    // A box of 1.2/3 of one range and 0.3/0.7 of the other.
    expect(share).toBeCloseTo((1.2 / 3) * (0.3 / 0.7), 1)
    expect(failures).toBe(Math.round(share * 3000))
    expect(box!.limits.map(({ name }) => name).sort()).toEqual(['formalShare', 'lossFactor'])
    const loss = box!.limits.find(({ name }) => name === 'lossFactor')!
    expect(loss.low).toBeGreaterThan(2.7)
    expect(loss.low).toBeLessThan(2.9)
    expect(loss.high).toBeNull()
    expect(loss.quasiP).toBeLessThan(1e-10)
    expect(box!.coverage).toBeGreaterThan(0.9)
    expect(box!.density).toBeGreaterThan(0.9)
    expect(trajectory[0]).toMatchObject({ coverage: 1, density: share, support: 1, limited: 0 })
  })
  test('PRIM finds no box where failures are chance, none where there are none', async () => {
    const stream = randomStream(8)
    const chance = await planted(() => (stream.uniform() < 0.3 ? 0 : 1))
    const found = scenarioDiscovery(chance, { scenario: 'a', outcome: 'voice', atLeast: 0.5 })
    expect(found.box === null || found.box.density < 1.4 * found.share).toBe(true)
    expect(scenarioDiscovery(await planted(() => 1), { scenario: 'a', outcome: 'voice', atLeast: 0.5 }).box).toBeNull()
    expect(() => scenarioDiscovery(chance, { scenario: 'a', outcome: 'voice' })).toThrow(/atLeast/)
  })
  test('tornado: an outcome 2x of an even assumption swings by 2 · 0.8 of its range; the others by chance only', async () => {
    const made = await planted(p => 2 * p.lossFactor!)
    const [first, second] = tornado(made, { scenario: 'a', outcome: 'voice' })
    // Fifths of a range of 3: their means lie 0.8 of it apart.
    expect(first!.name).toBe('lossFactor')
    expect(first!.swing).toBeCloseTo(2 * 3 * 0.8, 2)
    expect(first!.correlation).toBeCloseTo(1, 12)
    expect(Math.abs(second!.swing)).toBeLessThan(0.5)
    const same = tornado(made, { scenario: 'a', outcome: 'voice', against: 'a' })
    expect(same.every(({ swing, partial, partialInterval }) => swing === 0 && !partial && !partialInterval)).toBe(true)
  })
  test('tornado: with all others held, what adds its part stands out from what hides it; within its interval', async () => {
    const made = await planted(p => p.lossFactor! + p.formalShare!)
    const of = (name: string) => tornado(made, { scenario: 'a', outcome: 'voice' }).find(row => row.name === name)!
    const { range, correlation, partial, partialInterval } = of('formalShare')
    expect(range).toEqual(made.drawn.find(({ name }) => name === 'formalShare')!.range)
    expect(partial!).toBeGreaterThan(Math.abs(correlation!) + 0.1)
    expect(partialInterval![0]).toBeLessThan(partial!)
    expect(partialInterval![1]).toBeGreaterThan(partial!)
    expect(of('lossFactor').partial!).toBeGreaterThan(0.99)
    // Fisher's z, by hand: half its width is 1.96 / √(n − p − 2).
    const half = (Math.atanh(partialInterval![1]) - Math.atanh(partialInterval![0])) / 2
    expect(half).toBeCloseTo(1.959964 / Math.sqrt(made.replications - made.drawn.length - 2), 6)
  })
})
