import { dot, logisticFit, orthonormal, residual } from '../kernel/leastSquares.ts'
import { factorial } from '../kernel/permutations.ts'
import { GuanxiError, show } from '../model/errors.ts'
import { checkOptions, integerIn, oneOf, requireOption, text } from '../model/options.ts'
import { collectWith, isSnapshot, type NetworkLike, type Snapshot } from '../model/snapshot.ts'
import { checkOrder, fullMatrix, layerCells, missingRule } from './layerCells.ts'
import { type Plan, runNow } from './plan.ts'
import { MOST_ENUMERATED, permuted, QAP_BLOCK } from './qapCorrelation.ts'
import { judge, type TestOptions, type TestResult, testRules } from './testResult.ts'

/** What may explain a layer: another layer, the same layer read backwards, or an attribute of the two actors of a pair. */
export type Predictor =
  | string
  | { readonly transposed: string }
  | { readonly same: string }
  | { readonly difference: string }
  | { readonly sender: string }
  | { readonly receiver: string }

/** Options of `qapRegression`. */
export interface QapRegressionOptions extends Omit<TestOptions, 'stopAfter'> {
  /** The layer to be explained. */
  readonly response: string
  readonly predictors: readonly Predictor[]
  /** `'logistic'` for a response of zeros and ones. @defaultValue 'linear' */
  readonly family?: 'linear' | 'logistic' | undefined
  /** Not used with at most 8 actors. @defaultValue 1000 */
  readonly permutations?: number | undefined
  /** What an unknown value of a layer counts. @defaultValue 'error' */
  readonly missing?: 'error' | number | undefined
}

/** One predictor's coefficient and its test, which is on t. */
export interface QapTerm extends Omit<TestResult, 'seed' | 'stoppedEarly'> {
  /** The layer, or `same:…`, `difference:…`, `sender:…`, `receiver:…`, `transposed:…`. */
  readonly name: string
  readonly estimate: number
  /** Of independent errors, which pairs do not have: for scale, not for inference. */
  readonly standardError: number
  /** Estimate over standard error (z in the logistic form); the same number as `observed`. */
  readonly t: number
}

/** What the model leaves unexplained, by the dependence that it still has. `null` where nothing is left. */
export interface ResidualChecks {
  /** Correlation of the residuals of i → j and j → i: far from 0, reciprocity is not explained. */
  readonly reciprocity: number | null
  /** Share of their variance between senders, beyond 1 / n by chance. */
  readonly senders: number | null
  /** Share of their variance between receivers. */
  readonly receivers: number | null
}

/** A fitted model with the test of every predictor. */
export interface QapRegression {
  readonly intercept: number
  readonly terms: readonly QapTerm[]
  /** Share of variance explained; in the logistic form McFadden's 1 − deviance / null deviance. */
  readonly rSquared: number
  /** Reduced for the number of predictors; `null` in the logistic form. */
  readonly adjustedRSquared: number | null
  /** Residual sum of squares, or −2 log likelihood in the logistic form. */
  readonly deviance: number
  readonly nullDeviance: number
  readonly residuals: ResidualChecks
  /** Ordered pairs, n (n − 1). */
  readonly pairs: number
  readonly draws: number
  readonly exact: boolean
  readonly seed: number
}

