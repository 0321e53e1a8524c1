import type { Digraph } from './digraph.ts'

/** What a pair with one end in the core should look like: not asked, tied, or not tied. */
export type Between = 'ignored' | 'tied' | 'absent'

export interface CorePartition {
  /** 1 for the vertices of the core. */
  readonly core: Uint8Array
  /** NaN when no division has one. */
  readonly correlation: number
  /** Whether every division was tried. */
  readonly exact: boolean
}

const EXHAUSTED = 16
const PASSES = 200

/**
 * The division into core and periphery whose ideal matrix correlates most with the arcs.
 *
 * Up to 16 vertices every division is tried, one vertex moving at a time (Gray code). Above, the best prefix of the vertices
 * by out-, in- and total strength is improved by moving single vertices until none helps. O(size) a pass.
 */
export function corePartition(graph: Digraph, weights: Float64Array | null, between: Between): CorePartition {
  const search = new Search(graph, weights, between)
  const { order } = graph
  if (order <= EXHAUSTED) {
    for (let step = 1; step < 2 ** order; step++) {
      search.move(31 - Math.clz32(step & -step))
      search.keep()
    }
    return { core: search.best, correlation: search.highest, exact: true }
  }
  for (const strength of search.strengths()) {
    const sorted = Uint32Array.from({ length: order }, (_, v) => v).sort((a, b) => strength[b]! - strength[a]! || a - b)
    search.clear()
    let top = Number.NaN
    let length = 0
    for (let i = 0; i < order; i++) {
      search.move(sorted[i]!)
      const value = search.correlation()
      if (!(value <= top) && !Number.isNaN(value)) {
        top = value
        length = i + 1
      }
    }
    search.clear()
    for (let i = 0; i < length; i++) search.move(sorted[i]!)
    search.keep()
    for (let pass = 0, moved = true; moved && pass < PASSES; pass++) {
      moved = false
      for (let v = 0; v < order; v++)
        if (search.tried(v) > search.correlation() + 1e-12) {
          search.move(v)
          moved = true
        }
    }
    search.keep()
  }
  return { core: search.best, correlation: search.highest, exact: false }
}

class Search {
  readonly best: Uint8Array
  highest = Number.NaN
  private readonly graph: Digraph
  private readonly weights: Float64Array | null
  private readonly between: Between
  private readonly core: Uint8Array
  // Weight and squared weight, given and got, of each vertex: in all, and with the core.
  private readonly all: Float64Array
  private readonly squares: Float64Array
  private readonly inner: Float64Array
  private readonly innerSquares: Float64Array
  private total = 0
  private totalSquares = 0
  // Sums over the pairs within the core and within the periphery.
  private members = 0
  private coreWeight = 0
  private coreSquares = 0
  private rimWeight = 0
  private rimSquares = 0

  constructor(graph: Digraph, weights: Float64Array | null, between: Between) {
    const { order, outOffsets, outTargets } = graph
    this.graph = graph
    this.weights = weights
    this.between = between
    this.best = new Uint8Array(order)
    this.core = new Uint8Array(order)
    this.all = new Float64Array(order)
    this.squares = new Float64Array(order)
    this.inner = new Float64Array(order)
    this.innerSquares = new Float64Array(order)
    for (let v = 0; v < order; v++)
      for (let k = outOffsets[v]!; k < outOffsets[v + 1]!; k++) {
        const w = weights ? weights[k]! : 1
        const t = outTargets[k]!
        this.all[v]! += w
        this.all[t]! += w
        this.squares[v]! += w * w
        this.squares[t]! += w * w
        this.total += w
        this.totalSquares += w * w
      }
    this.clear()
  }

  clear(): void {
    this.core.fill(0)
    this.inner.fill(0)
    this.innerSquares.fill(0)
    this.members = 0
    this.coreWeight = 0
    this.coreSquares = 0
    this.rimWeight = this.total
    this.rimSquares = this.totalSquares
  }

  strengths(): Float64Array[] {
    const { order, outOffsets } = this.graph
    const out = new Float64Array(order)
    for (let v = 0; v < order; v++)
      for (let k = outOffsets[v]!; k < outOffsets[v + 1]!; k++) out[v]! += this.weights ? this.weights[k]! : 1
    return [this.all, out, this.all.map((value, v) => value - out[v]!)]
  }

  /** Moves a vertex to the other side. */
  move(v: number): void {
    const { outOffsets, outTargets, inOffsets, inSources, inToOut } = this.graph
    const sign = this.core[v] === 1 ? -1 : 1
    this.shift(v, sign)
    this.core[v]! ^= 1
    for (let k = outOffsets[v]!; k < outOffsets[v + 1]!; k++) this.touch(outTargets[k]!, k, sign)
    for (let p = inOffsets[v]!; p < inOffsets[v + 1]!; p++) this.touch(inSources[p]!, inToOut[p]!, sign)
  }

  /** The correlation if the vertex were moved. */
  tried(v: number): number {
    const sign = this.core[v] === 1 ? -1 : 1
    this.shift(v, sign)
    const value = this.correlation()
    this.shift(v, -sign)
    return value
  }

  keep(): void {
    const value = this.correlation()
    if (Number.isNaN(value) || value <= this.highest + 1e-12) return // false beside NaN: the first is kept
    this.highest = value
    this.best.set(this.core)
  }

  /** Pearson's correlation of the arcs with the ideal pattern, over the pairs that the pattern speaks of. */
  correlation(): number {
    const { order } = this.graph
    const k = this.members
    const inside = k * (k - 1)
    const outside = (order - k) * (order - k - 1)
    const everything = order * (order - 1)
    const { between, coreWeight, rimWeight } = this
    const pairs = between === 'ignored' ? inside + outside : everything
    const ones = between === 'tied' ? everything - outside : inside
    const weight = between === 'ignored' ? coreWeight + rimWeight : this.total
    const squares = between === 'ignored' ? this.coreSquares + this.rimSquares : this.totalSquares
    const matched = between === 'tied' ? this.total - rimWeight : coreWeight
    const spread = pairs * squares - weight * weight
    const ideal = ones * (pairs - ones)
    if (!(ideal > 0) || !(spread > 1e-12 * pairs * squares)) return Number.NaN
    return (pairs * matched - ones * weight) / Math.sqrt(ideal * spread)
  }

  private shift(v: number, sign: number): void {
    this.members += sign
    this.coreWeight += sign * this.inner[v]!
    this.coreSquares += sign * this.innerSquares[v]!
    this.rimWeight -= sign * (this.all[v]! - this.inner[v]!)
    this.rimSquares -= sign * (this.squares[v]! - this.innerSquares[v]!)
  }

  private touch(v: number, k: number, sign: number): void {
    const w = this.weights ? this.weights[k]! : 1
    this.inner[v]! += sign * w
    this.innerSquares[v]! += sign * w * w
  }
}
