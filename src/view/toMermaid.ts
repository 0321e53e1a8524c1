import type { NetworkView } from './types.ts'
import { shortNumber } from './words.ts'

/**
 * The view as a Mermaid flowchart, for Markdown pages that draw it: values as labels, widths and colours as styles.
 *
 * Mermaid lays out by itself; places are not kept.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { networkView, toMermaid } from 'guanxi/view'
 *
 * toMermaid(networkView(xCommunity(), { layer: 'power' })).split('\n')[1] // => '  n0["Street office"]'
 * ```
 */
export function toMermaid(view: NetworkView): string {
  // Ids of the user may hold anything; Mermaid's may not.
  const names = new Map(view.nodes.map(({ id }, i) => [id, `n${i}`]))
  const ties = view.edges.filter(({ source, target }) => names.has(source) && names.has(target))
  return [
    'flowchart TD',
    ...view.nodes.map(({ id, label }) => `  ${names.get(id)}["${plain(label)}"]`),
    ...ties.map(
      ({ source, target, value }) =>
        `  ${names.get(source)} -->${value === null ? '' : `|"${shortNumber(value)}"|`} ${names.get(target)}`,
    ),
    ...ties.map(({ color, width }, i) => `  linkStyle ${i} stroke:${color},stroke-width:${width}px`),
    ...view.nodes.map(({ id, color }) => `  style ${names.get(id)} fill:${color},color:#1f2933`),
    '',
  ].join('\n')
}

/** Every character that Mermaid or HTML could read as its own becomes an entity of Mermaid's (`#` and a number). */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,·（），。、-]/gu, character => `#${character.codePointAt(0)};`)
}
