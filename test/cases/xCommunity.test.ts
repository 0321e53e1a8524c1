import { toDocument } from 'guanxi'
import { codings, indicators, workplan, xCommunity } from 'guanxi/cases'
import { describe, expect, test } from 'vitest'
import { caseTies } from '../../src/cases/ties.ts'

describe('the case', () => {
  test('table 1: counts and rounded percentages as printed', () => {
    const total = codings.reduce((sum, { count }) => sum + count, 0)
    expect(total).toBe(234)
    expect(codings.map(({ count }) => Math.round((100 * count) / total))).toEqual([4, 28, 33, 18, 9, 8])
  })
  test('table 2: every indicator has its hours in the workplan, under the same id', () => {
    expect(workplan().indicators.map(({ id }) => id)).toEqual(indicators.map(({ id }) => id))
  })
  test('every value carries evidence of its layer, lies in its range, and names a section or table', () => {
    for (const tie of toDocument(xCommunity()).ties)
      for (const layer of ['power', 'resources', 'trust'] as const) {
        const assumed = tie.evidence!.find(evidence => evidence.layer === layer)!
        expect(assumed.kind).toBe('assumed')
        expect(assumed.range![0]).toBeLessThan(tie[layer]!)
        expect(assumed.range![1]).toBeGreaterThan(tie[layer]!)
        expect(assumed.why).toMatchObject({ zh: expect.any(String), en: expect.any(String) })
        expect(tie.evidence!.some(({ kind }) => kind === 'section' || kind === 'table')).toBe(true)
      }
  })
  test('the ranges of assumed ties are honest: at least half a point wide in ten', () => {
    for (const tie of caseTies())
      for (const layer of ['power', 'resources', 'trust'] as const) {
        const [value, low, high] = tie[layer]
        expect((high - low) / value, `${tie.source} to ${tie.target} ${layer}`).toBeGreaterThanOrEqual(0.35)
      }
  })
  test('each call makes a network of its own', () => {
    const first = xCommunity()
    first.dropNode('agency')
    expect(xCommunity().hasNode('agency')).toBe(true)
  })
})
