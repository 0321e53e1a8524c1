import type { BlockSum } from '../metrics/blockSum.ts'
import { freeze, isSnapshot, type NetworkLike, type Snapshot } from '../model/snapshot.ts'
import type { TieOptions } from '../model/ties.ts'
import { inIdlePool } from './idlePools.ts'
import { blockMeasures, type MeasureJob } from './measureBlock.ts'
import { runBlocks } from './runBlocks.ts'
import { sharedSnapshot } from './sharedSnapshot.ts'
import { type WorkOptions, workOptions } from './workOptions.ts'

type Measures = typeof blockMeasures
type ResultOf<M extends keyof Measures> = ReturnType<Measures[M]> extends BlockSum<infer R> ? R : never

let jobs = 0

/** A measure in worker threads: its blocks are added up in their order, as they are in one thread. */
export async function measureInWorkers<M extends keyof Measures>(
  measure: M,
  network: NetworkLike,
  options: (Parameters<Measures[M]>[1] & WorkOptions) | undefined,
): Promise<ResultOf<M>> {
  const { work, rest } = workOptions(measure, options)
  const snapshot = isSnapshot(network) ? network : freeze(network)
  return inIdlePool(work, async pool => {
    const { blocks, width, finish } = blockMeasures[measure](snapshot, rest) as BlockSum<ResultOf<M>>
    const job: MeasureJob = { id: jobs++, measure, network: sharedSnapshot(tiesAlone(snapshot, rest)), options: rest }
    const sum = new Float64Array(width)
    await runBlocks(
      pool,
      blocks,
      work,
      block => pool.run('measureBlock', { job, block }, work.signal),
      part => {
        for (let i = 0; i < width; i++) sum[i]! += part[i]!
        return true
      },
    )
    return finish(sum)
  })
}

/** All that the blocks read: names are for results and faults, and this thread has looked for faults and puts the result together. */
function tiesAlone({ graph, layers, selfTies }: Snapshot, { layer }: TieOptions): Snapshot {
  const column = layer === undefined ? undefined : layers.get(layer)
  return { ids: [], graph, layers: new Map(column && [[layer!, column]]), attributes: new Map(), selfTies }
}
