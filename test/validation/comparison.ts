import { Scores } from 'guanxi'
import { type Oracle, oracles } from '../helpers/oracles.ts'

// biome-ignore lint/suspicious/noExplicitAny: JSON written by R and Python, a shape a field
export type Any = any

type Values = number | null | undefined | Scores | readonly (number | null | undefined)[]

/** One measure of ours beside one result of another program, on every network where that program gave one. */
export interface Comparison {
  /** The exported function, and the part of its result if it has several: `reciprocity.edgewise`. */
  readonly of: string
  /** The program, and its call where that is short. */
  readonly oracle: string
  /** Relative to the larger of 1 and their value; a function of it where theirs comes from drawing. 0: exactly. */
  readonly tolerance: number | ((theirs: number) => number)
  readonly cases: () => readonly Case[]
}

interface Case {
  readonly on: string
  readonly ours: () => Values
  /** `undefined` in a column: they have none there, and nothing is compared. */
  readonly theirs: () => Values
}

/** What came of a comparison: on how many networks, how many numbers, the largest deviation, and those beyond the tolerance. */
export interface Outcome {
  readonly networks: readonly string[]
  readonly values: number
  readonly deviation: number
  readonly failures: readonly string[]
}

const everyRelation = oracles()

const programs: Record<string, string> = {
  sna: 'R sna',
  igraph: 'R igraph',
  nx: 'NetworkX',
  gt: 'graph-tool',
  EloRating: 'R EloRating',
  compete: 'R compete',
  tat: 'Trophic Analysis Toolbox',
  own: 'the formula in NumPy and SciPy',
}

export interface FieldComparison {
  readonly of: string
  /** The field of test/golden/expected; its beginning says the program. */
  readonly field: string
  /** What is compared, where the field's name does not say it. */
  readonly part?: string
  readonly tolerance: Comparison['tolerance']
  readonly when?: (oracle: Oracle) => boolean
  readonly ours: (oracle: Oracle) => Values
  readonly theirs?: (expected: Any, oracle: Oracle) => Values
}

/** A comparison with one field of the expected files, over every relation of every data set that has it. */
export function field({ of, field, part, tolerance, when, ours, theirs }: FieldComparison): Comparison {
  const separator = field.indexOf('_')
  const program = programs[field.slice(0, separator)]!
  return {
    of,
    oracle: `${program} \`${field.slice(separator + 1)}\`${part ? ` (${part})` : ''}`,
    tolerance,
    cases: () =>
      everyRelation
        .filter(oracle => oracle.value(field) !== undefined && (when?.(oracle) ?? true))
        .map(oracle => ({
          on: oracle.name,
          ours: () => ours(oracle),
          theirs: () => (theirs ? theirs(oracle.value(field), oracle) : oracle.value(field)),
        })),
  }
}

function flat(values: Values): (number | null | undefined)[] {
  if (values instanceof Scores) return [...values].map(([, value]) => value)
  return Array.isArray(values) ? [...values] : [values as number | null | undefined]
}

const outcomes = new Map<Comparison, Outcome>()

/** Compares on every network, once. `null` must meet `null`, and lengths must agree. */
export function compare(comparison: Comparison): Outcome {
  const known = outcomes.get(comparison)
  if (known) return known
  const networks: string[] = []
  const failures: string[] = []
  let values = 0
  let deviation = 0
  for (const { on, ours, theirs } of comparison.cases()) {
    const found = flat(ours())
    const expected = flat(theirs())
    networks.push(on)
    if (found.length !== expected.length) failures.push(`${on}: ${found.length} values beside ${expected.length}`)
    expected.forEach((value, i) => {
      if (value === undefined) return
      values++
      const mine = found[i]
      if (value === null || typeof mine !== 'number') {
        if (mine !== value) failures.push(`${on} [${i}]: ${mine} beside ${value}`)
        return
      }
      const { tolerance } = comparison
      const gap = Math.abs(mine - value) / Math.max(1, Math.abs(value))
      // Not `gap > …`: a NaN must fail.
      if (!(gap <= (typeof tolerance === 'number' ? tolerance : tolerance(value))))
        failures.push(`${on} [${i}]: ${mine} beside ${value}`)
      deviation = Math.max(deviation, gap)
    })
  }
  const outcome = { networks, values, deviation, failures }
  outcomes.set(comparison, outcome)
  return outcome
}
