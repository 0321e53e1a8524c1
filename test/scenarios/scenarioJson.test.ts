import fc from 'fast-check'
import type { GuanxiError } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import {
  buildAlliance,
  defaultWorkplan,
  runScenario,
  type Scenario,
  scenarioJsonSchema,
  staffTurnover,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { drawnScenarios } from './drawnScenarios.ts'

const network = xCommunity()
const full = (): Scenario => ({
  name: 'everything',
  strategies: [buildAlliance({ agency: 'agency', endWeek: 20 })],
  events: [staffTurnover({ week: 3 }), staffTurnover({ perYear: 2 })],
  weeks: 26,
  workplan: defaultWorkplan(),
  parameters: { trustGain: 0.02 },
  seed: -7,
  noise: 0.1,
  roles: { 'co-building-unit': 'partner' },
})
const bits = (scenario: Scenario) => JSON.stringify(runScenario(network, scenario))

/** The scenario with one place of it set to something else. */
function withFault(path: readonly (string | number)[], value: unknown): Scenario {
  const scenario = structuredClone(full())
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], scenario)
  ;(holder as Record<string | number, unknown>)[path.at(-1)!] = value
  return scenario
}

const faults: [path: (string | number)[], value: unknown][] = [
  [['weeks'], -1],
  [['weeks'], 1.5],
  [['weeks'], 5201],
  [['seed'], 0.5],
  [['noise'], 2],
  [['name'], ''],
  [['strategies'], null],
  [['strategies', 0, 'intensity'], 1.2],
  [['strategies', 0, 'startWeek'], 0],
  [['strategies', 0, 'hoursPerWeek'], '8'],
  [['strategies', 0, 'intervention'], 'force'],
  [['strategies', 0, 'practices', 'dancing'], 0.1],
  [['strategies', 0, 'label', 'zh'], 7],
  [['strategies', 0, 'stance', 'choreAcceptance'], -0.1],
  [['events', 1, 'kind'], 'flood'],
  [['events', 0, 'share'], 1.1],
  [['workplan', 'staff'], -1],
  [['workplan', 'indicators', 2, 'per'], 'year'],
  [['roles', 'media'], 'boss'],
  [['hours'], 3],
]

describe('a scenario as JSON', () => {
  test('saved, read back, run to the same bits; the schema takes it', () => {
    const saved = JSON.stringify(full())
    expect(bits(JSON.parse(saved))).toBe(bits(full()))
    expect(JSON.stringify(runScenario(network, JSON.parse(saved)).scenario)).toBe(saved)
  })
  test.each(faults)('a fault at %j is named with its place and value: %j', (path, value) => {
    try {
      runScenario(network, withFault(path, value))
      expect.unreachable()
    } catch (error) {
      expect((error as GuanxiError).code).toBe('INVALID_OPTION')
      expect((error as GuanxiError).issues.map(issue => issue.path)).toContainEqual(path)
    }
  })
  test('all faults at once, not only the first', () => {
    const scenario = { ...withFault(['events', 0, 'share'], 3), weeks: -1, seed: 0.5, colour: 'red' }
    try {
      runScenario(network, scenario as never)
      expect.unreachable()
    } catch (error) {
      const paths = (error as GuanxiError).issues.map(({ path }) => path.join('.')).sort()
      expect(paths).toEqual(['colour', 'events.0.share', 'seed', 'weeks'])
    }
  })
  test('what no schema of shape can see is named too', () => {
    const refuse = (path: (string | number)[], value: unknown, expected: RegExp) =>
      expect(() => runScenario(network, withFault(path, value))).toThrow(expected)
    refuse(['strategies', 0, 'practices'], { 'small-talk': 0.5 }, /practices.*sum to 1.*build-alliance/)
    refuse(['events', 0, 'perYear'], 2, /either a week or perYear/)
    refuse(['parameters', 'luck'], 1, /no parameter "luck"/)
    refuse(['parameters', 'trustDecay'], 1.5, /trustDecay to be from 0 to 1/)
    refuse(['strategies', 0, 'agency'], 'nobody', /agency "nobody"/)
  })
  test('a fault says what would have been right: the known fields, the sum, the call', () => {
    const refuse = (path: (string | number)[], value: unknown, expected: RegExp) =>
      expect(() => runScenario(network, withFault(path, value))).toThrow(expected)
    refuse(
      ['strategies', 0, 'practices'],
      { smalltalk: 1 },
      /practices.smalltalk: .*known are open-channel, .*small-talk/,
    )
    refuse(['workplan'], { staf: 2 }, /workplan.staf: .*known are staff, /)
    refuse(['strategies', 0, 'practices'], { 'small-talk': 0.4 }, /got a sum of 0.4/)
    refuse(['strategies', 0, 'hoursPerWeek'], -8, /hoursPerWeek: expected at least 0, got -8 \(build-alliance\)/)
    refuse(['strategies', 0], buildAlliance, /got a function; call it: buildAlliance\(\)$/)
    refuse(['weeks'], 2.5, /expected a whole number, got 2.5/)
  })
})

describe('the JSON Schema', () => {
  // Read back into a checker, it must say the same as the checks of a run.
  const schema = z.fromJSONSchema(scenarioJsonSchema() as Parameters<typeof z.fromJSONSchema>[0])
  test('takes every scenario that runs', () => {
    expect(schema.safeParse(full()).success).toBe(true)
    fc.assert(
      fc.property(drawnScenarios, ({ scenario }) => schema.safeParse(JSON.parse(JSON.stringify(scenario))).success),
      { numRuns: 100, seed: 3 },
    )
  })
  test.each(faults)('refuses a fault at %j: %j', (path, value) =>
    expect(schema.safeParse(withFault(path, value)).success).toBe(false),
  )
})
