import { forEachDyad } from '../kernel/dyads.ts'
import { GuanxiError } from '../model/errors.ts'
import { groupRule, readGroups, withGroups } from '../model/groups.ts'
import { checkOptions, requireOption } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'

/** Options of `groupDyads`. */
export interface GroupDyadsOptions extends BinaryOptions {
  /** Actor attribute; actors with the same value are a group. */
  readonly group: string
}

/** The dyads between two groups, or within one (`a` = `b`). */
export interface GroupPair {
  readonly a: string
  readonly b: string
  readonly mutual: number
  readonly asymmetric: number
  readonly absent: number
  /** Share of ties that are returned, in [0, 1]; `null` without ties. */
  readonly edgewise: number | null
  /** Share of weight that is returned within its dyad, in [0, 1]; `null` without weight. */
  readonly weighted: number | null
}

/** Census and imbalance of the dyads, by the groups of their actors. Matrices: row = giving group, in the order of `groups`. */
export interface GroupDyads {
  readonly groups: readonly string[]
  readonly sizes: readonly number[]
  /** A row a pair of groups, each pair once, the pairs within a group too. */
  readonly pairs: readonly GroupPair[]
  /** Weight that the row's group gives to the column's. */
  readonly weights: readonly (readonly number[])[]
  /** (w_gh − w_hg) / (w_gh + w_hg), in [−1, 1]: above 0 when the row's group gives more; `null` when neither gives. */
  readonly imbalance: readonly (readonly (number | null)[])[]
}

/**
 * Dyads by groups: how ties between (and within) groups of actors are returned, and which group gives more.
 *
 * With w_gh = Σ_{i in g, j in h} w_ij: imbalance_gh = (w_gh − w_hg) / (w_gh + w_hg); census, edgewise and weighted reciprocity as
 * in `dyadCensus` and `reciprocity`, on the dyads between the two groups.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.group - actor attribute that parts the actors into `g` groups.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie weighs 1.
 * @param options.threshold - a tie is present above this value, in the layer's unit, ≥ 0. @defaultValue 0
 * @param options.missing - what an unknown value counts; `'skip'` refuses, see below. @defaultValue 'error'
 * @returns `GroupDyads`: counts; weights in the layer's unit; shares and imbalance without a unit, `null` where not defined.
 *   Groups stand in the order of their first actor.
 * @throws {GuanxiError} `MISSING_VALUE` (also when an actor has no group), `UNKNOWN_LAYER`, `UNKNOWN_ATTRIBUTE`, `INVALID_VALUE`;
 *   `INVALID_OPTION` for `missing: 'skip'`, since left-out dyads cannot be told from absent ones in a pair of groups.
 *
 * Time O(n + m + g²). Scaling the weights changes `weights` alone; transposing the network transposes `weights` and `imbalance`.
 *
 * Source: none; the dyad census of Holland & Leinhardt 1970, American Journal of Sociology 76:492–513, taken by blocks.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { groupDyads } from 'guanxi/metrics'
 *
 * const sector = ['government', 'provider', 'provider']
 * const snapshot = snapshotFrom({ count: 3, source: [0, 0, 1], target: [1, 2, 0], resources: [2, 1, 1], attributes: { sector } })
 * groupDyads(snapshot, { layer: 'resources', group: 'sector' }).imbalance[0]?.[1] // => 0.5
 * ```
 */
export function groupDyads(network: NetworkLike, options: GroupDyadsOptions): GroupDyads {
  checkOptions('groupDyads', options, { ...binaryRules, group: groupRule })
  const group = requireOption('groupDyads', 'group', options?.group)
  if (options.missing === 'skip')
    throw new GuanxiError('INVALID_OPTION', "groupDyads: expected missing to be 'error' or a number, got 'skip'")
  const { snapshot, graph, weights } = readTies('groupDyads', withGroups(network, options.layer, group), options)
  const { names, of, sizes } = readGroups('groupDyads', snapshot, group)
  const count = names.length
  const sums = new Float64Array(count * count)
  const mutual = new Float64Array(count * count)
  const asymmetric = new Float64Array(count * count)
  const returned = new Float64Array(count * count)
  forEachDyad(graph, (a, b, f, k) => {
    const forward = f < 0 ? 0 : weights ? weights[f]! : 1
    const backward = k < 0 ? 0 : weights ? weights[k]! : 1
    const g = of[a]!
    const h = of[b]!
    sums[g * count + h]! += forward
    sums[h * count + g]! += backward
    const pair = Math.min(g, h) * count + Math.max(g, h)
    returned[pair]! += 2 * Math.min(forward, backward)
    if (f >= 0 && k >= 0) mutual[pair]!++
    else asymmetric[pair]!++
  })

  const pairs: GroupPair[] = []
  for (let g = 0; g < count; g++)
    for (let h = g; h < count; h++) {
      const at = g * count + h
      const both = mutual[at]!
      const oneWay = asymmetric[at]!
      const possible = g === h ? (sizes[g]! * (sizes[g]! - 1)) / 2 : sizes[g]! * sizes[h]!
      const total = g === h ? sums[at]! : sums[at]! + sums[h * count + g]!
      pairs.push({
        a: names[g]!,
        b: names[h]!,
        mutual: both,
        asymmetric: oneWay,
        absent: possible - both - oneWay,
        edgewise: both + oneWay > 0 ? (2 * both) / (2 * both + oneWay) : null,
        weighted: total > 0 ? returned[at]! / total : null,
      })
    }
  const matrix = <T>(cell: (g: number, h: number) => T): T[][] => names.map((_, g) => names.map((_, h) => cell(g, h)))
  return {
    groups: names,
    sizes: [...sizes],
    pairs,
    weights: matrix((g, h) => sums[g * count + h]!),
    imbalance: matrix((g, h) => {
      const given = sums[g * count + h]!
      const got = sums[h * count + g]!
      return given + got > 0 ? (given - got) / (given + got) : null
    }),
  }
}
