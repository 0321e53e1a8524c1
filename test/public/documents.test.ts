import fc from 'fast-check'
import * as model from 'guanxi'
import * as inference from 'guanxi/inference'
import { describe, expect, test } from 'vitest'
import { codeOf } from './promises.ts'

describe('documents, snapshots, p-values', () => {
  test('any value is a network or a GuanxiError', () =>
    fc.assert(
      fc.property(fc.anything(), value => {
        codeOf(() => model.createNetwork(value as never))
        codeOf(() => model.snapshotFrom(value as never))
        codeOf(() => model.freeze(value as never))
        codeOf(() => model.toDocument(value as never))
        codeOf(() => inference.adjust(value as never))
      }),
      { numRuns: 300, seed: 1 },
    ))
  test('any actors and ties', () => {
    const actor = fc.record({ id: fc.anything(), kind: fc.anything(), label: fc.anything() }, { requiredKeys: [] })
    const tie = fc.record(
      { source: fc.anything(), target: fc.anything(), power: fc.anything(), evidence: fc.anything() },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(actor, { maxLength: 3 }), fc.array(tie, { maxLength: 3 }), (actors, ties) => {
        codeOf(() => model.createNetwork({ actors, ties } as never))
      }),
      { numRuns: 300, seed: 1 },
    )
  })
  test('any columns', () =>
    fc.assert(
      fc.property(
        fc.record(
          {
            count: fc.anything(),
            ids: fc.anything(),
            source: fc.anything(),
            target: fc.anything(),
            power: fc.anything(),
          },
          { requiredKeys: ['source', 'target'] },
        ),
        arrays => {
          codeOf(() => model.snapshotFrom(arrays as never))
        },
      ),
      { numRuns: 300, seed: 1 },
    ))
  test('p-values from 0 to 1 stay there', () =>
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }))),
        fc.constantFrom('holm', 'benjamini-hochberg'),
        (pValues, method) => {
          for (const p of inference.adjust(pValues, { method: method as 'holm' }))
            expect(p === null || (p >= 0 && p <= 1)).toBe(true)
        },
      ),
      { numRuns: 200, seed: 1 },
    ))
})
