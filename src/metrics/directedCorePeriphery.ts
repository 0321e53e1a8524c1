import {
  CORE_IN,
  CORE_OUT,
  directedCorePartition,
  isTiedInIdeal,
  PERIPHERY_IN,
  PERIPHERY_OUT,
} from '../kernel/directedCorePartition.ts'
import { checkOptions } from '../model/options.ts'
import { orNull } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** The best division into two cores and two peripheries. */
export interface DirectedCorePeriphery {
  /** Actors of each set in the order of the network; `coreIn` gets from all but `peripheryIn`, `coreOut` gives to all but `peripheryOut`. */
  readonly sets: {
    readonly peripheryOut: readonly string[]
    readonly coreIn: readonly string[]
    readonly coreOut: readonly string[]
    readonly peripheryIn: readonly string[]
  }
  /** How well the ties fit the ideal pattern, in [−1, 1]; `null`, with all actors in `peripheryOut`, where ties or every pattern are constant. */
  readonly correlation: number | null
  /** Mean weight of the pairs that the pattern ties and of those that it does not; `null` where there are none of them. */
  readonly density: { readonly tied: number | null; readonly untied: number | null }
  /** True when every division was tried (up to 10 actors); else the best that local search found. */
  readonly exact: boolean
}

/**
 * Core and periphery with direction: two cores, one that is given to and one that gives, each with a periphery of its own.
 *
 * Ideal: P_out → C_in, C_in → C_in, C_out → C_in, C_out → C_out, C_out → P_in, and no other ties; fit: Pearson's correlation of w_ij
 * with that pattern over ordered pairs.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1.
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns the four sets, the correlation and the mean weights (in the layer's unit); see `DirectedCorePeriphery` for `null`.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(4ⁿ m / n) up to 10 actors, then O(n + m) a pass. Scaling leaves the correlation alone; so does transposition, which swaps
 * the two cores and the two peripheries.
 *
 * Source: the pattern of Elliott, Chiu, Bazzi, Reinert & Cucuringu 2020, Proceedings of the Royal Society A 476:20190783, section 2,
 * doi:10.1098/rspa.2019.0783; the fit of Borgatti & Everett 2000, Social Networks 21:375–395. Theirs is a likelihood, which takes the
 * pattern turned inside out for as good.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { directedCorePeriphery } from 'guanxi/metrics'
 *
 * const ids = ['public', 'street', 'donor', 'agency'] // the public asks of the street office, a donor gives to it and to an agency
 * const { sets } = directedCorePeriphery(snapshotFrom({ ids, source: [0, 2, 2], target: [1, 1, 3] }))
 * sets.coreIn // => ['street']
 * sets.coreOut // => ['donor']
 * ```
 */
export function directedCorePeriphery(network: NetworkLike, options: TieOptions = {}): DirectedCorePeriphery {
  checkOptions('directedCorePeriphery', options, tieRules)
  const { snapshot, graph, weights } = readTies('directedCorePeriphery', network, options)
  const { order, outOffsets, outTargets } = graph
  const { sets, correlation, exact } = directedCorePartition(graph, weights)
  const sizes = [0, 0, 0, 0]
  let tied = 0
  let untied = 0
  for (let i = 0; i < order; i++) {
    sizes[sets[i]!]!++
    for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++) {
      const w = weights ? weights[k]! : 1
      if (isTiedInIdeal(sets[i]!, sets[outTargets[k]!]!)) tied += w
      else untied += w
    }
  }
  let tiedPairs = 0
  for (let from = 0; from < 4; from++)
    for (let to = 0; to < 4; to++)
      if (isTiedInIdeal(from, to)) tiedPairs += sizes[from]! * (sizes[to]! - (from === to ? 1 : 0))
  const untiedPairs = order * (order - 1) - tiedPairs
  const members = (set: number) => snapshot.ids.filter((_, i) => sets[i] === set)
  return {
    sets: {
      peripheryOut: members(PERIPHERY_OUT),
      coreIn: members(CORE_IN),
      coreOut: members(CORE_OUT),
      peripheryIn: members(PERIPHERY_IN),
    },
    correlation: orNull(correlation),
    density: { tied: tiedPairs > 0 ? tied / tiedPairs : null, untied: untiedPairs > 0 ? untied / untiedPairs : null },
    exact,
  }
}
