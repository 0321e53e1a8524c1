import { randomStream } from './random.ts'

const ROUNDS = 8
/** Up to here a table is shuffled: halves of a few bits would not make all orders equally likely. */
const SMALL = 256

/**
 * A random permutation of 0 … size − 1 whose memory does not grow with its size: the place of one number is worked out alone.
 *
 * Up to 256 it is a shuffled table. Beyond, a Feistel network permutes the numbers of as many bits as `size` needs; a result of `size` or more is put in again until it
 * lies below (cycle walking), at most twice on average.
 *
 * @param size - in [1, 2³²].
 * @param seed - and the path below it: as for `randomStream`.
 * @returns a function from 0 … size − 1 onto itself.
 *
 * O(1) time and memory a number.
 *
 * Source: Luby & Rackoff 1988, SIAM Journal on Computing 17:373–386; Black & Rogaway 2002, CT-RSA, LNCS 2271:114–130 (cycle
 * walking). The round function is MurmurHash3's finaliser; eight rounds. For chance, not for secrecy.
 */
export function keyedPermutation(size: number, seed: number, ...path: readonly number[]): (index: number) => number {
  const stream = randomStream(seed, ...path)
  if (size <= SMALL) {
    const table = stream.shuffle(Uint16Array.from({ length: size }, (_, i) => i))
    return index => table[index]!
  }
  const bits = 32 - Math.clz32(size - 1)
  const keys = Uint32Array.from({ length: ROUNDS }, () => stream.uint32())
  const wide = Math.ceil(bits / 2)
  const narrow = bits - wide
  return index => {
    let value = index
    do {
      // Halves of unlike width change places in every round: what was wide is narrow in the next.
      let leftBits = narrow
      let rightBits = wide
      let left = value >>> rightBits
      let right = value & ((1 << rightBits) - 1)
      for (let r = 0; r < ROUNDS; r++) {
        const mixed = (left ^ mix(right, keys[r]!)) & ((1 << leftBits) - 1)
        left = right
        right = mixed
        const held = leftBits
        leftBits = rightBits
        rightBits = held
      }
      value = ((left << rightBits) | right) >>> 0
    } while (value >= size)
    return value
  }
}

function mix(value: number, key: number): number {
  let h = (value ^ key) | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) + key
  h = Math.imul(h ^ (h >>> 15), 0x9e3779b1)
  return h ^ (h >>> 16)
}
