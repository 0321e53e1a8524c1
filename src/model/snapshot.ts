import { allBelow, noneInfinite } from '../kernel/arrayChecks.ts'
import { type Digraph, gather, withInRows } from '../kernel/digraph.ts'
import { arrangeDigraph } from '../kernel/digraphCompiled.ts'
import { keepStrengthsOf } from '../kernel/strengths.ts'
import { GuanxiError, show } from './errors.ts'
import { type Json, layers as knownLayers, type RelationNetwork, type TieAttributes } from './network.ts'
import { withIssues } from './withIssues.ts'

/**
 * A network frozen into typed arrays: what every measure runs on.
 *
 * Ties stand in compressed sparse rows (`graph`); a column has one value a tie, in the order of the out rows, `NaN` where
 * it is unknown. Treat all of it as read-only: JavaScript cannot freeze typed arrays, and measures rely on it.
 *
 * Three layers take 36 bytes a tie and 8 an actor, and 16 an actor for each layer whose values are all above 0: what every actor
 * gives and gets on it is added up once, when the snapshot is made.
 */
export interface Snapshot {
  readonly ids: readonly string[]
  readonly graph: Digraph
  /** Every numeric tie attribute, by name. */
  readonly layers: ReadonlyMap<string, Float64Array>
  /** Actor attributes by name, in the order of `ids`; `null` where an actor has none. */
  readonly attributes: ReadonlyMap<string, readonly (Json | undefined)[]>
  /** Self-ties that the graph held; they are left out, as all measures ignore them. */
  readonly selfTies: number
}

/** Every measure takes either; a snapshot saves the conversion when many measures are wanted. */
export type NetworkLike = RelationNetwork | Snapshot

export function isSnapshot(network: NetworkLike): network is Snapshot {
  return (network as Partial<Snapshot> | null)?.layers instanceof Map
}

/**
 * Freezes a network into a `Snapshot`; later changes of the network do not reach it.
 *
 * Columns are the layers and every other tie attribute that holds numbers only. An attribute that is missing or `null` on
 * some ties is unknown there. Self-ties are left out and counted in `selfTies`.
 *
 * @throws {GuanxiError} `INVALID_NETWORK` when the graph is not a directed graphology graph, or holds parallel ties;
 *   `INVALID_VALUE` when a layer (`power`, `resources`, `trust`) holds what is neither a finite number nor `null`.
 *
 * Time O(actors + ties).
 *
 * @example
 * ```ts
 * import { freeze } from 'guanxi'
 * import { xCommunity } from 'guanxi/cases'
 *
 * const snapshot = freeze(xCommunity())
 * snapshot.ids[0] // => 'street'
 * snapshot.layers.has('trust') // => true
 * ```
 */
export function freeze(network: RelationNetwork): Snapshot {
  requireDirected(network)
  const names = new Set<string>(knownLayers)
  const mixed = new Set<string>()
  network.forEachEdge((_, tie) => {
    for (const name in tie) {
      const value = tie[name]
      if (typeof value === 'number') names.add(name)
      else if (value !== null && value !== undefined) mixed.add(name)
    }
  })
  for (const layer of knownLayers) mixed.delete(layer)
  for (const name of mixed) names.delete(name)
  const attributeNames = new Set<string>()
  network.forEachNode((_, actor) => {
    for (const name in actor) attributeNames.add(name)
  })
  const snapshot = collectWith(network, [...names], [...attributeNames])
  for (const column of snapshot.layers.values()) keepStrengthsOf(snapshot.graph, column)
  return snapshot
}

/** The snapshot with just the named columns of ties: what a single measure needs of a network. */
export function collect(network: RelationNetwork, layerNames: readonly string[]): Snapshot {
  requireDirected(network)
  const { multi } = network
  const ids = network.nodes()
  const index = new Map<string, number>()
  const offsets = new Uint32Array(ids.length + 1)
  ids.forEach((id, v) => {
    index.set(id, v)
    offsets[v + 1] = offsets[v]! + network.inDegreeWithoutSelfLoops(id)
  })
  const size = offsets[ids.length]!
  const selfTies = network.size - size
  const columns = layerNames.map(name => [name, new Float64Array(network.size)] as const)
  const sources = new Uint32Array(network.size)
  const cursor = offsets.slice()
  network.forEachEdge((_, tie, from, to) => {
    const source = index.get(from)!
    const target = index.get(to)!
    // Self-ties are checked like all others, and written where no row reaches.
    const place = source === target ? size : cursor[target]!++
    if (multi && place < size && network.outEdges(from, to).length > 1) throw twoTies(from, to)
    sources[place] = source
    for (const [name, column] of columns) column[place] = numeric(tie, name, from, to)
  })

  // The ties now stand by target. As rows of a graph they go the wrong way; the in rows of that graph are the out rows of this one,
  // and ascend, as in rows do.
  const turned = withInRows(offsets, sources.subarray(0, size))
  const graph = withInRows(turned.inOffsets, turned.inSources)
  const layers = new Map(columns.map(([name, column]) => [name, gather(column, turned.inToOut)]))
  return Object.freeze({ ids, attributes: new Map(), graph, layers, selfTies })
}

