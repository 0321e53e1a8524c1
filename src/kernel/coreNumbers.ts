import type { Digraph } from './digraph.ts'
import { CORE_NUMBERS } from './wasmCode.ts'
import { wasmRoom } from './wasmRoom.ts'

/**
 * For every vertex the largest k such that it is in a part of the graph where every vertex has at least k arcs of the kind:
 * out, in or both (two joined both ways count twice).
 *
 * Round k takes away whatever has no more than k arcs left. A vertex is looked at in as many rounds as its core number says,
 * which is at most its degree, so that the rounds together are O(order + size).
 */
export function coreNumbers(graph: Digraph, direction: 'out' | 'in' | 'total'): Int32Array {
  const { order, outOffsets, outTargets, inOffsets, inSources } = graph
  const degrees = new Int32Array(order)
  for (let v = 0; v < order; v++) {
    const out = direction === 'in' ? 0 : outOffsets[v + 1]! - outOffsets[v]!
    const got = direction === 'out' ? 0 : inOffsets[v + 1]! - inOffsets[v]!
    degrees[v] = out + got
  }
  // Without v, those to whom it gives get less, and the other way round.
  const none = new Uint32Array(order + 1)
  const out = direction === 'out' ? none : outOffsets
  const back = direction === 'in' ? none : inOffsets
  const room = wasmRoom(CORE_NUMBERS, { out, outTargets, back, inSources, degrees, remaining: order, queue: order })
  if (!room) return peel(graph, out, back, degrees)
  const { code, at, arrays } = room
  code.peel(order, at.out, at.outTargets, at.back, at.inSources, at.degrees, at.remaining, at.queue)
  return arrays.degrees.slice()
}

/** The same without WebAssembly, in the place of `left`. */
function peel(
  { order, outTargets, inSources }: Digraph,
  out: Uint32Array,
  back: Uint32Array,
  left: Int32Array,
): Int32Array {
  const remaining = new Uint32Array(order)
  for (let v = 0; v < order; v++) remaining[v] = v
  const queue = new Uint32Array(order)
  let count = order
  for (let k = 0; count > 0; k++) {
    let kept = 0
    let tail = 0
    for (let i = 0; i < count; i++) {
      const v = remaining[i]!
      const degree = left[v]!
      if (degree > k) remaining[kept++] = v
      else if (degree === k) queue[tail++] = v // below k: taken away in an earlier round
    }
    count = kept
    for (let head = 0; head < tail; head++) {
      const v = queue[head]!
      // What is above k loses one: k − degree, shifted, is −1 for it and 0 for all else, which spares a branch that nobody can foretell.
      for (let i = out[v]!, end = out[v + 1]!; i < end; i++) {
        const t = outTargets[i]!
        const degree = left[t]!
        left[t] = degree + ((k - degree) >> 31)
        if (degree - 1 === k) queue[tail++] = t
      }
      for (let i = back[v]!, end = back[v + 1]!; i < end; i++) {
        const s = inSources[i]!
        const degree = left[s]!
        left[s] = degree + ((k - degree) >> 31)
        if (degree - 1 === k) queue[tail++] = s
      }
    }
  }
  return left
}
