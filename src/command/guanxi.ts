import { parseArgs } from 'node:util'
import { GuanxiError } from '../model/errors.ts'
import type { Lang } from '../model/labels.ts'
import { version } from '../model/version.ts'
import { convert } from './convert.ts'
import { ensemble } from './ensemble.ts'
import { merge } from './merge.ts'
import { report } from './report.ts'
import type { Terminal } from './terminal.ts'
import { words } from './words.ts'
import { worker } from './worker.ts'

/** What a command gets: its operands, its options as texts, and the language. */
export interface Call {
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  readonly quiet: boolean
  readonly lang: Lang
}

/** The command was not understood: exit code 2. */
export class Usage extends Error {}

const commands = {
  ensemble: { run: ensemble, takes: ['shard', 'workers', 'redis', 'queue', 'checkpoint', 'out', 'rows'] },
  merge: { run: merge, takes: ['out', 'rows'] },
  convert: { run: convert, takes: ['encoding', 'parallel'] },
  report: { run: report, takes: ['out', 'rows', 'encoding'] },
  worker: { run: worker, takes: ['redis', 'queue', 'workers'] },
} as const

/** Runs the command; gives its exit code. */
export async function guanxi(args: readonly string[], terminal: Terminal): Promise<number> {
  let lang = languageOf(terminal.env)
  try {
    const [name = '', ...rest] = args
    const command = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : undefined
    const { values, positionals } = parse(command ? rest : args, command?.takes ?? [])
    if (values.lang !== undefined) {
      if (values.lang !== 'zh' && values.lang !== 'en') throw new Usage(`--lang: ${words[lang].needs('zh, en')}`)
      lang = values.lang
    }
    if (values.version) {
      terminal.out(`${version}\n`)
      return 0
    }
    if (values.help || args.length === 0) {
      terminal.out(words[lang].help)
      return args.length === 0 ? 2 : 0
    }
    if (!command) throw new Usage(words[lang].unknownCommand(positionals[0] ?? name))
    const { help: _, version: __, lang: ___, quiet = false, ...options } = values
    await command.run(
      { operands: positionals, options: options as Call['options'], quiet: quiet === true, lang },
      terminal,
    )
    return 0
  } catch (error) {
    if (terminal.signal.aborted && error === terminal.signal.reason) return terminal.signal.reason as number
    if (error instanceof Usage) {
      terminal.err(`guanxi: ${error.message}\n${words[lang].seeHelp}\n`)
      return 2
    }
    // A fault of the user's is a message; one of ours should be told with all that there is.
    const known = error instanceof GuanxiError
    terminal.err(
      `guanxi: ${known ? words[lang].said(error) : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    return 1
  }
}

function parse(args: readonly string[], takes: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(takes.map(name => [name, { type: 'string' as const }])),
        lang: { type: 'string' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    }) as { values: Record<string, string | boolean | undefined>; positionals: string[] }
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}

function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Terminal['env']): Lang {
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en'
}
