import { show } from '../model/errors.ts'
import type { Json, RelationNetwork } from '../model/network.ts'
import { checkOptions, oneOf, text, texts } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { type ColumnType, cellText, columnsOf, flatLabel, gatherLabel, own, withoutLabel } from './shared/attributes.ts'
import { type CellStyle, cellNumber, columnTitle, FreeColumns } from './shared/cells.ts'
import { type CsvStyle, csvRow, scanCsv } from './shared/csv.ts'
import { Faults } from './shared/faults.ts'
import { Losses } from './shared/losses.ts'
import { type Attributes, NetworkBuilder } from './shared/networkBuilder.ts'
import { type ReadOptions, readRules, textRecord } from './shared/readOptions.ts'
import type { ReadResult, WriteResult } from './shared/results.ts'

/** Options of `readEdgeList`. */
export interface EdgeListOptions extends ReadOptions, CsvStyle, CellStyle {
  /**
   * Which column holds what: `{ source: '来源', target: '目标', trust: '信任' }`. `source` and `target` are found by themselves
   * under the usual names (source, from, 来源, 起点; target, to, 目标, 终点), as are power 权力, resources 资源 and trust 信任.
   * Columns that are not named come in as attributes of their own title.
   */
  readonly columns?: Readonly<Record<string, string>> | undefined
  /** A second table with a row an actor: `id`, and `kind`, `label`, `label.zh`, `label.en` or anything else. */
  readonly actors?: string | undefined
  /** Which column of the actor table holds what, such as `{ id: '编号', label: '名称' }`. */
  readonly actorColumns?: Readonly<Record<string, string>> | undefined
}

const rules = {
  ...readRules,
  columns: textRecord,
  actors: text,
  actorColumns: textRecord,
  separator: text,
  decimal: oneOf('.', ','),
  unknown: texts,
} as const

const usualTitles: Readonly<Record<string, readonly string[]>> = {
  source: ['source', 'from', 'sender', 'ego', '来源', '起点', '源'],
  target: ['target', 'to', 'receiver', 'alter', '目标', '终点'],
  power: ['power', '权力'],
  resources: ['resources', '资源'],
  trust: ['trust', '信任'],
  id: ['id', 'name', '编号', '名称'],
  kind: ['kind', '类型'],
  label: ['label', '标签'],
}

const layerNames = ['power', 'resources', 'trust']

/**
 * Reads a CSV table with a row a tie, and a second one with a row an actor if there is one.
 *
 * A byte order mark, `;` or tabs, a decimal comma and headers in any language are read. A blank cell is unknown, which is not zero.
 * Without an actor table, actors are those that ties name, in the order of their first row.
 *
 * @param csv - the table.
 * @throws {GuanxiError} `INVALID_FILE` with every fault, its line and its column.
 *
 * Time linear in the text; rows are read one by one and not kept.
 *
 * @example
 * ```ts
 * import { readEdgeList } from 'guanxi/io'
 *
 * const { network } = readEdgeList('来源;目标;信任\n社区;机构;0,4\n', { decimal: ',' })
 * network.getEdgeAttribute(network.edge('社区', '机构'), 'trust') // => 0.4
 * ```
 */
export function readEdgeList(csv: string, options: EdgeListOptions = {}): ReadResult {
  checkOptions('readEdgeList', options, rules)
  const faults = new Faults('readEdgeList')
  const losses = new Losses()
  const builder = new NetworkBuilder(options, faults, losses, {
    actor: line => ['actors', 'line', line],
    tie: line => ['line', line],
  })
  if (options.actors !== undefined) readActors(options.actors, options, builder, faults, losses)
  const implied = options.actors === undefined
  const places = new Map<string, number>()
  let layers: [string, number][] = []
  let free: FreeColumns | undefined
  // With columns whose type shows only when all cells are there, ties wait for the end of the table.
  const ends: [string, string][] = []
  const records: Attributes[] = []
  const lines: number[] = []
  scanCsv(
    csv,
    options,
    faults,
    header => {
      const found = findColumns(header, options.columns ?? {}, ['source', 'target', ...layerNames], ['line', 1], faults)
      for (const name of ['source', 'target'])
        if (!found.has(name))
          faults.fatal(
            ['line', 1],
            `no column for ${name}; the header holds ${header.map(show).join(', ')} (option columns)`,
          )
      for (const [name, at] of found) places.set(name, at)
      layers = [...found].filter(([name]) => name !== 'source' && name !== 'target')
      free = new FreeColumns(header, new Set(found.values()))
    },
    (cells, line) => {
      const source = cells[places.get('source')!]!.trim()
      const target = cells[places.get('target')!]!.trim()
      const values: Attributes = {}
      for (const [name, at] of layers) {
        const value = cellNumber(cells[at]!, options)
        if (value === undefined) faults.add(['line', line, name], `expected a number, got ${show(cells[at])}`)
        else values[name] = value
      }
      if (implied)
        for (const id of [source, target]) if (id !== '' && !builder.hasActor(id)) builder.actor(id, {}, line)
      if (free!.names.length === 0) return builder.tie(source, target, values, line)
      free!.take(cells)
      ends.push([source, target])
      records.push(values)
      lines.push(line)
    },
  )
  free?.spread(records, lines, options, faults, losses)
  ends.forEach(([source, target], i) => {
    builder.tie(source, target, records[i]!, lines[i]!)
  })
  return { network: builder.finish(), losses: losses.list() }
}

