import fc from 'fast-check'
import { coderAgreement, cohenKappa, krippendorffAlpha, type Rating, type Segment } from 'guanxi/io'
import { describe, expect, test } from 'vitest'

const letters = (word: string): Rating[] => word.split(' ').map(letter => (letter === '.' ? null : letter))

describe('cohenKappa', () => {
  test('Cohen 1960, table 1: (0.70 - 0.41) / (1 - 0.41) of 200 units', () => {
    const counts = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]
    const first: number[] = []
    const second: number[] = []
    counts.forEach((row, a) => {
      row.forEach((count, b) => {
        for (let k = 0; k < count; k++) {
          first.push(a)
          second.push(b)
        }
      })
    })
    const { kappa, agreement, expected, units } = cohenKappa(first, second)
    expect([agreement, expected, units]).toEqual([0.7, 0.41, 200])
    expect(kappa).toBeCloseTo(0.29 / 0.59, 14)
  })
  test('no unit in common, one category only: null', () => {
    expect(cohenKappa([], [])).toEqual({ kappa: null, agreement: null, expected: null, units: 0 })
    expect(cohenKappa(['a', null], [null, 'a']).kappa).toBeNull()
    expect(cohenKappa(['a', 'a'], ['a', 'a'])).toMatchObject({ kappa: null, agreement: 1 })
  })
  test('lists of different length are refused', () => {
    expect(() => cohenKappa(['a'], [])).toThrow('same length')
  })
  test('swapping the coders and renaming the categories change nothing; at most 1', () => {
    const pair = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), { maxLength: 30 })
    fc.assert(
      fc.property(pair, units => {
        const [a, b] = [units.map(([x]) => x), units.map(([, y]) => y)]
        const { kappa } = cohenKappa(a, b)
        expect(cohenKappa(b, a).kappa).toBe(kappa)
        expect(
          cohenKappa(
            a.map(x => `c${x}`),
            b.map(x => `c${x}`),
          ).kappa,
        ).toBe(kappa)
        expect(kappa ?? 0).toBeLessThanOrEqual(1)
      }),
      { numRuns: 200, seed: 1 },
    )
  })
})

describe('krippendorffAlpha', () => {
  test('Krippendorff 2011, section A: two observers, 0 and 1: 0.095', () => {
    expect(krippendorffAlpha([letters('0 1 0 0 0 0 0 0 1 0'), letters('1 1 1 0 0 1 0 0 0 0')]).alpha).toBeCloseTo(
      0.095,
      3,
    )
  })
  test('section B: two observers, five categories: 0.692', () => {
    expect(
      krippendorffAlpha([letters('a a b b d c c c e d d a'), letters('b a b b b c c c e d d d')]).alpha,
    ).toBeCloseTo(0.692, 3)
  })
  test('section C: four observers, missing values: 0.743 from 40 values in 11 units', () => {
    const { alpha, values, units } = krippendorffAlpha([
      letters('1 2 3 3 2 1 4 1 2 . . .'),
      letters('1 2 3 3 2 2 4 1 2 5 . 3'),
      letters('. 3 3 3 2 3 4 2 2 5 1 .'),
      letters('1 2 3 3 2 4 4 1 2 5 1 .'),
    ])
    expect(alpha).toBeCloseTo(0.743, 3)
    expect([values, units]).toEqual([40, 11])
  })
  test('nothing to compare, one value throughout: null', () => {
    expect(
      krippendorffAlpha([
        ['a', null],
        [null, 'b'],
      ]),
    ).toEqual({ alpha: null, values: 0, units: 0 })
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['a', 'a'],
      ]).alpha,
    ).toBeNull()
  })
  test('one coder, lists of different length are refused', () => {
    expect(() => krippendorffAlpha([['a']])).toThrow('two coders')
    expect(() => krippendorffAlpha([['a'], []])).toThrow('two coders')
  })
  test('against the definition by pairs of values', () => {
    const value = fc.option(fc.integer({ min: 0, max: 2 }))
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain(coders => fc.array(fc.array(value, { minLength: coders, maxLength: coders }), { maxLength: 8 }))
    fc.assert(
      fc.property(table, units => {
        if (units.length === 0) return
        const coders = units[0]!.map((_, c) => units.map(unit => unit[c]))
        const rated = units.map(unit => unit.filter(x => x !== null)).filter(unit => unit.length > 1)
        const all = rated.flat()
        // Observed: mean over values of the share of the unit's other values that differ; expected: the same over all values.
        const share = (x: number, others: readonly number[]) => others.filter(y => y !== x).length / (others.length - 1)
        const observed = rated.flatMap(unit => unit.map(x => share(x, unit))).reduce((a, b) => a + b, 0) / all.length
        const expected = all.map(x => share(x, all)).reduce((a, b) => a + b, 0) / all.length
        const { alpha } = krippendorffAlpha(coders)
        if (!(expected > 0)) expect(alpha).toBeNull()
        else expect(alpha).toBeCloseTo(1 - observed / expected, 10)
      }),
      { numRuns: 300, seed: 2 },
    )
  })
})

