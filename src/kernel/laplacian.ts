import type { Couplings } from './couplings.ts'
import { LAPLACIAN } from './wasmCode.ts'
import { wasmRoom } from './wasmRoom.ts'

/** How a solution was reached: `residual` is the norm of what is left of the equations, relative to the right side. */
export interface LaplacianSolution {
  readonly x: Float64Array
  readonly converged: boolean
  readonly iterations: number
  readonly residual: number
}

/** Below this order the equations are eliminated one by one, which is exact to rounding. */
const ELIMINATED = 128
const TOLERANCE = 1e-12
/** Iterations a vertex after which it gives up. */
const MOST = 10

/**
 * Solves (diag(strength) − W − Wᵀ + shift·I) x = b over the pairs of a graph.
 *
 * With `shift = 0` the matrix is singular, one dimension a weak component; `b` must sum to 0 over each (as in- minus
 * out-strength does), and `x` is then right up to a constant a component.
 *
 * Small systems are eliminated. Large ones go through conjugate gradients, preconditioned from both sides by the
 * triangles of the matrix (symmetric Gauss–Seidel) in the form of Eisenstat 1981 (SIAM J. Sci. Stat. Comput. 2:1–4),
 * in which the product with the matrix costs nothing beside the two triangular solves: pairs are read twice an iteration.
 */
export function solveLaplacian(pairs: Couplings, b: Float64Array, shift = 0): LaplacianSolution {
  return pairs.order <= ELIMINATED ? eliminate(pairs, b, shift) : iterate(pairs, b, shift)
}

/**
 * Gaussian elimination that never subtracts within the matrix: the diagonal is the sum of what is beside it, as Grassmann,
 * Taksar & Heyman 1985 (Operations Research 33:1107–1116) do for Markov chains. Dense, order³ / 3.
 */
function eliminate(pairs: Couplings, b: Float64Array, shift: number): LaplacianSolution {
  const { order, offsets, partners, total } = pairs
  const weight = new Float64Array(order * order)
  const own = new Float64Array(order).fill(shift) // coupling to the ground
  for (let i = 0; i < order; i++)
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      weight[i * order + partners[k]!] = total[k]!
    }
  const right = b.slice()
  const diagonal = new Float64Array(order)
  for (let v = 0; v < order; v++) {
    const row = v * order
    let sum = own[v]!
    for (let i = v + 1; i < order; i++) sum += weight[row + i]!
    diagonal[v] = sum
    if (sum === 0) continue // the last of its component: stands at 0
    for (let i = v + 1; i < order; i++) {
      const share = weight[row + i]! / sum
      if (share === 0) continue
      right[i]! += share * right[v]!
      own[i]! += share * own[v]!
      for (let j = i + 1; j < order; j++) weight[i * order + j]! += share * weight[row + j]!
    }
  }
  const x = new Float64Array(order)
  for (let v = order - 1; v >= 0; v--) {
    if (diagonal[v] === 0) continue
    let sum = right[v]!
    for (let i = v + 1; i < order; i++) sum += weight[v * order + i]! * x[i]!
    x[v] = sum / diagonal[v]!
  }
  return { x, converged: true, iterations: 0, residual: residual(pairs, b, shift, x) }
}

/**
 * With D the diagonal, U the pairs above it and r = D^−½, the iteration runs on (I − rUᵀr)⁻¹ (rAr) (I − rUr)⁻¹; as
 * rAr = (I − rUᵀr) + (I − rUr) − I, its product with p is t + (I − rUᵀr)⁻¹ (p − t), where t = (I − rUr)⁻¹ p.
 */
function iterate(pairs: Couplings, b: Float64Array, shift: number): LaplacianSolution {
  const { order, strength } = pairs
  const r = new Float64Array(order)
  for (let i = 0; i < order; i++) {
    const diagonal = strength[i]! + shift
    r[i] = diagonal > 0 ? 1 / Math.sqrt(diagonal) : 0
  }
  return iterateInWasm(pairs, b, shift, r) ?? iterateHere(pairs, b, shift, r)
}

/** The same loops, compiled from wasm/laplacian.ts, to the same bits. */
function iterateInWasm(pairs: Couplings, b: Float64Array, shift: number, r: Float64Array): LaplacianSolution | null {
  const { order, offsets, partners, total } = pairs
  const zeros = { x: order, rest: order, direction: order, product: order, scaled: order, carried: order }
  const room = wasmRoom(LAPLACIAN, { offsets, partners, total, b, r, ...zeros })
  if (!room) return null
  const { code, at, arrays } = room
  const iterations = code.solve(
    ...[order, at.offsets, at.partners, at.total, at.b, at.r, at.x, at.rest, at.direction, at.product],
    ...[at.scaled, at.carried, TOLERANCE * TOLERANCE, MOST * order],
  )
  const [first, error] = arrays.rest
  code.subtractImage(order, at.offsets, at.partners, at.total, at.x, shift, at.b)
  return {
    x: arrays.x.slice(),
    converged: error! <= TOLERANCE * TOLERANCE * first!,
    iterations,
    residual: relative(arrays.b, b),
  }
}

