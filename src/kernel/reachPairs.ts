import { condense } from './condensation.ts'
import type { Digraph } from './digraph.ts'
import { reachSizes } from './reach.ts'
import type { TieBits } from './tieBits.ts'
import { ones } from './words.ts'

/** Pairs of vertices of which one reaches the other, and those that reach each other. */
export interface ReachPairs {
  readonly joined: number
  readonly mutual: number
}

/** Of rows: O(order + size + components² / 1,024 · arcs between them). */
export function reachPairs(graph: Digraph, condensation = condense(graph)): ReachPairs {
  const { sizes } = condensation.parts
  const reach = reachSizes(condensation)
  let ordered = 0
  let mutual = 0
  for (let c = 0; c < sizes.length; c++) {
    ordered += sizes[c]! * (reach[c]! - 1)
    mutual += (sizes[c]! * (sizes[c]! - 1)) / 2
  }
  return { joined: ordered - mutual, mutual }
}

/** Of bits, to be counted whenever they have been drawn again: O(order² · order / 32) at worst, O(order² / 32) where most reach most. */
export function reachPairsOfBits({ order, words, rows }: TieBits): () => ReachPairs {
  const reached = new Int32Array(order * words) // a row for each vertex, itself among those it reaches
  const todo = new Int32Array(words)
  const first = new Int32Array(order) // the first vertex that reaches the same
  const sizes = new Int32Array(order) // of its component, by first vertex
  const has = (v: number, u: number) => ((reached[v * words + (u >>> 5)]! >>> (u & 31)) & 1) === 1
  const close = (v: number): number => {
    const row = v * words
    for (let w = 0; w < words; w++) {
      reached[row + w] = rows[row + w]!
      todo[w] = rows[row + w]!
    }
    reached[row + (v >>> 5)]! |= 1 << (v & 31)
    for (let w = 0; w < words; ) {
      const word = todo[w]!
      if (word === 0) {
        w++
        continue
      }
      const u = (w << 5) + 31 - Math.clz32(word & -word)
      todo[w] = word & (word - 1)
      if (u < v && has(u, v)) return first[u]!
      // A lower vertex has been followed to the end: what it reaches need not be followed again.
      const from = u < v ? reached : rows
      let lowest = w
      for (let x = words - 1; x >= 0; x--) {
        const more = from[u * words + x]! & ~reached[row + x]!
        reached[row + x]! |= more
        if (u < v) todo[x]! &= ~from[u * words + x]!
        else if (more !== 0) {
          todo[x]! |= more
          if (x < lowest) lowest = x
        }
      }
      w = lowest
    }
    return v
  }
  return () => {
    let ordered = 0
    let mutual = 0
    for (let v = 0; v < order; v++) {
      const same = close(v)
      first[v] = same
      if (same === v) sizes[v] = 1
      else {
        mutual += sizes[same]!++
        reached.copyWithin(v * words, same * words, (same + 1) * words)
      }
      for (let at = v * words; at < (v + 1) * words; at++) ordered += ones(reached[at]!)
      ordered--
    }
    return { joined: ordered - mutual, mutual }
  }
}
