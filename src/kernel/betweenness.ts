import type { Digraph } from './digraph.ts'
import { Dijkstra, SAME_LENGTH } from './dijkstra.ts'
import { outRows } from './rows.ts'

/**
 * Adds to `scores` what the shortest paths from the sources `from ≤ s < to` give to each vertex strictly inside of them:
 * for every pair the share of its shortest paths that pass through.
 *
 * Accumulation of Brandes 2001 (Journal of Mathematical Sociology 25:163–177), level by level. Each level is crossed from
 * whichever side has fewer arcs, as Beamer, Asanović & Patterson 2012 do for breadth-first search: on networks of few levels
 * that halves the arcs. Sums are taken without tests: an array holds the values of one level and zero everywhere else.
 *
 * O((order + size) · sources), at worst; O(order) memory.
 */
export function addBetweenness(graph: Digraph, from: number, to: number, scores: Float64Array): void {
  const { order, outOffsets, outTargets, inOffsets, inSources } = graph
  const level = new Int32Array(order).fill(-1)
  const queue = new Uint32Array(order)
  const unseen = new Uint32Array(order) // vertices not reached yet, kept only while levels are pulled
  const starts = new Uint32Array(order + 2) // where each level begins in the queue
  const paths = new Float64Array(order)
  const current = new Float64Array(order) // paths, or shares, of one level; zero elsewhere
  const spread = new Float64Array(order)
  const dependence = new Float64Array(order)

  for (let s = from; s < to; s++) {
    if (outOffsets[s] === outOffsets[s + 1]) continue
    level[s] = 0
    paths[s] = 1
    queue[0] = s
    starts[0] = 0
    let tail = 1
    let depth = 0
    let outArcs = outOffsets[s + 1]! - outOffsets[s]!
    let unseenIn = graph.size - (inOffsets[s + 1]! - inOffsets[s]!)
    let unseenCount = -1
    // Forwards: count the shortest paths to every vertex.
    while (true) {
      const head = starts[depth]!
      starts[depth + 1] = tail
      const end = tail
      const below = depth + 1
      let nextOut = 0
      let nextIn = 0
      if (outArcs <= unseenIn) {
        for (let q = head; q < end; q++) {
          const v = queue[q]!
          const count = paths[v]!
          const last = outOffsets[v + 1]!
          for (let k = outOffsets[v]!; k < last; k++) {
            const w = outTargets[k]!
            const at = level[w]!
            if (at === below) paths[w]! += count
            else if (at < 0) {
              level[w] = below
              paths[w] = count
              queue[tail++] = w
              nextOut += outOffsets[w + 1]! - outOffsets[w]!
              nextIn += inOffsets[w + 1]! - inOffsets[w]!
            }
          }
        }
      } else {
        if (unseenCount < 0) {
          unseenCount = 0
          for (let v = 0; v < order; v++)
            if (level[v]! < 0 && inOffsets[v] !== inOffsets[v + 1]) unseen[unseenCount++] = v
        }
        for (let q = head; q < end; q++) current[queue[q]!] = paths[queue[q]!]!
        let left = 0
        for (let u = 0; u < unseenCount; u++) {
          const w = unseen[u]!
          if (level[w]! >= 0) continue // reached by a pushed level meanwhile
          const first = inOffsets[w]!
          const last = inOffsets[w + 1]!
          let count = 0
          for (let p = first; p < last; p++) count += current[inSources[p]!]!
          if (count > 0) {
            level[w] = below
            paths[w] = count
            queue[tail++] = w
            nextOut += outOffsets[w + 1]! - outOffsets[w]!
            nextIn += last - first
          } else unseen[left++] = w
        }
        unseenCount = left
        for (let q = head; q < end; q++) current[queue[q]!] = 0
      }
      if (tail === end) break
      depth++
      outArcs = nextOut
      unseenIn -= nextIn
    }

    // Backwards: what each vertex passes on to the level below, from the deepest up.
    for (let d = depth; d > 0; d--) {
      const first = starts[d]!
      const end = starts[d + 1]!
      const head = starts[d - 1]!
      let inArcs = 0
      let outArcs = 0
      for (let q = first; q < end; q++) {
        const w = queue[q]!
        current[w] = (1 + dependence[w]!) / paths[w]!
        inArcs += inOffsets[w + 1]! - inOffsets[w]!
      }
      for (let q = head; q < first; q++) outArcs += outOffsets[queue[q]! + 1]! - outOffsets[queue[q]!]!
      if (outArcs <= inArcs)
        for (let q = head; q < first; q++) {
          const v = queue[q]!
          const last = outOffsets[v + 1]!
          let sum = 0
          for (let k = outOffsets[v]!; k < last; k++) sum += current[outTargets[k]!]!
          dependence[v] = paths[v]! * sum
        }
      else {
        for (let q = first; q < end; q++) {
          const w = queue[q]!
          const share = current[w]!
          const last = inOffsets[w + 1]!
          for (let p = inOffsets[w]!; p < last; p++) spread[inSources[p]!]! += share
        }
        for (let q = head; q < first; q++) {
          const v = queue[q]!
          dependence[v] = paths[v]! * spread[v]!
        }
        spread.fill(0)
      }
      for (let q = first; q < end; q++) {
        const w = queue[q]!
        current[w] = 0
        scores[w]! += dependence[w]!
      }
    }
    for (let q = 0; q < tail; q++) {
      const v = queue[q]!
      level[v] = -1
      dependence[v] = 0
    }
  }
}

/**
 * The same over lengths > 0 of the arcs: `lengths` has one entry an arc position. Path lengths that agree to ten digits are
 * the same.
 *
 * O((size + order log order) · sources).
 */
export function addWeightedBetweenness(
  graph: Digraph,
  lengths: Float64Array,
  from: number,
  to: number,
  scores: Float64Array,
): void {
  const { order, inOffsets, inSources, inToOut } = graph
  const search = new Dijkstra(outRows(graph, lengths))
  const { distance, reached } = search
  const paths = new Float64Array(order)
  const dependence = new Float64Array(order)
  const settled = new Uint32Array(order)
  for (let s = from; s < to; s++) {
    const count = search.from(s)
    if (count < 3) continue
    paths[s] = 1
    settled[s] = 0
    dependence[s] = 0
    // Paths are counted when all distances are final, so that both passes agree on what is a shortest path.
    for (let q = 1; q < count; q++) {
      const w = reached[q]!
      settled[w] = q
      dependence[w] = 0
      const most = distance[w]! * (1 + SAME_LENGTH)
      let sum = 0
      for (let p = inOffsets[w]!; p < inOffsets[w + 1]!; p++) {
        const v = inSources[p]!
        if (distance[v]! + lengths[inToOut[p]!]! <= most && settled[v]! < q) sum += paths[v]!
      }
      paths[w] = sum
    }
    for (let q = count - 1; q > 0; q--) {
      const w = reached[q]!
      const most = distance[w]! * (1 + SAME_LENGTH)
      const share = (1 + dependence[w]!) / paths[w]!
      for (let p = inOffsets[w]!; p < inOffsets[w + 1]!; p++) {
        const v = inSources[p]!
        if (distance[v]! + lengths[inToOut[p]!]! <= most && settled[v]! < q) dependence[v]! += paths[v]! * share
      }
      scores[w]! += dependence[w]!
    }
  }
}
