import { sobolCoordinate } from './sobolCoordinate.ts'

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
    const { columns, shift } = sobolCoordinate(d, seed)
    let state = shift
    for (let p = 0; p < points; p++) {
      // The half keeps the cell's middle: never 0, never 1.
      sample[p * dimensions + d] = (state + 0.5) / 0x100000000
      state = (state ^ columns[trailingOnes(p)]!) >>> 0
    }
  }
  return sample
}

function trailingOnes(index: number): number {
  return 31 - Math.clz32(~index & (index + 1))
}
