import { actorTriadBlocks } from '../metrics/actorTriads.ts'
import { betweennessBlocks } from '../metrics/betweenness.ts'
import type { BlockSum } from '../metrics/blockSum.ts'
import { closenessBlocks } from '../metrics/closeness.ts'
import { reachingBlocks } from '../metrics/globalReachingCentrality.ts'
import { triadBlocks } from '../metrics/triadCensus.ts'
import { type SharedSnapshot, snapshotOfShared } from './sharedSnapshot.ts'

/** The measures that worker threads share, as sums over blocks. */
export const blockMeasures = {
  actorTriads: actorTriadBlocks,
  betweenness: betweennessBlocks,
  closeness: closenessBlocks,
  globalReachingCentrality: reachingBlocks,
  triadCensus: triadBlocks,
}

export interface MeasureJob {
  /** Different for every job of a pool. */
  readonly id: number
  readonly measure: keyof typeof blockMeasures
  readonly network: SharedSnapshot
  readonly options: object
}

/** The job that this worker made ready last: its blocks come one after the other. */
let ready: { readonly id: number; readonly sum: BlockSum<unknown> } | undefined

/** Task: what one block adds to a measure. */
export function measureBlock({ job, block }: { readonly job: MeasureJob; readonly block: number }): Float64Array {
  if (ready?.id !== job.id)
    ready = { id: job.id, sum: blockMeasures[job.measure](snapshotOfShared(job.network), job.options) }
  const part = new Float64Array(ready.sum.width)
  ready.sum.add(block, part)
  return part
}
