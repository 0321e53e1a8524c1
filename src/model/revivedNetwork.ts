import { DirectedGraph } from 'graphology'
import { GuanxiError } from './errors.ts'
import type { RelationNetwork } from './network.ts'

/**
 * The network of a result that was sent or kept as JSON, where graphology's own JSON stands for it; any other as it is.
 *
 * @throws {GuanxiError} `INVALID_NETWORK` when graphology cannot take it.
 */
export function revivedNetwork(where: string, network: RelationNetwork): RelationNetwork {
  // What JSON.stringify makes of a graph; a graph has functions by these names.
  const kept = network as unknown as { nodes?: unknown; edges?: unknown } | undefined
  if (!Array.isArray(kept?.nodes) || !Array.isArray(kept.edges)) return network
  try {
    return new DirectedGraph().import(kept as never) as RelationNetwork
  } catch (error) {
    throw new GuanxiError('INVALID_NETWORK', `${where}: the network of the result: ${(error as Error).message}`)
  }
}
