import * as fc from 'fast-check'
import { snapshotFrom } from 'guanxi'
import { describe, expect, test } from 'vitest'
import { closedPaths, closedPathsOfBits } from '../../src/kernel/closedPaths.ts'
import { buildDigraph, type Digraph } from '../../src/kernel/digraph.ts'
import { randomStream } from '../../src/kernel/random.ts'
import { reachPairs, reachPairsOfBits } from '../../src/kernel/reachPairs.ts'
import { drawCoinFlips, drawDyads, drawTies, type TieBits, tieBits } from '../../src/kernel/tieBits.ts'
import { Words } from '../../src/kernel/words.ts'
import { dyadCensus } from '../../src/metrics/dyadCensus.ts'

const words = (...path: number[]) => new Words(randomStream(1, ...path))

function arcsOf({ order, words, rows }: TieBits): [number, number][] {
  const arcs: [number, number][] = []
  for (let v = 0; v < order; v++)
    for (let w = 0; w < 32 * words; w++) if ((rows[v * words + (w >>> 5)]! >>> (w & 31)) & 1) arcs.push([v, w])
  return arcs
}

function graphOf(bits: TieBits): Digraph {
  const arcs = arcsOf(bits)
  return buildDigraph(
    bits.order,
    arcs.map(([s]) => s),
    arcs.map(([, t]) => t),
  ).graph
}

const censusOf = (bits: TieBits) => {
  const arcs = arcsOf(bits)
  return dyadCensus(snapshotFrom({ count: bits.order, source: arcs.map(([s]) => s), target: arcs.map(([, t]) => t) }))
}

/** How often each graph was drawn, by its arcs. */
function frequencies(bits: TieBits, draws: number, draw: (source: Words) => void): Map<string, number> {
  const found = new Map<string, number>()
  const stream = randomStream(3)
  for (let d = 0; d < draws; d++) {
    draw(new Words(stream))
    const name = arcsOf(bits).join(' ')
    found.set(name, (found.get(name) ?? 0) + 1)
  }
  return found
}

/** Sum of (observed − expected)² / expected for graphs that are equally likely. */
function chiSquare(found: Map<string, number>, kinds: number, draws: number): number {
  const expected = draws / kinds
  let sum = (kinds - found.size) * expected
  for (const count of found.values()) sum += (count - expected) ** 2 / expected
  return sum
}

describe('graphs are equally likely (chi-square within 4 standard deviations of its mean)', () => {
  const draws = 20_000
  const within = (found: Map<string, number>, kinds: number) => {
    expect(found.size).toBe(kinds)
    const spread = (chiSquare(found, kinds, draws) - (kinds - 1)) / Math.sqrt(2 * (kinds - 1))
    expect(Math.abs(spread)).toBeLessThan(4)
  }
  test.each([
    [1, 12],
    [3, 220],
    [6, 924],
    [9, 220], // the complement is drawn
  ])('4 vertices, %d arcs: %d graphs', (size, kinds) => {
    const bits = tieBits(4)
    within(
      frequencies(bits, draws, source => drawTies(bits, size, source)),
      kinds,
    )
  })
  test('3 vertices, coin flips: 64 graphs', () => {
    const bits = tieBits(3)
    within(
      frequencies(bits, draws, source => drawCoinFlips(bits, source)),
      64,
    )
  })
  test.each([
    [1, 1, 6 * 5 * 2], // most are absent
    [3, 2, 20 * 3 * 4], // most are mutual
    [1, 4, 6 * 5 * 16], // most are asymmetric
    [0, 6, 64],
    [6, 0, 1],
    [0, 0, 1],
  ])('4 vertices, %d mutual and %d asymmetric dyads: %d graphs', (mutual, asymmetric, kinds) => {
    const bits = tieBits(4)
    const found = frequencies(bits, draws, source => drawDyads(bits, mutual, asymmetric, source))
    if (kinds > 1) within(found, kinds)
    else expect(found.size).toBe(1)
    expect(censusOf(bits)).toMatchObject({ mutual, asymmetric })
  })
})

