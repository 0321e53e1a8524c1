import { writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { GuanxiError } from '../model/errors.ts'
import type { Lang } from '../model/labels.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions, oneOf, text } from '../model/options.ts'
import { formatOf } from './fileFormat.ts'

/** Options of `writeFileNetwork`. */
export interface WriteFileOptions {
  /** Format by its usual ending. @defaultValue by the file's name */
  readonly format?: string | undefined
  /** Language of labels where a format holds one. @defaultValue 'en' */
  readonly lang?: Lang | undefined
}

/** What `writeFileNetwork` gives. */
export interface WriteFileResult {
  /** Paths of all files that were written: some formats have tables beside the network. */
  readonly files: readonly string[]
  /** What the format cannot hold, a sentence each. */
  readonly losses: readonly string[]
}

/**
 * Writes a network into a file, by the ending of its name: those that `readFileNetwork` reads, and dot and qdpx.
 *
 * A table of ties `x.csv` has its actors beside it in `x.actors.csv`, Pajek's `x.net` its partitions and vectors in `x.kind.clu` and the like.
 *
 * @throws {GuanxiError} `INVALID_OPTION` for an ending of no known format; `CANNOT_WRITE` naming the path.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { writeFileNetwork } from 'guanxi/node'
 * import { mkdtemp } from 'node:fs/promises'
 *
 * const { files } = await writeFileNetwork(`${await mkdtemp('/tmp/guanxi-')}/x.csv`, xCommunity())
 * files.length // => 2
 * ```
 */
export async function writeFileNetwork(
  path: string,
  network: RelationNetwork,
  options: WriteFileOptions = {},
): Promise<WriteFileResult> {
  checkOptions('writeFileNetwork', options, { format: text, lang: oneOf('zh', 'en') })
  const { write } = formatOf('writeFileNetwork', path, options.format, 'write')
  const { content, beside, losses } = write!(network, options.lang ?? 'en')
  const stem = join(dirname(path), basename(path).replace(/\.[^.]*$/, ''))
  const files: string[] = []
  for (const [target, held] of [
    [path, content] as const,
    ...Object.entries(beside).map(([ending, text]) => [`${stem}.${ending}`, text] as const),
  ]) {
    try {
      await writeFile(target, held)
    } catch (error) {
      throw new GuanxiError(
        'CANNOT_WRITE',
        `writeFileNetwork: ${target}: cannot be written: ${(error as Error).message}`,
      )
    }
    files.push(target)
  }
  return { files, losses }
}
