import type { Digraph } from './digraph.ts'
import { type Partition, partition } from './partition.ts'
import { reachable } from './reachable.ts'
import { inRows, outRows } from './rows.ts'

const CLOSED = 0xffffffff

/**
 * Strong components, without recursion, numbered so that an arc between two of them points from the higher to the lower number.
 *
 * Most networks have one large component that holds most arcs. It is what a vertex of many arcs both reaches and is reached by
 * (Fleischer, Hendrickson & Pınar 2000, LNCS 1800:505–511), which two searches find without looking at all of them. What it
 * reaches besides is numbered before it, the rest after, by Tarjan's walk. O(order + size).
 */
export function strongComponents(graph: Digraph): Partition {
  const { order, outOffsets, inOffsets } = graph
  // While a vertex is open: the lowest visit number that it reaches, from 1; once its component is closed: counted down from
  // the top, so that it compares above every visit number.
  const rank = new Uint32Array(order)
  const walk = new Walk(graph, rank)
  let hub = -1
  let most = 0
  for (let v = 0; v < order; v++) {
    const ways = (outOffsets[v + 1]! - outOffsets[v]!) * (inOffsets[v + 1]! - inOffsets[v]!)
    if (ways > most) {
      most = ways
      hub = v
    }
  }
  let count = 0
  if (hub >= 0) {
    const out = outRows(graph, null)
    const back = inRows(graph, null)
    const below = reachable(out, back, hub)
    const above = reachable(back, out, hub)
    for (let v = 0; v < order; v++) if (below[v] === 1 && above[v] === 0 && rank[v] === 0) count = walk.from(v, count)
    for (let v = 0; v < order; v++) if ((below[v]! & above[v]!) === 1) rank[v] = CLOSED - count
    count++
  }
  for (let v = 0; v < order; v++) if (rank[v] === 0) count = walk.from(v, count)
  for (let v = 0; v < order; v++) rank[v] = CLOSED - rank[v]!
  return partition(rank, count)
}

/**
 * The walk of Tarjan 1972 (SIAM Journal on Computing 1:146–160) with its own stack, in the form of Pearce 2016 (Information
 * Processing Letters 116:47–52), which keeps one number a vertex.
 */
class Walk {
  private readonly next: Uint32Array
  private readonly root: Uint8Array
  private readonly path: Uint32Array // the walk, from the bottom
  private readonly closing: Uint32Array // visited vertices whose component is still open
  private readonly graph: Digraph
  private readonly rank: Uint32Array

  constructor(graph: Digraph, rank: Uint32Array) {
    const { order, outOffsets } = graph
    this.graph = graph
    this.rank = rank
    this.next = outOffsets.slice(0, order)
    this.root = new Uint8Array(order)
    this.path = new Uint32Array(order)
    this.closing = new Uint32Array(order)
  }

  /** Closes every open component that `start` reaches, numbered from `first`; returns the next number. */
  from(start: number, first: number): number {
    const { outOffsets, outTargets } = this.graph
    const { rank, next, root, path, closing } = this
    let count = first
    let depth = 0
    let waiting = 0
    let index = 1
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
    return count
  }
}
