import { outcomeNames } from '../dynamics/outcomesAt.ts'
import type { Block, EnsembleJob } from './types.ts'

/** Replications whose weeks are kept, for the bands: the first ones, enough for quantiles that a ribbon can show. */
const TRACKED = 256
/** Weeks kept of each: at most a year's, evenly spaced over a longer run. */
const MOST_STEPS = 52

/**
 * Where things stand in the values of a block.
 *
 * First a row a replication: for each scenario the outcomes at the end and the week of the first withdrawal (NaN: none). Then,
 * for those of its replications that are tracked, for each scenario and kept week the outcomes.
 */
export interface Layout {
  /** Outcomes and the week of withdrawal. */
  readonly columns: number
  /** Numbers a replication. */
  readonly width: number
  /** Replications 0 … tracked − 1 keep their weeks. */
  readonly tracked: number
  /** The weeks that are kept. */
  readonly weeks: readonly number[]
  /** Further numbers of a tracked replication. */
  readonly trackWidth: number
  /** How many numbers a block has. */
  readonly sizeOf: (block: Block) => number
}

export function layoutOf({
  scenarios,
  weeks,
  replications,
}: Pick<EnsembleJob, 'scenarios' | 'weeks' | 'replications'>): Layout {
  const columns = outcomeNames.length + 1
  const width = scenarios.length * columns
  const tracked = Math.min(TRACKED, replications)
  const steps = Math.min(MOST_STEPS, weeks)
  const kept = Array.from({ length: steps + 1 }, (_, i) => (steps === 0 ? 0 : Math.round((i * weeks) / steps)))
  const trackWidth = scenarios.length * kept.length * outcomeNames.length
  return {
    columns,
    width,
    tracked,
    weeks: kept,
    trackWidth,
    sizeOf: ({ from, to }) => (to - from) * width + Math.max(0, Math.min(to, tracked) - from) * trackWidth,
  }
}
