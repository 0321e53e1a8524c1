import type { Dash } from 'guanxi/view'

/** An arrowhead in proportion to its line. */
export interface Head {
  readonly lengthToThicknessRatio: number
  readonly widenessToThicknessRatio: number
}

/** Sigma's heads are in one proportion to their lines; these can be seen on thin lines, and do not swell on thick ones. */
export const heads = {
  thin: { lengthToThicknessRatio: 6, widenessToThicknessRatio: 4.6 },
  middling: { lengthToThicknessRatio: 4, widenessToThicknessRatio: 3.2 },
  thick: { lengthToThicknessRatio: 2.8, widenessToThicknessRatio: 2.4 },
} as const satisfies Record<string, Head>

export function headOf(width: number): keyof typeof heads {
  return width < 1.8 ? 'thin' : width < 3.5 ? 'middling' : 'thick'
}

/** Strokes and gaps of a line, as the view's own pictures have them; dots want round caps. */
export function strokesOf(dash: Dash, width: number): [stroke: number, gap: number] | [] {
  if (dash === 'solid') return []
  return dash === 'dashed' ? [2 * width + 4, width + 3] : [0.1, 1.6 * width + 2]
}
