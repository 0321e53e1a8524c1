// AssemblyScript. The loops of ../sweep.ts and ../products.ts on the memory of the caller, with the same bits. Positions move along by
// the size of what they point to, 4 bytes an index and 8 a number.

/** x_i becomes plus · constant_i + times · scale_i · Σ values[k] x[columns[k]], one row after the other; see `Sums` for `sums`. */
export function sweep(
  order: u32,
  offsets: usize,
  columns: usize,
  values: usize,
  x: usize,
  constant: usize,
  plus: f64,
  scale: usize,
  times: f64,
  given: usize,
  backwards: u32,
  sums: usize,
): void {
  let change: f64 = 0
  let largestChange: f64 = 0
  let sum: f64 = 0
  let largest: f64 = 0
  let image: f64 = 0
  const last = order - 1
  for (let step: u32 = 0; step < order; step++) {
    const row = <usize>(backwards ? last - step : step)
    const first = load<u32>(offsets + (row << 2))
    let column = columns + ((<usize>first) << 2)
    let value = values + ((<usize>first) << 3)
    const end = columns + ((<usize>load<u32>(offsets + (row << 2) + 4)) << 2)
    let product: f64 = 0
    for (; column < end; column += 4, value += 8)
      product += load<f64>(value) * load<f64>(x + ((<usize>load<u32>(column)) << 3))
    const i = row << 3
    const next = plus * load<f64>(constant + i) + times * load<f64>(scale + i) * product
    const moved = abs(next - load<f64>(x + i))
    store<f64>(x + i, next)
    change += moved
    largestChange = max(largestChange, moved)
    sum += next
    largest = max(largest, abs(next))
    image += load<f64>(given + i) * next
  }
  store<f64>(sums, change)
  store<f64>(sums + 8, largestChange)
  store<f64>(sums + 16, sum)
  store<f64>(sums + 24, largest)
  store<f64>(sums + 32, image)
}

/** y = R x. */
export function multiply(order: u32, offsets: usize, columns: usize, values: usize, x: usize, y: usize): void {
  const rows = offsets + ((<usize>order) << 2)
  let column = columns
  let value = values
  for (let row = offsets; row < rows; y += 8) {
    row += 4
    const end = columns + ((<usize>load<u32>(row)) << 2)
    let sum: f64 = 0
    for (; column < end; column += 4, value += 8)
      sum += load<f64>(value) * load<f64>(x + ((<usize>load<u32>(column)) << 3))
    store<f64>(y, sum)
  }
}
