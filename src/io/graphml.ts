import { show } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { type ColumnType, cellText, columnsOf, flatLabel, gatherLabel, own, withoutLabel } from './shared/attributes.ts'
import { Faults } from './shared/faults.ts'
import { counted, Losses } from './shared/losses.ts'
import { type Attributes, NetworkBuilder } from './shared/networkBuilder.ts'
import { type ReadOptions, readRules } from './shared/readOptions.ts'
import type { ReadResult, WriteResult } from './shared/results.ts'
import { type Declared, typedValue } from './shared/typedValue.ts'
import { scanXml, xmlText } from './shared/xml.ts'

interface Key extends Declared {
  readonly scope: string
}

const scopes = ['node', 'edge', 'graph', 'graphml', 'port', 'all', 'endpoint', 'hyperedge']

/**
 * Reads a GraphML text, as networkx, igraph, Gephi, yEd and others write it.
 *
 * An undirected edge (by `edgedefault`, or its own `directed="false"`) becomes two ties. Data of an undeclared key are kept as text.
 *
 * @param text - the file's content.
 * @param options - see `ReadOptions`.
 * @returns the network and what was lost: nested graphs are flattened; ports and the drawing of yEd are left out.
 * @throws {GuanxiError} `INVALID_FILE` with every fault and its element.
 *
 * Time linear in the text.
 *
 * Source: GraphML primer and schema, graphml.graphdrawing.org.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { readGraphml, writeGraphml } from 'guanxi/io'
 *
 * const network = xCommunity()
 * readGraphml(writeGraphml(network).text).network.size === network.size // => true
 * ```
 */
export function readGraphml(text: string, options: ReadOptions = {}): ReadResult {
  checkOptions('readGraphml', options, readRules)
  const faults = new Faults('readGraphml')
  const losses = new Losses()
  const builder = new NetworkBuilder(options, faults, losses, {
    actor: place => ['node', place],
    tie: place => ['edge', place],
  })
  const keys = new Map<string, Key>()
  const stack: { kind: string; given: Record<string, string>; values: Attributes; place: number }[] = []
  const wholeNetwork: Attributes = {}
  let key: Key | undefined
  let data: string | undefined
  let nodes = 0
  let edges = 0
  let graphs = 0
  let edgeDefault = 'directed'
  let drawnLabel: string | undefined

  const withDefaults = (kind: string, values: Attributes) => {
    for (const { name, value, scope, type } of keys.values()) {
      if ((scope !== kind && scope !== 'all') || Object.hasOwn(values, name)) continue
      if (value !== undefined) values[name] = value
      else if (kind === 'edge' && scope === 'edge' && /^(double|float|int|long)$/.test(type)) values[name] = null
    }
  }

  scanXml(text, 'graphml', options, faults, {
    open(name, given) {
      switch (name) {
        case 'key': {
          const scope = given.for ?? 'all'
          if (given.id === undefined) return faults.add(['key'], 'a key without id')
          if (keys.has(given.id)) return faults.add(['key', given.id], 'a key is declared twice')
          if (!scopes.includes(scope)) return faults.add(['key', given.id, 'for'], `unknown: ${show(scope)}`)
          const attribute = given['attr.name'] ?? given.id
          key = {
            name: attribute,
            type: given['attr.type'] ?? 'string',
            json: /\.json$/.test(given.id),
            evidence: attribute === 'evidence' && (scope === 'edge' || scope === 'all'),
            scope,
          }
          keys.set(given.id, key)
          return
        }
        case 'graph':
          if (stack.length > 0 && stack.at(-1)!.kind === 'node')
            losses.add(count => `${counted(count, 'nested graph')} flattened: its grouping is left out`, 'nested')
          else if (++graphs > 1) faults.fatal(['graph'], 'more than one graph in the file')
          else if (given.edgedefault === undefined) losses.add('edgedefault is not given; edges are read as directed')
          else if (given.edgedefault === 'directed' || given.edgedefault === 'undirected')
            edgeDefault = given.edgedefault
          else faults.add(['graph', 'edgedefault'], `expected directed or undirected, got ${show(given.edgedefault)}`)
          stack.push({ kind: 'graph', given, values: stack.length === 0 ? wholeNetwork : {}, place: 0 })
          return
        case 'node':
        case 'edge':
          stack.push({ kind: name, given, values: {}, place: name === 'node' ? nodes++ : edges++ })
          drawnLabel = undefined
          return
        case 'data':
          data = given.key
          if (data === undefined) faults.add([name], 'data without a key')
          return
        case 'hyperedge':
          faults.add(['hyperedge'], 'a hyperedge joins more than two nodes; ties cannot hold it')
          return
        case 'port':
          losses.add('ports are left out')
      }
    },
    close(name, content) {
      if (name === 'default' && key) {
        key.value = typedValue(content, key, ['key', key.name, 'default'], faults, losses)
      } else if (name === 'key') key = undefined
      else if (name === 'NodeLabel' && drawnLabel === undefined) drawnLabel = content.trim()
      else if (name === 'data' && data !== undefined) {
        const of = stack.at(-1)
        const known = keys.get(data)
        const id = data
        data = undefined
        if (!of) return losses.add('data outside of the graph are left out')
        if (
          known &&
          /graphics|resources|description|url/i.test(known.name) &&
          known.name === id &&
          content.trim() === ''
        )
          return losses.add('the drawing (colours, places, shapes) is left out, except labels')
        if (!known) losses.add(`the key ${show(id)} is not declared; its data are kept as text`)
        const column = known ?? { name: id, type: 'string', evidence: of.kind === 'edge' && id === 'evidence' }
        const path = [of.kind, ...(of.kind === 'graph' ? [] : [of.place]), column.name]
        if (Object.hasOwn(of.values, column.name)) return faults.add(path, 'the key has data twice')
        if (column.name === '__proto__') return faults.add(path, 'an attribute cannot have this name')
        of.values[column.name] = typedValue(content, column, path, faults, losses)
      } else if (name === 'node') {
        const { given, values, place } = stack.pop()!
        withDefaults('node', values)
        if (drawnLabel && values.label === undefined) values.label = drawnLabel
        builder.actor(given.id ?? '', gatherLabel(given.id ?? '', values), place)
      } else if (name === 'edge') {
        const { given, values, place } = stack.pop()!
        withDefaults('edge', values)
        const { directed } = given
        if (directed !== undefined && !['true', 'false', '1', '0'].includes(directed))
          faults.add(['edge', place, 'directed'], `expected true or false, got ${show(directed)}`)
        const oneWay = directed === undefined ? edgeDefault === 'directed' : directed === 'true' || directed === '1'
        if (oneWay) builder.tie(given.source ?? '', given.target ?? '', values, place)
        else builder.mutualTie(given.source ?? '', given.target ?? '', values, place)
      } else if (name === 'graph') stack.pop()
    },
  })
  if (graphs === 0) faults.fatal(['graphml'], 'expected a graph element')
  withDefaults('graph', wholeNetwork)
  return { network: builder.finish(wholeNetwork), losses: losses.list() }
}

