import { type Digraph, subgraph } from '../kernel/digraph.ts'
import { GuanxiError, show } from '../model/errors.ts'
import { freeze, isSnapshot, type NetworkLike, type Snapshot } from '../model/snapshot.ts'
import { readTies } from '../model/ties.ts'

/** Any number about a network; `null` where it is not defined. It must depend on the snapshot alone. */
export type Statistic = (snapshot: Snapshot) => number | null

/** The network as a snapshot; with `layer`, only the ties above zero on it. */
export function snapshotOf(where: string, network: NetworkLike, layer?: string): Snapshot {
  const snapshot = isSnapshot(network) ? network : freeze(network)
  if (layer === undefined) return snapshot
  readTies(where, snapshot, { layer }) // refuses unknown and negative values by name
  const column = snapshot.layers.get(layer)
  if (!column || column.every(value => value > 0)) return snapshot
  const { graph, kept } = subgraph(snapshot.graph, k => column[k]! > 0)
  return withGraph(snapshot, graph, kept)
}

/** The snapshot with other ties; tie `k` takes its values from tie `from[k]`. Columns are gathered when they are first read. */
export function withGraph(snapshot: Snapshot, graph: Digraph, from: Uint32Array): Snapshot {
  return withTies(
    snapshot,
    graph,
    new LateColumns(snapshot.layers, column => {
      const gathered = new Float64Array(from.length)
      for (let k = 0; k < from.length; k++) gathered[k] = column[from[k]!]!
      return gathered
    }),
  )
}

/** The snapshot with other ties and their columns. */
export function withTies(snapshot: Snapshot, graph: Digraph, layers: ReadonlyMap<string, Float64Array>): Snapshot {
  // Not spread: that would call the getter of `ids` and make names that nobody reads.
  return {
    get ids() {
      return snapshot.ids
    },
    graph,
    layers,
    attributes: snapshot.attributes,
    selfTies: 0,
  }
}

/** The snapshot with one column in the place of another. */
export function withColumn(snapshot: Snapshot, layer: string, column: Float64Array): Snapshot {
  return withTies(snapshot, snapshot.graph, new Map([...snapshot.layers, [layer, column]]))
}

/** A map of columns that are made on first use: most statistics read one layer or none. */
export class LateColumns<V> extends Map<string, V> {
  private readonly source: ReadonlyMap<string, V>
  private readonly make: (column: V) => V
  private made = 0

  constructor(source: ReadonlyMap<string, V>, make: (column: V) => V) {
    super()
    this.source = source
    this.make = make
  }

  override get size(): number {
    return this.source.size
  }

  override has(name: string): boolean {
    return this.source.has(name)
  }

  override get(name: string): V | undefined {
    const ready = super.get(name)
    if (ready) return ready
    const column = this.source.get(name)
    if (!column) return undefined
    const made = this.make(column)
    this.made++
    super.set(name, made)
    return made
  }

  override keys() {
    this.complete()
    return super.keys()
  }

  override values() {
    this.complete()
    return super.values()
  }

  override entries() {
    this.complete()
    return super.entries()
  }

  override [Symbol.iterator]() {
    return this.entries()
  }

  override forEach(visit: (column: V, name: string, map: Map<string, V>) => void): void {
    this.complete()
    super.forEach(visit)
  }

  private complete(): void {
    if (this.made < this.source.size) for (const name of this.source.keys()) this.get(name)
  }
}

/** The statistic as a number, NaN where it is not defined. */
export function evaluate(where: string, statistic: Statistic, snapshot: Snapshot): number {
  return numberOf(where, statistic(snapshot))
}

/** What a statistic gave as a number, NaN for `null`; anything else is refused. */
export function numberOf(where: string, value: number | null): number {
  if (value === null) return Number.NaN
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new GuanxiError(
      'INVALID_VALUE',
      `${where}: expected the statistic to give a finite number or null, got ${show(value)}`,
    )
  return value
}

/** The statistic of the network as it is, which every test starts from. */
export function observe(where: string, statistic: Statistic, snapshot: Snapshot): number {
  if (typeof statistic !== 'function')
    throw new GuanxiError('INVALID_OPTION', `${where}: expected a statistic as a function, got ${show(statistic)}`)
  const value = evaluate(where, statistic, snapshot)
  if (Number.isNaN(value))
    throw new GuanxiError('DEGENERATE_TEST', `${where}: the statistic is not defined on the network itself`)
  return value
}
