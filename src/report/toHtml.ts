import { type Reportable, type ReportOptions, reportOf } from './reportOf.ts'
import { setHtml } from './setHtml.ts'

/**
 * A report as one HTML file, for a browser, a phone or print, in Chinese or English.
 *
 * The file needs nothing from outside and carries a Content-Security-Policy that lets in its own style sheet and script, by hash,
 * and nothing else; all texts of the user are escaped. Pictures follow the reader's light or dark setting and print light.
 *
 * @param result - what `diagnose`, `runScenario`, `compareScenarios`, `runEnsemble`, `sensitivity`, `planStrategies` or
 *   `contribution` gave.
 * @param options.lang - `'zh'` or `'en'`. @defaultValue 'en'
 * @param options.tests - with a diagnosis: what `testDiagnosis` gave, to be printed beside it.
 * @param options.ensemble - with a comparison: what `runEnsemble` gave for the same scenarios and weeks; says how sure it is.
 * @param options.sensitivity - with a comparison, an ensemble or a plan: what `sensitivity` gave, once or for several outcomes; says
 *   what the answer rests on. An ensemble without it looks at its own draws.
 * @param options.patterns - with a comparison or an ensemble: what `checkPatterns` gave.
 * @returns the text of the file; the same result gives the same text.
 * @throws {GuanxiError} `INVALID_OPTION` when the result is of no known kind, or what is passed along does not go with it.
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
