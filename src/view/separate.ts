/** A rectangle around an actor and its label, given by its reach from the actor's place. */
export interface Box {
  x: number
  y: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const GAP = 6

/**
 * Moves boxes apart until none overlaps another; writes `x` and `y`.
 *
 * Each overlapping pair is pushed along its shorter overlap, half each; when that does not end, everything is spread by a
 * tenth and it starts anew. No chance is involved, so the same boxes end in the same places.
 *
 * @param keepHeights - moves sideways only, for layouts in which height means something.
 */
export function separate(boxes: readonly Box[], keepHeights = false): void {
  for (let round = 0; round < 40; round++) {
    for (let step = 0; step < 80; step++) if (!push(boxes, keepHeights)) return
    for (const box of boxes) {
      box.x *= 1.1
      if (!keepHeights) box.y *= 1.1
    }
  }
}

function push(boxes: readonly Box[], keepHeights: boolean): boolean {
  let moved = false
  // Along x sorted, a box can only meet those that start before it ends.
  const order = boxes.map((_, i) => i).sort((a, b) => start(boxes[a]!) - start(boxes[b]!) || a - b)
  const widest = Math.max(0, ...boxes.map(box => box.left + box.right))
  for (let i = 0; i < order.length; i++) {
    const a = boxes[order[i]!]!
    for (let k = i + 1; k < order.length; k++) {
      const b = boxes[order[k]!]!
      if (start(b) > start(a) + 2 * widest + GAP) break
      const across = overlap(a.x - a.left, a.x + a.right, b.x - b.left, b.x + b.right)
      const down = overlap(a.y - a.top, a.y + a.bottom, b.y - b.top, b.y + b.bottom)
      if (across <= 0 || down <= 0) continue
      moved = true
      if (keepHeights || across < down) {
        const shift = ((across + 0.5) / 2) * (b.x > a.x || (b.x === a.x && order[k]! > order[i]!) ? 1 : -1)
        a.x -= shift
        b.x += shift
      } else {
        const shift = ((down + 0.5) / 2) * (b.y > a.y || (b.y === a.y && order[k]! > order[i]!) ? 1 : -1)
        a.y -= shift
        b.y += shift
      }
    }
  }
  return moved
}

const start = (box: Box) => box.x - box.left

function overlap(a0: number, a1: number, b0: number, b1: number): number {
  return Math.min(a1, b1) - Math.max(a0, b0) + GAP
}
