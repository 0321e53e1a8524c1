import { type Reportable, type ReportOptions, reportOf } from './reportOf.ts'
import { setMarkdown } from './setMarkdown.ts'

/**
 * A report as Markdown (GitHub's tables), in Chinese or English: the same texts and numbers as `toHtml`, without pictures.
 *
 * @param result - what `diagnose`, `runScenario` or `compareScenarios` gave.
 * @param options.lang - `'zh'` or `'en'`. @defaultValue 'en'
 * @param options.tests - with a diagnosis: what `testDiagnosis` gave, to be printed beside it.
 * @returns text; what could be read as Markdown or HTML in a label is escaped.
 * @throws {GuanxiError} `INVALID_OPTION` when the result is of no known kind.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { diagnose } from 'guanxi/metrics'
 * import { toMarkdown } from 'guanxi/report'
 *
 * toMarkdown(diagnose(xCommunity()), { lang: 'en' }).startsWith('# ') // => true
 * ```
 */
export function toMarkdown(result: Reportable, options: ReportOptions = {}): string {
  return setMarkdown(reportOf('toMarkdown', result, options).report)
}
