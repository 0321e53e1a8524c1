import { scaleLinear } from 'd3-scale'
import { quantile } from '../../kernel/quantile.ts'
import type { Lang } from '../../model/labels.ts'
import { escapeText } from '../../view/escapeText.ts'
import { fixed } from '../../view/shapePath.ts'
import { wrapText } from '../../view/textBox.ts'
import { numbers } from '../numbers.ts'
import { chart, extent, FAINT, heading, INK, label, rule, SMALL, seriesColor, spacedTicks, WIDTH } from './frame.ts'

export interface Distribution {
  readonly label: string
  /** Ascending; empty where the outcome is not defined. */
  readonly sorted: ArrayLike<number>
  readonly median: number | null
  readonly interval: readonly [number, number] | null
}

/** Dots of a distribution: each stands for a twentieth of the draws. */
const DOTS = 20
const ROW = 46
const LABEL = 92

/**
 * Distributions, a row each: twenty dots at evenly spaced quantiles, stacked where they fall together, so that chances can be
 * counted; below them the interval with the median as a tick.
 *
 * Source: quantile dot plots, Kay, Kola, Hullman & Munson 2016, CHI '16, 5092–5103, doi 10.1145/2858036.2858558.
 */
export function quantileDots(options: {
  readonly title: string
  readonly note: string
  readonly rows: readonly Distribution[]
  readonly lang: Lang
}): string {
  const { title, note, rows, lang } = options
  const { index } = numbers(lang)
  const head = heading(title, note)
  const top = head.height
  const bottom = top + rows.length * ROW
  const x = scaleLinear(
    extent(
      rows.flatMap(({ sorted, interval }) => [
        sorted[0] ?? null,
        sorted[sorted.length - 1] ?? null,
        ...(interval ?? []),
      ]),
    ),
    [LABEL + 14, WIDTH - 88],
  ).nice(4)
  const ticks = spacedTicks(x, index).map(
    tick =>
      rule(x(tick), top, x(tick), bottom) +
      label(x(tick), bottom + 15, index(tick), { anchor: 'middle', color: FAINT }),
  )
  const drawn = rows.map(({ label: name, sorted, median, interval }, r) => {
    const base = top + (r + 1) * ROW - 13
    const k = r % 8
    const color = seriesColor(r)
    const lines = wrapText(name, LABEL, 2, SMALL)
    const said = interval ? `${index(interval[0])} – ${index(interval[1])}` : ''
    return [
      `<g><title>${escapeText(`${name}: ${index(median)}${said ? ` [${said}]` : ''}`)}</title>`,
      `<rect x="0" y="${fixed(base + 13 - ROW)}" width="${WIDTH}" height="${ROW}" fill="none" pointer-events="all"/>`,
      ...lines.map((line, i) =>
        label(LABEL + 2, base - 6 + (i - (lines.length - 1) / 2) * 14, line, { anchor: 'end' }),
      ),
      ...stacked(sorted, x).map(
        ({ at, height, radius }) =>
          `<circle class="gx-head gx-s${k}" cx="${fixed(at)}" cy="${fixed(base - 2 - radius - height)}" r="${fixed(radius * 0.92)}" fill="${color}"/>`,
      ),
      interval
        ? `<path class="gx-line gx-s${k}" d="M${fixed(x(interval[0]))} ${fixed(base + 4)}H${fixed(x(interval[1]))}" stroke="${color}" stroke-width="2.5"/>`
        : '',
      median === null
        ? ''
        : `<path class="gx-mark" d="M${fixed(x(median))} ${fixed(base)}v9" stroke="${INK}" stroke-width="2"/>`,
      label(WIDTH, base - 9, index(median), { anchor: 'end', weight: 600 }),
      label(WIDTH, base + 5, said, { anchor: 'end', color: FAINT }),
      '</g>',
    ].join('')
  })
  return chart(
    bottom + 22,
    `${title}: ${rows.map(({ label: name, median, interval }) => `${name} ${index(median)}${interval ? ` (${index(interval[0])} – ${index(interval[1])})` : ''}`).join('; ')}`,
    [head.svg, ...ticks, ...drawn],
    lang,
  )
}

/** Places of the dots: the largest radius at which no stack grows out of its row. */
function stacked(
  sorted: ArrayLike<number>,
  x: (value: number) => number,
): { at: number; height: number; radius: number }[] {
  if (sorted.length === 0) return []
  const places = Array.from({ length: DOTS }, (_, i) => x(quantile(sorted, (i + 0.5) / DOTS)))
  for (let radius = 4; ; radius -= 0.25) {
    const stacks: { first: number; places: number[] }[] = []
    for (const place of places) {
      const last = stacks.at(-1)
      if (last && place - last.first < 2 * radius) last.places.push(place)
      else stacks.push({ first: place, places: [place] })
    }
    const most = Math.max(...stacks.map(stack => stack.places.length))
    if (most * 2 * radius > ROW - 16 && radius > 0.75) continue
    return stacks.flatMap(stack => {
      const at = stack.places.reduce((sum, place) => sum + place, 0) / stack.places.length
      return stack.places.map((_, i) => ({ at, height: i * 2 * radius, radius }))
    })
  }
}
