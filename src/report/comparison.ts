import type { PatternCheck } from '../cases/checkPatterns.ts'
import { GuanxiError, show } from '../model/errors.ts'
import type { Lang } from '../model/labels.ts'
import { namesOf } from '../scenarios/ensemble/columns.ts'
import type { EnsembleResult } from '../scenarios/ensemble/types.ts'
import { type OutcomeName, outcomes } from '../scenarios/outcomes.ts'
import type { ComparisonResult, ScenarioResult } from '../scenarios/results.ts'
import type { SensitivityResult } from '../scenarios/sensitivity.ts'
import type { Answer, Block, Report, Row } from './blocks.ts'
import { dotPlot } from './charts/dotPlot.ts'
import { type Drivers, driversBlocks, driversLead, driversOf } from './driversSection.ts'
import { outcomeOf } from './ensembleFigures.ts'
import { ensembleDrivers, sureTexts } from './ensembleSections.ts'
import { figure } from './figure.ts'
import { methodsSection } from './methodsSection.ts'
import { numbers } from './numbers.ts'
import { patternsLead, patternsSection } from './patternsSection.ts'
import {
  assumptionsSection,
  beforeAfter,
  definitionsSection,
  endOf,
  hoursSection,
  manifestSection,
  meanCapacity,
  meanHours,
  nameOf,
  practiceHours,
  practiceLabel,
  trajectories,
  withdrawalSentences,
} from './scenarioSections.ts'
import { ensembleWords } from './words/ensembleWords.ts'
import { reportWords } from './words/reportWords.ts'

/** What may be passed along with a comparison. */
export interface BesideComparison {
  readonly ensemble?: EnsembleResult | undefined
  readonly sensitivity?: readonly SensitivityResult[]
  readonly patterns?: readonly PatternCheck[] | undefined
}

/** The report of a comparison: which mix does best on what, at what cost, how sure that is, and what it rests on. */
export function comparisonReport(result: ComparisonResult, lang: Lang, beside: BesideComparison = {}): Report {
  const words = reportWords(lang)
  const baseline = result.scenarios.find(({ name }) => name === result.baseline) ?? null
  const shown = bestOf(result, 'voice') ?? result.scenarios[0] ?? null
  const { ensemble, sensitivity = [], patterns } = beside
  if (ensemble) checkEnsemble(result, ensemble)
  const drivers =
    sensitivity.length > 0 || !ensemble ? sensitivity.map(one => driversOf(one, lang)) : ensembleDrivers(ensemble, lang)
  return {
    title: words.comparisonTitle,
    blocks: [
      { type: 'answers', answers: answers(result, baseline, lang, drivers, beside) },
      { type: 'heading', text: words.outcomes },
      {
        type: 'text',
        text: [
          words.outcomesNote(baselineName(result, lang)),
          ...(ensemble ? [ensembleWords[lang].intervalNote] : []),
        ].join(lang === 'zh' ? '' : ' '),
      },
      ...outcomeBlocks(result, baseline, lang, ensemble),
      ...trajectories(result.scenarios, lang, ensemble),
      ...(shown ? beforeAfter(shown, lang) : []),
      ...hoursSection(result.scenarios, baseline, lang),
      ...assumptionsSection(result.assumptions, lang, driversBlocks(drivers, result.assumptions, lang)),
      ...(patterns ? patternsSection(patterns, lang) : []),
      ...definitionsSection(lang),
      ...methodsSection(
        [
          'model',
          'paired',
          ...(ensemble ? ['ensemble' as const] : []),
          ...new Set(drivers.map(({ method }) => method)),
          ...(patterns ? ['patterns' as const] : []),
        ],
        lang,
      ),
      ...manifestSection(result.scenarios, result.seed, result.weeks, lang),
    ],
  }
}

/** An ensemble of other scenarios, or over other weeks, says nothing of these. */
function checkEnsemble(result: ComparisonResult, ensemble: EnsembleResult): void {
  const own = result.scenarios.map(({ name }) => name)
  const others = namesOf(ensemble)
  if (ensemble.weeks !== result.weeks || own.length !== others.length || own.some(name => !others.includes(name)))
    throw new GuanxiError(
      'INVALID_OPTION',
      `toHtml: expected an ensemble of the same scenarios over the same ${result.weeks} weeks, got ${others.map(show).join(', ')} over ${ensemble.weeks}`,
    )
}

function answers(
  result: ComparisonResult,
  baseline: ScenarioResult | null,
  lang: Lang,
  drivers: readonly Drivers[],
  { ensemble, patterns }: BesideComparison,
): Answer[] {
  const words = reportWords(lang)
  const best = [...new Set([bestOf(result, 'voice'), bestOf(result, 'delivery')])].filter(one => one !== null)
  return [
    {
      question: words.questions.do,
      texts: [lead(result, baseline, lang), ...best.flatMap(one => mixOf(one, lang))],
    },
    {
      question: words.questions.sure,
      texts: [
        ...(ensemble && best[0] ? sureTexts(ensemble, best[0].name, lang) : []),
        ...(patterns ? [patternsLead(patterns, lang)] : []),
        ...(ensemble ? [] : [...withdrawalSentences(result.scenarios, lang), words.notSure]),
      ],
      ...(ensemble ? {} : { code: words.runEnsemble(result.weeks) }),
    },
    {
      question: words.questions.rests,
      ...(drivers.length > 0
        ? { texts: driversLead(drivers, result.assumptions, lang) }
        : { texts: [words.restsUnknown(result.assumptions.length)], code: words.runSensitivity('comparison') }),
    },
  ]
}

