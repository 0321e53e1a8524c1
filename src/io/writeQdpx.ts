import { strToU8, zipSync } from 'fflate'
import { actorLabel } from '../model/labels.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions, oneOf, text } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { type ColumnType, cellText, columnsOf, own } from './shared/attributes.ts'
import { guidFrom } from './shared/guid.ts'
import { Losses } from './shared/losses.ts'
import type { Attributes } from './shared/networkBuilder.ts'
import { xmlText } from './shared/xml.ts'

/** Options of `writeQdpx`. */
export interface WriteQdpxOptions {
  /** Name of the project. @defaultValue the network's name, or 'guanxi' */
  readonly name?: string | undefined
  /** Language of the names on the map. @defaultValue 'en' */
  readonly lang?: 'zh' | 'en' | undefined
}

/** What `writeQdpx` gives. */
export interface QdpxResult {
  readonly bytes: Uint8Array
  readonly losses: string[]
}

/**
 * Writes a network as a REFI-QDA project (.qdpx): actors are cases with their attributes as variables, and the network is a map
 * (a `Graph` with a `Vertex` an actor and an `Edge` a tie), for NVivo, ATLAS.ti, MAXQDA and QualCoder.
 *
 * The map's edges bear the values in their names ("power 0.8 · trust ?"), as the format has no weights. The same network
 * gives the same bytes: guids follow from the ids.
 *
 * @returns `bytes` and `losses`.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time O(actors + ties).
 *
 * Source: REFI-QDA Standard 1.5, qdasoftware.org.
 */
export function writeQdpx(network: RelationNetwork, options: WriteQdpxOptions = {}): QdpxResult {
  requireGraph('writeQdpx', network)
  checkOptions('writeQdpx', options, { name: text, lang: oneOf('zh', 'en') })
  const { lang = 'en' } = options
  const losses = new Losses()
  const safe = (words: string) => xmlText(words, losses)
  const name = options.name ?? network.getAttribute('name') ?? 'guanxi'
  const columns = columnsOf(network.mapNodes((_, { label: __, ...actor }) => actor as Attributes))
  const types: Readonly<Record<ColumnType, string>> = {
    number: 'Float',
    boolean: 'Boolean',
    text: 'Text',
    json: 'Text',
  }
  const user = guidFrom('user', 'guanxi')
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<Project xmlns="urn:QDA-XML:project:1.0" name="${safe(name)}" origin="guanxi" creatingUserGUID="${user}">`,
    `<Users><User guid="${user}" name="guanxi"/></Users>`,
  ]
  if (columns.size > 0) {
    lines.push('<Variables>')
    for (const [column, type] of columns)
      lines.push(
        `<Variable guid="${guidFrom('variable', column)}" name="${safe(column)}" typeOfVariable="${types[type]}"/>`,
      )
    lines.push('</Variables>')
  }
  const actors = network.mapNodes((id, actor) => ({
    id,
    actor: actor as Attributes,
    shown: actorLabel(id, actor.label, lang),
  }))
  if (actors.length > 0) lines.push('<Cases>')
  for (const { id, actor, shown } of actors) {
    lines.push(`<Case guid="${guidFrom('case', id)}" name="${safe(id)}">`)
    if (shown !== id) lines.push(`<Description>${safe(shown)}</Description>`)
    for (const [column, type] of columns) {
      const value = own(actor, column)
      if (value === null || value === undefined) continue
      const tag = `${types[type]}Value`
      lines.push(
        `<VariableValue><VariableRef targetGUID="${guidFrom('variable', column)}"/><${tag}>${safe(cellText(value, type))}</${tag}></VariableValue>`,
      )
    }
    lines.push('</Case>')
  }
  if (actors.length > 0) lines.push('</Cases>')
  lines.push(`<Graphs><Graph guid="${guidFrom('graph', name)}" name="${safe(name)}">`)
  actors.forEach(({ id, shown }, i) => {
    const angle = (2 * Math.PI * i) / actors.length
    const [x, y] = [Math.round(500 + 400 * Math.cos(angle)), Math.round(500 + 400 * Math.sin(angle))]
    lines.push(
      `<Vertex guid="${guidFrom('vertex', id)}" representedGUID="${guidFrom('case', id)}" name="${safe(shown)}" firstX="${x}" firstY="${y}" shape="Person"/>`,
    )
  })
  network.forEachEdge((_, tie, source, target) => {
    const values = Object.entries(tie)
      .filter(([, value]) => typeof value === 'number' || value === null)
      .map(([layer, value]) => `${layer} ${value ?? '?'}`)
    lines.push(
      `<Edge guid="${guidFrom('edge', `${source}\n${target}`)}" name="${safe(values.join(' · '))}" sourceVertex="${guidFrom('vertex', source)}" targetVertex="${guidFrom('vertex', target)}" direction="OneWay"/>`,
    )
  })
  lines.push('</Graph></Graphs>', '</Project>', '')
  if (network.size > 0) losses.add('the values of ties stand in the names of the edges: the format has no weights')
  if (network.someEdge((_, tie) => tie.evidence !== undefined)) losses.add('evidence of ties is left out')
  if (network.someNode((_, { label }) => typeof label === 'object'))
    losses.add(`labels are kept in one language (${lang})`)
  const mtime = '1980-06-01T12:00:00'
  return { bytes: zipSync({ 'project.qde': [strToU8(lines.join('\n')), { mtime }] }), losses: losses.list() }
}
