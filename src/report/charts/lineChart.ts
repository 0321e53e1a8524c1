import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { Lang } from '../../model/labels.ts'
import { escapeText } from '../../view/escapeText.ts'
import { fixed, shapeElement } from '../../view/shapePath.ts'
import { numbers } from '../numbers.ts'
import {
  chart,
  cut,
  DASHES,
  extent,
  FAINT,
  heading,
  label,
  marks,
  rule,
  seriesColor,
  spreadLabels,
  WIDTH,
} from './frame.ts'

export interface Line {
  readonly label: string
  /** A value for each of the weeks. */
  readonly values: readonly (number | null)[]
  /** Ends of the ribbon around it, week by week. */
  readonly band?: { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] } | undefined
}

/** Trajectories over the weeks, each with its own colour, line and mark and perhaps a ribbon, named at its end. */
export function lineChart(options: {
  readonly title: string
  /** Which way is better, or another word below the title. */
  readonly note: string
  readonly lines: readonly Line[]
  /** Weeks of the values. @defaultValue 0, 1, 2, … */
  readonly weeks?: readonly number[] | undefined
  readonly weekLabel: string
  readonly lang: Lang
}): string {
  const { title, note, lines, weekLabel, lang } = options
  const { index } = numbers(lang)
  const head = heading(title, note)
  const top = head.height + 6
  const bottom = top + 148
  // A line alone is drawn solid: the first look is the baseline's, which is dotted.
  const look = (k: number) => (lines.length === 1 ? 1 : k)
  const left = 38
  const right = lines.length === 1 ? WIDTH - 12 : WIDTH - 104
  const steps = Math.max(1, ...lines.map(({ values }) => values.length - 1))
  const weekAt = (step: number) => options.weeks?.[step] ?? step
  const x = scaleLinear([0, weekAt(steps)], [left, right])
  const y = scaleLinear(
    extent(lines.flatMap(({ values, band }) => [...values, ...(band ? [...band.low, ...band.high] : [])])),
    [bottom, top],
  ).nice(4)
  const path = line<number | null>(
    (_, step) => x(weekAt(step)),
    value => y(value!),
  )
    .defined(value => value !== null)
    .digits(1)
  const ribbon = area<readonly [number | null, number | null]>()
    .x((_, step) => x(weekAt(step)))
    .y0(([low]) => y(low!))
    .y1(([, high]) => y(high!))
    .defined(([low, high]) => low !== null && high !== null)
    .digits(1)
  const ends = lines.map(({ values }) => y(values.findLast(value => value !== null) ?? 0))
  const named = spreadLabels(ends, 14, top, bottom)
  const parts = [
    head.svg,
    ...y
      .ticks(4)
      .map(
        tick =>
          rule(left, y(tick), right, y(tick)) +
          label(left - 6, y(tick) + 4, index(tick), { anchor: 'end', color: FAINT }),
      ),
    ...x.ticks(4).map(tick => label(x(tick), bottom + 16, String(tick), { anchor: 'middle', color: FAINT })),
    label((left + right) / 2, bottom + 31, weekLabel, { anchor: 'middle', color: FAINT }),
    ...lines.map(({ band }, i) => {
      const k = look(i)
      return band
        ? `<path class="gx-head gx-s${k % 8}" d="${ribbon(band.low.map((low, step) => [low, band.high[step]!])) ?? ''}" fill="${seriesColor(k)}" fill-opacity="0.14"/>`
        : ''
    }),
    ...lines.map(({ label: name, values }, i) => {
      const k = look(i)
      const color = seriesColor(k)
      return [
        `<g class="gx-series"><path class="gx-line gx-s${k % 8}" d="${path(values) ?? ''}" fill="none" stroke="${color}" stroke-width="2"${DASHES[k % 8] ? ` stroke-dasharray="${DASHES[k % 8]}"` : ''}/>`,
        shapeElement(marks[k % marks.length]!, right, ends[i]!, 3.5, `class="gx-head gx-s${k % 8}" fill="${color}"`),
        ...(lines.length === 1
          ? []
          : [
              `<path class="gx-rule" d="M${fixed(right + 5)} ${fixed(ends[i]!)}L${fixed(right + 11)} ${fixed(named[i]!)}" stroke="#d5dae0"/>`,
              label(right + 13, named[i]! + 4, cut(name, WIDTH - right - 15), { color, name: `gx-text gx-s${k % 8}` }),
            ]),
        '</g>',
      ].join('')
    }),
    ...readings(lines, steps, step => `${weekLabel} ${weekAt(step)}`, index).map(({ from, to, text }) => {
      const start = x(weekAt(from))
      return `<g><title>${escapeText(text)}</title><rect x="${fixed(start)}" y="${fixed(top)}" width="${fixed(x(weekAt(to)) - start)}" height="${fixed(bottom - top)}" fill="none" pointer-events="all"/></g>`
    }),
  ]
  return chart(
    bottom + 38,
    `${title}: ${lines.map(({ label: name, values }) => `${name} ${index(values[0] ?? null)} → ${index(values.at(-1) ?? null)}`).join('; ')}`,
    parts,
    lang,
  )
}

/** Most places along the axis that can be read off by pointing. */
const READ = 27

/** What to read off between two steps: at every step of a short run, at every other or less of a long one. */
function readings(
  lines: readonly Line[],
  steps: number,
  headOf: (step: number) => string,
  index: (value: number | null) => string,
): { from: number; to: number; text: string }[] {
  const width = Math.ceil(steps / (READ - 1))
  return Array.from({ length: Math.floor(steps / width) + 1 }, (_, k) => {
    const step = k * width
    const said = lines.map(({ label: name, values, band }) => {
      const spread = band ? ` [${index(band.low[step] ?? null)}, ${index(band.high[step] ?? null)}]` : ''
      return `${name} ${index(values[step] ?? null)}${spread}`
    })
    const half = Math.ceil(width / 2)
    return {
      from: Math.max(0, step - half),
      to: Math.min(steps, step - half + width),
      text: [headOf(step), ...said].join('\n'),
    }
  })
}
