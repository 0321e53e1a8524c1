import { show } from '../model/errors.ts'
import type { Json, RelationNetwork } from '../model/network.ts'
import { checkOptions, integerIn, oneOf } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { cellText, columnsOf, flatLabel, gatherLabel, own, withoutLabel } from './shared/attributes.ts'
import { Faults } from './shared/faults.ts'
import { counted, Losses } from './shared/losses.ts'
import { type Attributes, NetworkBuilder, type Path } from './shared/networkBuilder.ts'
import { type ReadOptions, readRules } from './shared/readOptions.ts'
import type { ReadResult, WriteFilesResult, WriteResult } from './shared/results.ts'
import { type Declared, typedValue } from './shared/typedValue.ts'
import { scanXml, xmlText } from './shared/xml.ts'

/**
 * Reads a GEXF text (versions 1.1 to 1.3, as Gephi and others write it).
 *
 * Undirected and mutual edges become two ties. `weight` of an edge is the tie attribute `weight`; say
 * `rename: { weight: 'trust' }` to make it a layer. An attribute that is not declared is kept as text.
 *
 * @param text - the file's content.
 * @param options - see `ReadOptions`.
 * @returns the network and what was lost: pictures (viz), times, groups within groups.
 * @throws {GuanxiError} `INVALID_FILE` with every fault and its element.
 *
 * Time linear in the text.
 *
 * Source: GEXF 1.3 primer and schema, gexf.net.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { readGexf, writeGexf } from 'guanxi/io'
 *
 * const network = xCommunity()
 * readGexf(writeGexf(network).text).network.size === network.size // => true
 * ```
 */
