import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { sobol } from 'guanxi/inference'
import { describe, expect, test } from 'vitest'

const code = (value: string) => expect.objectContaining({ code: value })
const unit = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `x${i + 1}`, range: [0, 1] as const }))

describe('by hand', () => {
  test('x + 2y, both in [0, 1]: variances 1/12 and 4/12, shares 1/5 and 4/5, no interaction', () => {
    const { terms, mean, variance, runs } = sobol(([x, y]) => x! + 2 * y!, unit(2), { samples: 2048, seed: 3 })
    expect(mean).toBeCloseTo(1.5, 4)
    expect(variance).toBeCloseTo(5 / 12, 3)
    expect(runs).toBe(2048 * 4)
    for (const [i, share] of [0.2, 0.8].entries()) {
      expect(terms[i]!.first).toBeCloseTo(share, 2)
      expect(terms[i]!.total).toBeCloseTo(share, 2)
    }
  })
  test('(x − ½)(y − ½): no first effects, both totals 1', () => {
    const { terms } = sobol(([x, y]) => (x! - 0.5) * (y! - 0.5), unit(2), { samples: 4096, seed: 3 })
    for (const term of terms) {
      expect(Math.abs(term.first!)).toBeLessThan(0.02)
      expect(term.total).toBeCloseTo(1, 1)
    }
  })
})

describe('edges of the domain', () => {
  test('a constant model: null with a reason, not 0', () => {
    const { terms, reason, variance } = sobol(() => 0.1, unit(2), { samples: 64, seed: 1 })
    expect(terms[0]).toEqual({ name: 'x1', first: null, firstInterval: null, total: null, totalInterval: null })
    expect(variance).toBe(0)
    expect(reason).toMatch(/same/)
  })
  test('a model without a number, faulty factors, unknown options', () => {
    const options = { samples: 8, seed: 1 }
    expect(() => sobol(() => Number.NaN, unit(1), options)).toThrow(code('INVALID_VALUE'))
    expect(() => sobol(() => 1, [], options)).toThrow(code('INVALID_OPTION'))
    expect(() => sobol(() => 1, [{ name: 'a', range: [1, 1] }], options)).toThrow(code('INVALID_OPTION'))
    expect(() => sobol(() => 1, [...unit(1), ...unit(1)], options)).toThrow(code('INVALID_OPTION'))
    expect(() => sobol(() => 1, unit(129), options)).toThrow(code('INVALID_OPTION'))
    expect(() => sobol(() => 1, unit(1), { ...options, sample: 2 } as never)).toThrow(code('UNKNOWN_OPTION'))
    expect(() => sobol(() => 1, unit(1), { samples: 8 } as never)).toThrow(code('INVALID_OPTION'))
  })
  test('stops at an abort from within, and says how far it is', () => {
    const abort = new AbortController()
    let runs = 0
    const stop = () => {
      if (++runs === 10) abort.abort(new Error('enough'))
      return runs
    }
    expect(() => sobol(stop, unit(2), { samples: 64, seed: 1, signal: abort.signal })).toThrow('enough')
    expect(runs).toBe(10)
    const seen: number[] = []
    sobol(([x]) => x!, unit(1), { samples: 64, seed: 1, onProgress: ({ done, total }) => seen.push(done / total) })
    expect([seen[0], seen.at(-1)]).toEqual([0, 1])
    expect(seen.length).toBeLessThanOrEqual(102)
  })
  test('a model that writes into its inputs does no harm', () => {
    const run = (spoil: boolean) =>
      sobol(
        x => {
          const sum = x[0]! + x[1]!
          if (spoil) x.fill(99)
          return sum
        },
        unit(2),
        { samples: 32, seed: 1 },
      )
    expect(run(true)).toEqual(run(false))
  })
})

describe('laws', () => {
  const f = ([x, y]: number[]) => Math.exp(x!) * y!
  const run = (model: (x: number[]) => number, seed = 1) => sobol(model, unit(2), { samples: 128, seed })
  test('same seed, same bits; another seed, others', () => {
    expect(run(f)).toEqual(run(f))
    expect(run(f, 2)).not.toEqual(run(f))
  })
  test('scaling by 4 and shifting change nothing', () => {
    const shares = (r: ReturnType<typeof run>) => r.terms.flatMap(t => [t.first!, t.total!])
    const scaled = shares(run(x => 4 * f(x)))
    shares(run(f)).forEach((v, i) => {
      expect(scaled[i]).toBeCloseTo(v, 12)
    })
    const shifted = shares(run(x => f(x) + 1000))
    shares(run(f)).forEach((v, i) => {
      expect(shifted[i]).toBeCloseTo(v, 9)
    })
  })
  test('an index whose resamples hardly vary has no interval', () => {
    const factors = [
      { name: 'a', range: [0, 1] },
      { name: 'b', range: [0, 1] },
    ] as const
    const { terms } = sobol(values => Number(values[0]! > 0.8), factors, { samples: 4, resamples: 2, seed: 1 })
    expect(terms[0]).toMatchObject({ first: 2, firstInterval: null, totalInterval: null })
  })
})

describe('against others', () => {
  const analytic = JSON.parse(
    gunzipSync(readFileSync(new URL('../golden/expected/_analytic_sobol.json.gz', import.meta.url))).toString(),
  )
  test('Ishigami’s function: the closed form’s mean and variance, its indices within the intervals', () => {
    const factors = ['a', 'b', 'c'].map(name => ({ name, range: [-Math.PI, Math.PI] as const }))
    const f = ([a, b, c]: number[]) => Math.sin(a!) + 7 * Math.sin(b!) ** 2 + 0.1 * c! ** 4 * Math.sin(a!)
    const { terms, mean, variance } = sobol(f, factors, { samples: 4096, seed: 1 })
    const { S1, ST, mean: m, variance: v } = analytic.ishigami_a7_b0_1
    expect(mean).toBeCloseTo(m, 1)
    expect(Math.abs(variance / v - 1)).toBeLessThan(0.01)
    terms.forEach((term, i) => {
      expect(term.firstInterval![0] <= S1[i] && S1[i] <= term.firstInterval![1]).toBe(true)
      expect(term.totalInterval![0] <= ST[i] && ST[i] <= term.totalInterval![1]).toBe(true)
    })
  })
})