/**
 * QAP regression (MRQAP): what explains who has how much of a layer with whom, when several things may?
 *
 * y_ij = b₀ + Σ b_k x_k,ij over all ordered pairs. Each coefficient is tested by double semi-partialling: x_k is regressed on the
 * other predictors, the residuals are permuted by actors, the model is fitted with them in the place of x_k, and the t values
 * make up the null. That stays valid when predictors are correlated and pairs share actors.
 *
 * @param network - network or snapshot with 3 to 20,000 actors; self-ties ignored; a pair without a tie counts 0.
 * @param options.response - tie attribute, ≥ 0.
 * @param options.predictors - layers by name; `{ transposed: layer }` (x_ji); `{ same: attribute }` (1 where both have the same
 *   value); `{ difference: attribute }` (|a_i − a_j|); `{ sender: attribute }` (a_i); `{ receiver: attribute }` (a_j).
 * @param options.family - `'linear'`, or `'logistic'` for a response of zeros and ones. @defaultValue 'linear'
 * @param options.permutations - ≥ 1; with at most 8 actors all n! are enumerated instead. @defaultValue 1000
 * @param options.missing - what an unknown value of a layer counts. @defaultValue 'error'
 * @param options.seed - any integer; same seed, same bits. All terms share the permutations.
 * @returns coefficients in units of the response by unit of the predictor (log odds in the logistic form), t, and tails of t;
 *   p = b / n! when enumerated, else (b + 1) / (draws + 1). The intercept has no test: no exchange of actors touches it.
 * @throws {GuanxiError} `DEGENERATE_TEST` when the response is constant, predictors depend on each other, no permutation changes
 *   t, nothing is left unexplained, or the logistic fit does not exist; `MISSING_VALUE` (also of an actor's attribute), `UNKNOWN_LAYER`, `INVALID_VALUE`,
 *   `INVALID_OPTION`, `UNKNOWN_OPTION`.
 *
 * A draw takes O(k² n²) for k predictors, some ten times that in the logistic form; 8 n² bytes a predictor.
 *
 * Source: Dekker, Krackhardt & Snijders 2007, Psychometrika 72:563–581, doi:10.1007/s11336-007-9016-1; the linear form is R
 * sna's netlm with nullhyp = "qapspp", whose p has no + 1.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { qapRegression } from 'guanxi/inference'
 *
 * const fit = qapRegression(xCommunity(), { response: 'trust', predictors: ['power', 'resources'], seed: 1 })
 * fit.terms.map(term => term.name) // => ['power', 'resources']
 * ```
 */
export function qapRegression(network: NetworkLike, options: QapRegressionOptions): QapRegression {
  return runNow(planned('qapRegression', network, options), options)
}

/** The same regression as a plan for `runPlan` or for worker threads; see `qapRegression`. */
export function qapRegressionPlan(network: NetworkLike, options: QapRegressionOptions): Plan<QapRegression> {
  return planned('qapRegressionPlan', network, options)
}

