import { sideOf } from './labelBoxes.ts'
import { paletteOf } from './palette.ts'
import type { NetworkView } from './types.ts'

/** An actor as a Cytoscape element. */
export interface CytoscapeNode {
  readonly group: 'nodes'
  readonly data: {
    readonly id: string
    readonly label: string
    readonly kind: string
    readonly size: number
    readonly color: string
    readonly shape: string
    /** Where the label has room. */
    readonly valign: 'top' | 'center' | 'bottom'
    readonly halign: 'left' | 'center' | 'right'
  }
  readonly position: { readonly x: number; readonly y: number }
}

/** A direction of a tie as a Cytoscape element. */
export interface CytoscapeEdge {
  readonly group: 'edges'
  readonly data: {
    readonly id: string
    readonly source: string
    readonly target: string
    readonly width: number
    readonly color: string
    readonly lineStyle: string
    /** Distance of the control point from the chord, in pixels. */
    readonly bend: number
    readonly label: string
    readonly layer: string | null
    readonly value: number | null
  }
}

/** What `cytoscape({ elements, style, layout })` takes. */
export interface CytoscapeElements {
  readonly elements: { readonly nodes: readonly CytoscapeNode[]; readonly edges: readonly CytoscapeEdge[] }
  readonly style: readonly { readonly selector: string; readonly style: Readonly<Record<string, string | number>> }[]
  readonly layout: { readonly name: 'preset' }
}

const shapes: Readonly<Record<string, string>> = { circle: 'ellipse', square: 'rectangle' }

/**
 * Elements, style and layout for Cytoscape.js, drawn as the view says: places kept, both directions of a tie bent apart.
 *
 * @returns plain JSON to hand to `cytoscape({ container, ...toCytoscape(view) })`. Ids of edges begin with `tie:`, since
 *   Cytoscape.js keeps nodes and edges in one list.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { networkView, toCytoscape } from 'guanxi/view'
 *
 * toCytoscape(networkView(xCommunity())).elements.nodes[0]?.data.id // => 'street'
 * ```
 */
export function toCytoscape(view: NetworkView): CytoscapeElements {
  const palette = paletteOf(view.theme)
  const places = new Map(view.nodes.map(node => [node.id, node]))
  return {
    elements: {
      nodes: view.nodes.map(({ id, label, kind, size, color, shape, x, y, labelBox }) => {
        const side = sideOf({ y, labelBox })
        return {
          group: 'nodes',
          data: {
            id,
            label,
            kind,
            size: 2 * size,
            color,
            shape: shapes[shape] ?? shape,
            valign: side === 'above' ? 'top' : side === 'below' ? 'bottom' : 'center',
            halign: side === 'left' || side === 'right' ? side : 'center',
          },
          position: { x, y },
        }
      }),
      edges: view.edges.map(({ id, source, target, width, color, dash, curvature, title, layer, value }) => {
        const from = places.get(source)!
        const to = places.get(target)!
        const bend = Math.round(curvature * Math.hypot(to.x - from.x, to.y - from.y) * 100) / 100 || 0
        return {
          group: 'edges',
          data: {
            id: `tie:${id}`,
            source,
            target,
            width,
            color,
            lineStyle: dash,
            bend,
            label: title,
            layer,
            value,
          },
        }
      }),
    },
    style: [
      {
        selector: 'node',
        style: {
          label: 'data(label)',
          width: 'data(size)',
          height: 'data(size)',
          shape: 'data(shape)',
          'background-color': 'data(color)',
          'border-width': 1,
          'border-color': '#333333',
          'text-valign': 'data(valign)',
          'text-halign': 'data(halign)',
          color: palette.ink,
          'text-outline-color': palette.paper,
          'text-outline-width': 2,
          'text-wrap': 'wrap',
          'text-max-width': '118px',
          'font-size': 14,
        },
      },
      {
        selector: 'edge',
        style: {
          width: 'data(width)',
          'line-color': 'data(color)',
          'line-style': 'data(lineStyle)',
          'target-arrow-color': 'data(color)',
          'target-arrow-shape': 'triangle',
          'curve-style': 'unbundled-bezier',
          'control-point-distances': 'data(bend)',
          'control-point-weights': 0.5,
        },
      },
    ],
    layout: { name: 'preset' },
  }
}
