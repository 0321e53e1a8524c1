import { type RandomStream, randomStream } from './random.ts'
import type { SamplingDesign } from './samplingDesign.ts'

/** Trajectories on a grid, and what `morrisEffects` needs to read them. */
export interface MorrisDesign extends SamplingDesign {
  readonly trajectories: number
  /** Length of every step in the unit cube. */
  readonly step: number
  /** The input that step `k` of trajectory `t` changes, at `t * dimensions + k`. */
  readonly changed: Uint32Array
  /** Whether that step goes up (1) or down (−1). */
  readonly signs: Int8Array
}

/**
 * Trajectories for Morris's elementary effects: each starts on a grid point and changes one input after the other, in random
 * order, by the same step; of many random ones those are kept that lie far apart.
 *
 * The grid has `levels` values an input, 0, 1/(levels − 1), …, 1; the step is levels / (2 (levels − 1)). The two candidates
 * farthest apart are taken first, then always the one that adds most to the sum of squared distances.
 *
 * @param trajectories - how many are kept, ≥ 1.
 * @param dimensions - number D of inputs, ≥ 1.
 * @param options.levels - even, ≥ 2.
 * @param options.candidates - how many are drawn to choose from; `trajectories` of them means no choice.
 * @returns a design of trajectories · (D + 1) rows; trajectory `t` begins at row `t (D + 1)`.
 *
 * O(candidates² · D²).
 *
 * Source: Morris 1991, Technometrics 33:161–174; the choice: Campolongo, Cariboni & Saltelli 2007, Environmental Modelling
 * & Software 22:1509–1518, taken greedily rather than over all subsets, as in Ruano, Ribes, Seco & Ferrer 2012.
 */
export function morrisDesign(
  trajectories: number,
  dimensions: number,
  seed: number,
  options: { levels: number; candidates: number },
): MorrisDesign {
  const { levels, candidates } = options
  const jump = levels / 2
  const drawn = Array.from({ length: candidates }, (_, c) => draw(dimensions, levels, jump, randomStream(seed, c)))
  const kept = candidates > trajectories ? farApart(drawn, trajectories, dimensions, jump) : drawn
  const changed = new Uint32Array(trajectories * dimensions)
  const signs = new Int8Array(trajectories * dimensions)
  kept.forEach((trajectory, t) => {
    changed.set(trajectory.order, t * dimensions)
    trajectory.order.forEach((input, k) => {
      signs[t * dimensions + k] = trajectory.signs[input]!
    })
  })
  const length = dimensions + 1
  return {
    rows: trajectories * length,
    dimensions,
    trajectories,
    step: jump / (levels - 1),
    changed,
    signs,
    row(index, into) {
      const steps = index % length
      const { start, order, signs: direction } = kept[(index - steps) / length]!
      for (let d = 0; d < dimensions; d++) into[d] = start[d]! / (levels - 1)
      for (let k = 0; k < steps; k++) {
        const d = order[k]!
        into[d] = (start[d]! + direction[d]! * jump) / (levels - 1)
      }
    },
  }
}

interface Trajectory {
  /** Level of each input at the start. */
  readonly start: Int32Array
  readonly order: Uint32Array
  /** By input. */
  readonly signs: Int8Array
}

function draw(dimensions: number, levels: number, jump: number, stream: RandomStream): Trajectory {
  const start = new Int32Array(dimensions)
  const signs = new Int8Array(dimensions)
  for (let d = 0; d < dimensions; d++) {
    start[d] = stream.below(levels)
    signs[d] = start[d]! + jump < levels ? 1 : -1
  }
  const order = stream.shuffle(Uint32Array.from({ length: dimensions }, (_, d) => d))
  return { start, order, signs }
}

function farApart(drawn: readonly Trajectory[], wanted: number, dimensions: number, jump: number): Trajectory[] {
  const count = drawn.length
  const squared = new Float64Array(count * count)
  let best = 0
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++) {
      const distance = distanceBetween(drawn[i]!, drawn[j]!, dimensions, jump) ** 2
      squared[i * count + j] = distance
      squared[j * count + i] = distance
      if (distance > squared[best]!) best = i * count + j
    }
  const first = best % count
  const chosen = wanted === 1 ? [first] : [first, (best - first) / count]
  const gain = new Float64Array(count)
  const add = (c: number) => {
    for (let i = 0; i < count; i++) gain[i]! += squared[c * count + i]!
    gain[c] = Number.NEGATIVE_INFINITY
  }
  for (const c of chosen) add(c)
  while (chosen.length < wanted) {
    let next = 0
    for (let i = 1; i < count; i++) if (gain[i]! > gain[next]!) next = i
    chosen.push(next)
    add(next)
  }
  return chosen.map(c => drawn[c]!)
}

/** Sum over all pairs of points of their Euclidean distance, in levels. A step changes one term of the square. */
function distanceBetween(a: Trajectory, b: Trajectory, dimensions: number, jump: number): number {
  const at = Int32Array.from(a.start)
  let sum = 0
  for (let i = 0; i <= dimensions; i++) {
    let square = 0
    for (let d = 0; d < dimensions; d++) square += (at[d]! - b.start[d]!) ** 2
    sum += Math.sqrt(square)
    for (let j = 0; j < dimensions; j++) {
      const d = b.order[j]!
      const before = at[d]! - b.start[d]!
      const after = before - b.signs[d]! * jump
      square += after * after - before * before
      sum += Math.sqrt(square)
    }
    const moved = a.order[i]
    if (moved !== undefined) at[moved]! += a.signs[moved]! * jump
  }
  return sum
}
