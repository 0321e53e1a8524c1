import type { Digraph } from '../kernel/digraph.ts'
import { forEachDyad } from '../kernel/dyads.ts'
import { GuanxiError, show } from './errors.ts'
import { layers as knownLayers } from './network.ts'
import { type OptionRule, texts } from './options.ts'
import { collect, isSnapshot, type NetworkLike, type Snapshot } from './snapshot.ts'
import { tieRules } from './ties.ts'

/** Options of measures that compare layers. */
export interface LayersOptions {
  /** Tie attributes to compare. @defaultValue those of power, resources and trust that the network has values of */
  readonly layers?: readonly string[] | undefined
  /**
   * What to do with an unknown value: `'error'` throws `MISSING_VALUE`, `'skip'` leaves out the whole dyad on all layers, a
   * number stands in for it.
   * @defaultValue 'error'
   */
  readonly missing?: 'error' | 'skip' | number | undefined
}

const layersRule: OptionRule = {
  expected: 'an array of different texts',
  accepts: value => texts.accepts(value) && new Set(value as string[]).size === (value as string[]).length,
}

export const layersRules = { layers: layersRule, missing: tieRules.missing } as const

/** Several layers over the same ties: a column a layer, every value known and ≥ 0; a tie absent on a layer is 0 there. */
export interface LayerColumns {
  readonly snapshot: Snapshot
  readonly graph: Digraph
  readonly layers: readonly string[]
  readonly columns: readonly Float64Array[]
  /** Ordered pairs of actors that count: n (n − 1) without those of skipped dyads. */
  readonly pairs: number
}

/**
 * Reads several layers of a network at once, checked as `readTies` checks one.
 *
 * @throws {GuanxiError} `UNKNOWN_LAYER`, `MISSING_VALUE` or `INVALID_VALUE` (negative).
 */
export function readLayers(where: string, network: NetworkLike, options: LayersOptions): LayerColumns {
  const { missing = 'error' } = options
  const snapshot = isSnapshot(network) ? network : collect(network, options.layers ?? knownLayers)
  const { graph } = snapshot
  const isKnown = (layer: string) => snapshot.layers.get(layer)?.some(value => !Number.isNaN(value)) === true
  const layers = options.layers ?? knownLayers.filter(layer => graph.size === 0 || isKnown(layer))
  let skip: Uint8Array | null = null
  const columns = layers.map(layer => {
    if (graph.size === 0) return new Float64Array(0)
    if (!isKnown(layer) && !knownLayers.includes(layer as never))
      throw new GuanxiError('UNKNOWN_LAYER', `${where}: no tie has a number called ${show(layer)}`)
    const given = snapshot.layers.get(layer) ?? new Float64Array(graph.size).fill(Number.NaN)
    const column = given.slice()
    for (let k = 0; k < column.length; k++) {
      if (column[k]! >= 0) continue
      if (column[k]! < 0)
        throw new GuanxiError('INVALID_VALUE', `${where}: expected ${layer} of every tie from 0, got ${column[k]}`)
      if (missing === 'error')
        throw new GuanxiError(
          'MISSING_VALUE',
          `${where}: ${layer} of a tie is unknown; set missing to 'skip' or to a number to say what it counts`,
        )
      if (missing === 'skip') {
        skip ??= new Uint8Array(graph.size)
        skip[k] = 1
        column[k] = 0
      } else column[k] = missing
    }
    return column
  })
  let pairs = graph.order * (graph.order - 1)
  if (skip) {
    // A skipped dyad becomes empty on every layer and is not counted as a pair.
    const marks: Uint8Array = skip
    forEachDyad(graph, (_a, _b, forward, backward) => {
      if (marks[forward] !== 1 && marks[backward] !== 1) return
      pairs -= 2
      for (const column of columns) {
        if (forward >= 0) column[forward] = 0
        if (backward >= 0) column[backward] = 0
      }
    })
  }
  return { snapshot, graph, layers, columns, pairs }
}