/** Hours a week of the practices that a scenario spends most on. */
function mixOf(result: ScenarioResult, lang: Lang): string[] {
  const { hours } = numbers(lang)
  const mix = practiceHours(result)
    .filter(({ mean }) => mean >= 0.05)
    .map(({ practice, mean }) => ({ label: practiceLabel(practice, lang), hours: hours(mean) }))
  return mix.length === 0 ? [] : [reportWords(lang).mix(nameOf(result, lang), mix)]
}

function baselineName({ scenarios, baseline }: ComparisonResult, lang: Lang): string {
  const result = scenarios.find(({ name }) => name === baseline)
  return result ? nameOf(result, lang) : baseline
}

/** The scenario in the first place on an outcome; `null` where it is not defined. */
function bestOf({ rankings, scenarios }: ComparisonResult, outcome: OutcomeName): ScenarioResult | null {
  const first = rankings.find(ranking => ranking.outcome === outcome)?.places.find(({ rank }) => rank === 1)
  return scenarios.find(({ name }) => name === first?.scenario) ?? null
}

function lead(result: ComparisonResult, baseline: ScenarioResult | null, lang: Lang): string {
  const words = reportWords(lang)
  const { index, hours, percent } = numbers(lang)
  const join = lang === 'zh' ? '' : ' '
  const at = (scenario: ScenarioResult | null, outcome: OutcomeName) => index(scenario && endOf(scenario, outcome))
  const voice = bestOf(result, 'voice')
  const delivery = bestOf(result, 'delivery')
  const costOf = (scenario: ScenarioResult) => {
    const spent = meanHours(scenario, 'practices')
    const capacity = meanCapacity(scenario)
    return spent > 0
      ? [words.cost(nameOf(scenario, lang), hours(spent), percent(capacity > 0 ? spent / capacity : null))]
      : []
  }
  if (voice !== null && voice === delivery) {
    const said =
      words.best(nameOf(voice, lang), result.weeks) +
      words.bestOnBoth(
        at(voice, 'voice'),
        at(voice, 'delivery'),
        baselineName(result, lang),
        at(baseline, 'voice'),
        at(baseline, 'delivery'),
      )
    return [said, ...(voice === baseline ? [words.baselineBest] : costOf(voice))].join(join)
  }
  const label = (name: OutcomeName) => outcomes.find(outcome => outcome.name === name)!.label[lang]
  return [
    words.comparisonStart(result.weeks),
    ...(
      [
        ['voice', voice],
        ['delivery', delivery],
      ] as const
    ).flatMap(([outcome, best]) =>
      best === null
        ? []
        : [
            words.bestOnOne(
              label(outcome),
              nameOf(best, lang),
              at(best, outcome),
              baselineName(result, lang),
              at(baseline, outcome),
            ),
            ...costOf(best),
          ],
    ),
  ].join(join)
}

function outcomeBlocks(
  result: ComparisonResult,
  baseline: ScenarioResult | null,
  lang: Lang,
  ensemble: EnsembleResult | undefined,
): Block[] {
  const words = reportWords(lang)
  return [
    {
      type: 'figures',
      wide: true,
      figures: outcomes.map(({ name, label, better }) =>
        figure(`outcome-${name}`, label[lang], () =>
          dotPlot({
            title: label[lang],
            note: words.better[better],
            rows: result.scenarios.map((scenario, k) => ({
              label: nameOf(scenario, lang),
              marks: [
                { value: endOf(scenario, name), interval: ensemble ? intervalOf(ensemble, scenario.name, name) : null },
              ],
              said: valueBeside(scenario, baseline, name, lang),
              series: k,
            })),
            reference: baseline && endOf(baseline, name),
            lang,
          }),
        ),
      ),
    },
    {
      type: 'table',
      insteadOfPicture: true,
      columns: [{ label: words.scenario }, ...outcomes.map(({ label }) => ({ label: label[lang], numeric: true }))],
      rows: result.scenarios.map(scenario => [
        nameOf(scenario, lang),
        ...outcomes.map(({ name }) => valueBeside(scenario, baseline, name, lang)),
      ]),
    },
  ]
}

function intervalOf(ensemble: EnsembleResult, scenario: string, outcome: OutcomeName): [number, number] | null {
  const { low, high } = outcomeOf(ensemble, scenario, outcome)
  return low === null || high === null ? null : [low, high]
}

/** A value, and in brackets its difference from the baseline's. */
function valueBeside(
  scenario: ScenarioResult,
  baseline: ScenarioResult | null,
  outcome: OutcomeName,
  lang: Lang,
): string {
  const { index, difference } = numbers(lang)
  const value = endOf(scenario, outcome)
  const base = baseline && endOf(baseline, outcome)
  return scenario === baseline || value === null || base === null
    ? index(value)
    : `${index(value)} (${difference(value - base)})`
}

/** Tidy rows: an outcome a week and scenario each, beside the baseline in the same week. */
export function comparisonRows(result: ComparisonResult): Row[] {
  const baseline = result.scenarios.find(({ name }) => name === result.baseline)
  return result.scenarios.flatMap(({ name, timeline }) =>
    timeline.flatMap((entry, week) =>
      outcomes.map(outcome => {
        const value = entry.outcomes[outcome.name]
        const base = baseline?.timeline[week]?.outcomes[outcome.name] ?? null
        return {
          scenario: name,
          baseline: result.baseline,
          week: entry.week,
          outcome: outcome.name,
          value,
          difference: value === null || base === null ? null : value - base,
        }
      }),
    ),
  )
}
