import { type Reportable, type ReportOptions, reportOf } from './reportOf.ts'
import { setMarkdown } from './setMarkdown.ts'

/**
 * A report as Markdown (GitHub's tables), in Chinese or English: the same texts and numbers as `toHtml`, without pictures.
 *
 * @param result - what `diagnose`, `runScenario`, `compareScenarios`, `runEnsemble`, `sensitivity`, `planStrategies` or
 *   `contribution` gave.
 * @param options.lang - `'zh'` or `'en'`. @defaultValue 'en'
 * @param options.tests - with a diagnosis: what `testDiagnosis` gave, to be printed beside it.
 * @param options.ensemble - with a comparison: what `runEnsemble` gave for the same scenarios and weeks; says how sure it is.
 * @param options.sensitivity - with a comparison, an ensemble or a plan: what `sensitivity` gave, once or for several outcomes; says
 *   what the answer rests on. An ensemble without it looks at its own draws.
 * @param options.patterns - with a comparison or an ensemble: what `checkPatterns` gave.
 * @returns text; what could be read as Markdown or HTML in a label is escaped.
 * @throws {GuanxiError} `INVALID_OPTION` when the result is of no known kind, or what is passed along does not go with it.
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
