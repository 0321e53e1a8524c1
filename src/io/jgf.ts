import { show } from '../model/errors.ts'
import type { Json, RelationNetwork } from '../model/network.ts'
import { checkOptions, integerIn, oneOf } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { flatLabel, gatherLabel } from './shared/attributes.ts'
import { Faults } from './shared/faults.ts'
import { arrayAt, idText, isObject, type JsonObject, parseJson } from './shared/json.ts'
import { Losses } from './shared/losses.ts'
import { type Attributes, NetworkBuilder } from './shared/networkBuilder.ts'
import { type ReadOptions, readRules } from './shared/readOptions.ts'
import type { ReadResult, WriteResult } from './shared/results.ts'

/** Options of `readJgf`. */
export interface JgfOptions extends ReadOptions {
  /** Which graph of a file with several, from 0. @defaultValue 0, and the others are a loss */
  readonly graph?: number | undefined
}

/** Key under which the order of the actors is kept: JSON objects put keys such as "10" first. */
const ORDER = 'guanxi:order'

/**
 * Reads a JSON Graph Format text (version 2; version 1 with `nodes` as an array as well).
 *
 * @param text - the file's content.
 * @throws {GuanxiError} `INVALID_FILE` with every fault and its path.
 *
 * Time linear in the text.
 *
 * Source: JSON Graph Format 2.1, jsongraphformat.info.
 */
export function readJgf(text: string, options: JgfOptions = {}): ReadResult {
  checkOptions('readJgf', options, { ...readRules, graph: integerIn(0, Number.MAX_SAFE_INTEGER) })
  const faults = new Faults('readJgf')
  const losses = new Losses()
  const file = parseJson(text, options, faults)
  const at = options.graph ?? 0
  const several = isObject(file) && Array.isArray(file.graphs) ? file.graphs : undefined
  const root: (string | number)[] = several ? ['graphs', at] : ['graph']
  const graph = several ? several[at] : isObject(file) ? file.graph : undefined
  if (!isObject(graph)) return faults.fatal(root, `expected an object, got ${show(graph)}`)
  if (several && several.length > 1) losses.add(`only graph ${at} of ${several.length} is read (option graph)`)
  const builder = new NetworkBuilder(options, faults, losses, {
    actor: place => [...root, 'nodes', keys[place] ?? place],
    tie: place => [...root, 'edges', place],
  })
  let keys: readonly string[] = []
  const metadata = isObject(graph.metadata) ? { ...graph.metadata } : {}
  const node = (id: string, value: Json, place: number) => {
    if (!isObject(value)) return faults.add([...root, 'nodes', id], `expected an object, got ${show(value)}`)
    const { label, metadata: more, ...unknown } = value
    for (const name of Object.keys(unknown))
      if (name !== 'id') losses.add(`the field ${show(name)} of nodes is left out: it is not of the format`)
    builder.actor(id, gatherLabel(id, { ...(isObject(more) ? more : {}), ...(label == null ? {} : { label }) }), place)
  }
  if (Array.isArray(graph.nodes))
    graph.nodes.forEach((value, place) => {
      node(idText(isObject(value) ? value.id : undefined) ?? '', value, place)
    })
  else if (isObject(graph.nodes)) {
    const nodes = graph.nodes
    const order = metadata[ORDER]
    const ordered = Array.isArray(order) && order.every(id => typeof id === 'string' && Object.hasOwn(nodes, id))
    keys = ordered && new Set(order).size === Object.keys(nodes).length ? (order as string[]) : Object.keys(nodes)
    keys.forEach((id, place) => {
      node(id, nodes[id]!, place)
    })
  } else if (graph.nodes !== undefined) faults.add([...root, 'nodes'], `expected an object, got ${show(graph.nodes)}`)
  delete metadata[ORDER]
  const directed = graph.directed !== false
  for (const [place, edge] of arrayAt(graph.edges ?? [], [...root, 'edges'], faults).entries()) {
    if (!isObject(edge)) {
      faults.add([...root, 'edges', place], `expected an object, got ${show(edge)}`)
      continue
    }
    const { source, target, metadata: more, id: _, directed: own, label, relation, ...unknown } = edge
    const attributes: Attributes = { ...(isObject(more) ? more : {}) }
    if (relation !== undefined && attributes.relation === undefined) attributes.relation = relation
    if (label !== undefined && attributes.label === undefined) attributes.label = label
    for (const name of Object.keys(unknown))
      losses.add(`the field ${show(name)} of edges is left out: it is not of the format`)
    const [s, t] = [idText(source) ?? '', idText(target) ?? '']
    if (typeof own === 'boolean' ? own : directed) builder.tie(s, t, attributes, place)
    else builder.mutualTie(s, t, attributes, place)
  }
  const whole: Attributes = { ...metadata, ...(typeof graph.label === 'string' ? { name: graph.label } : {}) }
  return { network: builder.finish(whole), losses: losses.list() }
}

/**
 * Writes a network in the JSON Graph Format 2.1: attributes of actors, ties and network are `metadata`.
 *
 * @returns `text` and `losses`, which is empty: the format holds everything.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time O(actors + ties).
 */
export function writeJgf(
  network: RelationNetwork,
  options: { readonly lang?: 'zh' | 'en' | undefined } = {},
): WriteResult {
  requireGraph('writeJgf', network)
  checkOptions('writeJgf', options, { lang: oneOf('zh', 'en') })
  const { name, ...whole } = network.getAttributes()
  const nodes = network.mapNodes((id, { label, ...rest }): [string, JsonObject] => {
    const { label: shown, ...parts } = flatLabel(label, options.lang ?? 'en')
    return [id, { ...(shown === undefined ? {} : { label: shown }), metadata: { ...rest, ...parts } as JsonObject }]
  })
  const reordered = nodes.some(([id]) => /^\d+$/.test(id))
  const graph = {
    directed: true,
    ...(name === undefined ? {} : { label: name }),
    metadata: { ...whole, ...(reordered ? { [ORDER]: nodes.map(([id]) => id) } : {}) },
    nodes: Object.fromEntries(nodes),
    edges: network.mapEdges((_, tie, source, target) => ({ source, target, metadata: tie })),
  }
  return { text: `${JSON.stringify({ graph }, null, 1)}\n`, losses: [] }
}
