import type { Digraph } from './digraph.ts'

/** The four sets: a periphery that gives, a core that gets, a core that gives, and a periphery that gets. */
export const [PERIPHERY_OUT, CORE_IN, CORE_OUT, PERIPHERY_IN] = [0, 1, 2, 3] as const

/** What the ideal says from row to column: all give to the core that gets but the periphery that gets, to whom only the core that gives gives. */
const IDEAL = [
  [0, 1, 0, 0],
  [0, 1, 0, 0],
  [0, 1, 1, 1],
  [0, 0, 0, 0],
] as const

export interface DirectedCorePartition {
  /** The set of each vertex. */
  readonly sets: Uint8Array
  /** NaN when no division has one. */
  readonly correlation: number
  /** Whether every division was tried. */
  readonly exact: boolean
}

/** 4¹⁰ divisions take some 70 ms. */
const EXHAUSTED = 10
/** An end for what rounding could keep going: 50 to 100,000 vertices took 6 to 27. */
const PASSES = 200
/** Shares of the vertices that each core begins with. */
const STARTS = [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32]

/**
 * The division into the four sets whose ideal matrix correlates most with the arcs.
 *
 * Up to 10 vertices every division is tried, one vertex moving at a time. Above, vertices that give and get most begin in the
 * cores, and vertices move one by one to the set that fits best until none would; the best of five starts is kept. O(size) a pass.
 */
export function directedCorePartition(graph: Digraph, weights: Float64Array | null): DirectedCorePartition {
  const search = new Search(graph, weights)
  const { order } = graph
  const exact = order <= EXHAUSTED
  if (exact) search.exhaust()
  else for (const share of STARTS) search.climb(share)
  return { sets: search.best, correlation: search.fitOf(search.best), exact }
}

/** Whether pairs from one set to another are tied in the ideal. */
export function isTiedInIdeal(from: number, to: number): boolean {
  return IDEAL[from]![to] === 1
}

class Search {
  readonly best: Uint8Array
  private highest = Number.NaN
  private readonly graph: Digraph
  private readonly weights: Float64Array | null
  private readonly sets: Uint8Array
  private readonly sizes = [0, 0, 0, 0]
  // Weight given to and got from each of the four sets, four entries a vertex.
  private readonly given: Float64Array
  private readonly got: Float64Array
  private total = 0
  private totalSquares = 0
  /** Weight where the ideal has ties. */
  private matched = 0

  constructor(graph: Digraph, weights: Float64Array | null) {
    const { order, size } = graph
    this.graph = graph
    this.weights = weights
    this.best = new Uint8Array(order)
    this.sets = new Uint8Array(order)
    this.given = new Float64Array(4 * order)
    this.got = new Float64Array(4 * order)
    for (let k = 0; k < size; k++) {
      const w = weights ? weights[k]! : 1
      this.total += w
      this.totalSquares += w * w
    }
    this.place(new Uint8Array(order))
  }

  /** Every division: a counter of base four that goes up and down, so that one vertex moves by one set in each step. */
  exhaust(): void {
    const { order } = this.graph
    const steps = new Int8Array(order).fill(1)
    this.keep()
    for (let v = 0; v < order; ) {
      const set = this.sets[v]! + steps[v]!
      if (set < 0 || set > 3) steps[v++]! *= -1
      else {
        this.move(v, set)
        this.keep()
        v = 0
      }
    }
  }

  /** The best within reach of a start with this share of the vertices in each core. */
  climb(share: number): void {
    const { order } = this.graph
    this.place(this.start(share))
    this.keep()
    for (let pass = 0, moved = true; moved && pass < PASSES; pass++) {
      moved = false
      for (let v = 0; v < order; v++) {
        let top = this.correlation(this.matched, this.sizes)
        const from = this.sets[v]!
        let to = from
        for (let set = 0; set < 4; set++) {
          const value = this.tried(v, set)
          if (value > top + 1e-12 || (Number.isNaN(top) && !Number.isNaN(value))) {
            top = value
            to = set
          }
        }
        if (to === from) continue
        this.move(v, to)
        moved = true
      }
    }
    this.keep()
  }

  /** Pearson's correlation of the arcs with the ideal of a division, added up anew. */
  fitOf(sets: Uint8Array): number {
    this.place(sets)
    return this.correlation(this.matched, this.sizes)
  }

