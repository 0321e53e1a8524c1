/**
 * Names of the candidates that no other beats: none is at least as good on every value and better on one.
 *
 * Higher is better; a `null` value is worse than any number. Order as given.
 */
export function paretoOf(
  candidates: readonly { readonly name: string; readonly values: readonly (number | null)[] }[],
): string[] {
  const value = (x: number | null) => x ?? -Infinity
  const beats = (a: readonly (number | null)[], b: readonly (number | null)[]) =>
    a.every((x, i) => value(x) >= value(b[i]!)) && a.some((x, i) => value(x) > value(b[i]!))
  return candidates.filter(one => !candidates.some(other => beats(other.values, one.values))).map(({ name }) => name)
}
