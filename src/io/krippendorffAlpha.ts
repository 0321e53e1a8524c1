import { GuanxiError } from '../model/errors.ts'
import type { Rating } from './cohenKappa.ts'

/** Agreement of any number of coders. */
export interface AlphaResult {
  /** α, at most 1; 0 is what chance alone gives; `null` when no unit has two values, or all values are the same. */
  readonly alpha: number | null
  /** Values in units that two coders or more rated. */
  readonly values: number
  /** Units that two coders or more rated. */
  readonly units: number
}

/**
 * Krippendorff's α for categories: how far any number of coders agree beyond chance; missing values are allowed.
 *
 * α = 1 − (n − 1) · Σ_u [m_u² − Σ_c n_uc²] / (m_u − 1) / (n² − Σ_c n_c²), with n_uc the number of values c in unit u, m_u the
 * values in unit u (units with one value are left out), n_c = Σ_u n_uc and n = Σ_c n_c.
 *
 * @param coders - a list a coder, a value a unit, in the same order of units; categories are told apart by `===`.
 * @returns see `AlphaResult`.
 * @throws {GuanxiError} `INVALID_VALUE` with fewer than two coders or lists that differ in length.
 *
 * Time O(coders · units). The order of coders and units and the names of the categories change nothing.
 *
 * Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section C (nominal data, any number of observers, missing data);
 * Krippendorff 2004, Content Analysis, ch. 11.
 *
 * @example
 * ```ts
 * import { krippendorffAlpha } from 'guanxi/io'
 *
 * const meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
 * const owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
 * krippendorffAlpha([meg, owen]).alpha // => 0.095
 * ```
 */
export function krippendorffAlpha(coders: readonly (readonly Rating[])[]): AlphaResult {
  if (!Array.isArray(coders) || coders.length < 2 || coders.some(list => list.length !== coders[0]!.length))
    throw new GuanxiError(
      'INVALID_VALUE',
      `krippendorffAlpha: expected two coders or more with a value for each unit, got lists of ${coders?.map?.(list => list.length).join(', ')}`,
    )
  const sums = new AlphaSums<Rating>()
  for (let u = 0; u < coders[0]!.length; u++) {
    const counts = new Map<Rating, number>()
    for (const list of coders) {
      const value = list[u]
      if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    sums.add(counts, 1)
  }
  return sums.result()
}

/** The sums that α is made of, over units that may come in bundles of like ones. */
export class AlphaSums<Value> {
  private readonly totals = new Map<Value, number>()
  private disagreement = 0
  private values = 0
  private units = 0

  /** `times` units, each with so many values of each kind. */
  add(counts: ReadonlyMap<Value, number>, times: number): void {
    let rated = 0
    let squares = 0
    for (const count of counts.values()) {
      rated += count
      squares += count * count
    }
    if (rated < 2) return
    for (const [value, count] of counts) this.totals.set(value, (this.totals.get(value) ?? 0) + times * count)
    this.disagreement += (times * (rated * rated - squares)) / (rated - 1)
    this.values += times * rated
    this.units += times
  }

  result(): AlphaResult {
    const { values, units } = this
    let squares = 0
    for (const total of this.totals.values()) squares += total * total
    const chance = values * values - squares
    return { alpha: chance === 0 ? null : 1 - ((values - 1) * this.disagreement) / chance, values, units }
  }
}
