import type { Shape } from './types.ts'

const corners: Readonly<Record<Exclude<Shape, 'circle'>, readonly [number, number, number]>> = {
  // Number of corners, turn in degrees, and the factor that gives all shapes about a circle's area.
  square: [4, 45, 1.25],
  diamond: [4, 0, 1.25],
  triangle: [3, -90, 1.45],
  pentagon: [5, -90, 1.15],
  hexagon: [6, 0, 1.1],
}

/** The outline of a shape of about a circle's area, as SVG. */
export function shapeElement(shape: Shape, x: number, y: number, size: number, attributes: string): string {
  if (shape === 'circle') return `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${fixed(size)}" ${attributes}/>`
  const [count, turn, factor] = corners[shape]
  const points = Array.from({ length: count }, (_, k) => {
    const angle = ((turn + (360 * k) / count) * Math.PI) / 180
    return `${fixed(x + factor * size * Math.cos(angle))},${fixed(y + factor * size * Math.sin(angle))}`
  })
  return `<polygon points="${points.join(' ')}" ${attributes}/>`
}

/** A length in SVG, to a tenth of a pixel. */
export function fixed(value: number): string {
  return String(Math.round(value * 10) / 10 || 0)
}