function iterateHere(pairs: Couplings, b: Float64Array, shift: number, r: Float64Array): LaplacianSolution {
  const { order, offsets, partners, total } = pairs
  const x = new Float64Array(order)
  const rest = new Float64Array(order)
  const direction = new Float64Array(order)
  const product = new Float64Array(order)
  const scaled = new Float64Array(order)
  const carried = new Float64Array(order)

  let error = 0
  for (let i = 0, k = 0; i < order; i++) {
    const value = (b[i]! + carried[i]!) * r[i]!
    rest[i] = value
    error += value * value
    const given = value * r[i]!
    const end = offsets[i + 1]!
    for (; k < end; k++) carried[partners[k]!]! += total[k]! * given
  }
  const first = error
  let iterations = 0
  let beta = 0
  while (error > TOLERANCE * TOLERANCE * first && iterations < MOST * order) {
    iterations++
    solveAbove(pairs, r, rest, beta, direction, product, scaled, carried)
    const curvature = solveBelow(pairs, r, direction, product, carried)
    if (!(curvature > 0)) break
    const step = error / curvature
    let next = 0
    for (let i = 0; i < order; i++) {
      x[i]! += step * direction[i]!
      const value = rest[i]! - step * product[i]!
      rest[i] = value
      next += value * value
    }
    beta = next / error
    error = next
  }
  const converged = error <= TOLERANCE * TOLERANCE * first
  for (let i = order - 1, k = partners.length - 1; i >= 0; i--) {
    let sum = 0
    const start = offsets[i]!
    for (; k >= start; k--) sum += total[k]! * x[partners[k]!]!
    x[i] = (x[i]! + r[i]! * sum) * r[i]!
  }
  return { x, converged, iterations, residual: residual(pairs, b, shift, x) }
}

// The two triangular solves are functions of their own: the compiler then keeps all that their inner loops need in registers.

/** The next direction p, and t = (I − rUr)⁻¹ p in `product`, r t in `scaled`; clears `carried`. */
function solveAbove(
  { order, offsets, partners, total }: Couplings,
  r: Float64Array,
  rest: Float64Array,
  beta: number,
  direction: Float64Array,
  product: Float64Array,
  scaled: Float64Array,
  carried: Float64Array,
): void {
  for (let i = order - 1, k = partners.length - 1; i >= 0; i--) {
    let sum = 0
    const start = offsets[i]!
    for (; k >= start; k--) sum += total[k]! * scaled[partners[k]!]!
    const p = rest[i]! + beta * direction[i]!
    direction[i] = p
    const t = p + r[i]! * sum
    product[i] = t
    scaled[i] = t * r[i]!
    carried[i] = 0
  }
}

/** t + (I − rUᵀr)⁻¹ (p − t) in the place of t; returns its product with p. */
function solveBelow(
  { order, offsets, partners, total }: Couplings,
  r: Float64Array,
  direction: Float64Array,
  product: Float64Array,
  carried: Float64Array,
): number {
  let curvature = 0
  for (let i = 0, k = 0; i < order; i++) {
    const p = direction[i]!
    const t = product[i]!
    const solved = p - t + r[i]! * carried[i]!
    const given = solved * r[i]!
    const end = offsets[i + 1]!
    for (; k < end; k++) carried[partners[k]!]! += total[k]! * given
    const value = t + solved
    product[i] = value
    curvature += p * value
  }
  return curvature
}

/** ‖b − A x‖ / ‖b‖; 0 when b is 0. */
function residual(pairs: Couplings, b: Float64Array, shift: number, x: Float64Array): number {
  const { order, offsets, partners, total } = pairs
  const left = b.slice()
  for (let i = 0; i < order; i++) {
    let sum = 0
    const here = x[i]!
    const end = offsets[i + 1]!
    for (let k = offsets[i]!; k < end; k++) {
      const j = partners[k]!
      const flow = total[k]! * (here - x[j]!)
      sum += flow
      left[j]! += flow
    }
    left[i]! -= sum + shift * here
  }
  return relative(left, b)
}

/** ‖left‖ / ‖b‖; 0 when b is 0. */
function relative(left: Float64Array, b: Float64Array): number {
  let wrong = 0
  let all = 0
  for (let i = 0; i < b.length; i++) {
    wrong += left[i]! ** 2
    all += b[i]! ** 2
  }
  return all > 0 ? Math.sqrt(wrong / all) : 0
}
