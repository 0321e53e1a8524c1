import type { Digraph } from './digraph.ts'
import { type Partition, partition } from './partition.ts'

/**
 * Weak components by union and find, without recursion, numbered in the order of their first vertices.
 *
 * Links every vertex with its first arcs, then leaves out the largest part found so far: on most networks all but a few
 * arcs are then never looked at (Sutton, Ben-Nun & Barak 2018, IPDPS, "Afforest"). O(order + size), nearly.
 */
export function weakComponents(graph: Digraph): Partition {
  const parent = new Uint32Array(graph.order)
  linkFirst(graph, parent)
  linkRest(graph, parent, commonest(parent))
  const of = new Uint32Array(graph.order)
  return partition(of, number(parent, of))
}

// Loops in functions of their own: an engine that compiles a function while it is in its first loop knows nothing of those to
// come, gives up at the second, and so with every call.

/** Links every vertex with its first arcs; `parent` then holds roots. */
function linkFirst({ order, outOffsets, outTargets }: Digraph, parent: Uint32Array): void {
  for (let v = 0; v < order; v++) parent[v] = v
  for (let v = 0; v < order; v++) {
    const first = outOffsets[v]!
    const end = Math.min(outOffsets[v + 1]!, first + SAMPLED)
    for (let k = first; k < end; k++) link(parent, v, outTargets[k]!)
  }
  for (let v = 0; v < order; v++) parent[v] = root(parent, v)
}

/** Links every vertex outside of a part with its other arcs. */
function linkRest(
  { order, outOffsets, outTargets, inOffsets, inSources }: Digraph,
  parent: Uint32Array,
  largest: number,
): void {
  for (let v = 0; v < order; v++) {
    if (parent[v] === largest) continue
    for (let k = outOffsets[v]! + SAMPLED; k < outOffsets[v + 1]!; k++) link(parent, v, outTargets[k]!)
    for (let p = inOffsets[v]!; p < inOffsets[v + 1]!; p++) link(parent, v, inSources[p]!)
  }
}

/** Numbers the parts in the order of their first vertices; returns how many there are. */
function number(parent: Uint32Array, of: Uint32Array): number {
  let count = 0
  // A root is the lowest vertex of its part: where this comes to a vertex, the number of its root is known.
  for (let v = 0; v < of.length; v++) {
    const up = root(parent, v)
    of[v] = up === v ? count++ : of[up]!
  }
  return count
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
export function link(parent: Uint32Array, a: number, b: number): void {
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
  for (let v = 0; v < labels.length; v += step) {
    const label = labels[v]!
    const seen = (counts.get(label) ?? 0) + 1
    counts.set(label, seen)
    if (seen > (counts.get(best) ?? 0)) best = label
  }
  return best
}
