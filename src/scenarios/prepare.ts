import { GuanxiError, show } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import { type Assumption, assumptions, defaultParameters, type ParameterName, type Parameters } from './assumptions.ts'
import { defaultWorkplan } from './defaultWorkplan.ts'
import { createModel, type Model } from './dynamics/model.ts'
import { drawNoise, scheduleEvents, scheduleStrategies } from './dynamics/schedule.ts'
import type { RunInput } from './dynamics/simulate.ts'
import { checkScenario } from './schema.ts'
import type { Scenario, Workplan } from './types.ts'

/** Weeks of a run that does not say how long it is: a year. */
export const YEAR = 52

/** A scenario ready to run: checked, with every default filled in. */
export interface Prepared {
  readonly model: Model
  readonly input: RunInput
  readonly seed: number
  readonly name: string
  /** Every parameter with the value that is used. */
  readonly assumptions: readonly Assumption[]
}

/**
 * Checks a scenario against its schema and the network, and fills in the defaults.
 *
 * @param model - a model of the same network, to save making it again.
 */
export function prepare(where: string, network: RelationNetwork, scenario: Scenario, model?: Model): Prepared {
  checkScenario(where, scenario)
  const { strategies, events = [], weeks = YEAR, seed = 1, noise = 0, roles = {} } = scenario
  const parameters = parametersWith(where, scenario.parameters)
  const made = model ?? createModel(where, network, roles)
  const struck = scheduleEvents(where, made, events, weeks, seed)
  if (noise > 0) drawNoise(struck, seed)
  return {
    model: made,
    seed,
    name: scenario.name ?? (strategies.map(({ kind }) => kind).join(' + ') || 'as it is'),
    assumptions: assumptions().map(row => ({ ...row, value: parameters[row.name as keyof Parameters] })),
    input: {
      weeks,
      parameters,
      noise,
      workplan: workplanWith(scenario.workplan),
      plans: scheduleStrategies(where, made, strategies, weeks),
      events: struck,
    },
  }
}

/** Parameters that divide, or that count the weeks until something happens: 0 would mean nothing. */
const aboveZero: readonly string[] = [
  'halfDose',
  'expectedService',
  'indicatorSlack',
  'rehireWeeks',
  'withdrawalPatience',
] satisfies ParameterName[]

/** Shares of something, and shares of it a week: beyond 1 more would move than there is. */
const partUnits = ['share', '1/week']

/** The defaults with some values set. */
export function parametersWith(where: string, given: Readonly<Record<string, number>> = {}): Parameters {
  const parameters = defaultParameters()
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(parameters, name))
      throw new GuanxiError(
        'INVALID_OPTION',
        `${where}: no parameter ${show(name)}; known are ${Object.keys(parameters).join(', ')}`,
      )
    const isPart = partUnits.includes(assumptions().find(row => row.name === name)!.unit)
    const positive = aboveZero.includes(name)
    if (!(value >= 0 && (!isPart || value <= 1) && (!positive || value > 0) && Number.isFinite(value)))
      throw new GuanxiError(
        'INVALID_OPTION',
        `${where}: expected parameter ${name} to be ${isPart ? 'from 0 to 1' : positive ? 'above 0' : 'at least 0'}, got ${show(value)}`,
      )
    parameters[name as keyof Parameters] = value
  }
  return parameters
}

function workplanWith(given: Partial<Workplan> = {}): Workplan {
  return { ...defaultWorkplan(), ...given }
}
