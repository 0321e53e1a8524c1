import type { Lang } from '../model/labels.ts'
import { version } from '../model/version.ts'
import type { ContributionResult, ContributionTerm } from '../scenarios/contribution.ts'
import { type OutcomeName, outcomes } from '../scenarios/outcomes.ts'
import type { Report, Row } from './blocks.ts'
import { dotPlot } from './charts/dotPlot.ts'
import { outcomeLabel, shortLabel } from './driversSection.ts'
import { MAIN } from './ensembleSections.ts'
import { figure } from './figure.ts'
import { methodsSection } from './methodsSection.ts'
import { numbers } from './numbers.ts'
import { assumptionsSection, definitionsSection } from './scenarioSections.ts'
import { contributionWords } from './words/contributionWords.ts'
import { reportWords } from './words/reportWords.ts'

/** The report of contributions: what each strategy adds to the whole, and alone. */
export function contributionReport(result: ContributionResult, lang: Lang): Report {
  const words = contributionWords[lang]
  const { index, difference, count } = numbers(lang)
  const defined = outcomes.filter(({ name }) => result.outcomes.find(row => row.outcome === name)!.change !== null)
  const termsOf = (outcome: OutcomeName) => result.terms.filter(term => term.outcome === outcome)
  // Sampled shares come with their error; where every mix was run there is none.
  const share = ({ shapley, error }: ContributionTerm) =>
    error ? `${difference(shapley)} ± ${index(error)}` : difference(shapley)
  const labels = labelsOf(result, lang)
  return {
    title: words.title(result.name),
    blocks: [
      { type: 'lead', text: lead(result, labels, lang) },
      { type: 'heading', text: words.heading },
      {
        type: 'text',
        text: [words.note, ...(result.exact ? [] : [words.sampled(count(result.samples!), result.seed)])].join(
          lang === 'zh' ? '' : ' ',
        ),
      },
      {
        type: 'figures',
        wide: true,
        figures: defined.map(({ name: outcome, label, better }) =>
          figure(`contribution-${outcome}`, label[lang], () =>
            dotPlot({
              title: label[lang],
              note: reportWords(lang).better[better],
              saidLabel: words.said,
              rows: termsOf(outcome).map(term => ({
                label: labels.get(term.strategy)!,
                marks: [
                  {
                    value: term.shapley,
                    interval: term.error
                      ? [term.shapley! - 1.96 * term.error, term.shapley! + 1.96 * term.error]
                      : null,
                  },
                  { value: term.alone },
                ],
                said: difference(term.shapley),
              })),
              reference: 0,
              referenceIsZero: true,
              lang,
            }),
          ),
        ),
      },
      {
        type: 'table',
        folded: words.all,
        columns: [
          { label: words.table.outcome },
          { label: words.table.strategy },
          { label: words.table.shapley, numeric: true },
          { label: words.table.leaveOneOut, numeric: true },
          { label: words.table.alone, numeric: true },
        ],
        rows: defined.flatMap(({ name: outcome }) =>
          termsOf(outcome).map(term => [
            outcomeLabel(outcome, lang),
            labels.get(term.strategy)!,
            share(term),
            difference(term.leaveOneOut),
            difference(term.alone),
          ]),
        ),
      },
      ...assumptionsSection(result.assumptions, lang),
      ...definitionsSection(lang),
      ...methodsSection(['model', 'shapley'], lang),
      { type: 'heading', text: reportWords(lang).manifest },
      { type: 'text', text: words.manifest(version, count(result.runs), result.weeks) },
      { type: 'code', folded: reportWords(lang).again, text: JSON.stringify(result.scenario, null, 2) },
      { type: 'text', text: reportWords(lang).noPrediction },
    ],
  }
}

/** What strategies are called: their label, with the place that `strategy` bears where two are of one kind. */
function labelsOf({ terms }: ContributionResult, lang: Lang): Map<string, string> {
  return new Map(
    terms.map(({ strategy, label }) => [strategy, `${label[lang]}${/ \(\d+\)$/.exec(strategy)?.[0] ?? ''}`]),
  )
}

function lead(result: ContributionResult, labels: ReadonlyMap<string, string>, lang: Lang): string {
  const words = contributionWords[lang]
  const { index, difference } = numbers(lang)
  const said = MAIN.flatMap((outcome, i) => {
    const whole = result.outcomes.find(row => row.outcome === outcome)!
    if (whole.change === null) return []
    const terms = result.terms.filter(term => term.outcome === outcome).sort((a, b) => b.shapley! - a.shapley! || 0)
    const [top, low] = [terms[0]!, terms.at(-1)!]
    const label = shortLabel(outcome, lang)
    const name = labels.get(top.strategy)!
    return [
      i === 0
        ? words.lead(label, index(whole.without), index(whole.with), name, difference(top.shapley))
        : words.adds(label, name),
      ...(low.shapley! < -0.005 ? [words.hinders(label, labels.get(low.strategy)!)] : []),
    ]
  })
  return said.length === 0 ? words.undefined : said.join(lang === 'zh' ? '' : ' ')
}

/** Tidy rows: an outcome and strategy each. */
export function contributionRows({ name, terms }: ContributionResult): Row[] {
  return terms.map(({ strategy, outcome, shapley, error, leaveOneOut, alone }) => ({
    scenario: name,
    outcome,
    strategy,
    shapley,
    error,
    leaveOneOut,
    alone,
  }))
}
