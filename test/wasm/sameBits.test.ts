import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type ClosedPaths, closedPathsOfBits } from '../../src/kernel/closedPaths.ts'
import { coreNumbers } from '../../src/kernel/coreNumbers.ts'
import { couplings } from '../../src/kernel/couplings.ts'
import { buildDigraph } from '../../src/kernel/digraph.ts'
import { arrangeDigraph } from '../../src/kernel/digraphCompiled.ts'
import { knownStrengths } from '../../src/kernel/knownStrengths.ts'
import { solveLaplacian } from '../../src/kernel/laplacian.ts'
import { products } from '../../src/kernel/products.ts'
import { randomStream } from '../../src/kernel/random.ts'
import { inRows, outRows } from '../../src/kernel/rows.ts'
import { strongComponentsCompiled } from '../../src/kernel/strongComponentsCompiled.ts'
import { sweeper } from '../../src/kernel/sweep.ts'
import { drawTies, tieBits } from '../../src/kernel/tieBits.ts'
import { MATRIX } from '../../src/kernel/wasmCode.ts'
import { wasmRoom } from '../../src/kernel/wasmRoom.ts'
import { weakComponentsCompiled } from '../../src/kernel/weakComponentsCompiled.ts'
import { Words } from '../../src/kernel/words.ts'
import { wasmCode } from '../../wasm.config.ts'

test('the compiled modules are those of the sources', { timeout: 60_000 }, async () => {
  // A formatter has laid out the file: what counts is the texts.
  const texts = (code: string) => code.match(/'\\x00asm.*'/g)
  const made = texts(await wasmCode())
  expect(made).toHaveLength(7)
  expect(texts(readFileSync('src/kernel/wasmCode.ts', 'utf8'))).toEqual(made)
})

const kernels = {
  arrangeDigraph,
  knownStrengths,
  solveLaplacian,
  sweeper,
  products,
  closedPathsOfBits,
  coreNumbers,
  strongComponentsCompiled,
  weakComponentsCompiled,
}

/** Everything the compiled loops give on a random graph, isolates and weights of zero included. */
function results(of: typeof kernels, order: number, ties: number, seed: number): unknown[] {
  const random = randomStream(seed)
  const source = Uint32Array.from({ length: ties }, () => random.below(order - 1)) // the last vertex has no arc
  const target = Uint32Array.from(source, () => random.below(order - 1))
  const { graph } = buildDigraph(order, source, target)
  const weights = Float64Array.from(graph.outTargets, () => (random.below(10) === 0 ? 0 : random.uniform()))
  // Loops and repeated arcs among them; as arrays, as words, and without loops.
  const values = Array.from(source, () => random.uniform())
  const columns = new Map([
    ['above 0', values],
    ['with 0', values.map(value => (value < 0.1 ? 0 : value))],
    ['unknown', values.map(value => (value < 0.1 ? Number.NaN : value))],
  ])
  const arranged = [of.arrangeDigraph(order, [...source], [...target], columns)]
  const unlike = target.map((t, k) => (t === source[k] ? order - 1 : t))
  arranged.push(of.arrangeDigraph(order, source, unlike, new Map()), of.arrangeDigraph(order, unlike, source, columns))
  const found: unknown[] = [...arranged]
  for (const { graph, columns } of arranged)
    found.push([...columns.values()].map(column => of.knownStrengths(graph, column)))

  const pairs = couplings(graph, weights)
  for (const shift of [0, 0.1]) found.push(of.solveLaplacian(pairs, shift))

  const start = Float64Array.from({ length: order }, () => random.uniform())
  for (const rows of [outRows(graph, null), inRows(graph, weights)]) {
    const swept = of.sweeper(rows, start, { constant: start })
    for (const backwards of [false, true]) found.push(swept.sweep(0.5, -0.01, backwards), swept.x.slice())
    const scaled = of.sweeper(rows, start, { scale: start, given: start })
    found.push(scaled.sweep(0, 0.7), scaled.x.slice())
  }

  const { vectors, multiply } = of.products([outRows(graph, weights), inRows(graph, null)], 3)
  vectors[0]!.set(start)
  multiply(0, 0, 1)
  multiply(1, 1, 2)
  found.push(...vectors.map(vector => vector.slice()))

  for (const direction of ['out', 'in', 'total'] as const) found.push(of.coreNumbers(graph, direction))

  found.push(of.strongComponentsCompiled(graph), of.weakComponentsCompiled(graph))

  const bits = tieBits(order)
  const count = of.closedPathsOfBits(bits)
  for (const share of [0.1, 0.9]) {
    drawTies(bits, Math.floor(share * order * (order - 1)), new Words(random))
    found.push(count())
  }
  return found
}

