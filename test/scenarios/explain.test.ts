import { xCommunity } from 'guanxi/cases'
import {
  agencyWithdrawal,
  buildAlliance,
  chaseIndicators,
  explain,
  mechanismLabels,
  openChannel,
  refuseChores,
  runScenario,
  type Scenario,
  staffTurnover,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'

const network = xCommunity()
const rows = (scenario: Scenario) => explain(runScenario(network, scenario)).changes
const partsOf = (scenario: Scenario, source: string, target: string, layer = 'trust') =>
  Object.fromEntries(
    (
      rows(scenario).find(row => row.source === source && row.target === target && row.layer === layer)?.parts ?? []
    ).map(({ mechanism, amount }) => [mechanism, amount]),
  )

describe('by hand', () => {
  const still = { indicatorEffect: 0, trustDecay: 0 }
  test('one week of reports: trustGain · reportEffect · h/(h + halfDose) · (1 − t), and nothing else', () => {
    const scenario = { strategies: [openChannel({ hoursPerWeek: 3, rampWeeks: 0 })], weeks: 1, parameters: still }
    const parts = partsOf(scenario, 'street', 'agency')
    expect(Object.keys(parts)).toEqual(['reports'])
    expect(parts.reports).toBeCloseTo(0.03 * 0.6 * (3 / (3 + 3)) * (1 - 0.4), 12)
  })
  test('half of the staff leaves: share · turnoverResidents · t of what residents trust', () => {
    const scenario = { strategies: [], weeks: 1, events: [staffTurnover({ week: 1, share: 0.5 })] }
    expect(partsOf(scenario, 'residents', 'agency').turnover).toBeCloseTo(-0.5 * 0.8 * 0.2, 12)
  })
  test('refused chores are resented: −trustGain · lossFactor · choreEffect · E · t in the first week', () => {
    const scenario = { strategies: [refuseChores({ rampWeeks: 0 })], weeks: 1 }
    expect(partsOf(scenario, 'community', 'agency').chores).toBeCloseTo(-0.03 * 2 * 0.5 * 0.6 * 0.35, 12)
  })
})

describe('edges of the domain', () => {
  test('no weeks, no changes', () => expect(rows({ strategies: [], weeks: 0 })).toEqual([]))
  test('what is no result is refused', () => {
    for (const value of [null, {}, { kind: 'comparison' }])
      expect(() => explain(value as never)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
  })
  test('a tie on which gains and losses cancel is listed', () => {
    const withdrawn = { strategies: [], weeks: 8, events: [agencyWithdrawal({ week: 8 })] }
    expect(rows(withdrawn).some(({ parts }) => parts.some(({ mechanism }) => mechanism === 'turnover'))).toBe(true)
  })
})

describe('laws', () => {
  const scenarios: Scenario[] = [
    { strategies: [buildAlliance(), openChannel()], weeks: 52, noise: 0.5 },
    { strategies: [chaseIndicators({ load: 3 })], weeks: 52 },
    { strategies: [], weeks: 40, events: [staffTurnover({ perYear: 6 }), agencyWithdrawal({ week: 30 })] },
  ]
  test.each(scenarios)('the parts sum to the change, largest first, with words for each: %#', scenario => {
    const result = runScenario(network, scenario)
    const { changes } = explain(result)
    for (const { before, after, change, parts } of changes) {
      expect(change).toBe(after - before)
      expect(Math.abs(parts.reduce((sum, { amount }) => sum + amount, 0) - change)).toBeLessThan(1e-9)
      for (const { mechanism } of parts) expect(mechanismLabels[mechanism].zh.length).toBeGreaterThan(0)
      const sizes = parts.map(({ amount }) => -Math.abs(amount))
      expect([...sizes].sort((a, b) => a - b)).toEqual(sizes)
    }
    const listed = new Set(changes.map(row => `${row.source} ${row.target} ${row.layer}`))
    for (const row of result.changes)
      if (Math.abs(row.after - row.before) > 1e-9) expect(listed).toContain(`${row.source} ${row.target} ${row.layer}`)
    const sizes = changes.map(({ change }) => -Math.abs(change))
    expect([...sizes].sort((a, b) => a - b)).toEqual(sizes)
  })
})
