import type { RandomStream } from './random.ts'

/**
 * A Latin hypercube in the unit cube: in every dimension each of the `points` equal slices holds exactly one point.
 *
 * @param points - number of points, ≥ 1.
 * @param dimensions - number of coordinates, ≥ 0.
 * @param stream - drawn from: `points` shuffle steps and `points` uniforms a dimension.
 * @returns coordinates in [0, 1), point after point: coordinate `d` of point `p` stands at `p * dimensions + d`.
 *
 * Source: McKay, Beckman & Conover 1979, Technometrics 21:239–245.
 */
export function latinHypercube(points: number, dimensions: number, stream: RandomStream): Float64Array {
  const sample = new Float64Array(points * dimensions)
  const slices = new Uint32Array(points)
  for (let d = 0; d < dimensions; d++) {
    for (let p = 0; p < points; p++) slices[p] = p
    stream.shuffle(slices)
    for (let p = 0; p < points; p++) sample[p * dimensions + d] = (slices[p]! + stream.uniform()) / points
  }
  return sample
}
