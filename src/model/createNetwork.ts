import { DirectedGraph } from 'graphology'
import { documentIssues } from './documentIssues.ts'
import type { ActorAttributes, NetworkAttributes, NetworkDocument, RelationNetwork, TieAttributes } from './network.ts'
import { withIssues } from './withIssues.ts'

/**
 * Makes a network from a document.
 *
 * @param document - actors and ties. Ids are any non-empty text and keep their order. `power` and `trust` in [0, 1],
 *   `resources` ≥ 0; `null` or absent is unknown, which is not zero; a tie that is not listed is zero on every layer.
 *   Other attributes of actors and ties are kept, and numeric ones of ties can be named as `layer` by every measure.
 * @returns a fresh graphology `DirectedGraph`; nothing of the document is shared with it.
 * @throws {GuanxiError} `INVALID_DOCUMENT` with every fault and its path in `.issues`: nothing is repaired.
 *
 * Time O(actors + ties).
 *
 * @example
 * ```ts
 * import { createNetwork } from 'guanxi'
 *
 * const network = createNetwork({
 *   actors: [
 *     { id: 'street', kind: 'street-office' },
 *     { id: 'agency', kind: 'social-work-agency' },
 *   ],
 *   ties: [{ source: 'street', target: 'agency', power: 0.8, resources: 0.9, trust: null }],
 * })
 * network.order // => 2
 * network.getEdgeAttribute(network.edge('street', 'agency'), 'power') // => 0.8
 * ```
 */
export function createNetwork(document: NetworkDocument): RelationNetwork {
  const issues = documentIssues(document)
  if (issues.length > 0)
    throw withIssues(
      'INVALID_DOCUMENT',
      `createNetwork: the document has ${issues.length} fault${issues.length === 1 ? '' : 's'}`,
      issues,
    )
  const network: RelationNetwork = new DirectedGraph<ActorAttributes, TieAttributes, NetworkAttributes>()
  if (document.attributes) network.mergeAttributes(structuredClone(document.attributes))
  if (document.name !== undefined) network.setAttribute('name', document.name)
  for (const { id, ...attributes } of document.actors) network.addNode(id, structuredClone(attributes))
  document.ties.forEach(({ source, target, ...attributes }, i) => {
    network.addDirectedEdgeWithKey(`tie-${i}`, source, target, structuredClone(attributes))
  })
  return network
}
