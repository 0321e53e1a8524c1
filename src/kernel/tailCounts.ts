/** How draws from a null compare with what was observed. */
export interface TailCounts {
  /** Draws compared; fewer than given after an early stop. */
  readonly draws: number
  /** Draws on which the statistic was not defined; they count as extreme in every direction. */
  readonly undefinedDraws: number
  /** Over the draws on which it was defined. */
  readonly mean: number
  readonly sd: number
  readonly lower: number
  readonly upper: number
  /** At least as far from the centre as the observed value. */
  readonly twoSided: number
  readonly stoppedEarly: boolean
  /** Every draw gave the observed value. */
  readonly constant: boolean
}

// Sums of the same numbers in another order differ in the last digits; such values are ties, not differences.
const TIE = 1e-10

/**
 * Counts draws below and above the observed value; equal ones count on both sides.
 *
 * @param values - a number a draw, NaN where not defined.
 * @param centre - what two-sided distance is measured from; `null`: the mean of all draws and, unless `exact`, the observed value,
 *   which keeps observed and drawn values exchangeable.
 * @param stopAt - stop at the draw with which both tails hold this many.
 */
export function tailCounts(
  values: Float64Array,
  observed: number,
  options: { centre: number | null; exact: boolean; stopAt?: number | undefined },
): TailCounts {
  const { stopAt = Number.POSITIVE_INFINITY } = options
  let largest = Math.abs(observed)
  for (const value of values) if (Math.abs(value) > largest) largest = Math.abs(value)
  const slack = TIE * largest
  let draws = 0
  let lower = 0
  let upper = 0
  let missing = 0
  let sum = 0
  let stoppedEarly = false
  while (draws < values.length && !stoppedEarly) {
    const value = values[draws++]!
    if (Number.isNaN(value)) missing++
    else sum += value - observed
    if (!(value > observed + slack)) lower++
    if (!(value < observed - slack)) upper++
    stoppedEarly = draws < values.length && lower >= stopAt && upper >= stopAt
  }
  const defined = draws - missing
  const mean = defined > 0 ? observed + sum / defined : Number.NaN
  const centre = options.centre ?? (options.exact ? mean : observed + sum / (defined + 1))
  const distance = Math.abs(observed - centre) - slack
  let twoSided = 0
  let squares = 0
  let constant = defined > 0
  for (let d = 0; d < draws; d++) {
    const value = values[d]!
    if (!(Math.abs(value - centre) < distance)) twoSided++
    if (Number.isNaN(value)) continue
    squares += (value - mean) ** 2
    if (Math.abs(value - observed) > slack) constant = false
  }
  // The enumeration is the whole null, a sample only a part of it.
  const divisor = options.exact ? defined : defined - 1
  const sd = divisor > 0 ? Math.sqrt(squares / divisor) : Number.NaN
  return { draws, undefinedDraws: missing, mean, sd, lower, upper, twoSided, stoppedEarly, constant }
}
