import { orNull } from '../../model/scores.ts'
import { outcomeNames } from '../dynamics/outcomesAt.ts'
import { type Layout, layoutOf } from './layoutOf.ts'
import type { Block, EnsembleDraws, EnsembleJob, FinishedBlock } from './types.ts'

/** Gathers blocks as they come, in whatever order: numbers in columns, so that 100,000 replications need no object each. */
export class Gathered {
  readonly range: Block
  readonly #job: EnsembleJob
  readonly #layout: Layout
  /** A column a scenario and outcome or week of withdrawal, in the order of a block's rows. */
  readonly #columns: Float64Array[]
  /** The weeks of the tracked replications within the range. */
  readonly #weekly: Float64Array

  constructor(job: EnsembleJob, range: Block) {
    this.range = range
    this.#job = job
    this.#layout = layoutOf(job)
    this.#columns = Array.from({ length: this.#layout.width }, () => new Float64Array(range.to - range.from))
    this.#weekly = new Float64Array(this.#tracksUpTo(range.to) * this.#layout.trackWidth)
  }

  /** Adds a block, or what of it lies in the range. */
  add({ block, values }: FinishedBlock): void {
    const { width, trackWidth, tracked } = this.#layout
    const { from, to } = this.range
    const first = Math.max(from, block.from)
    const end = Math.min(to, block.to)
    for (let k = first; k < end; k++) {
      const row = (k - block.from) * width
      for (let c = 0; c < width; c++) this.#columns[c]![k - from] = values[row + c]!
    }
    const tracks = (block.to - block.from) * width
    for (let k = first; k < Math.min(end, tracked); k++) {
      const at = tracks + (k - block.from) * trackWidth
      this.#weekly.set(values.subarray(at, at + trackWidth), (k - from) * trackWidth)
    }
  }

  /** One column up to replication `to`. */
  column(scenario: number, column: number, to: number): Float64Array {
    return this.#columns[scenario * this.#layout.columns + column]!.subarray(0, to - this.range.from)
  }

  /** What came in, up to replication `to`, as JSON can hold it. */
  draws(to: number): EnsembleDraws {
    const { scenarios } = this.#job
    const column = (s: number, c: number) => Array.from(this.column(s, c, to), orNull)
    return {
      from: this.range.from,
      to,
      outcomes: scenarios.flatMap(({ name }, s) =>
        outcomeNames.map((outcome, o) => ({ scenario: name!, outcome, values: column(s, o) })),
      ),
      withdrewInWeek: scenarios.map(({ name }, s) => ({ scenario: name!, values: column(s, outcomeNames.length) })),
    }
  }

  weekly(to: number): (number | null)[] {
    return Array.from(this.#weekly.subarray(0, this.#tracksUpTo(to) * this.#layout.trackWidth), orNull)
  }

  #tracksUpTo(to: number): number {
    return Math.max(0, Math.min(to, this.#layout.tracked) - this.range.from)
  }
}
