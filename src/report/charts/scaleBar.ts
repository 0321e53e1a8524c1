import { scaleLinear } from 'd3-scale'
import type { Lang } from '../../model/labels.ts'
import { shapeElement } from '../../view/shapePath.ts'
import { wrapText } from '../../view/textBox.ts'
import { numbers } from '../numbers.ts'
import { chart, FAINT, INK, label, rule, SERIES, SMALL, WIDTH } from './frame.ts'

/** One number on a scale whose ends say in words what low and high mean. */
export function scaleBar(options: {
  readonly title: string
  readonly value: number | null
  readonly domain: readonly [number, number]
  readonly low: string
  readonly high: string
  readonly lang: Lang
}): string {
  const { title, value, domain, low, high, lang } = options
  const { index } = numbers(lang)
  const x = scaleLinear(domain, [8, WIDTH - 8])
  const y = 38
  const ends = [wrapText(low, WIDTH / 2 - 14, 3, SMALL), wrapText(high, WIDTH / 2 - 14, 3, SMALL)] as const
  const rows = Math.max(ends[0].length, ends[1].length)
  const parts = [
    label(0, 14, title, { weight: 600 }),
    label(WIDTH - 3, 14, index(value), { anchor: 'end', weight: 600 }),
    rule(x(domain[0]), y, x(domain[1]), y, FAINT),
    ...[domain[0], (domain[0] + domain[1]) / 2, domain[1]].map(tick => rule(x(tick), y - 5, x(tick), y + 5, FAINT)),
    value === null
      ? ''
      : shapeElement('diamond', x(value), y, 7, `class="gx-head gx-s1" fill="${SERIES[1]}" stroke="#ffffff"`),
    label(3, y + 22, index(domain[0]), { color: FAINT }),
    label(WIDTH - 3, y + 22, index(domain[1]), { anchor: 'end', color: FAINT }),
    ...ends[0].map((line, k) => label(3, y + 38 + k * 15, line, { color: INK })),
    ...ends[1].map((line, k) => label(WIDTH - 3, y + 38 + k * 15, line, { anchor: 'end', color: INK })),
  ]
  return chart(
    y + 40 + rows * 15,
    `${title}: ${index(value)}. ${index(domain[0])}: ${low}. ${index(domain[1])}: ${high}.`,
    parts,
    lang,
  )
}
