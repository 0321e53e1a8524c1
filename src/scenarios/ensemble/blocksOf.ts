import type { Block, EnsembleJob } from './types.ts'

/** How long a block may take, by a rough guess: long enough that handing it out costs little, short enough to lose. */
const MILLISECONDS = 50
const MOST = 4096

/** Cuts what is missing of `from … to − 1` into blocks. Their size changes no bit of the results. */
export function blocksOf(job: EnsembleJob, { from, to }: Block, finished: readonly Block[]): Block[] {
  const perWeek = 0.001 * (1 + job.network.ties.length / 10)
  const size = Math.min(
    MOST,
    Math.max(1, Math.round(MILLISECONDS / (perWeek * (1 + job.weeks) * job.scenarios.length))),
  )
  const blocks: Block[] = []
  const add = (begin: number, end: number) => {
    for (let at = begin; at < end; at += size) blocks.push({ from: at, to: Math.min(end, at + size) })
  }
  let at = from
  for (const block of [...finished].sort((a, b) => a.from - b.from)) {
    if (block.to <= at || block.from >= to) continue
    add(at, Math.max(at, block.from))
    at = Math.max(at, block.to)
  }
  add(at, to)
  return blocks
}
