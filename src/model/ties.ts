import { type Digraph, subgraph } from '../kernel/digraph.ts'
import { forEachDyad } from '../kernel/dyads.ts'
import { GuanxiError, show } from './errors.ts'
import { layers as knownLayers } from './network.ts'
import { type OptionRule, text } from './options.ts'
import { collect, isSnapshot, type NetworkLike, type Snapshot } from './snapshot.ts'

/** Options of every measure that reads ties. */
export interface TieOptions {
  /** The tie attribute to read; without it, ties count as present or not. */
  readonly layer?: string | undefined
  /**
   * What to do with a tie whose value on the layer is unknown: `'error'` throws `MISSING_VALUE`, `'skip'` leaves the tie out
   * (measures of dyads leave out the whole dyad: half a dyad says nothing about its asymmetry), a number stands in for it.
   * @defaultValue 'error'
   */
  readonly missing?: 'error' | 'skip' | number | undefined
}

/** Options of measures that read a layer as ties that are present or not. */
export interface BinaryOptions extends TieOptions {
  /** A tie is present when its value on `layer` is above this. @defaultValue 0 */
  readonly threshold?: number | undefined
}

/** Options of measures that mean nothing without weights. */
export interface LayerOptions extends TieOptions {
  readonly layer: string
}

const missing: OptionRule = {
  expected: "'error', 'skip' or a number from 0",
  accepts: value => value === 'error' || value === 'skip' || (Number.isFinite(value) && (value as number) >= 0),
}

const atLeastZero: OptionRule = {
  expected: 'a number from 0',
  accepts: value => Number.isFinite(value) && (value as number) >= 0,
}

/** Rules for `checkOptions`, to be spread into a measure's own. */
export const tieRules = { layer: text, missing } as const
export const binaryRules = { layer: text, missing, threshold: atLeastZero } as const

/** Ties as a measure wants them: no self-ties, no parallel ties, every weight known and above zero. */
export interface Ties {
  readonly snapshot: Snapshot
  readonly graph: Digraph
  /** A weight a tie in the order of the out rows; `null` when all count 1. */
  readonly weights: Float64Array | null
  /** Dyads left out by `missing: 'skip'` (only with `dyadic`). */
  readonly skippedDyads: number
}

/** How a measure reads: `binary` drops the weights after the threshold, `dyadic` skips whole dyads, `attributes` names actor attributes. */
export interface Reading {
  readonly binary?: boolean
  readonly dyadic?: boolean
  readonly attributes?: readonly string[]
}

/**
 * The ties of a network on a layer, checked and ready for the loops of a measure.
 *
 * Ties of weight zero are left out: zero is no tie. Without `layer` every tie that is there counts.
 *
 * @throws {GuanxiError} `UNKNOWN_LAYER`, `MISSING_VALUE` or `INVALID_VALUE` (negative), naming the tie.
 */
export function readTies(where: string, network: NetworkLike, options: BinaryOptions, reading: Reading = {}): Ties {
  const { layer, missing: rule = 'error', threshold = 0 } = options
  if (layer === undefined && options.threshold !== undefined)
    throw new GuanxiError('INVALID_OPTION', `${where}: threshold needs a layer to compare with`)
  const snapshot = isSnapshot(network)
    ? network
    : collect(network, layer === undefined ? [] : [layer], reading.attributes)
  const { graph } = snapshot
  if (layer === undefined) return { snapshot, graph, weights: null, skippedDyads: 0 }

  const column = knownColumn(where, snapshot, layer)
  let skip: Uint8Array | null = null
  let filled: Float64Array | null = null
  let skippedDyads = 0
  let whole = true // no tie is at or below the threshold
  for (let k = 0; k < column.length; k++) {
    const value = column[k]!
    if (value > threshold) continue
    whole = false
    if (value < 0)
      throw new GuanxiError(
        'INVALID_VALUE',
        `${where}: ${layer} ${tieText(snapshot, k)} is ${value}, expected at least 0`,
      )
    if (value >= 0) continue
    if (rule === 'error')
      throw new GuanxiError(
        'MISSING_VALUE',
        `${where}: ${layer} ${tieText(snapshot, k)} is unknown; set missing to 'skip' or to a number to say what it counts`,
      )
    if (rule === 'skip') {
      skip ??= new Uint8Array(column.length)
      skip[k] = 1
    } else {
      filled ??= column.slice()
      filled[k] = rule
    }
  }
  const values = filled ?? column
  if (whole) return { snapshot, graph, weights: reading.binary ? null : values, skippedDyads }

  if (skip && reading.dyadic) {
    const marks = skip
    forEachDyad(graph, (_a, _b, forward, backward) => {
      if (marks[forward] !== 1 && marks[backward] !== 1) return
      skippedDyads++
      if (forward >= 0) marks[forward] = 1
      if (backward >= 0) marks[backward] = 1
    })
  }
  const present = subgraph(graph, k => values[k]! > threshold && skip?.[k] !== 1)
  const weights = reading.binary ? null : Float64Array.from(present.kept, k => values[k]!)
  return { snapshot, graph: present.graph, weights, skippedDyads }
}

function knownColumn(where: string, snapshot: Snapshot, layer: string): Float64Array {
  const column = snapshot.layers.get(layer)
  const isKnown = knownLayers.includes(layer as never)
  if (column && (isKnown || snapshot.graph.size === 0 || column.some(value => !Number.isNaN(value)))) return column
  if (isKnown || snapshot.graph.size === 0) return new Float64Array(snapshot.graph.size).fill(Number.NaN)
  throw new GuanxiError('UNKNOWN_LAYER', `${where}: no tie has a number called ${show(layer)}`)
}

function tieText(snapshot: Snapshot, position: number): string {
  const { outOffsets, outTargets } = snapshot.graph
  let source = 0
  while (outOffsets[source + 1]! <= position) source++
  return `of the tie from ${show(snapshot.ids[source])} to ${show(snapshot.ids[outTargets[position]!])}`
}
