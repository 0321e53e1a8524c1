import { escapeText } from '../../view/escapeText.ts'
import { fixed } from '../../view/shapePath.ts'
import { textWidth, wrapText } from '../../view/textBox.ts'
import { FONTS } from '../../view/toSvg.ts'
import type { Shape } from '../../view/types.ts'

/** All charts are drawn for a phone's width and stand side by side on wider screens. */
export const WIDTH = 360
export const SMALL = 12

export const INK = '#1f2933'
export const FAINT = '#5f6873'
export const RULE = '#d5dae0'

/** Ground of the pictures, and outline of marks on it. */
export const PAPER = '#ffffff'

/** Colours of series, Okabe & Ito 2008; beside the colour every series has its own line and mark. */
export const SERIES = ['#4d4d4d', '#0072b2', '#c14f00', '#00805d', '#9b3d82', '#8a6d00', '#3d7aa3', '#882255'] as const
export const DASHES = ['2 3', '', '8 4', '2 4 8 4', '12 3', '5 2 1 2', '4 2', '1 4'] as const

export const marks: readonly Shape[] = ['circle', 'square', 'triangle', 'diamond', 'pentagon', 'hexagon']

export function seriesColor(k: number): string {
  return SERIES[k % SERIES.length]!
}

/** The `<svg>` around a chart; `description` says in words what it shows. */
export function chart(height: number, description: string, parts: readonly string[], lang: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${fixed(height)}" width="${WIDTH}" height="${fixed(height)}" role="img" aria-label="${escapeText(description)}" lang="${lang === 'zh' ? 'zh-Hans' : 'en'}" font-family="${escapeText(FONTS)}" font-size="${SMALL}"><rect class="gx-ground" width="100%" height="100%" fill="${PAPER}"/>${parts.join('')}</svg>`
}

export interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly color?: string
  readonly name?: string
  readonly weight?: number
  readonly size?: number
}

export function label(x: number, y: number, text: string, style: TextStyle = {}): string {
  const { anchor = 'start', color = INK, name = color === FAINT ? 'gx-faint' : 'gx-ink', weight, size } = style
  return `<text class="${name}" x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}" fill="${color}"${weight ? ` font-weight="${weight}"` : ''}${size ? ` font-size="${size}"` : ''}>${escapeText(text)}</text>`
}

/** Title and note above a chart, each on as many lines as it needs; `height` is where the chart may begin. */
export function heading(title: string, note: string): { svg: string; height: number } {
  const titles = wrapText(title, WIDTH, 2, SMALL * 1.06)
  const notes = note === '' ? [] : wrapText(note, WIDTH, 3, SMALL)
  const svg = [
    ...titles.map((line, k) => label(0, 14 + k * 16, line, { weight: 600 })),
    ...notes.map((line, k) => label(0, 15 + titles.length * 16 + k * 15, line, { color: FAINT })),
  ].join('')
  return { svg, height: 12 + titles.length * 16 + notes.length * 15 }
}

export function rule(x1: number, y1: number, x2: number, y2: number, color: string = RULE, dash = ''): string {
  return `<path class="${color === RULE ? 'gx-rule' : 'gx-axis'}" d="M${fixed(x1)} ${fixed(y1)}L${fixed(x2)} ${fixed(y2)}" stroke="${color}" fill="none"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`
}

/** A text cut to a width with an ellipsis. */
export function cut(text: string, width: number): string {
  if (textWidth(text, SMALL) <= width) return text
  let kept = text
  while (kept && textWidth(`${kept}…`, SMALL) > width) kept = [...kept].slice(0, -1).join('')
  return `${kept.trimEnd()}…`
}

/** Heights for labels that stand at least `gap` apart, as near to their wishes as order allows. */
export function spreadLabels(wishes: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[a]! - wishes[b]! || a - b)
  const places = [...wishes]
  let last = low - gap
  for (const i of order) {
    places[i] = Math.max(wishes[i]!, last + gap)
    last = places[i]!
  }
  let next = high + gap
  for (const i of order.reverse()) {
    places[i] = Math.min(places[i]!, next - gap)
    next = places[i]!
  }
  return places
}

/** Ticks of an axis from left to right, as many as their labels leave room for, four at most. */
export function spacedTicks(
  x: { (value: number): number; ticks(count: number): number[] },
  format: (value: number) => string,
): number[] {
  const fits = (ticks: readonly number[]) =>
    ticks.every(
      (tick, i) =>
        i === 0 ||
        x(tick) - x(ticks[i - 1]!) > 6 + (textWidth(format(tick), SMALL) + textWidth(format(ticks[i - 1]!), SMALL)) / 2,
    )
  return [4, 3, 2, 1].map(count => x.ticks(count)).find(fits) ?? x.ticks(1).slice(0, 1)
}

/** Ends of an axis that hold all values and zero. */
export function extent(values: readonly (number | null)[]): [number, number] {
  const known = values.filter(value => value !== null)
  const low = Math.min(0, ...known)
  const high = Math.max(0, ...known)
  return low === high ? [0, 1] : [low, high]
}
