import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { GuanxiError, show } from '../model/errors.ts'
import { missingPackage } from '../model/missingPackage.ts'
import { checkOptions, oneOf } from '../model/options.ts'

/** A tidy row: one observation, the same keys in all rows of a table. */
export type TidyRow = Readonly<Record<string, string | number | null>>

/** Options of `writeRows`. */
export interface WriteRowsOptions {
  /** @defaultValue by the ending of the file's name: csv; jsonl or ndjson; arrow or feather */
  readonly format?: 'csv' | 'jsonl' | 'arrow' | undefined
}

const endings: Readonly<Record<string, 'csv' | 'jsonl' | 'arrow'>> = {
  csv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  arrow: 'arrow',
  feather: 'arrow',
}

/** Rows that are put into one piece of text or one batch of columns. */
const AT_ONCE = 16_384

/**
 * Writes tidy rows into a file as CSV, JSON Lines or Apache Arrow, a piece at a time, for R, Python and spreadsheets.
 *
 * In CSV a value that is not defined is a blank cell; in Arrow numbers are doubles. The file appears under its name when it is whole.
 *
 * @param path - the file.
 * @param rows - such as `toRows(result)`, or a generator: rows are not kept.
 * @returns how many rows were written.
 * @throws {GuanxiError} `INVALID_OPTION` for an ending of no known format; `INVALID_VALUE` for rows whose keys differ; `CANNOT_WRITE`
 *   naming the path; `MISSING_PACKAGE` for Arrow without apache-arrow, which few need.
 *
 * Time linear in the rows.
 *
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs'
 * import { writeRows } from 'guanxi/node'
 *
 * await writeRows(`${mkdtempSync('/tmp/guanxi-')}/rows.csv`, [{ scenario: 'as it is', voice: 0.25 }]) // => 1
 * ```
 */
export async function writeRows(
  path: string,
  rows: Iterable<TidyRow>,
  options: WriteRowsOptions = {},
): Promise<number> {
  checkOptions('writeRows', options, { format: oneOf('csv', 'jsonl', 'arrow') })
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const format = options.format ?? (Object.hasOwn(endings, ending) ? endings[ending]! : undefined)
  if (format === undefined)
    throw new GuanxiError(
      'INVALID_OPTION',
      `writeRows: the ending of ${path} is of no known format; known are ${Object.keys(endings).join(', ')} (option format)`,
    )
  let count = 0
  let keys: readonly string[] | undefined
  /** Pieces of rows, their keys checked. */
  const pieces = function* (): Generator<{ keys: readonly string[]; rows: readonly TidyRow[] }> {
    let piece: TidyRow[] = []
    for (const row of rows) {
      keys ??= Object.keys(row)
      if (Object.keys(row).length !== keys.length || keys.some(key => !Object.hasOwn(row, key)))
        throw new GuanxiError(
          'INVALID_VALUE',
          `writeRows: expected the keys ${keys.join(', ')} in every row, got ${Object.keys(row).join(', ')} in row ${count}`,
        )
      count++
      piece.push(row)
      if (piece.length === AT_ONCE) {
        yield { keys, rows: piece }
        piece = []
      }
    }
    if (piece.length > 0) yield { keys: keys!, rows: piece }
  }
  const content = format === 'csv' ? csv(pieces()) : format === 'jsonl' ? jsonLines(pieces()) : await arrow(pieces())
  const unfinished = `${path}.part`
  try {
    await pipeline(Readable.from(content), createWriteStream(unfinished))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    if (error instanceof GuanxiError) throw error
    throw new GuanxiError('CANNOT_WRITE', `writeRows: ${path}: cannot be written: ${(error as Error).message}`)
  }
  return count
}

type Pieces = Iterable<{ readonly keys: readonly string[]; readonly rows: readonly TidyRow[] }>

function* csv(pieces: Pieces): Generator<string> {
  const cell = (value: string | number | null | undefined) =>
    typeof value === 'string' && /[",\r\n]|^\s|\s$|^$/.test(value)
      ? `"${value.replaceAll('"', '""')}"`
      : `${value ?? ''}`
  let begun = false
  for (const { keys, rows } of pieces) {
    if (!begun) yield `${keys.map(cell).join(',')}\n`
    begun = true
    let text = ''
    for (const row of rows) text += `${keys.map(key => cell(row[key])).join(',')}\n`
    yield text
  }
}

function* jsonLines(pieces: Pieces): Generator<string> {
  for (const { rows } of pieces) {
    let text = ''
    for (const row of rows) text += `${JSON.stringify(row)}\n`
    yield text
  }
}

async function arrow(pieces: Pieces): Promise<AsyncIterable<Uint8Array>> {
  let loaded: typeof import('apache-arrow')
  try {
    loaded = await import('apache-arrow')
  } catch (error) {
    throw missingPackage('writeRows', 'apache-arrow', error)
  }
  const { Field, Float64, makeData, RecordBatch, RecordBatchFileWriter, Schema, Struct, Utf8, vectorFromArray } = loaded
  const batches = function* () {
    let schema: InstanceType<typeof Schema> | undefined
    for (const { keys, rows } of pieces) {
      // The first piece tells the types; a column without any value in it is one of numbers.
      schema ??= new Schema(
        keys.map(
          key => new Field(key, rows.some(row => typeof row[key] === 'string') ? new Utf8() : new Float64(), true),
        ),
      )
      const children = schema.fields.map(({ name, type }) => {
        const kind = type instanceof Utf8 ? 'string' : 'number'
        const values = rows.map(row => row[name] ?? null)
        const other = values.find(value => value !== null && typeof value !== kind)
        if (other !== undefined)
          throw new GuanxiError('INVALID_VALUE', `writeRows: expected a ${kind} for ${name}, got ${show(other)}`)
        return vectorFromArray(values, type).data[0]!
      })
      const data = makeData({ type: new Struct(schema.fields), length: rows.length, nullCount: 0, children })
      yield new RecordBatch(schema, data)
    }
  }
  return RecordBatchFileWriter.writeAll(batches())
}
