/** Vertices parted into classes: `of[v]` is the class of `v`, `sizes[c]` how many it holds. */
export interface Partition {
  readonly count: number
  readonly of: Uint32Array
  readonly sizes: Uint32Array
}

/** Counts how many each of `count` classes holds. */
export function partition(of: Uint32Array, count: number): Partition {
  const sizes = new Uint32Array(count)
  // Run by run, as most classes come in runs: a size that is added to again and again would wait for itself.
  for (let v = 0; v < of.length; ) {
    const here = of[v]!
    const first = v++
    while (v < of.length && of[v] === here) v++
    sizes[here]! += v - first
  }
  return { count, of, sizes }
}
