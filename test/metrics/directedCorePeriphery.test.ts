import fc from 'fast-check'
import { type Snapshot, snapshotFrom } from 'guanxi'
import { type DirectedCorePeriphery, directedCorePeriphery } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { randomStream } from '../../src/kernel/random.ts'
import { obeysLaws } from '../helpers/laws.ts'
import { type Drawn, drawnNetworks, toSnapshot, transposed } from '../helpers/networks.ts'

const layer = { layer: 'resources' }
/** From P_out, C_in, C_out, P_in to the same. */
const ideal = ['0100', '0100', '0111', '0000']
const tied = (from: number, to: number) => ideal[from]![to] === '1'

/** The set of each actor, as a digit. */
function digits(network: Snapshot, { sets }: DirectedCorePeriphery): string {
  const { peripheryOut, coreIn, coreOut, peripheryIn } = sets
  const all = [peripheryOut, coreIn, coreOut, peripheryIn]
  return network.ids.map(id => all.findIndex(set => set.includes(id))).join('')
}

/** Pearson's correlation over ordered pairs, on the full matrix; NaN where one side is constant. */
function correlationWith(w: readonly (readonly number[])[], sets: readonly number[]): number {
  const pairs = w.flatMap((row, i) => row.flatMap((x, j) => (i === j ? [] : [[x, +tied(sets[i]!, sets[j]!)] as const])))
  const mean = [0, 1].map(side => pairs.reduce((sum, pair) => sum + pair[side]!, 0) / pairs.length)
  let [xx, yy, xy] = [0, 0, 0]
  for (const [x, y] of pairs) {
    xx += (x - mean[0]!) ** 2
    yy += (y - mean[1]!) ** 2
    xy += (x - mean[0]!) * (y - mean[1]!)
  }
  return xx > 1e-9 && yy > 1e-9 ? xy / Math.sqrt(xx * yy) : Number.NaN
}

function matrix({ count, arcs }: Drawn): number[][] {
  const w = Array.from({ length: count }, () => new Array<number>(count).fill(0))
  for (const [s, t, weight] of arcs) if (s !== t) w[s]![t] = weight
  return w
}

/** Actors in the sets 0, 1, 2, 3, 0, 1, … and ties of the ideal with chance 1 − noise, others with chance noise. */
function planted(actors: number, noise: number, seed: number): { network: Snapshot; w: number[][] } {
  const random = randomStream(seed)
  const w = Array.from({ length: actors }, (_, i) =>
    Array.from({ length: actors }, (_, j) =>
      i !== j && random.uniform() < (tied(i % 4, j % 4) ? 1 - noise : noise) ? 1 : 0,
    ),
  )
  const arcs = w.flatMap((row, i) => row.flatMap((x, j) => (x ? [[i, j] as const] : [])))
  return { network: snapshotFrom({ count: actors, source: arcs.map(a => a[0]), target: arcs.map(a => a[1]) }), w }
}

test('the pattern itself is found whole, with its densities', () => {
  const { network } = planted(8, 0, 1)
  const found = directedCorePeriphery(network)
  expect(found).toEqual({
    sets: {
      peripheryOut: ['0', '4'],
      coreIn: ['1', '5'],
      coreOut: ['2', '6'],
      peripheryIn: ['3', '7'],
    },
    correlation: expect.closeTo(1, 14),
    density: { tied: 1, untied: 0 },
    exact: true,
  })
})

test('densities are means of weights over the pairs of each kind', () => {
  // a gives 3 to b, 1 back: the best pattern ties one of the two pairs.
  const network = snapshotFrom({ ids: ['a', 'b'], source: [0, 1], target: [1, 0], resources: [3, 1] })
  expect(directedCorePeriphery(network, layer)).toMatchObject({ correlation: 1, density: { tied: 3, untied: 1 } })
})

test('the best of all divisions', () =>
  fc.assert(
    fc.property(drawnNetworks({ maxActors: 5 }), drawn => {
      const w = matrix(drawn)
      let best = Number.NaN
      for (let code = 0; code < 4 ** drawn.count; code++) {
        const sets = w.map((_, v) => (code >> (2 * v)) & 3)
        const value = correlationWith(w, sets)
        if (value > best || Number.isNaN(best)) best = value
      }
      const network = toSnapshot(drawn)
      const found = directedCorePeriphery(network, layer)
      expect(found.exact).toBe(true)
      if (Number.isNaN(best)) expect(found.correlation).toBeNull()
      else {
        expect(found.correlation).toBeCloseTo(best, 8)
        expect(correlationWith(w, [...digits(network, found)].map(Number))).toBeCloseTo(best, 8)
      }
    }),
    { numRuns: 150, seed: 15 },
  ))

// `likelihoodMaximisation` of github.com/alan-turing-institute/directedCorePeripheryPaper, the program of Elliott et al. 2020, on these
// networks: the most likely of 12 (40 actors) or 6 (100) random starts among those with more ties within the pattern than beside it.
test.each([
  [40, 0.1, 1, '0123'.repeat(10)],
  [40, 0.2, 2, '0123'.repeat(10)],
  [40, 0.3, 3, `3123${'0123'.repeat(9)}`],
  [40, 0.35, 4, '3123012001211123110211200121012201130110'],
  [100, 0.1, 5, '0123'.repeat(25)],
  [100, 0.3, 6, '0123'.repeat(25)],
  [100, 0.4, 7, '0120012301232123032331230120032331230323012311210123113301230123012301200123012301230003012301230133'],
])(
  '%i actors with noise %f: the sets that the authors’ program finds, or a better fit',
  (actors, noise, seed, theirs) => {
    const { network, w } = planted(actors, noise, seed)
    const found = directedCorePeriphery(network)
    const ours = digits(network, found)
    expect(found.exact).toBe(false)
    expect(found.correlation).toBeCloseTo(correlationWith(w, [...ours].map(Number)), 12)
    const fitOfTheirs = correlationWith(w, [...theirs].map(Number))
    expect(found.correlation).toBeGreaterThan(fitOfTheirs - 1e-12)
    if (noise <= 0.3) expect(ours).toBe(theirs)
  },
)

test('no actors, one, no ties, all ties: null, and all in one set', () => {
  for (const [count, arcs] of [
    [0, []],
    [1, []],
    [3, []],
    [2, [0, 1]],
  ] as const) {
    const network = snapshotFrom({ count, source: arcs, target: [...arcs].reverse() })
    expect(directedCorePeriphery(network)).toMatchObject({
      sets: { peripheryOut: network.ids, coreIn: [] },
      correlation: null,
      density: { tied: null },
    })
  }
})

describe('laws', () => {
  obeysLaws(network => directedCorePeriphery(network, layer).correlation, {
    range: [-1, 1],
    underScaling: 'same',
    underTransposition: 'same',
    relativeTolerance: 1e-8,
    maxActors: 6,
  })
  test('turned round, the cores and the peripheries of a clear pattern change places', () => {
    const drawn: Drawn = {
      count: 8,
      sectors: new Array(8).fill('gov'),
      arcs: Array.from({ length: 64 }, (_, k) => [k >> 3, k & 7, 1] as const).filter(([s, t]) => tied(s % 4, t % 4)),
    }
    const network = toSnapshot(transposed(drawn))
    expect(digits(network, directedCorePeriphery(network))).toBe('32103210')
  })
})
