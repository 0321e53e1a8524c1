import { show } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions, oneOf, text, texts } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { type CellStyle, cellNumber } from './shared/cells.ts'
import { type CsvStyle, csvRow, scanCsv } from './shared/csv.ts'
import { Faults } from './shared/faults.ts'
import { counted, Losses } from './shared/losses.ts'
import { type Attributes, NetworkBuilder } from './shared/networkBuilder.ts'
import { type ReadOptions, readRules } from './shared/readOptions.ts'
import type { ReadResult, WriteFilesResult } from './shared/results.ts'

/** Options of `readMatrices`. */
export interface MatricesOptions extends ReadOptions, CsvStyle, CellStyle {}

/**
 * Reads square CSV tables, one a layer: ids in the first row and the first column, the row's actor gives, the column's receives.
 *
 * Zero is zero. `NA` is unknown; so is a blank cell where another layer has a value. A pair that is blank or zero everywhere is no tie.
 *
 * @param files - tables by file name; `trust.csv` is the layer `trust`.
 * @throws {GuanxiError} `INVALID_FILE` with every fault, its file and line.
 *
 * Time linear in the cells.
 *
 * @example
 * ```ts
 * import { readMatrices } from 'guanxi/io'
 *
 * const { network } = readMatrices({ 'trust.csv': ',a,b\na,,0.5\nb,0,\n' })
 * network.size // => 1
 * ```
 */
export function readMatrices(files: Readonly<Record<string, string>>, options: MatricesOptions = {}): ReadResult {
  checkOptions('readMatrices', options, { ...readRules, separator: text, decimal: oneOf('.', ','), unknown: texts })
  const faults = new Faults('readMatrices')
  const losses = new Losses()
  if (typeof files !== 'object' || files === null || Object.keys(files).length === 0)
    faults.fatal([], 'expected texts by file name, at least one')
  const names = Object.keys(files)
  const places: [string, number][] = []
  const builder = new NetworkBuilder(options, faults, losses, {
    actor: place => [names[0]!, 'row', place + 1],
    tie: place => [places[place]![0], 'line', places[place]![1]],
  })
  let ids: string[] = []
  const index = new Map<string, number>()
  // Per pair: the value a layer; NaN is unknown, and `blank` says that it was so by a blank cell.
  const rows = new Map<number, { place: number; values: Attributes; blank: number }>()
  const layerOf = (name: string) => name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  const layers = names.map(layerOf)
  for (const [f, name] of names.entries()) {
    const layer = layers[f]!
    if (layer === '' || layers.indexOf(layer) !== f) faults.fatal([name], `two files for the layer ${show(layer)}`)
    if (layer === '__proto__') faults.fatal([name], 'an attribute cannot have this name')
    let header: string[] = []
    const seen = new Set<number>()
    scanCsv(
      files[name],
      options,
      faults,
      cells => {
        header = cells.slice(1)
        if (f === 0) {
          ids = header
          ids.forEach((id, i) => {
            index.set(id, i)
            builder.actor(id, {}, i)
          })
        } else if (header.length !== ids.length || header.some(id => !index.has(id)))
          faults.fatal([name, 'line', 1], `the actors differ from those of ${names[0]}`)
      },
      (cells, line) => {
        const i = index.get(cells[0]!.trim())
        if (i === undefined) return faults.add([name, 'line', line], `no column for the actor ${show(cells[0])}`)
        if (seen.has(i)) return faults.add([name, 'line', line], `a second row for ${show(cells[0])}`)
        seen.add(i)
        for (let j = 0; j < ids.length; j++) {
          const cell = cells[j + 1]!
          const value = cellNumber(cell, options)
          if (value === undefined) faults.add([name, 'line', line, header[j]!], `expected a number, got ${show(cell)}`)
          const target = f === 0 ? j : index.get(header[j]!)!
          if (value === 0 || value === undefined || (i === target && value === null)) continue
          const key = i * ids.length + target
          const row = rows.get(key) ?? { place: places.push([name, line]) - 1, values: {}, blank: 0 }
          rows.set(key, row)
          row.values[layer] = value
          if (cell.trim() === '') row.blank++
        }
        return undefined
      },
    )
    if (seen.size < ids.length) faults.add([name], `expected ${ids.length} rows, got ${seen.size}`)
  }
  for (const [key, { place, values, blank }] of rows) {
    if (
      blank === layers.length ||
      Object.values(values).every((value, _, all) => value === null && blank === all.length)
    ) {
      losses.add(count => `${counted(count, 'pair')} blank in the tables (elsewhere zero) read as no tie`, 'blank')
      continue
    }
    const whole: Attributes = {}
    for (const layer of layers) whole[layer] = Object.hasOwn(values, layer) ? values[layer] : 0
    builder.tie(ids[Math.floor(key / ids.length)]!, ids[key % ids.length]!, whole, place)
  }
  return { network: builder.finish(), losses: losses.list() }
}

/**
 * Writes a network as square CSV tables, one a layer.
 *
 * @returns `files` called `power.csv`, `resources.csv`, …, and `losses`. An unknown value is `NA`; the diagonal is blank.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time and space O(actors²) a layer.
 */
export function writeMatrices(
  network: RelationNetwork,
  options: { readonly layers?: readonly string[] | undefined } = {},
): WriteFilesResult {
  requireGraph('writeMatrices', network)
  checkOptions('writeMatrices', options, { layers: texts })
  const losses = new Losses()
  const ids = network.nodes()
  const numeric = new Map<string, boolean>()
  network.forEachEdge((_, tie) => {
    for (const [name, value] of Object.entries(tie))
      if (value !== null && value !== undefined)
        numeric.set(name, typeof value === 'number' && numeric.get(name) !== false)
  })
  const found = [...numeric].filter(([, isNumeric]) => isNumeric).map(([name]) => name)
  const layers = options.layers ?? (found.length > 0 ? found : ['power', 'resources', 'trust'])
  const left = [...numeric.keys()].filter(name => !layers.includes(name))
  if (left.length > 0) losses.add(`tie attributes are left out: ${left.join(', ')}`)
  const attributes = new Set(network.mapNodes((_, actor) => Object.keys(actor)).flat())
  if (attributes.size > 0) losses.add(`attributes of actors are left out: ${[...attributes].join(', ')}`)
  const whole = Object.keys(network.getAttributes())
  if (whole.length > 0) losses.add(`attributes of the network (${whole.join(', ')}) are left out`)
  network.forEachEdge((_, tie) => {
    if (layers.every(layer => tie[layer] === 0))
      losses.add(
        count => `${counted(count, 'tie that is', 'ties that are')} zero on every layer cannot be told from no tie`,
        'zero',
      )
  })
  const files: Record<string, string> = {}
  for (const layer of layers) {
    const lines = [csvRow(['', ...ids])]
    for (const source of ids)
      lines.push(
        csvRow([
          source,
          ...ids.map(target => {
            if (source === target) return ''
            const tie = network.edge(source, target)
            if (tie === undefined) return '0'
            const value = network.getEdgeAttribute(tie, layer)
            return typeof value === 'number' ? String(value) : 'NA'
          }),
        ]),
      )
    files[`${layer}.csv`] = `${lines.join('\n')}\n`
  }
  return { files, losses: losses.list() }
}
