import { addLengthDistances, addStepDistances } from '../kernel/distances.ts'
import { inRows, outRows } from '../kernel/rows.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'
import { type BlockSum, sumNow, vertexBlocks } from './blockSum.ts'

/** Options of `closeness`. */
export interface ClosenessOptions extends TieOptions {
  /** `'out'`: how near an actor is to those whom it reaches; `'in'`: to those who reach it. @defaultValue 'out' */
  readonly direction?: 'out' | 'in' | undefined
  /**
   * `'harmonic'` averages 1/distance over all others; `'classic'` is 1 over the average distance to those who are reached;
   * `'corrected'` multiplies that by the share of others who are reached.
   * @defaultValue 'harmonic'
   */
  readonly form?: 'harmonic' | 'classic' | 'corrected' | undefined
}

/**
 * Closeness of every actor to the others along directed paths.
 *
 * With d_ij the distance, R_i the set of the r_i others whom i reaches:
 * harmonic = Σ_{j in R_i} (1/d_ij) / (n − 1), classic = r_i / Σ_{j in R_i} d_ij, corrected = classic · r_i / (n − 1)
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0: a tie of weight w is 1/w long, a strong tie is short. Without it every
 *   tie is one step.
 * @param options.direction - along the ties, or against them.
 * @param options.form - see the formulas; only `'harmonic'` and `'corrected'` compare actors who reach different numbers.
 * @param options.missing - what an unknown value counts; `'skip'` leaves out the tie. @defaultValue 'error'
 * @returns Scores of length `n`, ≥ 0; without a layer in [0, 1] and without a unit, with it in the layer's unit. Harmonic and
 *   corrected: 0 for an actor who reaches nobody, all `null` below two actors. Classic: `null` for one who reaches nobody.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n (n + m) / 32) on networks of few steps; with a layer O(n (m + n log n)). Space O(n). `closeness` of
 * `guanxi/node` does the same in worker threads. Transposing the network swaps the directions; with a layer, scaling the weights
 * scales the scores.
 *
 * Source: harmonic: Marchiori & Latora 2000, Physica A 285:539–546; corrected: Wasserman & Faust 1994, eq. 5.22 (NetworkX's
 * form, there on in-distances); classic: Freeman 1979, Social Networks 1:215–239, over those reached, as in igraph.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { closeness } from 'guanxi/metrics'
 *
 * const path = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2] })
 * closeness(path).get('0') // => 0.75
 * closeness(path, { form: 'classic' }).get('2') // => null
 * ```
 */
export function closeness(network: NetworkLike, options: ClosenessOptions = {}): Scores {
  return sumNow(closenessBlocks(network, options))
}

/** The same as a sum over blocks of the actors at one end of the paths. */
export function closenessBlocks(network: NetworkLike, options: ClosenessOptions): BlockSum<Scores> {
  checkOptions('closeness', options, {
    ...tieRules,
    direction: oneOf('out', 'in'),
    form: oneOf('harmonic', 'classic', 'corrected'),
  })
  const { direction = 'out', form = 'harmonic' } = options
  const { snapshot, graph, weights } = readTies('closeness', network, options)
  const lengths = weights?.map(weight => 1 / weight) ?? null
  const along = direction === 'out' ? outRows(graph, lengths) : inRows(graph, lengths)
  const back = direction === 'out' ? inRows(graph, null) : outRows(graph, null)
  const { order } = graph
  const { blocks, size } = vertexBlocks(order)
  const parted = (sums: Float64Array) => ({
    reached: sums.subarray(0, order),
    total: sums.subarray(order, 2 * order),
    inverse: sums.subarray(2 * order),
  })
  return {
    blocks,
    width: 3 * order,
    add(block, into) {
      const from = block * size
      const to = Math.min(order, from + size)
      if (lengths) addLengthDistances(along, from, to, parted(into))
      else addStepDistances(along, back, from, to, parted(into))
    },
    finish(sums) {
      const { reached, total, inverse } = parted(sums)
      const others = order - 1
      const score = (i: number): number => {
        if (form === 'harmonic') return inverse[i]! / others
        if (form === 'classic') return reached[i]! / total[i]!
        return others > 0 && reached[i] === 0 ? 0 : (reached[i]! / total[i]!) * (reached[i]! / others)
      }
      const reason = form === 'classic' ? 'the actor reaches nobody' : 'there is nobody else'
      return new Scores(
        snapshot.ids,
        Float64Array.from(inverse, (_, i) => score(i)),
        { reason },
      )
    },
  }
}
