import type { Theme } from '../../view/types.ts'
import { FAINT, INK, PAPER, RULE, SERIES } from './frame.ts'

/** Series on dark ground, in the order of `SERIES`; a report's style sheet has the same for its pages. */
export const DARK_SERIES = [
  '#c3cad1',
  '#56b4e9',
  '#f0a13a',
  '#3fcf9f',
  '#e58ab8',
  '#d9c04a',
  '#8fc7ea',
  '#f0a3c4',
] as const

const themes: Readonly<Record<Theme, () => Readonly<Record<string, string>>>> = {
  light: () => ({}),
  dark: () => ({
    [INK]: '#e8ecf0',
    [FAINT]: '#a3adb8',
    [RULE]: '#39424c',
    [PAPER]: '#14191f',
    ...Object.fromEntries(SERIES.map((color, k) => [color, DARK_SERIES[k]!])),
  }),
  print: () => ({ [INK]: '#000000', [FAINT]: '#4a4a4a' }),
}

/** A chart, which is drawn in light colours, in those of another theme. */
export function inTheme(svg: string, theme: Theme): string {
  const colors = themes[theme]()
  return svg.replace(/(fill|stroke)="(#[0-9a-f]{6})"/g, (whole, name, color) =>
    colors[color] ? `${name}="${colors[color]}"` : whole,
  )
}
