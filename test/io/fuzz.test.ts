import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { GuanxiError } from 'guanxi'
import { readSurveyWorkbook, surveyTemplate, surveyWorkbook } from 'guanxi/io'
import { describe, expect, test } from 'vitest'
import { edited, kinds } from '../fuzz/edits.ts'
import { targets } from '../fuzz/targets.ts'

/**
 * Mutated valid files: no crash (every refusal is a `GuanxiError`), nothing over a second, no prototype changed, and what is read is
 * a network that comes back when it is written, with all that the file holds or a line in `losses`. `npm run fuzz` goes on for longer.
 */
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(60),
    pick: fc.nat(),
  }),
  { minLength: 1, maxLength: 4 },
)

describe('mutated files', () => {
  for (const { name, files, run } of targets())
    test(name, () => {
      const outcomes = new Set<string>()
      fc.assert(
        fc.property(fc.nat(files - 1), edits, (file, list) => {
          outcomes.add(run(file, list))
        }),
        { numRuns: 400, seed: 11 },
      )
      // Else the mutations would be too coarse, or too fine, to say anything.
      expect([...outcomes].sort()).toEqual(['read', 'refused'])
    })
  test('readSurveyWorkbook', async () => {
    const form = { actors: ['a', 'b', 'c'], layers: { trust: ['openness'] } }
    const files = unzipSync(await surveyWorkbook(form))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(files)), edits, async (name, list) => {
        const bytes = zipSync({ ...files, [name]: strToU8(edited(strFromU8(files[name]!), list)) }, { level: 0 })
        const started = process.cpuUsage()
        const error = await readSurveyWorkbook(bytes, surveyTemplate(form).reading).then(
          () => undefined,
          error => error,
        )
        if (error !== undefined && !(error instanceof GuanxiError)) throw error
        expect(process.cpuUsage(started).user).toBeLessThan(1e6)
      }),
      { numRuns: 300, seed: 12 },
    )
  })
})
