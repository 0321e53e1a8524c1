import { createNetwork } from 'guanxi'
import { qapCorrelation, qapCorrelationPlan, runPlan } from 'guanxi/inference'
import { describe, expect, test } from 'vitest'
import { published } from '../helpers/golden.ts'
import { codeOf, fromMatrices, X, xyz } from './matrices.ts'

describe('by hand', () => {
  test('five actors: all 120 permutations, two of them as high as .7386', () => {
    const q = qapCorrelation(xyz(), { x: 'x', y: 'y', seed: 1 })
    expect(q.estimate).toBeCloseTo(0.73858634057, 10)
    expect(q).toMatchObject({ exact: true, draws: 120, error: 0, counts: { upper: 2, twoSided: 2 } })
    expect([q.pUpper, q.pTwoSided]).toEqual([2 / 120, 2 / 120])
    expect(q.mean).toBeCloseTo(0, 12)
  })
  test('a layer and its own transpose: 43 of 120 as high as .0521', () => {
    const q = qapCorrelation(xyz(), { x: 'x', y: 'x', transpose: true, seed: 1 })
    expect(q.estimate).toBeCloseTo(0.052132701, 9)
    expect(q.counts.upper).toBe(43)
  })
  test('Spearman: Pearson of the ranks over all 20 pairs, zeros among them', () => {
    const cells = X.flatMap((row, i) => row.filter((_, j) => j !== i))
    const sorted = [...cells].sort((a, b) => a - b)
    const rank = (v: number) => (sorted.indexOf(v) + sorted.lastIndexOf(v)) / 2 + 1
    const ranks = X.map((row, i) => row.map((v, j) => (i === j ? 0 : rank(v))))
    const network = fromMatrices({ x: X, r: ranks, y: xyzY() })
    const spearman = qapCorrelation(network, { x: 'x', y: 'y', method: 'spearman', seed: 1 })
    const yRanks = rankMatrix(xyzY())
    const byRanks = qapCorrelation(fromMatrices({ r: ranks, s: yRanks }), { x: 'r', y: 's', seed: 1 })
    expect(spearman.estimate).toBeCloseTo(byRanks.estimate, 12)
    expect(spearman.counts).toEqual(byRanks.counts)
  })
})

function xyzY(): number[][] {
  const network = xyz()
  return [0, 1, 2, 3, 4].map(i =>
    [0, 1, 2, 3, 4].map(j => (i === j ? 0 : (network.getEdgeAttribute(network.edge(`a${i}`, `a${j}`), 'y') as number))),
  )
}

function rankMatrix(m: number[][]): number[][] {
  const sorted = m.flatMap((row, i) => row.filter((_, j) => j !== i)).sort((a, b) => a - b)
  return m.map((row, i) => row.map((v, j) => (i === j ? 0 : (sorted.indexOf(v) + sorted.lastIndexOf(v)) / 2 + 1)))
}

describe('edges of the domain', () => {
  const actors = ['a', 'b', 'c', 'd'].map(id => ({ id, kind: 'x' }))
  test('a constant layer, a complete layer, two actors, no actor', () => {
    const ties = [
      { source: 'a', target: 'b', power: 1, trust: 0 },
      { source: 'b', target: 'c', power: 0.5, trust: 0 },
    ]
    const run = (document: Parameters<typeof createNetwork>[0]) =>
      codeOf(() => qapCorrelation(createNetwork(document), { x: 'power', y: 'trust', seed: 1 }))
    expect(run({ actors, ties })).toBe('DEGENERATE_TEST')
    expect(run({ actors: actors.slice(0, 2), ties: ties.slice(0, 1) })).toBe('DEGENERATE_TEST')
    expect(run({ actors: [], ties: [] })).toBe('DEGENERATE_TEST')
  })
  test('an unknown value throws, or counts what it is told', () => {
    const network = createNetwork({
      actors,
      ties: [
        { source: 'a', target: 'b', power: 1, trust: null },
        { source: 'b', target: 'c', power: 0.5, trust: 0.5 },
      ],
    })
    expect(codeOf(() => qapCorrelation(network, { x: 'power', y: 'trust', seed: 1 }))).toBe('MISSING_VALUE')
    expect(qapCorrelation(network, { x: 'power', y: 'trust', seed: 1, missing: 1 }).estimate).toBeCloseTo(1, 12)
    expect(codeOf(() => qapCorrelation(network, { x: 'power', y: 'trust', seed: 1, missing: 'skip' } as never))).toBe(
      'INVALID_OPTION',
    )
  })
  test('options: unknown, missing seed, unknown layer', () => {
    expect(codeOf(() => qapCorrelation(xyz(), { x: 'x', y: 'y', seed: 1, draws: 5 } as never))).toBe('UNKNOWN_OPTION')
    expect(codeOf(() => qapCorrelation(xyz(), { x: 'x', y: 'y' } as never))).toBe('INVALID_OPTION')
    expect(codeOf(() => qapCorrelation(xyz(), { x: 'x', y: 'w', seed: 1 }))).toBe('UNKNOWN_LAYER')
  })
})

describe('laws', () => {
  const { network } = published('knoke_bureaucracies')
  const options = { x: 'information', y: 'money', seed: 3, permutations: 500 }
  test('same seed, same bits, at once or in the background; another seed, others', async () => {
    const once = qapCorrelation(network, options)
    expect(qapCorrelation(network, options)).toEqual(once)
    expect(await runPlan(qapCorrelationPlan(network, options))).toEqual(once)
    expect(qapCorrelation(network, { ...options, seed: 4 }).counts).not.toEqual(once.counts)
  })
  test('draws have the same bits whatever the block they are made in', () => {
    const plan = qapCorrelationPlan(network, options)
    const whole = new Float64Array(500)
    plan.draw(0, 500, whole)
    const part = new Float64Array(90)
    plan.draw(100, 190, part)
    expect([...part]).toEqual([...whole.subarray(100, 190)])
  })
  test('p is (b + 1) / (draws + 1), and its error that of a share', () => {
    const { counts, draws, pUpper, pLower, pTwoSided, error } = qapCorrelation(network, options)
    expect(draws).toBe(500)
    expect([pLower, pUpper, pTwoSided]).toEqual([counts.lower, counts.upper, counts.twoSided].map(b => (b + 1) / 501))
    expect(error).toBeCloseTo(Math.sqrt((pTwoSided * (1 - pTwoSided)) / 500), 12)
  })
  test('stops early when p is clearly large, after ten draws on either side', () => {
    const q = qapCorrelation(network, { ...options, permutations: 100_000, stopAfter: 10 })
    expect(q.stoppedEarly).toBe(true)
    expect(q.draws).toBeLessThan(200)
    expect(Math.min(q.counts.lower, q.counts.upper)).toBe(10)
    expect(q.pUpper).toBe(q.counts.upper / q.draws)
  })
  test('an abort in the background stops within 100 ms', async () => {
    const abort = new AbortController()
    let last = 0
    setTimeout(() => {
      last = performance.now()
      abort.abort(new Error('enough'))
    }, 20)
    const plan = qapCorrelationPlan(network, { ...options, permutations: 50_000_000 })
    await expect(runPlan(plan, { signal: abort.signal })).rejects.toThrow('enough')
    expect(performance.now() - last).toBeLessThan(100)
  })
})