export function readGexf(text: string, options: ReadOptions = {}): ReadResult {
  checkOptions('readGexf', options, readRules)
  const faults = new Faults('readGexf')
  const losses = new Losses()
  const builder = new NetworkBuilder(options, faults, losses, {
    actor: place => ['node', place],
    tie: place => ['edge', place],
  })
  const declared: Record<'node' | 'edge', Map<string, Declared>> = { node: new Map(), edge: new Map() }
  let declaring: Map<string, Declared> | undefined
  let column: Declared | undefined
  let defaultEdge = 'undirected'
  let current: { kind: 'node' | 'edge'; given: Record<string, string>; values: Attributes; place: number }[] = []
  let nodes = 0
  let edges = 0
  let description: string | undefined
  let graphs = 0
  const path = (): Path => current.flatMap(({ kind, place }) => [kind, place])

  const done = () => {
    const { kind, given, values, place } = current.pop()!
    for (const { name, value } of declared[kind].values())
      if (value !== undefined && !Object.hasOwn(values, name)) values[name] = value
    const time = ['start', 'end', 'startopen', 'endopen', 'timestamp', 'timestamps', 'intervals'].filter(
      t => t in given,
    )
    if (time.length > 0) losses.add(count => `times of ${counted(count, `${kind}`)} are left out`, `time ${kind}`)
    if (kind === 'node') {
      const id = given.id ?? ''
      builder.actor(id, gatherLabel(id, given.label === undefined ? values : { ...values, label: given.label }), place)
      return
    }
    if (given.weight !== undefined && !Object.hasOwn(values, 'weight'))
      values.weight = typedValue(given.weight, { name: 'weight', type: 'double' }, ['edge', place], faults, losses)
    if (given.label && !Object.hasOwn(values, 'label')) values.label = given.label
    if (given.kind && !Object.hasOwn(values, 'kind')) values.kind = given.kind
    for (const { name, type } of declared.edge.values())
      if (isNumeric(type) && !Object.hasOwn(values, name)) values[name] = null
    const type = given.type ?? defaultEdge
    if (type === 'directed') builder.tie(given.source ?? '', given.target ?? '', values, place)
    else if (type === 'undirected' || type === 'mutual')
      builder.mutualTie(given.source ?? '', given.target ?? '', values, place, `${type} edge`)
    else faults.add(['edge', place, 'type'], `expected directed, undirected or mutual, got ${show(type)}`)
  }

  scanXml(text, 'gexf', options, faults, {
    open(name, given) {
      switch (name) {
        case 'graph':
          if (++graphs > 1) faults.fatal(['graph'], 'more than one graph in the file')
          defaultEdge = given.defaultedgetype ?? 'undirected'
          return
        case 'attributes':
          declaring = given.class === 'node' || given.class === 'edge' ? declared[given.class] : undefined
          if (!declaring) faults.add(['attributes'], `expected class node or edge, got ${show(given.class)}`)
          return
        case 'attribute':
          column = {
            name: given.title ?? given.id ?? '',
            type: given.type ?? 'string',
            json: /^json\./.test(given.id ?? ''),
            evidence: declaring === declared.edge && (given.title ?? given.id) === 'evidence',
          }
          if (given.id === undefined) faults.add(['attributes'], 'an attribute without id')
          else if (declaring?.has(given.id)) faults.add(['attributes', given.id], 'an attribute is declared twice')
          else declaring?.set(given.id, column)
          return
        case 'node':
          if (current.length > 0)
            losses.add(count => `${counted(count, 'node')} within another: the grouping is left out`, 'groups')
          else if (given.pid !== undefined)
            losses.add(count => `${counted(count, 'node')} with a parent: the grouping is left out`, 'parents')
          current.push({ kind: 'node', given, values: {}, place: nodes++ })
          return
        case 'edge':
          current.push({ kind: 'edge', given, values: {}, place: edges++ })
          return
        case 'attvalue': {
          const of = current.at(-1)
          const id = given.for ?? given.id
          if (!of || id === undefined || given.value === undefined)
            return faults.add([...path(), 'attvalue'], 'expected for and value, inside a node or an edge')
          const known = declared[of.kind].get(id)
          if (!known) losses.add(`the ${of.kind} attribute ${show(id)} is not declared; its values are kept as text`)
          const column = known ?? { name: id, type: 'string', evidence: of.kind === 'edge' && id === 'evidence' }
          if (Object.hasOwn(of.values, column.name))
            return losses.add(
              `several values over time of the ${of.kind} attribute ${show(column.name)}: the first is kept`,
            )
          if (column.name === '__proto__') return faults.add(path(), 'an attribute cannot have this name')
          of.values[column.name] = typedValue(given.value, column, [...path(), column.name], faults, losses)
          return
        }
        case 'color':
        case 'position':
        case 'size':
        case 'shape':
        case 'thickness':
          losses.add('pictures (viz) are left out: colour, position, size, shape')
          return
        case 'spells':
          losses.add('times (spells) are left out')
      }
    },
    close(name, content) {
      if (name === 'node' || name === 'edge') done()
      else if (name === 'default' && column) {
        column.value = typedValue(content, column, ['attributes', column.name], faults, losses)
      } else if (name === 'attributes') declaring = undefined
      else if (name === 'description' && graphs === 0) description = content
    },
  })
  if (graphs === 0) faults.fatal(['gexf'], 'expected a graph element')
  current = []
  return { network: builder.finish(description ? { name: description } : {}), losses: losses.list() }
}

function isNumeric(type: string): boolean {
  return ['double', 'float', 'integer', 'int', 'long', 'short'].includes(type)
}

/** Options of `writeGexf`. */
export interface GexfOptions {
  /** @defaultValue '1.3' */
  readonly version?: '1.2' | '1.3' | undefined
  /** Language of the labels that other programs show; both languages come back. @defaultValue 'en' */
  readonly lang?: 'zh' | 'en' | undefined
  /** The wave to which the network belongs: the graph is then a slice at that time. */
  readonly slice?: number | undefined
}

const gexfRules = {
  version: oneOf('1.2', '1.3'),
  lang: oneOf('zh', 'en'),
  slice: integerIn(0, Number.MAX_SAFE_INTEGER),
} as const

/**
 * Writes a network as GEXF, for Gephi and others.
 *
 * Every layer and attribute is a typed GEXF attribute; a value that is unknown is left out, which GEXF means by it. Attributes
 * that are neither number, truth value nor text (such as `evidence`) are JSON in a text attribute, and come back as they were.
 *
 * @returns `text` and `losses`: attributes of the network as a whole, except its name.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time O(actors + ties).
 */
