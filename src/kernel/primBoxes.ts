/** A box in the space of the inputs, and how it stands to the cases of interest. */
export interface PrimBox {
  /** Lower and upper limit of each input; infinite where it is not restricted. */
  readonly low: Float64Array
  readonly high: Float64Array
  /** Points in the box, and cases of interest among them. */
  readonly points: number
  readonly cases: number
}

/**
 * Patient rule induction: boxes ever smaller, in which cases of interest are ever denser.
 *
 * From the whole space on, each step peels a thin slice (a share `peel` of the points in the box, and all that are tied with them)
 * off that side of that input which leaves the densest box; of equal ones, the one that leaves more points, then the earlier input.
 *
 * @param columns - inputs, each with a number a point.
 * @param interest - 1 for a case of interest, else 0, a point.
 * @param peel - in (0, 0.5].
 * @param least - peeling ends before a box holds fewer points.
 * @returns the trajectory, the whole space first.
 *
 * O(inputs · points) a step.
 *
 * Source: Friedman & Fisher 1999, Statistics and Computing 9:123–143, section 4 (top-down peeling).
 */
export function primBoxes(
  columns: readonly Float64Array[],
  interest: Uint8Array,
  peel: number,
  least: number,
): PrimBox[] {
  const count = interest.length
  const inside = new Uint8Array(count).fill(1)
  // Points in the box in the order of each input.
  const orders = columns.map(column =>
    Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => column[a]! - column[b]!),
  )
  let points = count
  let cases = interest.reduce((sum, value) => sum + value, 0)
  let low = new Float64Array(columns.length).fill(Number.NEGATIVE_INFINITY)
  let high = new Float64Array(columns.length).fill(Number.POSITIVE_INFINITY)
  const boxes: PrimBox[] = [{ low, high, points, cases }]
  for (;;) {
    const slice = Math.max(1, Math.floor(peel * points))
    let best: { d: number; side: number; points: number; cases: number; limit: number } | undefined
    for (let d = 0; d < columns.length; d++)
      for (let side = 0; side < 2; side++) {
        const found = sliceOff(columns[d]!, orders[d]!, points, interest, slice, side)
        const left = { points: points - found.points, cases: cases - found.cases }
        if (left.points < least || left.points === 0) continue
        const denser = best ? left.cases * best.points - best.cases * left.points : 1
        if (denser > 0 || (denser === 0 && left.points > best!.points)) best = { d, side, ...left, limit: found.limit }
      }
    if (!best) return boxes
    const { d, side, limit } = best
    low = low.slice()
    high = high.slice()
    if (side === 0) low[d] = limit
    else high[d] = limit
    for (let i = 0; i < points; i++) {
      const k = orders[d]![i]!
      if (columns[d]![k]! < low[d]! || columns[d]![k]! > high[d]!) inside[k] = 0
    }
    for (const order of orders) {
      let kept = 0
      for (let i = 0; i < points; i++) if (inside[order[i]!] === 1) order[kept++] = order[i]!
    }
    points = best.points
    cases = best.cases
    boxes.push({ low, high, points, cases })
  }
}

/** What a slice takes with it, and the first value that stays. */
function sliceOff(
  column: Float64Array,
  order: Uint32Array,
  points: number,
  interest: Uint8Array,
  slice: number,
  side: number,
): { points: number; cases: number; limit: number } {
  const at = (i: number) => order[side === 0 ? i : points - 1 - i]!
  let taken = 0
  let cases = 0
  while (taken < points && (taken < slice || column[at(taken)]! === column[at(taken - 1)]!)) {
    cases += interest[at(taken)]!
    taken++
  }
  return { points: taken, cases, limit: taken < points ? column[at(taken)]! : Number.NaN }
}
