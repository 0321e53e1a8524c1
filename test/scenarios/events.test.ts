import { xCommunity } from 'guanxi/cases'
import {
  agencyWithdrawal,
  contractRenewal,
  type Event,
  mediaCoverage,
  runScenario,
  staffTurnover,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'

const network = xCommunity()
const weeks = 30
const run = (events: Event[], seed = 1) => runScenario(network, { strategies: [], events, weeks, seed })
const trustAt = (events: Event[], week: number) => run(events).timeline[week]!.outcomes

describe('by hand', () => {
  test('turnover of a half at 8 weeks to rehire: capacity 60 of 120, then 7.5 hours more each week', () => {
    const capacities = run([staffTurnover({ week: 4, share: 0.5 })]).hours.map(({ capacity }) => capacity)
    expect(capacities.slice(2, 7)).toEqual([120, 60, 67.5, 75, 82.5])
    expect(capacities.slice(11)).toEqual(Array(weeks - 11).fill(120))
  })
  test('coverage is worth a week of wholly good experience: trustGain · (1 − t) more for all who see it', () => {
    const seen = trustAt([mediaCoverage({ week: 1 })], 1)
    const unseen = trustAt([], 1)
    expect(seen.streetTrust! - unseen.streetTrust!).toBeCloseTo(0.03 * (1 - 0.4), 12)
    expect(seen.residentsTrust! - unseen.residentsTrust!).toBeCloseTo(0.03 * (1 - 0.2), 12)
  })
  test('a renewal lightens paperwork from its week on', () => {
    const paperwork = (events: Event[]) => run(events).hours.map(({ spent }) => spent.paperwork!)
    const [plain, lighter] = [paperwork([]), paperwork([contractRenewal({ week: 10, load: 0.8 })])]
    lighter.forEach((hours, w) => {
      expect(hours).toBeCloseTo(plain[w]! * (w >= 9 ? 0.8 : 1), 9)
    })
  })
  test('withdrawal ends all hours and is told with its reason', () => {
    const { hours, withdrawals, withdrewInWeek } = run([agencyWithdrawal({ week: 7 })])
    expect(withdrawals).toEqual([{ agency: 'agency', week: 7, reason: 'event', host: null }])
    expect(withdrewInWeek).toBe(7)
    expect(hours.slice(6).every(({ capacity }) => capacity === 0)).toBe(true)
  })
})

describe('edges of the domain', () => {
  test('after the last week nothing strikes; twice in one week half of what is left goes', () => {
    expect(run([staffTurnover({ week: 31 })]).timeline).toEqual(run([]).timeline)
    const twice = run([staffTurnover({ week: 4 }), staffTurnover({ week: 4 })])
    expect(twice.hours[3]!.capacity).toBe(30)
  })
  test('a week or a rate, not both; faults and strangers are named', () => {
    expect(() => staffTurnover({ week: 3, perYear: 2 })).toThrow(/either a week or perYear/)
    expect(() => staffTurnover({ share: 2 })).toThrow(/share.*got 2/)
    expect(() => mediaCoverage({ load: 2 } as never)).toThrow(expect.objectContaining({ code: 'UNKNOWN_OPTION' }))
    expect(() => run([staffTurnover({ agency: 'nobody' })])).toThrow(expect.objectContaining({ code: 'UNKNOWN_ACTOR' }))
  })
  test.each(Object.entries({ agencyWithdrawal, contractRenewal, mediaCoverage, staffTurnover }))(
    'a fault of %s begins with its name',
    (name, event) => {
      expect(() => event({ weak: 3 } as never)).toThrow(new RegExp(`^${name}: `))
      expect(() => event({ week: 0 })).toThrow(new RegExp(`^${name}: `))
    },
  )
})

describe('laws', () => {
  test('random events strike as often as they say: 12 a year over 300 years, within four standard errors', () => {
    const long = {
      strategies: [],
      weeks: 5200,
      workplan: { staff: 3 },
      parameters: { withdrawalTrust: 0, rehireWeeks: 0.5 },
    }
    let struck = 0
    for (const seed of [1, 2, 3]) {
      const { hours } = runScenario(network, { ...long, seed, events: [staffTurnover({ perYear: 12, share: 0.1 })] })
      struck += hours.filter(({ capacity }) => capacity < 120).length
    }
    const expected = (3 * 5200 * 12) / 52
    expect(Math.abs(struck - expected)).toBeLessThan(4 * Math.sqrt(expected * (1 - 12 / 52)))
  })
  test('the seed decides when; another event beside it does not', () => {
    const weeksOf = (events: Event[], seed: number) =>
      run(events, seed).hours.flatMap(({ week, capacity }) => (capacity < 120 ? [week] : []))
    const turnover = staffTurnover({ perYear: 12, share: 0.2 })
    expect(weeksOf([turnover], 1)).toEqual(weeksOf([turnover], 1))
    expect(weeksOf([turnover], 1)).not.toEqual(weeksOf([turnover], 2))
    expect(weeksOf([turnover, mediaCoverage({ perYear: 5 })], 1)).toEqual(weeksOf([turnover], 1))
  })
})
