export interface Point {
  readonly x: number
  readonly y: number
}

/** A quadratic Bézier curve: start, control, end. */
export type Curve = readonly [Point, Point, Point]

/** The curve from one centre to the other, bent to the right of its way by `curvature` × the distance. */
export function curveBetween(from: Point, to: Point, curvature: number): Curve {
  const dx = to.x - from.x
  const dy = to.y - from.y
  return [from, { x: (from.x + to.x) / 2 - curvature * dy, y: (from.y + to.y) / 2 + curvature * dx }, to]
}

export function pointAt([a, b, c]: Curve, t: number): Point {
  const u = 1 - t
  return { x: u * u * a.x + 2 * u * t * b.x + t * t * c.x, y: u * u * a.y + 2 * u * t * b.y + t * t * c.y }
}

/** The part of a curve between two parameters, by de Casteljau's construction. */
export function part([a, b, c]: Curve, from: number, to: number): Curve {
  const blossom = (s: number, t: number): Point => ({
    x: (1 - s) * ((1 - t) * a.x + t * b.x) + s * ((1 - t) * b.x + t * c.x),
    y: (1 - s) * ((1 - t) * a.y + t * b.y) + s * ((1 - t) * b.y + t * c.y),
  })
  return [blossom(from, from), blossom(from, to), blossom(to, to)]
}

/** The curve from the rim of its first end to the rim of its second; it keeps a stub when the ends all but touch. */
export function trim(curve: Curve, startRadius: number, endRadius: number): Curve {
  const start = leaves(curve, curve[0], startRadius, 0, 0.5)
  const end = leaves(curve, curve[2], endRadius, 1, 0.5)
  return end - start > 0.02 ? part(curve, start, end) : part(curve, 0.4, 0.6)
}

/** Where a curve passes the circle around one of its ends, by bisection: distance grows from the end to the middle. */
function leaves(curve: Curve, centre: Point, radius: number, inside: number, outside: number): number {
  for (let i = 0; i < 24; i++) {
    const middle = (inside + outside) / 2
    const point = pointAt(curve, middle)
    if (Math.hypot(point.x - centre.x, point.y - centre.y) < radius) inside = middle
    else outside = middle
  }
  return outside
}

/** How far a curve stays from a point, at seven places along it. */
export function clearance(curve: Curve, point: Point): number {
  let least = Infinity
  for (let i = 1; i <= 7; i++) {
    const on = pointAt(curve, i / 8)
    least = Math.min(least, Math.hypot(on.x - point.x, on.y - point.y))
  }
  return least
}
