import { escapeText } from '../view/escapeText.ts'
import type { Block } from './blocks.ts'
import { type Reportable, type ReportOptions, reportOf } from './reportOf.ts'
import { setHtml } from './setHtml.ts'
import { setMarkdown } from './setMarkdown.ts'

/** A report as notebooks and terminals show it. */
export interface Displayed {
  /** The report as an element that can stand in any page: a frame of its own, so that neither styles the other. */
  readonly html: string
  /** The first words of the report, for terminals. */
  readonly text: string
  /** What Deno's Jupyter kernel looks for: the report by MIME type. */
  readonly [key: symbol]: () => unknown
  /** The report as text. */
  toString(): string
}

/**
 * A result as the last line of a notebook's cell: rich in Deno's Jupyter kernel, an element for Observable, short in Node.
 *
 * In Jupyter (Deno's kernel) the cell shows the report in a frame. In Observable, `html` is the text of an element. In Node and
 * Deno's terminal, printing it shows the first words of the report rather than the whole result.
 *
 * @param result - as for `toHtml`.
 * @param options - as for `toHtml`.
 * @throws {GuanxiError} as `toHtml`.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { diagnose } from 'guanxi/metrics'
 * import { display } from 'guanxi/report'
 *
 * display(diagnose(xCommunity()), { lang: 'zh' }).text.split('\n')[0] // => '关系网络诊断：X社区 X community'
 * ```
 */
export function display(result: Reportable, options: ReportOptions = {}): Displayed {
  const { report, lang } = reportOf('display', result, options)
  const text = [report.title, ...report.blocks.flatMap(firstWords)].join('\n')
  const frame = () =>
    `<iframe title="${escapeText(report.title)}" srcdoc="${escapeText(setHtml(report, lang))}" sandbox="allow-scripts" style="width:100%;height:720px;border:0"></iframe>`
  const shown = {
    [Symbol.for('Jupyter.display')]: () => ({
      'text/html': frame(),
      'text/markdown': setMarkdown(report),
      'text/plain': text,
    }),
    [Symbol.for('nodejs.util.inspect.custom')]: () => text,
    toString: () => text,
    text,
  }
  // Set only when it is asked for: a report with its pictures takes a while.
  return Object.defineProperty(shown, 'html', { get: frame, enumerable: true }) as unknown as Displayed
}

function firstWords(block: Block): readonly string[] {
  if (block.type === 'lead') return [block.text]
  if (block.type !== 'answers') return []
  return block.answers.flatMap(({ question, texts }) => [`${question}`, ...texts.map(text => `  ${text}`)])
}
