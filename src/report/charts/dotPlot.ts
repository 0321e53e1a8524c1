import { scaleLinear } from 'd3-scale'
import type { Lang } from '../../model/labels.ts'
import { escapeText } from '../../view/escapeText.ts'
import { fixed, shapeElement } from '../../view/shapePath.ts'
import { textWidth, wrapText } from '../../view/textBox.ts'
import { numbers } from '../numbers.ts'
import {
  chart,
  extent,
  FAINT,
  heading,
  INK,
  label,
  marks,
  PAPER,
  rule,
  SMALL,
  seriesColor,
  spacedTicks,
  WIDTH,
} from './frame.ts'

/** A value with its spread. */
export interface Mark {
  readonly value: number | null
  /** Ends of the interval, where there is one; a thin line. */
  readonly interval?: readonly [number, number] | null
}

export interface DotRow {
  readonly label: string
  /** The first is filled; a second one is hollow and stands below it. */
  readonly marks: readonly Mark[]
  /** Stands at the right. */
  readonly said: string
  /** Colour and shape. @defaultValue 1 */
  readonly series?: number
}

/** Dots with their intervals, a row each, and a line through what they are to be read against. */
export function dotPlot(options: {
  readonly title: string
  readonly note: string
  readonly rows: readonly DotRow[]
  readonly reference: number | null
  /** Solid for zero, broken for a value of the same kind. */
  readonly referenceIsZero?: boolean
  /** Heads the texts at the right. */
  readonly saidLabel?: string
  readonly lang: Lang
}): string {
  const { title, note, rows, reference, referenceIsZero = false, saidLabel = '', lang } = options
  const { index } = numbers(lang)
  const widest = Math.max(...rows.map(row => textWidth(row.label, SMALL)), 0)
  const room = Math.min(LABEL, widest)
  const step = widest > LABEL ? 34 : rows.some(row => row.marks.length > 1) ? 28 : 22
  const head = heading(title, note)
  const top = head.height + (saidLabel ? 14 : 0)
  const bottom = top + rows.length * step
  const said = Math.max(44, ...[saidLabel, ...rows.map(row => row.said)].map(text => textWidth(text, SMALL)))
  const left = room + 16
  const right = WIDTH - Math.min(110, said + 14)
  const x = scaleLinear(
    extent([
      ...rows.flatMap(row => row.marks.flatMap(({ value, interval }) => [value, ...(interval ?? [])])),
      reference,
    ]),
    [left, right],
  ).nice(4)
  const parts = [
    head.svg,
    saidLabel ? label(WIDTH, top - 5, saidLabel, { color: FAINT, anchor: 'end' }) : '',
    ...spacedTicks(x, index).map(
      tick =>
        rule(x(tick), top, x(tick), bottom) +
        label(x(tick), bottom + 15, index(tick), { anchor: 'middle', color: FAINT }),
    ),
    reference === null ? '' : rule(x(reference), top - 2, x(reference), bottom, INK, referenceIsZero ? '' : '4 3'),
    ...rows.map((row, r) => {
      const y = top + (r + 0.5) * step
      const k = row.series ?? 1
      const lines = wrapText(row.label, room, 2, SMALL)
      return [
        `<g><title>${escapeText(`${row.label}: ${row.said}`)}</title>`,
        `<rect x="0" y="${fixed(y - step / 2)}" width="${WIDTH}" height="${step}" fill="none" pointer-events="all"/>`,
        ...lines.map((line, i) => label(room + 2, y + 4 + (i - (lines.length - 1) / 2) * 14, line, { anchor: 'end' })),
        ...row.marks.map((mark, m) => drawMark(mark, m > 0, k, x, y + (row.marks.length > 1 ? (m - 0.5) * 10 : 0))),
        label(WIDTH, y + 4, row.said, { anchor: 'end' }),
        '</g>',
      ].join('')
    }),
  ]
  return chart(bottom + 22, `${title}: ${rows.map(row => `${row.label} ${row.said}`).join('; ')}`, parts, lang)
}

/** Most width of the labels at the left; longer ones go on two lines. */
const LABEL = 136

function drawMark(
  { value, interval }: Mark,
  hollow: boolean,
  series: number,
  x: (value: number) => number,
  y: number,
): string {
  const k = series % 8
  const color = seriesColor(series)
  const look = hollow
    ? `class="gx-line gx-disc gx-s${k}" fill="${PAPER}" stroke="${color}" stroke-width="1.5"`
    : `class="gx-head gx-s${k}" fill="${color}"`
  return [
    interval
      ? `<path class="gx-line gx-s${k}" d="M${fixed(x(interval[0]))} ${fixed(y)}H${fixed(x(interval[1]))}" stroke="${color}" stroke-width="2"/>`
      : '',
    value === null ? '' : shapeElement(marks[series % marks.length]!, x(value), y, hollow ? 3.5 : 4.5, look),
  ].join('')
}
