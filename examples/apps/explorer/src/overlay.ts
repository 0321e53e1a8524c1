import type { TieChange } from 'guanxi/view'
import type Sigma from 'sigma'
import { heads, strokesOf } from './lines.ts'
import type { DrawnEdge, DrawnNode } from './protocol.ts'

type Point = readonly [x: number, y: number]
/** A line by the share of its way. */
type Arc = (share: number) => Point

/** As thin as sigma draws lines, in pixels. */
export const LEAST_WIDTH = 1.5
/** How near to a tie a click has to be, in pixels. */
const NEAR = 8
/** Parts of a bent line. */
const STEPS = 32

/** What a change looks like without colour. */
export const changeMarks: Readonly<Record<TieChange, string>> = {
  grew: '▲',
  shrank: '▼',
  appeared: '+',
  vanished: '×',
  same: '',
}

/**
 * What sigma's own programs do not draw: dashed and dotted ties, the marks of changes, and areas around groups.
 * Two canvases of sigma's stack, one below the ties and one between ties and actors.
 */
export class Overlay {
  /** Whether areas are drawn around the actors of each group. */
  areas = false
  /** Whether ties are drawn in their strokes, marked and found: not on networks of thousands. */
  ties = true
  readonly #sigma: Sigma<DrawnNode, DrawnEdge>
  readonly #below: CanvasRenderingContext2D
  readonly #above: CanvasRenderingContext2D

  constructor(sigma: Sigma<DrawnNode, DrawnEdge>, paper: () => string) {
    this.#sigma = sigma
    // Sigma's types leave out that a context may say where it stands, as a canvas may.
    const below = (layer: string) => ({ beforeLayer: layer }) as object
    sigma.createCanvasContext('areas', below('edges'))
    sigma.createCanvasContext('marks', below('nodes'))
    const { areas, marks } = sigma.getCanvases()
    this.#below = areas!.getContext('2d')!
    this.#above = marks!.getContext('2d')!
    // New canvases get their size with the next resize, which comes with the first drawing.
    sigma.resize(true)
    sigma.on('afterRender', () => this.#draw(paper()))
  }

  #draw(paper: string): void {
    const { width, height } = this.#sigma.getDimensions()
    for (const context of [this.#below, this.#above]) context.clearRect(0, 0, width, height)
    if (this.areas) this.#drawAreas()
    if (this.ties) this.#drawTies(paper)
  }

  /** The tie that is nearest to a point of the canvas, if it is as near as a finger can aim. */
  tieAt({ x, y }: { readonly x: number; readonly y: number }): string | null {
    if (!this.ties) return null
    let nearest: string | null = null
    let least = NEAR
    this.#forEachTie((id, _, arc) => {
      for (let k = 0; k <= STEPS; k++) {
        const [ax, ay] = arc(k / STEPS)
        const [bx, by] = arc(Math.min(1, (k + 0.5) / STEPS))
        const distance = Math.min(Math.hypot(ax - x, ay - y), Math.hypot(bx - x, by - y))
        if (distance >= least) continue
        least = distance
        nearest = id
      }
    })
    return nearest
  }

