import type { Digraph } from './digraph.ts'
import type { Partition } from './partition.ts'
import { strongComponents } from './strongComponents.ts'

/** Strong components, and the arcs between them: row `c` holds the components that arcs lead to, each once, all below `c`. */
export interface Condensation {
  readonly parts: Partition
  readonly offsets: Uint32Array
  readonly targets: Uint32Array
}

/** O(order + size). */
export function condense(graph: Digraph): Condensation {
  const { order, outOffsets, outTargets } = graph
  const parts = strongComponents(graph)
  const { count, of, sizes } = parts
  const starts = new Uint32Array(count + 1)
  for (let c = 0; c < count; c++) starts[c + 1] = starts[c]! + sizes[c]!
  const members = new Uint32Array(order)
  const cursor = starts.slice(0, count)
  for (let v = 0; v < order; v++) members[cursor[of[v]!]!++] = v
  const offsets = new Uint32Array(count + 1)
  const targets = new Uint32Array(graph.size)
  const seen = new Uint32Array(count) // 1 + the last component that had an arc here
  let size = 0
  for (let c = 0; c < count; c++) {
    for (let i = starts[c]!; i < starts[c + 1]!; i++) {
      const v = members[i]!
      for (let k = outOffsets[v]!; k < outOffsets[v + 1]!; k++) {
        const d = of[outTargets[k]!]!
        if (d === c || seen[d] === c + 1) continue
        seen[d] = c + 1
        targets[size++] = d
      }
    }
    offsets[c + 1] = size
  }
  return { parts, offsets, targets: targets.slice(0, size) }
}
