import { buildDigraph, type Digraph, withInRows } from './digraph.ts'
import type { RandomStream } from './random.ts'

/** Above this many vertices a bit for every ordered pair would take more room than the arcs do. */
const MOST_FOR_BITS = 8192

/**
 * A directed graph with exactly `size` arcs, every one equally likely.
 *
 * O(size + order² / 32) up to 8,192 vertices, O(size) above. `size` is at most order (order − 1).
 *
 * Source: rejection of repeats, in the smaller of the set and its complement.
 */
export function randomTies(order: number, size: number, stream: RandomStream): Digraph {
  const cells = order * (order - 1)
  if (order <= MOST_FOR_BITS) {
    const words = new Int32Array((cells + 31) >>> 5)
    const sparse = size <= cells / 2
    mark(words, cells, sparse ? size : cells - size, stream)
    if (!sparse) for (let w = 0; w < words.length; w++) words[w] = ~words[w]!
    return fromCells(order, cells, size, words)
  }
  const source = new Uint32Array(size)
  const target = new Uint32Array(size)
  const taken = new Set<number>()
  for (let k = 0; k < size; ) {
    const cell = stream.below(cells)
    if (taken.has(cell)) continue
    taken.add(cell)
    const s = Math.floor(cell / (order - 1))
    const t = cell - s * (order - 1)
    source[k] = s
    target[k++] = t < s ? t : t + 1
  }
  return buildDigraph(order, source, target).graph
}

/** A directed graph in which every arc is there with chance one half. */
export function coinFlipTies(order: number, stream: RandomStream): Digraph {
  const cells = order * (order - 1)
  const words = new Int32Array((cells + 31) >>> 5)
  for (let w = 0; w < words.length; w++) words[w] = stream.uint32()
  const spare = cells & 31
  if (spare > 0) words[words.length - 1]! &= (1 << spare) - 1
  let size = 0
  for (const word of words) size += ones(word)
  return fromCells(order, cells, size, words)
}

function mark(words: Int32Array, cells: number, count: number, stream: RandomStream): void {
  for (let left = count; left > 0; ) {
    const cell = stream.below(cells)
    const bit = 1 << (cell & 31)
    const word = words[cell >>> 5]!
    if ((word & bit) === 0) {
      words[cell >>> 5] = word | bit
      left--
    }
  }
}

/** Cells run along the rows without the diagonal, so that set bits in order are arcs in order. */
function fromCells(order: number, cells: number, size: number, words: Int32Array): Digraph {
  const outOffsets = new Uint32Array(order + 1)
  const outTargets = new Uint32Array(size)
  let row = 0
  let rowStart = 0
  let rowEnd = order - 1
  let position = 0
  for (let w = 0; w < words.length; w++) {
    let word = words[w]!
    const base = w << 5
    while (word !== 0) {
      const low = word & -word
      const cell = base + 31 - Math.clz32(low)
      word ^= low
      if (cell >= cells) break // bits of the complement past the last cell
      while (cell >= rowEnd) {
        outOffsets[++row] = position
        rowStart = rowEnd
        rowEnd += order - 1
      }
      const t = cell - rowStart
      outTargets[position++] = t < row ? t : t + 1
    }
  }
  while (row < order) outOffsets[++row] = position
  return withInRows(outOffsets, outTargets)
}

function ones(word: number): number {
  let w = word - ((word >>> 1) & 0x55555555)
  w = (w & 0x33333333) + ((w >>> 2) & 0x33333333)
  return Math.imul((w + (w >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
