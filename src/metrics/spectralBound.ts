import { outRows } from '../kernel/rows.ts'
import { type SpectralBounds, spectralRadius } from '../kernel/spectralRadius.ts'
import { strongComponents } from '../kernel/strongComponents.ts'
import { GuanxiError } from '../model/errors.ts'
import type { Ties } from '../model/ties.ts'

/** Spectral radius λ₁ of the ties, as the middle of two bounds that agree to 13 digits wherever the iteration gets that far. */
export function spectralRadiusOf({ graph, weights }: Ties): number {
  const { low, high } = bounds({ graph, weights })
  return (low + high) / 2
}

/**
 * Refuses a factor whose size is not below 1/λ₁: the series 1 + f W + f² W² + … then has no sum.
 *
 * @throws {GuanxiError} `INVALID_OPTION` naming the bound.
 */
export function requireBelowBound(where: string, name: string, factor: number, ties: Ties): void {
  const size = Math.abs(factor)
  const { high } = bounds(ties, (low, high) => size * high < 1 || size * low >= 1)
  if (size * high < 1) return
  const bound = 1 / spectralRadiusOf(ties)
  throw new GuanxiError(
    'INVALID_OPTION',
    `${where}: expected ${name} to be nearer to 0 than 1/λ₁ = ${bound}, got ${factor}`,
  )
}

function bounds(
  { graph, weights }: Pick<Ties, 'graph' | 'weights'>,
  enough?: (low: number, high: number) => boolean,
): SpectralBounds {
  return spectralRadius(outRows(graph, weights), strongComponents(graph), enough)
}
