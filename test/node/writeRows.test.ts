import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import { csvParse } from 'd3-dsv'
import { xCommunity } from 'guanxi/cases'
import { type TidyRow, writeRows } from 'guanxi/node'
import { toRows } from 'guanxi/report'
import { runEnsemble } from 'guanxi/scenarios'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'guanxi-rows-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const read = (name: string) => readFileSync(at(name), 'utf8')

const few: TidyRow[] = [
  { scenario: 'as it is, "now"', week: 0, voice: 1 / 3 },
  { scenario: '结盟', week: 1, voice: null },
  { scenario: '', week: 2, voice: 1e-300 },
]

describe('rows there and back', () => {
  test('CSV: a blank is not defined, an empty text is quoted', async () => {
    expect(await writeRows(at('few.csv'), few)).toBe(3)
    expect(read('few.csv')).toBe(
      'scenario,week,voice\n"as it is, ""now""",0,0.3333333333333333\n结盟,1,\n"",2,1e-300\n',
    )
  })
  test('JSON Lines', async () => {
    await writeRows(at('few.jsonl'), few)
    const lines = read('few.jsonl').trimEnd().split('\n')
    expect(lines.map(line => JSON.parse(line))).toEqual(few)
  })
  test('Arrow: texts, doubles and nulls, in several batches', async () => {
    const many = Array.from({ length: 40_000 }, (_, i) => few[i % 3]!)
    expect(await writeRows(at('many.arrow'), many)).toBe(40_000)
    const table = tableFromIPC(readFileSync(at('many.arrow')))
    expect([table.numRows, table.batches.length, table.schema.fields.map(({ type }) => `${type}`)]).toEqual([
      40_000,
      3,
      ['Utf8', 'Float64', 'Float64'],
    ])
    expect([0, 1, 2, 39_999].map(i => table.get(i)!.toJSON())).toEqual([few[0], few[1], few[2], few[0]])
  })
  test('an ensemble: a row a replication and scenario, to the last bit', async () => {
    const ensemble = await runEnsemble(xCommunity(), [{ name: 'as it is', strategies: [] }], {
      replications: 7,
      seed: 1,
    })
    const rows = toRows(ensemble)
    expect(await writeRows(at('ensemble.csv'), rows)).toBe(7)
    expect(csvParse(read('ensemble.csv')).map(({ voice }) => Number(voice))).toEqual(rows.map(({ voice }) => voice))
  })
  test('a generator is gone through once, and its rows are not kept', async () => {
    let made = 0
    const rows = (function* () {
      for (; made < 100_000; made++) yield few[made % 3]!
    })()
    expect(await writeRows(at('generated.feather'), rows)).toBe(100_000)
    expect(await writeRows(at('none.csv'), [])).toBe(0)
  })
})

describe('refusals', () => {
  test('rows of other keys, another type in a column, endings, places where nothing can be written; no half file stays', async () => {
    const code = (name: string, rows: TidyRow[]) =>
      writeRows(at(name), rows).then(
        () => undefined,
        ({ code, message }) => `${code} ${message.replaceAll(folder, '')}`,
      )
    expect(await code('bad.csv', [{ a: 1 }, { b: 1 }])).toMatch(/^INVALID_VALUE .*in row 1/)
    expect(await code('bad.csv', [{ a: 1 }, { a: 1, b: 1 }])).toMatch(/^INVALID_VALUE/)
    const mixed = Array.from({ length: 16_385 }, (_, i): TidyRow => ({ a: i < 16_384 ? 1 : 'x' }))
    expect(await code('bad.arrow', mixed)).toBe('INVALID_VALUE writeRows: expected a number for a, got "x"')
    expect(await code('bad.xlsx', few)).toMatch(/^INVALID_OPTION .*known are csv/)
    expect(await code('none/bad.csv', few)).toMatch(/^CANNOT_WRITE .*\/none\/bad\.csv/)
    expect(existsSync(at('bad.csv'))).toBe(false)
    expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
  })
})
