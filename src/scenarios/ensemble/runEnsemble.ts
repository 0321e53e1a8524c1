import { mean } from '../../kernel/mean.ts'
import { GuanxiError } from '../../model/errors.ts'
import type { RelationNetwork } from '../../model/network.ts'
import {
  abortSignal,
  callback,
  checkOptions,
  integerIn,
  type OptionRule,
  requireOption,
  seed,
} from '../../model/options.ts'
import { assumptions } from '../assumptions.ts'
import { outcomeNames } from '../dynamics/outcomesAt.ts'
import { parametersWith } from '../prepare.ts'
import { MOST_WEEKS } from '../schema.ts'
import type { Scenario } from '../types.ts'
import { blocksOf } from './blocksOf.ts'
import { createJob, type JobOptions } from './createJob.ts'
import { Gathered } from './gathered.ts'
import { hashOf } from './hashOf.ts'
import { inSlices, inThisThread } from './inThisThread.ts'
import { layoutOf } from './layoutOf.ts'
import { deviationOf, type Known, summarise } from './summarise.ts'
import type { Block, Checkpoint, EnsembleJob, EnsembleResult, Executor } from './types.ts'

/** Options of `runEnsemble`. */
export interface EnsembleOptions extends JobOptions {
  /** Where the blocks run. @defaultValue this thread, letting other work through every few milliseconds */
  readonly executor?: Executor | undefined
  /** Where finished blocks are kept, such as `fileCheckpoint(path)`. */
  readonly checkpoint?: Checkpoint | undefined
  /** Only this part of the replications; `mergeEnsembles` puts the parts together. */
  readonly shard?: { readonly index: number; readonly count: number } | undefined
  /** Stops as soon as the Monte-Carlo error of every mean is this small. */
  readonly targetError?: number | undefined
  /** Told how many replications of how many are done. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const where = 'runEnsemble'
const MOST_REPLICATIONS = 2 ** 31

const object: OptionRule = {
  expected: 'an object',
  accepts: value => typeof value === 'object' && value !== null && !Array.isArray(value),
}

const rules = (): Record<keyof EnsembleOptions, OptionRule> => ({
  replications: integerIn(1, MOST_REPLICATIONS),
  weeks: integerIn(0, MOST_WEEKS),
  seed,
  design: {
    expected: 'monte-carlo, latin-hypercube, sobol, { grid: { name: values } } or { list: [{ name: value }] }',
    accepts: isDesign,
  },
  noise: { expected: 'a number from 0 to 1', accepts: value => typeof value === 'number' && value >= 0 && value <= 1 },
  workplan: object,
  parameters: object,
  executor: { expected: 'an executor, with run and close', accepts: value => hasMethods(value, 'run', 'close') },
  checkpoint: {
    expected: 'a checkpoint, with load, append and close',
    accepts: value => hasMethods(value, 'load', 'append', 'close'),
  },
  shard: { expected: '{ index, count } with 0 ≤ index < count', accepts: isShard },
  targetError: {
    expected: 'a number above 0',
    accepts: value => typeof value === 'number' && value > 0 && Number.isFinite(value),
  },
  onProgress: callback,
  signal: abortSignal,
})

/**
 * Runs scenarios many times over sampled assumptions: how sure the answer is when most of its numbers are assumed.
 *
 * Replication k draws its assumptions, its noise and its random events from `(seed, k)` alone, the same for every scenario (common
 * random numbers): contrasts are paired, and any replication can be repeated alone (`replication`).
 *
 * @param network - as for `runScenario`.
 * @param scenarios - at least one; names must differ. `weeks` and `seed` are the ensemble's; a scenario's own `parameters`,
 *   `noise` and `workplan` go first.
 * @param options.replications - from 1; for a grid or a list @defaultValue the number of its points.
 * @param options.weeks - 0 to 5,200. @defaultValue 52
 * @param options.seed - any integer; the same seed gives the same bits, on any number of workers, in any shards, resumed or not.
 * @param options.design - see `Design`. @defaultValue latin-hypercube
 * @param options.noise - standard deviation of the weekly shocks to experience. @defaultValue 0
 * @param options.workplan - in part, as for `runScenario`.
 * @param options.parameters - by name: a number holds an assumption, `[low, high]` narrows or widens its range. Those that are not
 *   named are drawn from their ranges in `assumptions()`.
 * @param options.executor - where blocks run: `workerExecutor` of guanxi/node, for one.
 * @param options.checkpoint - where finished blocks are kept; closed at the end.
 * @param options.shard - `{ index, count }`: one part, to be merged by `mergeEnsembles`.
 * @param options.targetError - looked at after 64 replications and then each time that a quarter more are done (Sobol′: twice as
 *   many); not with shards. `replications` is then the most.
 * @param options.onProgress - told `{ done, total }` in replications, some hundred times.
 * @param options.signal - stops within 100 ms and rejects with the signal's reason; finished blocks stay in the checkpoint.
 * @returns distributions, paired contrasts, withdrawals, bands by week, what each replication gave, and a manifest. Plain JSON.
 * @throws {GuanxiError} `INVALID_OPTION`, `UNKNOWN_OPTION`, `BAD_CHECKPOINT`; and as `runScenario`.
 *
 * The network is not changed. What is drawn is our uncertainty about the assumptions, not the world's: a narrow band says that
 * they matter little in this model.
 *
 * Source: common random numbers, Law 2015, Simulation Modeling and Analysis, section 11.2; McKay, Beckman & Conover 1979,
 * Technometrics 21:239–245; Sobol′ points as in `sobol`.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { buildAlliance, runEnsemble } from 'guanxi/scenarios'
 *
 * const ensemble = await runEnsemble(
 *   xCommunity(),
 *   [
 *     { name: 'as it is', strategies: [] },
 *     { name: 'alliance', strategies: [buildAlliance()] },
 *   ],
 *   { replications: 100, seed: 1 },
 * )
 * const contrast = ensemble.contrasts.find(({ a, outcome }) => a === 'alliance' && outcome === 'voice')!
 * contrast.chanceABeatsB! > 0.9 // => true
 * ```
 */
export async function runEnsemble(
  network: RelationNetwork,
  scenarios: readonly Scenario[],
  options: EnsembleOptions,
): Promise<EnsembleResult> {
  checkOptions(where, options, rules())
  requireOption(where, 'seed', options?.seed)
  const { executor, checkpoint, shard, targetError, onProgress, signal, ...about } = options
  if (shard && targetError !== undefined)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: a shard cannot know the error of the whole; leave out targetError`,
    )
  signal?.throwIfAborted()
  const job = createJob(where, network, scenarios, about)
  const range = rangeOf(job, shard)
  const gathered = new Gathered(job, range)
  const work = new Work(job, gathered, executor ?? inThisThread(), checkpoint, onProgress, signal)
  let reached: boolean | null = null
  let to = range.to
  try {
    await work.start()
    if (targetError === undefined) await work.upTo(range.to)
    else {
      to = 0
      for (reached = false; !reached && to < range.to; ) {
        to = nextLook(job, to)
        await work.upTo(to)
        reached = largestError(job, gathered, to) <= targetError
      }
      work.finish(to)
    }
  } finally {
    await checkpoint?.close()
  }
  const known: Known = {
    scenarios: job.scenarios,
    weeks: job.weeks,
    seed: job.seed,
    shard: shard ? { index: shard.index, count: shard.count } : null,
    reachedTarget: reached,
    design: job.design,
    drawn: job.drawn,
    manifest: manifestOf(job),
    assumptions: assumptionsOf(job, about),
  }
  return inSlices(summarise(known, gathered.draws(to), gathered.weekly(to)), signal)
}

/** The blocks of one call: what is finished already, what runs, what is to be kept. */
class Work {
  readonly #job: EnsembleJob
  readonly #gathered: Gathered
  readonly #executor: Executor
  readonly #checkpoint: Checkpoint | undefined
  readonly #onProgress: EnsembleOptions['onProgress']
  /** Aborted by the caller, or by a checkpoint that can no longer be written. */
  readonly #stop = new AbortController()
  readonly #signal: AbortSignal
  #finished: Block[] = []
  #kept: Promise<void> = Promise.resolve()
  #done = 0
  #reported = Number.NEGATIVE_INFINITY

  constructor(
    job: EnsembleJob,
    gathered: Gathered,
    executor: Executor,
    checkpoint: Checkpoint | undefined,
    onProgress: EnsembleOptions['onProgress'],
    signal: AbortSignal | undefined,
  ) {
    this.#job = job
    this.#gathered = gathered
    this.#executor = executor
    this.#checkpoint = checkpoint
    this.#onProgress = onProgress
    this.#signal = signal ? AbortSignal.any([signal, this.#stop.signal]) : this.#stop.signal
  }

  async start(): Promise<void> {
    const { range } = this.#gathered
    const { sizeOf } = layoutOf(this.#job)
    for (const finished of (await this.#checkpoint?.load(this.#job)) ?? []) {
      const { block, values } = finished
      if (
        !(
          block.from >= 0 &&
          block.from < block.to &&
          block.to <= this.#job.replications &&
          values.length === sizeOf(block)
        )
      )
        throw new GuanxiError('BAD_CHECKPOINT', `${where}: the checkpoint holds a block that is not one of this job`)
      this.#gathered.add(finished)
      this.#finished.push(block)
    }
    const missing = blocksOf(this.#job, range, this.#finished)
    this.#done = range.to - range.from - missing.reduce((sum, { from, to }) => sum + to - from, 0)
    this.#report(range.to - range.from)
  }

  /** Runs what is missing of the replications up to `to`. */
  async upTo(to: number): Promise<void> {
    const { range } = this.#gathered
    const blocks = blocksOf(this.#job, { from: range.from, to }, this.#finished)
    try {
      if (blocks.length > 0)
        await this.#executor.run(this.#job, blocks, (block, values) => this.#take(block, values), this.#signal)
    } finally {
      await this.#kept
    }
    this.#signal.throwIfAborted()
    this.#finished.push(...blocks)
  }

  /** Says that no more will be done. */
  finish(to: number): void {
    this.#done = to
    this.#reported = Number.NEGATIVE_INFINITY
    this.#report(to)
  }

  #take(block: Block, values: Float64Array): void {
    this.#gathered.add({ block, values })
    const checkpoint = this.#checkpoint
    if (checkpoint)
      this.#kept = this.#kept.then(() => checkpoint.append(block, values)).catch(error => this.#stop.abort(error))
    this.#done += block.to - block.from
    this.#report(this.#gathered.range.to - this.#gathered.range.from)
  }

  #report(total: number): void {
    if (!this.#onProgress || !(this.#done === total || this.#done - this.#reported >= total / 100)) return
    this.#reported = this.#done
    this.#onProgress({ done: this.#done, total })
  }
}

function rangeOf({ replications }: EnsembleJob, shard: EnsembleOptions['shard']): Block {
  if (!shard) return { from: 0, to: replications }
  const { index, count } = shard
  if (count > replications)
    throw new GuanxiError('INVALID_OPTION', `${where}: ${replications} replications do not make ${count} shards`)
  return shardRange(replications, index, count)
}

/** Replications of a shard: the parts differ by one at most. */
export function shardRange(replications: number, index: number, count: number): Block {
  return { from: Math.floor((index * replications) / count), to: Math.floor(((index + 1) * replications) / count) }
}

const FIRST_LOOK = 64

/** When the error is looked at: the same moments however the work is shared out, so that the answer is the same too. */
function nextLook({ design, replications }: EnsembleJob, done: number): number {
  const next =
    done === 0 ? FIRST_LOOK : design === 'sobol' ? 2 * done : FIRST_LOOK * Math.ceil((done * 1.25) / FIRST_LOOK)
  return Math.min(replications, next)
}

function largestError({ scenarios }: EnsembleJob, gathered: Gathered, to: number): number {
  let largest = 0
  for (let s = 0; s < scenarios.length; s++)
    for (let o = 0; o < outcomeNames.length; o++) {
      const values = gathered.column(s, o, to).filter(value => !Number.isNaN(value))
      if (values.length > 0)
        largest = Math.max(
          largest,
          deviationOf(values, mean(values)) / Math.sqrt(values.length) || (values.length < 2 ? Infinity : 0),
        )
    }
  return largest
}

function manifestOf(job: EnsembleJob): EnsembleResult['manifest'] {
  return {
    version: job.version,
    seed: job.seed,
    weeks: job.weeks,
    replications: job.replications,
    network: hashOf(job.network),
    scenarios: hashOf(job.scenarios),
    parameters: hashOf({ design: job.design, drawn: job.drawn }),
    job: job.id,
  }
}

function assumptionsOf({ drawn }: EnsembleJob, { parameters = {} }: JobOptions): EnsembleResult['assumptions'] {
  const held = Object.entries(parameters).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  const values = parametersWith(where, Object.fromEntries(held))
  return assumptions().map(row => {
    const range = drawn.find(({ name }) => name === row.name)?.range ?? row.range
    return { ...row, value: values[row.name as keyof typeof values], range }
  })
}

function isDesign(value: unknown): boolean {
  if (typeof value === 'string') return ['monte-carlo', 'latin-hypercube', 'sobol'].includes(value)
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return false
  const { grid, list } = value as { grid?: unknown; list?: unknown }
  if (Array.isArray(list)) return list.length > 0 && list.every(point => typeof point === 'object' && point !== null)
  const columns = typeof grid === 'object' && grid !== null ? Object.values(grid) : []
  return columns.length > 0 && columns.every(column => Array.isArray(column) && column.length > 0)
}

function isShard(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { index, count, ...more } = value as { index?: unknown; count?: unknown }
  return (
    Object.keys(more).length === 0 &&
    Number.isInteger(index) &&
    Number.isInteger(count) &&
    (index as number) >= 0 &&
    (index as number) < (count as number)
  )
}

function hasMethods(value: unknown, ...names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false
  return names.every(name => typeof (value as Record<string, unknown>)[name] === 'function')
}
