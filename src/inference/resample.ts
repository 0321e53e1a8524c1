import { withInRows } from '../kernel/digraph.ts'
import type { RandomStream } from '../kernel/random.ts'
import { GuanxiError } from '../model/errors.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { LateColumns, withTies } from './statistic.ts'

const MOST_ACTORS = 5000

/** Where each ordered pair's tie stands in the columns; −1 where there is none. */
export function tieTable(where: string, { graph }: Snapshot): Int32Array {
  const { order, outOffsets, outTargets } = graph
  if (order < 3 || order > MOST_ACTORS)
    throw new GuanxiError('DEGENERATE_TEST', `${where}: expected 3 to ${MOST_ACTORS} actors, got ${order}`)
  const table = new Int32Array(order * order).fill(-1)
  for (let i = 0; i < order; i++)
    for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++) table[i * order + outTargets[k]!] = k
  return table
}

/** For every place the actor who takes it, and for every pair of places the dyad that stands in when both hold one actor. */
export interface Picks {
  readonly actors: Uint32Array
  /** By `a * order + b` with a < b: the cell `i * order + j` of the dyad, i ≠ j. */
  readonly stand: ReadonlyMap<number, number>
}

/** Draws as many actors as there are, with replacement. */
export function pickActors(order: number, stream: RandomStream): Picks {
  const actors = Uint32Array.from({ length: order }, () => stream.below(order))
  const stand = new Map<number, number>()
  for (let a = 0; a < order; a++)
    for (let b = a + 1; b < order; b++) if (actors[a] === actors[b]) stand.set(a * order + b, anyCell(order, stream))
  return { actors, stand }
}

/** Draws a dyad for every pair of places, with replacement; actors stay. */
export function pickDyads(order: number, stream: RandomStream): Picks {
  const stand = new Map<number, number>()
  for (let a = 0; a < order; a++) for (let b = a + 1; b < order; b++) stand.set(a * order + b, anyCell(order, stream))
  return { actors: Uint32Array.from({ length: order }, (_, i) => i), stand }
}

function anyCell(order: number, stream: RandomStream): number {
  const i = stream.below(order)
  const j = stream.below(order - 1)
  return i * order + (j < i ? j : j + 1)
}

/** The network of the picks: each pair of places has both ties of the pair of actors, or of the dyad that stands in. */
export function resampled(snapshot: Snapshot, table: Int32Array, { actors, stand }: Picks): Snapshot {
  const { order } = snapshot.graph
  const outOffsets = new Uint32Array(order + 1)
  const targets: number[] = []
  const from: number[] = []
  for (let a = 0; a < order; a++) {
    for (let b = 0; b < order; b++) {
      if (a === b) continue
      const other = stand.get(a < b ? a * order + b : b * order + a)
      let cell = actors[a]! * order + actors[b]!
      if (other !== undefined) cell = a < b ? other : (other % order) * order + Math.floor(other / order)
      const old = table[cell]!
      if (old < 0) continue
      targets.push(b)
      from.push(old)
    }
    outOffsets[a + 1] = targets.length
  }
  const graph = withInRows(outOffsets, Uint32Array.from(targets))
  const layers = new LateColumns(snapshot.layers, column => Float64Array.from(from, k => column[k]!))
  return {
    ...withTies(snapshot, graph, layers),
    // An actor may be there several times; the copies need names of their own.
    ids: Array.from(actors, (i, place) => `${snapshot.ids[i]} #${place}`),
    attributes: new LateColumns(snapshot.attributes, column => Array.from(actors, i => column[i])),
  }
}
