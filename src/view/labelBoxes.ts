import type { Point } from './arcs.ts'
import { LINE, textWidth, wrapText } from './textBox.ts'
import type { LabelBox, ViewNode } from './types.ts'

/** On which side of its actor a label stands. */
export type Side = 'below' | 'above' | 'left' | 'right'

/** Gap between label and rim: corners of shapes reach further out than a circle. */
const away = (size: number) => 3 + 0.25 * size

/** A label's box at a place; the side's gap is from the rim of the actor. */
export function labelBox(lines: readonly string[], side: Side, at: Point, size: number): LabelBox {
  const width = Math.max(...lines.map(line => textWidth(line)))
  const height = lines.length * LINE
  const round = (value: number) => Math.round(value * 100) / 100
  const x =
    side === 'left' ? at.x - size - away(size) - width : side === 'right' ? at.x + size + away(size) : at.x - width / 2
  const y =
    side === 'above'
      ? at.y - size - away(size) - height
      : side === 'below'
        ? at.y + size + away(size)
        : at.y - height / 2
  return {
    lines,
    anchor: side === 'left' ? 'end' : side === 'right' ? 'start' : 'middle',
    x: round(x),
    y: round(y),
    width: round(width),
    height,
  }
}

/** On which side of its actor a label was set; below for one that has no room. */
export function sideOf({ y, labelBox: box }: Pick<ViewNode, 'y' | 'labelBox'>): Side {
  if (!box || box.anchor === 'middle') return box && box.y < y ? 'above' : 'below'
  return box.anchor === 'start' ? 'right' : 'left'
}

/** A label of at most three lines, the shorter the label the narrower. */
export function labelLines(label: string): string[] {
  return wrapText(label, 118)
}

const outward: Readonly<Record<Side, Point>> = {
  below: { x: 0, y: 1 },
  above: { x: 0, y: -1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
}

/** The side on which the fewest ties leave: below where it does not matter. */
export function freeSide(at: Point, others: readonly Point[]): Side {
  let best: Side = 'below'
  let least = Infinity
  for (const side of ['below', 'above', 'right', 'left'] as const) {
    let crowd = side === 'left' || side === 'right' ? 0.05 : 0
    for (const other of others) {
      const distance = Math.hypot(other.x - at.x, other.y - at.y) || 1
      const towards = ((other.x - at.x) * outward[side].x + (other.y - at.y) * outward[side].y) / distance
      crowd += Math.max(0, towards - 0.3)
    }
    if (crowd < least - 1e-9) {
      least = crowd
      best = side
    }
  }
  return best
}
