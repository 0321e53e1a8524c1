import type { Json, RelationNetwork } from '../model/network.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { flatLabel, withoutLabel } from './shared/attributes.ts'
import { counted, Losses } from './shared/losses.ts'
import type { Attributes } from './shared/networkBuilder.ts'
import type { WriteResult } from './shared/results.ts'

/**
 * Writes a network in Graphviz's DOT as data: every layer and attribute under its own name, nothing about drawing.
 *
 * For a picture with places, colours and widths take `toDot(networkView(network))` of `guanxi/view`.
 *
 * @returns `text` and `losses`: the format holds texts only, so nested attributes (such as `evidence`) are left out; an unknown
 *   value is left out, which says the same.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time O(actors + ties).
 *
 * Source: Graphviz, "DOT Language", graphviz.org.
 *
 * @example
 * ```ts
 * import { createNetwork } from 'guanxi'
 * import { writeDot } from 'guanxi/io'
 *
 * const actors = [{ id: 'a', kind: 'community' }, { id: 'b', kind: 'residents' }]
 * const { text } = writeDot(createNetwork({ actors, ties: [{ source: 'a', target: 'b', trust: 0.5 }] }))
 * text.includes('"a" -> "b" ["trust"="0.5"]') // => true
 * ```
 */
export function writeDot(
  network: RelationNetwork,
  options: { readonly lang?: 'zh' | 'en' | undefined } = {},
): WriteResult {
  requireGraph('writeDot', network)
  checkOptions('writeDot', options, { lang: oneOf('zh', 'en') })
  const losses = new Losses()
  const { name, ...whole } = network.getAttributes()
  if (Object.keys(whole).length > 0)
    losses.add(`attributes of the network (${Object.keys(whole).join(', ')}) are left out`)
  const safe = (text: string) => {
    if (text.includes('\0')) losses.add(count => `NUL characters in ${counted(count, 'text')} are left out`, 'nul')
    return quoted(text.replaceAll('\0', ''))
  }
  const list = (attributes: Attributes): string => {
    const cells: string[] = []
    for (const [title, value] of Object.entries(attributes)) {
      if (value === undefined || value === null) continue
      if (typeof value === 'object')
        losses.add(`the attribute ${title} is left out where it is a list or an object`, `nested ${title}`)
      else cells.push(`${safe(title)}=${safe(plainText(value))}`)
    }
    return cells.length === 0 ? '' : ` [${cells.join(', ')}]`
  }
  const lines = [`digraph ${safe(name ?? '')} {`]
  network.forEachNode((id, actor) => {
    const label = flatLabel(actor.label, options.lang ?? 'en')
    lines.push(`  ${safe(id)}${list({ ...withoutLabel(actor, losses), ...label })}`)
  })
  network.forEachEdge((_, tie, source, target) => {
    lines.push(`  ${safe(source)} -> ${safe(target)}${list(tie)}`)
  })
  lines.push('}', '')
  return { text: lines.join('\n'), losses: losses.list() }
}

function plainText(value: Json): string {
  return typeof value === 'string' ? value : String(value)
}

/** In DOT only `\"` is an escape of the language; a backslash at the end of a text would take its quotation mark along. */
function quoted(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`
}
