import { type Couplings, couplings } from '../kernel/couplings.ts'
import { forwardPairs } from '../kernel/forwardPairs.ts'
import {
  addTriangleCounts,
  asymmetricPairs,
  mutualPairs,
  pairCodes,
  pairKinds,
  reversed,
  triadNames,
  triangleClass,
  wedgeClass,
} from '../kernel/triads.ts'
import { checkOptions } from '../model/options.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'
import { type BlockSum, rowBlocks, sumNow } from './blockSum.ts'

/** The sixteen classes: numbers of mutual, asymmetric and absent pairs; D down, U up, T transitive, C cyclic. */
export type TriadName = (typeof triadNames)[number]

/** The number of triads of each class. */
export type TriadCensus = Readonly<Record<TriadName, number>>

/**
 * Triad census: every three actors belong to one of sixteen classes.
 *
 * Closed triads are counted one by one; open ones follow from the pairs that each actor has, those with a single tie or none
 * from the numbers of pairs and actors.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - reads ties as present when this attribute is above `threshold`; without it all ties count.
 * @param options.threshold - in the layer's unit, ≥ 0. @defaultValue 0
 * @param options.missing - what an unknown value counts; `'skip'` reads the dyad as absent. @defaultValue 'error'
 * @returns sixteen counts without a unit that sum to n (n − 1)(n − 2) / 6; all 0 below three actors.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m^1.5) at worst, space O(n + m); in worker threads by `triadCensus` of `guanxi/node`. Counts are exact up to 300,000 actors, where they leave the whole numbers of a double.
 * Transposition swaps 021D with 021U, 111D with 111U, 120D with 120U.
 *
 * Source: Holland & Leinhardt 1970, American Journal of Sociology 76:492–513; Davis & Leinhardt 1972; names as in R sna, igraph and NetworkX.
 * Counting open triads from degrees: Moody 1998, Social Networks 20:291–299.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { triadCensus } from 'guanxi/metrics'
 *
 * const { '021D': outStars } = triadCensus(snapshotFrom({ count: 3, source: [0, 0], target: [1, 2] }))
 * outStars // => 1
 * ```
 */
export function triadCensus(network: NetworkLike, options: BinaryOptions = {}): TriadCensus {
  return sumNow(triadBlocks(network, options))
}

/** The same as a sum over blocks of closed triads. */
export function triadBlocks(network: NetworkLike, options: BinaryOptions): BlockSum<TriadCensus> {
  checkOptions('triadCensus', options, binaryRules)
  const { graph } = readTies('triadCensus', network, options, { binary: true, dyadic: true })
  const pairs = couplings(graph, null)
  const forward = forwardPairs(pairs)
  const codes = pairCodes(pairs, forward)
  const starts = rowBlocks(forward.offsets)
  return {
    blocks: starts.length - 1,
    width: 64,
    add: (block, into) => addTriangleCounts(forward, codes, starts[block]!, starts[block + 1]!, into),
    finish: closed => census(pairs, closed),
  }
}

function census(pairs: Couplings, closed: Float64Array): TriadCensus {
  const { order: n, net } = pairs
  const counts = new Float64Array(16)

  const kinds = pairKinds(pairs)
  for (let v = 0; v < n; v++)
    for (let x = 1; x <= 3; x++) {
      const many = kinds[3 * v + x - 1]!
      if (many === 0) continue
      counts[wedgeClass(x, x)]! += (many * (many - 1)) / 2
      for (let y = x + 1; y <= 3; y++) counts[wedgeClass(x, y)]! += many * kinds[3 * v + y - 1]!
    }
  for (let code = 0; code < 64; code++) {
    const many = closed[code]!
    if (many === 0) continue
    const uv = code & 3
    const uw = (code >> 2) & 3
    const vw = code >> 4
    counts[triangleClass(uv, uw, vw)]! += many
    counts[wedgeClass(uv, uw)]! -= many
    counts[wedgeClass(reversed(uv), vw)]! -= many
    counts[wedgeClass(reversed(uw), reversed(vw))]! -= many
  }

  let mutual = 0
  for (let k = 0; k < net.length; k++) if (net[k] === 0) mutual++
  let one = (net.length - mutual) * (n - 2)
  let two = mutual * (n - 2)
  let rest = (n * (n - 1) * (n - 2)) / 6
  for (let c = 3; c < 16; c++) {
    one -= asymmetricPairs[c]! * counts[c]!
    two -= mutualPairs[c]! * counts[c]!
    rest -= counts[c]!
  }
  if (n >= 3) {
    counts[1] = one
    counts[2] = two
    counts[0] = rest - one - two
  }
  return Object.fromEntries(triadNames.map((name, c) => [name, counts[c]!])) as Record<TriadName, number>
}
