import type { Digraph } from './digraph.ts'
import { Heap } from './heap.ts'
import type { Partition } from './partition.ts'
import { strongComponents } from './strongComponents.ts'

/** Flow below this part of the largest weight is rounding. */
const DUST = 1e-12

/**
 * The arcs within strong components, each as two half-arcs: `2e` forward at cost −1 with the room w − x, `2e + 1` back at
 * cost +1 with the flow x. Row `v` holds the half-arcs that leave `v`.
 */
interface Residual {
  readonly offsets: Uint32Array
  readonly halves: Uint32Array
  readonly ends: Uint32Array
  readonly capacity: Float64Array
  readonly dust: number
}

/**
 * Ranks r ≥ 0 that make Σ w_uv max(r_u − r_v + 1, 0) least, and of all such ranks the least; they are whole numbers.
 *
 * The dual of this linear program is the circulation x ≤ w of the most total flow. Starting from x = w, which is too much
 * for some vertices, the excess goes back along the shortest residual paths: all that paths of one length can carry at a time
 * (blocking flows in layers, Dinic 1970), then potentials rise to the next length (primal–dual, Ford & Fulkerson 1957).
 * Potentials are the ranks, turned over. Their number, mostly a few dozen, bounds the lengths. Arcs between strong
 * components lie on no circle and carry nothing.
 *
 * O((order + size) · ranks · layers) in the common case; O(order + size) memory.
 */
export function leastAgonyRanks(graph: Digraph, weights: Float64Array | null): Float64Array {
  const parts = strongComponents(graph)
  const excess = new Float64Array(graph.order)
  const residual = saturate(graph, weights, parts, excess)
  const potential = new Int32Array(graph.order)
  route(residual, excess, potential)
  return leastRanks(graph, parts, residual, potential)
}

function saturate(graph: Digraph, weights: Float64Array | null, parts: Partition, excess: Float64Array): Residual {
  const { order, outOffsets, outTargets } = graph
  const { of } = parts
  const offsets = new Uint32Array(order + 1)
  let inner = 0
  for (let v = 0; v < order; v++)
    for (let k = outOffsets[v]!; k < outOffsets[v + 1]!; k++) {
      const t = outTargets[k]!
      if (of[t] !== of[v]) continue
      inner++
      offsets[v + 1]!++
      offsets[t + 1]!++
    }
  for (let v = 0; v < order; v++) offsets[v + 1]! += offsets[v]!
  const cursor = offsets.slice(0, order)
  const halves = new Uint32Array(2 * inner)
  const ends = new Uint32Array(2 * inner)
  const capacity = new Float64Array(2 * inner)
  let half = 0
  let largest = 0
  for (let v = 0; v < order; v++)
    for (let k = outOffsets[v]!; k < outOffsets[v + 1]!; k++) {
      const t = outTargets[k]!
      if (of[t] !== of[v]) continue
      const w = weights ? weights[k]! : 1
      halves[cursor[v]!++] = half
      halves[cursor[t]!++] = half + 1
      ends[half] = t
      ends[half + 1] = v
      capacity[half + 1] = w
      excess[t]! += w
      excess[v]! -= w
      if (w > largest) largest = w
      half += 2
    }
  return { offsets, halves, ends, capacity, dust: DUST * largest }
}

