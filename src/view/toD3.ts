import type { NetworkView, ViewEdge, ViewNode } from './types.ts'

/** Nodes and links as d3-force and most chart libraries take them; links name their ends by id. */
export interface D3Graph {
  readonly nodes: readonly ViewNode[]
  readonly links: readonly ViewEdge[]
}

/**
 * Nodes and links for d3: fresh objects, since d3-force writes into what it gets (`forceLink().id(node => node.id)`).
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { networkView, toD3 } from 'guanxi/view'
 *
 * toD3(networkView(xCommunity(), { layer: 'power' })).links[0]?.source // => 'street'
 * ```
 */
export function toD3(view: NetworkView): D3Graph {
  return structuredClone({ nodes: view.nodes, links: view.edges })
}