  private start(share: number): Uint8Array {
    const { order } = this.graph
    const sum = (of: Float64Array, v: number) => of[4 * v]! + of[4 * v + 1]! + of[4 * v + 2]! + of[4 * v + 3]!
    const out = Float64Array.from({ length: order }, (_, v) => sum(this.given, v))
    const got = Float64Array.from({ length: order }, (_, v) => sum(this.got, v))
    const rankOf = (strength: Float64Array) => {
      const ranks = new Uint32Array(order)
      const byStrength = Uint32Array.from(ranks, (_, v) => v).sort((a, b) => strength[b]! - strength[a]! || a - b)
      byStrength.forEach((v, rank) => {
        ranks[v] = rank
      })
      return ranks
    }
    const outRank = rankOf(out)
    const gotRank = rankOf(got)
    return Uint8Array.from({ length: order }, (_, v) => {
      if (Math.min(outRank[v]!, gotRank[v]!) < share * order) return outRank[v]! < gotRank[v]! ? CORE_OUT : CORE_IN
      return outRank[v]! < gotRank[v]! ? PERIPHERY_OUT : PERIPHERY_IN
    })
  }

  private place(sets: Uint8Array): void {
    const { order, outOffsets, outTargets } = this.graph
    const { given, got, sizes, weights } = this
    this.sets.set(sets)
    given.fill(0)
    got.fill(0)
    sizes.fill(0)
    this.matched = 0
    for (let v = 0; v < order; v++) {
      const set = sets[v]!
      sizes[set]!++
      for (let k = outOffsets[v]!; k < outOffsets[v + 1]!; k++) {
        const t = outTargets[k]!
        const w = weights ? weights[k]! : 1
        given[4 * v + sets[t]!]! += w
        got[4 * t + set]! += w
        if (isTiedInIdeal(set, sets[t]!)) this.matched += w
      }
    }
  }

  private move(v: number, to: number): void {
    const { outOffsets, outTargets, inOffsets, inSources, inToOut } = this.graph
    const { given, got, sets, sizes, weights } = this
    const from = sets[v]!
    this.matched += this.gain(v, to)
    sets[v] = to
    sizes[from]!--
    sizes[to]!++
    for (let k = outOffsets[v]!; k < outOffsets[v + 1]!; k++) {
      const at = 4 * outTargets[k]!
      const w = weights ? weights[k]! : 1
      got[at + from]! -= w
      got[at + to]! += w
    }
    for (let p = inOffsets[v]!; p < inOffsets[v + 1]!; p++) {
      const at = 4 * inSources[p]!
      const w = weights ? weights[inToOut[p]!]! : 1
      given[at + from]! -= w
      given[at + to]! += w
    }
  }

  /** The correlation if the vertex were in that set. */
  private tried(v: number, to: number): number {
    const { sets, sizes } = this
    sizes[sets[v]!]!--
    sizes[to]!++
    const value = this.correlation(this.matched + this.gain(v, to), sizes)
    sizes[sets[v]!]!++
    sizes[to]!--
    return value
  }

  /** How much more weight stands where the ideal has ties if the vertex is in that set. */
  private gain(v: number, to: number): number {
    const from = this.sets[v]!
    let gain = 0
    for (let set = 0; set < 4; set++) {
      gain += (IDEAL[to]![set]! - IDEAL[from]![set]!) * this.given[4 * v + set]!
      gain += (IDEAL[set]![to]! - IDEAL[set]![from]!) * this.got[4 * v + set]!
    }
    return gain
  }

  private keep(): void {
    const value = this.correlation(this.matched, this.sizes)
    if (Number.isNaN(value) || value <= this.highest + 1e-12) return // false beside NaN: the first is kept
    this.highest = value
    this.best.set(this.sets)
  }

  /** Pearson's correlation of the arcs with the ideal over ordered pairs. */
  private correlation(matched: number, sizes: readonly number[]): number {
    const { order } = this.graph
    const [out, coreIn, coreOut, into] = sizes as [number, number, number, number]
    const pairs = order * (order - 1)
    const ones = coreIn * (out + coreIn - 1 + coreOut) + coreOut * (coreOut - 1 + into)
    const spread = pairs * this.totalSquares - this.total * this.total
    const ideal = ones * (pairs - ones)
    if (!(ideal > 0) || !(spread > 1e-12 * pairs * this.totalSquares)) return Number.NaN
    return (pairs * matched - ones * this.total) / Math.sqrt(ideal * spread)
  }
}
