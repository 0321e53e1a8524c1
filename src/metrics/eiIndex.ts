import { groupRule, readGroups, withGroups } from '../model/groups.ts'
import { checkOptions, requireOption } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { readTies, type TieOptions, tieRules } from '../model/ties.ts'

/** Options of `eiIndex`. */
export interface EIIndexOptions extends TieOptions {
  /** Actor attribute that says which group an actor is in. */
  readonly group: string
}

/** Ties between groups against ties within them. */
export interface EIIndex {
  /** Weight (or number) of the ties between groups. */
  readonly external: number
  /** Weight (or number) of the ties within groups. */
  readonly internal: number
  /** (E − I) / (E + I), from −1, all within, to 1, all between; `null` without ties. */
  readonly index: number | null
  /** The index if every possible tie were there: what the sizes of the groups alone give; `null` below two actors. */
  readonly expected: number | null
  /** The index of densities, (E/E* − I/I*) / (E/E* + I/I*), E* and I* the numbers of possible ties; `null` without ties or when one is 0. */
  readonly rescaled: number | null
  /** The index of the ties that members of a group give or get. */
  readonly groups: readonly { readonly group: string; readonly actors: number; readonly index: number | null }[]
  /** The index of every actor's ties, given and got; `null` for an actor without ties. */
  readonly perActor: Scores
}

/**
 * E–I index: whether ties go between groups or stay within them.
 *
 * index = (E − I) / (E + I), over directed ties
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.group - actor attribute with the group; every actor must have one.
 * @param options.layer - tie attribute to read, ≥ 0; without it every tie counts 1.
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns indices in [−1, 1] without a unit, of the whole, of each group and each actor; `null` as `EIIndex` says.
 * @throws {GuanxiError} `UNKNOWN_ATTRIBUTE`, `MISSING_VALUE` (also of a group), `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m). Scaling and transposition leave the indices alone. Small groups have few possible ties within: `expected`
 * and `rescaled` say how much of the index that explains.
 *
 * Source: Krackhardt & Stern 1988, Social Psychology Quarterly 51:123–140, doi:10.2307/2786835; the rescaling by densities: common in practice, see R netmem.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { eiIndex } from 'guanxi/metrics'
 *
 * const attributes = { sector: ['government', 'government', 'agency'] }
 * eiIndex(snapshotFrom({ count: 3, source: [0, 0], target: [1, 2], attributes }), { group: 'sector' }).index // => 0
 * ```
 */
export function eiIndex(network: NetworkLike, options: EIIndexOptions): EIIndex {
  checkOptions('eiIndex', options, { ...tieRules, group: groupRule })
  const group = requireOption('eiIndex', 'group', options?.group)
  const { snapshot, graph, weights } = readTies('eiIndex', withGroups(network, options.layer, group), options)
  const { names, of, sizes } = readGroups('eiIndex', snapshot, group)
  const { order: n, outOffsets, outTargets } = graph
  const between = new Float64Array(n)
  const within = new Float64Array(n)
  let external = 0
  let internal = 0
  for (let i = 0; i < n; i++)
    for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++) {
      const j = outTargets[k]!
      const weight = weights ? weights[k]! : 1
      const same = of[i] === of[j]
      if (same) internal += weight
      else external += weight
      const side = same ? within : between
      side[i]! += weight
      side[j]! += weight
    }
  let possibleWithin = 0
  for (const size of sizes) possibleWithin += size * (size - 1)
  const possibleBetween = n * (n - 1) - possibleWithin
  const groupBetween = new Float64Array(names.length)
  const groupWithin = new Float64Array(names.length)
  for (let i = 0; i < n; i++) {
    groupBetween[of[i]!]! += between[i]!
    groupWithin[of[i]!]! += within[i]! / 2 // both ends are in the group
  }
  const values = Float64Array.from(between, (e, i) => indexOf(e, within[i]!) ?? Number.NaN)
  return {
    external,
    internal,
    index: indexOf(external, internal),
    expected: indexOf(possibleBetween, possibleWithin),
    rescaled:
      possibleBetween > 0 && possibleWithin > 0 ? indexOf(external / possibleBetween, internal / possibleWithin) : null,
    groups: names.map((name, g) => ({
      group: name,
      actors: sizes[g]!,
      index: indexOf(groupBetween[g]!, groupWithin[g]!),
    })),
    perActor: new Scores(snapshot.ids, values, { reason: 'an actor without ties' }),
  }
}

function indexOf(external: number, internal: number): number | null {
  return external + internal > 0 ? (external - internal) / (external + internal) : null
}
