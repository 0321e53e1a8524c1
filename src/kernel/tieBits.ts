import type { Words } from './words.ts'

/**
 * A directed graph without loops as rows of bits, to be drawn again and again: vertex `v` has an arc to `w` when bit `w & 31` of
 * `rows[v · words + (w >>> 5)]` is set. A row is one word, or a multiple of four words.
 */
export interface TieBits {
  readonly order: number
  /** Words a row. */
  readonly words: number
  readonly rows: Int32Array
}

const FEW = 256

/** A graph without arcs, of at most 65,536 vertices. order² / 8 bytes. */
export function tieBits(order: number): TieBits {
  const words = order <= 32 ? 1 : 4 * Math.ceil(order / 128)
  return { order, words, rows: new Int32Array(order * words) }
}

/** Makes it a graph with exactly `size` arcs, every one equally likely. O(size + order² / 32). */
export function drawTies(bits: TieBits, size: number, source: Words): void {
  const { order, rows } = bits
  const cells = order * (order - 1)
  const sparse = size <= cells / 2
  rows.fill(0)
  const count = sparse ? size : cells - size
  if (order > FEW) placeArcs(bits, count, source)
  else placeFewArcs(bits, count, source)
  if (sparse) return
  for (let at = 0; at < rows.length; at++) rows[at] = ~rows[at]!
  trim(bits)
}

/** Makes it a graph in which every arc is there with chance one half. O(order² / 32). */
export function drawCoinFlips(bits: TieBits, source: Words): void {
  const { rows } = bits
  for (let at = 0; at < rows.length; at++) rows[at] = source.next()
  trim(bits)
}

const ABSENT = 0
const ASYMMETRIC = 1
const MUTUAL = 2

/** Makes it a graph with so many mutual and asymmetric dyads, every one equally likely. O(order² / 32 + dyads that are tied). */
export function drawDyads(bits: TieBits, mutual: number, asymmetric: number, source: Words): void {
  const { order, words, rows } = bits
  rows.fill(0)
  const absent = (order * (order - 1)) / 2 - mutual - asymmetric
  // What most dyads are is what is left when the two other kinds have their places: the last of many would be long in finding room.
  const most = Math.max(mutual, asymmetric, absent)
  const rest = most === absent ? ABSENT : most === mutual ? MUTUAL : ASYMMETRIC
  const next = pairDraw(order, source)
  const taken = new Int32Array(rows.length)
  const place = (count: number, kind: number) => {
    for (let left = count; left > 0; ) {
      const pair = next()
      const s = pair >>> 16
      const t = pair & 0xffff
      const there = s * words + (t >>> 5)
      if ((taken[there]! & (1 << (t & 31))) !== 0) continue
      const back = t * words + (s >>> 5)
      taken[there]! |= 1 << (t & 31)
      taken[back]! |= 1 << (s & 31)
      if (kind !== ABSENT) rows[there]! |= 1 << (t & 31)
      if (kind === MUTUAL) rows[back]! |= 1 << (s & 31)
      left--
    }
  }
  if (rest !== MUTUAL) place(mutual, MUTUAL)
  if (rest !== ASYMMETRIC) place(asymmetric, ASYMMETRIC)
  if (rest === ABSENT) return
  place(absent, ABSENT)
  for (let s = 1; s < order; s++)
    for (let w = 0; w <= s >>> 5; w++) {
      // Dyads with lower vertices that have no kind yet: an arc from here, an arc to here, or both.
      const free = ~taken[s * words + w]! & (w < s >>> 5 ? -1 : (1 << (s & 31)) - 1)
      const from = rest === MUTUAL ? free : free & source.next()
      rows[s * words + w]! |= from
      for (let to = rest === MUTUAL ? free : free & ~from; to !== 0; to &= to - 1) {
        const t = (w << 5) + 31 - Math.clz32(to & -to)
        rows[t * words + (s >>> 5)]! |= 1 << (s & 31)
      }
    }
}

/** Takes away what stands on the diagonal and beyond the last vertex. */
function trim({ order, words, rows }: TieBits): void {
  const last = order >>> 5
  for (let v = 0; v < order; v++) {
    if (last < words) rows[v * words + last]! &= (1 << (order & 31)) - 1
    if (last + 1 < words) rows.fill(0, v * words + last + 1, (v + 1) * words)
    rows[v * words + (v >>> 5)]! &= ~(1 << (v & 31))
  }
}

function placeArcs({ order, words, rows }: TieBits, count: number, source: Words): void {
  const next = pairDraw(order, source)
  for (let left = count; left > 0; ) {
    const pair = next()
    const t = pair & 0xffff
    const at = (pair >>> 16) * words + (t >>> 5)
    const more = rows[at]! | (1 << (t & 31))
    if (more === rows[at]) continue
    rows[at] = more
    left--
  }
}

/** The same up to 256 vertices, where half a word gives a pair, without jumps that a processor could guess wrong. */
function placeFewArcs({ order, words, rows }: TieBits, count: number, source: Words): void {
  // Loops are taken to be there already.
  for (let v = 0; v < order; v++) rows[v * words + (v >>> 5)]! |= 1 << (v & 31)
  const fewest = 0x10000 % (order * order)
  let { a, b, c, count: ticks } = source // the words of `source`, in variables that need no memory
  for (let left = count; left > 0; ) {
    const word = (((a + b) | 0) + ticks) | 0
    ticks = (ticks + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + word) | 0
    let first = (word >>> 16) * order
    let second = (first & 0xffff) * order
    let s = first >>> 16
    let t = second >>> 16
    let at = s * words + (t >>> 5)
    // 1 when this half favours no pair and the arc is not there yet.
    let fresh = ((fewest - 1 - (second & 0xffff)) >>> 31) & ~(rows[at]! >>> (t & 31))
    rows[at]! |= fresh << (t & 31)
    left -= fresh
    if (left === 0) break
    first = (word & 0xffff) * order
    second = (first & 0xffff) * order
    s = first >>> 16
    t = second >>> 16
    at = s * words + (t >>> 5)
    fresh = ((fewest - 1 - (second & 0xffff)) >>> 31) & ~(rows[at]! >>> (t & 31))
    rows[at]! |= fresh << (t & 31)
    left -= fresh
  }
  for (let v = 0; v < order; v++) rows[v * words + (v >>> 5)]! &= ~(1 << (v & 31))
}

/**
 * Ordered pairs of different vertices, all equally likely, one a call, as `source · 2¹⁶ + target`.
 *
 * word · order has the source above the point and, times order again, the target; what is left below tells the few words that
 * would favour some pairs.
 *
 * Source: Brackett-Rozinsky & Lemire 2024, doi:10.1002/spe.3369, for two numbers with one bound.
 */
function pairDraw(order: number, source: Words): () => number {
  const fewest = 0x100000000 % (order * order)
  return () => {
    for (;;) {
      const word = source.next() >>> 0
      const left = Math.imul(word, order) >>> 0
      const last = Math.imul(left, order) >>> 0
      if (last < fewest) continue
      const s = (word * order - left) / 0x100000000
      const t = (left * order - last) / 0x100000000
      if (s !== t) return (s << 16) | t
    }
  }
}
