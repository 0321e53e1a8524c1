/**
 * The value below which a share `p` of the sorted numbers lies, linear between neighbours.
 *
 * @param sorted - ascending, at least one.
 * @param p - in [0, 1].
 *
 * Source: definition 7 of Hyndman & Fan 1996, The American Statistician 50:361–365.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const place = (sorted.length - 1) * p
  const below = Math.floor(place)
  const low = sorted[below]!
  return below + 1 < sorted.length ? low + (place - below) * (sorted[below + 1]! - low) : low
}
