import type { SamplingDesign } from './samplingDesign.ts'
import { sobolPoints } from './sobolPoints.ts'

/**
 * The runs from which `sobolIndices` reads first and total effects: for each base point a row of A, then A with one input
 * after the other taken from B, then the row of B.
 *
 * A and B are the two halves of scrambled Sobol′ points with twice the dimensions.
 *
 * @param samples - number N of base points, ≥ 1; best a power of two.
 * @param dimensions - number D of inputs, in [1, 128].
 * @returns a design of N (D + 2) rows; base point `b` begins at row `b (D + 2)`.
 *
 * Source: Saltelli, Annoni, Azzini, Campolongo, Ratto & Tarantola 2010, Computer Physics Communications 181:259–270, table 2.
 */
export function saltelliDesign(samples: number, dimensions: number, seed: number): SamplingDesign {
  const points = sobolPoints(samples, 2 * dimensions, seed)
  const stride = dimensions + 2
  return {
    rows: samples * stride,
    dimensions,
    row(index, into) {
      const kind = index % stride
      const a = ((index - kind) / stride) * 2 * dimensions
      const b = a + dimensions
      for (let d = 0; d < dimensions; d++) {
        const fromB = kind === dimensions + 1 || kind === d + 1
        into[d] = points[(fromB ? b : a) + d]!
      }
    },
  }
}
