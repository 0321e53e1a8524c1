import { dyadCensus, dyads, reciprocity } from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { obeysLaws } from '../helpers/laws.ts'
import { actorsNamed, fromArcs, golden } from '../helpers/networks.ts'

const layer = { layer: 'resources' }

describe('by hand', () => {
  test('dyads: 3 and 1 differ by 2 of 4', () => {
    const network = fromArcs(
      [
        ['a', 'b', 3],
        ['b', 'a', 1],
        ['c', 'a', 2],
      ],
      actorsNamed('a', 'b', 'c'),
    )
    expect(dyads(network, layer)).toEqual([
      { a: 'a', b: 'b', forward: 3, backward: 1, difference: 2, asymmetry: 0.5 },
      { a: 'a', b: 'c', forward: 0, backward: 2, difference: -2, asymmetry: 1 },
    ])
    expect(dyadCensus(network)).toEqual({ mutual: 1, asymmetric: 1, absent: 1 })
  })
  test('reciprocity of one mutual, one asymmetric and one absent dyad', () => {
    const network = fromArcs(
      [
        ['a', 'b', 3],
        ['b', 'a', 1],
        ['c', 'a', 2],
      ],
      actorsNamed('a', 'b', 'c'),
    )
    const r = reciprocity(network, layer)
    expect(r.edgewise).toBeCloseTo(2 / 3, 15)
    expect(r.ratio).toBe(0.5)
    expect(r.dyadic).toBeCloseTo(2 / 3, 15)
    expect(r.logRelative).toBeCloseTo(Math.log(2 / 3 / (3 / 6)), 15)
    expect(r.rho).toBeCloseTo((2 / 3 - 0.5) / 0.5, 15)
    expect(r.weighted).toBeCloseTo(2 / 6, 15)
    // mean 1; deviations 2, 0, 1, −1, −1, −1: (2·0 + 0·2 + 1·−1 + −1·1 + 1 + 1) / (4 + 0 + 1 + 1 + 1 + 1)
    expect(r.correlation).toBeCloseTo(0, 15)
    // Without weights three of six places are tied, mean ½; deviations ½, ½, ½, −½, −½, −½: the mutual pair gives 2 · ¼, the one-way pair −2 · ¼, the empty one 2 · ¼
    const counted = reciprocity(network)
    expect(counted.correlation).toBeCloseTo((2 * 0.25 - 2 * 0.25 + 2 * 0.25) / (6 * 0.25), 15)
    expect(counted.weighted).toBe(2 / 3)
  })
})

describe('edges of the domain', () => {
  const nothing = {
    edgewise: null,
    ratio: null,
    dyadic: 1,
    logRelative: null,
    rho: null,
    weighted: null,
    correlation: null,
  }
  test('no actors, no ties', () => {
    expect(reciprocity(fromArcs([], []))).toEqual({ ...nothing, dyadic: null })
    expect(reciprocity(fromArcs([], actorsNamed('a')))).toEqual({ ...nothing, dyadic: null })
    expect(reciprocity(fromArcs([], actorsNamed('a', 'b', 'c')))).toEqual(nothing)
    expect(dyadCensus(fromArcs([], []))).toEqual({ mutual: 0, asymmetric: 0, absent: 0 })
    expect(dyads(fromArcs([], []), layer)).toEqual([])
  })
  test('a mutual pair is complete: rho and correlation are not defined', () => {
    const pair = fromArcs(
      [
        ['a', 'b', 1],
        ['b', 'a', 1],
      ],
      actorsNamed('a', 'b'),
    )
    expect(reciprocity(pair, layer)).toEqual({ ...nothing, edgewise: 1, ratio: 1, weighted: 1, logRelative: 0 })
  })
  test('a threshold without a layer: refused', () =>
    expect(() => dyadCensus(golden(), { threshold: 1 })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' })))
  test('skip leaves a half-known dyad out of all three counts', () => {
    const network = golden()
    network.setEdgeAttribute('1', '2', 'trust', null)
    expect(dyadCensus(network, { layer: 'trust', missing: 'skip' })).toEqual({ mutual: 1, asymmetric: 5, absent: 8 })
  })
})

describe('laws', () => {
  obeysLaws(network => reciprocity(network, layer), { underScaling: 'same', underTransposition: 'same' })
  obeysLaws(network => dyadCensus(network, layer), {
    range: [0, 36],
    underScaling: 'same',
    underTransposition: 'same',
  })
  obeysLaws(network => dyadCensus(network), { zeroIsTie: true, underTransposition: 'same' })
  obeysLaws(network => dyads(network, layer).reduce((sum, { asymmetry }) => sum + asymmetry, 0), {
    range: [0, 36],
    underScaling: 'same',
    underTransposition: 'same',
  })
})

describe('against others', () => {
  test('golden network: sna and igraph', () => {
    expect(dyadCensus(golden())).toEqual({ mutual: 2, asymmetric: 5, absent: 8 })
    const r = reciprocity(golden(), layer)
    expect(r.logRelative).toBeCloseTo(0.3930426, 7)
    expect(r.rho).toBeCloseTo(0.2063492, 7)
    expect(r.correlation).toBeCloseTo(0.1761364, 7)
  })
})
