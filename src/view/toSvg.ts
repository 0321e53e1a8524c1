import { checkOptions, flag } from '../model/options.ts'
import { curveBetween, type Point, pointAt, trim } from './arcs.ts'
import { dashArray } from './dashArray.ts'
import { escapeText } from './escapeText.ts'
import { type Palette, paletteOf } from './palette.ts'
import { fixed, shapeElement } from './shapePath.ts'
import { FONT, LINE, textWidth, wrapText } from './textBox.ts'
import type { ComparedView, Dash, DifferenceEdge, LegendEntry, NetworkView, TieChange, ViewEdge } from './types.ts'

/** Options of `toSvg`. */
export interface SvgOptions {
  /** Whether the legend stands below the picture. @defaultValue true */
  readonly legend?: boolean | undefined
  /** Whether the title stands above the picture. @defaultValue false for one view, true for several */
  readonly title?: boolean | undefined
}

/** Fonts that hold Chinese on each system, before the general ones. */
export const FONTS =
  "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Hiragino Sans GB', system-ui, sans-serif"

const SMALL = 13
const PAD = 12

/**
 * SVG text of a view; of several views side by side, for small multiples; or of a comparison: before, after, change.
 *
 * Each direction of a tie is an arc with its own width and arrowhead, and its `<title>` says it in words. The picture has
 * `role="img"` and is described by `aria-label`. All texts of the user are escaped; there is no script, no style sheet and
 * nothing from outside, so that the text can stand in a page with a strict Content-Security-Policy or in a file.
 *
 * @param view - what `networkView` or `compareView` gave.
 * @returns one `<svg>` element with a `viewBox` and its size in pixels.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { networkView, toSvg } from 'guanxi/view'
 *
 * toSvg(networkView(xCommunity())).startsWith('<svg') // => true
 * ```
 */
export function toSvg(view: NetworkView | ComparedView | readonly NetworkView[], options: SvgOptions = {}): string {
  checkOptions('toSvg', options, { legend: flag, title: flag })
  const views: readonly NetworkView[] = Array.isArray(view)
    ? view
    : (view as ComparedView).kind === 'compared-view'
      ? [(view as ComparedView).before, (view as ComparedView).after, (view as ComparedView).difference]
      : [view as NetworkView]
  const first = views[0]
  const palette = paletteOf(first?.theme ?? 'light')
  const { title = views.length > 1, legend = true } = options
  const prefix = `gx${hash(JSON.stringify(views))}`
  const panels = views.map(one => panel(one, paletteOf(one.theme), prefix, title, legend))
  const height = Math.max(40, ...panels.map(({ height }) => height))
  let width = 0
  const placed = panels.map(one => {
    const moved = `<g transform="translate(${fixed(width)} 0)">${one.body}</g>`
    width += one.width
    return moved
  })
  width = Math.max(40, width)
  const heads = new Map(panels.flatMap(one => [...one.heads]))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${fixed(width)} ${fixed(height)}" width="${fixed(width)}" height="${fixed(height)}"`,
    ` role="img" aria-label="${escapeText(views.map(({ description }) => description).join(' '))}"`,
    ` lang="${first?.lang === 'zh' ? 'zh-Hans' : 'en'}" font-family="${escapeText(FONTS)}" font-size="${FONT}">`,
    heads.size > 0 ? `<defs>${[...heads.values()].join('')}</defs>` : '',
    `<rect class="gx-ground" width="100%" height="100%" fill="${palette.paper}"/>`,
    ...placed,
    '</svg>',
  ].join('')
}

interface Panel {
  readonly width: number
  readonly height: number
  readonly body: string
  readonly heads: Map<string, string>
}