describe('of any size', () => {
  const orders = [2, 5, 31, 32, 33, 64, 96, 127, 128, 129, 256, 257]
  test.each(orders)(
    '%d vertices: as many arcs and dyads as asked for, no loop, nothing beyond the last vertex',
    order => {
      const bits = tieBits(order)
      const cells = order * (order - 1)
      const sound = () => {
        expect(arcsOf(bits).every(([s, t]) => s !== t && t < order)).toBe(true)
        expect([...bits.rows.subarray(order * bits.words)].every(word => word === 0)).toBe(true)
      }
      for (const size of [0, 1, Math.floor(cells / 3), cells - 1, cells]) {
        drawTies(bits, size, words(order, size))
        expect(arcsOf(bits).length).toBe(size)
        sound()
      }
      drawCoinFlips(bits, words(order))
      sound()
      expect(Math.abs(arcsOf(bits).length - cells / 2)).toBeLessThanOrEqual(4 * Math.sqrt(cells / 4))
      const pairs = cells / 2
      for (const [mutual, asymmetric] of [
        [0, Math.floor(pairs / 5)],
        [Math.floor(pairs / 3), Math.floor(pairs / 2)],
        [Math.ceil(pairs / 2), Math.floor(pairs / 4)],
        [0, pairs],
      ] as const) {
        drawDyads(bits, mutual, asymmetric, words(order, mutual))
        expect(censusOf(bits)).toMatchObject({ mutual, asymmetric })
        sound()
      }
    },
  )
})

/** One by one. */
function slowPaths({ order, outOffsets, outTargets }: Digraph) {
  const tied = (i: number, j: number) => outTargets.subarray(outOffsets[i]!, outOffsets[i + 1]!).includes(j)
  let paths = 0
  let closed = 0
  for (let i = 0; i < order; i++)
    for (let j = 0; j < order; j++)
      for (let k = 0; k < order; k++) {
        if (i === j || j === k || i === k || !tied(i, j) || !tied(j, k)) continue
        paths++
        if (tied(i, k)) closed++
      }
  return { paths, closed }
}

function slowReach({ order, outOffsets, outTargets }: Digraph) {
  const reach = Array.from({ length: order }, (_, v) => {
    const seen = new Set([v])
    for (const u of seen) for (let k = outOffsets[u]!; k < outOffsets[u + 1]!; k++) seen.add(outTargets[k]!)
    return seen
  })
  let joined = 0
  let mutual = 0
  for (let v = 0; v < order; v++)
    for (let u = 0; u < v; u++) {
      const ways = Number(reach[v]!.has(u)) + Number(reach[u]!.has(v))
      if (ways > 0) joined++
      if (ways > 1) mutual++
    }
  return { joined, mutual }
}

describe('counts', () => {
  test('of paths and of what reaches what are the same by bits, by rows, and one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 150 }),
        fc.integer({ min: 0, max: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        (order, kind, share, seed) => {
          const bits = tieBits(order)
          const count = closedPathsOfBits(bits)
          const countReach = reachPairsOfBits(bits)
          const cells = order * (order - 1)
          // Twice in the same room, as a test does; sparse graphs more often than not.
          for (const salt of [0, 1]) {
            const source = words(seed, salt)
            if (kind === 0) drawCoinFlips(bits, source)
            else if (kind === 1) drawTies(bits, Math.floor(share ** 3 * cells), source)
            else if (kind === 2) drawTies(bits, Math.min(cells, Math.floor(2 * share * order)), source)
            else drawDyads(bits, Math.floor((share * cells) / 9), Math.floor((share ** 2 * cells) / 4), source)
            const graph = graphOf(bits)
            expect(count()).toEqual(closedPaths(graph))
            if (order < 40) expect(count()).toEqual(slowPaths(graph))
            expect(countReach()).toEqual(reachPairs(graph))
            if (order < 60) expect(countReach()).toEqual(slowReach(graph))
          }
        },
      ),
      { seed: 1, numRuns: 300 },
    )
  })
})
