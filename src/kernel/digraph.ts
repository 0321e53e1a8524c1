/**
 * A directed graph as compressed sparse rows, out and in, without loops and without parallel arcs.
 *
 * Vertices are `0 … order − 1`. Arc positions count along the out rows: arc `k` of vertex `v` stands at
 * `outOffsets[v] ≤ k < outOffsets[v + 1]`, its target is `outTargets[k]`, and targets ascend within a row. A column of
 * values has one entry an arc position. The in rows name the same arcs from the other side: `inSources[p]` is the source,
 * `inToOut[p]` the arc position. 12 bytes an arc and 8 a vertex.
 */
export interface Digraph {
  readonly order: number
  readonly size: number
  readonly outOffsets: Uint32Array
  readonly outTargets: Uint32Array
  readonly inOffsets: Uint32Array
  readonly inSources: Uint32Array
  readonly inToOut: Uint32Array
}

/** What `buildDigraph` gives: the graph, where each arc came from, and how many loops were left out. */
export interface BuiltDigraph {
  readonly graph: Digraph
  /** For each arc position the place of that arc in the given list. */
  readonly origins: Uint32Array
  readonly loops: number
  /** Index of a given arc that repeats an earlier one, or −1. The graph is only meaningful when it is −1. */
  readonly repeated: number
}

/**
 * Builds the rows from a list of arcs by two stable counting sorts: O(order + arcs), whatever the order of the list.
 *
 * @param order - number of vertices.
 * @param source - source of each arc, in `[0, order)`; trusted.
 * @param target - target of each arc, in `[0, order)`; trusted.
 */
export function buildDigraph(order: number, source: ArrayLike<number>, target: ArrayLike<number>): BuiltDigraph {
  const given = source.length
  const outOffsets = new Uint32Array(order + 1)
  const inOffsets = new Uint32Array(order + 1)
  let loops = 0
  for (let k = 0; k < given; k++) {
    const s = source[k]!
    const t = target[k]!
    if (s === t) loops++
    else {
      outOffsets[s + 1]!++
      inOffsets[t + 1]!++
    }
  }
  for (let v = 0; v < order; v++) {
    outOffsets[v + 1]! += outOffsets[v]!
    inOffsets[v + 1]! += inOffsets[v]!
  }

  // First by target, then (stable) by source: the rows come out with ascending targets. What the second pass needs is carried
  // along, so that both read in order and only write here and there.
  const size = given - loops
  const sources = new Uint32Array(size)
  const places = new Uint32Array(size)
  const cursor = inOffsets.slice(0, order)
  for (let k = 0; k < given; k++) {
    const s = source[k]!
    const t = target[k]!
    if (s === t) continue
    const i = cursor[t]!++
    sources[i] = s
    places[i] = k
  }
  const outTargets = new Uint32Array(size)
  const origins = new Uint32Array(size)
  cursor.set(outOffsets.subarray(0, order))
  let repeated = -1
  let i = 0
  for (let t = 0; t < order; t++) {
    const end = inOffsets[t + 1]!
    for (; i < end; i++) {
      const s = sources[i]!
      const position = cursor[s]!++
      if (position > outOffsets[s]! && outTargets[position - 1] === t) repeated = places[i]!
      outTargets[position] = t
      origins[position] = places[i]!
    }
  }

  return { graph: withInRows(outOffsets, outTargets), origins, loops, repeated }
}

/**
 * The same graph with only the arcs for which `keep` is true, and the kept positions in order.
 *
 * O(order + size).
 */
export function subgraph(graph: Digraph, keep: (position: number) => boolean): { graph: Digraph; kept: Uint32Array } {
  const { order, outOffsets, outTargets } = graph
  const offsets = new Uint32Array(order + 1)
  const kept = new Uint32Array(graph.size)
  let size = 0
  for (let v = 0; v < order; v++) {
    for (let k = outOffsets[v]!; k < outOffsets[v + 1]!; k++) if (keep(k)) kept[size++] = k
    offsets[v + 1] = size
  }
  const positions = kept.slice(0, size)
  const targets = new Uint32Array(size)
  for (let i = 0; i < size; i++) targets[i] = outTargets[positions[i]!]!
  return { graph: withInRows(offsets, targets), kept: positions }
}

/** Values of the arcs in the order of the in rows: `inValues[p] = values[inToOut[p]]`. */
export function inValues({ inToOut }: Digraph, values: Float64Array): Float64Array {
  return gather(values, inToOut)
}

/** `gathered[p] = values[positions[p]]` */
export function gather(values: ArrayLike<number>, positions: Uint32Array): Float64Array {
  const gathered = new Float64Array(positions.length)
  let p = positions.length
  while (p & 3) gathered[--p] = values[positions[p]!]!
  // Four reads before the first write: reads far apart then wait for memory together, not one after the other.
  while (p > 0) {
    const a = values[positions[--p]!]!
    const b = values[positions[--p]!]!
    const c = values[positions[--p]!]!
    gathered[--p] = values[positions[p]!]!
    gathered[p + 1] = c
    gathered[p + 2] = b
    gathered[p + 3] = a
  }
  return gathered
}

/**
 * The graph of given out rows, whose targets ascend within each row; the rows are trusted and kept, not copied.
 *
 * In rows ascend whatever the order within the out rows: of rows whose targets do not, the in rows are right all the same.
 *
 * O(order + size).
 */
export function withInRows(outOffsets: Uint32Array, outTargets: Uint32Array): Digraph {
  const order = outOffsets.length - 1
  const size = outTargets.length
  const inOffsets = new Uint32Array(order + 1)
  for (let k = 0; k < size; k++) inOffsets[outTargets[k]! + 1]!++
  for (let v = 0; v < order; v++) inOffsets[v + 1]! += inOffsets[v]!
  const cursor = inOffsets.slice()
  const inSources = new Uint32Array(size)
  const inToOut = new Uint32Array(size)
  for (let v = 0, k = 0; v < order; v++) {
    for (; k < outOffsets[v + 1]!; k++) {
      const p = cursor[outTargets[k]!]!++
      inSources[p] = v
      inToOut[p] = k
    }
  }
  return { order, size, outOffsets, outTargets, inOffsets, inSources, inToOut }
}
