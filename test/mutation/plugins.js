import { relative } from 'node:path'

/**
 * Names a mutant by its place and what it puts there.
 *
 * @param first - the number of the first line and column: 0 before a mutant is run, 1 in its result.
 */
export function keyOf({ fileName, location: { start, end }, mutatorName, replacement }, first) {
  const places = [start.line, start.column, end.line, end.column].map(place => place - first)
  return `${relative('.', fileName)}:${places.join(':')} ${mutatorName} ${replacement}`
}

/** Lets only the drawn mutants through, in their order. Stryker knows no sampling, but leaves out what a checker refuses. */
class Drawn {
  static inject = ['options']
  #places

  constructor({ drawn }) {
    this.#places = new Map(drawn.map((key, place) => [key, place]))
  }

  #placeOf(mutant) {
    return this.#places.get(keyOf(mutant, 0)) ?? Infinity
  }

  async init() {}

  async group(mutants) {
    return [mutants.toSorted((a, b) => this.#placeOf(a) - this.#placeOf(b) || 0).map(({ id }) => id)]
  }

  async check(mutants) {
    const of = mutant =>
      this.#placeOf(mutant) < Infinity ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' }
    return Object.fromEntries(mutants.map(mutant => [mutant.id, of(mutant)]))
  }
}

/** Every result as it comes. */
export const tested = []

/** Keeps the results, and prints at once what no test noticed. */
class Kept {
  onMutantTested(result) {
    tested.push(result)
    const { status, fileName, location, mutatorName, replacement } = result
    if (status !== 'Survived' && status !== 'NoCoverage' && status !== 'Timeout') return
    const { start, end } = location
    const place = `${relative('.', fileName)}:${start.line}:${start.column}-${end.line}:${end.column}`
    console.log(`${status} ${place} ${mutatorName} → ${replacement}`)
  }
}

export const strykerPlugins = [
  { kind: 'Checker', name: 'drawn', injectableClass: Drawn },
  { kind: 'Reporter', name: 'kept', injectableClass: Kept },
]
