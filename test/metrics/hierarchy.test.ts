import fc from 'fast-check'
import { type NetworkLike, snapshotFrom } from 'guanxi'
import { hierarchy, hodgeRank, springRank } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const layer = { layer: 'resources' }
const shares = (network: NetworkLike) => {
  const { incoherence, ordered, circulating, returned } = hierarchy(network, layer)
  return { incoherence, ordered, circulating, returned }
}
/** A random network of `n` actors with `m` draws of ties, every pair at most once a direction. */
function large(n: number, m: number) {
  const seen = new Set<number>()
  let state = 12345
  const next = (bound: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % bound
  }
  for (let i = 0; i < m; i++) {
    const s = next(n)
    const t = next(n)
    if (s !== t) seen.add(s * n + t)
  }
  const source = [...seen].map(key => Math.floor(key / n))
  const target = [...seen].map(key => key % n)
  return snapshotFrom({ count: n, source, target, resources: source.map((s, k) => 0.1 + ((s * 7 + k) % 13)) })
}

describe('by hand', () => {
  test('a chain: one level a step, all of it ordered', () => {
    const chain = snapshotFrom({ count: 3, source: [0, 1], target: [1, 2] })
    const found = hierarchy(chain)
    expect([...found.levels.values]).toEqual([0, 1, 2])
    expect([found.incoherence, found.ordered, found.circulating, found.returned]).toEqual([0, 1, 0, 0])
  })
  test('3 given, 1 got: h = (3 − 1) / (3 + 1), ordered 4 · ¼ / 4, returned 4 · 3 · 1 / 4 / 4', () => {
    const found = hierarchy(fromArcs([['a', 'b', 3], ['b', 'a', 1]], actorsNamed('a', 'b')), layer) // biome-ignore format: a row
    expect([...found.levels.values]).toEqual([0, 0.5])
    expect([found.ordered, found.circulating, found.returned]).toEqual([0.25, 0, 0.75])
  })
  test('a circle circulates, a mutual pair is returned', () => {
    expect(hierarchy(snapshotFrom({ count: 3, source: [0, 1, 2], target: [1, 2, 0] })).circulating).toBe(1)
    expect(hierarchy(snapshotFrom({ count: 2, source: [0, 1], target: [1, 0] })).returned).toBe(1)
  })
})

