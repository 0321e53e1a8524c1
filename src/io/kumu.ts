import { show } from '../model/errors.ts'
import type { Json, RelationNetwork } from '../model/network.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { flatLabel, gatherLabel, withoutLabel } from './shared/attributes.ts'
import { Faults } from './shared/faults.ts'
import { arrayAt, idText, isObject, type JsonObject, parseJson } from './shared/json.ts'
import { Losses } from './shared/losses.ts'
import { type Attributes, NetworkBuilder } from './shared/networkBuilder.ts'
import { type ReadOptions, readRules } from './shared/readOptions.ts'
import type { ReadResult, WriteResult } from './shared/results.ts'
import { jsonValue } from './shared/typedValue.ts'

/** What Kumu itself keeps in an element or a connection, and what would not come back as an attribute. */
const elementFields = ['id', '_id', 'attributes', 'type', 'element type']
const connectionFields = ['id', '_id', 'attributes', 'from', 'to', 'direction']

/**
 * Reads a Kumu blueprint, or the JSON that Kumu exports: elements are actors, connections are ties, `type` is the kind.
 *
 * A connection refers to an element by its id, or by its label where the label is unique. A mutual or undirected connection
 * becomes two ties; one that does not say its direction runs from `from` to `to`.
 *
 * @param text - the file's content.
 * @throws {GuanxiError} `INVALID_FILE` with every fault and its path.
 *
 * Time linear in the text.
 *
 * Source: Kumu documentation, "JSON / Blueprints", docs.kumu.io.
 *
 * @example
 * ```ts
 * import { readKumu } from 'guanxi/io'
 *
 * const { network } = readKumu('{"elements":[{"label":"A"},{"label":"B"}],"connections":[{"from":"A","to":"B","direction":"mutual","trust":0.4}]}')
 * network.getEdgeAttribute(network.edge('B', 'A'), 'trust') // => 0.4
 * ```
 */
export function readKumu(text: string, options: ReadOptions = {}): ReadResult {
  checkOptions('readKumu', options, readRules)
  const faults = new Faults('readKumu')
  const losses = new Losses()
  const file = parseJson(text, options, faults)
  if (!isObject(file) || !Array.isArray(file.elements))
    return faults.fatal(['elements'], `expected an array, got ${show(isObject(file) ? file.elements : file)}`)
  const builder = new NetworkBuilder(options, faults, losses, {
    actor: place => ['elements', place],
    tie: place => ['connections', place],
  })
  for (const part of ['loops', 'maps', 'perspectives', 'views'])
    if (Array.isArray(file[part]) && file[part].length > 0) losses.add(`${part} are left out`)
  const ids = new Set<string>()
  /** Ids by label; `null` for a label that several elements bear. */
  const labelled = new Map<string, string | null>()
  for (const [place, element] of file.elements.entries()) {
    if (!isObject(element)) {
      faults.add(['elements', place], `expected an object, got ${show(element)}`)
      continue
    }
    const given = flattened(element)
    const label = typeof given.label === 'string' ? given.label : undefined
    const id = idText(element.id ?? element._id) ?? label ?? ''
    ids.add(id)
    if (label !== undefined) labelled.set(label, labelled.has(label) ? null : id)
    const kind = given.type ?? given['element type']
    const values = held(given, elementFields, ['elements', place], faults, losses)
    builder.actor(id, gatherLabel(id, kind === undefined ? values : { ...values, kind }), place)
  }
  /** The id; `undefined`, with a fault, for a label that several elements bear. */
  const actorAt = (end: Json | undefined, path: (string | number)[]): string | undefined => {
    const name = idText(end) ?? ''
    const found = ids.has(name) ? name : labelled.get(name)
    if (found !== null) return found ?? name
    faults.add(path, `several elements are called ${show(name)}; connect them by id`)
    return undefined
  }
  for (const [place, connection] of arrayAt(file.connections ?? [], ['connections'], faults).entries()) {
    const path = ['connections', place]
    if (!isObject(connection)) {
      faults.add(path, `expected an object, got ${show(connection)}`)
      continue
    }
    const given = flattened(connection)
    const source = actorAt(connection.from, [...path, 'from'])
    const target = actorAt(connection.to, [...path, 'to'])
    const values = held(given, connectionFields, path, faults, losses)
    if (source === undefined || target === undefined) continue
    const direction = given.direction ?? 'directed'
    if (direction === 'directed') builder.tie(source, target, values, place)
    else if (direction === 'mutual' || direction === 'undirected')
      builder.mutualTie(source, target, values, place, `${direction} connection`)
    else faults.add([...path, 'direction'], `expected directed, mutual or undirected, got ${show(direction)}`)
  }
  return { network: builder.finish(), losses: losses.list() }
}

/** Kumu exports attributes within `attributes`; a blueprint has them beside the rest. */
function flattened(record: JsonObject): JsonObject {
  return isObject(record.attributes) ? { ...record, ...record.attributes } : record
}

function held(
  given: JsonObject,
  fields: readonly string[],
  path: readonly (string | number)[],
  faults: Faults,
  losses: Losses,
): Attributes {
  const values: Attributes = {}
  for (const title of Object.keys(given)) {
    if (fields.includes(title)) continue
    const value = given[title]!
    const name = title.endsWith(MARK) ? title.slice(0, -MARK.length) : title
    if (name === title || typeof value !== 'string') values[title] = value
    else values[name] = jsonValue(value, { name, type: 'string', json: true }, [...path, title], faults, losses)
  }
  return values
}

/** Ending of the name of a field whose text is JSON: Kumu's fields hold texts, numbers, truth values and lists of texts. */
const MARK = ':json'

/**
 * Writes a network as a Kumu blueprint, to be dropped onto a map in Kumu.
 *
 * The kind is Kumu's `type`. Attributes that Kumu's fields cannot hold (such as `evidence`) are JSON in a field whose name ends in
 * `:json`, and come back as they were.
 *
 * @returns `text` and `losses`: attributes of the network as a whole, and those whose names Kumu needs for itself.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time O(actors + ties).
 *
 * Source: as for `readKumu`.
 */
export function writeKumu(
  network: RelationNetwork,
  options: { readonly lang?: 'zh' | 'en' | undefined } = {},
): WriteResult {
  requireGraph('writeKumu', network)
  checkOptions('writeKumu', options, { lang: oneOf('zh', 'en') })
  const losses = new Losses()
  const whole = Object.keys(network.getAttributes())
  if (whole.length > 0) losses.add(`attributes of the network (${whole.join(', ')}) are left out`)
  const fieldsOf = (attributes: Attributes, taken: readonly string[]): JsonObject => {
    const fields: JsonObject = {}
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined || value === null) continue
      if (taken.includes(name) || name.endsWith(MARK))
        losses.add(`the attribute ${name} is left out: Kumu needs the name for itself`)
      else if (fits(value)) fields[name] = value
      else fields[`${name}${MARK}`] = JSON.stringify(value)
    }
    return fields
  }
  const elements = network.mapNodes((id, { kind, ...actor }) => {
    const label = flatLabel(actor.label, options.lang ?? 'en')
    return { id, label: id, type: kind, ...fieldsOf(withoutLabel(actor, losses), elementFields), ...label }
  })
  const connections = network.mapEdges((_, tie, from, to) => ({
    from,
    to,
    direction: 'directed',
    ...fieldsOf(tie, connectionFields),
  }))
  return { text: `${JSON.stringify({ elements, connections }, null, 1)}\n`, losses: losses.list() }
}

function fits(value: Json): boolean {
  return typeof value !== 'object' || (Array.isArray(value) && value.every(item => typeof item === 'string'))
}
