import { randomStream } from './random.ts'
import { sobolDirections } from './sobolDirections.ts'

const BITS = 32

/** One coordinate of a scrambled Sobol′ sequence: point `p` has the digits `shift` xor all columns whose bit is set in the Gray code of `p`. */
export interface SobolCoordinate {
  /** 32 columns, lowest bit of the Gray code first. */
  readonly columns: Uint32Array
  readonly shift: number
}

/**
 * Direction numbers and scrambling of coordinate `d`, from which any single point can be worked out alone.
 *
 * @param d - in [0, 256).
 * @param seed - coordinate `d` is scrambled from `(seed, d)`.
 *
 * Source: Sobol′ 1967; direction numbers of Joe & Kuo 2008; scrambling after Matoušek 1998, Journal of Complexity 14:527–556.
 */
export function sobolCoordinate(d: number, seed: number): SobolCoordinate {
  return scrambled(directionColumns(d), seed, d)
}

/** Coordinate of point `p` in (0, 1); O(log p). */
export function sobolAt({ columns, shift }: SobolCoordinate, p: number): number {
  let state = shift
  for (let gray = (p ^ (p >>> 1)) >>> 0, bit = 0; gray !== 0; gray >>>= 1, bit++) if (gray & 1) state ^= columns[bit]!
  // The half keeps the cell's middle: never 0, never 1.
  return ((state >>> 0) + 0.5) / 0x100000000
}

/** Direction numbers of dimension `d`, highest bit first: column `i` flips when bit `i` of the Gray code does. */
function directionColumns(d: number): Uint32Array {
  const columns = new Uint32Array(BITS)
  if (d === 0) {
    for (let i = 0; i < BITS; i++) columns[i] = 2 ** (BITS - 1 - i)
    return columns
  }
  const [polynomial, ...first] = sobolDirections[d - 1]!
  const degree = first.length
  for (let i = 0; i < BITS; i++) {
    if (i < degree) {
      columns[i] = first[i]! * 2 ** (BITS - 1 - i)
      continue
    }
    let next = columns[i - degree]! ^ (columns[i - degree]! >>> degree)
    for (let k = 1; k < degree; k++) if ((polynomial! >>> (degree - k)) & 1) next ^= columns[i - k]!
    columns[i] = next
  }
  return columns
}

function scrambled(columns: Uint32Array, seed: number, d: number): SobolCoordinate {
  const stream = randomStream(seed, d)
  // Row r of the matrix gives digit r (from the top): itself, and any mix of the digits above it.
  const rows = new Uint32Array(BITS)
  for (let r = 0; r < BITS; r++) {
    const own = 2 ** (BITS - 1 - r)
    const above = r === 0 ? 0 : (0xffffffff << (BITS - r)) >>> 0
    rows[r] = (stream.uint32() & above) | own
  }
  const mixed = columns.map(column => {
    let value = 0
    for (let r = 0; r < BITS; r++) if (oddBits(rows[r]! & column)) value |= 1 << (BITS - 1 - r)
    return value
  })
  return { columns: mixed, shift: stream.uint32() }
}

function oddBits(word: number): boolean {
  let w = word ^ (word >>> 16)
  w ^= w >>> 8
  w ^= w >>> 4
  w ^= w >>> 2
  w ^= w >>> 1
  return (w & 1) === 1
}
