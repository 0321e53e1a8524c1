import type { PatternCheck } from '../cases/checkPatterns.ts'
import type { DiagnosisTest } from '../inference/testDiagnosis.ts'
import type { Diagnosis } from '../metrics/diagnose.ts'
import { GuanxiError, show } from '../model/errors.ts'
import type { Lang } from '../model/labels.ts'
import { checkOptions, type OptionRule, oneOf } from '../model/options.ts'
import type { CalibrationResult } from '../scenarios/calibrate.ts'
import type { ContributionResult } from '../scenarios/contribution.ts'
import type { EnsembleResult } from '../scenarios/ensemble/types.ts'
import type { PlanResult } from '../scenarios/planStrategies.ts'
import type { ComparisonResult, ScenarioResult } from '../scenarios/results.ts'
import type { SensitivityResult } from '../scenarios/sensitivity.ts'
import type { Report, Row } from './blocks.ts'
import { calibrationReport, calibrationRows } from './calibration.ts'
import { comparisonReport, comparisonRows } from './comparison.ts'
import { contributionReport, contributionRows } from './contribution.ts'
import { diagnosisReport, diagnosisRows } from './diagnosis.ts'
import { ensembleReport, ensembleRows } from './ensemble.ts'
import { planReport, planRows } from './plan.ts'
import { revived } from './revived.ts'
import { scenarioReport, scenarioRows } from './scenario.ts'
import { sensitivityReport, sensitivityRows } from './sensitivity.ts'

/** What can be reported. */
export type Reportable =
  | Diagnosis
  | ScenarioResult
  | ComparisonResult
  | EnsembleResult
  | SensitivityResult
  | PlanResult
  | ContributionResult
  | CalibrationResult

/** Options of every report. */
export interface ReportOptions {
  /** @defaultValue 'en' */
  readonly lang?: Lang | undefined
  /** Tests to print with a diagnosis: what `testDiagnosis` gave. */
  readonly tests?: readonly DiagnosisTest[] | undefined
  /** How sure a comparison is: what `runEnsemble` gave for the same scenarios and weeks. */
  readonly ensemble?: EnsembleResult | undefined
  /** What the answer of a comparison, an ensemble or a plan rests on: what `sensitivity` gave, once or for several outcomes. */
  readonly sensitivity?: SensitivityResult | readonly SensitivityResult[] | undefined
  /** Findings of the case to print with a comparison or an ensemble: what `checkPatterns` gave. */
  readonly patterns?: readonly PatternCheck[] | undefined
}

/** What was passed along with a result. */
interface Beside {
  readonly tests: readonly DiagnosisTest[]
  readonly ensemble: EnsembleResult | undefined
  readonly sensitivity: readonly SensitivityResult[]
  readonly patterns: readonly PatternCheck[] | undefined
}

interface Kind<Result> {
  readonly report: (result: Result, lang: Lang, beside: Beside) => Report
  readonly rows: (result: Result) => readonly Row[]
  /** What may be passed along. */
  readonly takes: readonly (keyof Beside)[]
}

const kinds: { readonly [K in Reportable['kind']]: Kind<Extract<Reportable, { kind: K }>> } = {
  diagnosis: {
    report: (result, lang, { tests }) => diagnosisReport(result, lang, tests),
    rows: diagnosisRows,
    takes: ['tests'],
  },
  scenario: { report: scenarioReport, rows: scenarioRows, takes: [] },
  comparison: { report: comparisonReport, rows: comparisonRows, takes: ['ensemble', 'sensitivity', 'patterns'] },
  ensemble: { report: ensembleReport, rows: ensembleRows, takes: ['sensitivity', 'patterns'] },
  sensitivity: { report: sensitivityReport, rows: sensitivityRows, takes: [] },
  plan: {
    report: (result, lang, { sensitivity }) => planReport(result, lang, sensitivity),
    rows: planRows,
    takes: ['sensitivity'],
  },
  contribution: { report: contributionReport, rows: contributionRows, takes: [] },
  calibration: { report: calibrationReport, rows: calibrationRows, takes: [] },
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

const isOf = (kind: Reportable['kind']) => (value: unknown) => (value as { kind?: unknown } | null)?.kind === kind
const isSensitivity = isOf('sensitivity')

/** Rows that have texts and numbers (or none) where a report reads them. */
const rowsWith = (texts: readonly string[], numbers: readonly string[]) => (value: unknown) =>
  Array.isArray(value) &&
  value.every(row => {
    const cell = (name: string): unknown => (row as Record<string, unknown> | null)?.[name]
    const given = (name: string) => cell(name) === null || Number.isFinite(cell(name))
    return texts.every(name => typeof cell(name) === 'string') && numbers.every(given)
  })

const rules: Readonly<Record<keyof ReportOptions, OptionRule>> = {
  lang: oneOf('zh', 'en'),
  tests: {
    expected: 'the rows of testDiagnosis',
    accepts: rowsWith(['test', 'layer'], ['observed', 'expected', 'pTwoSided', 'pAdjusted']),
  },
  ensemble: { expected: 'what runEnsemble gave', accepts: isOf('ensemble') },
  sensitivity: {
    expected: 'what sensitivity gave, or an array of it',
    accepts: value => (Array.isArray(value) ? value.every(isSensitivity) : isSensitivity(value)),
  },
  patterns: { expected: 'the rows of checkPatterns', accepts: rowsWith(['id', 'section'], ['share', 'error']) },
}

/** A result as a report, once the options are known to be in order and to go with it. */
export function reportOf(
  where: string,
  result: Reportable,
  options: ReportOptions,
  /** Rules of options that only the caller reads. */
  more: Readonly<Record<string, OptionRule>> = {},
): { report: Report; lang: Lang } {
  checkOptions(where, options, { ...rules, ...more })
  const { lang = 'en', tests = [], ensemble, sensitivity = [], patterns } = options
  const kind = kindOf(where, result)
  for (const name of Object.keys(rules) as (keyof ReportOptions)[])
    if (name !== 'lang' && options[name] !== undefined && !kind.takes.includes(name))
      throw new GuanxiError(
        'INVALID_OPTION',
        `${where}: ${name} goes with no ${result.kind}; that takes ${kind.takes.join(', ') || 'none'}`,
      )
  const beside = { tests, ensemble, sensitivity: [sensitivity].flat() as SensitivityResult[], patterns }
  return { report: kind.report(revived(where, result), lang, beside), lang }
}

export function rowsOf(result: Reportable): readonly Row[] {
  return kindOf('toRows', result).rows(result)
}