/** The same with the named attributes of actors. */
export function collectWith(
  network: RelationNetwork,
  layerNames: readonly string[],
  attributeNames: readonly string[],
): Snapshot {
  const snapshot = collect(network, layerNames)
  const actors = snapshot.ids.map(id => network.getNodeAttributes(id))
  const attributes = new Map(attributeNames.map(name => [name, actors.map(actor => own(actor, name))]))
  return Object.freeze({ ...snapshot, attributes })
}

/** An attribute that the record itself holds: "constructor" is no attribute of one that does not say so. */
function own(record: Record<string, Json | undefined>, name: string): Json | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** Refuses what is no graph, or no directed one. */
export function requireDirected(network: RelationNetwork): void {
  const type: unknown = network?.type
  if (type === 'directed' && typeof network.forEachNode === 'function') return
  const got = typeof type === 'string' ? `a graph of type ${show(type)}` : show(network)
  throw new GuanxiError('INVALID_NETWORK', `expected a graphology DirectedGraph or a snapshot, got ${got}`)
}

function numeric(tie: TieAttributes, layer: string, from: string, to: string): number {
  const value = own(tie, layer) ?? null
  if (value === null) return Number.NaN
  if (Number.isFinite(value)) return value as number
  throw new GuanxiError(
    'INVALID_VALUE',
    `${tieText(layer, from, to)}: expected a finite number or null, got ${show(value)}`,
  )
}

/** Which value of which tie, for messages. */
export function tieText(layer: string, from: unknown, to: unknown): string {
  return `${layer} of the tie from ${show(from)} to ${show(to)}`
}

/** Arrays for `snapshotFrom`: tie `k` goes from `source[k]` to `target[k]`, both counted from 0. */
export interface SnapshotArrays {
  /** Ids of the actors, unique; without them actors are called "0", "1", … */
  readonly ids?: readonly string[] | undefined
  /** Number of actors; needed only without `ids`. */
  readonly count?: number | undefined
  readonly source: ArrayLike<number>
  readonly target: ArrayLike<number>
  /** A value a tie; `NaN` is unknown. */
  readonly power?: ArrayLike<number> | undefined
  readonly resources?: ArrayLike<number> | undefined
  readonly trust?: ArrayLike<number> | undefined
  /** Further columns by name. */
  readonly layers?: Readonly<Record<string, ArrayLike<number>>> | undefined
  /** Actor attributes by name, a value an actor. */
  readonly attributes?: Readonly<Record<string, readonly Json[]>> | undefined
}

/**
 * Makes a snapshot straight from arrays, without a graph in between: for large networks and for simulations.
 *
 * @throws {GuanxiError} `INVALID_OPTION` when lengths differ, an index is not an actor, a value is infinite or negative, an id
 *   or a tie is repeated. All faults are in `.issues` (at most 100 of a kind).
 *
 * Time O(actors + ties). Self-ties are left out and counted.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { asymmetry } from 'guanxi/metrics'
 *
 * const snapshot = snapshotFrom({ count: 2, source: [0, 1], target: [1, 0], resources: [3, 1] })
 * asymmetry(snapshot, { layer: 'resources' }) // => 0.5
 * ```
 */
