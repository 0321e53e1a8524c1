/**
 * Columns turned into orthonormal ones that span the same space, by Gram & Schmidt with a second pass against rounding.
 *
 * @param columns - of equal length; unchanged.
 * @returns the orthonormal columns; shorter when a column depends on those before it, which `dependent` then names.
 */
export function orthonormal(columns: readonly Float64Array[]): { basis: Float64Array[]; dependent: number } {
  const basis: Float64Array[] = []
  for (let c = 0; c < columns.length; c++) {
    const column = columns[c]!.slice()
    const before = Math.sqrt(dot(column, column))
    for (let pass = 0; pass < 2; pass++) for (const q of basis) subtract(column, q, dot(column, q))
    const length = Math.sqrt(dot(column, column))
    if (!(length > 1e-9 * before)) return { basis, dependent: c }
    for (let i = 0; i < column.length; i++) column[i]! /= length
    basis.push(column)
  }
  return { basis, dependent: -1 }
}

/** What is left of a column when an orthonormal basis is taken out of it. */
export function residual(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = column.slice()
  for (let pass = 0; pass < 2; pass++) for (const q of basis) subtract(left, q, dot(left, q))
  return left
}

/**
 * Logistic regression by iteratively reweighted least squares (Newton's method on the likelihood).
 *
 * @param response - 0 or 1.
 * @param columns - independent, of the same length.
 * @param include - which entries count; others are passed over.
 * @returns coefficients and their standard errors; `null` when it does not converge, as when the columns part the ones from
 *   the zeros without error.
 *
 * Source: McCullagh & Nelder 1989, Generalized Linear Models, section 2.5.
 */
export function logisticFit(
  response: Float64Array,
  columns: readonly Float64Array[],
  include: Uint32Array,
): { coefficients: Float64Array; errors: Float64Array; deviance: number } | null {
  const p = columns.length
  const coefficients = new Float64Array(p)
  const information = new Float64Array(p * p)
  const score = new Float64Array(p)
  let deviance = Infinity
  for (let iteration = 0; iteration < 50; iteration++) {
    information.fill(0)
    score.fill(0)
    let next = 0
    for (const cell of include) {
      let eta = 0
      for (let c = 0; c < p; c++) eta += coefficients[c]! * columns[c]![cell]!
      const chance = 1 / (1 + Math.exp(-eta))
      const y = response[cell]!
      // −2 log of the chance of what was seen, without overflow.
      next += 2 * (Math.log1p(Math.exp(-Math.abs(eta))) + Math.max(0, y > 0 ? -eta : eta))
      const weight = chance * (1 - chance)
      for (let c = 0; c < p; c++) {
        const x = columns[c]![cell]!
        score[c]! += x * (y - chance)
        for (let k = 0; k <= c; k++) information[c * p + k]! += weight * x * columns[k]![cell]!
      }
    }
    if (!Number.isFinite(next)) return null
    const settled = Math.abs(deviance - next) <= 1e-12 * (Math.abs(next) + 0.1)
    deviance = next
    const factor = cholesky(information, p)
    if (!factor) return null
    if (settled) {
      // A perfect fit has no finite coefficients, though the likelihood settles.
      if (deviance < 1e-8 * include.length) return null
      return { coefficients, errors: inverseDiagonal(factor, p).map(Math.sqrt), deviance }
    }
    const step = solveCholesky(factor, score, p)
    for (let c = 0; c < p; c++) coefficients[c]! += step[c]!
  }
  return null
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function subtract(from: Float64Array, column: Float64Array, times: number): void {
  for (let i = 0; i < from.length; i++) from[i]! -= times * column[i]!
}

/** Lower triangle L with L Lᵀ = A, read from the lower triangle of A; `null` when A is not positive definite. */
export function cholesky(a: Float64Array, n: number): Float64Array | null {
  const l = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j]!
      for (let k = 0; k < j; k++) sum -= l[i * n + k]! * l[j * n + k]!
      if (i === j) {
        if (!(sum > 1e-12 * a[i * n + i]!)) return null
        l[i * n + i] = Math.sqrt(sum)
      } else l[i * n + j] = sum / l[j * n + j]!
    }
  return l
}

/** Solves L Lᵀ x = b for the factor that `cholesky` gives. */
export function solveCholesky(l: Float64Array, b: Float64Array, n: number): Float64Array {
  const x = b.slice()
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= l[i * n + k]! * x[k]!
    x[i]! /= l[i * n + i]!
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= l[k * n + i]! * x[k]!
    x[i]! /= l[i * n + i]!
  }
  return x
}

/** Diagonal of (L Lᵀ)⁻¹. */
export function inverseDiagonal(l: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, c) => {
    const unit = new Float64Array(n)
    unit[c] = 1
    return solveCholesky(l, unit, n)[c]!
  })
}
