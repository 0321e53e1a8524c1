import type { Lang } from '../model/labels.ts'
import { type OutcomeName, outcomes } from '../scenarios/outcomes.ts'
import type { ComparisonResult, ScenarioResult } from '../scenarios/results.ts'
import type { Block, Report, Row } from './blocks.ts'
import { dotPlot } from './charts/dotPlot.ts'
import { numbers } from './numbers.ts'
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
  trajectories,
  withdrawalSentences,
} from './scenarioSections.ts'
import { reportWords } from './words/reportWords.ts'

/** The report of a comparison: which mix does best on what, at what cost, and what the answer rests on. */
export function comparisonReport(result: ComparisonResult, lang: Lang): Report {
  const words = reportWords(lang)
  const baseline = result.scenarios.find(({ name }) => name === result.baseline) ?? null
  const shown = bestOf(result, 'voice') ?? result.scenarios[0] ?? null
  return {
    title: words.comparisonTitle,
    blocks: [
      { type: 'lead', text: lead(result, baseline, lang) },
      {
        type: 'text',
        text: [words.sure, ...withdrawalSentences(result.scenarios, lang)].join(lang === 'zh' ? '' : ' '),
      },
      { type: 'heading', text: words.outcomes },
      { type: 'text', text: words.outcomesNote(baselineName(result, lang)) },
      ...outcomeBlocks(result, baseline, lang),
      ...trajectories(result.scenarios, lang),
      ...(shown ? beforeAfter(shown, lang) : []),
      ...hoursSection(result.scenarios, baseline, lang),
      ...assumptionsSection(result.assumptions, lang),
      ...definitionsSection(lang),
      ...manifestSection(result.scenarios, result.seed, result.weeks, lang),
    ],
  }
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

function outcomeBlocks(result: ComparisonResult, baseline: ScenarioResult | null, lang: Lang): Block[] {
  const words = reportWords(lang)
  const { index, difference } = numbers(lang)
  return [
    {
      type: 'figures',
      wide: true,
      figures: outcomes.map(({ name, label, better }) => ({
        svg: dotPlot({
          title: label[lang],
          note: words.better[better],
          dots: result.scenarios.map(scenario => ({ label: nameOf(scenario, lang), value: endOf(scenario, name) })),
          reference: baseline && endOf(baseline, name),
          referenceLabel: baselineName(result, lang),
          lang,
        }),
        caption: '',
      })),
    },
    {
      type: 'table',
      insteadOfPicture: true,
      columns: [{ label: words.scenario }, ...outcomes.map(({ label }) => ({ label: label[lang], numeric: true }))],
      rows: result.scenarios.map(scenario => [
        nameOf(scenario, lang),
        ...outcomes.map(({ name }) => {
          const value = endOf(scenario, name)
          const base = baseline && endOf(baseline, name)
          return scenario === baseline || value === null || base === null
            ? index(value)
            : `${index(value)} (${difference(value - base)})`
        }),
      ]),
    },
  ]
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
