import fc from 'fast-check'
import { createNetwork, type NetworkDocument, type RelationNetwork } from 'guanxi'
import {
  agencyWithdrawal,
  contractRenewal,
  defineStrategy,
  type Event,
  mediaCoverage,
  practices,
  type Scenario,
  type Strategy,
  staffTurnover,
} from 'guanxi/scenarios'

/** A scenario on a network of its own, both random. */
export interface DrawnScenario {
  readonly document: NetworkDocument
  readonly scenario: Scenario
}

const kinds = ['street-office', 'community', 'residents', 'media'] as const
const share = fc.double({ min: 0, max: 1, noNaN: true })
/** Values at the ends are as likely as all between them. */
const level = fc.oneof(fc.constantFrom(0, 1), share)

/** One to three agencies among up to eight others, with ties in any direction or none. */
const documents: fc.Arbitrary<NetworkDocument> = fc
  .record({
    agencies: fc.integer({ min: 1, max: 3 }),
    others: fc.array(fc.constantFrom(...kinds), { maxLength: 8 }),
    ties: fc.array(fc.tuple(fc.nat(), fc.nat(), level, fc.oneof(level, fc.constant(7)), level), { maxLength: 40 }),
  })
  .map(({ agencies, others, ties }) => {
    const actors = [...Array<string>(agencies).fill('social-work-agency'), ...others].map((kind, i) => ({
      id: `v${i}`,
      kind,
    }))
    const seen = new Set<string>()
    return {
      actors,
      ties: ties.flatMap(([s, t, power, resources, trust]) => {
        const [source, target] = [`v${s % actors.length}`, `v${t % actors.length}`]
        if (source === target || seen.has(`${source} ${target}`)) return []
        seen.add(`${source} ${target}`)
        return [{ source, target, power, resources, trust }]
      }),
    }
  })

/** Strategies of every kind that can be written down: any hours, shares, weeks, ramp, intensity and stance. */
const strategies: fc.Arbitrary<Strategy> = fc
  .record({
    hoursPerWeek: fc.constantFrom(0, 2, 8, 30, 500),
    parts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: practices.length, maxLength: practices.length }),
    startWeek: fc.integer({ min: 1, max: 12 }),
    lasts: fc.option(fc.integer({ min: 0, max: 8 })),
    rampWeeks: fc.constantFrom(0, 0.5, 4, 30),
    intensity: level,
    agency: fc.constantFrom(null, 'v0'),
    paperworkLoad: fc.option(fc.constantFrom(0, 0.5, 3), { nil: undefined }),
    choreAcceptance: fc.option(level, { nil: undefined }),
  })
  .map(({ parts, lasts, paperworkLoad, choreAcceptance, hoursPerWeek, ...rest }) => {
    const whole = parts.reduce((sum, part) => sum + part, 0)
    return defineStrategy({
      ...rest,
      kind: 'drawn',
      intervention: 'induction',
      hoursPerWeek: whole > 0 ? hoursPerWeek : 0,
      practices: Object.fromEntries(
        practices.flatMap((practice, q) => (parts[q]! > 0 ? [[practice, parts[q]! / whole]] : [])),
      ),
      endWeek: lasts === null ? null : rest.startWeek + lasts,
      stance: {
        ...(paperworkLoad === undefined ? {} : { paperworkLoad }),
        ...(choreAcceptance === undefined ? {} : { choreAcceptance }),
      },
    })
  })

const events: fc.Arbitrary<Event> = fc
  .tuple(
    fc.constantFrom(staffTurnover, mediaCoverage, contractRenewal, agencyWithdrawal),
    fc.integer({ min: 1, max: 20 }),
  )
  .map(([make, week]) => (week > 15 ? make({ perYear: week - 10 }) : make({ week })))

export const drawnScenarios: fc.Arbitrary<DrawnScenario> = fc.record({
  document: documents,
  scenario: fc.record({
    strategies: fc.array(strategies, { maxLength: 4 }),
    events: fc.array(events, { maxLength: 3 }),
    weeks: fc.integer({ min: 0, max: 16 }),
    noise: fc.constantFrom(0, 0, 0.5),
    seed: fc.integer(),
    workplan: fc.record({ staff: fc.constantFrom(0, 0.5, 3, 12) }),
  }),
})

export const networkOf = ({ document }: DrawnScenario): RelationNetwork => createNetwork(document)
