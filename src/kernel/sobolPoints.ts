import { randomStream } from './random.ts'
import { sobolDirections } from './sobolDirections.ts'

const BITS = 32

/** How many coordinates a point of `sobolPoints` may have. */
export const MOST_SOBOL_DIMENSIONS = 256

/**
 * The first points of a scrambled Sobol′ sequence: spread over the unit cube far more evenly than random points.
 *
 * Each coordinate is scrambled by a random lower triangular matrix over GF(2) and a random digital shift, which keeps the
 * evenness, makes every single point uniform in the cube, and so makes averages over the points unbiased. The evenness is
 * at its best when `points` is a power of two.
 *
 * @param points - number of points, in [0, 2³²).
 * @param dimensions - number of coordinates, in [0, 256].
 * @param seed - coordinate `d` is scrambled from `(seed, d)`, whatever the number of dimensions.
 * @returns coordinates in (0, 1), point after point: coordinate `d` of point `p` stands at `p * dimensions + d`.
 *
 * O(points · dimensions).
 *
 * Source: Sobol′ 1967; order of the points by Gray code after Antonov & Saleev 1979; direction numbers of Joe & Kuo 2008;
 * scrambling after Matoušek 1998, Journal of Complexity 14:527–556.
 */
export function sobolPoints(points: number, dimensions: number, seed: number): Float64Array {
  const sample = new Float64Array(points * dimensions)
  for (let d = 0; d < dimensions; d++) {
    const { columns, shift } = scrambled(directionColumns(d), seed, d)
    let state = shift
    for (let p = 0; p < points; p++) {
      // The half keeps the cell's middle: never 0, never 1.
      sample[p * dimensions + d] = (state + 0.5) / 0x100000000
      state = (state ^ columns[trailingOnes(p)]!) >>> 0
    }
  }
  return sample
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

function scrambled(columns: Uint32Array, seed: number, d: number): { columns: Uint32Array; shift: number } {
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

function trailingOnes(index: number): number {
  return 31 - Math.clz32(~index & (index + 1))
}
