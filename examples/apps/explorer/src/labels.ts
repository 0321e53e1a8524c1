import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering'
import type { DrawnEdge, DrawnNode } from './protocol.ts'

export interface LabelInk {
  readonly text: string
  readonly paper: string
}

type Draw = NodeLabelDrawingFunction<DrawnNode, DrawnEdge>

const FONT = 14
const LINE = 17
/** Where the boxes are smaller than this, only those are labelled that have room for readable letters. */
const LEAST = 7.5
const family = "'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif"

/** Labels in the boxes of the view while these are large enough to read, else below actors where there is room. */
export function drawLabels(ink: () => LabelInk): { draw: Draw; clear: () => void } {
  let taken: { x: number; y: number; width: number; height: number }[] = []
  const draw: Draw = (context, data) => {
    const node = data as typeof data & DrawnNode
    const scale = data.size / node.radius
    const boxed = FONT * scale >= LEAST
    const font = boxed ? Math.min(Math.max(FONT * scale, 10.5), 20) : 12
    context.font = `${font}px ${family}`
    context.lineJoin = 'round'
    context.lineWidth = 3
    context.strokeStyle = ink().paper
    context.fillStyle = ink().text
    if (boxed) {
      context.textAlign = node.anchor === 'middle' ? 'center' : node.anchor
      const left = data.x + node.dx * scale
      // The view measures on the safe side: a label that is set narrower keeps to the side of its actor.
      const x =
        node.anchor === 'middle' ? data.x : node.anchor === 'start' ? left : data.x - data.size * 1.25 - 3 * scale
      node.lines.forEach((line, k) => {
        write(context, line, x, data.y + node.dy * scale + (k * LINE + FONT * 0.88) * scale)
      })
      return
    }
    const label = node.label.length > 24 ? `${node.label.slice(0, 23)}…` : node.label
    const width = context.measureText(label).width
    const box = { x: data.x - width / 2, y: data.y + data.size, width, height: font + 4 }
    if (
      taken.some(
        other =>
          box.x < other.x + other.width &&
          other.x < box.x + box.width &&
          box.y < other.y + other.height &&
          other.y < box.y + box.height,
      )
    )
      return
    taken.push(box)
    context.textAlign = 'center'
    write(context, label, data.x, box.y + font)
  }
  return {
    draw,
    clear: () => {
      taken = []
    },
  }
}

function write(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  context.strokeText(text, x, y)
  context.fillText(text, x, y)
}

/** A ring and the whole label around the actor under the pointer. */
export function drawHover(ink: () => LabelInk): NodeHoverDrawingFunction<DrawnNode, DrawnEdge> {
  return (context, data) => {
    context.beginPath()
    context.arc(data.x, data.y, 1.3 * data.size + 2, 0, 2 * Math.PI)
    context.lineWidth = 2
    context.strokeStyle = ink().text
    context.stroke()
    if (!data.label) return
    context.font = `14px ${family}`
    context.textAlign = 'start'
    const width = context.measureText(data.label).width
    const x = data.x + data.size + 8
    context.fillStyle = ink().paper
    context.fillRect(x - 4, data.y - 12, width + 8, 24)
    context.fillStyle = ink().text
    context.fillText(data.label, x, data.y + 5)
  }
}
