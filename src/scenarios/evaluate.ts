import { orNull } from '../model/scores.ts'
import { outcomeNames, outcomesAt } from './dynamics/outcomesAt.ts'
import { simulate } from './dynamics/simulate.ts'
import { createState } from './dynamics/state.ts'
import type { OutcomeName } from './outcomes.ts'
import type { Prepared } from './prepare.ts'

type Input = Prepared['input']

/**
 * Makes a function from a run's input to its final outcomes: what searches and sensitivity analyses call many times.
 *
 * The row that it returns is written anew by the next call.
 */
export function evaluator({ model }: Pick<Prepared, 'model'>): (input: Input) => Float64Array {
  const state = createState(model)
  const row = new Float64Array(outcomeNames.length)
  const nothing = () => {}
  return input => {
    simulate(model, state, input, nothing)
    outcomesAt(model, state, row)
    return row
  }
}

/** A row of outcomes by name; `null` where not defined. */
export function outcomesByName(row: Float64Array): Record<OutcomeName, number | null> {
  return Object.fromEntries(outcomeNames.map((name, o) => [name, orNull(row[o]!)])) as Record<
    OutcomeName,
    number | null
  >
}
