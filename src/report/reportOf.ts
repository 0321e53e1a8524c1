import type { DiagnosisTest } from '../inference/testDiagnosis.ts'
import type { Diagnosis } from '../metrics/diagnose.ts'
import { GuanxiError, show } from '../model/errors.ts'
import type { Lang } from '../model/labels.ts'
import { checkOptions, oneOf } from '../model/options.ts'
import type { ComparisonResult, ScenarioResult } from '../scenarios/results.ts'
import type { Report, Row } from './blocks.ts'
import { comparisonReport, comparisonRows } from './comparison.ts'
import { diagnosisReport, diagnosisRows } from './diagnosis.ts'
import { scenarioReport, scenarioRows } from './scenario.ts'

/** What can be reported. */
export type Reportable = Diagnosis | ScenarioResult | ComparisonResult

/** Options of every report. */
export interface ReportOptions {
  /** @defaultValue 'en' */
  readonly lang?: Lang | undefined
  /** Tests to print with a diagnosis: what `testDiagnosis` gave. */
  readonly tests?: readonly DiagnosisTest[] | undefined
}

interface Kind<Result> {
  readonly report: (result: Result, lang: Lang, tests?: readonly DiagnosisTest[]) => Report
  readonly rows: (result: Result) => readonly Row[]
}

const kinds: { readonly [K in Reportable['kind']]: Kind<Extract<Reportable, { kind: K }>> } = {
  diagnosis: { report: diagnosisReport, rows: diagnosisRows },
  scenario: { report: scenarioReport, rows: scenarioRows },
  comparison: { report: comparisonReport, rows: comparisonRows },
}

function kindOf(where: string, result: Reportable): Kind<Reportable> {
  const kind = (result as { kind?: unknown } | null | undefined)?.kind
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind))
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: expected a result of kind ${Object.keys(kinds).join(', ')}, got ${show(kind ?? result)}`,
    )
  return kinds[kind as Reportable['kind']] as Kind<Reportable>
}

export function reportOf(where: string, result: Reportable, options: ReportOptions): { report: Report; lang: Lang } {
  checkOptions(where, options, {
    lang: oneOf('zh', 'en'),
    tests: { expected: 'the rows of testDiagnosis', accepts: Array.isArray },
  })
  const lang = options.lang ?? 'en'
  const kind = kindOf(where, result)
  if (options.tests !== undefined && result.kind !== 'diagnosis')
    throw new GuanxiError('INVALID_OPTION', `${where}: tests go with a diagnosis, got a ${result.kind}`)
  return { report: kind.report(result, lang, options.tests), lang }
}

export function rowsOf(result: Reportable): readonly Row[] {
  return kindOf('toRows', result).rows(result)
}
