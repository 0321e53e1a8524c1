import { GuanxiError, show } from '../model/errors.ts'
import { checkOptions, oneOf } from '../model/options.ts'

/** Options of `adjust`. */
export interface AdjustOptions {
  /** `'holm'` keeps the chance of any false finding, `'benjamini-hochberg'` the share of false ones among the findings. @defaultValue 'holm' */
  readonly method?: 'holm' | 'benjamini-hochberg' | undefined
}

/**
 * Adjusts p-values for their number: of twenty tests of nothing, one is below 0.05 on average.
 *
 * Sorted up, p₍₁₎ ≤ … ≤ p₍ₖ₎: Holm max_{j≤i} (k − j + 1) p₍ⱼ₎; Benjamini–Hochberg min_{j≥i} k p₍ⱼ₎ / j; at most 1.
 *
 * @param pValues - in [0, 1]; `null` for a test that could not be done, which does not count.
 * @param options.method - @defaultValue 'holm'
 * @returns adjusted values in [0, 1] in the given order, to be compared with the same limit as before; `null` stays.
 * @throws {GuanxiError} `INVALID_VALUE`, `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * O(k log k). Holm holds whatever the dependence of the tests, Benjamini–Hochberg for independent or positively dependent ones.
 *
 * Source: Holm 1979, Scandinavian Journal of Statistics 6:65–70; Benjamini & Hochberg 1995, Journal of the Royal Statistical
 * Society B 57:289–300.
 *
 * @example
 * ```ts
 * import { adjust } from 'guanxi/inference'
 *
 * adjust([0.01, null, 0.03, 0.02]) // => [0.03, null, 0.04, 0.04]
 * ```
 */
export function adjust(pValues: readonly (number | null)[], options: AdjustOptions = {}): (number | null)[] {
  checkOptions('adjust', options, { method: oneOf('holm', 'benjamini-hochberg') })
  if (!Array.isArray(pValues)) throw new GuanxiError('INVALID_VALUE', `adjust: expected p-values, got ${show(pValues)}`)
  for (const p of pValues)
    if (p !== null && !(typeof p === 'number' && p >= 0 && p <= 1))
      throw new GuanxiError('INVALID_VALUE', `adjust: expected p-values from 0 to 1 or null, got ${show(p)}`)
  const order = pValues.flatMap((p, i) => (p === null ? [] : [i])).sort((a, b) => pValues[a]! - pValues[b]!)
  const count = order.length
  const adjusted: (number | null)[] = pValues.map(() => null)
  if (options.method === 'benjamini-hochberg') {
    let least = 1
    for (let i = count - 1; i >= 0; i--) {
      least = Math.min(least, (pValues[order[i]!]! * count) / (i + 1))
      adjusted[order[i]!] = least
    }
  } else {
    let most = 0
    for (let i = 0; i < count; i++) {
      most = Math.max(most, Math.min(1, (count - i) * pValues[order[i]!]!))
      adjusted[order[i]!] = most
    }
  }
  return adjusted
}
