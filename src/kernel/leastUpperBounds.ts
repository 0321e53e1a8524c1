import type { Condensation } from './condensation.ts'

/**
 * Number of pairs of vertices, both in one part of `parts` with more than two vertices, that have no least upper bound.
 *
 * An upper bound of two vertices reaches both; the least is one that every other upper bound reaches. All upper bounds of a
 * pair are the components above both; they have a least one just when they are exactly the components above one of them,
 * and that one is then the lowest in topological order, which is a comparison of two counts. Pairs of which one reaches
 * the other always have one. Components with the same components above them are decided together.
 *
 * O(k² · c / 32) time with k the number of different sets above c strong components; c² / 8 bytes.
 */
export function pairsWithoutLeastUpperBound(
  condensation: Condensation,
  part: Uint32Array,
  partSizes: Uint32Array,
): number {
  const { parts, offsets, targets } = condensation
  const { count, of, sizes } = parts
  const words = (count + 31) >>> 5
  const above = new Uint32Array(count * words) // with the component itself
  const heights = new Uint32Array(count)
  const home = new Uint32Array(count) // the weak part of each component
  for (let v = 0; v < of.length; v++) home[of[v]!] = part[v]!

  // Components with arcs into a component have higher numbers, so its set is complete when it is come to from the top.
  const classes = new Map<string, number>()
  const kind = new Uint32Array(count)
  const sample: number[] = [] // a component of each class
  for (let c = count - 1; c >= 0; c--) {
    const row = c * words
    const key = `${home[c]} ${text(above, row, words)}`
    let place = classes.get(key)
    if (place === undefined) {
      place = sample.length
      classes.set(key, place)
      sample.push(c)
    }
    kind[c] = place
    above[row + (c >>> 5)]! |= 1 << (c & 31)
    let height = 0
    for (let w = 0; w < words; w++) height += ones(above[row + w]!)
    heights[c] = height
    for (let k = offsets[c]!; k < offsets[c + 1]!; k++) {
      const below = targets[k]! * words
      for (let w = 0; w < words; w++) above[below + w]! |= above[row + w]!
    }
  }

  const members = new Float64Array(sample.length) // vertices of each class
  const squares = new Float64Array(sample.length) // Σ of the squared sizes of its components
  for (let c = 0; c < count; c++) {
    members[kind[c]!]! += sizes[c]!
    squares[kind[c]!]! += sizes[c]! ** 2
  }
  const lacks = new Uint8Array(sample.length)
  let without = 0
  for (let x = 0; x < sample.length; x++) {
    const c = sample[x]!
    if (partSizes[home[c]!]! <= 2) continue
    for (let y = 0; y < sample.length; y++) {
      const d = sample[y]!
      lacks[y] = home[c] === home[d] && !principal(above, heights, words, c, d) ? 1 : 0
      if (lacks[y] !== 1 || y < x) continue
      without += x === y ? (members[x]! ** 2 - squares[x]!) / 2 : members[x]! * members[y]!
    }
    // Counted above as pairs of classes; a pair of which one stands above the other has a least upper bound after all.
    for (let b = 0; b < count; b++) {
      if (kind[b] !== x) continue
      const row = b * words
      for (let w = 0; w < words; w++) {
        let word = above[row + w]!
        while (word !== 0) {
          const bit = 31 - Math.clz32(word)
          word &= ~(1 << bit)
          const a = 32 * w + bit
          if (a !== b && lacks[kind[a]!] === 1) without -= sizes[a]! * sizes[b]!
        }
      }
    }
  }
  return without
}

/** Whether the components strictly above both c and d are all those above one of them. */
function principal(above: Uint32Array, heights: Uint32Array, words: number, c: number, d: number): boolean {
  const x = c * words
  const y = d * words
  let size = 0
  let lowest = -1
  for (let w = 0; w < words; w++) {
    let word = above[x + w]! & above[y + w]!
    if (w === c >>> 5) word &= ~(1 << (c & 31))
    if (w === d >>> 5) word &= ~(1 << (d & 31))
    if (word === 0) continue
    if (lowest < 0) lowest = 32 * w + 31 - Math.clz32(word & -word)
    size += ones(word)
  }
  return lowest >= 0 && heights[lowest] === size
}

function ones(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function text(bits: Uint32Array, from: number, words: number): string {
  let key = ''
  for (let w = 0; w < words; w++) {
    const word = bits[from + w]!
    key += String.fromCharCode(word >>> 16, word & 0xffff)
  }
  return key
}
