import type { Digraph } from './digraph.ts'

/** Vertices parted into classes: `of[v]` is the class of `v`, `sizes[c]` how many it holds. */
export interface Partition {
  readonly count: number
  readonly of: Uint32Array
  readonly sizes: Uint32Array
}

/**
 * Strong components, without recursion: Tarjan's walk with its own stack (Tarjan 1972, SIAM Journal on Computing 1:146–160),
 * in the form of Pearce 2016 (Information Processing Letters 116:47–52), which keeps one number a vertex.
 *
 * Components are numbered so that an arc between two of them points from the higher to the lower number. O(order + size).
 */
export function strongComponents(graph: Digraph): Partition {
  const { order, outOffsets, outTargets } = graph
  // While a vertex is open: the lowest visit number that it reaches, from 1; once its component is closed: counted down from
  // the top, so that it compares above every visit number.
  const rank = new Uint32Array(order)
  const next = outOffsets.slice(0, order)
  const root = new Uint8Array(order)
  const path = new Uint32Array(order) // the walk, from the bottom
  const closing = new Uint32Array(order) // visited vertices whose component is still open
  let depth = 0
  let waiting = 0
  let index = 1
  let count = 0
  for (let start = 0; start < order; start++) {
    if (rank[start] !== 0) continue
    path[depth++] = start
    rank[start] = index++
    root[start] = 1
    while (depth > 0) {
      const v = path[depth - 1]!
      const end = outOffsets[v + 1]!
      let k = next[v]!
      let low = rank[v]!
      let isRoot = root[v]!
      let down = -1
      while (k < end) {
        const t = outTargets[k]!
        const seen = rank[t]!
        if (seen === 0) {
          down = t
          break
        }
        if (seen < low) {
          low = seen
          isRoot = 0
        }
        k++
      }
      next[v] = k
      rank[v] = low
      root[v] = isRoot
      if (down >= 0) {
        path[depth++] = down
        rank[down] = index++
        root[down] = 1
        continue
      }
      depth--
      if (isRoot) {
        index--
        while (waiting > 0 && rank[closing[waiting - 1]!]! >= low) {
          rank[closing[--waiting]!] = CLOSED - count
          index--
        }
        rank[v] = CLOSED - count
        count++
      } else closing[waiting++] = v
    }
  }
  const sizes = new Uint32Array(count)
  for (let v = 0; v < order; v++) {
    const c = CLOSED - rank[v]!
    rank[v] = c
    sizes[c]!++
  }
  return { count, of: rank, sizes }
}

const CLOSED = 0xffffffff
