import { documentIssues } from './documentIssues.ts'
import type { NetworkDocument, RelationNetwork } from './network.ts'
import { requireDirected } from './snapshot.ts'
import { withIssues } from './withIssues.ts'

/**
 * Writes a network as a document, ready for `JSON.stringify`.
 *
 * @returns a fresh document in the order of the graph; `createNetwork(toDocument(network))` equals the network.
 * @throws {GuanxiError} `INVALID_NETWORK` when it is no directed graph; with all faults, when it holds what a document cannot: a
 *   self-tie, a value out of range, an actor without `kind`.
 *
 * Time O(actors + ties). The network is not changed.
 *
 * @example
 * ```ts
 * import { toDocument } from 'guanxi'
 * import { xCommunity } from 'guanxi/cases'
 *
 * toDocument(xCommunity()).actors[0]?.id // => 'street'
 * ```
 */
export function toDocument(network: RelationNetwork): NetworkDocument {
  requireDirected(network)
  const { name, ...attributes } = structuredClone(network.getAttributes())
  const document: NetworkDocument = {
    format: 'guanxi',
    version: 1,
    ...(name === undefined ? {} : { name }),
    ...(Object.keys(attributes).length === 0
      ? {}
      : { attributes: attributes as NonNullable<NetworkDocument['attributes']> }),
    actors: network.mapNodes((id, actor) => ({ id, ...structuredClone(actor) })),
    ties: network.mapEdges((_, tie, source, target) => ({ source, target, ...structuredClone(tie) })),
  }
  const issues = documentIssues(document)
  if (issues.length > 0)
    throw withIssues('INVALID_NETWORK', 'toDocument: the network holds what a document cannot', issues)
  return document
}
