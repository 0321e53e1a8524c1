import { couplings } from '../kernel/couplings.ts'
import { forEachTriangle, forwardPairs } from '../kernel/forwardPairs.ts'
import { GIVES, pairCodes, reversed } from '../kernel/triads.ts'
import { groupRule, readGroups, withGroups } from '../model/groups.ts'
import { checkOptions, requireOption } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'

/** Options of `brokerage`. */
export interface BrokerageOptions extends BinaryOptions {
  /** Actor attribute that says which group an actor is in. */
  readonly group: string
}

/** A number for each role of a broker b between a giver a and a receiver c, a → b → c without a → c. */
export interface BrokerageRoles {
  /** a, b and c in one group. */
  readonly coordinator: number
  /** a and c in one group, b in another (also called consultant). */
  readonly itinerant: number
  /** b and c in one group, a in another: b lets in. */
  readonly gatekeeper: number
  /** a and b in one group, c in another: b speaks for its group. */
  readonly representative: number
  /** Three groups. */
  readonly liaison: number
  readonly total: number
}

/** How often an actor stands in each role, beside what chance gives. */
export interface Brokerage extends BrokerageRoles {
  readonly actor: string
  /** What a random network of the same density and groups would give. */
  readonly mean: BrokerageRoles
  readonly sd: BrokerageRoles
  /** (count − mean) / sd; `null` where sd is 0. */
  readonly z: { readonly [Role in keyof BrokerageRoles]: number | null }
}

const roles = ['coordinator', 'itinerant', 'gatekeeper', 'representative', 'liaison'] as const

/**
 * Brokerage after Gould and Fernandez: how often each actor stands between two that have no tie, and in which role.
 *
 * An actor b brokers a → b → c when a → c is absent; the groups of the three make the role. Mean and sd suppose that each
 * tie is there with the network's density, independently, and the groups are given.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.group - actor attribute with the group; every actor must have one.
 * @param options.layer - reads ties as present when this attribute is above `threshold`; without it all ties count.
 * @param options.threshold - in the layer's unit, ≥ 0. @defaultValue 0
 * @param options.missing - what an unknown value counts. @defaultValue 'error'
 * @returns a row an actor with counts, their mean and sd (≥ 0) and z, without a unit; z is `null` where sd is 0.
 * @throws {GuanxiError} `UNKNOWN_ATTRIBUTE`, `MISSING_VALUE` (also of a group), `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m^1.5 + g·n) at worst with g groups. Transposition swaps gatekeeper and representative.
 *
 * Source: Gould & Fernandez 1989, Sociological Methodology 19:89–126, doi:10.2307/270949; means and sds as in R sna 2.7-1.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { brokerage } from 'guanxi/metrics'
 *
 * const attributes = { sector: ['government', 'agency', 'residents'] }
 * const chain = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2], attributes })
 * brokerage(chain, { group: 'sector' })[1]?.liaison // => 1
 * ```
 */
