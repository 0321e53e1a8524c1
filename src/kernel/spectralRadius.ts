import type { Partition } from './partition.ts'
import { products } from './products.ts'
import { type Rows, withinClasses } from './rows.ts'

/** Bounds of the spectral radius: `low ≤ λ₁ ≤ high` up to rounding. */
export interface SpectralBounds {
  readonly low: number
  readonly high: number
  readonly iterations: number
}

const PRECISION = 1e-13
const ITERATIONS = 20_000

/**
 * Spectral radius λ₁ of a matrix with entries ≥ 0, between two bounds.
 *
 * λ₁ is the largest over the strong components; within each, every positive x encloses it by the quotients of Collatz 1942
 * and Wielandt 1950, min_i (Wx)_i / x_i ≤ λ ≤ max_i (Wx)_i / x_i, and power iteration draws the two together. A shift of half
 * the estimate keeps the iteration from going round in periodic components.
 *
 * @param components - strong components of the matrix's graph.
 * @param enough - stop as soon as the bounds answer the caller's question.
 */
export function spectralRadius(
  rows: Rows,
  components: Partition,
  enough: (low: number, high: number) => boolean = () => false,
): SpectralBounds {
  const { of, sizes, count } = components
  if (count === rows.order) return { low: 0, high: 0, iterations: 0 } // no cycle
  const { order } = rows
  const { vectors, multiply } = products([withinClasses(rows, of)], 2)
  const [x, y] = vectors as [Float64Array, Float64Array]
  x.fill(1)
  const lows = new Float64Array(count)
  const highs = new Float64Array(count)
  const scales = new Float64Array(count)
  const shifts = new Float64Array(count)
  let low = 0
  let high = Infinity
  let iterations = 0
  while (iterations < ITERATIONS) {
    iterations++
    multiply(0, 0, 1)
    lows.fill(Infinity)
    highs.fill(0)
    for (let i = 0; i < order; i++) {
      if (x[i]! < 1e-280) continue // lost to rounding; says nothing
      const c = of[i]!
      const quotient = y[i]! / x[i]!
      if (quotient < lows[c]!) lows[c] = quotient
      if (quotient > highs[c]!) highs[c] = quotient
    }
    low = 0
    let top = 0
    for (let c = 0; c < count; c++) {
      if (sizes[c] === 1) continue
      low = Math.max(low, lows[c]!)
      top = Math.max(top, highs[c]!)
      shifts[c] = Math.sqrt(lows[c]! * highs[c]!) / 2
      scales[c] = 1 / (highs[c]! + shifts[c]!)
    }
    high = Math.min(high, top)
    if (high - low <= PRECISION * high || enough(low, high)) break
    for (let i = 0; i < order; i++) {
      const c = of[i]!
      x[i] = (y[i]! + shifts[c]! * x[i]!) * scales[c]!
    }
  }
  return { low, high, iterations }
}
