import { cholesky, dot, solveCholesky } from './leastSquares.ts'

/**
 * Weighted ridge regression: for each response y the slopes b that minimise Σ w (y − Σ b x)² + ridge · Σ b² Σ w x².
 *
 * @param columns - of equal length, none zero throughout; an intercept is a column of ones.
 * @param responses - of that length.
 * @param weights - of that length, ≥ 0.
 * @param ridge - above 0: it keeps columns that depend on each other solvable.
 * @returns the slopes of each response.
 *
 * Source: Hoerl & Kennard 1970, Technometrics 12:55–67, with the penalty in units of each column.
 */
export function ridgeFit(
  columns: readonly Float64Array[],
  responses: readonly Float64Array[],
  weights: Float64Array,
  ridge: number,
): Float64Array[] {
  const n = columns.length
  const products = new Float64Array(n * n)
  const weighted = columns.map(column => column.map((value, p) => value * weights[p]!))
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) products[i * n + j] = dot(weighted[i]!, columns[j]!)
  for (let i = 0; i < n; i++) products[i * n + i]! *= 1 + ridge
  const factor = cholesky(products, n)!
  return responses.map(response =>
    solveCholesky(
      factor,
      Float64Array.from(weighted, column => dot(column, response)),
      n,
    ),
  )
}