describe('coderAgreement', () => {
  const codes = ['c', 'd', 'unused'].map(guid => ({ guid, name: guid, parent: null, description: null, color: null }))
  const source = (guid: string, text: string) => ({ guid, name: guid, type: 'text' as const, text, variables: {} })
  const span = (coder: string | null, code: string, start: number | null, end: number | null, at = 'i'): Segment => ({
    selection: `${coder} ${start}`,
    source: at,
    code,
    coder,
    start,
    end,
    text: null,
  })

  test('A codes 0–4 of 10 characters, B 2–4: they agree on 8; κ = (8·10 − (4·2 + 6·8)) / (100 − 56)', () => {
    const { codes: rows, coders } = coderAgreement({
      codes,
      sources: [source('i', 'abcdefghij')],
      segments: [span('A', 'c', 0, 4), span('B', 'c', 2, 4)],
    })
    expect(coders).toEqual(['A', 'B'])
    expect(rows).toHaveLength(1)
    expect(rows[0]!.pairs).toEqual([{ a: 'A', b: 'B', kappa: 24 / 44, agreement: 0.8, expected: 0.56, units: 10 }])
    const chars = (from: number, to: number) => Array.from('abcdefghij', (_, i) => i >= from && i < to)
    expect(rows[0]!.alpha).toEqual(krippendorffAlpha([chars(0, 4), chars(2, 4)]))
  })
  test('the length is in code points; who coded nothing in a text has no value there', () => {
    const { codes: rows } = coderAgreement({
      codes,
      sources: [source('i', '😀😀甲'), source('j', 'xyz')],
      segments: [span('A', 'c', 0, 1), span('B', 'c', 0, 1), span('A', 'c', 0, 3, 'j')],
    })
    expect(rows[0]!.pairs[0]).toMatchObject({ units: 3, kappa: 1 })
  })
  test('segments that overlap, touch or reach beyond the text count once; those without coder or text are counted', () => {
    const { codes: rows, leftOut } = coderAgreement({
      codes,
      sources: [source('i', 'abcde')],
      segments: [
        span('A', 'c', 0, 3),
        span('A', 'c', 1, 2),
        span('A', 'c', 3, 99),
        span('B', 'c', 0, 5),
        span(null, 'c', 0, 1),
        span('A', 'c', null, null),
        span('A', 'd', 0, 1),
      ],
    })
    expect(leftOut).toBe(2)
    expect(rows.map(({ name }) => name)).toEqual(['c', 'd'])
    expect(rows[0]!.pairs[0]).toMatchObject({ agreement: 1, kappa: null, units: 5 })
    expect(rows[1]!.pairs[0]!.agreement).toBe(0.8)
  })
  test('only the coders that are asked for', () => {
    const project = {
      codes,
      sources: [source('i', 'abcde')],
      segments: [span('A', 'c', 0, 3), span('B', 'c', 0, 3), span('C', 'c', 1, 2)],
    }
    expect(coderAgreement(project).codes[0]!.pairs).toHaveLength(3)
    expect(coderAgreement(project, { coders: ['A', 'C'] }).codes[0]!.pairs).toHaveLength(1)
    expect(() => coderAgreement(project, { coder: [] } as never)).toThrow('coder')
  })
})
