import type { Dash } from './types.ts'

/** Lengths of strokes and gaps for a line of a width; dots are strokes without length and want round caps. `null` for a solid line. */
export function dashArray(dash: Dash, width: number): string | null {
  const tenth = (length: number) => Math.round(10 * length) / 10
  if (dash === 'solid') return null
  return dash === 'dashed' ? `${tenth(2 * width + 4)} ${tenth(width + 3)}` : `0.1 ${tenth(1.6 * width + 2)}`
}
