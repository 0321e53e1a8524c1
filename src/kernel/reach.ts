import type { Condensation } from './condensation.ts'

const WORDS = 32
/** Components to a block. */
export const REACH_BLOCK = 32 * WORDS

/** How many vertices each strong component reaches, its own among them. */
export function reachSizes(condensation: Condensation): Float64Array {
  const { count } = condensation.parts
  const reach = new Float64Array(count)
  for (let low = 0; low < count; low += REACH_BLOCK) addReachSizes(condensation, low, reach)
  return reach
}

/**
 * Adds to `reach` how many vertices of the 1,024 strong components from `low` on each strong component reaches, its own among
 * them.
 *
 * Sets of reached components are kept as bits and handed up from a component to those with arcs into it: O(arcs between
 * components) time a block, 128 bytes a component.
 */
export function addReachSizes(condensation: Condensation, low: number, reach: Float64Array): void {
  const { parts, offsets, targets } = condensation
  const { count, sizes } = parts
  const high = Math.min(count, low + REACH_BLOCK)
  const bits = new Uint32Array((count - low) * WORDS)
  // A component reaches only lower numbers, so those below the block see none of it.
  for (let c = low; c < count; c++) {
    const row = (c - low) * WORDS
    if (c < high) bits[row + ((c - low) >>> 5)]! |= 1 << ((c - low) & 31)
    for (let k = offsets[c]!; k < offsets[c + 1]!; k++) {
      const d = targets[k]!
      if (d < low) continue
      const from = (d - low) * WORDS
      for (let w = 0; w < WORDS; w++) bits[row + w]! |= bits[from + w]!
    }
    let sum = 0
    for (let w = 0; w < WORDS; w++) {
      let word = bits[row + w]!
      while (word !== 0) {
        const bit = 31 - Math.clz32(word)
        sum += sizes[low + 32 * w + bit]!
        word &= ~(1 << bit)
      }
    }
    reach[c]! += sum
  }
}
