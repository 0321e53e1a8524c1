import { scaleLinear } from 'd3-scale'
import type { Lang } from '../../model/labels.ts'
import { escapeText } from '../../view/escapeText.ts'
import { fixed, shapeElement } from '../../view/shapePath.ts'
import { textWidth } from '../../view/textBox.ts'
import { numbers } from '../numbers.ts'
import { chart, FAINT, heading, label, rule, SMALL, seriesColor, spacedTicks, WIDTH } from './frame.ts'

export interface FrontPoint {
  /** A letter beside the point; empty for none. */
  readonly label: string
  readonly x: number
  readonly y: number
  readonly role: 'best' | 'front' | 'baseline'
  /** What it is, in words. */
  readonly tip: string
}

const looks = {
  best: ['diamond', 7, 2],
  front: ['circle', 4.5, 1],
  baseline: ['square', 5, 0],
} as const

/** The front: points that no other beats on both axes, the best among them, and the baseline. */
export function frontChart(options: {
  readonly title: string
  readonly note: string
  readonly xLabel: string
  readonly yLabel: string
  readonly points: readonly FrontPoint[]
  readonly roles: Readonly<Record<FrontPoint['role'], string>>
  readonly lang: Lang
}): string {
  const { title, note, xLabel, yLabel, points, roles, lang } = options
  const { index } = numbers(lang)
  const head = heading(title, note)
  const top = head.height + 30
  const bottom = top + 230
  const [left, right] = [40, WIDTH - 14]
  const x = scaleLinear(ends(points.map(point => point.x)), [left, right]).nice(4)
  const y = scaleLinear(ends(points.map(point => point.y)), [bottom, top]).nice(4)
  const front = points.filter(({ role }) => role !== 'baseline').sort((a, b) => a.x - b.x || b.y - a.y)
  let at = 0
  const legend = (['best', 'front', 'baseline'] as const)
    .filter(role => points.some(point => point.role === role))
    .map(role => {
      const [shape, size, k] = looks[role]
      const entry =
        shapeElement(shape, at + 7, bottom + 52, size, `class="gx-head gx-s${k}" fill="${seriesColor(k)}"`) +
        label(at + 18, bottom + 56, roles[role])
      at += 34 + textWidth(roles[role], SMALL)
      return entry
    })
  const parts = [
    head.svg,
    label(0, top - 12, `↑ ${yLabel}`, { color: FAINT }),
    ...y
      .ticks(4)
      .map(
        tick =>
          rule(left, y(tick), right, y(tick)) +
          label(left - 6, y(tick) + 4, index(tick), { anchor: 'end', color: FAINT }),
      ),
    ...spacedTicks(x, index).map(
      tick =>
        rule(x(tick), bottom, x(tick), bottom + 4) +
        label(x(tick), bottom + 17, index(tick), { anchor: 'middle', color: FAINT }),
    ),
    label(right, bottom + 33, `${xLabel} →`, { anchor: 'end', color: FAINT }),
    `<path class="gx-axis" d="M${front.map(point => `${fixed(x(point.x))} ${fixed(y(point.y))}`).join('L')}" fill="none" stroke="${FAINT}" stroke-dasharray="2 3"/>`,
    ...points.map(point => {
      const [shape, size, k] = looks[point.role]
      return `<g><title>${escapeText(point.tip)}</title>${shapeElement(shape, x(point.x), y(point.y), size, `class="gx-head gx-s${k}" fill="${seriesColor(k)}"`)}</g>`
    }),
    ...letters(points.map(point => ({ text: point.label, x: x(point.x), y: y(point.y), size: looks[point.role][1] }))),
    ...legend,
  ]
  return chart(bottom + 66, `${title}: ${points.map(({ tip }) => tip.replace(/\n/g, ', ')).join('; ')}`, parts, lang)
}

/** Letters beside their points, where one of eight places is free of points and of letters. */
function letters(points: readonly { text: string; x: number; y: number; size: number }[]): string[] {
  const taken: { x: number; y: number; wide: number; high: number }[] = points.map(({ x, y, size }) => ({
    x,
    y,
    wide: size,
    high: size,
  }))
  return points.flatMap(({ text, x, y, size }, i) => {
    if (text === '') return []
    const wide = textWidth(text, SMALL) / 2
    const places = [8, 13].flatMap(gap =>
      [-45, -90, 0, -135, 45, 90, 180, 135].map(angle => ({
        x: x + (size / 2 + gap) * Math.cos((angle * Math.PI) / 180),
        y: y + (size / 2 + gap) * Math.sin((angle * Math.PI) / 180),
      })),
    )
    const free = places.find(place =>
      taken.every(
        (other, k) =>
          k === i || Math.abs(other.x - place.x) > other.wide + wide || Math.abs(other.y - place.y) > other.high + 6,
      ),
    )
    if (!free) return []
    taken.push({ ...free, wide, high: 6 })
    return [label(free.x, free.y + 4, text, { anchor: 'middle' })]
  })
}

/** Ends of an axis around values, with some room; zero is no natural origin of a front. */
function ends(values: readonly number[]): [number, number] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const room = 0.06 * (high - low) || 0.05
  return [low - room, high + room]
}
