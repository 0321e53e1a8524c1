import { GuanxiError, show } from './errors.ts'
import type { RelationNetwork } from './network.ts'

/**
 * Refuses what is no network of ours: anything but a directed graphology graph.
 *
 * @throws {GuanxiError} `INVALID_NETWORK`.
 */
export function requireGraph(where: string, network: unknown): asserts network is RelationNetwork {
  const { forEachNode, type } = (network ?? {}) as { forEachNode?: unknown; type?: unknown }
  if (typeof forEachNode !== 'function' || type !== 'directed')
    throw new GuanxiError('INVALID_NETWORK', `${where}: expected a graphology DirectedGraph, got ${show(network)}`)
}