  #forEachTie(visit: (id: string, edge: DrawnEdge, arc: Arc, radius: number) => void): void {
    const sigma = this.#sigma
    const graph = sigma.getGraph()
    const at = ({ x, y }: DrawnNode): Point => {
      const point = sigma.graphToViewport({ x, y })
      return [point.x, point.y]
    }
    graph.forEachEdge((id, edge, _source, _target, from, to) => {
      visit(id, edge, arcOf(at(from), at(to), -edge.curvature), sigma.scaleSize(to.radius))
    })
  }

  #drawTies(paper: string): void {
    const scale = this.#sigma.scaleSize(1)
    this.#forEachTie((id, edge, arc, radius) => {
      // What is not chosen has stepped back, and has nothing to say.
      const color = this.#sigma.getEdgeDisplayData(id)?.color ?? edge.color
      if (edge.dash !== 'solid') this.#stroke(arc, { ...edge, color }, scale, radius)
      if (edge.change !== null && color === edge.color)
        this.#mark(changeMarks[edge.change], arc(0.5), color, paper, scale)
    })
  }

  #stroke(arc: Arc, { dash, size, type, color }: DrawnEdge, scale: number, radius: number): void {
    const context = this.#above
    const width = Math.max(LEAST_WIDTH, size * scale)
    const head = heads[type.split('-')[1] as keyof typeof heads]
    const [tip, base] = [arcEnd(arc, radius), arcEnd(arc, radius + width * head.lengthToThicknessRatio)]
    context.strokeStyle = color
    context.lineWidth = width
    context.lineCap = dash === 'dotted' ? 'round' : 'butt'
    context.setLineDash(strokesOf(dash, width))
    context.beginPath()
    for (let k = 0; k <= STEPS; k++) context.lineTo(...arc((k / STEPS) * base))
    context.stroke()
    context.setLineDash([])
    const [[ax, ay], [bx, by]] = [arc(base), arc(tip)]
    const length = Math.hypot(bx - ax, by - ay)
    const half = (width * head.widenessToThicknessRatio) / 2 / Math.max(length, 1e-9)
    context.fillStyle = color
    context.beginPath()
    context.moveTo(bx, by)
    context.lineTo(ax - half * (by - ay), ay + half * (bx - ax))
    context.lineTo(ax + half * (by - ay), ay - half * (bx - ax))
    context.fill()
  }

  #mark(mark: string, [x, y]: Point, color: string, paper: string, scale: number): void {
    const context = this.#above
    context.font = `bold ${Math.min(Math.max(14 * scale, 10), 18)}px system-ui, sans-serif`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.lineJoin = 'round'
    context.lineWidth = 4
    context.strokeStyle = paper
    context.strokeText(mark, x, y)
    context.fillStyle = color
    context.fillText(mark, x, y)
  }

  #drawAreas(): void {
    const sigma = this.#sigma
    const graph = sigma.getGraph()
    const context = this.#below
    const groups = new Map<string, { color: string; count: number; rim: Point[] }>()
    graph.forEachNode((_, node) => {
      const area = groups.get(node.group) ?? { color: node.color, count: 0, rim: [] }
      groups.set(node.group, area)
      const { x, y } = sigma.graphToViewport(node)
      const reach = sigma.scaleSize(1.6 * node.radius + 8)
      area.count++
      for (let k = 0; k < 16; k++)
        area.rim.push([x + reach * Math.cos((k * Math.PI) / 8), y + reach * Math.sin((k * Math.PI) / 8)])
    })
    for (const { color, count, rim } of groups.values()) {
      // Who is alone in its group has no area: its own mark says all.
      if (count < 2) continue
      context.beginPath()
      for (const [x, y] of hull(rim)) context.lineTo(x, y)
      context.closePath()
      context.fillStyle = color
      context.globalAlpha = 0.18
      context.fill()
      context.globalAlpha = 0.7
      context.lineWidth = 1.5
      context.strokeStyle = color
      context.stroke()
    }
    context.globalAlpha = 1
  }
}

/** A tie's line from middle to middle, by a share of the way; `y` downwards, as the view bends it. */
function arcOf([ax, ay]: Point, [bx, by]: Point, curvature: number): Arc {
  const [cx, cy] = [(ax + bx) / 2 - curvature * (by - ay), (ay + by) / 2 + curvature * (bx - ax)]
  const along = (a: number, c: number, b: number, t: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * c + t * t * b
  return t => [along(ax, cx, bx, t), along(ay, cy, by, t)]
}

/** The share of the way at which a tie comes so near to the middle of its target, by bisection. */
function arcEnd(arc: Arc, distance: number): number {
  const [bx, by] = arc(1)
  let [low, high] = [0, 1]
  for (let k = 0; k < 12; k++) {
    const middle = (low + high) / 2
    const [x, y] = arc(middle)
    if (Math.hypot(x - bx, y - by) > distance) low = middle
    else high = middle
  }
  return low
}

/** The convex hull, by Andrew's monotone chain. */
export function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort(([ax, ay], [bx, by]) => ax - bx || ay - by)
  const half = (from: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of from) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
