// Each for one kind of array and four entries a step: a loop that meets several kinds, or looks at one entry, takes three times as long.

/** Whether every entry is below `count`. O(length). */
export function allBelow(words: Uint32Array, count: number): boolean {
  const { length } = words
  let k = 0
  for (; k + 3 < length; k += 4)
    if (words[k]! >= count || words[k + 1]! >= count || words[k + 2]! >= count || words[k + 3]! >= count) return false
  while (k < length && words[k]! < count) k++
  return k === length
}

/** Whether no entry is infinite. O(length). */
export function noneInfinite(values: Float64Array): boolean {
  const { length } = values
  const { abs } = Math
  let k = 0
  for (; k + 3 < length; k += 4)
    if (
      abs(values[k]!) === Infinity ||
      abs(values[k + 1]!) === Infinity ||
      abs(values[k + 2]!) === Infinity ||
      abs(values[k + 3]!) === Infinity
    )
      return false
  while (k < length && abs(values[k]!) !== Infinity) k++
  return k === length
}
