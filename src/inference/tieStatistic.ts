import { type ClosedPaths, closedPaths, closedPathsOfBits } from '../kernel/closedPaths.ts'
import type { Digraph } from '../kernel/digraph.ts'
import { type ReachPairs, reachPairs, reachPairsOfBits } from '../kernel/reachPairs.ts'
import type { TieBits } from '../kernel/tieBits.ts'
import type { DyadCensus } from '../metrics/dyadCensus.ts'
import { GuanxiError, show } from '../model/errors.ts'

/**
 * A statistic of who is tied to whom, by name: it is counted on random ties as they are drawn, and no network is made of them.
 *
 * - `'reciprocity'`: share of ties that are returned, as `reciprocity(x).edgewise`; not defined without ties.
 * - `'transitivity'`: of all paths i → j → k over three actors, the share that a tie i → k closes, as R sna's `gtrans`; not
 *   defined without a path.
 * - `'krackhardt-hierarchy'`: of the pairs joined by a directed path, the share that is not joined both ways, as
 *   `krackhardt(x).hierarchy`; not defined without ties.
 */
export type TieStatistic = 'reciprocity' | 'transitivity' | 'krackhardt-hierarchy'

/** A statistic by what is counted of ties; rows and bits of the same ties give the same number. */
export interface TieCount {
  readonly ofGraph: (graph: Digraph) => number | null
  readonly ofBits: (bits: TieBits) => () => number | null
}

/** What a name stands for: a number of the dyad census, or a count. */
export function tieStatistic(
  where: string,
  name: TieStatistic,
): { readonly census: (census: DyadCensus) => number | null } | TieCount {
  switch (name) {
    case 'reciprocity':
      return { census: ({ mutual, asymmetric }) => share(2 * mutual, 2 * mutual + asymmetric) }
    case 'transitivity':
      return counted(closedPaths, closedPathsOfBits, ({ closed, paths }: ClosedPaths) => share(closed, paths))
    case 'krackhardt-hierarchy':
      return counted(reachPairs, reachPairsOfBits, ({ mutual, joined }: ReachPairs) =>
        joined > 0 ? 1 - mutual / joined : null,
      )
    default:
      throw new GuanxiError(
        'INVALID_OPTION',
        `${where}: expected a statistic by name to be one of reciprocity, transitivity, krackhardt-hierarchy, got ${show(name)}`,
      )
  }
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}

function counted<C>(
  ofGraph: (graph: Digraph) => C,
  ofBits: (bits: TieBits) => () => C,
  value: (count: C) => number | null,
): TieCount {
  return {
    ofGraph: graph => value(ofGraph(graph)),
    ofBits: bits => {
      const count = ofBits(bits)
      return () => value(count())
    },
  }
}
