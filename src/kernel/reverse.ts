import type { Digraph } from './digraph.ts'
import { forEachDyad } from './dyads.ts'

/** Marks an arc whose reverse is not there. */
export const NO_REVERSE = 0xffffffff

/** For every arc the position of its reverse, or `NO_REVERSE`. O(order + size). */
export function reversePositions(graph: Digraph): Uint32Array {
  const reverse = new Uint32Array(graph.size).fill(NO_REVERSE)
  forEachDyad(graph, (_a, _b, forward, backward) => {
    if (forward < 0 || backward < 0) return
    reverse[forward] = backward
    reverse[backward] = forward
  })
  return reverse
}
