import { show } from '../model/errors.ts'
import type { Json, RelationNetwork } from '../model/network.ts'
import { checkOptions, flag, oneOf } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { flatLabel, gatherLabel, withoutLabel } from './shared/attributes.ts'
import { Faults } from './shared/faults.ts'
import { arrayAt, idText, isObject, type JsonObject, parseJson } from './shared/json.ts'
import { Losses } from './shared/losses.ts'
import { NetworkBuilder } from './shared/networkBuilder.ts'
import { type ReadOptions, readRules } from './shared/readOptions.ts'
import type { ReadResult, WriteResult } from './shared/results.ts'

/** Options of `readCytoscape`. */
export interface CytoscapeOptions extends ReadOptions {
  /** Whether an edge is one tie from source to target (true) or one each way (false). @defaultValue true */
  readonly directed?: boolean | undefined
}

/** What Cytoscape itself keeps in `data`, and what would not come back as an attribute. */
const ownFields = ['id', 'source', 'target', 'parent', 'SUID', 'shared_name', 'selected']

/**
 * Reads Cytoscape JSON: of Cytoscape.js (`elements` in groups or in one list) and of Cytoscape Desktop (.cyjs).
 *
 * @param text - the file's content.
 * @throws {GuanxiError} `INVALID_FILE` with every fault and its path.
 *
 * Time linear in the text.
 *
 * Source: Cytoscape.js documentation, "Elements JSON".
 */
export function readCytoscape(text: string, options: CytoscapeOptions = {}): ReadResult {
  checkOptions('readCytoscape', options, { ...readRules, directed: flag })
  const faults = new Faults('readCytoscape')
  const losses = new Losses()
  const file = parseJson(text, options, faults)
  const elements = isObject(file) && file.elements !== undefined ? file.elements : file
  const root = isObject(file) && file.elements !== undefined ? ['elements'] : []
  let nodes: [Json, (string | number)[]][]
  let edges: [Json, (string | number)[]][]
  if (Array.isArray(elements)) {
    const all = elements.map((element, i): [Json, (string | number)[]] => [element, [...root, i]])
    const isEdge = ([element]: [Json, unknown]) =>
      isObject(element) &&
      (element.group === 'edges' ||
        (element.group === undefined && isObject(element.data) && element.data.source !== undefined))
    nodes = all.filter(entry => !isEdge(entry))
    edges = all.filter(isEdge)
  } else if (isObject(elements) && (elements.nodes !== undefined || root.length > 0)) {
    const group = (name: string) =>
      arrayAt(elements[name] ?? [], [...root, name], faults).map((element, i): [Json, (string | number)[]] => [
        element,
        [...root, name, i],
      ])
    nodes = group('nodes')
    edges = group('edges')
  } else return faults.fatal(root, 'expected elements: an array, or an object with nodes and edges')
  const builder = new NetworkBuilder(options, faults, losses, {
    actor: place => nodes[place]![1],
    tie: place => edges[place]![1],
  })
  const dataOf = (element: Json, path: (string | number)[]): JsonObject | undefined => {
    const data = isObject(element) ? element.data : undefined
    if (!isObject(data)) {
      faults.add([...path, 'data'], `expected an object, got ${show(data)}`)
      return undefined
    }
    if (isObject(element) && element.position !== undefined) losses.add('positions are left out')
    if (data.parent !== undefined) losses.add('groups (parent) are left out')
    return data
  }
  nodes.forEach(([element, path], place) => {
    const data = dataOf(element, path)
    if (!data) return
    const id = idText(data.id) ?? ''
    builder.actor(id, gatherLabel(id, without(data)), place)
  })
  edges.forEach(([element, path], place) => {
    const data = dataOf(element, path)
    if (!data) return
    const [s, t] = [idText(data.source) ?? '', idText(data.target) ?? '']
    if (options.directed ?? true) builder.tie(s, t, without(data), place)
    else builder.mutualTie(s, t, without(data), place)
  })
  const whole = isObject(file) && isObject(file.data) ? file.data : {}
  return { network: builder.finish(whole), losses: losses.list() }
}

function without(data: JsonObject): JsonObject {
  const rest: JsonObject = {}
  for (const name of Object.keys(data)) if (!ownFields.includes(name)) rest[name] = data[name]!
  return rest
}

/**
 * Writes a network as Cytoscape JSON, for Cytoscape.js and Cytoscape Desktop.
 *
 * @returns `text` and `losses`: attributes whose names Cytoscape needs for itself.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time O(actors + ties).
 */
export function writeCytoscape(
  network: RelationNetwork,
  options: { readonly lang?: 'zh' | 'en' | undefined } = {},
): WriteResult {
  requireGraph('writeCytoscape', network)
  checkOptions('writeCytoscape', options, { lang: oneOf('zh', 'en') })
  const losses = new Losses()
  const held = (attributes: JsonObject): JsonObject => {
    for (const name of ownFields)
      if (attributes[name] !== undefined)
        losses.add(`the attribute ${name} is left out: Cytoscape needs the name for itself`)
    return without(attributes)
  }
  const file = {
    data: { ...network.getAttributes() } as JsonObject,
    elements: {
      nodes: network.mapNodes((id, actor) => {
        const label = flatLabel(actor.label, options.lang ?? 'en')
        return { data: { id, ...held(withoutLabel(actor, losses) as JsonObject), ...label } }
      }),
      edges: network.mapEdges((_, tie, source, target) => ({
        data: { id: `${source} → ${target}`, source, target, ...held(tie as JsonObject) },
      })),
    },
  }
  const ids = new Set(network.nodes())
  file.elements.edges.forEach(({ data }, k) => {
    // Ids are shared by nodes and edges there.
    if (ids.has(data.id)) data.id = `tie ${k} ${data.id}`
    ids.add(data.id)
  })
  return { text: `${JSON.stringify(file, null, 1)}\n`, losses: losses.list() }
}
