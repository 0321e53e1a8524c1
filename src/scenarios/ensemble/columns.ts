import { GuanxiError, show } from '../../model/errors.ts'
import type { OptionRule } from '../../model/options.ts'
import { outcomeNames } from '../dynamics/outcomesAt.ts'
import { type OutcomeName, outcomes } from '../outcomes.ts'
import { designPoints } from './designPoints.ts'
import type { EnsembleResult } from './types.ts'

/** Which numbers of an ensemble a question is about: an outcome of a scenario, or what it differs by from another. */
export interface Subject {
  readonly scenario: string
  readonly outcome: OutcomeName
  /** Name of a second scenario: the subject is then scenario − against, in the same replications. */
  readonly against?: string
}

/** What is good enough; at least one of the two. */
export interface Criterion {
  readonly atLeast?: number
  readonly atMost?: number
}

/** Refuses what is no ensemble, for functions that take one. */
export function checkEnsemble(where: string, ensemble: EnsembleResult): void {
  if (ensemble?.kind !== 'ensemble')
    throw new GuanxiError('INVALID_OPTION', `${where}: expected what runEnsemble gives, got ${show(ensemble)}`)
}

export function namesOf(ensemble: EnsembleResult): string[] {
  return ensemble.scenarios.map(({ name }) => name!)
}

/** The name of a scenario of the ensemble, as an option. */
export function scenarioOf(ensemble: EnsembleResult): OptionRule {
  const names = namesOf(ensemble)
  return { expected: `a scenario: ${names.join(', ')}`, accepts: value => names.includes(value as string) }
}

export function isBetterHigher(outcome: OutcomeName): boolean {
  return outcomes.find(({ name }) => name === outcome)!.better === 'higher'
}

/** One number a replication, NaN where not defined. */
export function subjectColumn(ensemble: EnsembleResult, { scenario, outcome, against }: Subject): Float64Array {
  const own = outcomeColumn(ensemble, scenario, outcome)
  if (against === undefined) return own
  const other = outcomeColumn(ensemble, against, outcome)
  return own.map((value, r) => value - other[r]!)
}

export function outcomeColumn(
  { draws, scenarios }: EnsembleResult,
  scenario: string,
  outcome: OutcomeName,
): Float64Array {
  const s = scenarios.findIndex(({ name }) => name === scenario)
  const { values } = draws.outcomes[s * outcomeNames.length + outcomeNames.indexOf(outcome)]!
  return Float64Array.from(values, value => value ?? Number.NaN)
}

/** The assumptions that the replications of a scenario differ by: a column each. */
export function assumptionColumns(
  ensemble: EnsembleResult,
  scenario: string,
): { readonly name: string; readonly values: Float64Array }[] {
  const { draws, scenarios, manifest } = ensemble
  const { from, to } = draws
  const held = scenarios.find(({ name }) => name === scenario)!.parameters ?? {}
  const points = designPoints({ ...ensemble, replications: manifest.replications })
  const columns = points.names
    .filter(name => !Object.hasOwn(held, name))
    .map(name => ({ name, values: new Float64Array(to - from) }))
  const drawn: Record<string, number | undefined> = {}
  const usual = new Map(ensemble.assumptions.map(({ name, value }) => [name, value]))
  for (let k = from; k < to; k++) {
    points.draw(k, drawn)
    for (const { name, values } of columns) values[k - from] = drawn[name] ?? usual.get(name)!
  }
  return columns.filter(({ values }) => values.some(value => value !== values[0]))
}

/** Whether a value is good enough; one that is not defined is not. */
export function meets(
  value: number,
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Criterion,
): boolean {
  return value >= atLeast && value <= atMost
}

export function checkCriterion(where: string, { atLeast, atMost }: Criterion): void {
  if (atLeast === undefined && atMost === undefined)
    throw new GuanxiError('INVALID_OPTION', `${where}: expected atLeast or atMost, got neither`)
}
