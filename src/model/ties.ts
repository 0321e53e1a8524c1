import { type Digraph, withInRows } from '../kernel/digraph.ts'
import { GuanxiError, show } from './errors.ts'
import { layers as knownLayers } from './network.ts'
import { type OptionRule, text } from './options.ts'
import { collect, isSnapshot, type NetworkLike, type Snapshot, tieText } from './snapshot.ts'

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

const atLeastZero: OptionRule = {
  expected: 'a number from 0',
  accepts: value => Number.isFinite(value) && (value as number) >= 0,
}

const missing: OptionRule = {
  expected: "'error', 'skip' or a number from 0",
  accepts: value => value === 'error' || value === 'skip' || atLeastZero.accepts(value),
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

/** How a measure reads: `binary` drops the weights after the threshold, `dyadic` skips whole dyads. */
export interface Reading {
  readonly binary?: boolean
  readonly dyadic?: boolean
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
  const snapshot = isSnapshot(network) ? network : collect(network, layer === undefined ? [] : [layer])
  const { ids, graph } = snapshot
  const all = { snapshot, graph, weights: null, skippedDyads: 0 }
  if (layer === undefined) return all

  const { order, size, outOffsets, outTargets, inOffsets, inSources, inToOut } = graph
  const column = snapshot.layers.get(layer) ?? new Float64Array(size).fill(Number.NaN)
  if (size > 0 && !knownLayers.includes(layer as never) && column.every(Number.isNaN))
    throw new GuanxiError('UNKNOWN_LAYER', `${where}: no tie has a number called ${show(layer)}`)
  let above = 0
  while (above < size && column[above]! > threshold) above++
  if (above === size) return { ...all, weights: reading.binary ? null : column }

  const offsets = outOffsets.slice()
  const targets = outTargets.slice()
  const weights = column.slice()
  let skippedDyads = 0
  let count = 0
  for (let v = 0, k = 0; v < order; v++) {
    const inEnd = inOffsets[v + 1]!
    let p = inOffsets[v]!
    for (; k < outOffsets[v + 1]!; k++) {
      const target = outTargets[k]!
      const tie = () => `${where}: ${tieText(layer, ids[v], ids[target])}`
      let value = column[k]!
      if (value < 0) throw new GuanxiError('INVALID_VALUE', `${tie()} is ${value}, expected at least 0`)
      if (Number.isNaN(value)) {
        if (rule === 'error')
          throw new GuanxiError(
            'MISSING_VALUE',
            `${tie()} is unknown; set missing to 'skip' or to a number to say what it counts`,
          )
        if (rule !== 'skip') value = rule
      }
      // A dyad is left out whole, and counted where it is met first. Neither NaN nor what is not there is above a threshold.
      if (reading.dyadic && rule === 'skip') {
        // Out row and in row of a vertex both ascend: the way back is found by going along.
        while (p < inEnd && inSources[p]! < target) p++
        const back = p < inEnd && inSources[p] === target ? inToOut[p]! : -1
        if (Number.isNaN(column[back])) value = Number.NaN
        if (Number.isNaN(value) && !(back < k && back >= 0)) skippedDyads++
      }
      if (!(value > threshold)) continue
      targets[count] = target
      weights[count++] = value
    }
    offsets[v + 1] = count
  }
  return {
    snapshot,
    graph: withInRows(offsets, targets.slice(0, count)),
    weights: reading.binary ? null : weights.slice(0, count),
    skippedDyads,
  }
}
