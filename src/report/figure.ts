import type { Figure } from './blocks.ts'
import { inTheme } from './charts/inTheme.ts'

/** A chart as a figure of a report; it bears its own title. */
export function figure(name: string, title: string, draw: () => string): Figure {
  return { name: fileName(name), title, draw: theme => inTheme(draw(), theme), caption: '' }
}

/** A name as a file can bear it: what is neither letter nor digit, in any script, becomes a hyphen. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'chart'
}
