import { curveBetween, type Point, pointAt } from './arcs.ts'
import type { Place } from './places.ts'
import type { ReadTie } from './readNetwork.ts'

/** Beyond this many ties × actors, ties are not led around others. */
const WORTH_LEADING = 400_000

const returned = [0.18, 0.3, 0.44, 0.6]
const alone = [0, 0.18, -0.18, 0.3, -0.3, 0.44, -0.44]

/**
 * How far each tie bends: both directions of a pair to their own right, so that they lie apart; a tie that is not returned
 * goes straight; any of them further where an actor or a label would be in the way.
 */
export function curvatures(ties: readonly ReadTie[], places: readonly Place[], size: number): number[] {
  const count = places.length
  const there = new Set(ties.map(({ source, target }) => source * count + target))
  const leading = ties.length * count <= WORTH_LEADING
  return ties.map(({ source, target }) => {
    const choices = there.has(target * count + source) ? returned : alone
    if (!leading) return choices[0]!
    let best = choices[0]!
    let least = Infinity
    for (const curvature of choices) {
      const cost = hits(places, source, target, curvature, size) + Math.abs(curvature)
      if (cost < least - 1e-9) {
        least = cost
        best = curvature
      }
    }
    return best
  })
}

/** How much of an arc lies on other actors (dear) or on labels. */
function hits(places: readonly Place[], source: number, target: number, curvature: number, size: number): number {
  const curve = curveBetween(places[source]!, places[target]!, curvature)
  const points: Point[] = []
  for (let i = 2; i <= 14; i++) points.push(pointAt(curve, i / 16))
  let cost = 0
  places.forEach((place, i) => {
    const box = place.labelBox
    for (const point of points) {
      if (i !== source && i !== target && Math.hypot(point.x - place.x, point.y - place.y) < size + 7) cost += 1
      if (
        box &&
        point.x > box.x - 3 &&
        point.x < box.x + box.width + 3 &&
        point.y > box.y - 3 &&
        point.y < box.y + box.height + 3
      )
        cost += 0.25
    }
  })
  return cost
}
