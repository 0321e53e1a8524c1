import type { Digraph } from './digraph.ts'
import type { TieBits } from './tieBits.ts'
import { CLOSED_PATHS } from './wasmCode.ts'
import { wasmRoom } from './wasmRoom.ts'
import { ones } from './words.ts'

/** Paths i → j → k over three vertices, and how many of them an arc i → k closes. */
export interface ClosedPaths {
  readonly paths: number
  readonly closed: number
}

/** Of rows: O(order + paths). */
export function closedPaths({ order, outOffsets, outTargets }: Digraph): ClosedPaths {
  const marks = new Int32Array(order) // 1 + the last vertex that has an arc here
  let paths = 0
  let closed = 0
  for (let i = 0; i < order; i++) {
    const end = outOffsets[i + 1]!
    for (let p = outOffsets[i]!; p < end; p++) marks[outTargets[p]!] = i + 1
    for (let p = outOffsets[i]!; p < end; p++) {
      const j = outTargets[p]!
      for (let q = outOffsets[j]!; q < outOffsets[j + 1]!; q++) {
        const k = outTargets[q]!
        if (k === i) continue
        paths++
        if (marks[k] === i + 1) closed++
      }
    }
  }
  return { paths, closed }
}

/** Of bits, to be counted whenever they have been drawn again: O(arcs · order / 32). */
export function closedPathsOfBits(bits: TieBits): () => ClosedPaths {
  const { order, words, rows } = bits
  const degrees = new Int32Array(order)
  const open = () => wasmRoom(CLOSED_PATHS, { counts: 2, rows, degrees })
  let room = open()
  return () => {
    if (room?.current()) room.arrays.rows.set(rows)
    else room = open()
    if (!room) return count(bits, degrees)
    const { code, at, arrays } = room
    code.count(order, words, at.rows, at.degrees, at.counts)
    return { paths: arrays.counts[0]!, closed: arrays.counts[1]! }
  }
}

/** `degrees` is room to write in. */
function count({ order, words, rows }: TieBits, degrees: Int32Array): ClosedPaths {
  for (let v = 0; v < order; v++) {
    let degree = 0
    for (let at = v * words; at < (v + 1) * words; at++) degree += ones(rows[at]!)
    degrees[v] = degree
  }
  let paths = 0
  let closed = 0
  for (let i = 0; i < order; i++) {
    const row = i * words
    for (let w = 0; w < words; w++)
      for (let word = rows[row + w]!; word !== 0; word &= word - 1) {
        const j = (w << 5) + 31 - Math.clz32(word & -word)
        const next = j * words
        paths += degrees[j]! - ((rows[next + (i >>> 5)]! >>> (i & 31)) & 1)
        for (let x = 0; x < words; x++) closed += ones(rows[row + x]! & rows[next + x]!)
      }
  }
  return { paths, closed }
}
