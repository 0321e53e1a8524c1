import { GuanxiError } from '../model/errors.ts'

/** A value that a coder gave; `null` or `undefined` where the coder gave none. */
export type Rating = string | number | boolean | null | undefined

/** Agreement of two coders. */
export interface KappaResult {
  /** κ, at most 1; 0 is what chance alone gives; `null` without a unit that both rated, or when both gave one and the same value throughout. */
  readonly kappa: number | null
  /** Share of units on which both agree, in [0, 1]; `null` without units. */
  readonly agreement: number | null
  /** Share on which they would agree by chance, from how often each gives each value; `null` without units. */
  readonly expected: number | null
  /** Units that both rated. */
  readonly units: number
}

/**
 * Cohen's κ: how far two coders agree beyond chance on units that each puts into one category.
 *
 * κ = (p_o − p_e) / (1 − p_e), with p_o the share of units on which they agree and p_e = Σ_c p_1c · p_2c.
 *
 * @param first - a value a unit; categories are told apart by `===`.
 * @param second - the other coder's, in the same order. Units that either did not rate are left out.
 * @returns see `KappaResult`.
 * @throws {GuanxiError} `INVALID_VALUE` when the lists differ in length.
 *
 * Time O(units). Swapping the coders or renaming the categories changes nothing.
 *
 * Source: Cohen 1960, Educational and Psychological Measurement 20:37–46, eq. 1, doi:10.1177/001316446002000104.
 *
 * @example
 * ```ts
 * import { cohenKappa } from 'guanxi/io'
 *
 * cohenKappa(['a', 'a', 'b', 'b'], ['a', 'a', 'b', 'a']).kappa // => 0.5
 * ```
 */
export function cohenKappa(first: readonly Rating[], second: readonly Rating[]): KappaResult {
  if (!Array.isArray(first) || !Array.isArray(second) || first.length !== second.length)
    throw new GuanxiError(
      'INVALID_VALUE',
      `cohenKappa: expected two lists of the same length, got ${first?.length} and ${second?.length}`,
    )
  const counts = new Map<Rating, { first: number; second: number; both: number }>()
  const of = (value: Rating) => {
    const known = counts.get(value) ?? { first: 0, second: 0, both: 0 }
    counts.set(value, known)
    return known
  }
  let units = 0
  first.forEach((a, i) => {
    const b = second[i]
    if (a === null || a === undefined || b === null || b === undefined) return
    units++
    of(a).first++
    of(b).second++
    if (a === b) of(a).both++
  })
  return kappaOf([...counts.values()], units)
}

/** κ from how often each category was given by the first, the second, and by both to one unit. */
export function kappaOf(
  categories: readonly { readonly first: number; readonly second: number; readonly both: number }[],
  units: number,
): KappaResult {
  if (units === 0) return { kappa: null, agreement: null, expected: null, units }
  // In counts: shares would leave rounding where 1 − p_e is exactly 0.
  const both = categories.reduce((sum, category) => sum + category.both, 0)
  const chance = categories.reduce((sum, category) => sum + category.first * category.second, 0)
  const spread = units * units - chance
  return {
    kappa: spread === 0 ? null : (both * units - chance) / spread,
    agreement: both / units,
    expected: chance / (units * units),
    units,
  }
}