function planned(where: string, network: NetworkLike, options: QapRegressionOptions): Plan<QapRegression> {
  const { stopAfter: _, ...rules } = testRules
  checkOptions(where, options, {
    response: text,
    predictors: { expected: 'an array of predictors, at least one', accepts: v => Array.isArray(v) && v.length > 0 },
    family: oneOf('linear', 'logistic'),
    permutations: integerIn(1, 1e9),
    missing: missingRule,
    ...rules,
  })
  const response = requireOption(where, 'response', options?.response)
  const predictors = requireOption(where, 'predictors', options.predictors)
  const seed = requireOption(where, 'seed', options.seed)
  const { missing = 'error', family = 'linear' } = options
  const parsed = predictors.map(predictor => parse(where, predictor))
  const names = parsed.map(({ kind, of }) => (kind === 'layer' ? of : `${kind}:${of}`))
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new GuanxiError('INVALID_OPTION', `${where}: predictor ${show(twice)} is there twice`)

  const isTies = (kind: string) => kind === 'layer' || kind === 'transposed'
  const layers = [...new Set([response, ...parsed.filter(p => isTies(p.kind)).map(p => p.of)])]
  const attributes = [...new Set(parsed.filter(p => !isTies(p.kind)).map(p => p.of))]
  const snapshot = isSnapshot(network) ? network : collectWith(network, layers, attributes)
  const { order } = snapshot.graph
  checkOrder(where, order)
  const y = fullMatrix(where, layerCells(where, snapshot, response, missing))
  if (family === 'logistic' && y.some(value => value !== 0 && value !== 1))
    throw new GuanxiError('INVALID_VALUE', `${where}: expected ${response} to be 0 or 1 in the logistic form`)
  const columns = parsed.map(({ kind, of }) =>
    isTies(kind)
      ? fullMatrix(where, layerCells(where, snapshot, of, missing, kind === 'transposed'))
      : attributeMatrix(where, snapshot, kind, of),
  )
  const ones = new Float64Array(order * order).fill(1)
  for (let i = 0; i < order; i++) ones[i * order + i] = 0
  const design = [ones, ...columns]
  const { dependent } = orthonormal(design)
  if (dependent >= 0)
    throw new GuanxiError(
      'DEGENERATE_TEST',
      `${where}: predictor ${show(names[dependent - 1])} is constant or follows from the others; leave it out`,
    )

  const pairs = order * (order - 1)
  const freedom = pairs - design.length
  if (freedom < 1)
    throw new GuanxiError('DEGENERATE_TEST', `${where}: ${design.length} coefficients for ${pairs} pairs of actors`)
  const others = columns.map((_, k) => orthonormal(design.filter((_, c) => c !== k + 1)).basis)
  const fit = family === 'linear' ? linearFit(y, design, others, freedom) : logistic(where, y, design, order)
  if (fit.nullDeviance <= 1e-24 * dot(y, y) || !(fit.nullDeviance > 0))
    throw new GuanxiError('DEGENERATE_TEST', `${where}: ${response} is the same for every pair of actors`)
  if (family === 'linear' && fit.deviance <= 1e-20 * fit.nullDeviance)
    throw new GuanxiError('DEGENERATE_TEST', `${where}: the predictors explain ${response} without remainder`)

  // One row of values a draw, a t for each term.
  const left = columns.map((column, k) => residual(column, others[k]!))
  const yLeft = columns.map((_, k) => residual(y, others[k]!))
  const moved = new Float64Array(order * order)
  const exact = order <= MOST_ENUMERATED
  const places = new Uint32Array(order)
  const width = columns.length
  const include = pairCells(order)
  const draw = permuted(exact, seed, places, (_, into, at) => {
    for (let k = 0; k < width; k++) {
      move(left[k]!, places, moved, order)
      if (family === 'linear') into[at * width + k] = tOf(moved, others[k]!, yLeft[k]!, freedom)
      else {
        const refit = logisticFit(
          y,
          design.map((column, c) => (c === k + 1 ? moved : column)),
          include,
        )
        into[at * width + k] = refit ? refit.coefficients[k + 1]! / refit.errors[k + 1]! : Number.NaN
      }
    }
  })
  return {
    where,
    total: exact ? factorial(order) : (options.permutations ?? 1000),
    width,
    block: family === 'linear' && order < 200 ? QAP_BLOCK : 1,
    draw,
    finish(values) {
      const draws = values.length / width
      const terms = names.map((name, k): QapTerm => {
        const own = Float64Array.from({ length: draws }, (_, d) => values[d * width + k]!)
        const {
          seed: _,
          stoppedEarly: __,
          ...judged
        } = judge(own, {
          where,
          observed: fit.coefficients[k + 1]! / fit.errors[k + 1]!,
          exact,
          seed,
          centre: 0,
          stopAfter: undefined,
          whyConstant: `no exchange of actors changes ${name}`,
        })
        const estimate = fit.coefficients[k + 1]!
        return { name, estimate, standardError: fit.errors[k + 1]!, t: judged.observed, ...judged }
      })
      const rSquared = 1 - fit.deviance / fit.nullDeviance
      return {
        intercept: fit.coefficients[0]!,
        terms,
        rSquared,
        adjustedRSquared: family === 'linear' ? 1 - ((1 - rSquared) * (pairs - 1)) / freedom : null,
        deviance: fit.deviance,
        nullDeviance: fit.nullDeviance,
        residuals: residualChecks(fit.residuals, order),
        pairs,
        draws,
        exact,
        seed,
      }
    },
  }
}

interface Fit {
  readonly coefficients: Float64Array
  readonly errors: Float64Array
  readonly deviance: number
  readonly nullDeviance: number
  /** Observed less fitted, 0 on the diagonal. */
  readonly residuals: Float64Array
}

/** Each coefficient from what the other columns leave of its own (Frisch & Waugh 1933). */
function linearFit(
  y: Float64Array,
  design: readonly Float64Array[],
  others: readonly (readonly Float64Array[])[],
  freedom: number,
): Fit {
  const { basis } = orthonormal(design)
  const residuals = residual(y, basis)
  const deviance = dot(residuals, residuals)
  const centred = residual(y, basis.slice(0, 1))
  const coefficients = new Float64Array(design.length)
  const errors = new Float64Array(design.length)
  design.forEach((column, c) => {
    const own = residual(column, c === 0 ? orthonormal(design.slice(1)).basis : others[c - 1]!)
    const squares = dot(own, own)
    coefficients[c] = dot(own, y) / squares
    errors[c] = Math.sqrt(deviance / freedom / squares)
  })
  return { coefficients, errors, deviance, nullDeviance: dot(centred, centred), residuals }
}

