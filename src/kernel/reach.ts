import type { Condensation } from './condensation.ts'

const WORDS = 32
const BITS = 32 * WORDS

/**
 * How many vertices each strong component reaches, its own among them.
 *
 * Sets of reached components are kept as bits, a block of 1,024 at a time, and handed up from a component to those with
 * arcs into it: O(count · arcs between components / 32) time, 128 bytes a component.
 */
export function reachSizes(condensation: Condensation): Float64Array {
  const { parts, offsets, targets } = condensation
  const { count, sizes } = parts
  const reach = new Float64Array(count)
  const bits = new Uint32Array(count * WORDS)
  for (let low = 0; low < count; low += BITS) {
    const high = Math.min(count, low + BITS)
    bits.fill(0, low * WORDS)
    // A component reaches only lower numbers, so those below the block see none of it.
    for (let c = low; c < count; c++) {
      const row = c * WORDS
      if (c < high) bits[row + ((c - low) >>> 5)]! |= 1 << ((c - low) & 31)
      for (let k = offsets[c]!; k < offsets[c + 1]!; k++) {
        const d = targets[k]!
        if (d < low) continue
        const from = d * WORDS
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
  return reach
}
