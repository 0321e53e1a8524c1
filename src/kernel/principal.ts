import type { Ending } from './resolvent.ts'
import { multiply, type Rows, rowProduct, withinClasses } from './rows.ts'

const ITERATIONS = 50_000
const TOLERANCE = 1e-12
/** Rounds after which changes must have come down to a tenth. */
const WINDOW = 12
/** Rounds after which nothing is taken ahead any more: then the iteration converges, if slowly. */
const HOPE = 1000
/** Graphs of fewer vertices than this are swept one by one. */
const GROUPED = 256
/** Factors of one slow part agree to this part of them. */
const STEADY = 0.05

/**
 * Principal eigenvector of a matrix with entries ≥ 0 over members who all reach each other, scaled so that its largest entry is 1;
 * whoever is no member is left out and has 0.
 *
 * Gauss–Seidel sweeps over x = R x / λ, with λ chosen anew after each so that the whole agrees, Σ R x = λ Σ x. A sweep uses what
 * it has just found, so that on most networks it takes fewer of them than power iteration takes rounds. Where changes do not come
 * down fast, power iteration does it.
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
  let x = new Float64Array(order).fill(1)
  let y = new Float64Array(order)
  return iterate(
    order,
    () => {
      multiply(inner, x, y)
      return [x, y]
    },
    next => {
      ;[x, y] = next
    },
  )
}

function sweeps(rows: Rows, members: Float64Array): { x: Float64Array; ending: Ending } {
  const { order, offsets, columns } = rows
  const values = rows.values ?? new Float64Array(columns.length).fill(1)
  const x = members.slice()
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
  let sum = size
  let previous = Infinity
  let earlier = 1
  let residual = Infinity
  let calm = 0
  let iterations = 0
  while (calm < 2) {
    const swept = sweep(rows, values, x, members, given, sum / image)
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
  for (let i = 0; i < order; i++) x[i]! /= top
  return { x, ending: { converged: calm === 2, iterations, residual } }
}

/**
 * One sweep: every member becomes its row's product by `rate`. In larger graphs four rows are read before they are written, since
 * what is read right after a write waits for it; within the four, old values stand for new ones.
 */
function sweep(
  { order, offsets, columns }: Rows,
  values: Float64Array,
  x: Float64Array,
  members: Float64Array,
  given: Float64Array,
  rate: number,
): { change: number; sum: number; image: number } {
  let change = 0
  let sum = 0
  let image = 0
  let i = 0
  for (const grouped = order < GROUPED ? 0 : order - 3; i < grouped; i += 4) {
    const second = offsets[i + 1]!
    const third = offsets[i + 2]!
    const fourth = offsets[i + 3]!
    const a = rate * members[i]! * rowProduct(columns, values, x, offsets[i]!, second)
    const b = rate * members[i + 1]! * rowProduct(columns, values, x, second, third)
    const c = rate * members[i + 2]! * rowProduct(columns, values, x, third, fourth)
    const d = rate * members[i + 3]! * rowProduct(columns, values, x, fourth, offsets[i + 4]!)
    change += Math.abs(a - x[i]!) + Math.abs(b - x[i + 1]!) + Math.abs(c - x[i + 2]!) + Math.abs(d - x[i + 3]!)
    sum += a + b + c + d
    image += given[i]! * a + given[i + 1]! * b + given[i + 2]! * c + given[i + 3]! * d
    x[i] = a
    x[i + 1] = b
    x[i + 2] = c
    x[i + 3] = d
  }
  for (; i < order; i++) {
    const next = rate * members[i]! * rowProduct(columns, values, x, offsets[i]!, offsets[i + 1]!)
    change += Math.abs(next - x[i]!)
    sum += next
    image += given[i]! * next
    x[i] = next
  }
  return { change, sum, image }
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

/**
 * Power iteration: `step` gives the vector and its image, `swap` takes them for the next round.
 *
 * With two helps. Changes that keep shrinking by one factor are one slow part, and all that it has still to go is taken at once
 * (Aitken's extrapolation). Where they do not shrink, as in periodic graphs, half the eigenvalue is added to the diagonal, which
 * leaves the vector alone.
 */
function iterate(order: number, step: () => Pair, swap: (next: Pair) => void): { x: Float64Array; ending: Ending } {
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
    swap([y, x])
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
  return { x: current, ending: { converged: residual <= TOLERANCE * 10, iterations, residual } }
}
