import { blockServer } from './blockServer.ts'
import type { Block, EnsembleJob } from './types.ts'

/**
 * The values of a block of replications; the same bits wherever it runs.
 *
 * @param job - what `runEnsemble` hands to its executor.
 * @returns a row a replication: for each scenario the outcomes at the end, in the order of `outcomes`, then the week of the
 *   first withdrawal; NaN where not defined. After them, for those of the first 256 replications that are in the block, the
 *   outcomes of every kept week, for the bands.
 *
 * Making the job ready takes as long as some runs: give whole blocks, not single replications.
 */
export function runBlock(job: EnsembleJob, block: Block): Float64Array {
  return blockServer()(job, block)
}
