import { revivedNetwork } from '../model/revivedNetwork.ts'
import type { Reportable } from './reportOf.ts'

/**
 * A result that was sent or kept as JSON, with networks where graphology's own JSON stood for them; any other as it is.
 *
 * @throws {GuanxiError} `INVALID_NETWORK` when graphology cannot take it.
 */
export function revived(where: string, result: Reportable): Reportable {
  if (result.kind === 'diagnosis')
    return { ...result, network: result.network && revivedNetwork(where, result.network) }
  if (result.kind === 'scenario')
    return { ...result, before: revivedNetwork(where, result.before), after: revivedNetwork(where, result.after) }
  if (result.kind === 'comparison' && Array.isArray(result.scenarios))
    return { ...result, scenarios: result.scenarios.map(one => revived(where, one) as typeof one) }
  return result
}
