// AssemblyScript. The iteration of ../laplacian.ts on the memory of the caller, with the same bits: what stands where is said by
// the first byte of each array. Positions move along by the size of what they point to, 4 bytes an index and 8 a number.

/**
 * Conjugate gradients until the square of what is left is at most `enough` of that at the beginning, or `most` times; returns how
 * many times, and leaves the squares at the beginning and at the end in `rest`, which is needed no more.
 *
 * `x`, `direction`, `scaled` and `carried` come in as zeros, `r` as D^−½.
 */
export function solve(
  order: u32,
  offsets: usize,
  partners: usize,
  total: usize,
  b: usize,
  r: usize,
  x: usize,
  rest: usize,
  direction: usize,
  product: usize,
  scaled: usize,
  carried: usize,
  enough: f64,
  most: u32,
): u32 {
  const size = (<usize>order) << 3
  let error: f64 = 0
  let partner = partners
  let weight = total
  let next = offsets
  for (let i: usize = 0; i < size; i += 8) {
    const own = load<f64>(r + i)
    const value = (load<f64>(b + i) + load<f64>(carried + i)) * own
    store<f64>(rest + i, value)
    error += value * value
    const given = value * own
    next += 4
    const end = partners + ((<usize>load<u32>(next)) << 2)
    for (; partner < end; partner += 4, weight += 8) {
      const at = carried + ((<usize>load<u32>(partner)) << 3)
      store<f64>(at, load<f64>(at) + load<f64>(weight) * given)
    }
  }
  const first = error
  let iterations: u32 = 0
  let beta: f64 = 0
  while (error > enough * first && iterations < most) {
    iterations++
    solveAbove(size, offsets, partners, total, r, rest, beta, direction, product, scaled, carried)
    const curvature = solveBelow(size, offsets, partners, total, r, direction, product, carried)
    if (!(curvature > 0)) break
    const step = error / curvature
    let left: f64 = 0
    for (let i: usize = 0; i < size; i += 8) {
      store<f64>(x + i, load<f64>(x + i) + step * load<f64>(direction + i))
      const value = load<f64>(rest + i) - step * load<f64>(product + i)
      store<f64>(rest + i, value)
      left += value * value
    }
    beta = left / error
    error = left
  }
  next = offsets + (size >> 1)
  partner = partners + ((<usize>load<u32>(next)) << 2)
  weight = total + ((<usize>load<u32>(next)) << 3)
  for (let i = size; i > 0; ) {
    i -= 8
    next -= 4
    const start = partners + ((<usize>load<u32>(next)) << 2)
    let sum: f64 = 0
    while (partner > start) {
      partner -= 4
      weight -= 8
      sum += load<f64>(weight) * load<f64>(x + ((<usize>load<u32>(partner)) << 3))
    }
    const own = load<f64>(r + i)
    store<f64>(x + i, (load<f64>(x + i) + own * sum) * own)
  }
  store<f64>(rest, first)
  store<f64>(rest + 8, error)
  return iterations
}

/** The next direction p, and t = (I − rUr)⁻¹ p in `product`, r t in `scaled`; clears `carried`. */
function solveAbove(
  size: usize,
  offsets: usize,
  partners: usize,
  total: usize,
  r: usize,
  rest: usize,
  beta: f64,
  direction: usize,
  product: usize,
  scaled: usize,
  carried: usize,
): void {
  let row = offsets + (size >> 1)
  let partner = partners + ((<usize>load<u32>(row)) << 2)
  let weight = total + ((<usize>load<u32>(row)) << 3)
  for (let i = size; i > 0; ) {
    i -= 8
    row -= 4
    const start = partners + ((<usize>load<u32>(row)) << 2)
    let sum: f64 = 0
    while (partner > start) {
      partner -= 4
      weight -= 8
      sum += load<f64>(weight) * load<f64>(scaled + ((<usize>load<u32>(partner)) << 3))
    }
    const own = load<f64>(r + i)
    const p = load<f64>(rest + i) + beta * load<f64>(direction + i)
    store<f64>(direction + i, p)
    const t = p + own * sum
    store<f64>(product + i, t)
    store<f64>(scaled + i, t * own)
    store<f64>(carried + i, 0)
  }
}

/** t + (I − rUᵀr)⁻¹ (p − t) in the place of t; returns its product with p. */
function solveBelow(
  size: usize,
  offsets: usize,
  partners: usize,
  total: usize,
  r: usize,
  direction: usize,
  product: usize,
  carried: usize,
): f64 {
  let curvature: f64 = 0
  let row = offsets
  let partner = partners
  let weight = total
  for (let i: usize = 0; i < size; i += 8) {
    const own = load<f64>(r + i)
    const p = load<f64>(direction + i)
    const t = load<f64>(product + i)
    const solved = p - t + own * load<f64>(carried + i)
    const given = solved * own
    row += 4
    const end = partners + ((<usize>load<u32>(row)) << 2)
    for (; partner < end; partner += 4, weight += 8) {
      const at = carried + ((<usize>load<u32>(partner)) << 3)
      store<f64>(at, load<f64>(at) + load<f64>(weight) * given)
    }
    const value = t + solved
    store<f64>(product + i, value)
    curvature += p * value
  }
  return curvature
}

/** b − (diag(strength) − W − Wᵀ + shift·I) x in `left`, which comes in as b. */
export function subtractImage(
  order: u32,
  offsets: usize,
  partners: usize,
  total: usize,
  x: usize,
  shift: f64,
  left: usize,
): void {
  const size = (<usize>order) << 3
  let row = offsets
  let partner = partners
  let weight = total
  for (let i: usize = 0; i < size; i += 8) {
    const here = load<f64>(x + i)
    row += 4
    const end = partners + ((<usize>load<u32>(row)) << 2)
    let sum: f64 = 0
    for (; partner < end; partner += 4, weight += 8) {
      const j = (<usize>load<u32>(partner)) << 3
      const flow = load<f64>(weight) * (here - load<f64>(x + j))
      sum += flow
      store<f64>(left + j, load<f64>(left + j) + flow)
    }
    store<f64>(left + i, load<f64>(left + i) - (sum + shift * here))
  }
}
