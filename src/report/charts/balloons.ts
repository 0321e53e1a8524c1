import type { Lang } from '../../model/labels.ts'
import { escapeText } from '../../view/escapeText.ts'
import { fixed } from '../../view/shapePath.ts'
import { wrapText } from '../../view/textBox.ts'
import { chart, FAINT, heading, label, rule, SMALL, seriesColor, WIDTH } from './frame.ts'

const LABEL = 104

/** A table of amounts as discs whose area is the amount, with the amount inside or beside: rows by columns. */
export function balloons(options: {
  readonly title: string
  readonly note: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: string; readonly amounts: readonly number[] }[]
  readonly format: (amount: number) => string
  readonly lang: Lang
}): string {
  const { title, note, columns, rows, format, lang } = options
  const head = heading(title, note)
  const top = head.height + 18
  const step = 34
  const wide = Math.min(44, (WIDTH - LABEL - 12) / Math.max(1, columns.length))
  const most = Math.max(...rows.flatMap(({ amounts }) => amounts), 0)
  const radius = (amount: number) => Math.min(wide * 0.48, 15) * Math.sqrt(amount / most)
  const x = (c: number) => LABEL + 12 + (c + 0.5) * wide
  const bottom = top + rows.length * step
  const parts = [
    head.svg,
    ...columns.map((column, c) => label(x(c), top - 6, column, { anchor: 'middle', color: FAINT })),
    ...rows.map(({ label: name, amounts }, r) => {
      const y = top + (r + 0.5) * step
      const lines = wrapText(name, LABEL, 2, SMALL)
      return [
        rule(0, y + step / 2, x(columns.length - 1) + wide / 2, y + step / 2),
        ...lines.map((line, i) => label(0, y + 4 + (i - (lines.length - 1) / 2) * 14, line)),
        ...amounts.map((amount, c) => {
          if (amount <= 0) return ''
          const size = radius(amount)
          return `<g><title>${escapeText(`${columns[c]} · ${name}: ${format(amount)}`)}</title><circle class="gx-line gx-s1" cx="${fixed(x(c))}" cy="${fixed(y)}" r="${fixed(size)}" fill="${seriesColor(1)}" fill-opacity="0.16" stroke="${seriesColor(1)}" stroke-width="1.2"/>${label(x(c), y + 4, format(amount), { anchor: 'middle', size: columns.length > 8 ? 11 : SMALL })}</g>`
        }),
      ].join('')
    }),
  ]
  return chart(
    bottom + 8,
    `${title}: ${columns.map((column, c) => `${column}: ${rows.flatMap(({ label: name, amounts }) => (amounts[c]! > 0 ? [`${name} ${format(amounts[c]!)}`] : [])).join(', ') || '–'}`).join('; ')}`,
    parts,
    lang,
  )
}
