import type { SamplingDesign } from '../kernel/samplingDesign.ts'
import { GuanxiError, show } from '../model/errors.ts'
import { type Progress, reportProgress } from '../model/progress.ts'
import { withIssues } from '../model/withIssues.ts'

/** An uncertain input of a model: its name, and the lowest and highest value it may take. */
export interface Factor {
  readonly name: string
  readonly range: readonly [number, number]
}

/** Refuses factors without a name, with a name twice, or with a range that is not two rising numbers; names all at once. */
export function checkFactors(where: string, factors: readonly Factor[], most: number): void {
  if (!Array.isArray(factors) || factors.length === 0 || factors.length > most)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected an array of 1 to ${most} factors { name, range }, got ${show(factors)}`,
    )
  const names = new Set<string>()
  const issues = factors.flatMap((factor, i) => {
    const faults: { path: (string | number)[]; message: string }[] = []
    const { name, range } = factor ?? {}
    if (typeof name !== 'string' || name === '')
      faults.push({ path: ['factors', i, 'name'], message: `expected a non-empty text, got ${show(name)}` })
    else if (names.has(name)) faults.push({ path: ['factors', i, 'name'], message: `${show(name)} is there twice` })
    else names.add(name)
    const [low, high] = Array.isArray(range) && range.length === 2 ? range : []
    if (!(Number.isFinite(low) && Number.isFinite(high) && low! < high!))
      faults.push({ path: ['factors', i, 'range'], message: 'expected [low, high] with finite low < high' })
    return faults
  })
  if (issues.length > 0) throw withIssues('INVALID_OPTION', `${where}: the factors cannot be used`, issues)
}

/**
 * Runs a model over a design, inputs stretched from the unit cube to the factors' ranges.
 *
 * @throws {GuanxiError} `INVALID_VALUE` when the model gives something else than a finite number, naming the inputs.
 */
export function runModel(
  where: string,
  model: (x: number[]) => number,
  factors: readonly Factor[],
  design: SamplingDesign,
  progress: Progress,
): Float64Array {
  if (typeof model !== 'function')
    throw new GuanxiError('INVALID_OPTION', `${where}: expected a model as a function, got ${show(model)}`)
  const outputs = new Float64Array(design.rows)
  for (let k = 0; k < design.rows; k++) {
    reportProgress(progress, k, design.rows)
    const x = new Array<number>(factors.length) // a new one a run: the model may keep or change it
    design.row(k, x)
    for (let d = 0; d < x.length; d++) {
      const [low, high] = factors[d]!.range
      x[d] = low + x[d]! * (high - low)
    }
    const inputs = x.slice()
    const output = model(x)
    if (!Number.isFinite(output))
      throw new GuanxiError(
        'INVALID_VALUE',
        `${where}: expected the model to give a finite number, got ${show(output)} at ${factors
          .map(({ name }, d) => `${name} = ${inputs[d]}`)
          .join(', ')}`,
      )
    outputs[k] = output
  }
  reportProgress(progress, design.rows, design.rows)
  return outputs
}
