import { freeze, isSnapshot, type NetworkLike, type Snapshot } from '../model/snapshot.ts'

/** A snapshot as worker threads get it: its arrays lie in shared memory, so that sending it copies none of them. */
export interface SharedSnapshot {
  readonly graph: Snapshot['graph']
  readonly layers: readonly (readonly [string, Float64Array])[]
  /** Ids and attributes as JSON, to be read once by each worker rather than cloned with each task. */
  readonly texts: Uint8Array
  readonly selfTies: number
}

/** Copies a network into shared memory. */
export function sharedSnapshot(network: NetworkLike): SharedSnapshot {
  const { graph, layers, ids, attributes, selfTies } = isSnapshot(network) ? network : freeze(network)
  return {
    graph: {
      order: graph.order,
      size: graph.size,
      outOffsets: shared(graph.outOffsets, Uint32Array),
      outTargets: shared(graph.outTargets, Uint32Array),
      inOffsets: shared(graph.inOffsets, Uint32Array),
      inSources: shared(graph.inSources, Uint32Array),
      inToOut: shared(graph.inToOut, Uint32Array),
    },
    layers: [...layers].map(([name, column]) => [name, shared(column, Float64Array)] as const),
    texts: shared(new TextEncoder().encode(JSON.stringify({ ids, attributes: [...attributes] })), Uint8Array),
    selfTies,
  }
}

/** The snapshot in a worker, on the same memory. */
export function snapshotOfShared({ graph, layers, texts, selfTies }: SharedSnapshot): Snapshot {
  // A decoder refuses shared memory.
  const { ids, attributes } = JSON.parse(new TextDecoder().decode(texts.slice()))
  return { ids, graph, layers: new Map(layers), attributes: new Map(attributes), selfTies }
}

function shared<A extends Uint8Array | Uint32Array | Float64Array>(
  array: A,
  kind: new (buffer: SharedArrayBuffer) => A,
): A {
  const copy = new kind(new SharedArrayBuffer(array.byteLength))
  copy.set(array)
  return copy
}
