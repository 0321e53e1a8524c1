import type { NetworkView } from './types.ts'

const shapes: Readonly<Record<string, string>> = { circle: 'circle', square: 'square', diamond: 'diamond' }

/**
 * The view in Graphviz's DOT, with the view's places (`neato -n2` keeps them), colours and widths.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { networkView, toDot } from 'guanxi/view'
 *
 * toDot(networkView(xCommunity())).startsWith('digraph') // => true
 * ```
 */
export function toDot(view: NetworkView): string {
  return [
    'digraph guanxi {',
    '  node [style=filled, fontname="Noto Sans CJK SC"]',
    ...view.nodes.map(
      ({ id, label, x, y, color, shape }) =>
        // Graphviz's y runs upwards, in points.
        `  ${quoted(id)} [label=${quoted(label)}, pos="${x},${-y || 0}", fillcolor="${color}", shape=${shapes[shape] ?? shape}]`,
    ),
    ...view.edges.map(
      ({ source, target, title, color, width, dash }) =>
        `  ${quoted(source)} -> ${quoted(target)} [tooltip=${quoted(title)}, color="${color}", penwidth=${width}, style=${dash}]`,
    ),
    '}',
    '',
  ].join('\n')
}

/** In DOT only the quotation mark ends a text; a backslash would begin an escape, so it is doubled. */
function quoted(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\r?\n/g, '\\n')}"`
}
