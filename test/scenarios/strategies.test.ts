import { toDocument } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import * as all from 'guanxi/scenarios'
import {
  assumptions,
  assumptionsOf,
  buildAlliance,
  chaseIndicators,
  combine,
  compareScenarios,
  contribution,
  defineStrategy,
  extendRelations,
  fitChores,
  openChannel,
  type Practice,
  plainWords,
  planStrategies,
  practices,
  refuseChores,
  runScenario,
  type Strategy,
  scale,
  schedule,
  smallTalk,
  sustainCooperation,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'

const network = xCommunity()
const weeks = 30
const code = (value: string) => expect.objectContaining({ code: value })
const run = (...strategies: Strategy[]) => runScenario(network, { strategies, weeks })
const bits = (...strategies: Strategy[]) => JSON.stringify(toDocument(run(...strategies).after))

/** All values of all ties at the end of two runs, as far apart as the farthest. */
function gap(some: Strategy[], others: Strategy[]): number {
  const [a, b] = [some, others].map(list => toDocument(run(...list).after).ties)
  expect(a!.length).toBe(b!.length)
  return Math.max(
    ...a!.flatMap((tie, t) =>
      (['power', 'resources', 'trust'] as const).map(layer => Math.abs(tie[layer]! - b![t]![layer]!)),
    ),
  )
}

const tea = () =>
  defineStrategy({
    kind: 'tea-house',
    label: { zh: '社区茶馆', en: 'tea house' },
    intervention: 'induction',
    hoursPerWeek: 6,
    practices: { 'small-talk': 0.5, 'find-common-ground': 0.5 },
  })

describe('the strategies of the paper', () => {
  const makers = [
    ...['sustainCooperation', 'buildAlliance', 'extendRelations', 'openChannel', 'fitChores', 'linkPartners'],
    ...['findCommonGround', 'shareResources', 'smallTalk', 'plainWords', 'introduceWorkers'],
    ...['chaseIndicators', 'acceptEveryChore', 'refuseChores'],
  ].map(name => [name, (all as unknown as Record<string, (options?: object) => Strategy>)[name]!] as const)
  test.each(makers)('%s takes every option, refuses others, and says where the fault is', (name, make) => {
    const options = { hoursPerWeek: 1, startWeek: 3, endWeek: 9, rampWeeks: 0, intensity: 0.5, agency: 'agency' }
    const hours = make().hoursPerWeek > 0 ? {} : { hoursPerWeek: 0 }
    expect(make({ ...options, ...hours })).toMatchObject({ ...options, ...hours })
    expect(() => make({ intensity: 2 })).toThrow(/intensity.*got 2/)
    expect(() => make({ hours: 1 })).toThrow(code('UNKNOWN_OPTION'))
    expect(() => make({ hours: 1 })).toThrow(new RegExp(`^${name}: no option "hours"`))
  })
  test('each practice has its own strategy, and rests on assumptions that move what it does', () => {
    const made = makers.map(([, make]) => make())
    for (const practice of practices) {
      const strategy = made.find(({ practices: shares }) => shares[practice] === 1)!
      for (const { name, range } of assumptionsOf({ ...strategy, stance: {} })) {
        // What the strategy adds to every outcome.
        const effect = (value: number) => {
          const [tried, plain] = [[strategy], []].map(strategies => {
            const { timeline } = runScenario(network, { strategies, weeks: 12, parameters: { [name]: value } })
            return Object.values(timeline.at(-1)!.outcomes)
          })
          return tried!.map((end, v) => end! - plain![v]!)
        }
        const [low, high] = range.map(effect)
        const moved = Math.max(...low!.map((end, v) => Math.abs(end - high![v]!)))
        expect(moved, `${practice} does not rest on ${name}`).toBeGreaterThan(1e-6)
      }
    }
  })
  test('a practice rests on no effect of another', () => {
    const effects = assumptions().filter(({ name }) => /Effect$/.test(name) && name !== 'plainWordsEffect')
    const talk = new Set(assumptionsOf(smallTalk()).map(({ name }) => name))
    expect(effects.filter(({ name }) => talk.has(name)).map(({ name }) => name)).toEqual(['acquaintanceEffect'])
    expect(assumptionsOf(refuseChores()).map(({ name }) => name)).toContain('choreNorm')
    expect(assumptionsOf(chaseIndicators()).map(({ name }) => name)).toEqual([
      'indicatorHours',
      'indicatorSlack',
      'indicatorEffect',
    ])
  })
})

describe('defineStrategy', () => {
  test('every fault is named at once', () => {
    const faulty = { kind: '', intervention: 'force', practices: { 'small-talk': 0.5, dancing: 0.5 }, intensity: 3 }
    try {
      defineStrategy(faulty as never)
      expect.unreachable()
    } catch (error) {
      const { issues, code: got } = error as { issues: { path: (string | number)[] }[]; code: string }
      expect(got).toBe('INVALID_OPTION')
      const paths = issues.map(({ path }) => path.join('.'))
      for (const path of ['kind', 'intervention', 'practices.dancing', 'intensity']) expect(paths).toContain(path)
    }
    expect(() => defineStrategy({ kind: 'x', intervention: 'induction', practices: { 'small-talk': 0.5 } })).toThrow(
      /sum to 1/,
    )
    expect(() => defineStrategy({ kind: 'x', intervention: 'induction', hours: 3 } as never)).toThrow(
      code('UNKNOWN_OPTION'),
    )
  })
  test('a copy of a strategy of the paper under another name does the same to the bit', () => {
    const own = defineStrategy({ ...buildAlliance(), kind: 'ours', label: '我们的' })
    expect(own.label).toEqual({ zh: '我们的', en: '我们的' })
    expect(bits(own)).toBe(bits(buildAlliance()))
  })
  test('JSON holds it; comparisons, contributions and plans treat it like any other', () => {
    const own = tea()
    expect(own.section).toBe('own')
    expect(bits(JSON.parse(JSON.stringify(own)))).toBe(bits(own))
    expect(bits(own)).toBe(bits(defineStrategy(own)))
    expect(compareScenarios(network, [{ strategies: [] }, { strategies: [own] }]).scenarios[1]!.name).toBe('tea-house')
    expect(contribution(network, { strategies: [own, openChannel()], weeks }).terms[0]!.label.zh).toBe('社区茶馆')
    const plan = planStrategies(network, {
      hoursPerWeek: 12,
      seed: 1,
      weeks,
      samples: 5,
      strategies: [own, openChannel()],
    })
    expect(plan.evaluated).toBe(1 + 2 + 3 + 4 + 5)
    const { 'tea-house': given, 'open-channel': reported } = plan.best.hours
    expect(given! + reported!).toBe(12)
    expect(plan.best.outcomes).toEqual(run(...plan.best.strategies).timeline.at(-1)!.outcomes)
  })
  test('what it is made from is not shared', () => {
    const shares: { [practice in Practice]?: number } = { 'small-talk': 1 }
    const own = defineStrategy({ kind: 'x', intervention: 'induction', hoursPerWeek: 1, practices: shares })
    shares['small-talk'] = 0
    expect(own.practices).toEqual({ 'small-talk': 1 })
  })
})

describe('scale', () => {
  test('by hand: half of 8 hours is intensity 0.5; three times is 24 hours', () => {
    expect(scale(buildAlliance(), 0.5)).toEqual({ ...buildAlliance(), intensity: 0.5 })
    expect(scale(buildAlliance(), 3)).toEqual({ ...buildAlliance(), hoursPerWeek: 24 })
    expect(scale(buildAlliance({ intensity: 0.5 }), 4)).toEqual(buildAlliance({ hoursPerWeek: 16 }))
  })
  test('laws: by 1 the same, by 0 nothing, by a and then b as by ab', () => {
    for (const strategy of [buildAlliance(), fitChores({ intensity: 0.6 }), chaseIndicators()]) {
      expect(bits(scale(strategy, 1))).toBe(bits(strategy))
      expect(bits(scale(strategy, 0))).toBe(bits())
      expect(gap([scale(scale(strategy, 0.5), 0.5)], [scale(strategy, 0.25)])).toBeLessThan(1e-12)
    }
    expect(gap([scale(buildAlliance(), 2)], [buildAlliance(), buildAlliance()])).toBeLessThan(1e-12)
  })
  test('factors out of range are refused', () => {
    for (const factor of [-1, Number.NaN, Infinity, '2'])
      expect(() => scale(buildAlliance(), factor as number)).toThrow(code('INVALID_OPTION'))
  })
})

describe('schedule', () => {
  test('by hand: 10 weeks, a pause of 2, then the rest; weeks inside a phase count from its start', () => {
    const placed = schedule(
      [
        { strategies: [openChannel(), smallTalk({ startWeek: 3, endWeek: 5 })], weeks: 10 },
        { strategies: [], weeks: 2 },
        { strategies: [buildAlliance({ startWeek: 2 })], weeks: null },
      ],
      { startWeek: 4 },
    )
    expect(placed.map(({ kind, startWeek, endWeek }) => [kind, startWeek, endWeek])).toEqual([
      ['open-channel', 4, 13],
      ['small-talk', 6, 8],
      ['build-alliance', 17, null],
    ])
  })
  test('one phase without end is the strategy itself; one that starts after its phase is left out', () => {
    expect(schedule([{ strategies: [buildAlliance()], weeks: null }])).toEqual([buildAlliance()])
    expect(schedule([{ strategies: [smallTalk({ startWeek: 9 })], weeks: 8 }])).toEqual([])
  })
  test('before its phase a strategy changes nothing', () => {
    const late = schedule([
      { strategies: [], weeks: 12 },
      { strategies: [buildAlliance()], weeks: 4 },
    ])
    const [plain, tried] = [run(), run(...late)].map(({ timeline }) => timeline)
    expect(tried!.slice(0, 13)).toEqual(plain!.slice(0, 13))
    expect(tried![13]).not.toEqual(plain![13])
  })
  test('faults are named', () => {
    const refuse = (phases: unknown, message: RegExp) => expect(() => schedule(phases as never)).toThrow(message)
    refuse([], /at least one phase/)
    refuse(
      [
        { strategies: [], weeks: null },
        { strategies: [], weeks: 2 },
      ],
      /phases\[0\].*weeks.*null in the last/,
    )
    refuse([{ strategies: [{ kind: 'no-such' }], weeks: 2 }], /no-such/)
    refuse([{ strategies: [] }], /weeks is required/)
    refuse([{ strategies: [], weeks: 2, from: 1 }], /no option "from"/)
  })
})

describe('combine', () => {
  const parts = () => [sustainCooperation({ intensity: 0.8 }), buildAlliance(), extendRelations({ hoursPerWeek: 5 })]
  test('by hand: 0.8 · 10 + 8 + 5 hours; sections and the class with most hours', () => {
    const mix = combine(parts())
    expect(mix.hoursPerWeek * mix.intensity).toBeCloseTo(21, 12)
    expect(mix.practices['open-channel']).toBeCloseTo((8 * 0.3) / 21, 12)
    expect([mix.section, mix.intervention]).toEqual(['3.1, 3.2, 3.3', 'induction'])
    expect(mix.label.zh).toBe('持续性合作关系 + “结盟式”伙伴关系 + 熟人关系')
    expect(combine(parts(), { kind: 'all', label: 'all three' })).toMatchObject({
      kind: 'all',
      label: { zh: 'all three', en: 'all three' },
    })
  })
  test('does what its parts do side by side', () => {
    expect(gap([combine(parts())], parts())).toBeLessThan(1e-12)
    const stances = [chaseIndicators({ intensity: 0.4 }), fitChores({ intensity: 0.7 }), plainWords()]
    expect(gap([combine(stances)], stances)).toBeLessThan(1e-12)
    const [one, two] = [chaseIndicators({ load: 3, intensity: 0.5 }), tea()]
    expect(gap([combine([one, two])], [one, two])).toBeLessThan(1e-12)
  })
  test('of one it is that one; of mixes it is the mix of all', () => {
    expect(combine([buildAlliance()])).toEqual(buildAlliance())
    const [a, b, c] = parts()
    expect(gap([combine([combine([a!, b!]), c!])], parts())).toBeLessThan(1e-12)
  })
  test('what cannot be one strategy is refused', () => {
    const refuse = (list: unknown, message: RegExp) => expect(() => combine(list as never)).toThrow(message)
    refuse([], /at least one strategy/)
    refuse([smallTalk(), openChannel({ startWeek: 2 })], /one startWeek, got 1 \(small-talk\) and 2 \(open-channel\)/)
    refuse([smallTalk(), openChannel({ agency: 'agency' })], /one agency/)
    refuse([fitChores(), refuseChores()], /choreAcceptance, got fit-chores and refuse-chores/)
    refuse([{ kind: 'no-such' }], /no-such/)
    refuse([smallTalk({ intensity: 0.5 }), openChannel({ rampWeeks: 0 })], /one rampWeeks/)
    refuse([smallTalk(), openChannel({ endWeek: 9 })], /one endWeek, got null \(small-talk\) and 9/)
    refuse(null, /at least one strategy/)
    for (const bad of [{ label: null }, { label: 3 }, { kind: 3 }, { section: '' }, { intervention: 'force' }])
      expect(() => combine([smallTalk()], bad as never)).toThrow(`combine: expected ${Object.keys(bad)[0]} to be`)
    expect(() => combine([smallTalk()], { hours: 1 } as never)).toThrow(code('UNKNOWN_OPTION'))
  })
  test('of no intensity at all it asks no hours; a stance that is not taken is none', () => {
    const mix = combine([smallTalk({ intensity: 0 }), fitChores({ intensity: 0 })])
    expect(mix).toMatchObject({ hoursPerWeek: 0, intensity: 0, practices: {}, stance: {} })
    expect(bits(mix)).toBe(bits())
  })
  test('stances by hand: load 3 at half is 2 at the full; the acceptance keeps its own intensity', () => {
    const loaded = combine([chaseIndicators({ load: 3, intensity: 0.5 }), smallTalk({ hoursPerWeek: 6 })])
    expect([loaded.stance, loaded.intensity]).toEqual([{ paperworkLoad: 2 }, 1])
    const fitted = combine([fitChores({ intensity: 0.5, hoursPerWeek: 4 }), smallTalk({ hoursPerWeek: 6 })])
    const { choreAcceptance } = fitChores().stance
    expect([fitted.stance, fitted.intensity, fitted.hoursPerWeek]).toEqual([{ choreAcceptance }, 0.5, 16])
    expect(fitted.practices).toEqual({ 'fit-chores': 0.25, 'small-talk': 0.75 })
    const label = { zh: '合', en: 'both' }
    const named = combine([smallTalk(), fitChores()], { label, section: '9', intervention: 'alteration' })
    expect([named.label, named.section, named.intervention]).toEqual([label, '9', 'alteration'])
    expect(named.label).not.toBe(label)
  })
})
