import type { Lang } from '../model/labels.ts'
import { version } from '../model/version.ts'
import type { SensitivityResult } from '../scenarios/sensitivity.ts'
import type { Report, Row } from './blocks.ts'
import { driversBlocks, driversLead, driversOf, outcomeLabel } from './driversSection.ts'
import { methodsSection } from './methodsSection.ts'
import { numbers } from './numbers.ts'
import { assumptionsSection } from './scenarioSections.ts'
import { reportWords } from './words/reportWords.ts'
import { sensitivityWords } from './words/sensitivityWords.ts'

/** The report of a sensitivity analysis: which assumptions an outcome rests on. */
export function sensitivityReport(result: SensitivityResult, lang: Lang): Report {
  const words = sensitivityWords[lang]
  const { index, count } = numbers(lang)
  const drivers = driversOf(result, lang)
  const method = result.method === 'morris' ? 'Morris' : 'Sobol′'
  return {
    title: words.title(outcomeLabel(result.outcome, lang), result.name),
    blocks: [
      { type: 'lead', text: driversLead([drivers], result.assumptions, lang).join('') },
      {
        type: 'text',
        text: words.spread(
          index(result.value),
          count(result.runs),
          index(result.low),
          index(result.high),
          index(result.mean),
        ),
      },
      { type: 'heading', text: words.tornado },
      ...driversBlocks([drivers], result.assumptions, lang),
      ...assumptionsSection(result.assumptions, lang),
      ...methodsSection(['model', result.method], lang),
      { type: 'heading', text: reportWords(lang).manifest },
      { type: 'text', text: words.manifest(version, method, count(result.samples), count(result.runs), result.seed) },
      {
        type: 'code',
        language: 'ts',
        folded: reportWords(lang).againCode,
        text: `sensitivity(network, ${JSON.stringify(result.scenario, null, 2)}, ${JSON.stringify({ method: result.method, outcome: result.outcome, samples: result.samples, seed: result.seed, parameters: result.terms.map(({ name }) => name) }, null, 2)})`,
      },
      { type: 'text', text: reportWords(lang).noPrediction },
    ],
  }
}

/** Tidy rows: an assumption each. */
export function sensitivityRows({ name, outcome, method, terms }: SensitivityResult): Row[] {
  return terms.map(term => ({
    scenario: name,
    outcome,
    method,
    parameter: term.name,
    rangeLow: term.range[0],
    rangeHigh: term.range[1],
    mu: term.mu,
    muStar: term.muStar,
    sigma: term.sigma,
    first: term.first,
    firstLow: term.firstInterval?.[0] ?? null,
    firstHigh: term.firstInterval?.[1] ?? null,
    total: term.total,
    totalLow: term.totalInterval?.[0] ?? null,
    totalHigh: term.totalInterval?.[1] ?? null,
  }))
}
