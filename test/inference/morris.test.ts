import { morris } from 'guanxi/inference'
import { describe, expect, test } from 'vitest'

const code = (value: string) => expect.objectContaining({ code: value })
const factors = (...ranges: (readonly [number, number])[]) => ranges.map((range, i) => ({ name: `x${i + 1}`, range }))

describe('by hand', () => {
  test('3x − 2y with y in [0, 5]: 3 and −10 over the whole ranges, no spread', () => {
    const { terms, runs } = morris(([x, y]) => 3 * x! - 2 * y!, factors([0, 1], [0, 5]), { trajectories: 10, seed: 1 })
    expect(runs).toBe(30)
    for (const [i, slope] of [3, -10].entries()) {
      expect(terms[i]!.mu).toBeCloseTo(slope, 12)
      expect(terms[i]!.muStar).toBeCloseTo(Math.abs(slope), 12)
      expect(terms[i]!.sigma).toBeCloseTo(0, 12)
    }
  })
  test('an input that does nothing: 0, 0, 0', () => {
    const { terms } = morris(([x]) => x!, factors([0, 1], [0, 1]), { trajectories: 4, seed: 1 })
    expect(terms[1]).toEqual({ name: 'x2', mu: 0, muStar: 0, sigma: 0 })
  })
})

describe('edges of the domain', () => {
  test('one trajectory has no spread to speak of: null', () => {
    expect(morris(([x]) => x!, factors([0, 1]), { trajectories: 1, seed: 1 }).terms[0]!.sigma).toBeNull()
  })
  test('odd levels, too few candidates, a model without a number', () => {
    const f = factors([0, 1])
    expect(() => morris(() => 1, f, { trajectories: 2, seed: 1, levels: 3 })).toThrow(code('INVALID_OPTION'))
    expect(() => morris(() => 1, f, { trajectories: 2, seed: 1, candidates: 1 })).toThrow(code('INVALID_OPTION'))
    expect(() => morris(() => Infinity, f, { trajectories: 2, seed: 1 })).toThrow(code('INVALID_VALUE'))
    expect(() => morris(() => 1, f, { trajectory: 2, seed: 1 } as never)).toThrow(code('UNKNOWN_OPTION'))
  })
})

test('levels are an even number from 2 to 100', () => {
  const at = (levels: unknown) =>
    morris(([x]) => x!, factors([0, 1]), { trajectories: 2, seed: 1, levels: levels as number })
  for (const levels of [2, 4, 100]) expect(at(levels).terms[0]!.mu).toBeCloseTo(1, 12)
  for (const levels of [0, 3, 102, 2.5, '4'])
    expect(() => at(levels)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
})

describe('laws', () => {
  const f = ([x, y, z]: number[]) => x! * y! + Math.sin(3 * z!)
  const run = (seed: number, model = f) => morris(model, factors([0, 1], [0, 1], [0, 1]), { trajectories: 12, seed })
  test('same seed, same bits; another seed, others; μ* is at least |μ|', () => {
    expect(run(1)).toEqual(run(1))
    expect(run(2)).not.toEqual(run(1))
    for (const term of run(3).terms) expect(term.muStar).toBeGreaterThanOrEqual(Math.abs(term.mu) - 1e-12)
  })
  test('scaling by −2 scales μ by −2, μ* and σ by 2', () => {
    const scaled = run(1, x => -2 * f(x)).terms
    run(1).terms.forEach((term, i) => {
      expect(scaled[i]!.mu).toBeCloseTo(-2 * term.mu, 12)
      expect(scaled[i]!.muStar).toBeCloseTo(2 * term.muStar, 12)
      expect(scaled[i]!.sigma).toBeCloseTo(2 * term.sigma!, 12)
    })
  })
})
