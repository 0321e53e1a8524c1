import type { NetworkDocument } from '../../model/network.ts'
import type { Assumption } from '../assumptions.ts'
import type { OutcomeName } from '../outcomes.ts'
import type { Scenario } from '../types.ts'

/**
 * How the replications draw their assumptions: at random, from a Latin hypercube, from a scrambled Sobol′ sequence; over every
 * combination of a grid; or from a list of the user's, both gone through again and again.
 */
export type Design =
  | 'monte-carlo'
  | 'latin-hypercube'
  | 'sobol'
  | { readonly grid: Readonly<Record<string, readonly number[]>> }
  | { readonly list: readonly Readonly<Record<string, number>>[] }

/** An assumption that a sampled design draws, and between which ends. */
export type DrawnAssumption = Pick<Assumption, 'name' | 'range' | 'draw'>

/** Everything that a block of replications needs, as JSON can hold it: a worker on another machine gets this and nothing else. */
export interface EnsembleJob {
  /** Version of the library. */
  readonly version: string
  /** SHA-256 of all the rest: what checkpoints, shards and caches know the job by. */
  readonly id: string
  readonly network: NetworkDocument
  /** Named, with weeks, workplan, noise and held parameters filled in. */
  readonly scenarios: readonly Scenario[]
  readonly weeks: number
  readonly replications: number
  readonly seed: number
  readonly design: Design
  /** What the design draws; empty for a grid and a list, which name their own. */
  readonly drawn: readonly DrawnAssumption[]
}

/** Replications `from … to − 1`. */
export interface Block {
  readonly from: number
  readonly to: number
}

/** The values of a block, as `runBlock` gives them. */
export interface FinishedBlock {
  readonly block: Block
  readonly values: Float64Array
}

/** Runs blocks somewhere: here, in worker threads, in a browser's workers, on other machines. */
export interface Executor {
  /** Calls `done` for each block as it finishes, in any order, once a block; rejects with the signal's reason on an abort. */
  run(
    job: EnsembleJob,
    blocks: readonly Block[],
    done: (block: Block, values: Float64Array) => void,
    signal?: AbortSignal,
  ): Promise<void>
  /** Lets go of what the executor holds. */
  close(): Promise<void>
}

/** Keeps finished blocks of a job, so that a later run goes on from there. */
export interface Checkpoint {
  /**
   * The blocks that are there already; none for a new one.
   * @throws {GuanxiError} `BAD_CHECKPOINT` when it is another job's, or damaged elsewhere than at its end.
   */
  load(job: EnsembleJob): Promise<readonly FinishedBlock[]>
  /** Keeps the values of a finished block. */
  append(block: Block, values: Float64Array): Promise<void>
  /** Called once, when the ensemble is done or has failed. */
  close(): Promise<void>
}

/** An outcome of one scenario over all replications; `null` where no replication defines it. */
export interface EnsembleOutcome {
  readonly scenario: string
  readonly outcome: OutcomeName
  /** Replications that define it. */
  readonly count: number
  readonly mean: number | null
  /** `null` also for a single replication. */
  readonly sd: number | null
  readonly median: number | null
  /** Nine of ten replications lie between `low` and `high`: the quantiles 0.05 and 0.95. */
  readonly low: number | null
  readonly high: number | null
  /** Monte-Carlo standard error of the mean, sd / √count: how far it would move with other draws of the same assumptions. */
  readonly error: number | null
}

/** Two scenarios in the same replications: a − b, pair by pair. */
export interface EnsembleContrast {
  readonly a: string
  readonly b: string
  readonly outcome: OutcomeName
  /** Replications that define both. */
  readonly count: number
  /** Mean of a − b. */
  readonly difference: number | null
  /** 95 % interval of that mean, from its Monte-Carlo error (Student's t). */
  readonly interval: readonly [number, number] | null
  readonly sd: number | null
  readonly error: number | null
  /** Quantiles of a − b over the replications. */
  readonly median: number | null
  readonly low: number | null
  readonly high: number | null
  /** Share of the replications in which a is better than b on this outcome (higher or lower, as `outcomes` says); a tie counts half. */
  readonly chanceABeatsB: number | null
}

/** In how many replications an agency left. */
export interface EnsembleWithdrawals {
  readonly scenario: string
  /** Share of the replications in which at least one agency withdrew. */
  readonly share: number
  readonly error: number
  /** Median of the week in which the first left, over those replications; `null` when there is none. */
  readonly medianWeek: number | null
}

/** An outcome of a scenario week by week over the first replications: a line with ribbons. */
export interface EnsembleBand {
  readonly scenario: string
  readonly outcome: OutcomeName
  /** The weeks of all columns below: 0 to the end, at most 53 of them. */
  readonly weeks: readonly number[]
  /** Quantiles 0.05, 0.25, 0.5, 0.75 and 0.95 of each week. */
  readonly low: readonly (number | null)[]
  readonly lowerQuartile: readonly (number | null)[]
  readonly median: readonly (number | null)[]
  readonly upperQuartile: readonly (number | null)[]
  readonly high: readonly (number | null)[]
}

/** What each replication gave: entry `r` of a column is replication `from + r`. */
export interface EnsembleDraws {
  readonly from: number
  readonly to: number
  /** A column a scenario and outcome; `null` where not defined. */
  readonly outcomes: readonly {
    readonly scenario: string
    readonly outcome: OutcomeName
    readonly values: readonly (number | null)[]
  }[]
  /** A column a scenario: the week in which the first agency withdrew, or `null`. */
  readonly withdrewInWeek: readonly { readonly scenario: string; readonly values: readonly (number | null)[] }[]
}

/** What the run is known by: the same manifest, the same numbers. */
export interface EnsembleManifest {
  readonly version: string
  readonly seed: number
  readonly weeks: number
  /** Replications that were asked for. */
  readonly replications: number
  /** SHA-256 of the network, of the scenarios, of the design with what it draws, and of all together with version and seed. */
  readonly network: string
  readonly scenarios: string
  readonly parameters: string
  readonly job: string
}

/** What `runEnsemble` and `mergeEnsembles` give. Plain JSON. */
export interface EnsembleResult {
  readonly kind: 'ensemble'
  readonly scenarios: readonly Scenario[]
  readonly weeks: number
  readonly seed: number
  /** Replications that are in this result: fewer than asked for in a shard, or after stopping early. */
  readonly replications: number
  /** Which part this is; `null` for the whole. */
  readonly shard: { readonly index: number; readonly count: number } | null
  /** Whether the target error was reached; `null` without one. */
  readonly reachedTarget: boolean | null
  readonly outcomes: readonly EnsembleOutcome[]
  /** Every ordered pair of scenarios. */
  readonly contrasts: readonly EnsembleContrast[]
  readonly withdrawals: readonly EnsembleWithdrawals[]
  readonly bands: readonly EnsembleBand[]
  readonly design: Design
  readonly drawn: readonly DrawnAssumption[]
  readonly draws: EnsembleDraws
  /** Weekly outcomes of the replications behind the bands; `null` but in shards, which need them to be merged. */
  readonly weekly: readonly (number | null)[] | null
  readonly manifest: EnsembleManifest
  /** Every parameter of the model: its value where it is held, its range where it is drawn. */
  readonly assumptions: readonly Assumption[]
}