/** Where the named columns stand: those that the user maps, then those under the usual titles. */
function findColumns(
  header: readonly string[],
  mapped: Readonly<Record<string, string>>,
  usual: readonly string[],
  path: readonly (string | number)[],
  faults: Faults,
): Map<string, number> {
  const found = new Map<string, number>()
  const taken = new Set<number>()
  const doubled = header.find((title, i) => title !== '' && header.indexOf(title) !== i)
  if (doubled !== undefined) faults.add(path, `the header holds ${show(doubled)} twice`)
  for (const [name, title] of Object.entries(mapped)) {
    const at = header.indexOf(title)
    if (at < 0)
      faults.add(path, `no column ${show(title)} for ${name}; the header holds ${header.map(show).join(', ')}`)
    else {
      found.set(name, at)
      taken.add(at)
    }
  }
  for (const name of usual) {
    if (found.has(name)) continue
    const at = header.findIndex((title, i) => !taken.has(i) && usualTitles[name]!.includes(title.toLowerCase()))
    if (at >= 0) {
      found.set(name, at)
      taken.add(at)
    }
  }
  return found
}

function readActors(
  csv: string,
  options: EdgeListOptions,
  builder: NetworkBuilder,
  faults: Faults,
  losses: Losses,
): void {
  let places = new Map<string, number>()
  let free: FreeColumns | undefined
  const ids: string[] = []
  const records: Attributes[] = []
  const lines: number[] = []
  scanCsv(
    csv,
    options,
    faults,
    header => {
      places = findColumns(header, options.actorColumns ?? {}, ['id', 'kind', 'label'], ['actors', 'line', 1], faults)
      if (!places.has('id')) faults.fatal(['actors', 'line', 1], 'no column for id (option actorColumns)')
      free = new FreeColumns(header, new Set(places.values()))
    },
    (cells, line) => {
      const values: Attributes = {}
      for (const [name, at] of places) {
        const cell = cells[at]!.trim()
        if (name === 'id') ids.push(cell)
        else if (cell !== '') values[name] = cell
      }
      free!.take(cells)
      records.push(values)
      lines.push(line)
    },
  )
  free?.spread(records, lines, options, faults, losses)
  records.forEach((values, i) => {
    const known: Attributes = {}
    for (const [name, value] of Object.entries(values)) if (value !== null) known[name] = value
    builder.actor(ids[i]!, gatherLabel(ids[i]!, known), lines[i]!)
  })
}

/** What `writeEdgeList` gives: the ties in `text`, the actors beside it. */
export interface EdgeListResult extends WriteResult {
  /** A table with a row an actor, for `readEdgeList(text, { actors })`. */
  readonly actors: string
}

/**
 * Writes a network as two CSV tables: a row a tie, and a row an actor.
 *
 * An unknown value is a blank cell. Attributes that are neither number, truth value nor text are JSON in a column whose title
 * ends in `:json`; a text that looks like a number stands in a column whose title ends in `:text`. Both come back as they were.
 *
 * @returns `text`, `actors` and `losses`: name and attributes of the network as a whole.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time O(actors + ties).
 */
export function writeEdgeList(
  network: RelationNetwork,
  options: { readonly lang?: 'zh' | 'en' | undefined } = {},
): EdgeListResult {
  requireGraph('writeEdgeList', network)
  checkOptions('writeEdgeList', options, { lang: oneOf('zh', 'en') })
  const losses = new Losses()
  const whole = Object.keys(network.getAttributes())
  if (whole.length > 0) losses.add(`attributes of the network (${whole.join(', ')}) are left out`)
  network.forEachNode(id => {
    if (id.trim() !== id) losses.add(`the id ${show(id)} loses the spaces at its ends when it is read back`)
  })
  const ties = network.mapEdges((_, tie, source, target) => ({ keys: [source, target], values: tie as Attributes }))
  const actors = network.mapNodes((id, actor) => ({
    keys: [id],
    values: { ...withoutLabel(actor, losses), ...flatLabel(actor.label, options.lang ?? 'en') } as Attributes,
  }))
  return {
    text: table(['source', 'target'], ties, layerNames, losses),
    actors: table(['id'], actors, ['kind'], losses),
    losses: losses.list(),
  }
}

function table(
  keys: readonly string[],
  rows: readonly { keys: string[]; values: Attributes }[],
  first: readonly string[],
  losses: Losses,
): string {
  const found = columnsOf(rows.map(({ values }) => values))
  const order = [...first.filter(name => found.has(name)), ...[...found.keys()].filter(name => !first.includes(name))]
  const columns: { name: string; title: string; type: ColumnType }[] = []
  for (const name of order) {
    if (keys.includes(name) || name.trim() !== name || name === '') {
      losses.add(`the attribute ${show(name)} is left out: a column cannot have this title`)
      continue
    }
    const known = layerNames.includes(name) || name === 'kind' || name === 'label'
    const type = found.get(name)!
    const title = known ? name : columnTitle(name, type, values(rows, name))
    columns.push({ name, title, type: title === `${name}:json` ? 'json' : type })
  }
  const lines = [csvRow([...keys, ...columns.map(({ title }) => title)])]
  for (const row of rows) {
    const cells = columns.map(({ name, type }) => {
      const value = own(row.values, name)
      return value === undefined || (value === null && type !== 'json') ? '' : cellText(value, type)
    })
    lines.push(csvRow([...row.keys, ...cells]))
  }
  return `${lines.join('\n')}\n`
}

function* values(rows: readonly { values: Attributes }[], name: string): Generator<Json | undefined> {
  for (const row of rows) yield own(row.values, name)
}
