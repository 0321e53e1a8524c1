import { cholesky, dot, inverseDiagonal, solveCholesky } from './leastSquares.ts'
import { midranks } from './ranks.ts'

/**
 * Partial rank correlations: of each column with the response, the ranks of all other columns held fixed by regression.
 *
 * With R the correlations of the columns' ranks and r those with the response's: b = R⁻¹ r, and
 * PRCC_j = b_j / √(b_j² + (1 − rᵀb) · (R⁻¹)_jj), the correlation of the two residuals.
 *
 * @param columns - of equal length; one that never varies has no correlation (NaN).
 * @param response - of the same length.
 * @returns a number in [−1, 1] a column; `null` when the response never varies, when there are too few entries (at most two more
 *   than columns that vary), or when a column follows from the others.
 *
 * Time O(n p² + p³).
 *
 * Source: Saltelli & Marivoet 1990, Reliability Engineering & System Safety 28:229–253; Marino et al. 2008, Journal of
 * Theoretical Biology 254:178–196, section 2.4.
 */
export function partialRanks(columns: readonly Float64Array[], response: Float64Array): Float64Array | null {
  const y = standardized(response)
  const ranked = columns.map(standardized)
  const varying = ranked.flatMap((column, c) => (column ? [c] : []))
  const p = varying.length
  if (!y || response.length <= p + 2) return null
  const matrix = new Float64Array(p * p)
  const right = new Float64Array(p)
  for (let i = 0; i < p; i++) {
    const a = ranked[varying[i]!]!
    right[i] = dot(a, y)
    for (let j = 0; j <= i; j++) matrix[i * p + j] = dot(a, ranked[varying[j]!]!)
  }
  const factor = cholesky(matrix, p)
  if (!factor) return null
  const slopes = solveCholesky(factor, right, p)
  const diagonal = inverseDiagonal(factor, p)
  // A perfect fit leaves a little less than nothing by rounding.
  const unexplained = Math.max(0, 1 - dot(right, slopes))
  const partial = new Float64Array(columns.length).fill(Number.NaN)
  for (let i = 0; i < p; i++) {
    const size = Math.sqrt(slopes[i]! ** 2 + unexplained * diagonal[i]!)
    partial[varying[i]!] = size > 0 ? slopes[i]! / size : 0
  }
  return partial
}

/** Ranks with mean 0 and length 1; `null` when all values are the same. */
function standardized(values: Float64Array): Float64Array | null {
  const ranks = midranks(values)
  const middle = (values.length + 1) / 2
  const centred = ranks.map(rank => rank - middle)
  const length = Math.sqrt(dot(centred, centred))
  return length === 0 ? null : centred.map(rank => rank / length)
}
