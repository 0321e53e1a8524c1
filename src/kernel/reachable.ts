import type { Rows } from './rows.ts'

const PASSES = 4

/**
 * Marks with 1 every vertex to which a path leads from `start`, `start` itself included.
 *
 * As long as it brings in many, vertices that are not reached look back for one that is, and most of them find it at once
 * (Beamer, Asanović & Patterson 2012, SC '12, "bottom-up"); the last few are searched forwards. O(order + size), mostly
 * without looking at most arcs.
 *
 * @param rows - what a vertex points at. @param back - the same arcs from the other side.
 */
export function reachable(rows: Rows, back: Rows, start: number): Uint8Array {
  const { order, offsets, columns } = rows
  const marks = new Uint8Array(order)
  const unseen = new Uint32Array(order)
  const fresh = new Uint32Array(order) // marked by the last pass: only they may have been missed by it
  marks[start] = 1
  for (let k = offsets[start]!; k < offsets[start + 1]!; k++) marks[columns[k]!] = 1
  let left = 0
  for (let v = 0; v < order; v++) if (marks[v] === 0) unseen[left++] = v
  let found = 0
  for (let pass = 0; pass < PASSES; pass++) {
    found = 0
    let kept = 0
    for (let u = 0; u < left; u++) {
      const v = unseen[u]!
      const end = back.offsets[v + 1]!
      let k = back.offsets[v]!
      while (k < end && marks[back.columns[k]!] === 0) k++
      if (k < end) {
        marks[v] = 1
        fresh[found++] = v
      } else unseen[kept++] = v
    }
    left = kept
    if (found < left) break
  }
  while (found > 0) {
    const v = fresh[--found]!
    const end = offsets[v + 1]!
    for (let k = offsets[v]!; k < end; k++) {
      const w = columns[k]!
      if (marks[w] !== 0) continue
      marks[w] = 1
      fresh[found++] = w
    }
  }
  return marks
}
