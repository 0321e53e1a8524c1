import type { NetworkView } from './types.ts'

/** An actor as a node of React Flow. */
export interface ReactFlowNode {
  readonly id: string
  readonly position: { readonly x: number; readonly y: number }
  readonly data: { readonly label: string; readonly kind: string; readonly shape: string; readonly color: string }
  readonly width: number
  readonly height: number
}

/** A direction of a tie as an edge of React Flow. */
export interface ReactFlowEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly data: {
    readonly layer: string | null
    readonly value: number | null
    readonly curvature: number
    readonly title: string
  }
  readonly style: { readonly stroke: string; readonly strokeWidth: number; readonly strokeDasharray?: string }
  readonly markerEnd: { readonly type: 'arrowclosed'; readonly color: string }
  readonly ariaLabel: string
}

/** What `<ReactFlow nodes edges />` takes. */
export interface ReactFlowGraph {
  readonly nodes: readonly ReactFlowNode[]
  readonly edges: readonly ReactFlowEdge[]
}

/**
 * Nodes and edges for React Flow (`@xyflow/react`): places are of the upper left corner, as it wants them.
 *
 * React Flow's own edges lie on each other where a tie goes both ways; `data.curvature` is for an edge component that
 * keeps them apart.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { networkView, toReactFlow } from 'guanxi/view'
 *
 * toReactFlow(networkView(xCommunity())).nodes[0]?.data.label // => 'Street office'
 * ```
 */
export function toReactFlow(view: NetworkView): ReactFlowGraph {
  return {
    nodes: view.nodes.map(({ id, label, kind, shape, color, x, y, size }) => ({
      id,
      position: { x: x - size, y: y - size },
      data: { label, kind, shape, color },
      width: 2 * size,
      height: 2 * size,
    })),
    edges: view.edges.map(({ id, source, target, layer, value, curvature, title, color, width, dash }) => ({
      id,
      source,
      target,
      data: { layer, value, curvature, title },
      style: {
        stroke: color,
        strokeWidth: width,
        ...(dash === 'solid' ? {} : { strokeDasharray: dash === 'dashed' ? '8 5' : '2 4' }),
      },
      markerEnd: { type: 'arrowclosed', color },
      ariaLabel: title,
    })),
  }
}
