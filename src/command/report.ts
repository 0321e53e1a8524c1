import { diagnose } from '../metrics/diagnose.ts'
import { readFileNetwork } from '../node/readFileNetwork.ts'
import { writeRows } from '../node/writeRows.ts'
import type { Reportable } from '../report/reportOf.ts'
import { toHtml } from '../report/toHtml.ts'
import { toMarkdown } from '../report/toMarkdown.ts'
import { toRows } from '../report/toRows.ts'
import { type Call, Usage } from './guanxi.ts'
import { operandsOf } from './operands.ts'
import { jsonValues, writeWhole } from './results.ts'
import type { Terminal } from './terminal.ts'
import { words } from './words.ts'

/** `guanxi report in --out report.html`: the diagnosis of a network, or a result that was kept as JSON. */
export async function report(call: Call, { out }: Terminal): Promise<void> {
  const [from] = operandsOf(call, ['in.json'])
  const { out: page, rows, encoding } = call.options
  const { needs, wrote } = words[call.lang]
  if (page === undefined && rows === undefined) throw new Usage(needs('--out, --rows'))
  if (page !== undefined && !/\.(html?|md)$/i.test(page)) throw new Usage(`--out: ${needs('.html, .md')}`)
  const result = await resultOf(from, encoding)
  const files: string[] = []
  if (page !== undefined) {
    const text = /\.md$/i.test(page) ? toMarkdown(result, { lang: call.lang }) : toHtml(result, { lang: call.lang })
    await writeWhole(page, text)
    files.push(page)
  }
  if (rows !== undefined) {
    await writeRows(rows, toRows(result))
    files.push(rows)
  }
  out(`${wrote(files)}\n`)
}

async function resultOf(path: string, encoding: string | undefined): Promise<Reportable> {
  if (/\.jsonl?$/i.test(path)) {
    const [value] = await jsonValues(path)
    if (typeof (value as { kind?: unknown } | null)?.kind === 'string') return value as Reportable
  }
  return diagnose((await readFileNetwork(path, { encoding })).network)
}
