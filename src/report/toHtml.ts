import { type Reportable, type ReportOptions, reportOf } from './reportOf.ts'
import { setHtml } from './setHtml.ts'

/**
 * A report as one HTML file, for a browser, a phone or print, in Chinese or English.
 *
 * The file needs nothing from outside and carries a Content-Security-Policy that lets nothing in; all texts of the user are
 * escaped. Pictures follow the reader's light or dark setting and print light.
 *
 * @param result - what `diagnose`, `runScenario` or `compareScenarios` gave.
 * @param options.lang - `'zh'` or `'en'`. @defaultValue 'en'
 * @param options.tests - with a diagnosis: what `testDiagnosis` gave, to be printed beside it.
 * @returns the text of the file; the same result gives the same text.
 * @throws {GuanxiError} `INVALID_OPTION` when the result is of no known kind.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { diagnose } from 'guanxi/metrics'
 * import { toHtml } from 'guanxi/report'
 *
 * toHtml(diagnose(xCommunity()), { lang: 'zh' }).startsWith('<!doctype html>') // => true
 * ```
 */
export function toHtml(result: Reportable, options: ReportOptions = {}): string {
  const { report, lang } = reportOf('toHtml', result, options)
  return setHtml(report, lang)
}
