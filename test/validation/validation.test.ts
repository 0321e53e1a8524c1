import { readFileSync, writeFileSync } from 'node:fs'
import { Scores } from 'guanxi'
import * as m from 'guanxi/metrics'
import { describe, expect, test } from 'vitest'
import { oracles } from '../helpers/oracles.ts'
import { type Comparison, compare } from './comparison.ts'
import { bonacichBetas } from './dyadsAndPower.ts'
import { checkedOtherwise, comparisons, page } from './page.ts'

const path = new URL('../../docs/validation.md', import.meta.url)

describe('against other programs', () => {
  for (const comparison of comparisons)
    test(`${comparison.of} beside ${comparison.oracle}`, () => {
      const { networks, failures } = compare(comparison)
      expect(failures).toEqual([])
      expect(networks.length).toBeGreaterThan(0)
    })
})

describe('the comparison itself finds', () => {
  const beside = (ours: Comparison['cases'] extends () => readonly (infer C)[] ? C : never, tolerance = 0.1) =>
    compare({ of: 'planted', oracle: 'planted', tolerance, cases: () => [ours] }).failures.length
  const one = (ours: unknown, theirs: unknown) =>
    beside({ on: 'planted', ours: () => ours as never, theirs: () => theirs as never })
  test('a number beyond the tolerance, NaN, null, a column too short', () => {
    expect(one(1, 1.05)).toBe(0)
    expect(one(1, 1.2)).toBe(1)
    expect(one(Number.NaN, 1)).toBe(1)
    expect(one(null, 1)).toBe(1)
    expect(one(1, null)).toBe(1)
    expect(one([1], [1, 1])).toBe(2)
    expect(one(new Scores(['a'], new Float64Array([2])), [2])).toBe(0)
  })
})

describe('where the programs give numbers and the formula gives none', () => {
  for (const { name, relation, network, value } of oracles()) {
    if (value('igraph_scc') !== 1)
      test(`${name}: eigenvectors are null, the network is not strongly connected`, () => {
        expect([...m.eigenvector(network)].every(([, x]) => x === null)).toBe(true)
        expect([...m.eigenTrust(network, { layer: relation })].every(([, x]) => x === null)).toBe(true)
      })
    if (value('lambda1') !== undefined)
      for (const [field, beta] of bonacichBetas) {
        const exponent = beta({ value } as never)
        if (Number.isFinite(exponent) && Math.abs(exponent) * value('lambda1') >= 1)
          test(`${name} ${field}: refused, beyond 1/λ₁`, () =>
            expect(() => m.bonacichPower(network, { beta: exponent })).toThrow(
              expect.objectContaining({ code: 'INVALID_OPTION' }),
            ))
      }
  }
})

describe('on every published network', () => {
  for (const { name, network, nodes } of oracles())
    test(`${name}: the triads agree with the dyads and with the actors' triads`, () => {
      const census = m.triadCensus(network)
      const { mutual, asymmetric } = m.dyadCensus(network)
      const [inMutual, inAsymmetric] = Object.entries(census).reduce(
        ([m, a], [triad, count]) => [m + count * Number(triad[0]), a + count * Number(triad[1])],
        [0, 0],
      )
      expect([inMutual, inAsymmetric]).toEqual([mutual * (nodes.length - 2), asymmetric * (nodes.length - 2)])
      for (const [triad, scores] of Object.entries(m.actorTriads(network)))
        expect(
          scores.values.reduce((a, b) => a + b, 0),
          triad,
        ).toBe(3 * census[triad as keyof typeof census])
    })
})

describe('docs/validation.md', () => {
  test('every measure and test has its row', () => {
    for (const [name, how] of checkedOtherwise()) expect(how, name).toBeTruthy()
  })
  test('is what npm run docs:validation writes', () => {
    const written = page()
    if (process.env.UPDATE_DOCS) writeFileSync(path, written)
    expect(readFileSync(path, 'utf8')).toBe(written)
  })
})