describe('edges of the domain', () => {
  test('no actors, one actor, no ties, only zero weights: shares are null, levels 0', () => {
    for (const network of [
      fromArcs([], []),
      fromArcs([], actorsNamed('a')),
      fromArcs([], actorsNamed('a', 'b')),
      fromArcs([['a', 'b', 0]], actorsNamed('a', 'b')),
    ]) {
      const { levels, incoherence, ordered, circulating, returned } = hierarchy(network, layer)
      expect([incoherence, ordered, circulating, returned]).toEqual([null, null, null, null])
      expect([...levels].every(([, level]) => level === 0)).toBe(true)
      expect(springRank(network, layer).relativeEnergy).toBeNull()
      expect(hodgeRank(network, layer).gradient).toBeNull()
    }
  })
  test('two components: each has its zero and its shares, an isolate none', () => {
    const network = snapshotFrom({ count: 6, source: [0, 1, 3, 4], target: [1, 2, 4, 3] })
    const { levels, components, ordered, returned } = hierarchy(network)
    expect([...levels.values]).toEqual([0, 1, 2, 0, 0, 0])
    expect(components.map(part => [part.actors, part.weight, part.ordered, part.returned])).toEqual([
      [3, 2, 1, 0],
      [2, 2, 0, 1],
      [1, 0, null, null],
    ])
    expect([ordered, returned]).toEqual([0.5, 0.5])
  })
  test('an alpha near 0 gives what 0 gives, of which rounding leaves nothing unless means are set to 0', () => {
    const several = snapshotFrom({
      count: 7,
      source: [0, 1, 3, 4, 0],
      target: [1, 2, 4, 5, 2],
      resources: [3, 1, 7, 0.1, 2],
    })
    for (const network of [golden(), several, large(60, 300), large(900, 600)]) {
      const at0 = springRank(network, layer)
      for (const alpha of [1e-12, 1e-15, 1e-18]) {
        const { scores, relativeEnergy } = springRank(network, { ...layer, alpha })
        scores.values.forEach((score, i) => {
          expect(score).toBeCloseTo(at0.scores.values[i]!, 7)
        })
        expect(relativeEnergy).toBeCloseTo(at0.relativeEnergy!, 7)
      }
    }
  })
  test('an alpha that is lost beside the strengths is refused; without ties any will do', () => {
    for (const alpha of [5e-324, 1e-30])
      expect(() => springRank(golden(), { ...layer, alpha })).toThrow(
        expect.objectContaining({ code: 'INVALID_OPTION', message: expect.stringContaining('1e-20 of the largest') }),
      )
    const { scores, energy } = springRank(fromArcs([], actorsNamed('a', 'b')), { ...layer, alpha: 5e-324 })
    expect([...scores.values, energy]).toEqual([0, 0, 0])
  })
  test('an option that does not exist, an alpha below 0', () => {
    expect(() => hierarchy(golden(), { alpha: 1 } as never)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_OPTION' }),
    )
    expect(() => springRank(golden(), { alpha: -1 })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    expect(() => hodgeRank(golden(), { flow: 'gross' as never })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
  })
})

describe('weights of any size beside each other', () => {
  /** A random tree, whose levels are its steps whatever the weights, and ties given back whose gap is (a − b) / (a + b). */
  const trees = fc.array(
    fc.record({
      parent: fc.nat(),
      up: fc.boolean(),
      exponent: fc.double({ min: -323, max: 200, noNaN: true }),
      back: fc.constantFrom(0, 0, 1 / 3, 1),
    }),
    { minLength: 1, maxLength: 90 },
  )
  test('a tree stands on its steps, be they 1e-323 or 1e200 wide', () => {
    fc.assert(
      fc.property(trees, drawn => {
        const arcs: [string, string, number][] = []
        const height = [0]
        drawn.forEach(({ parent, up, exponent, back }, k) => {
          const [child, at] = [k + 1, parent % (k + 1)]
          const weight = 10 ** exponent
          const [low, high] = up ? [at, child] : [child, at]
          arcs.push([`v${low}`, `v${high}`, weight])
          const returned = weight * back
          if (returned > 0) arcs.push([`v${high}`, `v${low}`, returned])
          const gap = (weight - returned) / (weight + returned)
          height[child] = height[at]! + (up ? gap : -gap)
        })
        const ids = height.map((_, v) => `v${v}`)
        const network = fromArcs(arcs, actorsNamed(...ids))
        const lowest = Math.min(...height)
        const { levels, ordered, circulating } = hierarchy(network, layer)
        const { scores } = springRank(network, layer)
        const { potential } = hodgeRank(network, layer)
        const mean = height.reduce((sum, h) => sum + h) / height.length
        ids.forEach((id, v) => {
          expect(levels.get(id)).toBeCloseTo(height[v]! - lowest, 10)
          expect(scores.get(id)).toBeCloseTo(mean - height[v]!, 10)
          expect(potential.get(id)).toBeCloseTo(mean - height[v]!, 10)
        })
        expect(ordered).toBeLessThanOrEqual(1 + 1e-9)
        expect(circulating).toBeCloseTo(0, 9)
      }),
      { numRuns: 300 },
    )
  })
  test('a circle and a chain that hangs on it by 5e-324: the circle is level, the chain one step above', () => {
    const arcs = [
      ['a', 'b', 1],
      ['b', 'c', 1],
      ['c', 'a', 0.9999999],
      ['c', 'd', 5e-324],
      ['d', 'e', 1],
    ] as [string, string, number][]
    const { levels } = hierarchy(fromArcs(arcs, actorsNamed('a', 'b', 'c', 'd', 'e')), layer)
    expect(levels.get('d')! - levels.get('c')!).toBeCloseTo(1, 12)
    expect(levels.get('e')! - levels.get('d')!).toBeCloseTo(1, 12)
    expect(levels.get('c')! - levels.get('a')!).toBeCloseTo(0, 6)
  })
  test('among many, who hangs on the rest by ties too faint for an iteration: not converged, and only then', () => {
    const joined = (weight: number, more: [number, number, number][] = []) => {
      const arcs: [number, number, number][] = [[0, 150, weight], ...more]
      // Two crowds of 150.
      for (let v = 0; v < 300; v++)
        for (const step of [1, 7, 40]) arcs.push([v, 150 * Math.floor(v / 150) + ((v + step) % 150), 1 + (v % 3)])
      const [source, target, resources] = [0, 1, 2].map(column => arcs.map(arc => arc[column]!))
      const network = snapshotFrom({ count: 300, source: source!, target: target!, resources: resources! })
      return [
        hierarchy(network, layer).levels.convergence!.converged,
        springRank(network, layer).scores.convergence!.converged,
        springRank(network, { ...layer, alpha: 0.01 }).scores.convergence!.converged,
        hodgeRank(network, layer).potential.convergence!.converged,
      ]
    }
    expect(joined(1e-6)).toEqual([true, true, true, true])
    expect(joined(1e-12)).toEqual([false, false, true, false])
    expect(joined(1e-12, [[3, 160, 1]])).toEqual([true, true, true, true])
  })
})

describe('laws of the shares', () => {
  obeysLaws(shares, { range: [0, 1], underScaling: 'same', underTransposition: 'same', relativeTolerance: 1e-8 })
})
describe('laws of the levels', () => {
  obeysLaws(network => hierarchy(network, layer).levels, { underScaling: 'same', relativeTolerance: 1e-7 })
})
describe('laws of SpringRank', () => {
  obeysLaws(network => springRank(network, layer).scores, {
    underScaling: 'same',
    underTransposition: 'negated',
    relativeTolerance: 1e-7,
  })
})
describe('laws of SpringRank with alpha', () => {
  obeysLaws(network => springRank(network, { ...layer, alpha: 1 }).scores, { underTransposition: 'negated' })
})
describe('laws of HodgeRank', () => {
  obeysLaws(network => hodgeRank(network, layer).potential, {
    underScaling: 'same',
    underTransposition: 'negated',
    relativeTolerance: 1e-7,
  })
  obeysLaws(network => hodgeRank(network, { ...layer, flow: 'net' }).potential, {
    underScaling: 'scaled',
    underTransposition: 'negated',
    relativeTolerance: 1e-7,
  })
})

describe('against others', () => {
  test('golden network', () => {
    const found = hierarchy(golden(), layer)
    const expected = [0, 0.415162, 1.072202, 1.500774, 1.884477, 2.884477]
    expected.forEach((level, i) => {
      expect(found.levels.values[i]).toBeCloseTo(level, 5)
    })
    expect(found.incoherence).toBeCloseTo(0.432697267, 9)
    expect(found.ordered).toBeCloseTo(0.567302733, 9)
    expect(found.circulating).toBeCloseTo(0.031542865, 9)
    expect(found.returned).toBeCloseTo(0.401154401, 9)
    expect(springRank(golden(), layer).energy).toBeCloseTo(7.788550799, 8)
  })
  for (const [name, network] of [
    ['small, eliminated', large(60, 300)],
    ['large, iterated', large(900, 4000)],
    ['large and sparse, with many components', large(900, 600)],
    ['a long circle', snapshotFrom({ count: 400, source: Array.from({ length: 400 }, (_, i) => i), target: Array.from({ length: 400 }, (_, i) => (i + 1) % 400), resources: Array.from({ length: 400 }, (_, i) => 1 + (i % 3)) })], // biome-ignore format: a row
  ] as const)
    test(`${name}: the equations hold, the shares sum to 1, SpringRank is the levels turned over`, () => {
      const { levels, ...found } = hierarchy(network, layer)
      const spring = springRank(network, layer)
      const hodge = hodgeRank(network, layer)
      const { outOffsets, outTargets } = network.graph
      const weights = network.layers.get('resources')!
      const left = new Float64Array(levels.values.length)
      const scale = new Float64Array(levels.values.length).fill(1)
      for (let i = 0; i < left.length; i++)
        for (let k = outOffsets[i]!; k < outOffsets[i + 1]!; k++) {
          const j = outTargets[k]!
          const pull = weights[k]! * (levels.values[j]! - levels.values[i]! - 1)
          left[j]! += pull
          left[i]! -= pull
          scale[i]! += weights[k]!
          scale[j]! += weights[k]!
        }
      for (let i = 0; i < left.length; i++) expect(Math.abs(left[i]! / scale[i]!)).toBeLessThan(1e-9)
      expect(levels.convergence?.converged).toBe(true)
      expect(found.ordered! + found.circulating! + found.returned!).toBeCloseTo(1, 12)
      expect(found.incoherence! + found.ordered!).toBeCloseTo(1, 10)
      expect(spring.relativeEnergy).toBeCloseTo(found.incoherence!, 10)
      expect(hodge.gradient! + hodge.cyclic!).toBeCloseTo(1, 10)
      expect(hodge.gradient).toBeCloseTo(found.ordered! / (found.ordered! + found.circulating!), 9)
      spring.scores.values.forEach((score, i) => {
        expect(hodge.potential.values[i]).toBeCloseTo(score, 8)
      })
    })
})