/** Moves all excess to where flow is lacking, at least cost; keeps cost + potential at the tail − potential at the head ≥ 0. */
function route(residual: Residual, excess: Float64Array, potential: Int32Array): void {
  const { offsets, halves, ends, capacity, dust } = residual
  const order = potential.length
  const layer = new Int32Array(order)
  const queue = new Uint32Array(order)
  const next = new Uint32Array(order)
  const path = new Uint32Array(order)
  const cost = (half: number) => ((half & 1) === 0 ? -1 : 1)

  for (;;) {
    // Layers of the vertices that excess can come to along half-arcs without reduced cost.
    layer.fill(-1)
    let head = 0
    let tail = 0
    for (let v = 0; v < order; v++)
      if (excess[v]! > dust) {
        layer[v] = 0
        queue[tail++] = v
      }
    let found = false
    let rise = Infinity
    while (head < tail) {
      const v = queue[head++]!
      if (excess[v]! < -dust) found = true
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
        const half = halves[i]!
        const t = ends[half]!
        if (layer[t] !== -1 || capacity[half]! <= dust) continue
        if (cost(half) + potential[v]! - potential[t]! > 0) continue
        layer[t] = layer[v]! + 1
        queue[tail++] = t
      }
    }
    if (!found) {
      // Raise what was not reached by the least reduced cost on the way there.
      for (let q = 0; q < tail; q++) {
        const v = queue[q]!
        for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
          const half = halves[i]!
          const t = ends[half]!
          if (layer[t] === -1 && capacity[half]! > dust)
            rise = Math.min(rise, cost(half) + potential[v]! - potential[t]!)
        }
      }
      if (rise === Infinity) return // nothing left but rounding
      for (let v = 0; v < order; v++) if (layer[v] === -1) potential[v]! += rise
      continue
    }

    next.set(offsets.subarray(0, order))
    for (let start = 0; start < order; start++) {
      let depth = 0
      let v = start
      while (excess[start]! > dust) {
        if (excess[v]! < -dust) {
          let amount = Math.min(excess[start]!, -excess[v]!)
          for (let i = 0; i < depth; i++) amount = Math.min(amount, capacity[path[i]!]!)
          let full = depth
          for (let i = depth - 1; i >= 0; i--) {
            const half = path[i]!
            capacity[half]! -= amount
            capacity[half ^ 1]! += amount
            if (capacity[half]! <= dust) full = i
          }
          excess[start]! -= amount
          excess[v]! += amount
          if (full < depth) v = ends[path[full]! ^ 1]! // go on from the tail of the first half-arc that is full
          depth = full
          continue
        }
        let taken = -1
        while (next[v]! < offsets[v + 1]!) {
          const half = halves[next[v]!]!
          const t = ends[half]!
          if (
            layer[t] === layer[v]! + 1 &&
            capacity[half]! > dust &&
            cost(half) + potential[v]! - potential[t]! === 0
          ) {
            taken = half
            break
          }
          next[v]!++
        }
        if (taken >= 0) {
          path[depth++] = taken
          v = ends[taken]!
        } else if (depth > 0) {
          v = ends[path[--depth]! ^ 1]!
          next[v]!++ // a dead end
        } else break
      }
    }
  }
}

/**
 * The least ranks that fit the flow: r_t ≥ r_u + 1 where there is room from u to t, r_t ≥ r_u − 1 where there is flow from t to
 * u. Component by component from the top; within one, what a rank must be above the known potentials only falls along
 * half-arcs, so that the highest is settled first.
 */
function leastRanks(graph: Digraph, parts: Partition, residual: Residual, potential: Int32Array): Float64Array {
  const { order, outOffsets, outTargets } = graph
  const { count, of, sizes } = parts
  const { offsets, halves, ends, capacity, dust } = residual
  const starts = new Uint32Array(count + 1)
  for (let c = 0; c < count; c++) starts[c + 1] = starts[c]! + sizes[c]!
  const members = new Uint32Array(order)
  const cursor = starts.slice(0, count)
  for (let v = 0; v < order; v++) members[cursor[of[v]!]!++] = v

  const ranks = new Float64Array(order)
  const settled = new Uint8Array(order)
  const heap = new Heap(order)
  for (let c = count - 1; c >= 0; c--) {
    for (let i = starts[c]!; i < starts[c + 1]!; i++) {
      const v = members[i]!
      heap.push(-(ranks[v]! + potential[v]!), v)
    }
    while (heap.size > 0) {
      const v = heap.pop()
      if (settled[v]) continue
      settled[v] = 1
      for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
        const half = halves[i]!
        const t = ends[half]!
        if (settled[t] || capacity[half]! <= dust) continue
        const least = ranks[v]! + ((half & 1) === 0 ? 1 : -1)
        if (least <= ranks[t]!) continue
        ranks[t] = least
        heap.push(-(least + potential[t]!), t)
      }
      for (let k = outOffsets[v]!; k < outOffsets[v + 1]!; k++) {
        const t = outTargets[k]!
        if (of[t] !== c && ranks[t]! < ranks[v]! + 1) ranks[t] = ranks[v]! + 1
      }
    }
  }
  return ranks
}