export function brokerage(network: NetworkLike, options: BrokerageOptions): Brokerage[] {
  checkOptions('brokerage', options, { ...binaryRules, group: groupRule })
  const group = requireOption('brokerage', 'group', options?.group)
  const { snapshot, graph } = readTies('brokerage', withGroups(network, options.layer, group), options, {
    binary: true,
  })
  const { of, sizes } = readGroups('brokerage', snapshot, group)
  const { order: n, size: m, outOffsets, outTargets, inOffsets, inSources } = graph
  const counts = Array.from({ length: 5 }, () => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const [coordinator, itinerant, gatekeeper, representative, liaison] = counts

  // All paths a → b → c from the groups of the givers and receivers of b …
  const givers = new Uint32Array(sizes.length)
  for (let b = 0; b < n; b++) {
    const own = of[b]!
    for (let p = inOffsets[b]!; p < inOffsets[b + 1]!; p++) givers[of[inSources[p]!]!]!++
    const all = inOffsets[b + 1]! - inOffsets[b]!
    const same = givers[own]!
    let matched = 0
    let received = 0
    for (let k = outOffsets[b]!; k < outOffsets[b + 1]!; k++) {
      const g = of[outTargets[k]!]!
      if (g === own) received++
      else matched += givers[g]!
    }
    const others = outOffsets[b + 1]! - outOffsets[b]! - received
    coordinator[b] = same * received
    itinerant[b] = matched
    gatekeeper[b] = (all - same) * received
    representative[b] = same * others
    liaison[b] = (all - same) * others - matched
    for (let p = inOffsets[b]!; p < inOffsets[b + 1]!; p++) givers[of[inSources[p]!]!] = 0
  }
  // … less those that come back to a, and those with a → c.
  const pairs = couplings(graph, null)
  for (let a = 0; a < n; a++)
    for (let k = pairs.offsets[a]!; k < pairs.offsets[a + 1]!; k++) {
      const b = pairs.partners[k]!
      if (pairs.net[k] !== 0) continue
      const role = of[a] === of[b] ? coordinator : itinerant
      role[a]!--
      role[b]!--
    }
  const forward = forwardPairs(pairs)
  const codes = pairCodes(pairs, forward)
  const { original } = forward
  const closed = (a: number, b: number, c: number, ab: number, bc: number, ac: number) => {
    if ((ab & GIVES) === 0 || (bc & GIVES) === 0 || (ac & GIVES) === 0) return
    const x = of[a]!
    const y = of[b]!
    const z = of[c]!
    const role = x === y ? (y === z ? 0 : 3) : y === z ? 2 : x === z ? 1 : 4
    counts[role]![b]!--
  }
  forEachTriangle(forward, (i, j, k, ij, ik, jk) => {
    const u = original[i]!
    const v = original[j]!
    const w = original[k]!
    const uv = codes[ij]!
    const uw = codes[ik]!
    const vw = codes[jk]!
    const vu = reversed(uv)
    const wu = reversed(uw)
    const wv = reversed(vw)
    closed(u, v, w, uv, vw, uw)
    closed(w, v, u, wv, vu, wu)
    closed(v, u, w, vu, uw, vw)
    closed(w, u, v, wu, uv, wv)
    closed(u, w, v, uw, wv, uv)
    closed(v, w, u, vw, wu, vu)
  })

  const density = n > 1 ? m / (n * (n - 1)) : 0
  const chance = Array.from(sizes, own => expectation(own, sizes, n, density))
  return Array.from(snapshot.ids, (actor, b) => {
    const { mean, sd } = chance[of[b]!]!
    const count = rolesFrom(counts.map(column => column[b]!))
    const z = Object.fromEntries(
      ([...roles, 'total'] as const).map(role => [role, sd[role] > 0 ? (count[role] - mean[role]) / sd[role] : null]),
    ) as Brokerage['z']
    return { actor, ...count, mean, sd, z }
  })
}

function rolesFrom(values: readonly number[]): BrokerageRoles {
  const [coordinator, itinerant, gatekeeper, representative, liaison] = values as [
    number,
    number,
    number,
    number,
    number,
  ]
  const total = coordinator + itinerant + gatekeeper + representative + liaison
  return { coordinator, itinerant, gatekeeper, representative, liaison, total }
}

/**
 * Mean and sd of the roles of an actor whose group has `own` members. A role counts `slots` ordered pairs a, c, each brokered
 * with probability q = d² (1 − d); two slots vary together when they share an actor, `shared` pairs of them, d³ (1 − d)³ each.
 */
function expectation(
  own: number,
  sizes: Float64Array,
  n: number,
  d: number,
): { mean: BrokerageRoles; sd: BrokerageRoles } {
  const choose2 = (k: number) => (k * (k - 1)) / 2
  const rest = n - own
  let squares = -(own ** 2)
  let pairsWithin = -own * (own - 1)
  let triplesWithin = -own * (own - 1) * (own - 2)
  let acrossTwice = -own * choose2(rest - own)
  for (const size of sizes) {
    squares += size ** 2
    pairsWithin += size * (size - 1)
    triplesWithin += size * (size - 1) * (size - 2)
    acrossTwice += size * choose2(rest - size)
  }
  const slots = [
    (own - 1) * (own - 2),
    pairsWithin,
    rest * (own - 1),
    rest * (own - 1),
    rest ** 2 - squares,
    (n - 1) * (n - 2),
  ]
  const border = 2 * ((own - 1) * choose2(rest) + rest * choose2(own - 1))
  const shared = [
    2 * (own - 1) * (own - 2) * (own - 3),
    2 * triplesWithin,
    border,
    border,
    4 * acrossTwice,
    2 * (n - 1) * (n - 2) * (n - 3),
  ]
  const q = d ** 2 * (1 - d)
  const means = slots.map(count => q * count + 0) // no −0
  const sds = slots.map((count, i) => Math.sqrt(Math.max(0, q * count * (1 - q) + shared[i]! * d ** 3 * (1 - d) ** 3)))
  return {
    mean: { ...rolesFrom(means), total: means[5]! },
    sd: { ...rolesFrom(sds), total: sds[5]! },
  }
}
