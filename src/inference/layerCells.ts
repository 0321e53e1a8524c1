import { GuanxiError } from '../model/errors.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies } from '../model/ties.ts'

/** A layer as a matrix with few cells: the ties above zero; every other ordered pair holds 0. */
export interface LayerCells {
  readonly order: number
  /** Row, column and value of each tie, row by row. */
  readonly rows: Uint32Array
  readonly columns: Uint32Array
  readonly values: Float64Array
}

/** Reads a layer; unknown values throw, or count what `missing` says. */
export function layerCells(
  where: string,
  network: NetworkLike,
  layer: string,
  missing: 'error' | number,
  transposed = false,
): LayerCells {
  const { graph, weights } = readTies(where, network, { layer, missing })
  const { order, size, outOffsets, outTargets } = graph
  const sources = new Uint32Array(size)
  for (let i = 0; i < order; i++) sources.fill(i, outOffsets[i]!, outOffsets[i + 1]!)
  const targets = outTargets.slice()
  return {
    order,
    rows: transposed ? targets : sources,
    columns: transposed ? sources : targets,
    values: weights?.slice() ?? new Float64Array(size).fill(1),
  }
}

const MOST_ACTORS = 20_000

/** The layer as a full matrix, row by row, zeros on the diagonal. */
export function fullMatrix(where: string, { order, rows, columns, values }: LayerCells): Float64Array {
  checkOrder(where, order)
  const cells = new Float64Array(order * order)
  for (let k = 0; k < values.length; k++) cells[rows[k]! * order + columns[k]!] = values[k]!
  return cells
}

export function checkOrder(where: string, order: number): void {
  if (order < 3 || order > MOST_ACTORS)
    throw new GuanxiError(
      'DEGENERATE_TEST',
      `${where}: expected 3 to ${MOST_ACTORS} actors, got ${order}: fewer cannot change places to any effect, more do not fit`,
    )
}

/** What `missing` may be in tests that permute actors: leaving out a pair would leave out another one in each draw. */
export const missingRule = {
  expected: "'error' or a number from 0",
  accepts: (value: unknown) => value === 'error' || (Number.isFinite(value) && (value as number) >= 0),
}
