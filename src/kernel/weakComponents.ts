import type { Digraph } from './digraph.ts'
import type { Partition } from './strongComponents.ts'

/**
 * Weak components by union and find, without recursion, numbered in the order of their first vertices.
 *
 * Links every vertex with its first arcs, then leaves out the largest part found so far: on most networks all but a few
 * arcs are then never looked at (Sutton, Ben-Nun & Barak 2018, IPDPS, "Afforest"). O(order + size), nearly.
 */
export function weakComponents(graph: Digraph): Partition {
  const { order, outOffsets, outTargets, inOffsets, inSources } = graph
  const parent = new Uint32Array(order)
  for (let v = 0; v < order; v++) parent[v] = v

  for (let v = 0; v < order; v++) {
    const first = outOffsets[v]!
    const end = Math.min(outOffsets[v + 1]!, first + SAMPLED)
    for (let k = first; k < end; k++) link(parent, v, outTargets[k]!)
  }
  for (let v = 0; v < order; v++) parent[v] = root(parent, v)
  const largest = commonest(parent)
  for (let v = 0; v < order; v++) {
    if (parent[v] === largest) continue
    for (let k = outOffsets[v]! + SAMPLED; k < outOffsets[v + 1]!; k++) link(parent, v, outTargets[k]!)
    for (let p = inOffsets[v]!; p < inOffsets[v + 1]!; p++) link(parent, v, inSources[p]!)
  }

  // A root is the lowest vertex of its part, so one pass in order can number them: where it comes to a vertex, the number
  // of its root is known.
  let count = 0
  const of = new Uint32Array(order)
  for (let v = 0; v < order; v++) {
    const up = root(parent, v)
    of[v] = up === v ? count++ : of[up]!
  }
  const sizes = new Uint32Array(count)
  for (let v = 0; v < order; v++) sizes[of[v]!]!++
  return { count, of, sizes }
}

const SAMPLED = 2

function root(parent: Uint32Array, vertex: number): number {
  let v = vertex
  for (;;) {
    const up = parent[v]!
    if (up === v) return v
    const next = parent[up]!
    parent[v] = next
    v = next
  }
}

/** Joins the parts of two vertices under the lower root. */
function link(parent: Uint32Array, a: number, b: number): void {
  let x = parent[a]!
  let y = parent[b]!
  if (x === y) return
  x = root(parent, x)
  y = root(parent, y)
  if (x < y) parent[y] = x
  else parent[x] = y
}

/** The commonest of some thousand evenly spaced entries; 0 of none. */
function commonest(labels: Uint32Array): number {
  const counts = new Map<number, number>()
  const step = Math.max(1, Math.floor(labels.length / 1024))
  let best = 0
  let most = 0
  for (let v = 0; v < labels.length; v += step) {
    const label = labels[v]!
    const seen = (counts.get(label) ?? 0) + 1
    counts.set(label, seen)
    if (seen > most) {
      most = seen
      best = label
    }
  }
  return best
}
