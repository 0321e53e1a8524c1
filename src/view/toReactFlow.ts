import { dashArray } from './dashArray.ts'
import { type Side, sideOf } from './labelBoxes.ts'
import type { NetworkView } from './types.ts'

/** An actor as a node of React Flow. */
export interface ReactFlowNode {
  readonly id: string
  readonly position: { readonly x: number; readonly y: number }
  readonly data: {
    readonly label: string
    /** Where the label has room. */
    readonly side: Side
    readonly kind: string
    readonly shape: string
    readonly color: string
  }
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
  readonly style: {
    readonly stroke: string
    readonly strokeWidth: number
    readonly strokeDasharray?: string
    readonly strokeLinecap?: 'round'
  }
  readonly markerEnd: {
    readonly type: 'arrowclosed'
    readonly color: string
    readonly width: number
    readonly height: number
    readonly markerUnits: 'userSpaceOnUse'
  }
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
    nodes: view.nodes.map(({ id, label, kind, shape, color, x, y, size, labelBox }) => ({
      id,
      position: { x: x - size, y: y - size },
      data: { label, side: sideOf({ y, labelBox }), kind, shape, color },
      width: 2 * size,
      height: 2 * size,
    })),
    edges: view.edges.map(({ id, source, target, layer, value, curvature, title, color, width, dash }) => {
      const lengths = dashArray(dash, width)
      // The head fills a quarter of React Flow's marker.
      const head = 26 + 5 * width
      return {
        id,
        source,
        target,
        data: { layer, value, curvature, title },
        style: {
          stroke: color,
          strokeWidth: width,
          ...(lengths ? { strokeDasharray: lengths, strokeLinecap: 'round' as const } : {}),
        },
        markerEnd: { type: 'arrowclosed', color, width: head, height: head, markerUnits: 'userSpaceOnUse' },
        ariaLabel: title,
      }
    }),
  }
}
