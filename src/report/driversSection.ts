import type { Lang } from '../model/labels.ts'
import type { Assumption } from '../scenarios/assumptions.ts'
import { type OutcomeName, outcomes } from '../scenarios/outcomes.ts'
import type { SensitivityResult } from '../scenarios/sensitivity.ts'
import type { Block, Column, Figure } from './blocks.ts'
import { dotPlot, type Mark } from './charts/dotPlot.ts'
import { figure } from './figure.ts'
import { numbers } from './numbers.ts'
import { sensitivityWords } from './words/sensitivityWords.ts'

/** Assumptions in a tornado, and those whose meaning is said. */
const DRAWN = 12
const SAID = 6

/** What one assumption does to an outcome, by any method. */
export interface Driver {
  readonly name: string
  readonly range: readonly [number, number]
  readonly marks: readonly Mark[]
  /** What drivers are ranked by, without a sign. */
  readonly weight: number
  /** What stands at the right of the tornado. */
  readonly said: string
  /** Its effect in a sentence. */
  readonly sentence: string
  /** Numbers for the table, in the order of `columns`. */
  readonly cells: readonly string[]
}

/** What an outcome of a scenario rests on, the assumption that matters most first. */
export interface Drivers {
  readonly method: 'morris' | 'sobol' | 'ranks'
  readonly scenario: string
  readonly outcome: OutcomeName
  readonly note: string
  readonly columns: readonly string[]
  readonly rows: readonly Driver[]
}

/** A sensitivity result as drivers. */
export function driversOf(result: SensitivityResult, lang: Lang): Drivers {
  const words = sensitivityWords[lang]
  const { index, percent, span } = numbers(lang)
  const label = shortLabel(result.outcome, lang)
  const ranked = result.ranked.map(name => result.terms.find(term => term.name === name)!)
  const about = { method: result.method, scenario: result.name, outcome: result.outcome }
  if (result.method === 'sobol')
    return {
      ...about,
      note: words.sobolNote,
      columns: [words.table.first, words.table.total],
      rows: ranked.map(({ name, range, first, firstInterval, total, totalInterval }) => ({
        name,
        range,
        marks: [
          { value: first, interval: firstInterval },
          { value: total, interval: totalInterval },
        ],
        weight: total ?? 0,
        said: index(total),
        sentence: words.sobolEffect(name, label, percent(total), percent(first)),
        cells: [span(first, firstInterval), span(total, totalInterval)],
      })),
    }
  return {
    ...about,
    note: words.morrisNote,
    columns: ['μ*', 'μ', 'σ'],
    rows: ranked.map(({ name, range, mu, muStar, sigma }) => {
      const even = muStar === null || muStar === 0 || Math.abs(mu!) < 0.5 * muStar
      return {
        name,
        range,
        marks: [{ value: mu, interval: mu === null || sigma === null ? null : [mu - sigma, mu + sigma] }],
        weight: muStar ?? 0,
        said: index(muStar),
        sentence: words.morrisEffect(name, label, index(muStar), even ? 'both' : mu! > 0 ? 'up' : 'down'),
        cells: [index(muStar), index(mu), index(sigma)],
      }
    }),
  }
}

/** The first words on what outcomes rest on: the assumptions that matter most, each with what it means where it first comes. */
export function driversLead(all: readonly Drivers[], assumptions: readonly Assumption[], lang: Lang): string[] {
  const words = sensitivityWords[lang]
  const explained = new Set<string>()
  return all.map((drivers, i) => {
    const label = shortLabel(drivers.outcome, lang)
    const first = drivers.rows.slice(0, 3).filter(({ weight }) => weight > 0)
    if (first.length === 0) return words.nothing(label, drivers.scenario)
    const names = first.map(({ name }) => {
      if (explained.has(name)) return name
      explained.add(name)
      return words.meaning(name, meaningOf(name, assumptions, lang))
    })
    const said = words.lead(label, drivers.scenario, names)
    return i === 0 ? [said, first[0]!.sentence].join(lang === 'zh' ? '' : ' ') : said
  })
}

/** Tornados side by side, and what the first assumptions mean. */
export function driversBlocks(all: readonly Drivers[], assumptions: readonly Assumption[], lang: Lang): Block[] {
  const words = sensitivityWords[lang]
  const { parameter } = numbers(lang)
  const shown = all.filter(({ rows }) => rows.some(({ weight }) => weight > 0))
  if (shown.length === 0) return []
  const meanings = [...new Set(shown.flatMap(({ rows }) => rows.slice(0, SAID).map(({ name }) => name)))]
  const range = (name: string) => shown.flatMap(({ rows }) => rows).find(row => row.name === name)!.range
  const numeric = (label: string): Column => ({ label, numeric: true })
  return [
    ...[...new Set(shown.map(({ note }) => note))].map((text): Block => ({ type: 'text', text, ofPicture: true })),
    { type: 'figures', figures: shown.map(drivers => tornado(drivers, lang)) },
    {
      type: 'table',
      columns: [{ label: words.table.name }, { label: words.table.what }, numeric(words.table.range)],
      rows: meanings.map(name => [name, meaningOf(name, assumptions, lang), range(name).map(parameter).join(' – ')]),
    },
    ...shown.map(
      (drivers): Block => ({
        type: 'table',
        folded: words.all(drivers.rows.length, shortLabel(drivers.outcome, lang), drivers.scenario),
        columns: [{ label: words.table.name }, numeric(words.table.range), ...drivers.columns.map(numeric)],
        rows: drivers.rows.map(row => [row.name, row.range.map(parameter).join(' – '), ...row.cells]),
      }),
    ),
  ]
}

function tornado({ method, scenario, outcome, rows }: Drivers, lang: Lang): Figure {
  const words = sensitivityWords[lang]
  const label = outcomeLabel(outcome, lang)
  return figure(`rests-on-${outcome}-${scenario}`, `${words.tornado}: ${label}`, () =>
    dotPlot({
      title: label,
      note: scenario,
      saidLabel: words.said[method],
      rows: rows.slice(0, DRAWN).map(({ name, marks, said }) => ({ label: name, marks, said })),
      reference: 0,
      referenceIsZero: true,
      lang,
    }),
  )
}

/** What a parameter does, up to the first pause. */
export function meaningOf(name: string, assumptions: readonly Assumption[], lang: Lang): string {
  const why = assumptions.find(row => row.name === name)?.why[lang] ?? name
  return why.split(/[:;：；]/)[0]!
}

/** An outcome's label without what stands in brackets, for sentences. */
export function shortLabel(name: OutcomeName, lang: Lang): string {
  return outcomeLabel(name, lang).split(' (')[0]!
}

export function outcomeLabel(name: OutcomeName, lang: Lang): string {
  return outcomes.find(outcome => outcome.name === name)!.label[lang]
}
