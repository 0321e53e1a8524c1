import { type Rows, rowProduct } from './rows.ts'
import { MATRIX } from './wasmCode.ts'
import { wasmRoom } from './wasmRoom.ts'

/** What a sweep saw, over all rows. */
export interface Sums {
  /** Σ |new − old| */
  readonly change: number
  /** max |new − old| */
  readonly largestChange: number
  /** Σ new */
  readonly sum: number
  /** max |new| */
  readonly largest: number
  /** Σ given_i · new_i */
  readonly image: number
}

/** A vector that is swept until its owner is content. */
export interface Sweeper {
  /** The vector; its owner may change it between sweeps and must copy it at the end. */
  readonly x: Float64Array
  /** One Gauss–Seidel sweep: x_i becomes plus · constant_i + times · scale_i · (R x)_i, one row after the other. */
  sweep(plus: number, times: number, backwards?: boolean): Sums
}

/**
 * Sweeps from a start. Each row uses what the rows before it have just found, so that on most networks it takes fewer sweeps than power
 * iteration takes rounds. No other sweeper may be begun before the last sweep of this one.
 *
 * @param vectors - `constant` and `given` are 0, `scale` 1, unless said.
 */
export function sweeper(
  rows: Rows,
  start: Float64Array,
  vectors: { readonly constant?: Float64Array; readonly scale?: Float64Array; readonly given?: Float64Array },
): Sweeper {
  const { order, offsets, columns } = rows
  const values = rows.values ?? new Float64Array(columns.length).fill(1)
  const scale = vectors.scale ?? new Float64Array(order).fill(1)
  const { constant = order, given = order } = vectors
  const room = wasmRoom(MATRIX, { offsets, columns, values, x: start, constant, scale, given, sums: 5 })
  if (!room) {
    const x = start.slice()
    const zeros = new Float64Array(order)
    const held = { x, constant: vectors.constant ?? zeros, scale, given: vectors.given ?? zeros }
    return { x, sweep: (plus, times, backwards = false) => sweepHere(rows, values, held, plus, times, backwards) }
  }
  const { code, at, arrays } = room
  return {
    x: arrays.x,
    sweep(plus, times, backwards = false) {
      code.sweep(
        ...[order, at.offsets, at.columns, at.values, at.x, at.constant, plus, at.scale, times],
        ...[at.given, Number(backwards), at.sums],
      )
      const [change = 0, largestChange = 0, sum = 0, largest = 0, image = 0] = arrays.sums
      return { change, largestChange, sum, largest, image }
    },
  }
}

/** The same without WebAssembly, to the same bits. */
function sweepHere(
  { order, offsets, columns }: Rows,
  values: Float64Array,
  { x, constant, scale, given }: Readonly<Record<'x' | 'constant' | 'scale' | 'given', Float64Array>>,
  plus: number,
  times: number,
  backwards: boolean,
): Sums {
  let change = 0
  let largestChange = 0
  let sum = 0
  let largest = 0
  let image = 0
  for (let step = 0; step < order; step++) {
    const i = backwards ? order - 1 - step : step
    const product = rowProduct(columns, values, x, offsets[i]!, offsets[i + 1]!)
    const next = plus * constant[i]! + times * scale[i]! * product
    const moved = Math.abs(next - x[i]!)
    x[i] = next
    change += moved
    largestChange = Math.max(largestChange, moved)
    sum += next
    largest = Math.max(largest, Math.abs(next))
    image += given[i]! * next
  }
  return { change, largestChange, sum, largest, image }
}
