import { toFault } from '../../model/fault.ts'
import { blockServer } from './blockServer.ts'
import type { WorkerAnswer, WorkerQuestion } from './webWorkerExecutor.ts'

/**
 * Makes a Web Worker carry out the blocks that `webWorkerExecutor` sends it: the whole of a worker's script.
 *
 * @example
 * ```ts
 * import { serveEnsembles } from 'guanxi/scenarios'
 *
 * typeof serveEnsembles // => 'function'
 * ```
 */
export function serveEnsembles(): void {
  const scope = globalThis as unknown as {
    onmessage: (event: { readonly data: WorkerQuestion }) => void
    postMessage(message: WorkerAnswer): void
  }
  const serve = blockServer()
  scope.onmessage = ({ data: { job, block } }) => {
    try {
      scope.postMessage({ values: serve(job, block) })
    } catch (error) {
      scope.postMessage({ fault: toFault(error) })
    }
  }
}
