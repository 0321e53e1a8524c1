import { products } from './products.ts'
import type { Ending } from './resolvent.ts'
import { type Rows, withinClasses } from './rows.ts'
import { sweeper } from './sweep.ts'

const ITERATIONS = 50_000
const TOLERANCE = 1e-12
/** Rounds after which changes must have come down to a tenth. */
const WINDOW = 12
/** Rounds after which nothing is taken ahead any more: then the iteration converges, if slowly. */
const HOPE = 1000
/** Factors of one slow part agree to this part of them. */
const STEADY = 0.05

/**
 * Principal eigenvector of a matrix with entries ≥ 0 over members who all reach each other, scaled so that its largest entry is 1;
 * whoever is no member is left out and has 0.
 *
 * Gauss–Seidel sweeps over x = R x / λ, with λ chosen anew after each so that the whole agrees, Σ R x = λ Σ x. Where changes do not
 * come down fast, power iteration does it.
 *
 * @param members - 1 for every member, else 0.
 */
export function principalVector(rows: Rows, members: Float64Array): { x: Float64Array; ending: Ending } {
  const { order } = rows
  const swept = sweeps(rows, members)
  if (swept.ending.converged) return swept
  const classes = new Uint32Array(order)
  for (let i = 0; i < order; i++) classes[i] = members[i] === 1 ? order : i // everyone outside is a class of its own
  const inner = withinClasses(rows, classes)
  const {
    vectors: [x, y],
    multiply,
  } = products([inner], 2)
  x!.fill(1)
  return iterate([x!, y!], (from, to) => multiply(0, from, to))
}

function sweeps(rows: Rows, members: Float64Array): { x: Float64Array; ending: Ending } {
  const { order, offsets, columns } = rows
  const values = rows.values ?? new Float64Array(columns.length).fill(1)
  const given = new Float64Array(order) // column sums over the rows of the members
  let size = 0
  let image = 0
  for (let i = 0, k = 0; i < order; i++) {
    const member = members[i]!
    const end = offsets[i + 1]!
    let got = 0
    for (; k < end; k++) {
      const j = columns[k]!
      given[j]! += member * values[k]!
      got += values[k]! * members[j]!
    }
    size += member
    image += member * got
  }
  const { x, sweep } = sweeper({ ...rows, values }, members, { scale: members, given })
  let sum = size
  let previous = Infinity
  let earlier = 1
  let residual = Infinity
  let calm = 0
  let iterations = 0
  while (calm < 2) {
    const swept = sweep(0, sum / image)
    iterations++
    const relative = swept.change / swept.sum
    const scale = size / swept.sum
    for (let i = 0; i < order; i++) x[i]! *= scale
    sum = size
    image = swept.image * scale
    residual = remaining(relative, Math.min(relative / previous, 1))
    previous = relative
    calm = residual <= TOLERANCE ? calm + 1 : 0
    if (iterations % WINDOW > 0) continue
    if (!(relative < 0.1 * earlier)) break
    earlier = relative
  }
  let top = 0
  for (let i = 0; i < order; i++) if (x[i]! > top) top = x[i]!
  return { x: x.map(value => value / top), ending: { converged: calm === 2, iterations, residual } }
}

/** What is still to come of a relative change, if changes go on to shrink at this rate. */
function remaining(change: number, rate: number): number {
  return change <= 4e-16 ? change : (change * rate) / (1 - Math.min(rate, 1 - 1e-15))
}

/**
 * Hubs and authorities: the principal singular vectors of a matrix with entries ≥ 0, each scaled so that its largest entry
 * is 1. From equal entries, so that where several singular values are the same the projection of the even vector is taken.
 */
export function hubsAndAuthorities(
  out: Rows,
  inward: Rows,
): { hubs: Float64Array; authorities: Float64Array; ending: Ending } {
  const {
    vectors: [hubs, next, authorities],
    multiply,
  } = products([out, inward], 3)
  hubs!.fill(1)
  const { x, ending } = iterate([hubs!, next!], (from, to) => {
    multiply(1, from, 2)
    multiply(0, 2, to)
  })
  hubs!.set(x)
  multiply(1, 0, 2)
  let top = 0
  for (const value of authorities!) top = Math.max(top, value)
  return { hubs: x, authorities: authorities!.map(value => value / top), ending }
}

/**
 * Power iteration between two vectors: `image` puts that of one in the place of the other.
 *
 * With two helps. Changes that keep shrinking by one factor are one slow part, and all that it has still to go is taken at once
 * (Aitken's extrapolation). Where they do not shrink, as in periodic graphs, half the eigenvalue is added to the diagonal, which
 * leaves the vector alone.
 */
function iterate(
  vectors: readonly [Float64Array, Float64Array],
  image: (from: 0 | 1, to: 0 | 1) => void,
): { x: Float64Array; ending: Ending } {
  const order = vectors[0].length
  let shift = 0
  let previous = Infinity
  let residual = Infinity
  let iterations = 0
  let value = 0
  let at: 0 | 1 = 0
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
    const from: 0 | 1 = at
    at = from === 0 ? 1 : 0
    image(from, at)
    const x = vectors[from]
    const y = vectors[at]
    let top = 0
    for (let i = 0; i < order; i++) {
      const value = y[i]! + shift * x[i]!
      y[i] = value
      if (value > top) top = value
    }
    value = top - shift
    if (top === 0) break
    let change = 0
    let size = 0
    const scale = 1 / top
    for (let i = 0; i < order; i++) {
      const value = y[i]! * scale
      change += Math.abs(value - x[i]!)
      size += value
      y[i] = value
    }
    const quotient = change / previous
    // Changes that shrink by the same factor again and again come from one slow part: take all of its future at once.
    const drift = size - earlierSize
    if (
      hopeful &&
      iterations < HOPE &&
      since++ >= 3 &&
      quotient < 0.97 &&
      Math.abs(quotient - steady) < STEADY * quotient
    ) {
      const signed = drift * earlierDrift < 0 ? -quotient : quotient
      const ahead = signed / (1 - signed)
      for (let i = 0; i < order; i++) y[i] = Math.max(0, y[i]! + ahead * (y[i]! - x[i]!))
      since = 0
    } else if (since === 2 && change > before) hopeful = false // the slow part was of another kind
    if (since === 0) before = change
    steady = quotient
    earlierDrift = drift
    earlierSize = size
    const rate = Math.min(quotient, 1)
    previous = change
    residual = remaining(change / size, rate)
    // Twice, since one change may be small by chance while a slow part is still on its way.
    calm = residual <= TOLERANCE ? calm + 1 : 0
    if (calm === 2) break
    // Periodic, or nearly so: from here on with a shift.
    if (iterations % WINDOW === 0) {
      if (shift === 0 && change > 0.1 * earlier) shift = value / 2
      earlier = change
    }
  }
  return { x: vectors[at].slice(), ending: { converged: residual <= TOLERANCE * 10, iterations, residual } }
}
