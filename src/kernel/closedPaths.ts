import type { Digraph } from './digraph.ts'
import type { TieBits } from './tieBits.ts'
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
  const nexts = new Int32Array(bits.order + 1)
  return () => count(bits, nexts)
}

/** `nexts` is room to write in: where the rows begin to which a vertex has arcs. */
function count({ order, words, rows, targets, degrees, listed }: TieBits, nexts: Int32Array): ClosedPaths {
  if (!listed)
    for (let v = 0; v < order; v++) {
      let degree = 0
      for (let at = v * words; at < (v + 1) * words; at++) degree += ones(rows[at]!)
      degrees[v] = degree
    }
  let paths = 0
  let closed = 0
  let fours = 0
  let twos = 0
  let units = 0
  for (let i = 0; i < order; i++) {
    const row = i * words
    const wordOfI = i >>> 5
    const shiftOfI = i & 31
    // Sums of one row are kept as 32-bit integers, which is what the | 0 is for.
    let begun = 0
    let single = 0
    let eights = 0
    const degree = degrees[i]!
    if (listed) for (let k = 0; k < degree; k++) nexts[k] = targets[i * order + k]!
    else
      for (let w = 0, k = 0; w < words; w++)
        for (let word = rows[row + w]!; word !== 0; word &= word - 1)
          nexts[k++] = (w << 5) + 31 - Math.clz32(word & -word)
    for (let k = 0; k < degree; k++) {
      const j = listed ? targets[i * order + k]! : nexts[k]!
      const next = j * words
      begun = (begun + degrees[j]! - ((rows[next + wordOfI]! >>> shiftOfI) & 1)) | 0
      if (words === 1) single = (single + ones(rows[row]! & rows[next]!)) | 0
      nexts[k] = next
    }
    if (words > 1) {
      nexts[degree] = order * words // the row of zeros, beside the last of an odd number
      for (let x = 0; x < words; x += 4) {
        const r0 = rows[row + x]!
        const r1 = rows[row + x + 1]!
        const r2 = rows[row + x + 2]!
        const r3 = rows[row + x + 3]!
        for (let k = 0; k < degree; k += 2) {
          // Eight words go into adders of three bits each, and only what they carry to the eights is counted (Harley & Seal).
          let at = nexts[k]! + x
          let u = rows[at]! & r0
          let v = rows[at + 1]! & r1
          let sum = units ^ u
          const two1 = (units & u) | (sum & v)
          units = sum ^ v
          u = rows[at + 2]! & r2
          v = rows[at + 3]! & r3
          sum = units ^ u
          const two2 = (units & u) | (sum & v)
          units = sum ^ v
          sum = twos ^ two1
          const four1 = (twos & two1) | (sum & two2)
          twos = sum ^ two2
          at = nexts[k + 1]! + x
          u = rows[at]! & r0
          v = rows[at + 1]! & r1
          sum = units ^ u
          const two3 = (units & u) | (sum & v)
          units = sum ^ v
          u = rows[at + 2]! & r2
          v = rows[at + 3]! & r3
          sum = units ^ u
          const two4 = (units & u) | (sum & v)
          units = sum ^ v
          sum = twos ^ two3
          const four2 = (twos & two3) | (sum & two4)
          twos = sum ^ two4
          sum = fours ^ four1
          eights = (eights + ones((fours & four1) | (sum & four2))) | 0
          fours = sum ^ four2
        }
      }
    }
    paths += begun
    closed += single + 8 * eights
  }
  return { paths, closed: closed + 4 * ones(fours) + 2 * ones(twos) + ones(units) }
}
