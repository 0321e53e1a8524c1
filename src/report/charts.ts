import { oneOf } from '../model/options.ts'
import type { Theme } from '../view/types.ts'
import { type Reportable, type ReportOptions, reportOf } from './reportOf.ts'

/** Options of `charts`. */
export interface ChartsOptions extends ReportOptions {
  /** @defaultValue 'light' */
  readonly theme?: Theme | undefined
}

/** A chart of a report by itself. */
export interface Chart {
  /** Different for each chart of a report, and fit for a file. */
  readonly name: string
  readonly title: string
  /** One `<svg>` element with a `viewBox`; needs no style sheet and nothing from outside. */
  readonly svg: string
}

/**
 * The charts of a report, each as SVG text of its own, for papers, slides and pages.
 *
 * @param result - as for `toHtml`.
 * @param options - those of `toHtml`, and `theme`: `'light'`, `'dark'` or `'print'` (darker inks). @defaultValue 'light'
 * @returns the charts in the order of the report; the same result gives the same text.
 * @throws {GuanxiError} as `toHtml`.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { charts } from 'guanxi/report'
 * import { buildAlliance, runScenario } from 'guanxi/scenarios'
 *
 * const [first] = charts(runScenario(xCommunity(), { strategies: [buildAlliance()] }), { lang: 'en', theme: 'print' })
 * first!.name // => 'weeks-voice'
 * ```
 */
export function charts(result: Reportable, options: ChartsOptions = {}): Chart[] {
  const { report } = reportOf('charts', result, options, { theme: oneOf('light', 'dark', 'print') })
  const { theme = 'light' } = options
  const seen = new Map<string, number>()
  return report.blocks
    .flatMap(block => (block.type === 'figures' ? block.figures : []))
    .map(({ name, title, draw }) => {
      const times = (seen.get(name) ?? 0) + 1
      seen.set(name, times)
      return { name: times === 1 ? name : `${name}-${times}`, title, svg: draw(theme) }
    })
}
