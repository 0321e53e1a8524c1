import { type Couplings, couplings } from '../kernel/couplings.ts'
import { forEachTriangle, forwardPairs } from '../kernel/forwardPairs.ts'
import {
  asymmetricPairs,
  BOTH,
  GETS,
  GIVES,
  mutualPairs,
  pairCodes,
  pairKinds,
  reversed,
  triadNames,
  triangleClass,
  wedgeClass,
} from '../kernel/triads.ts'
import { checkOptions } from '../model/options.ts'
import { Scores } from '../model/scores.ts'
import type { NetworkLike } from '../model/snapshot.ts'
import { type BinaryOptions, binaryRules, readTies } from '../model/ties.ts'
import { type BlockSum, rowBlocks, sumNow } from './blockSum.ts'
import type { TriadName } from './triadCensus.ts'

/**
 * Triad census of every actor: how many triads of each class it is part of.
 *
 * @param network - network or snapshot with `n` actors and `m` ties; self-ties ignored.
 * @param options.layer - reads ties as present when this attribute is above `threshold`; without it all ties count.
 * @param options.threshold - in the layer's unit, ≥ 0. @defaultValue 0
 * @param options.missing - what an unknown value counts; `'skip'` reads the dyad as absent. @defaultValue 'error'
 * @returns sixteen `Scores` of counts; those of an actor sum to (n − 1)(n − 2) / 2, those of a class to three times its entry in
 *   `triadCensus`; never `null`.
 * @throws {GuanxiError} `MISSING_VALUE`, `UNKNOWN_LAYER`, `INVALID_VALUE`.
 *
 * Time O(n + m^1.5) at worst, space O(n + m); in worker threads by `actorTriads` of `guanxi/node`.
 *
 * Source: as `triadCensus`.
 *
 * @example
 * ```ts
 * import { snapshotFrom } from 'guanxi'
 * import { actorTriads } from 'guanxi/metrics'
 *
 * actorTriads(snapshotFrom({ count: 3, source: [0, 0], target: [1, 2] }))['021D'].get('2') // => 1
 * ```
 */
export function actorTriads(network: NetworkLike, options: BinaryOptions = {}): ActorTriads {
  return sumNow(actorTriadBlocks(network, options))
}

/** The triads of every actor, a class of triad each. */
export type ActorTriads = Readonly<Record<TriadName, Scores>>

/** The same as a sum over blocks of closed triads; the numbers of a class stand together. */
export function actorTriadBlocks(network: NetworkLike, options: BinaryOptions): BlockSum<ActorTriads> {
  checkOptions('actorTriads', options, binaryRules)
  const { snapshot, graph } = readTies('actorTriads', network, options, { binary: true, dyadic: true })
  const pairs = couplings(graph, null)
  const { order: n } = pairs
  const forward = forwardPairs(pairs)
  const codes = pairCodes(pairs, forward)
  const { original } = forward
  const starts = rowBlocks(forward.offsets)
  return {
    blocks: starts.length - 1,
    width: 16 * n,
    add: (block, into) =>
      forEachTriangle(
        forward,
        (u, v, w, uv, uw, vw) => {
          const x = codes[uv]!
          const y = codes[uw]!
          const z = codes[vw]!
          const closed = n * triangleClass(x, y, z)
          const atU = n * wedgeClass(x, y)
          const atV = n * wedgeClass(reversed(x), z)
          const atW = n * wedgeClass(reversed(y), reversed(z))
          for (let corner = 0; corner < 3; corner++) {
            const actor = original[corner === 0 ? u : corner === 1 ? v : w]!
            into[closed + actor]!++
            into[atU + actor]!--
            into[atV + actor]!--
            into[atW + actor]!--
          }
        },
        starts[block],
        starts[block + 1],
      ),
    finish(sum) {
      const counts = Array.from({ length: 16 }, (_, c) => sum.slice(c * n, (c + 1) * n))
      addOpenTriads(pairs, counts)
      return Object.fromEntries(
        triadNames.map((name, c) => [name, new Scores(snapshot.ids, counts[c]!)]),
      ) as unknown as ActorTriads
    },
  }
}

function addOpenTriads(pairs: Couplings, counts: readonly Float64Array[]): void {
  const { order: n, offsets, partners, net } = pairs
  const kinds = pairKinds(pairs)
  const openFrom = (end: number, middle: number, seen: number) => {
    for (let y = 1; y <= 3; y++) counts[wedgeClass(seen, y)]![end]! += kinds[3 * middle + y - 1]! - Number(y === seen)
  }
  for (let v = 0; v < n; v++) {
    for (let x = 1; x <= 3; x++) {
      const many = kinds[3 * v + x - 1]!
      counts[wedgeClass(x, x)]![v]! += (many * (many - 1)) / 2
      for (let y = x + 1; y <= 3; y++) counts[wedgeClass(x, y)]![v]! += many * kinds[3 * v + y - 1]!
    }
    for (let k = offsets[v]!; k < offsets[v + 1]!; k++) {
      const code = net[k] === 0 ? BOTH : net[k]! > 0 ? GIVES : GETS
      openFrom(partners[k]!, v, code)
      openFrom(v, partners[k]!, reversed(code))
    }
  }

  let mutual = 0
  for (let k = 0; k < net.length; k++) if (net[k] === 0) mutual++
  if (n >= 3)
    for (let v = 0; v < n; v++) {
      // Each pair of the actor stands in n − 2 of its triads, each other pair in one.
      const ownMutual = kinds[3 * v + BOTH - 1]!
      const ownOthers = kinds[3 * v]! + kinds[3 * v + 1]!
      let one = net.length - mutual + ownOthers * (n - 3)
      let two = mutual + ownMutual * (n - 3)
      let rest = ((n - 1) * (n - 2)) / 2
      for (let c = 3; c < 16; c++) {
        one -= asymmetricPairs[c]! * counts[c]![v]!
        two -= mutualPairs[c]! * counts[c]![v]!
        rest -= counts[c]![v]!
      }
      counts[1]![v] = one
      counts[2]![v] = two
      counts[0]![v] = rest - one - two
    }
}
