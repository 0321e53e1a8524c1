import type { Digraph } from './digraph.ts'
import { type Partition, partition } from './partition.ts'
import { WEAK_COMPONENTS } from './wasmCode.ts'
import { wasmRoom } from './wasmRoom.ts'
import { weakComponents } from './weakComponents.ts'

/** `weakComponents`, compiled from wasm/weakComponents.ts, with the same numbers: for the measure that does little else. */
export function weakComponentsCompiled(graph: Digraph): Partition {
  const { order, outOffsets, outTargets, inOffsets, inSources } = graph
  const given = { outOffsets, outTargets, inOffsets, inSources }
  const room = wasmRoom(WEAK_COMPONENTS, { ...given, of: new Uint32Array(order), parent: Math.ceil(order / 2) })
  if (!room) return weakComponents(graph)
  const { code, at, arrays } = room
  const count = code.weak(...[order, at.outOffsets, at.outTargets, at.inOffsets, at.inSources, at.parent], at.of)
  return partition(new Uint32Array(arrays.of), count)
}
