import { type Digraph, inValues } from './digraph.ts'

/** A square sparse matrix by rows: row `i` holds `values[k]` in column `columns[k]`, `offsets[i] ≤ k < offsets[i + 1]`. */
export interface Rows {
  readonly order: number
  readonly offsets: Uint32Array
  readonly columns: Uint32Array
  /** `null` when every entry is 1. */
  readonly values: Float64Array | null
}

/** The matrix W of a graph: row = source. Shares the graph's arrays. */
export function outRows(graph: Digraph, weights: Float64Array | null): Rows {
  return { order: graph.order, offsets: graph.outOffsets, columns: graph.outTargets, values: weights }
}

/** The transposed matrix Wᵀ: row = target. The weights are gathered once, so that every product reads them in order. */
export function inRows(graph: Digraph, weights: Float64Array | null): Rows {
  const values = weights && inValues(graph, weights)
  return { order: graph.order, offsets: graph.inOffsets, columns: graph.inSources, values }
}

/** y = R x; pull form, so that each entry of y is written once. */
export function multiply(rows: Rows, x: Float64Array, y: Float64Array): void {
  const { order, offsets, columns, values } = rows
  let k = 0
  if (values)
    for (let i = 0; i < order; i++) {
      const end = offsets[i + 1]!
      y[i] = rowProduct(columns, values, x, k, end)
      k = end
    }
  else
    for (let i = 0; i < order; i++) {
      const end = offsets[i + 1]!
      let sum = 0
      for (; k < end; k++) sum += x[columns[k]!]!
      y[i] = sum
    }
}

/** Σ of values[k] · x[columns[k]] over `from ≤ k < to`: a row by the vector. */
export function rowProduct(
  columns: Uint32Array,
  values: Float64Array,
  x: Float64Array,
  from: number,
  to: number,
): number {
  let sum = 0
  for (let k = from; k < to; k++) sum += values[k]! * x[columns[k]!]!
  return sum
}

/** The same matrix with only the entries whose row and column are in the same class, in classes of two or more. */
export function withinClasses(rows: Rows, of: Uint32Array): Rows {
  const { order, offsets, columns, values } = rows
  const kept = new Uint32Array(order + 1)
  const keptColumns = new Uint32Array(columns.length)
  const keptValues = values && new Float64Array(columns.length)
  let size = 0
  for (let i = 0; i < order; i++) {
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      if (of[columns[k]!] !== of[i]) continue
      keptColumns[size] = columns[k]!
      if (keptValues) keptValues[size] = values![k]!
      size++
    }
    kept[i + 1] = size
  }
  return {
    order,
    offsets: kept,
    columns: keptColumns.subarray(0, size),
    values: keptValues?.subarray(0, size) ?? null,
  }
}
