import { scaleLinear } from 'd3-scale'
import type { Lang } from '../../model/labels.ts'
import { fixed, shapeElement } from '../../view/shapePath.ts'
import { numbers } from '../numbers.ts'
import { chart, cut, extent, FAINT, INK, label, rule, seriesColor, WIDTH } from './frame.ts'
import { marks } from './lineChart.ts'

export interface Dot {
  readonly label: string
  readonly value: number | null
  /** Ends of the interval, where there is one. */
  readonly interval?: readonly [number, number]
}

/** One outcome: a dot a scenario, its interval where there is one, and a line through the reference. */
export function dotPlot(options: {
  readonly title: string
  readonly note: string
  readonly dots: readonly Dot[]
  readonly reference: number | null
  readonly referenceLabel: string
  readonly lang: Lang
}): string {
  const { title, note, dots, reference, referenceLabel, lang } = options
  const { index, difference } = numbers(lang)
  const left = 118
  const right = WIDTH - 110
  const top = 44
  const step = 22
  const bottom = top + dots.length * step
  const x = scaleLinear(extent([...dots.flatMap(({ value, interval }) => [value, ...(interval ?? [])]), reference]), [
    left,
    right,
  ]).nice(4)
  const parts = [
    label(0, 14, title, { weight: 600 }),
    label(0, 31, note, { color: FAINT }),
    ...x
      .ticks(3)
      .map(
        tick =>
          rule(x(tick), top, x(tick), bottom) +
          label(x(tick), bottom + 15, index(tick), { anchor: 'middle', color: FAINT }),
      ),
    reference === null ? '' : rule(x(reference), top - 2, x(reference), bottom, INK, '4 3'),
    ...dots.map(({ label: name, value, interval }, k) => {
      const y = top + (k + 0.5) * step
      const color = seriesColor(k)
      const said =
        value === null || reference === null || name === referenceLabel ? '' : ` (${difference(value - reference)})`
      return [
        label(left - 10, y + 4, cut(name, left - 12), { anchor: 'end' }),
        interval
          ? `<path class="gx-line gx-s${k % 8}" d="M${fixed(x(interval[0]))} ${fixed(y)}H${fixed(x(interval[1]))}" stroke="${color}" stroke-width="2"/>`
          : '',
        value === null
          ? ''
          : shapeElement(marks[k % marks.length]!, x(value), y, 5, `class="gx-head gx-s${k % 8}" fill="${color}"`),
        label(WIDTH - 96, y + 4, `${index(value)}${said}`),
      ].join('')
    }),
  ]
  return chart(
    bottom + 22,
    `${title}: ${dots.map(({ label: name, value }) => `${name} ${index(value)}`).join('; ')}`,
    parts,
    lang,
  )
}
