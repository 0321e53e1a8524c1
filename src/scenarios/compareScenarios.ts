import { GuanxiError, show } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import { printed } from '../model/printed.ts'
import { assumptions } from './assumptions.ts'
import { createModel } from './dynamics/model.ts'
import { type OutcomeName, outcomes } from './outcomes.ts'
import { paretoOf } from './pareto.ts'
import { parametersWith, prepare, YEAR } from './prepare.ts'
import { resultLines } from './resultLines.ts'
import type { ComparisonResult, Difference, Ranking, ScenarioResult } from './results.ts'
import { runPrepared } from './runScenario.ts'
import { checkShared } from './schema.ts'
import { refuseUnknown } from './strategies/strategy.ts'
import type { Scenario, Workplan } from './types.ts'

/** What holds for all scenarios of a comparison; a scenario's own settings go first. */
export interface CompareOptions {
  readonly weeks?: number | undefined
  readonly seed?: number | undefined
  readonly parameters?: Readonly<Record<string, number>> | undefined
  readonly workplan?: Partial<Workplan> | undefined
  readonly noise?: number | undefined
  /** Name of the scenario that the others are compared with. @defaultValue the first without strategies, else the first */
  readonly baseline?: string | undefined
}

/**
 * Compares scenarios on one network: a run of each, paired differences from a baseline, places by outcome.
 *
 * All runs share parameters, seed and random events (common random numbers), so that they differ by their strategies alone.
 *
 * @param scenarios - at least one; names must differ.
 * @param options - weeks (default 52), seed (default 1), parameters, workplan, noise, baseline.
 * @returns one result a scenario in the order given, `differences` and `rankings` by outcome, and the names on the Pareto
 *   front of voice and delivery.
 * @throws {GuanxiError} `INVALID_OPTION` for no scenarios, equal names or an unknown baseline; and as `runScenario`.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, compareScenarios } from 'guanxi/scenarios'
 *
 * const comparison = compareScenarios(xCommunity(), [
 *   { name: 'as it is', strategies: [] },
 *   { name: 'alliance', strategies: [buildAlliance()] },
 * ])
 * comparison.rankings.find(row => row.outcome === 'voice')?.places[0]?.scenario // => 'alliance'
 * ```
 */
export function compareScenarios(
  network: RelationNetwork,
  scenarios: readonly Scenario[],
  options: CompareOptions = {},
): ComparisonResult {
  const where = 'compareScenarios'
  refuseUnknown(where, options, ['weeks', 'seed', 'parameters', 'workplan', 'noise', 'baseline'])
  const { baseline: wanted, ...shared } = options
  checkShared(where, shared)
  if (wanted !== undefined && typeof wanted !== 'string')
    throw new GuanxiError('INVALID_OPTION', `${where}: expected baseline to be a scenario's name, got ${show(wanted)}`)
  if (!Array.isArray(scenarios) || scenarios.length === 0)
    throw new GuanxiError('INVALID_OPTION', `${where}: expected at least one scenario, got ${show(scenarios)}`)
  const results: ScenarioResult[] = []
  let plain: ReturnType<typeof createModel> | undefined
  for (const given of scenarios) {
    const scenario = withShared(given, shared)
    // Scenarios without roles of their own see the same network: one model serves them all.
    if (!scenario.roles) plain ??= createModel(where, network)
    results.push(runPrepared(prepare(where, network, scenario, scenario.roles ? undefined : plain), scenario))
  }
  const names = results.map(({ name }) => name)
  const repeated = names.find((name, i) => names.indexOf(name) !== i)
  if (repeated !== undefined)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: two scenarios are called ${show(repeated)}; give each a name of its own`,
    )
  const baseline = wanted ?? results.find(({ scenario }) => scenario.strategies.length === 0)?.name ?? names[0]!
  const base = results.find(({ name }) => name === baseline)
  if (!base)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: no scenario ${show(baseline)}; known are ${names.map(show).join(', ')}`,
    )

  const parameters = parametersWith(where, shared.parameters)
  return printed<ComparisonResult>(
    {
      kind: 'comparison',
      weeks: shared.weeks ?? YEAR,
      seed: shared.seed ?? 1,
      baseline,
      scenarios: results,
      differences: results.filter(result => result !== base).flatMap(result => differencesOf(result, base)),
      rankings: outcomes.map(({ name }) => rankingOf(name, results)),
      pareto: paretoOf(
        results.map(result => ({ name: result.name, values: [final(result, 'voice'), final(result, 'delivery')] })),
      ),
      assumptions: assumptions().map(row => ({ ...row, value: parameters[row.name as keyof typeof parameters] })),
    },
    resultLines,
  )
}

/** What is not given is not there: a setting that is `undefined` hides no other. */
function settingsIn<T extends object>(settings: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(settings ?? {}).filter(([, value]) => value !== undefined)) as never
}

/** A scenario with the settings that all share; its own go first. */
export function withShared(scenario: Scenario, shared: Omit<CompareOptions, 'baseline'>): Scenario {
  return {
    ...settingsIn(shared),
    ...settingsIn(scenario),
    ...(shared.parameters || scenario.parameters
      ? { parameters: { ...shared.parameters, ...scenario.parameters } }
      : {}),
    ...(shared.workplan || scenario.workplan ? { workplan: { ...shared.workplan, ...scenario.workplan } } : {}),
  }
}

function final(result: ScenarioResult, outcome: OutcomeName): number | null {
  return result.timeline.at(-1)!.outcomes[outcome]
}

function differencesOf(result: ScenarioResult, base: ScenarioResult): Difference[] {
  return outcomes.map(({ name: outcome }) => {
    const value = final(result, outcome)
    const baselineValue = final(base, outcome)
    const difference = value === null || baselineValue === null ? null : value - baselineValue
    return { scenario: result.name, baseline: base.name, outcome, value, baselineValue, difference }
  })
}

function rankingOf(outcome: OutcomeName, results: readonly ScenarioResult[]): Ranking {
  const sign = outcomes.find(({ name }) => name === outcome)!.better === 'higher' ? 1 : -1
  const rows = results.map(result => ({ scenario: result.name, value: final(result, outcome) }))
  const places = rows
    .map(row => ({
      ...row,
      rank:
        row.value === null
          ? null
          : 1 + rows.filter(other => other.value !== null && sign * (other.value - row.value!) > 0).length,
    }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0)
  return { outcome, places }
}
