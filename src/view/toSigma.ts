import { DirectedGraph } from 'graphology'
import type { NetworkView } from './types.ts'

/** Attributes that sigma reads, and the view's own. */
export interface SigmaNode {
  x: number
  y: number
  size: number
  color: string
  label: string
  kind: string
  shape: string
}

/** Attributes of an edge that sigma reads, and the view’s own. */
export interface SigmaEdge {
  size: number
  color: string
  /** `'curvedArrow'` or `'arrow'`: the names under which the edge programs are to be registered. */
  type: string
  curvature: number
  label: string
  layer: string | null
  value: number | null
}

/**
 * A graphology graph that sigma 3 draws as the view says.
 *
 * Sigma's `y` runs upwards, so it is turned here, and with it the sign of the curvature. Bent ties have the type `curvedArrow`, for `@sigma/edge-curve`'s
 * `EdgeCurvedArrowProgram`; straight ones `arrow`, which is sigma's own.
 *
 * @returns a fresh `DirectedGraph` with the ids of the view.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { networkView, toSigma } from 'guanxi/view'
 *
 * toSigma(networkView(xCommunity())).getNodeAttribute('street', 'label') // => 'Street office'
 * ```
 */
export function toSigma(view: NetworkView): DirectedGraph<SigmaNode, SigmaEdge> {
  const graph = new DirectedGraph<SigmaNode, SigmaEdge>()
  for (const { id, x, y, size, color, label, kind, shape } of view.nodes)
    graph.addNode(id, { x, y: -y || 0, size, color, label, kind, shape })
  for (const { id, source, target, width, color, curvature, title, layer, value } of view.edges)
    graph.addDirectedEdgeWithKey(id, source, target, {
      size: width,
      color,
      type: curvature === 0 ? 'arrow' : 'curvedArrow',
      curvature: -curvature || 0,
      label: title,
      layer,
      value,
    })
  return graph
}
