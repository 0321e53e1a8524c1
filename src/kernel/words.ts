import type { RandomStream } from './random.ts'

/**
 * Random words for one draw that needs many of them quickly: the state is three words of a stream and a counter, so that a draw
 * takes the same share of its stream however many words it uses.
 *
 * Source: sfc32 of Doty-Humphrey's PractRand 0.93; begun from a random state, not from a seed, so that nothing is thrown away.
 */
export class Words {
  a: number
  b: number
  c: number
  count = 1

  constructor(stream: RandomStream) {
    this.a = stream.uint32() | 0
    this.b = stream.uint32() | 0
    this.c = stream.uint32() | 0
  }

  /** 32 random bits as a signed integer. */
  next(): number {
    const { a, b, c, count } = this
    const word = (((a + b) | 0) + count) | 0
    this.count = (count + 1) | 0
    this.a = b ^ (b >>> 9)
    this.b = (c + (c << 3)) | 0
    this.c = (((c << 21) | (c >>> 11)) + word) | 0
    return word
  }
}

/** Number of bits that are set. */
export function ones(word: number): number {
  let w = word - ((word >>> 1) & 0x55555555)
  w = (w & 0x33333333) + ((w >>> 2) & 0x33333333)
  return Math.imul((w + (w >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
