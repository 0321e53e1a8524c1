import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { GuanxiError } from '../model/errors.ts'
import { writeRows } from '../node/writeRows.ts'
import { toRows } from '../report/toRows.ts'
import type { EnsembleResult } from '../scenarios/ensemble/types.ts'
import { type Call, Usage } from './guanxi.ts'
import type { Terminal } from './terminal.ts'
import { words } from './words.ts'

/** Where a result is to go is looked at before the work is done, not after. */
export function checkOutputs({ options, lang }: Call): void {
  if (options.out === undefined && options.rows === undefined) throw new Usage(words[lang].needs('--out, --rows'))
  if (options.out !== undefined && !/\.jsonl?$/i.test(options.out))
    throw new Usage(`--out: ${words[lang].needs('.json, .jsonl')}`)
  if (options.rows !== undefined && !/\.(csv|jsonl|ndjson|arrow|feather)$/i.test(options.rows))
    throw new Usage(`--rows: ${words[lang].needs('.csv, .jsonl, .arrow')}`)
}

/** Writes the result, one line of JSON, and its rows, to where the options say. */
export async function writeOutputs(result: EnsembleResult, { options, lang }: Call, { out }: Terminal): Promise<void> {
  const files: string[] = []
  if (options.out !== undefined) {
    await writeWhole(options.out, `${JSON.stringify(result)}\n`)
    files.push(options.out)
  }
  if (options.rows !== undefined) {
    await writeRows(options.rows, toRows(result))
    files.push(options.rows)
  }
  out(`${words[lang].wrote(files)}\n`)
}

/** A file appears under its name when it is whole: a task that is killed leaves no half of a part. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.part`
  try {
    await writeFile(unfinished, text)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw new GuanxiError('CANNOT_WRITE', `${path}: cannot be written: ${(error as Error).message}`)
  }
}

/** The JSON of a file: one value, or one a line. */
export async function jsonValues(path: string): Promise<unknown[]> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const missing = (error as { code?: unknown }).code === 'ENOENT'
    throw new GuanxiError('INVALID_FILE', `${path}: ${missing ? 'there is no such file' : (error as Error).message}`)
  }
  const parse = (json: string, where: string): unknown => {
    try {
      return JSON.parse(json)
    } catch (error) {
      throw new GuanxiError('INVALID_FILE', `${where}: not JSON: ${(error as Error).message}`)
    }
  }
  if (!/\.(jsonl|ndjson)$/i.test(path)) return [parse(text.replace(/^\ufeff/, ''), path)]
  return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parse(line, `${path}, line ${i + 1}`)]))
}