function panel(view: NetworkView, palette: Palette, prefix: string, title: boolean, legend: boolean): Panel {
  const places = new Map(view.nodes.map(node => [node.id, node]))
  const bounds = new Bounds()
  for (const { x, y, size, labelBox } of view.nodes) {
    bounds.add(x - 1.3 * size, y - 1.45 * size)
    bounds.add(x + 1.3 * size, y + 1.3 * size)
    if (labelBox) {
      bounds.add(labelBox.x, labelBox.y)
      bounds.add(labelBox.x + labelBox.width, labelBox.y + labelBox.height)
    }
  }
  const heads = new Map<string, string>()
  // Strong ties are drawn last, so that weak ones do not cross them out.
  const arcs = [...view.edges]
    .sort((a, b) => a.width - b.width)
    .flatMap(edge => {
      const from = places.get(edge.source)
      const to = places.get(edge.target)
      if (!from || !to) return []
      const whole = curveBetween(from, to, edge.curvature)
      const head = headLength(edge.width)
      const curve = trim(whole, from.size * 1.12 + 2, to.size * 1.12 + 3 + head)
      for (const t of [0.25, 0.5, 0.75]) {
        const { x, y } = pointAt(curve, t)
        bounds.add(x - edge.width / 2 - 3, y - edge.width / 2 - 3)
        bounds.add(x + edge.width / 2 + 3, y + edge.width / 2 + 3)
      }
      const name = colorClass(edge)
      const id = `${prefix}-${edge.color.slice(1)}-${Math.round(head * 2)}`
      if (!heads.has(id)) heads.set(id, arrowhead(id, head, edge.color, name))
      const [a, b, c] = curve
      const line = `<path class="gx-line gx-${name}" d="M${fixed(a.x)} ${fixed(a.y)}Q${fixed(b.x)} ${fixed(b.y)} ${fixed(c.x)} ${fixed(c.y)}" fill="none" stroke="${edge.color}" stroke-width="${edge.width}"${dashes(edge.dash, edge.width)} marker-end="url(#${id})"/>`
      const change = (edge as Partial<DifferenceEdge>).change
      const mark = change ? changeMark(change, pointAt(curve, 0.5), edge.color, name, palette) : ''
      return [`<g class="gx-tie"><title>${escapeText(edge.title)}</title>${line}${mark}</g>`]
    })
  const shapes = view.nodes.map(
    ({ label, kindLabel, shape, color, x, y, size }) =>
      `<g class="gx-actor"><title>${escapeText(label === kindLabel ? label : `${label} (${kindLabel})`)}</title>${shapeElement(shape, x, y, size, `fill="${color}" stroke="${view.theme === 'dark' ? palette.paper : '#333333'}" stroke-width="1.2"`)}</g>`,
  )
  const labels = view.nodes.flatMap(({ labelBox: box }) => {
    if (!box) return []
    const x = box.anchor === 'start' ? box.x : box.anchor === 'end' ? box.x + box.width : box.x + box.width / 2
    return box.lines.map(
      (line, k) =>
        `<text class="gx-ink gx-halo" x="${fixed(x)}" y="${fixed(box.y + k * LINE + FONT * 0.88)}" text-anchor="${box.anchor}" fill="${palette.ink}" stroke="${palette.paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escapeText(line)}</text>`,
    )
  })
  if (view.nodes.length === 0) bounds.add(0, 0)
  const inner = bounds.right - bounds.left
  const rows = legend ? legendRows(view.legend, Math.max(inner, 280)) : []
  const titleLines = title ? wrapText(view.title, Math.max(inner, 280), 2, FONT) : []
  const width = Math.max(inner, ...rows.map(row => row.width), ...titleLines.map(line => textWidth(line))) + 2 * PAD
  const top = PAD + titleLines.length * 20 + (titleLines.length > 0 ? 6 : 0)
  const shiftX = (width - inner) / 2 - bounds.left
  const shiftY = top - bounds.top
  const legendTop = top + (bounds.bottom - bounds.top) + (rows.length > 0 ? 14 : 0)
  const body = [
    ...titleLines.map(
      (line, k) =>
        `<text class="gx-ink" x="${fixed(width / 2)}" y="${fixed(PAD + 12 + k * 20)}" text-anchor="middle" font-weight="600" fill="${palette.ink}">${escapeText(line)}</text>`,
    ),
    `<g transform="translate(${fixed(shiftX)} ${fixed(shiftY)})">${arcs.join('')}${shapes.join('')}${labels.join('')}</g>`,
    ...rows.map((row, k) => legendRow(row, (width - row.width) / 2, legendTop + k * 20, palette)),
  ].join('')
  return { width, height: legendTop + rows.length * 20 + PAD, body, heads }
}

class Bounds {
  left = Infinity
  right = -Infinity
  top = Infinity
  bottom = -Infinity

  add(x: number, y: number): void {
    this.left = Math.min(this.left, x)
    this.right = Math.max(this.right, x)
    this.top = Math.min(this.top, y)
    this.bottom = Math.max(this.bottom, y)
  }
}

function headLength(width: number): number {
  return Math.round((5 + 1.5 * width) * 2) / 2
}

