import { GuanxiError } from '../model/errors.ts'
import type { ReadNetwork } from './readNetwork.ts'

/**
 * Heights for the layout `levels`: the levels of `hierarchy`, 0 the uppermost of each weak component, to a pixel's precision.
 *
 * Conjugate gradients on the list of ties. The measure's own solver is exact, and with its columns and options three times the
 * size of all that a layout needs; a test holds the two together. An unknown value leaves out its dyad.
 *
 * @throws {GuanxiError} `INVALID_VALUE` when a value is negative.
 */
export function levels(where: string, { actors, ties }: ReadNetwork, layer: string | undefined): number[] {
  const order = actors.length
  const weightOf = (values: ReadonlyMap<string, number | null>) =>
    layer === undefined ? 1 : (values.get(layer) ?? null)
  const unknown = new Set<number>()
  for (const { source, target, values } of ties)
    if (weightOf(values) === null) unknown.add(source * order + target).add(target * order + source)
  const known = ties.flatMap(({ source, target, values }) => {
    const weight = weightOf(values)
    if (weight !== null && weight < 0)
      throw new GuanxiError('INVALID_VALUE', `${where}: expected ${layer} to be at least 0, got ${weight}`)
    return weight && !unknown.has(source * order + target) ? [{ source, target, weight }] : []
  })

  // (diag(in + out) − W − Wᵀ) h = in − out, each step divided by the diagonal.
  const height = new Float64Array(order)
  const rest = new Float64Array(order)
  const strength = new Float64Array(order)
  for (const { source, target, weight } of known) {
    rest[source]! -= weight
    rest[target]! += weight
    strength[source]! += weight
    strength[target]! += weight
  }
  const eased = () => rest.map((value, i) => (strength[i]! > 0 ? value / strength[i]! : 0))
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
  let direction = eased()
  let error = dot(rest, direction)
  const enough = 1e-16 * error
  for (let step = 0; step < 2 * order && error > enough; step++) {
    const product = new Float64Array(order)
    for (const { source, target, weight } of known) {
      const flow = weight * (direction[source]! - direction[target]!)
      product[source]! += flow
      product[target]! -= flow
    }
    const length = error / dot(direction, product)
    for (let i = 0; i < order; i++) {
      height[i]! += length * direction[i]!
      rest[i]! -= length * product[i]!
    }
    const next = eased()
    const left = dot(rest, next)
    direction = next.map((value, i) => value + (left / error) * direction[i]!)
    error = left
  }

  // The lowest of each component, handed on from tie to tie.
  const lowest = height.slice()
  for (let moved = true; moved; ) {
    moved = false
    for (const { source, target } of known) {
      const least = Math.min(lowest[source]!, lowest[target]!)
      moved ||= lowest[source] !== lowest[target]
      lowest[source] = lowest[target] = least
    }
  }
  return Array.from(height, (own, i) => own - lowest[i]!)
}