function logistic(where: string, y: Float64Array, design: readonly Float64Array[], order: number): Fit {
  const include = pairCells(order)
  const fit = logisticFit(y, design, include)
  if (!fit)
    throw new GuanxiError(
      'DEGENERATE_TEST',
      `${where}: the logistic fit does not exist: the predictors part the ones from the zeros without error`,
    )
  let positive = 0
  for (const value of y) positive += value
  const share = positive / include.length
  const residuals = new Float64Array(y.length)
  for (const cell of include) {
    let eta = 0
    for (let c = 0; c < design.length; c++) eta += fit.coefficients[c]! * design[c]![cell]!
    residuals[cell] = y[cell]! - 1 / (1 + Math.exp(-eta))
  }
  const nullDeviance =
    share > 0 && share < 1 ? -2 * include.length * (share * Math.log(share) + (1 - share) * Math.log(1 - share)) : 0
  return { ...fit, nullDeviance, residuals }
}

/** t of a permuted column beside the others, by what they leave of it and of the response. */
function tOf(moved: Float64Array, others: readonly Float64Array[], yLeft: Float64Array, freedom: number): number {
  let squares = dot(moved, moved)
  const all = squares
  for (const q of others) squares -= dot(moved, q) ** 2
  if (!(squares > 1e-12 * all)) return Number.NaN
  const along = dot(moved, yLeft)
  const unexplained = dot(yLeft, yLeft) - (along * along) / squares
  return along / Math.sqrt((Math.max(0, unexplained) / freedom) * squares)
}

function move(cells: Float64Array, places: Uint32Array, into: Float64Array, order: number): void {
  for (let i = 0, at = 0; i < order; i++) {
    const row = places[i]! * order
    for (let j = 0; j < order; j++) into[at++] = cells[row + places[j]!]!
  }
}

function pairCells(order: number): Uint32Array {
  const cells = new Uint32Array(order * (order - 1))
  let at = 0
  for (let i = 0; i < order; i++) for (let j = 0; j < order; j++) if (i !== j) cells[at++] = i * order + j
  return cells
}

function parse(where: string, predictor: Predictor): { kind: string; of: string } {
  if (typeof predictor === 'string' && predictor !== '') return { kind: 'layer', of: predictor }
  const entries = typeof predictor === 'object' && predictor !== null ? Object.entries(predictor) : []
  const [kind, of] = entries[0] ?? []
  if (
    entries.length !== 1 ||
    !['transposed', 'same', 'difference', 'sender', 'receiver'].includes(kind!) ||
    typeof of !== 'string'
  )
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected a predictor to be a layer or one of { transposed }, { same }, { difference }, { sender }, { receiver }, got ${show(predictor)}`,
    )
  return { kind: kind!, of }
}

function attributeMatrix(
  where: string,
  { graph, ids, attributes }: Snapshot,
  kind: string,
  name: string,
): Float64Array {
  const { order } = graph
  const values = attributes.get(name) ?? []
  const cells = new Float64Array(order * order)
  for (let i = 0; i < order; i++) {
    const value = values[i]
    if (value === undefined || value === null)
      throw new GuanxiError('MISSING_VALUE', `${where}: actor ${show(ids[i])} has no ${show(name)}`)
    if (kind !== 'same' && !Number.isFinite(value))
      throw new GuanxiError(
        'INVALID_VALUE',
        `${where}: expected ${show(name)} of actor ${show(ids[i])} to be a finite number, got ${show(value)}`,
      )
  }
  for (let i = 0; i < order; i++)
    for (let j = 0; j < order; j++) {
      if (i === j) continue
      const a = values[i]
      const b = values[j]
      cells[i * order + j] =
        kind === 'same'
          ? Number(a === b)
          : kind === 'difference'
            ? Math.abs((a as number) - (b as number))
            : ((kind === 'sender' ? a : b) as number)
    }
  return cells
}

function residualChecks(residuals: Float64Array, order: number): ResidualChecks {
  let squares = 0
  let products = 0
  const sent = new Float64Array(order)
  const received = new Float64Array(order)
  for (let i = 0; i < order; i++)
    for (let j = 0; j < order; j++) {
      const e = residuals[i * order + j]!
      squares += e * e
      products += e * residuals[j * order + i]!
      sent[i]! += e
      received[j]! += e
    }
  // Residuals sum to 0, so that a row's share is its squared sum over its length.
  const between = (sums: Float64Array) => dot(sums, sums) / (order - 1) / squares
  if (!(squares > 0)) return { reciprocity: null, senders: null, receivers: null }
  return { reciprocity: products / squares, senders: between(sent), receivers: between(received) }
}
