import { GuanxiError, show } from '../../model/errors.ts'
import { numberIn } from '../../model/options.ts'
import { checkStrategy } from '../schema.ts'
import type { Strategy } from '../types.ts'

const factorRule = numberIn(0, 1e6)

/**
 * The same strategy, carried out so many times as much.
 *
 * Its intensity is multiplied; what would go beyond 1 goes into its hours. So it asks for `factor` times the hours, and its
 * stance is taken `factor` times as fully, at the most fully.
 *
 * @param factor - 0 to 1,000,000; 0 for not at all, 1 for the same.
 * @returns a new strategy; the given one is not changed.
 * @throws {GuanxiError} `INVALID_OPTION` for a factor out of range or a faulty strategy.
 *
 * Source: none.
 *
 * @example
 * ```ts
 * import { buildAlliance, scale } from 'guanxi/scenarios'
 *
 * scale(buildAlliance(), 0.5).intensity // => 0.5
 * scale(buildAlliance(), 3).hoursPerWeek // => 24
 * ```
 */
export function scale(strategy: Strategy, factor: number): Strategy {
  checkStrategy('scale', strategy)
  if (!factorRule.accepts(factor))
    throw new GuanxiError('INVALID_OPTION', `scale: expected factor to be ${factorRule.expected}, got ${show(factor)}`)
  const extent = strategy.intensity * factor
  const scaled = {
    ...structuredClone(strategy),
    intensity: Math.min(1, extent),
    hoursPerWeek: strategy.hoursPerWeek * Math.max(1, extent),
  }
  checkStrategy('scale', scaled)
  return scaled
}
