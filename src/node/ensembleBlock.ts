import { blockServer } from '../scenarios/ensemble/blockServer.ts'
import type { Block, EnsembleJob } from '../scenarios/ensemble/types.ts'

let serve: ReturnType<typeof blockServer> | undefined

/** Task: a block of an ensemble. */
export function ensembleBlock({ job, block }: { readonly job: EnsembleJob; readonly block: Block }): Float64Array {
  serve ??= blockServer() // one a worker, whose blocks mostly belong to one job
  return serve(job, block)
}