/** Options of `writeGraphml`. */
export interface GraphmlOptions {
  /** Language of the labels that other programs show; both languages come back. @defaultValue 'en' */
  readonly lang?: 'zh' | 'en' | undefined
}

/**
 * Writes a network as GraphML, for networkx, igraph, Gephi, yEd and others.
 *
 * Every layer and attribute is a typed key; an unknown value is left out, which GraphML means by it. Attributes that are neither
 * number, truth value nor text (such as `evidence`) are JSON in a text, and come back as they were.
 *
 * @returns `text` and `losses`.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time O(actors + ties).
 */
export function writeGraphml(network: RelationNetwork, options: GraphmlOptions = {}): WriteResult {
  requireGraph('writeGraphml', network)
  checkOptions('writeGraphml', options, { lang: oneOf('zh', 'en') })
  const { lang = 'en' } = options
  const losses = new Losses()
  const safe = (text: string) => xmlText(text, losses)
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
  ]
  let count = 0
  const declare = (scope: string, columns: ReadonlyMap<string, ColumnType>) => {
    const ids = new Map<string, string>()
    for (const [name, type] of columns) {
      const id = `d${count++}${type === 'json' ? '.json' : ''}`
      ids.set(name, id)
      const held = { number: 'double', boolean: 'boolean', text: 'string', json: 'string' }[type]
      head.push(`<key id="${id}" for="${scope}" attr.name="${safe(name)}" attr.type="${held}"/>`)
    }
    return (values: Attributes): string => {
      let cells = ''
      for (const [name, id] of ids) {
        const value = own(values, name)
        if (value !== null && value !== undefined)
          cells += `<data key="${id}">${safe(cellText(value, columns.get(name)!))}</data>`
      }
      return cells
    }
  }
  const actors = network.mapNodes((id, actor) => ({
    id,
    values: { ...withoutLabel(actor, losses), ...flatLabel(actor.label, lang) },
  }))
  const graphCells = declare('graph', columnsOf([network.getAttributes()]))
  const nodeCells = declare('node', columnsOf(actors.map(({ values }) => values)))
  const edgeCells = declare('edge', columnsOf(network.mapEdges((_, tie) => tie)))
  const lines = ['<graph id="G" edgedefault="directed">', graphCells(network.getAttributes())]
  for (const { id, values } of actors) lines.push(`<node id="${safe(id)}">${nodeCells(values)}</node>`)
  network.forEachEdge((_, tie, source, target) => {
    lines.push(`<edge source="${safe(source)}" target="${safe(target)}">${edgeCells(tie)}</edge>`)
  })
  lines.push('</graph>', '</graphml>', '')
  return { text: [...head, ...lines].join('\n'), losses: losses.list() }
}