/** Name under which a page's style sheet can recolour the line. */
function colorClass(edge: ViewEdge): string {
  const change = (edge as Partial<DifferenceEdge>).change
  if (change) return change
  if (edge.value === null) return 'unknown'
  return edge.layer === 'power' || edge.layer === 'resources' || edge.layer === 'trust' ? edge.layer : 'own'
}

function arrowhead(id: string, length: number, color: string, name: string): string {
  const half = length * 0.42
  return `<marker id="${id}" viewBox="0 ${-half} ${length} ${2 * half}" markerWidth="${length}" markerHeight="${2 * half}" markerUnits="userSpaceOnUse" refX="0.5" refY="0" orient="auto"><path class="gx-head gx-${name}" d="M0 ${-half}L${length} 0L0 ${half}Z" fill="${color}"/></marker>`
}

function dashes(dash: Dash, width: number): string {
  const lengths = dashArray(dash, width)
  if (!lengths) return ''
  return ` stroke-dasharray="${lengths}"${dash === 'dotted' ? ' stroke-linecap="round"' : ''}`
}

/** Arrow up, arrow down, plus or cross in a disc: change can be read without colour. */
function changeMark(change: TieChange, { x, y }: Point, color: string, name: string, palette: Palette): string {
  const signs: Readonly<Record<TieChange, string>> = {
    grew: 'M0-4L4 3H-4Z',
    shrank: 'M0 4L4-3H-4Z',
    appeared: 'M-4 0H4M0-4V4',
    vanished: 'M-3-3L3 3M3-3L-3 3',
    same: '',
  }
  if (!signs[change]) return ''
  return `<g transform="translate(${fixed(x)} ${fixed(y)})"><circle class="gx-disc gx-line gx-${name}" r="8" fill="${palette.paper}" stroke="${color}" stroke-width="1.2"/><path class="gx-line gx-head gx-${name}" d="${signs[change]}" fill="${color}" stroke="${color}" stroke-width="1.6"/></g>`
}

interface Row {
  readonly entries: readonly { readonly entry: LegendEntry; readonly x: number }[]
  readonly width: number
}

function legendRows(legend: readonly LegendEntry[], width: number): Row[] {
  const rows: Row[] = []
  let entries: { entry: LegendEntry; x: number }[] = []
  let x = 0
  const push = () => {
    if (entries.length > 0) rows.push({ entries, width: x - 16 })
    entries = []
    x = 0
  }
  for (const entry of legend) {
    const pieces =
      entry.mark === 'note' ? wrapText(entry.label, width, 3, SMALL).map(label => ({ ...entry, label })) : [entry]
    for (const piece of pieces) {
      const own = markWidth(piece) + textWidth(piece.label, SMALL) + 16
      if (x > 0 && x + own - 16 > width) push()
      entries.push({ entry: piece, x })
      x += own
    }
  }
  push()
  return rows
}

function markWidth({ mark, change }: LegendEntry): number {
  return mark === 'line' ? (change ? 42 : 36) : mark === 'shape' ? 20 : 0
}

function legendRow(row: Row, left: number, top: number, palette: Palette): string {
  return row.entries
    .map(({ entry, x }) => {
      const at = left + x
      const middle = top + 8
      const { color = palette.ink, width = 2, dash = 'solid', shape = 'circle', change } = entry
      const name = change ?? (Object.keys(palette.layers).find(layer => palette.layers[layer] === color) || 'own')
      const mark =
        entry.mark === 'line'
          ? `<path class="gx-line gx-${color === palette.faint ? 'unknown' : name}" d="M${fixed(at)} ${fixed(middle)}h${change ? 36 : 30}" stroke="${color}" stroke-width="${width}"${dashes(dash, width)}/>${change ? changeMark(change, { x: at + 18, y: middle }, color, change, palette) : ''}`
          : entry.mark === 'shape'
            ? shapeElement(shape, at + 7, middle, 6, `fill="${color}" stroke="#333333"`)
            : ''
      return `${mark}<text class="gx-faint" x="${fixed(at + markWidth(entry))}" y="${fixed(top + 12)}" font-size="${SMALL}" fill="${palette.faint}">${escapeText(entry.label)}</text>`
    })
    .join('')
}

/** FNV-1a in base 36: ids of arrowheads that do not clash when several pictures stand in one page. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value >>> 0).toString(36)
}
