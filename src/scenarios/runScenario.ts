import type { RelationNetwork } from '../model/network.ts'
import { printed } from '../model/printed.ts'
import { changesAt, networkAt } from './dynamics/networkAt.ts'
import { outcomeNames, outcomesAt } from './dynamics/outcomesAt.ts'
import { hoursByUse, simulate } from './dynamics/simulate.ts'
import { createState, uses } from './dynamics/state.ts'
import { outcomesByName } from './evaluate.ts'
import { deltaOf, measuresOf } from './measuresOf.ts'
import { type Prepared, prepare } from './prepare.ts'
import { resultLines } from './resultLines.ts'
import type { HoursEntry, ScenarioResult, TimelineEntry } from './results.ts'
import type { Scenario } from './types.ts'

/**
 * Runs a scenario: week by week, from the network as it is to the network after the strategies were tried.
 *
 * One step is one week: work time, trust, resources, power, events. The equations stand in docs/model.md. The result says
 * what happens in this model under these assumptions; it is no forecast.
 *
 * @param network - network with at least one provider (`social-work-agency`); every tie's power, resources and trust known.
 * @param scenario - strategies and, where wanted, `name`, `events`, `weeks` (0 to 5,200, default 52), `workplan` (in part),
 *   `parameters` (by name, see `assumptions`), `seed` (default 1), `noise` (default 0), `roles` of further kinds. JSON can hold it.
 * @returns before, after, what changed, a timeline of `weeks + 1` entries, an hours entry a week and agency, the assumptions used.
 * @throws {GuanxiError} `INVALID_OPTION` naming every fault of the scenario; `UNKNOWN_ACTOR` for an agency that is not there;
 *   `INVALID_NETWORK` without a provider; `MISSING_VALUE` for an unknown value.
 *
 * Time O(weeks · ties around agencies). Deterministic: the same network and scenario give the same bits; the order of the
 * strategies does not matter. The network is not changed.
 *
 * Source: none; our model of the case study, built and checked by the patterns P1 to P13 (pattern-oriented modelling, Grimm et
 * al. 2005, Science 310:987–991).
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, runScenario } from 'guanxi/scenarios'
 *
 * const { measures, timeline } = runScenario(xCommunity(), { strategies: [buildAlliance()], weeks: 26 })
 * timeline.length // => 27
 * measures.delta.voice! > 0 // => true
 * ```
 */
export function runScenario(network: RelationNetwork, scenario: Scenario): ScenarioResult {
  return runPrepared(prepare('runScenario', network, scenario), scenario)
}

/** The same for a scenario that is prepared already. */
export function runPrepared(prepared: Prepared, scenario: Scenario): ScenarioResult {
  const { model, input, seed, name } = prepared
  const state = createState(model)
  const row = new Float64Array(outcomeNames.length)
  const timeline: TimelineEntry[] = []
  const hours: HoursEntry[] = []
  const withdrawals = simulate(model, state, input, (week, { agencies }) => {
    outcomesAt(model, state, row)
    timeline.push({ week, outcomes: outcomesByName(row) })
    if (week === 0) return
    agencies.forEach((own, a) => {
      const short = own.wanted.map((wanted, u) => Math.max(0, wanted - own.spent[u]!))
      hours.push({
        agency: model.ids[model.agencies[a]!.actor]!,
        week,
        capacity: own.capacity,
        spent: hoursByUse(own.spent),
        short: Object.fromEntries(uses.flatMap((use, u) => (short[u]! > 1e-12 ? [[use, short[u]!]] : []))),
      })
    })
  })
  const before = model.network.copy() as RelationNetwork
  const after = networkAt(model, state)
  const measures = {
    before: measuresOf(before, timeline[0]!.outcomes),
    after: measuresOf(after, timeline.at(-1)!.outcomes),
  }
  return printed<ScenarioResult>(
    {
      kind: 'scenario',
      name,
      scenario: structuredClone(scenario),
      weeks: input.weeks,
      seed,
      before,
      after,
      changes: changesAt(model, state),
      measures: { ...measures, delta: deltaOf(measures.before, measures.after) },
      timeline,
      hours,
      withdrewInWeek: withdrawals.length > 0 ? Math.min(...withdrawals.map(({ week }) => week)) : null,
      withdrawals,
      assumptions: prepared.assumptions,
    },
    resultLines,
  )
}
