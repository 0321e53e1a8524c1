import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Lang } from '../../model/labels.ts'
import { escapeText } from '../../view/escapeText.ts'
import { fixed, shapeElement } from '../../view/shapePath.ts'
import type { Shape } from '../../view/types.ts'
import { numbers } from '../numbers.ts'
import { chart, cut, DASHES, extent, FAINT, label, rule, seriesColor, spreadLabels, WIDTH } from './frame.ts'

export const marks: readonly Shape[] = ['circle', 'square', 'triangle', 'diamond', 'pentagon', 'hexagon']

export interface Line {
  readonly label: string
  /** A value a week, from week 0. */
  readonly values: readonly (number | null)[]
}

/** Trajectories over the weeks, each with its own colour, line and mark, named at its end. */
export function lineChart(options: {
  readonly title: string
  /** Which way is better, or another word below the title. */
  readonly note: string
  readonly lines: readonly Line[]
  readonly weekLabel: string
  readonly lang: Lang
}): string {
  const { title, note, lines, weekLabel, lang } = options
  const { index } = numbers(lang)
  const top = 48
  const bottom = 196
  // A line alone is drawn solid: the first look is the baseline's, which is dotted.
  const look = (k: number) => (lines.length === 1 ? 1 : k)
  const left = 38
  const right = lines.length === 1 ? WIDTH - 12 : WIDTH - 104
  const weeks = Math.max(1, ...lines.map(({ values }) => values.length - 1))
  const x = scaleLinear([0, weeks], [left, right])
  const y = scaleLinear(extent(lines.flatMap(({ values }) => values)), [bottom, top]).nice(4)
  const path = line<number | null>(
    (_, week) => x(week),
    value => y(value!),
  )
    .defined(value => value !== null)
    .digits(1)
  const ends = lines.map(({ values }) => y(values.findLast(value => value !== null) ?? 0))
  const named = spreadLabels(ends, 14, top, bottom)
  const parts = [
    label(0, 14, title, { weight: 600 }),
    label(0, 31, note, { color: FAINT }),
    ...y
      .ticks(4)
      .map(
        tick =>
          rule(left, y(tick), right, y(tick)) +
          label(left - 6, y(tick) + 4, index(tick), { anchor: 'end', color: FAINT }),
      ),
    ...x.ticks(4).map(tick => label(x(tick), bottom + 16, String(tick), { anchor: 'middle', color: FAINT })),
    label((left + right) / 2, bottom + 31, weekLabel, { anchor: 'middle', color: FAINT }),
    ...lines.map(({ label: name, values }, i) => {
      const k = look(i)
      const color = seriesColor(k)
      return [
        `<g class="gx-series"><title>${escapeTitle(name, values, index)}</title><path class="gx-line gx-s${k % 8}" d="${path(values) ?? ''}" fill="none" stroke="${color}" stroke-width="2"${DASHES[k % 8] ? ` stroke-dasharray="${DASHES[k % 8]}"` : ''}/>`,
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
  ]
  return chart(
    bottom + 38,
    `${title}: ${lines.map(({ label: name, values }) => `${name} ${index(values[0] ?? null)} → ${index(values.at(-1) ?? null)}`).join('; ')}`,
    parts,
    lang,
  )
}

function escapeTitle(
  name: string,
  values: readonly (number | null)[],
  index: (value: number | null) => string,
): string {
  return escapeText(`${name}: ${index(values[0] ?? null)} → ${index(values.at(-1) ?? null)}`)
}
