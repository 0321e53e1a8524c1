import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** A stream of random numbers, owned by whoever created it; drawing changes its state. */
export interface RandomStream {
  /** Uniform integer in `[0, 2³²)`. */
  uint32(): number
  /** Uniform in `[0, 1)`, 53 bits. */
  uniform(): number
  /** Uniform integer in `[0, bound)`, without bias; `1 ≤ bound ≤ 2³²`. */
  below(bound: number): number
  /** Standard normal. */
  normal(): number
  /** Shuffles in place; every order is equally likely. */
  shuffle<T extends { length: number; [index: number]: unknown }>(items: T): T
}

/**
 * The stream that belongs to a seed and a path below it, such as `(seed, replication, actor)`.
 *
 * Streams of different paths are independent of each other, and of the order in which they are created: run 17 has the
 * same bits alone, in parallel or resumed. The generator is xoroshiro128+ of pure-rand; its state is filled by mixing seed
 * and path with MurmurHash3's finaliser (Appleby 2011), since neighbouring raw seeds would begin alike.
 *
 * @param seed - any safe integer.
 * @param path - non-negative safe integers.
 */
export function randomStream(seed: number, ...path: readonly number[]): RandomStream {
  const generator = xoroshiro128plusFromState(mixState(seed, path))
  const uint32 = () => generator.next() >>> 0
  // Two draws: 27 + 26 bits, from the high ends, whose quality is best in this generator.
  const uniform = () => ((uint32() >>> 5) * 0x4000000 + (uint32() >>> 6)) / 0x20000000000000
  const below = (bound: number) => {
    // Lemire 2019 (ACM TOMACS 29(1)), with the 64-bit product as an exact double while bound ≤ 2²¹.
    if (bound > 0x200000) return Math.floor(uniform() * bound)
    let word = uint32()
    let low = Math.imul(word, bound) >>> 0
    if (low < bound) {
      const threshold = 0x100000000 % bound
      while (low < threshold) {
        word = uint32()
        low = Math.imul(word, bound) >>> 0
      }
    }
    return (word * bound - low) / 0x100000000
  }
  let spare = Number.NaN
  const normal = () => {
    // Marsaglia's polar method (Marsaglia & Bray 1964): two normals at a time.
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = Number.NaN
      return kept
    }
    for (;;) {
      const u = 2 * uniform() - 1
      const v = 2 * uniform() - 1
      const s = u * u + v * v
      if (s > 0 && s < 1) {
        const factor = Math.sqrt((-2 * Math.log(s)) / s)
        spare = v * factor
        return u * factor
      }
    }
  }
  const shuffle = <T extends { length: number; [index: number]: unknown }>(items: T): T => {
    for (let i = items.length - 1; i > 0; i--) {
      const j = below(i + 1)
      const held = items[i]
      items[i] = items[j]
      items[j] = held
    }
    return items
  }
  return { uint32, uniform, below, normal, shuffle }
}

function mixState(seed: number, path: readonly number[]): number[] {
  const state = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x85ebca6b] // no-nothing constants: 2³²/φ, π, e, Murmur's
  absorb(state, seed)
  absorb(state, path.length)
  for (let i = 0; i < path.length; i++) absorb(state, path[i]!)
  if ((state[0]! | state[1]! | state[2]! | state[3]!) === 0) state[0] = 1 // the one state from which it never moves
  return state
}

function absorb(state: number[], number: number): void {
  const low = number | 0
  const high = number === low ? low >> 31 : Math.floor(number / 0x100000000) | 0
  for (let w = 0; w < 4; w++) {
    const mixed = finalise((state[w]! ^ low) + Math.imul(0x9e3779b1, w + 1))
    state[w] = finalise((mixed ^ high) + 0x7f4a7c15)
  }
}

function finalise(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) | 0
}
