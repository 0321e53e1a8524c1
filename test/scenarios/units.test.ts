import { createNetwork, toDocument } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import {
  acceptEveryChore,
  assumptions,
  buildAlliance,
  chaseIndicators,
  defaultWorkplan,
  extendRelations,
  mediaCoverage,
  type OutcomeName,
  openChannel,
  runScenario,
  type Scenario,
  type Strategy,
  staffTurnover,
  sustainCooperation,
  type Workplan,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'

/**
 * The dimensional check. Every parameter has a unit; the equations are right about units if and only if the world does not care in
 * which units it is written down. So everything is written down in another unit, parameter by parameter as its unit says, and
 * the same has to come out.
 */
const network = xCommunity()

/** Powers of hours and weeks in each unit that a parameter may have. */
const dimensions: Readonly<Record<string, { hours: number; weeks: number }>> = {
  '1': { hours: 0, weeks: 0 },
  share: { hours: 0, weeks: 0 },
  'hours/hour': { hours: 0, weeks: 0 },
  'hours/week': { hours: 1, weeks: -1 },
  '1/week': { hours: 0, weeks: -1 },
  weeks: { hours: 0, weeks: 1 },
}

interface World {
  readonly parameters: Record<string, number>
  readonly workplan: Workplan
  readonly strategies: Strategy[]
  readonly events: NonNullable<Scenario['events']>
  readonly weeks: number
}

/** Everything that the model has at work at once; monthly and dated indicators, ramps, turnover, coverage. */
const world = (): World => ({
  parameters: Object.fromEntries(assumptions().map(({ name, value }) => [name, value])),
  workplan: defaultWorkplan(),
  strategies: [sustainCooperation({ startWeek: 9 }), buildAlliance({ rampWeeks: 8 }), extendRelations({ endWeek: 40 })],
  events: [staffTurnover({ week: 33 }), mediaCoverage({ week: 17 })],
  weeks: 48,
})

/** The same world with hours counted in units of which there are `hours` in one, and `weeks` steps to a week. */
function inUnits(given: World, { hours, weeks }: { hours: number; weeks: number }, units = unitsOf()): World {
  const perStep = hours / weeks
  const from = (week: number) => (week - 1) * weeks + 1
  return {
    parameters: Object.fromEntries(
      Object.entries(given.parameters).map(([name, value]) => {
        const dimension = dimensions[units[name]!]!
        return [name, value * hours ** dimension.hours * weeks ** dimension.weeks]
      }),
    ),
    workplan: {
      staff: given.workplan.staff,
      hoursPerWorker: given.workplan.hoursPerWorker * perStep,
      termWeeks: given.workplan.termWeeks * weeks,
      otherPaperwork: given.workplan.otherPaperwork * perStep,
      indicators: given.workplan.indicators.map(one => ({
        ...one,
        // A month stays 52/12 steps long: what is due in it is counted by step.
        amount: one.per === 'month' ? one.amount / weeks : one.amount,
        hoursEach: one.hoursEach * hours,
        dueWeek: one.dueWeek === null ? null : one.dueWeek * weeks,
      })),
    },
    strategies: given.strategies.map(one => ({
      ...one,
      hoursPerWeek: one.hoursPerWeek * perStep,
      startWeek: from(one.startWeek),
      endWeek: one.endWeek === null ? null : one.endWeek * weeks,
      rampWeeks: one.rampWeeks * weeks,
    })),
    events: given.events.map(one => ({ ...one, week: from(one.week!) })),
    weeks: given.weeks * weeks,
  }
}

const unitsOf = (): Record<string, string> => Object.fromEntries(assumptions().map(({ name, unit }) => [name, unit]))
const run = (given: World) => runScenario(network, given)
const endOf = (given: World): Record<OutcomeName, number> =>
  run(given).timeline.at(-1)!.outcomes as Record<OutcomeName, number>

/** The greatest gap between the outcomes of two worlds. */
function gap(some: World, other: World): number {
  const [a, b] = [endOf(some), endOf(other)]
  return Math.max(...Object.keys(a).map(name => Math.abs(a[name as OutcomeName] - b[name as OutcomeName])))
}

test('every parameter has a unit that is known', () => {
  for (const { name, unit } of assumptions()) expect(Object.keys(dimensions), name).toContain(unit)
})

describe('hours', () => {
  test.each([0.25, 2, 4])(
    'counted %d times as many: every tie and outcome the same, hours so many times as many',
    hours => {
      const [plain, other] = [run(world()), run(inUnits(world(), { hours, weeks: 1 }))]
      expect(gap(world(), inUnits(world(), { hours, weeks: 1 }))).toBeLessThan(1e-12)
      other.changes.forEach(({ after }, c) => {
        expect(after).toBeCloseTo(plain.changes[c]!.after, 12)
      })
      other.hours.forEach(({ spent, capacity }, h) => {
        expect(capacity).toBeCloseTo(hours * plain.hours[h]!.capacity, 9)
        for (const [use, value] of Object.entries(spent))
          expect(value).toBeCloseTo(hours * plain.hours[h]!.spent[use]!, 9)
      })
    },
  )
  test('a parameter in hours that were said to be without a unit is found', () => {
    for (const name of ['choresOffered', 'halfDose', 'expectedService']) {
      const wrong = { ...unitsOf(), [name]: '1' }
      expect(gap(world(), inUnits(world(), { hours: 2, weeks: 1 }, wrong)), name).toBeGreaterThan(1e-4)
    }
    for (const name of ['fitYield', 'trustGain']) {
      const wrong = { ...unitsOf(), [name]: 'hours/week' }
      expect(gap(world(), inUnits(world(), { hours: 0.5, weeks: 1 }, wrong)), name).toBeGreaterThan(1e-4)
    }
  })
  test('staff and hours each: twice as many who work half as long', () => {
    const { workplan } = world()
    const many = { ...workplan, staff: 2 * workplan.staff, hoursPerWorker: workplan.hoursPerWorker / 2 }
    expect(gap(world(), { ...world(), workplan: many })).toBeLessThan(1e-12)
  })
})

describe('weeks', () => {
  /** Steps of a week, a half, a quarter, …: a difference equation nears its limit as its step does, by half from step to half step. */
  const gaps = () =>
    [1, 2, 4, 8].map(weeks =>
      gap(inUnits(world(), { hours: 1, weeks }), inUnits(world(), { hours: 1, weeks: 2 * weeks })),
    )
  test('cut into halves, quarters and eighths: what comes out nears a limit, each gap about half the one before', () => {
    const found = gaps()
    expect(found[0]).toBeLessThan(0.03)
    for (let i = 1; i < found.length; i++) {
      expect(found[i]! / found[i - 1]!, `gaps ${found}`).toBeGreaterThan(0.3)
      expect(found[i]! / found[i - 1]!, `gaps ${found}`).toBeLessThan(0.7)
    }
  })
  /** Too much to do: paperwork that waits, chores that grow, a host that loses patience. */
  const crowded = (): World => ({
    ...world(),
    parameters: { ...world().parameters, withdrawalTrust: 0.9, serviceEffect: 0.6 },
    strategies: [chaseIndicators({ load: 2.8, rampWeeks: 0 }), acceptEveryChore({ startWeek: 5 }), openChannel()],
    weeks: 30,
  })
  test.each(
    assumptions()
      .filter(({ unit }) => dimensions[unit]!.weeks !== 0)
      .map(({ name }) => name),
  )('%s without its power of weeks is found', name => {
    const finest = { hours: 1, weeks: 16 }
    const found = [world(), crowded()].some(given => {
      const right = inUnits(given, finest)
      const wrong = inUnits(given, finest, { ...unitsOf(), [name]: '1' })
      return gap(wrong, right) > 4 * gap(inUnits(given, { hours: 1, weeks: 8 }), right)
    })
    expect(found).toBe(true)
  })
})

test('resources: counted in another currency, every tie of money is so many times as large, and nothing else moves', () => {
  const document = toDocument(network)
  const dearer = createNetwork({
    ...document,
    ties: document.ties.map(tie => ({ ...tie, resources: tie.resources! * 8 })),
  })
  // Amounts are put on a scale of 0 to 1 by the largest; ×8 keeps that exact once both networks go beyond 1.
  const twice = createNetwork({
    ...document,
    ties: document.ties.map(tie => ({ ...tie, resources: tie.resources! * 2 })),
  })
  const [eight, two] = [dearer, twice].map(one => runScenario(one, world()))
  const after = (of: typeof eight) => toDocument(of!.after).ties
  after(eight).forEach(({ power, resources, trust }, t) => {
    const other = after(two)[t]!
    expect(resources!).toBeCloseTo(4 * other.resources!, 12)
    expect([power, trust]).toEqual([other.power, other.trust])
  })
})
