/**
 * A measure as a sum over blocks of work that do not depend on each other. The sums of the blocks are added up in their order,
 * so that the result has the same bits in any number of threads.
 */
export interface BlockSum<R> {
  readonly blocks: number
  /** Numbers a block. */
  readonly width: number
  /** Adds what a block gives to `into`, which comes as zeros. */
  readonly add: (block: number, into: Float64Array) => void
  readonly finish: (sum: Float64Array) => R
}

/** All blocks of a measure in this thread, one after the other. */
export function sumNow<R>({ blocks, width, add, finish }: BlockSum<R>): R {
  const sum = new Float64Array(width)
  if (blocks === 1) add(0, sum)
  else {
    const part = new Float64Array(width)
    for (let block = 0; block < blocks; block++) {
      part.fill(0)
      add(block, part)
      for (let i = 0; i < width; i++) sum[i]! += part[i]!
    }
  }
  return finish(sum)
}

const MOST_BLOCKS = 64
/** Breadth-first searches go by 32 vertices at once. */
const GRAIN = 32

/** Cuts `order` vertices into at most 64 blocks: block `b` goes from `b · size` to below `(b + 1) · size`. */
export function vertexBlocks(order: number): { readonly blocks: number; readonly size: number } {
  const size = GRAIN * Math.max(1, Math.ceil(order / (GRAIN * MOST_BLOCKS)))
  return { blocks: Math.ceil(order / size), size }
}

/** Below this many entries it costs more to begin a block than to do it. */
const LEAST_ENTRIES = 4096

/** Cuts rows into at most 64 blocks with about as many entries each: block `b` goes from row `starts[b]` to below `starts[b + 1]`. */
export function rowBlocks(offsets: Uint32Array): Uint32Array {
  const rows = offsets.length - 1
  const entries = offsets[rows]!
  const blocks = Math.max(1, Math.min(MOST_BLOCKS, Math.ceil(entries / LEAST_ENTRIES)))
  const starts = new Uint32Array(blocks + 1).fill(rows)
  let block = 0
  for (let row = 0; row < rows; row++)
    while (block < blocks && offsets[row]! >= (entries * block) / blocks) starts[block++] = row
  return starts
}
