import { scaleLinear } from 'd3-scale'
import { area, stack } from 'd3-shape'
import type { Lang } from '../../model/labels.ts'
import { escapeText } from '../../view/escapeText.ts'
import { fixed } from '../../view/shapePath.ts'
import { numbers } from '../numbers.ts'
import { chart, FAINT, heading, label, rule, WIDTH } from './frame.ts'

/** Fills from dark to light, so that they can be told apart in grey as well. */
const FILLS = ['#5b4a2f', '#c98d2b', '#9fc9e8', '#2f6f9f', '#7a7a7a'] as const

export interface HoursSeries {
  readonly label: string
  /** Hours in each week, from week 1. */
  readonly values: readonly number[]
}

/** Where the hours went, week by week: parts of the staff's hours stacked, the first at the bottom. */
export function hoursChart(options: {
  readonly title: string
  readonly series: readonly HoursSeries[]
  readonly weekLabel: string
  readonly hoursLabel: string
  /** Upper end of the axis, the same in charts that are compared. */
  readonly most: number
  readonly lang: Lang
}): string {
  const { title, series, weekLabel, hoursLabel, most, lang } = options
  const { hours } = numbers(lang)
  const head = heading(title, hoursLabel)
  const top = head.height + 6
  const bottom = top + 136
  const left = 38
  const right = WIDTH - 12
  const weeks = Math.max(1, ...series.map(({ values }) => values.length))
  const x = scaleLinear([1, Math.max(2, weeks)], [left, right])
  const y = scaleLinear([0, most || 1], [bottom, top])
  const table = Array.from({ length: weeks }, (_, week) => series.map(({ values }) => values[week] ?? 0))
  const layers = stack<unknown, number[], number>()
    .keys(series.map((_, k) => k))
    .value((row, k) => row[k]!)(table)
  const shape = area<[number, number]>()
    .x((_, week) => x(week + 1))
    .y0(band => y(band[0]))
    .y1(band => y(band[1]))
    .digits(1)
  const means = series.map(({ values }) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length))
  let at = 0
  let row = 0
  const legend = series.map(({ label: name }, k) => {
    const text = `${name} ${hours(means[k]!)}`
    const width = 24 + text.length * (lang === 'zh' ? 11 : 7.2)
    if (at > 0 && at + width > WIDTH) {
      at = 0
      row++
    }
    const entry = `<rect x="${fixed(at)}" y="${fixed(bottom + 42 + row * 18)}" width="12" height="12" fill="${FILLS[k % FILLS.length]}"/>${label(at + 17, bottom + 52 + row * 18, text)}`
    at += width
    return entry
  })
  const parts = [
    head.svg,
    ...layers.map(
      (bands, k) =>
        `<path d="${shape(bands as unknown as [number, number][]) ?? ''}" fill="${FILLS[k % FILLS.length]}"><title>${escapeText(`${series[k]!.label}: ${hours(means[k]!)}`)}</title></path>`,
    ),
    ...y
      .ticks(4)
      .map(
        tick =>
          rule(left - 3, y(tick), left, y(tick), FAINT) +
          label(left - 6, y(tick) + 4, String(tick), { anchor: 'end', color: FAINT }),
      ),
    ...x.ticks(4).map(tick => label(x(tick), bottom + 16, String(tick), { anchor: 'middle', color: FAINT })),
    label((left + right) / 2, bottom + 31, weekLabel, { anchor: 'middle', color: FAINT }),
    ...legend,
  ]
  return chart(
    bottom + 62 + row * 18,
    `${title}: ${series.map(({ label: name }, k) => `${name} ${hours(means[k]!)}`).join('; ')}`,
    parts,
    lang,
  )
}
