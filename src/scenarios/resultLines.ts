import { brief } from '../model/printed.ts'
import type { CalibrationResult } from './calibrate.ts'
import type { ContributionResult } from './contribution.ts'
import type { DiscoveryResult } from './ensemble/scenarioDiscovery.ts'
import type { EnsembleResult } from './ensemble/types.ts'
import type { Explanation } from './explain.ts'
import { outcomes } from './outcomes.ts'
import type { PlanResult } from './planStrategies.ts'
import type { ComparisonResult, ScenarioResult } from './results.ts'
import type { SensitivityResult } from './sensitivity.ts'

type Printable =
  | ScenarioResult
  | ComparisonResult
  | EnsembleResult
  | SensitivityResult
  | PlanResult
  | ContributionResult
  | CalibrationResult
  | Explanation
  | DiscoveryResult

/** Rows that a console shows of a list. */
const SHOWN = 12

const lineOf: { readonly [K in Printable['kind']]: (result: Extract<Printable, { kind: K }>) => readonly string[] } = {
  scenario: ({ name, weeks, timeline, changes, withdrewInWeek }) => [
    `ScenarioResult ${quoted(name)}: ${weeks} weeks, values of ties changed: ${changes.length}${withdrewInWeek === null ? '' : `, an agency withdrew in week ${withdrewInWeek}`}`,
    ...outcomes.map(
      ({ name: outcome }) =>
        `${outcome} ${brief(timeline[0]!.outcomes[outcome])} → ${brief(timeline.at(-1)!.outcomes[outcome])}`,
    ),
  ],
  comparison: ({ weeks, baseline, scenarios, rankings }) => [
    `ComparisonResult: ${scenarios.length} scenarios over ${weeks} weeks, compared with ${quoted(baseline)}`,
    ...rankings.map(
      ({ outcome, places }) =>
        `${outcome}: ${some([...places].sort(byRank).map(({ scenario, value }) => `${quoted(scenario)} ${brief(value)}`))}`,
    ),
  ],
  ensemble: ({ weeks, replications, scenarios, outcomes: rows, shard }) => [
    `EnsembleResult: ${scenarios.length} scenarios over ${weeks} weeks, ${replications} replications${shard === null ? '' : `, part ${shard.index + 1} of ${shard.count}`}; means and standard errors`,
    ...outcomes.map(
      ({ name }) =>
        `${name}: ${some(rows.filter(({ outcome }) => outcome === name).map(({ scenario, mean, error }) => `${quoted(scenario)} ${brief(mean)}${error === null ? '' : ` ± ${brief(error)}`}`))}`,
    ),
  ],
  sensitivity: ({ name, outcome, method, value, low, high, runs, ranked, terms }) => [
    `SensitivityResult of ${outcome} in ${quoted(name)}: ${brief(value)}, from ${brief(low)} to ${brief(high)} over ${runs} runs (${method})`,
    ...cut(
      ranked.map(parameter => {
        const term = terms.find(row => row.name === parameter)!
        return `${parameter} ${brief(method === 'morris' ? term.muStar : term.total)}`
      }),
    ),
  ],
  plan: ({ hoursPerWeek, weeks, objectives, best, baseline, pareto, evaluated }) => [
    `PlanResult: ${hoursPerWeek} hours a week over ${weeks} weeks for ${objectives.join(' and ')}, ${evaluated} plans run, ${pareto.length} on the front`,
    `best ${brief(best.score)}: ${some(Object.entries(best.hours).map(([kind, hours]) => `${kind} ${hours} h`))}`,
    `no practice ${brief(baseline.score)}`,
  ],
  contribution: ({ name, weeks, outcomes: rows, terms }) => [
    `ContributionResult ${quoted(name)}: ${weeks} weeks; Shapley values`,
    ...rows.map(
      ({ outcome, without, with: whole }) =>
        `${outcome} ${brief(without)} → ${brief(whole)}: ${some(terms.filter(term => term.outcome === outcome).map(({ strategy, shapley }) => `${strategy} ${brief(shapley)}`))}`,
    ),
  ],
  calibration: ({ name, parameters, runs, resemblance, check }) => [
    `CalibrationResult ${quoted(name)}: ${runs} runs, resemblance ${brief(resemblance)}${check === null ? '' : `; error in week ${check.week} ${brief(check.error)}, without the fit ${brief(check.unfitted)}`}`,
    ...parameters.map(
      ({ name: parameter, median, interval: [low, high], verdict }) =>
        `${parameter} ${brief(median)} [${brief(low)}, ${brief(high)}] ${verdict}`,
    ),
  ],
  explanation: ({ name, changes }) => [
    `Explanation ${quoted(name)}: values of ties moved: ${changes.length}`,
    ...cut(
      changes.map(
        ({ source, target, layer, before, after, parts }) =>
          `${layer} ${source} → ${target} ${brief(before)} → ${brief(after)}: ${some(parts.map(({ mechanism, amount }) => `${mechanism} ${brief(amount)}`))}`,
      ),
    ),
  ],
  'scenario-discovery': ({ scenario, outcome, against, failures, replications, box }) => [
    `DiscoveryResult of ${outcome} in ${quoted(scenario)}${against === null ? '' : ` against ${quoted(against)}`}: ${failures} of ${replications} replications fail`,
    ...(box === null
      ? ['no box tells them apart']
      : [
          `box: coverage ${brief(box.coverage)}, density ${brief(box.density)}, support ${brief(box.support)}`,
          ...cut(
            box.limits.map(
              ({ name, low, high, quasiP }) =>
                `${name} ${low === null ? 'at most' : high === null ? 'at least' : 'from'} ${[low, high].flatMap(end => (end === null ? [] : brief(end))).join(' to ')} (quasi-p ${brief(quasiP)})`,
            ),
          ),
        ]),
  ],
}

/** What a console prints of a result, see `printed`. */
export function resultLines<Result extends Printable>(result: Result): readonly string[] {
  return (lineOf[result.kind] as (result: Result) => readonly string[])(result)
}

const quoted = (name: string) => JSON.stringify(name)

const byRank = (a: { readonly rank: number | null }, b: { readonly rank: number | null }) =>
  (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0

function cut(lines: readonly string[]): readonly string[] {
  return lines.length > SHOWN ? [...lines.slice(0, SHOWN), `… ${lines.length - SHOWN} more`] : lines
}

const some = (parts: readonly string[]) => cut(parts).join(', ') || 'nothing'