export function writeGexf(network: RelationNetwork, options: GexfOptions = {}): WriteResult {
  requireGraph('writeGexf', network)
  checkOptions('writeGexf', options, gexfRules)
  const { version = '1.3', lang = 'en', slice } = options
  const losses = new Losses()
  const safe = (text: string) => xmlText(text, losses)
  const actors = network.mapNodes((id, actor) => ({
    id,
    values: { ...withoutLabel(actor, losses), ...labelParts(flatLabel(actor.label, lang)) },
    label: (flatLabel(actor.label, lang).label as string | undefined) ?? id,
  }))
  const nodeColumns = columnsOf(actors.map(({ values }) => values))
  const edgeColumns = columnsOf(network.mapEdges((_, tie) => tie))
  const { name, ...rest } = network.getAttributes()
  if (Object.keys(rest).length > 0)
    losses.add(`attributes of the network (${Object.keys(rest).join(', ')}) are left out`)
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gexf xmlns="http://${version === '1.2' ? 'www.gexf.net/1.2draft' : 'gexf.net/1.3'}" version="${version}">`,
    `<meta><creator>guanxi</creator>${name ? `<description>${safe(name)}</description>` : ''}</meta>`,
    slice === undefined
      ? '<graph mode="static" defaultedgetype="directed">'
      : `<graph mode="slice" timeformat="integer" timerepresentation="timestamp" timestamp="${slice}" defaultedgetype="directed">`,
  ]
  const declare = (of: 'node' | 'edge', columns: ReturnType<typeof columnsOf>) => {
    const ids = new Map<string, string>()
    lines.push(`<attributes class="${of}">`)
    for (const [title, type] of columns) {
      const id = `${type === 'json' ? 'json.' : ''}${ids.size}`
      ids.set(title, id)
      const held = { number: 'double', boolean: 'boolean', text: 'string', json: 'string' }[type]
      lines.push(`<attribute id="${id}" title="${safe(title)}" type="${held}"/>`)
    }
    lines.push('</attributes>')
    return (values: Attributes): string => {
      let cells = ''
      for (const [title, id] of ids) {
        const value = own(values, title)
        if (value !== null && value !== undefined)
          cells += `<attvalue for="${id}" value="${safe(cellText(value, columns.get(title)!))}"/>`
      }
      return cells === '' ? '' : `<attvalues>${cells}</attvalues>`
    }
  }
  const nodeCells = declare('node', nodeColumns)
  const edgeCells = declare('edge', edgeColumns)
  lines.push('<nodes>')
  for (const { id, label, values } of actors)
    lines.push(`<node id="${safe(id)}" label="${safe(label)}">${nodeCells(values)}</node>`)
  lines.push('</nodes>', '<edges>')
  let k = 0
  network.forEachEdge((_, tie, source, target) => {
    lines.push(`<edge id="${k++}" source="${safe(source)}" target="${safe(target)}">${edgeCells(tie)}</edge>`)
  })
  lines.push('</edges>', '</graph>', '</gexf>', '')
  return { text: lines.join('\n'), losses: losses.list() }
}

function labelParts({ label: _, ...parts }: Attributes): Record<string, Json> {
  return parts as Record<string, Json>
}

/**
 * Writes the waves of a network, such as before and after a strategy, as GEXF slices: one file a wave, which Gephi takes in
 * together as one network in time.
 *
 * @param waves - networks in the order of time.
 * @returns `files` called `wave-0.gexf`, `wave-1.gexf`, …
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 */
export function writeGexfSlices(
  waves: readonly RelationNetwork[],
  options: Omit<GexfOptions, 'slice'> = {},
): WriteFilesResult {
  checkOptions('writeGexfSlices', options, { version: gexfRules.version, lang: gexfRules.lang })
  for (const wave of waves) requireGraph('writeGexfSlices', wave)
  const files: Record<string, string> = {}
  const losses = new Set<string>()
  waves.forEach((wave, slice) => {
    const written = writeGexf(wave, { ...options, slice })
    files[`wave-${slice}.gexf`] = written.text
    for (const loss of written.losses) losses.add(loss)
  })
  return { files, losses: [...losses] }
}
