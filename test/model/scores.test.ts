import { inspect } from 'node:util'
import { Scores } from 'guanxi'
import { describe, expect, test } from 'vitest'

const scores = new Scores(['10', '__proto__', 'c', 'd'], Float64Array.of(1, Number.NaN, 3, 1), { reason: 'no ties' })

describe('Scores', () => {
  test('iterates in the order of the network, NaN as null', () =>
    expect([...scores]).toEqual([
      ['10', 1],
      ['__proto__', null],
      ['c', 3],
      ['d', 1],
    ]))
  test('ranks from the highest down, equals in order, undefined last', () =>
    expect(scores.ranked().map(([id]) => id)).toEqual(['c', '10', 'd', '__proto__']))
  test('get by id, and an unknown id is an error', () => {
    expect(scores.get('c')).toBe(3)
    expect(scores.get('__proto__')).toBeNull()
    expect(() => scores.get('x')).toThrow(expect.objectContaining({ code: 'UNKNOWN_ACTOR' }))
  })
  test('JSON keeps order and ids', () =>
    expect(JSON.stringify(scores)).toBe('[["10",1],["__proto__",null],["c",3],["d",1]]'))
  test('a console prints the entries alone, in their order, with the reason for null', () => {
    expect(inspect(scores)).toBe('Scores(4) { "10": 1, __proto__: null, c: 3, d: 1 } (null: no ties)')
    expect(inspect(new Scores([], new Float64Array(0)))).toBe('Scores(0) {}')
    const many = new Scores(
      Array.from({ length: 30 }, (_, i) => `v${i}`),
      new Float64Array(30).fill(1 / 3),
    )
    expect(inspect(many)).toMatch(/^Scores\(30\) \{ v0: 0\.3333, .*, v23: 0\.3333, … 6 more \}$/)
    expect(Object.getOwnPropertySymbols(scores)).toEqual([])
  })
  test('names that are no names are quoted, numbers keep four digits, 24 are shown in full', () => {
    const numbered = (count: number) =>
      new Scores(
        Array.from({ length: count }, (_, i) => `v${i}`),
        new Float64Array(count),
      )
    expect(
      inspect(new Scores(['a b', '居民', 'b-c', '_x1', 'é'], Float64Array.of(12345.678, 0.000123456, 1, 2, 3))),
    ).toBe('Scores(5) { "a b": 12350, 居民: 0.0001235, "b-c": 1, _x1: 2, é: 3 }')
    expect(inspect(numbered(24))).not.toContain('more')
    expect(inspect(numbered(25))).toMatch(/v23: 0, … 1 more \}$/)
  })
  test('ranks undefined entries last and in order, below negative ones', () => {
    const values = Float64Array.of(Number.NaN, -5, Number.NaN, 0, -0)
    expect(new Scores(['a', 'b', 'c', 'd', 'e'], values).ranked().map(([id]) => id)).toEqual(['d', 'e', 'b', 'a', 'c'])
  })
  test('says in general words why, and how the method ended', () => {
    const convergence = { converged: false, iterations: 3, residual: 0.1 }
    const about = new Scores(['a'], Float64Array.of(Number.NaN), { convergence })
    expect(about.reason).toBe('not defined for this actor')
    expect(about.convergence).toEqual(convergence)
    expect(scores.convergence).toBeNull()
  })
  test('a reason only where an entry is undefined', () => {
    expect(scores.reason).toBe('no ties')
    expect(new Scores(['a'], Float64Array.of(1), { reason: 'no ties' }).reason).toBeNull()
  })
})