describe('without WebAssembly', () => {
  let plain: typeof kernels
  beforeAll(async () => {
    vi.stubGlobal('WebAssembly', undefined)
    vi.resetModules()
    plain = {
      ...(await import('../../src/kernel/digraphCompiled.ts')),
      ...(await import('../../src/kernel/knownStrengths.ts')),
      ...(await import('../../src/kernel/laplacian.ts')),
      ...(await import('../../src/kernel/sweep.ts')),
      ...(await import('../../src/kernel/products.ts')),
      ...(await import('../../src/kernel/closedPaths.ts')),
      ...(await import('../../src/kernel/coreNumbers.ts')),
      ...(await import('../../src/kernel/strongComponentsCompiled.ts')),
      ...(await import('../../src/kernel/weakComponentsCompiled.ts')),
    }
    vi.unstubAllGlobals()
  })
  afterEach(() => vi.unstubAllGlobals())

  const withoutIt = (order: number, ties: number, seed: number) => {
    vi.stubGlobal('WebAssembly', undefined)
    const found = results(plain, order, ties, seed)
    vi.unstubAllGlobals()
    return found
  }

  test('every loop gives the same bits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 300 }), // small systems are eliminated, small graphs are one word a row
        fc.integer({ min: 0, max: 1500 }),
        fc.nat(),
        (order, ties, seed) => {
          expect(results(kernels, order, ties, seed)).toEqual(withoutIt(order, ties, seed))
        },
      ),
      { seed: 1, numRuns: 60 },
    )
  })
})

describe('a room', () => {
  test('holds copies in their places, zeros where a number stands', () => {
    const x = Float64Array.of(1, 2, 3)
    const words = Uint32Array.of(0, 4_000_000_000, 7)
    const { at, arrays } = wasmRoom(MATRIX, { words, x, zeros: 2 })!
    expect(at).toEqual({ words: 0, x: 16, zeros: 40 })
    expect([...arrays.words]).toEqual([0, 4_000_000_000 | 0, 7])
    expect([...arrays.x, ...arrays.zeros]).toEqual([1, 2, 3, 0, 0])
    arrays.x[0] = 9
    expect(x[0]).toBe(1)
  })
  test('is current until the next one; a large one has a memory of its own', () => {
    const first = wasmRoom(MATRIX, { x: 10 })!
    expect(first.current()).toBe(true)
    const large = wasmRoom(MATRIX, { x: 5_000_000 })!
    expect(first.current()).toBe(true)
    const second = wasmRoom(MATRIX, { x: 100_000 })!
    expect([first.current(), second.current(), large.current()]).toEqual([false, true, true])
    expect(large.arrays.x.buffer).not.toBe(second.arrays.x.buffer)
  })
  test('is null when there is no memory for it', () => {
    expect(wasmRoom(MATRIX, { x: 2 ** 30 })).toBeNull()
  })
  test('that another one has taken is filled again', () => {
    const [bits, others] = [tieBits(50), tieBits(50)]
    const [count, countOthers] = [closedPathsOfBits(bits), closedPathsOfBits(others)]
    const source = new Words(randomStream(1))
    drawTies(bits, 600, source)
    drawTies(others, 900, source)
    const alone: ClosedPaths[] = [count(), count()]
    expect(alone[0]).toEqual(alone[1])
    expect(countOthers()).not.toEqual(alone[0])
    expect(count()).toEqual(alone[0])
  })
})
