import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { ReadOptions, ReadResult } from '../io/index.ts'
import { readRules } from '../io/shared/readOptions.ts'
import { GuanxiError } from '../model/errors.ts'
import { checkOptions, text } from '../model/options.ts'
import { formatOf } from './fileFormat.ts'

/** Options of `readFileNetwork`. */
export interface ReadFileOptions extends ReadOptions {
  /** Format by its usual ending, such as `'graphml'`, where the file's own says something else. @defaultValue by the file's name */
  readonly format?: string | undefined
  /** Encoding of the text, such as `'gb18030'` for tables that Excel saved as CSV in China. @defaultValue 'utf-8' */
  readonly encoding?: string | undefined
}

/**
 * Reads a network from a file, by the ending of its name: gexf, graphml, net, dl, csv, jgf, cyjs, or json (a document of this
 * library, or JSON Graph Format, Cytoscape, graphology or Kumu, by its fields).
 *
 * Beside a table of ties `x.csv`, a table of actors `x.actors.csv` is read too.
 *
 * @param path - the file.
 * @param options - see `ReadFileOptions`; readers' own options need the readers of `guanxi/io`.
 * @returns the network and what was lost.
 * @throws {GuanxiError} `INVALID_FILE` naming the path, for what is not there, not text, too large or faulty; `INVALID_OPTION`
 *   for an ending of no known format; `INVALID_DOCUMENT` for a faulty document.
 *
 * @example
 * ```ts
 * import { readFileNetwork, writeFileNetwork } from 'guanxi/node'
 * import { xCommunity } from 'guanxi/cases'
 * import { mkdtemp } from 'node:fs/promises'
 *
 * const folder = await mkdtemp('/tmp/guanxi-')
 * await writeFileNetwork(`${folder}/x.graphml`, xCommunity())
 * const { network } = await readFileNetwork(`${folder}/x.graphml`)
 * network.size // => 18
 * ```
 */
export async function readFileNetwork(path: string, options: ReadFileOptions = {}): Promise<ReadResult> {
  checkOptions('readFileNetwork', options, { ...readRules, format: text, encoding: text })
  const { format, encoding = 'utf-8', ...rest } = options
  const { read } = formatOf('readFileNetwork', path, format, 'read')
  const { maxCharacters = 500_000_000 } = rest
  const content = await textOf(path, encoding, maxCharacters)
  const stem = path.replace(/\.[^./\\]*$/, '')
  const actors = `${stem}.actors.csv`
  const beside = existsSync(actors) && actors !== path ? await textOf(actors, encoding, maxCharacters) : undefined
  return read!(content, rest, ending => (ending === 'actors.csv' ? beside : undefined))
}

async function textOf(path: string, encoding: string, maxCharacters: number): Promise<string> {
  const refuse = (why: string): never => {
    throw new GuanxiError('INVALID_FILE', `readFileNetwork: ${path}: ${why}`)
  }
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new GuanxiError(
      'INVALID_OPTION',
      `readFileNetwork: expected encoding to be one that is known, got ${encoding}`,
    )
  }
  try {
    const { size } = await stat(path)
    // No encoding here takes more than four bytes a character.
    if (size > 4 * maxCharacters)
      refuse(`expected at most ${maxCharacters} characters (maxCharacters), got ${size} bytes`)
    const bytes = await readFile(path)
    // UTF-16, as Excel writes "Unicode text", says so by its first two bytes.
    const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le', { fatal: true }) : decoder
    return marked.decode(bytes)
  } catch (error) {
    if (error instanceof GuanxiError) throw error
    const { code } = error as { code?: string }
    if (code === 'ENOENT') return refuse('there is no such file')
    if (code === 'EISDIR') return refuse('expected a file, got a folder')
    if (code === 'EACCES') return refuse('not allowed to read it')
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return refuse(`not ${encoding} text (option encoding, such as gb18030)`)
    return refuse((error as Error).message)
  }
}
