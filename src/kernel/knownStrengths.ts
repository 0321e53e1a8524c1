import type { Digraph } from './digraph.ts'

/** What each vertex of a graph gives and gets along arcs whose weights are all above 0. */
export interface KnownStrengths {
  readonly graph: Digraph
  readonly out: Float64Array
  readonly in: Float64Array
}

const known = new WeakMap<Float64Array, KnownStrengths>()

/**
 * Keeps with a column of weights what was added up while it was written, so that nobody adds it up again. The column must not
 * change from here on.
 */
export function keepStrengths(weights: Float64Array, strengths: KnownStrengths): void {
  known.set(weights, strengths)
}

/** What was kept for these weights on this very graph. */
export function knownStrengths(graph: Digraph, weights: Float64Array | null): KnownStrengths | undefined {
  const strengths = weights ? known.get(weights) : undefined
  return strengths?.graph === graph ? strengths : undefined
}
