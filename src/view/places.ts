import type { Point } from './arcs.ts'
import { forcePlaces } from './forcePlaces.ts'
import { freeSide, labelBox, labelLines, type Side } from './labelBoxes.ts'
import type { ReadActor, ReadTie } from './readNetwork.ts'
import { haveRoles, rolePlaces } from './rolePlaces.ts'
import { type Box, separate } from './separate.ts'
import { textWidth } from './textBox.ts'
import type { LabelBox } from './types.ts'

/** How places are found: by role, by level, by forces, or as suits the network. */
export type Layout = 'auto' | 'roles' | 'levels' | 'force'

/** An actor's place, and the side and lines of its label. */
export interface Place extends Point {
  readonly side: Side
  readonly lines: readonly string[]
  readonly labelBox: LabelBox | null
}

/** Above this many actors, only those get a label that have room for one. */
const ALL_LABELLED = 250

/** Radius of the largest actor, by how many there are. */
export function largestSize(count: number): number {
  return count <= 30 ? 22 : count <= 100 ? 13 : count <= 500 ? 9 : 6
}

/** Pairs of actors with a tie in either direction, each once. */
function pairsOf(ties: readonly ReadTie[], count: number): [number, number][] {
  const seen = new Set<number>()
  const pairs: [number, number][] = []
  for (const { source, target } of ties) {
    const a = Math.min(source, target)
    const b = Math.max(source, target)
    if (seen.has(a * count + b)) continue
    seen.add(a * count + b)
    pairs.push([a, b])
  }
  return pairs
}

/**
 * Places for actors and their labels, so that none covers another.
 *
 * @param levels - a level for each actor, 0 the uppermost, for the layout `levels`.
 * @param given - places that are kept as they are, by id.
 */
export function layOut(
  actors: readonly ReadActor[],
  ties: readonly ReadTie[],
  layout: Layout,
  seed: number,
  levels: readonly number[] | null,
  given: ReadonlyMap<string, Point>,
): Place[] {
  const count = actors.length
  const size = largestSize(count)
  const lines = actors.map(({ label }) => labelLines(label))
  const widths = lines.map(own => Math.max(2 * size, ...own.map(line => textWidth(line))))
  const pairs = pairsOf(ties, count)
  const kinds = actors.map(({ kind }) => kind)
  const byRole = layout === 'roles' || (layout === 'auto' && haveRoles(kinds) && count <= 30)
  const unit = count <= 12 ? 150 : count <= 60 ? 88 : 64

  let places: Point[]
  if (actors.every(({ id }) => given.has(id))) places = actors.map(({ id }) => given.get(id)!)
  else if (byRole) places = rolePlaces(kinds, widths)
  else {
    places = forcePlaces(
      actors.map(({ id }) => id),
      pairs,
      seed,
    ).map(({ x, y }) => ({ x: x * unit, y: y * unit }))
    if (levels) places = places.map(({ x }, i) => ({ x, y: levels[i]! * 140 }))
    places = places.map((place, i) => given.get(actors[i]!.id) ?? place)
  }

  const neighbours: Point[][] = actors.map(() => [])
  for (const [a, b] of pairs) {
    neighbours[a]!.push(places[b]!)
    neighbours[b]!.push(places[a]!)
  }
  const sides = places.map((place, i) => freeSide(place, neighbours[i]!))
  if (given.size === 0) {
    const boxes: Box[] = places.map(({ x, y }, i) => {
      const rim = { x, y, left: size + 3, right: size + 3, top: size + 3, bottom: size + 3 }
      if (count > ALL_LABELLED) return rim
      const label = labelBox(lines[i]!, sides[i]!, { x: 0, y: 0 }, size)
      return {
        ...rim,
        left: Math.max(rim.left, -label.x),
        right: Math.max(rim.right, label.x + label.width),
        top: Math.max(rim.top, -label.y),
        bottom: Math.max(rim.bottom, label.y + label.height),
      }
    })
    separate(boxes, levels !== null && !byRole)
    places = boxes.map(({ x, y }) => ({ x: round(x), y: round(y) }))
  }
  const labels = places.map((place, i) => labelBox(lines[i]!, sides[i]!, place, size))
  const shown = count <= ALL_LABELLED ? null : roomFor(labels, places, size)
  return places.map(({ x, y }, i) => ({
    x,
    y,
    side: sides[i]!,
    lines: lines[i]!,
    labelBox: shown && !shown[i] ? null : labels[i]!,
  }))
}

/** Which labels cover neither an actor nor a label that was let in before. */
function roomFor(labels: readonly LabelBox[], places: readonly Point[], size: number): boolean[] {
  const taken: LabelBox[] = []
  return labels.map(box => {
    const covers = (x: number, y: number, width: number, height: number) =>
      box.x < x + width && x < box.x + box.width && box.y < y + height && y < box.y + box.height
    const free =
      !taken.some(other => covers(other.x, other.y, other.width, other.height)) &&
      !places.some(({ x, y }) => covers(x - size, y - size, 2 * size, 2 * size))
    if (free) taken.push(box)
    return free
  })
}

const round = (value: number) => Math.round(value * 100) / 100 || 0
