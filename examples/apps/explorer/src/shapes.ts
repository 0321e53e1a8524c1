import type { ViewNode } from 'guanxi/view'

type Shape = ViewNode['shape']

interface Polygon {
  /** 0 is a circle. */
  readonly sides: number
  /** Where its first corner is, in turns from the right, upwards. */
  readonly turn: number
}

const polygons: Readonly<Record<Shape, Polygon>> = {
  circle: { sides: 0, turn: 0 },
  square: { sides: 4, turn: 1 / 8 },
  diamond: { sides: 4, turn: 0 },
  triangle: { sides: 3, turn: 1 / 4 },
  pentagon: { sides: 5, turn: 1 / 4 },
  hexagon: { sides: 6, turn: 0 },
}

/** How a shape is cut out: its corners lie `reach` radii from the middle, which gives it the area of a disc. */
export function polygonOf(shape: string): Polygon & { readonly reach: number } {
  const { sides, turn } = polygons[shape as Shape] ?? polygons.circle
  return { sides, turn, reach: sides === 0 ? 1 : Math.sqrt((2 * Math.PI) / (sides * Math.sin((2 * Math.PI) / sides))) }
}

/** A shape as SVG, for the legend. */
export function shapeMark(shape: string, radius: number, attributes: string): string {
  const { sides, turn, reach } = polygonOf(shape)
  if (sides === 0) return `<circle r="${radius}" ${attributes}/>`
  const points = Array.from({ length: sides }, (_, k) => {
    const angle = 2 * Math.PI * (turn + k / sides)
    return [Math.cos(angle), -Math.sin(angle)].map(part => (part * reach * radius).toFixed(1)).join()
  })
  return `<polygon points="${points.join(' ')}" ${attributes}/>`
}
