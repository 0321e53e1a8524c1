import { multiply, type Rows } from './rows.ts'
import { MATRIX } from './wasmCode.ts'
import { wasmRoom } from './wasmRoom.ts'

/** Vectors that matrices are multiplied with, over and over. */
export interface Products {
  /** Zeros at first; their owner may write in them between products and must copy what is to stay. */
  readonly vectors: readonly Float64Array[]
  /** vectors[to] = matrices[matrix] · vectors[from] */
  multiply(matrix: number, from: number, to: number): void
}

/** Of matrices of one order, with so many vectors. No other products or sweeps may be begun before the last of these. */
export function products(matrices: readonly Rows[], vectors: number): Products {
  const { order } = matrices[0]!
  const arrays: Record<string, Float64Array | Uint32Array | number> = {}
  for (const [m, { offsets, columns, values }] of matrices.entries())
    Object.assign(arrays, {
      [`offsets ${m}`]: offsets,
      [`columns ${m}`]: columns,
      [`values ${m}`]: values ?? new Float64Array(columns.length).fill(1),
    })
  for (let v = 0; v < vectors; v++) arrays[`vector ${v}`] = order
  const room = wasmRoom(MATRIX, arrays)
  const places = Array.from({ length: vectors }, (_, v) => room?.arrays[`vector ${v}`] ?? new Float64Array(order))
  if (!room) return { vectors: places, multiply: (m, from, to) => multiply(matrices[m]!, places[from]!, places[to]!) }
  const { code, at } = room
  return {
    vectors: places,
    multiply: (m, from, to) =>
      code.multiply(
        ...[order, at[`offsets ${m}`]!, at[`columns ${m}`]!, at[`values ${m}`]!],
        ...[at[`vector ${from}`]!, at[`vector ${to}`]!],
      ),
  }
}
