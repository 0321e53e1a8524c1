import { keyedPermutation } from '../../kernel/keyedPermutation.ts'
import { randomStream } from '../../kernel/random.ts'
import { sobolAt, sobolCoordinate } from '../../kernel/sobolCoordinate.ts'
import { drawAt } from '../assumptions.ts'
import type { EnsembleJob } from './types.ts'

/** Streams below the seed of an ensemble: for the places in the ranges, for the hypercube's slices, for each replication's own seed. */
const PLACES = 1
const SLICES = 2
const SEEDS = 3

/** What replications are drawn from: fields that a job and a result share. */
export type Drawn = Pick<EnsembleJob, 'replications' | 'seed' | 'design' | 'drawn'>

/** The assumptions and the seed of one replication, worked out alone. */
export interface DesignPoints {
  /** Names that the replications set. */
  readonly names: readonly string[]
  /** Writes what replication `k` sets under the names; `undefined` where a list says nothing. */
  draw(k: number, into: Record<string, number | undefined>): void
  /** Seed of the noise and the random events of replication `k`: a whole number in [0, 2⁵³). */
  seedOf(k: number): number
}

/**
 * Makes the points of a design. Replication `k` is drawn from `(seed, k)` alone, in memory that does not grow with their number.
 *
 * - `monte-carlo`: each assumption at a random place of its range.
 * - `latin-hypercube`: in each assumption, every one of `replications` equal slices of its range exactly once.
 * - `sobol`: scrambled Sobol′ points; most even when `replications` is a power of two.
 * - grid, list: point `k` modulo their number; the last name of a grid varies fastest.
 */
export function designPoints({ design, drawn, replications, seed }: Drawn): DesignPoints {
  const seedOf = (k: number) => Math.floor(randomStream(seed, SEEDS, k).uniform() * 2 ** 53)
  if (typeof design === 'object') {
    const names = 'grid' in design ? Object.keys(design.grid) : [...new Set(design.list.flatMap(Object.keys))]
    return {
      names,
      seedOf,
      draw: (k, into) => {
        if ('list' in design) for (const name of names) into[name] = design.list[k % design.list.length]![name]
        else fromGrid(design.grid, names, k, into)
      },
    }
  }
  const place = placesOf(design, drawn.length, replications, seed)
  return {
    names: drawn.map(({ name }) => name),
    seedOf,
    draw: (k, into) => {
      const at = place(k)
      for (let d = 0; d < drawn.length; d++) into[drawn[d]!.name] = drawAt(drawn[d]!, at(d))
    },
  }
}

/** How many points a grid has. */
export function gridSize(grid: Readonly<Record<string, readonly number[]>>): number {
  return Object.values(grid).reduce((product, values) => product * values.length, 1)
}

function fromGrid(
  grid: Readonly<Record<string, readonly number[]>>,
  names: readonly string[],
  k: number,
  into: Record<string, number | undefined>,
): void {
  let rest = k
  for (let d = names.length - 1; d >= 0; d--) {
    const values = grid[names[d]!]!
    into[names[d]!] = values[rest % values.length]!
    rest = Math.floor(rest / values.length)
  }
}

/** Places in [0, 1): for replication `k` a function that gives coordinate after coordinate, in order. */
function placesOf(
  design: 'monte-carlo' | 'latin-hypercube' | 'sobol',
  dimensions: number,
  replications: number,
  seed: number,
): (k: number) => (d: number) => number {
  if (design === 'sobol') {
    const coordinates = Array.from({ length: dimensions }, (_, d) => sobolCoordinate(d, seed))
    return k => d => sobolAt(coordinates[d]!, k)
  }
  if (design === 'monte-carlo') return k => randomStream(seed, PLACES, k).uniform
  const slices = Array.from({ length: dimensions }, (_, d) => keyedPermutation(replications, seed, SLICES, d))
  return k => {
    const { uniform } = randomStream(seed, PLACES, k)
    return d => (slices[d]!(k) + uniform()) / replications
  }
}
