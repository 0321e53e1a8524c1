import type { Ending } from './resolvent.ts'
import { multiply, type Rows } from './rows.ts'

const ITERATIONS = 50_000
const TOLERANCE = 1e-12
/** Rounds after which changes must have come down to a tenth. */
const WINDOW = 12
/** Factors of one slow part agree to this part of them. */
const STEADY = 0.05

/**
 * Principal eigenvector of a matrix with entries ≥ 0, scaled so that its largest entry is 1; also its eigenvalue.
 *
 * Power iteration from equal entries, with two helps. Changes that keep shrinking by one factor are one slow part, and all that
 * it has still to go is taken at once (Aitken's extrapolation). Where they do not shrink, as in periodic graphs, half the
 * eigenvalue is added to the diagonal, which leaves the vector alone.
 */
export function principalVector(rows: Rows): { x: Float64Array; value: number; ending: Ending } {
  const { order } = rows
  let x = new Float64Array(order).fill(1)
  let y = new Float64Array(order)
  return iterate(
    order,
    () => {
      multiply(rows, x, y)
      return [x, y]
    },
    next => {
      ;[x, y] = next
    },
  )
}

/**
 * Hubs and authorities: the principal singular vectors of a matrix with entries ≥ 0, each scaled so that its largest entry
 * is 1. From equal entries, so that where several singular values are the same the projection of the even vector is taken.
 */
export function hubsAndAuthorities(
  out: Rows,
  inward: Rows,
): { hubs: Float64Array; authorities: Float64Array; ending: Ending } {
  const { order } = out
  let hubs = new Float64Array(order).fill(1)
  let next = new Float64Array(order)
  const authorities = new Float64Array(order)
  const { ending } = iterate(
    order,
    () => {
      multiply(inward, hubs, authorities)
      multiply(out, authorities, next)
      return [hubs, next]
    },
    pair => {
      ;[hubs, next] = pair
    },
  )
  multiply(inward, hubs, authorities)
  let top = 0
  for (let i = 0; i < order; i++) top = Math.max(top, authorities[i]!)
  for (let i = 0; i < order; i++) authorities[i]! /= top
  return { hubs, authorities, ending }
}

type Pair = [Float64Array<ArrayBuffer>, Float64Array<ArrayBuffer>]

/** Power iteration: `step` gives the vector and its image, `swap` takes them for the next round. */
function iterate(
  order: number,
  step: () => Pair,
  swap: (next: Pair) => void,
): { x: Float64Array; value: number; ending: Ending } {
  let shift = 0
  let previous = Infinity
  let residual = Infinity
  let iterations = 0
  let value = 0
  let current: Float64Array = new Float64Array(order)
  let earlier = Infinity
  let calm = 0
  let hopeful = true
  let since = 0
  let steady = 0
  let earlierSize = 0
  let earlierDrift = 0
  let before = Infinity
  while (iterations < ITERATIONS) {
    iterations++
    const [x, y] = step()
    let top = 0
    for (let i = 0; i < order; i++) {
      const image = y[i]! + shift * x[i]!
      y[i] = image
      if (image > top) top = image
    }
    value = top - shift
    current = y
    if (top === 0) break
    let change = 0
    let size = 0
    const scale = 1 / top
    for (let i = 0; i < order; i++) {
      const image = y[i]! * scale
      change += Math.abs(image - x[i]!)
      size += image
      y[i] = image
    }
    const quotient = change / previous
    // Changes that shrink by the same factor again and again come from one slow part: take all of its future at once.
    const drift = size - earlierSize
    if (hopeful && since++ >= 3 && quotient < 0.97 && Math.abs(quotient - steady) < STEADY * quotient) {
      const signed = drift * earlierDrift < 0 ? -quotient : quotient
      const ahead = signed / (1 - signed)
      for (let i = 0; i < order; i++) y[i] = Math.max(0, y[i]! + ahead * (y[i]! - x[i]!))
      since = 0
    } else if (since === 2 && change > before) hopeful = false // the slow part was of another kind
    if (since === 0) before = change
    steady = quotient
    earlierDrift = drift
    earlierSize = size
    swap([y, x])
    const rate = Math.min(quotient, 1)
    previous = change
    const relative = change / size
    residual = relative <= 4e-16 ? relative : (relative * rate) / (1 - Math.min(rate, 1 - 1e-15))
    // Twice, since one change may be small by chance while a slow part is still on its way.
    calm = residual <= TOLERANCE ? calm + 1 : 0
    if (calm === 2) break
    // Periodic, or nearly so: from here on with a shift.
    if (iterations % WINDOW === 0) {
      if (shift === 0 && change > 0.1 * earlier) shift = value / 2
      earlier = change
    }
  }
  return { x: current, value, ending: { converged: residual <= TOLERANCE * 10, iterations, residual } }
}
