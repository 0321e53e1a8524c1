import { xCommunity } from 'guanxi/cases'
import {
  type EnsembleResult,
  maximinTable,
  patternShares,
  regretTable,
  replication,
  runEnsemble,
  satisficingTable,
  scenarioDiscovery,
  tornado,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'

const network = xCommunity()
const code = (value: string) => expect.objectContaining({ code: value })

/** An ensemble over listed points whose outcomes are those given by scenario: every outcome the same. */
async function withValues(
  values: Record<string, readonly (number | null)[]>,
  points: readonly Record<string, number>[] = [{}],
): Promise<EnsembleResult> {
  const names = Object.keys(values)
  const replications = values[names[0]!]!.length
  const scenarios = names.map(name => ({ name, strategies: [] }))
  const made = await runEnsemble(network, scenarios, { replications, seed: 1, weeks: 0, design: { list: points } })
  const outcomes = made.draws.outcomes.map(column => ({ ...column, values: values[column.scenario]! }))
  return { ...made, draws: { ...made.draws, outcomes } }
}

/** Ten points: one assumption rises evenly, one is 1, 2, 1, 2, …, one never varies. */
const ten = Array.from({ length: 10 }, (_, k) => ({ halfDose: 2 + k / 10, lossFactor: 1 + (k % 2), trustGain: 0.02 }))

describe('tables', () => {
  test('regret, to the last field: of 0, 0, 0, 4 the 95 % quantile lies at 3.4', async () => {
    const made = await withValues({ a: [1, 1, 1, 1], b: [0, 0, 0, 5] })
    const [first, second] = regretTable(made, { outcome: 'voice' })
    // b falls short by 1, 1, 1, 0 and a by 0, 0, 0, 4: the smaller worst first.
    expect(first).toEqual({ scenario: 'b', mean: 0.75, median: 1, high: 1, worst: 1, bestShare: 0.25 })
    const { high, ...others } = second!
    expect(others).toEqual({ scenario: 'a', mean: 1, median: 0, worst: 4, bestShare: 0.75 })
    expect(high).toBeCloseTo(3.4, 12)
  })
  test('nothing that is defined: null, not 0', async () => {
    const made = await withValues({ a: [null, 1], b: [1, null] })
    const nothing = { mean: null, median: null, high: null, worst: null, bestShare: null }
    expect(regretTable(made, { outcome: 'reach' })).toEqual([
      { scenario: 'a', ...nothing },
      { scenario: 'b', ...nothing },
    ])
    const none = await withValues({ a: [null, null] })
    expect(maximinTable(none, { outcome: 'reach' })).toEqual([
      { scenario: 'a', worst: null, worstReplication: null, best: null },
    ])
  })
  test('maximin skips what is not defined; of equal worst ones it names the first', async () => {
    const made = await withValues({ a: [null, 3, 1, 1, 7, 7] })
    expect(maximinTable(made, { outcome: 'voice' })).toEqual([
      { scenario: 'a', worst: 1, worstReplication: 2, best: 7 },
    ])
    expect(maximinTable(made, { outcome: 'trustGap' })[0]).toMatchObject({ worst: 7, worstReplication: 4, best: 1 })
  })
  test('in a shard the worst replication is counted from the whole', async () => {
    const options = { replications: 10, seed: 1, weeks: 0, shard: { index: 1, count: 2 } }
    const part = await runEnsemble(network, [{ name: 'a', strategies: [] }], options)
    const outcomes = part.draws.outcomes.map(column => ({ ...column, values: [4, 3, 2, 9, 9] }))
    const made = { ...part, draws: { ...part.draws, outcomes } }
    expect(maximinTable(made, { outcome: 'voice' })[0]).toMatchObject({ worst: 2, worstReplication: 7 })
  })
  test('satisficing: the largest share first, the ends of a criterion belong to it', async () => {
    const made = await withValues({ a: [1, 2, 3, 4], b: [2, 3, 3, null] })
    const rows = satisficingTable(made, [{ outcome: 'voice', atLeast: 2, atMost: 3 }])
    expect(rows.map(({ scenario, share }) => [scenario, share])).toEqual([
      ['b', 0.75],
      ['a', 0.5],
    ])
    const upper = satisficingTable(made, [{ outcome: 'voice', atMost: 2 }])
    expect(upper.map(({ scenario, each }) => [scenario, each])).toEqual([
      ['a', [0.5]],
      ['b', [0.25]],
    ])
  })
  test('patterns see each outcome of each scenario, null where not defined', async () => {
    const made = await withValues({ a: [1, null], b: [0, 0] })
    const seen: unknown[] = []
    const look = (at: Readonly<Record<string, Readonly<Record<string, number | null>>>>) => {
      seen.push([at.a!.voice, at.a!.service, at.b!.dependence])
      return at.a!.reach === null
    }
    expect(patternShares(made, [{ id: 'gone', holds: look }])).toEqual([
      { id: 'gone', share: 0.5, error: Math.sqrt(0.125) },
    ])
    expect(seen).toEqual([
      [1, 1, 0],
      [null, null, 0],
    ])
    expect(patternShares(made, [])).toEqual([])
  })
})

describe('tornado, by hand', () => {
  const rising = ten.map(({ halfDose, lossFactor }) => 10 * halfDose - 3 * lossFactor)
  test('lowest and highest two of ten, by size of the swing; ends of what was run; what never varies is no row', async () => {
    const made = await withValues({ a: rising }, ten)
    const [dose, loss, ...others] = tornado(made, { scenario: 'a', outcome: 'voice' })
    expect(others).toEqual([])
    // 10 · 2 − 3 and 10 · 2.1 − 6; 10 · 2.8 − 3 and 10 · 2.9 − 6.
    expect(dose).toMatchObject({ name: 'halfDose', range: [2, 2.9] })
    expect([dose!.low, dose!.high, dose!.swing]).toEqual([16, 24, 8].map(value => expect.closeTo(value, 9)))
    // Where the factor is 1 stand replications 0, 2, …, where it is 2 the odd ones: the first two and the last two of them.
    expect(loss).toMatchObject({ name: 'lossFactor', range: [1, 2] })
    expect([loss!.low, loss!.high, loss!.swing]).toEqual([18, 22, 4].map(value => expect.closeTo(value, 9)))
  })
  test('Spearman: ranks of 1 … 5 against 2, 1, 4, 3, 5 correlate by 0.8, with nothing else to hold fixed', async () => {
    const made = await withValues(
      { a: [2, 1, 4, 3, 5] },
      ten.slice(0, 5).map(({ halfDose }) => ({ halfDose })),
    )
    const [row, ...others] = tornado(made, { scenario: 'a', outcome: 'voice' })
    expect(others).toEqual([])
    expect(row!.correlation).toBeCloseTo(0.8, 12)
    expect([row!.low, row!.high, row!.swing]).toEqual([2, 5, 3])
    // With nothing else to hold fixed the partial correlation is the plain one; Fisher's z ± 1.96 / √(5 − 3).
    expect(row!.partial).toBeCloseTo(0.8, 9)
    const [z, half] = [Math.atanh(0.8), 1.959963984540054 / Math.SQRT2]
    expect(row!.partialInterval![0]).toBeCloseTo(Math.tanh(z - half), 9)
    expect(row!.partialInterval![1]).toBeCloseTo(Math.tanh(z + half), 9)
  })
  test('an outcome that is the assumption correlates by 1, and its interval still ends below', async () => {
    const made = await withValues(
      { a: [1, 2, 3, 4, 5, 6] },
      ten.slice(0, 6).map(({ halfDose }) => ({ halfDose })),
    )
    for (const [sign, values] of [
      [1, made],
      [
        -1,
        await withValues(
          { a: [6, 5, 4, 3, 2, 1] },
          ten.slice(0, 6).map(({ halfDose }) => ({ halfDose })),
        ),
      ],
    ] as const) {
      const [row] = tornado(values, { scenario: 'a', outcome: 'voice' })
      expect(row!.partial).toBeCloseTo(sign, 12)
      const [low, high] = row!.partialInterval!
      expect(Math.min(Math.abs(low), Math.abs(high))).toBeLessThan(1)
      expect(Math.min(Math.abs(low), Math.abs(high))).toBeGreaterThan(0.999)
    }
  })
  test('a widest swing downwards goes first too', async () => {
    const made = await withValues({ a: ten.map(({ halfDose, lossFactor }) => -10 * halfDose + lossFactor) }, ten)
    const rows = tornado(made, { scenario: 'a', outcome: 'voice' })
    expect(rows.map(({ name }) => name)).toEqual(['halfDose', 'lossFactor'])
    expect(rows[0]!.swing).toBeCloseTo(-8, 9)
  })
  test('what is not defined is left out; four replications are too few, five are not', async () => {
    const some = (count: number) => ten.map((_, k) => (k < count ? k : null))
    const rows = async (count: number) =>
      tornado(await withValues({ a: some(count) }, ten), { scenario: 'a', outcome: 'voice' })
    expect(await rows(4)).toEqual([])
    const [dose] = await rows(5)
    expect([dose!.name, dose!.low, dose!.high]).toEqual(['halfDose', 0, 4])
  })
  test('against another: of a − b; an outcome that never varies has no correlation', async () => {
    const made = await withValues({ a: rising, b: rising.map(value => value - 2) }, ten)
    for (const row of tornado(made, { scenario: 'a', outcome: 'voice', against: 'b' })) {
      expect(row.swing).toBeCloseTo(0, 12)
      expect(row.low).toBeCloseTo(2, 12)
    }
    const same = await withValues({ a: ten.map(() => 3) }, ten)
    const rows = tornado(same, { scenario: 'a', outcome: 'voice' })
    expect(rows.map(({ correlation, partial }) => [correlation, partial])).toEqual([
      [null, null],
      [null, null],
    ])
  })
  test('a shard rests on the assumptions of its own replications', async () => {
    const options = { replications: 20, seed: 5, weeks: 0, shard: { index: 1, count: 2 } }
    const part = await runEnsemble(network, [{ name: 'a', strategies: [] }], options)
    const values = Array.from({ length: 10 }, (_, r) => replication(part, 10 + r)[0]!.parameters!.halfDose!)
    const outcomes = part.draws.outcomes.map(column => ({ ...column, values }))
    const rows = tornado({ ...part, draws: { ...part.draws, outcomes } }, { scenario: 'a', outcome: 'voice' })
    const dose = rows.find(({ name }) => name === 'halfDose')!
    expect(dose.correlation).toBeCloseTo(1, 12)
    expect(dose.range).toEqual(part.drawn.find(({ name }) => name === 'halfDose')!.range)
    // Ten replications and some thirty assumptions: nothing can be held fixed.
    expect([dose.partial, dose.partialInterval]).toEqual([null, null])
  })
  test('an assumption that the scenario sets itself is no row', async () => {
    const scenarios = [{ name: 'a', strategies: [], parameters: { halfDose: 3 } }]
    const made = await runEnsemble(network, scenarios, { replications: 10, seed: 1, weeks: 0, design: { list: ten } })
    const outcomes = made.draws.outcomes.map(column => ({ ...column, values: rising }))
    const rows = tornado({ ...made, draws: { ...made.draws, outcomes } }, { scenario: 'a', outcome: 'voice' })
    expect(rows.map(({ name }) => name)).toEqual(['lossFactor'])
  })
})

describe('scenario discovery, by hand', () => {
  /** 200 points on a line; failures above 150, and everywhere else every twentieth. */
  const line = Array.from({ length: 200 }, (_, k) => ({ halfDose: 2 + k / 100, lossFactor: 1 + ((k * 7) % 10) / 10 }))
  const good = line.map((_, k) => (k >= 150 || k % 20 === 0 ? 0 : 1))

  test('a box above a limit: coverage, density and support are shares that can be counted', async () => {
    const made = await withValues({ a: good }, line)
    const found = scenarioDiscovery(made, { scenario: 'a', outcome: 'voice', atLeast: 1 })
    const { trajectory, box, ...known } = found
    expect(known).toEqual({
      kind: 'scenario-discovery',
      scenario: 'a',
      outcome: 'voice',
      against: null,
      atLeast: 1,
      atMost: null,
      replications: 200,
      failures: 58,
      share: 58 / 200,
    })
    expect(box!.limits.map(({ name, high }) => [name, high])).toEqual([['halfDose', null]])
    const inside = line.flatMap(({ halfDose }, k) => (halfDose >= box!.limits[0]!.low! ? [good[k]!] : []))
    const cases = inside.filter(value => value === 0).length
    expect([box!.coverage, box!.density, box!.support]).toEqual([
      cases / 58,
      cases / inside.length,
      inside.length / 200,
    ])
    // The limit found lies between the last good point and the fifth failure beyond it.
    expect(box!.limits[0]!.low).toBeGreaterThan(3.4)
    expect(box!.limits[0]!.low).toBeLessThan(3.55)
    expect(trajectory[0]).toEqual({ coverage: 1, density: 58 / 200, support: 1, limited: 0 })
    for (const { coverage, density, support } of trajectory)
      expect(coverage * 58).toBeCloseTo(density * support * 200, 9)
  })
  test('quasi-p of the only limit: so many failures or more, when each point fails with the share of all', async () => {
    const made = await withValues({ a: good }, line)
    const { box, share } = scenarioDiscovery(made, { scenario: 'a', outcome: 'voice', atLeast: 1 })
    const points = Math.round(box!.support * 200)
    const cases = Math.round(box!.density * points)
    let chance = 1
    let tail = 0
    for (let k = 0; k <= points; k++) {
      if (k > 0) chance = (chance * (points - k + 1)) / k
      if (k >= cases) tail += chance * share ** k * (1 - share) ** (points - k)
    }
    expect(box!.limits[0]!.quasiP / tail).toBeCloseTo(1, 6)
  })
  test('failures above a limit count by atMost; against another by the difference', async () => {
    const made = await withValues({ a: good.map(value => 2 - value), b: good.map(() => 1) }, line)
    const high = scenarioDiscovery(made, { scenario: 'a', outcome: 'voice', atMost: 1 })
    expect([high.failures, high.atMost, high.atLeast]).toEqual([58, 1, null])
    const against = scenarioDiscovery(made, { scenario: 'a', outcome: 'voice', against: 'b', atMost: 0 })
    expect([against.failures, against.against]).toEqual([58, 'b'])
    expect(against.box).toEqual(high.box)
  })
  test('nothing but failures, or no failure, or nothing that varies: no box and no trajectory', async () => {
    const options = { scenario: 'a', outcome: 'voice', atLeast: 1 } as const
    const all = scenarioDiscovery(await withValues({ a: good.map(() => 0) }, line), options)
    expect([all.failures, all.share, all.box, all.trajectory]).toEqual([200, 1, null, []])
    const none = scenarioDiscovery(await withValues({ a: good.map(() => null) }, line), options)
    expect(none.share).toBe(1)
    const flat = scenarioDiscovery(await withValues({ a: good }), options)
    expect([flat.failures, flat.box, flat.trajectory]).toEqual([58, null, []])
  })
  test('of two boxes as good the larger: 600 of 1200 and 500 of 900 have the same harmonic mean', async () => {
    // A hundred failures among the first 300 points, five in nine of the others.
    const points = Array.from({ length: 1200 }, (_, k) => ({ halfDose: 2 + k / 1200 }))
    const values = points.map((_, k) => (k < 300 ? (k % 3 === 0 ? 0 : 1) : (k - 300) % 9 < 5 ? 0 : 1))
    const made = await withValues({ a: values }, points)
    const options = { scenario: 'a', outcome: 'voice', atLeast: 1, peel: 0.25, leastSupport: 0.75 } as const
    const { box, trajectory } = scenarioDiscovery(made, options)
    expect(trajectory.map(({ coverage, density, support }) => [coverage, density, support])).toEqual([
      [1, 0.5, 1],
      [5 / 6, 5 / 9, 0.75],
    ])
    expect(box).toBeNull()
  })
  test('the defaults are 0.05 and 0.05; a box that must hold all is the whole space', async () => {
    const made = await withValues({ a: good }, line)
    const options = { scenario: 'a', outcome: 'voice', atLeast: 1 } as const
    const plain = scenarioDiscovery(made, options)
    expect(scenarioDiscovery(made, { ...options, peel: 0.05, leastSupport: 0.05 })).toEqual(plain)
    expect(scenarioDiscovery(made, { ...options, peel: 0.3 }).trajectory.length).toBeLessThan(plain.trajectory.length)
    const whole = scenarioDiscovery(made, { ...options, leastSupport: 1 })
    expect([whole.trajectory.length, whole.box]).toEqual([1, null])
    const half = scenarioDiscovery(made, { ...options, leastSupport: 0.5 })
    expect(Math.min(...half.trajectory.map(({ support }) => support))).toBeGreaterThanOrEqual(0.5)
  })
})

describe('refuses', () => {
  test('names, criteria and options that are not known, by the function asked', async () => {
    const made = await withValues({ a: [1, 2] })
    const subject = { scenario: 'a', outcome: 'voice' } as const
    const refuse = (call: () => unknown, message: RegExp) => {
      expect(call).toThrow(message)
      expect(call).toThrow(code('INVALID_OPTION'))
    }
    const asked = { regretTable, maximinTable } as const
    for (const [name, table] of Object.entries(asked)) {
      refuse(() => table(made, {} as never), new RegExp(`${name}: option outcome`))
      refuse(() => table(made, undefined as never), new RegExp(name))
      refuse(() => table(made, { outcome: 'fame' as never }), new RegExp(`${name}: expected outcome`))
      expect(() => table(made, { ...subject } as never)).toThrow(code('UNKNOWN_OPTION'))
    }
    for (const [name, ask] of Object.entries({ tornado, scenarioDiscovery })) {
      refuse(() => ask(made, { outcome: 'voice' } as never), new RegExp(`${name}: .*scenario`))
      refuse(() => ask(made, { scenario: 'a' } as never), new RegExp(`${name}: .*outcome`))
      refuse(() => ask(made, { ...subject, scenario: 'z' }), /expected scenario to be a scenario: a/)
      refuse(() => ask(made, { ...subject, against: 'z' }), /expected against to be a scenario: a/)
      refuse(() => ask({} as never, subject), new RegExp(`${name}: expected what runEnsemble gives`))
      refuse(() => ask(null as never, subject), new RegExp(`${name}: expected what runEnsemble gives`))
    }
    expect(() => tornado(made, { ...subject, atLeast: 1 } as never)).toThrow(code('UNKNOWN_OPTION'))
    refuse(() => scenarioDiscovery(made, subject), /expected atLeast or atMost/)
    for (const bad of [{ peel: 0 }, { peel: 0.6 }, { leastSupport: -1 }, { leastSupport: 2 }, { atLeast: Infinity }])
      refuse(() => scenarioDiscovery(made, { ...subject, atLeast: 1, ...bad }), new RegExp(Object.keys(bad)[0]!))
    for (const criteria of [[], null, [{ outcome: 'voice' }], [{ outcome: 'fame', atLeast: 1 }]])
      refuse(() => satisficingTable(made, criteria as never), /satisficingTable: expected/)
    refuse(() => satisficingTable({} as never, [{ outcome: 'voice', atLeast: 1 }]), /what runEnsemble gives/)
    refuse(() => patternShares({} as never, []), /patternShares: expected what runEnsemble gives/)
    for (const k of [-1, 2, 0.5]) refuse(() => replication(made, k), /replication: expected k/)
  })
})
