import type { Couplings } from './couplings.ts'
import { partsJoined } from './partsJoined.ts'
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
/** What an iteration to TOLERANCE says of pairs that are weaker than this, beside the strongest, is rounding. */
const FAINTEST = 1e-8

/**
 * Solves (diag(strength) − W − Wᵀ + shift·I) x = balance over the pairs of a graph: the places at which each pair comes as near
 * as it can to the gap x_a − x_b = net / total, the heavier the pair the nearer.
 *
 * With `shift = 0` the matrix is singular, one dimension a weak component; `x` is then right up to a constant a component.
 *
 * Small systems are eliminated, whatever their weights. Large ones go through conjugate gradients, preconditioned from both sides by the
 * triangles of the matrix (symmetric Gauss–Seidel) in the form of Eisenstat 1981 (SIAM J. Sci. Stat. Comput. 2:1–4),
 * in which the product with the matrix costs nothing beside the two triangular solves: pairs are read twice an iteration.
 * They have not converged either where a part hangs on the rest by pairs that are fainter than 1e-8 of the strongest.
 */
export function solveLaplacian(pairs: Couplings, shift = 0): LaplacianSolution {
  return pairs.order <= ELIMINATED ? eliminate(pairs, shift) : iterate(pairs, shift)
}

/**
 * Takes vertex after vertex out and joins those beside it, so that what is left has the same solution (the star–mesh
 * transformation of electrical networks): pairs i, j beside v gain the coupling c_vi c_vj / Σ c_v and the gap of the way over v.
 *
 * Nothing is subtracted but gaps from gaps, as couplings only grow (for the matrix alone so Grassmann, Taksar & Heyman 1985,
 * Operations Research 33:1107–1116), and every x comes out as a weighted mean of what its partners ask for. It is therefore right
 * to rounding whatever the weights are, be they 500 orders of magnitude apart. Dense, order³ / 3.
 */
function eliminate(pairs: Couplings, shift: number): LaplacianSolution {
  const { order, offsets, partners, total, net } = pairs
  // By a power of two, which leaves every digit: whatever can be told from 0 is then far from where numbers lose theirs.
  let largest = shift
  for (const value of total) if (value > largest) largest = value
  const scale = largest > 0 ? 2 ** Math.min(1023, Math.max(0, 1000 - Math.floor(Math.log2(largest)))) : 1
  const coupled = new Float64Array(order * order) // of i < j at i * order + j
  const flow = new Float64Array(order * order) // coupling times the gap x_i − x_j that the pair asks for
  for (let i = 0; i < order; i++)
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      coupled[i * order + partners[k]!] = total[k]! * scale
      flow[i * order + partners[k]!] = net[k]! * scale
    }
  const grounded = new Float64Array(order).fill(shift * scale) // the ground is a vertex too, and stands at 0
  const groundFlow = new Float64Array(order)
  const diagonal = new Float64Array(order)
  const gap = new Float64Array(order)
  const share = new Float64Array(order)
  for (let v = 0; v < order; v++) {
    const row = v * order
    let sum = grounded[v]!
    for (let i = v + 1; i < order; i++) sum += coupled[row + i]!
    diagonal[v] = sum
    if (sum === 0) continue // the last of its component: stands at 0
    for (let i = v + 1; i < order; i++) {
      const c = coupled[row + i]!
      share[i] = c / sum
      gap[i] = c > 0 ? flow[row + i]! / c : 0
    }
    const groundShare = grounded[v]! / sum
    const groundGap = grounded[v]! > 0 ? groundFlow[v]! / grounded[v]! : 0
    for (let i = v + 1; i < order; i++) {
      const here = coupled[row + i]!
      if (here === 0) continue
      const part = share[i]!
      const asked = gap[i]!
      // The share of the larger of two times the smaller: the other share may be too small for a number.
      const toGround = Math.min(here, grounded[v]!) * Math.max(part, groundShare)
      grounded[i]! += toGround
      groundFlow[i]! += toGround * (groundGap - asked)
      const below = i * order
      for (let j = i + 1; j < order; j++) {
        const c = Math.min(here, coupled[row + j]!) * Math.max(part, share[j]!)
        coupled[below + j]! += c
        flow[below + j]! += c * (gap[j]! - asked)
      }
    }
  }
  const x = new Float64Array(order)
  for (let v = order - 1; v >= 0; v--) {
    if (diagonal[v] === 0) continue
    let sum = groundFlow[v]!
    for (let i = v + 1; i < order; i++) sum += flow[v * order + i]! + coupled[v * order + i]! * x[i]!
    x[v] = sum / diagonal[v]!
  }
  return { x, converged: true, iterations: 0, residual: residual(pairs, shift, x) }
}

/**
 * With D the diagonal, U the pairs above it and r = D^−½, the iteration runs on (I − rUᵀr)⁻¹ (rAr) (I − rUr)⁻¹; as
 * rAr = (I − rUᵀr) + (I − rUr) − I, its product with p is t + (I − rUᵀr)⁻¹ (p − t), where t = (I − rUr)⁻¹ p.
 */
function iterate(pairs: Couplings, shift: number): LaplacianSolution {
  const { order, strength } = pairs
  const r = new Float64Array(order)
  for (let i = 0; i < order; i++) {
    const diagonal = strength[i]! + shift
    r[i] = diagonal > 0 ? 1 / Math.sqrt(diagonal) : 0
  }
  const solution = iterateInWasm(pairs, shift, r) ?? iterateHere(pairs, shift, r)
  return { ...solution, converged: solution.converged && isDetermined(pairs, shift) }
}

/** Whether no part hangs on the rest by pairs alone that are too faint beside the strongest: where it stands would be chance. */
function isDetermined(pairs: Couplings, shift: number): boolean {
  let strongest = 0
  let faintest = Infinity
  const { total } = pairs
  for (let k = 0; k < total.length; k++) {
    const value = total[k]!
    if (value > strongest) strongest = value
    if (value < faintest) faintest = value
  }
  const least = FAINTEST * strongest
  return faintest >= least || shift >= least || partsJoined(pairs, least) === partsJoined(pairs, Number.MIN_VALUE)
}

/** The same loops, compiled from wasm/laplacian.ts, to the same bits. */
function iterateInWasm(pairs: Couplings, shift: number, r: Float64Array): LaplacianSolution | null {
  const { order, offsets, partners, total, balance: b } = pairs
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

function iterateHere(pairs: Couplings, shift: number, r: Float64Array): LaplacianSolution {
  const { order, offsets, partners, total, balance: b } = pairs
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
  return { x, converged, iterations, residual: residual(pairs, shift, x) }
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
function residual(pairs: Couplings, shift: number, x: Float64Array): number {
  const { order, offsets, partners, total, balance: b } = pairs
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
