import type { Lang } from '../model/labels.ts'
import { outcomes } from '../scenarios/outcomes.ts'
import type { ScenarioResult } from '../scenarios/results.ts'
import type { Report, Row } from './blocks.ts'
import { methodsSection } from './methodsSection.ts'
import { numbers } from './numbers.ts'
import {
  assumptionsSection,
  beforeAfter,
  definitionsSection,
  endOf,
  hoursSection,
  manifestSection,
  nameOf,
  trajectories,
  withdrawalSentences,
} from './scenarioSections.ts'
import { reportWords } from './words/reportWords.ts'

/** The report of one run: what it changed, week by week and tie by tie, and what it rests on. */
export function scenarioReport(result: ScenarioResult, lang: Lang): Report {
  const words = reportWords(lang)
  const { index, difference } = numbers(lang)
  const start = (name: (typeof outcomes)[number]['name']) => result.timeline[0]?.outcomes[name] ?? null
  const lead = [
    words.scenarioLead(
      nameOf(result, lang),
      result.weeks,
      index(start('voice')),
      index(endOf(result, 'voice')),
      index(start('delivery')),
      index(endOf(result, 'delivery')),
    ),
    ...withdrawalSentences([result], lang),
  ]
  const table = words.changesTable
  return {
    title: words.scenarioTitle(nameOf(result, lang)),
    blocks: [
      { type: 'lead', text: lead.join(lang === 'zh' ? '' : ' ') },
      { type: 'heading', text: words.outcomesAlone },
      {
        type: 'table',
        columns: [
          { label: words.definitionTable.name },
          { label: table.before, numeric: true },
          { label: table.after, numeric: true },
          { label: table.change, numeric: true },
          { label: words.definitionTable.better },
        ],
        rows: outcomes.map(({ name, label, better }) => {
          const [before, after] = [start(name), endOf(result, name)]
          const change = before === null || after === null ? null : after - before
          return [label[lang], index(before), index(after), difference(change), words.better[better]]
        }),
      },
      ...trajectories([result], lang),
      ...beforeAfter(result, lang),
      ...hoursSection([result], null, lang),
      ...assumptionsSection(result.assumptions, lang),
      ...definitionsSection(lang),
      ...methodsSection(['model'], lang),
      ...manifestSection([result], result.seed, result.weeks, lang),
    ],
  }
}

/** Tidy rows: an outcome a week each. */
export function scenarioRows({ name, timeline }: ScenarioResult): Row[] {
  return timeline.flatMap(entry =>
    outcomes.map(outcome => ({
      scenario: name,
      week: entry.week,
      outcome: outcome.name,
      value: entry.outcomes[outcome.name],
    })),
  )
}