export function snapshotFrom(arrays: SnapshotArrays): Snapshot {
  const where = 'snapshotFrom'
  if (typeof arrays !== 'object' || arrays === null)
    throw new GuanxiError('INVALID_OPTION', `${where}: expected an object of arrays, got ${show(arrays)}`)
  const known = ['ids', 'count', 'source', 'target', 'power', 'resources', 'trust', 'layers', 'attributes']
  for (const name of Object.keys(arrays))
    if (!known.includes(name))
      throw new GuanxiError('UNKNOWN_OPTION', `${where}: no option ${show(name)}; known are ${known.join(', ')}`)
  const { ids, source, target, power, resources, trust, layers = {}, attributes = {} } = arrays
  requireList(where, 'source', source)
  requireList(where, 'target', target)
  for (const [name, column] of Object.entries({ ids, power, resources, trust }))
    if (column !== undefined) requireList(where, name, column)
  for (const [name, column] of [...Object.entries(layers), ...Object.entries(attributes)])
    requireList(where, name, column)
  const count = ids?.length ?? arrays.count
  if (count === undefined || !Number.isInteger(count) || count < 0 || count >= 0xffffffff)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected ids, or count as a whole number, got ${show(arrays.count)}`,
    )

  const faults = new Faults()
  if (arrays.count !== undefined && arrays.count !== count)
    faults.add(['count'], `${arrays.count}, but there are ${count} ids`)
  if (ids && new Set(ids).size !== ids.length) faults.add(['ids'], 'an id is repeated')
  const size = source.length
  if (target.length !== size) faults.add(['target'], `has ${target.length} entries, source has ${size}`)
  for (const [name, ends] of [
    ['source', source],
    ['target', target],
  ] as const)
    for (let k = areAllActors(ends, count) ? ends.length : 0; k < ends.length; k++) {
      const end = ends[k]!
      if (!(end >= 0 && end < count && Number.isInteger(end)))
        faults.add([name, k], `expected an actor from 0 to ${count - 1}, got ${show(end)}`)
    }
  const columns = new Map<string, ArrayLike<number>>(Object.entries(layers))
  for (const [name, column] of [
    ['power', power],
    ['resources', resources],
    ['trust', trust],
  ] as const)
    if (column !== undefined) columns.set(name, column)
  for (const [name, column] of columns) {
    if (column.length !== size) faults.add([name], `has ${column.length} entries, source has ${size}`)
    for (let k = areAllNumbers(column) ? column.length : 0; k < column.length; k++) {
      const value = column[k]!
      if (value === Infinity || value === -Infinity || typeof value !== 'number')
        faults.add([name, k], `expected a finite number or NaN, got ${show(value)}`)
    }
  }
  for (const [name, values] of Object.entries(attributes))
    if (values.length !== count) faults.add(['attributes', name], `has ${values.length} entries for ${count} actors`)
  faults.raise(where)

  const names = ids ? () => ids : countedIds(count)
  const { graph, columns: layersInRows, loops, repeated } = arrangeDigraph(count, source, target, columns)
  if (repeated >= 0) throw twoTies(names()[source[repeated]!], names()[target[repeated]!])
  return Object.freeze({
    get ids() {
      return names()
    },
    attributes: new Map(Object.entries(attributes)),
    graph,
    layers: layersInRows,
    selfTies: loops,
  })
}

// Two quick looks at arrays of the usual kinds; where they say no, whoever looks closer finds the entries to name, or none.

function areAllActors(ends: ArrayLike<number>, count: number): boolean {
  if (ends instanceof Uint32Array) return allBelow(ends, count)
  // As words, indices below 0 are above all others.
  return ends instanceof Int32Array && allBelow(new Uint32Array(ends.buffer, ends.byteOffset, ends.length), count)
}

function areAllNumbers(column: ArrayLike<number>): boolean {
  return column instanceof Float64Array && noneInfinite(column)
}

function twoTies(from: unknown, to: unknown): GuanxiError {
  return new GuanxiError('INVALID_NETWORK', `two ties go from ${show(from)} to ${show(to)}; merge them into one`)
}

function requireList(where: string, name: string, value: unknown): void {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) return
  throw new GuanxiError('INVALID_OPTION', `${where}: expected ${name} to be an array, got ${show(value)}`)
}

/** Collects faults, so that all are named at once; a long list of one kind is cut. */
class Faults {
  private readonly issues: { path: (string | number)[]; message: string }[] = []

  add(path: (string | number)[], message: string): void {
    if (this.issues.length < 100) this.issues.push({ path, message })
  }

  raise(where: string): void {
    if (this.issues.length > 0)
      throw withIssues('INVALID_OPTION', `${where}: the arrays do not fit together`, this.issues)
  }
}

/** "0", "1", … made on first use: a large snapshot without names then holds no texts. */
function countedIds(count: number): () => readonly string[] {
  let made: readonly string[] | undefined
  return () => {
    made ??= Array.from({ length: count }, (_, i) => String(i))
    return made
  }
}
