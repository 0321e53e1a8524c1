import { DirectedGraph } from 'graphology'
import { GuanxiError } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import type { Reportable } from './reportOf.ts'

/**
 * A result that was sent or kept as JSON, with networks where graphology's own JSON stood for them; any other as it is.
 *
 * @throws {GuanxiError} `INVALID_NETWORK` when graphology cannot take it.
 */
export function revived(where: string, result: Reportable): Reportable {
  if (result.kind === 'diagnosis') return { ...result, network: result.network && networkOf(where, result.network) }
  if (result.kind === 'scenario')
    return { ...result, before: networkOf(where, result.before), after: networkOf(where, result.after) }
  if (result.kind === 'comparison' && Array.isArray(result.scenarios))
    return { ...result, scenarios: result.scenarios.map(one => revived(where, one) as typeof one) }
  return result
}

function networkOf(where: string, network: RelationNetwork): RelationNetwork {
  // What JSON.stringify makes of a graph; a graph has functions by these names.
  const kept = network as unknown as { nodes?: unknown; edges?: unknown } | undefined
  if (!Array.isArray(kept?.nodes) || !Array.isArray(kept.edges)) return network
  try {
    return new DirectedGraph().import(kept as never) as RelationNetwork
  } catch (error) {
    throw new GuanxiError('INVALID_NETWORK', `${where}: the network of the result: ${(error as Error).message}`)
  }
}
