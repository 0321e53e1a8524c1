import { actorLabel, type Lang, layerLabel } from '../model/labels.ts'
import { version } from '../model/version.ts'
import type { Assumption } from '../scenarios/assumptions.ts'
import type { EnsembleResult } from '../scenarios/ensemble/types.ts'
import { explain } from '../scenarios/explain.ts'
import { mechanismLabels } from '../scenarios/mechanismLabels.ts'
import { outcomes } from '../scenarios/outcomes.ts'
import { type Practice, practiceLabels } from '../scenarios/practices.ts'
import type { ScenarioResult } from '../scenarios/results.ts'
import { compareView } from '../view/compareView.ts'
import { toSvg } from '../view/toSvg.ts'
import type { Theme } from '../view/types.ts'
import type { Block } from './blocks.ts'
import { hoursChart } from './charts/hoursChart.ts'
import { lineChart } from './charts/lineChart.ts'
import { banded, bandOf } from './ensembleFigures.ts'
import { figure } from './figure.ts'
import { numbers } from './numbers.ts'
import { type HoursPart, reportWords } from './words/reportWords.ts'

/** Ties listed as changed most, and actors that a picture can hold. */
const LISTED = 12
const DRAWN = 150
/** Mechanisms named beside a change. */
const MECHANISMS = 2

const parts: readonly HoursPart[] = ['paperwork', 'chores', 'practices', 'service']

/** What a run is called: the name that the user gave it, else its strategies in the language of the report. */
export function nameOf({ name, scenario }: ScenarioResult, lang: Lang): string {
  if (scenario.name !== undefined || scenario.strategies.length === 0) return name
  return scenario.strategies.map(({ label }) => label[lang]).join(lang === 'zh' ? '＋' : ' + ')
}

/** Value of an outcome at the end of a run. */
export function endOf({ timeline }: ScenarioResult, outcome: (typeof outcomes)[number]['name']): number | null {
  return timeline.at(-1)?.outcomes[outcome] ?? null
}

/** The hours of one part over all agencies, week by week from week 1. */
function hoursByWeek({ hours, weeks }: ScenarioResult, part: HoursPart, from: 'spent' | 'short'): number[] {
  const sums = new Array<number>(weeks).fill(0)
  for (const entry of hours)
    for (const [use, value] of Object.entries(entry[from])) {
      const own = use === 'paperwork' || use === 'chores' || use === 'service' ? use : 'practices'
      if (own === part && entry.week >= 1 && entry.week <= weeks) sums[entry.week - 1]! += value
    }
  return sums
}

export function meanHours(result: ScenarioResult, part: HoursPart, from: 'spent' | 'short' = 'spent'): number {
  return hoursByWeek(result, part, from).reduce((sum, value) => sum + value, 0) / Math.max(1, result.weeks)
}

/** Mean hours a week of each practice over all agencies, most first. */
export function practiceHours({ hours, weeks }: ScenarioResult): { practice: string; mean: number }[] {
  const sums = new Map<string, number>()
  for (const { spent } of hours)
    for (const [use, value] of Object.entries(spent))
      if (use !== 'paperwork' && use !== 'chores' && use !== 'service') sums.set(use, (sums.get(use) ?? 0) + value)
  return [...sums]
    .map(([practice, sum]) => ({ practice, mean: sum / Math.max(1, weeks) }))
    .sort((a, b) => b.mean - a.mean)
}

export function practiceLabel(practice: string, lang: Lang): string {
  return Object.hasOwn(practiceLabels, practice) ? practiceLabels[practice as Practice][lang] : practice
}

export function meanCapacity({ hours, weeks }: ScenarioResult): number {
  return hours.reduce((sum, { capacity }) => sum + capacity, 0) / Math.max(1, weeks)
}

/** Week by week; with the ribbons of an ensemble of the same scenarios, where there is one. */
export function trajectories(results: readonly ScenarioResult[], lang: Lang, ensemble?: EnsembleResult): Block[] {
  const words = reportWords(lang)
  if (results.every(({ weeks }) => weeks === 0)) return []
  const ribbons = ensemble ? banded(ensemble) : []
  return [
    { type: 'heading', text: words.trajectories },
    { type: 'text', text: ensemble ? words.trajectoriesRibbons(ribbons) : words.trajectoriesNote },
    {
      type: 'figures',
      wide: true,
      figures: outcomes.map(({ name, label, better }) =>
        figure(`weeks-${name}`, label[lang], () =>
          lineChart({
            title: label[lang],
            note: words.better[better],
            weeks: ensemble && bandOf(ensemble, results[0]!.name, name)?.weeks,
            lines: results.map(result => {
              const band = ensemble && bandOf(ensemble, result.name, name)
              const weeks = band?.weeks ?? result.timeline.map((_, week) => week)
              return {
                label: nameOf(result, lang),
                values: weeks.map(week => result.timeline[week]?.outcomes[name] ?? null),
                band: ribbons.includes(result.name) ? band : undefined,
              }
            }),
            weekLabel: words.week,
            lang,
          }),
        ),
      ),
    },
    quarters(results, lang),
  ]
}

/** Voice and delivery at the quarters of the run: the trajectories where there are no pictures. */
function quarters(results: readonly ScenarioResult[], lang: Lang): Block {
  const words = reportWords(lang)
  const { index } = numbers(lang)
  const last = Math.max(...results.map(({ weeks }) => weeks))
  const weeks = [...new Set([0, 0.25, 0.5, 0.75, 1].map(share => Math.round(share * last)))]
  return {
    type: 'table',
    insteadOfPicture: true,
    columns: [
      { label: words.scenario },
      { label: words.definitionTable.name },
      ...weeks.map(week => ({ label: words.inWeek(week), numeric: true })),
    ],
    rows: outcomes
      .filter(({ name }) => name === 'voice' || name === 'delivery')
      .flatMap(({ name, label }) =>
        results.map(result => [
          nameOf(result, lang),
          label[lang],
          ...weeks.map(week => index(result.timeline[week]?.outcomes[name] ?? null)),
        ]),
      ),
  }
}

/** Before, after and change of one run, and the ties that changed most. */
export function beforeAfter(result: ScenarioResult, lang: Lang): Block[] {
  const words = reportWords(lang)
  const { index, difference } = numbers(lang)
  const blocks: Block[] = [{ type: 'heading', text: words.beforeAfter(nameOf(result, lang)) }]
  if (result.changes.length === 0) return [...blocks, { type: 'text', text: words.noChanges }]
  if (result.before.order <= DRAWN) {
    const view = (theme: Theme) => compareView(result.before, result.after, { lang, theme })
    const { before, after, difference } = view('light')
    blocks.push(
      { type: 'text', text: words.beforeAfterNote, ofPicture: true },
      {
        type: 'figures',
        wide: true,
        figures: (
          [
            [before, 'before'],
            [after, 'after'],
            [difference, 'difference'],
          ] as const
        ).map(([one, time]) => ({
          name: `network-${time}`,
          title: one.title,
          caption: one.title,
          draw: theme => toSvg(theme === 'light' ? one : view(theme)[time]),
        })),
      },
    )
  }
  const name = (id: string) =>
    actorLabel(id, result.before.hasNode(id) ? result.before.getNodeAttribute(id, 'label') : undefined, lang)
  const explained = explain(result).changes
  const changed = [...result.changes].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
  const table = words.changesTable
  blocks.push({
    type: 'table',
    columns: [
      { label: table.from },
      { label: table.to },
      { label: table.layer },
      { label: table.before, numeric: true },
      { label: table.after, numeric: true },
      { label: table.change, numeric: true },
      { label: table.mechanism },
    ],
    rows: changed.slice(0, LISTED).map(({ source, target, layer, before, after }) => {
      const moved = explained.find(row => row.source === source && row.target === target && row.layer === layer)
      return [
        name(source),
        `→ ${name(target)}`,
        layerLabel(layer, lang),
        index(before),
        index(after),
        `${after > before ? '▲' : '▼'} ${difference(after - before)}`,
        (moved?.parts ?? [])
          .slice(0, MECHANISMS)
          .filter(({ amount }) => difference(amount) !== difference(0))
          .map(({ mechanism, amount }) => `${mechanismLabels[mechanism][lang]} ${difference(amount)}`)
          .join(words.between),
      ]
    }),
  })
  return blocks
}

/** Where the hours went, and what they crowded out against the first run that is named as baseline. */
export function hoursSection(results: readonly ScenarioResult[], baseline: ScenarioResult | null, lang: Lang): Block[] {
  const words = reportWords(lang)
  const { hours } = numbers(lang)
  const withHours = results.filter(result => result.hours.length > 0)
  if (withHours.length === 0) return []
  const most = Math.max(
    ...withHours.flatMap(result => {
      const all = parts.map(part => hoursByWeek(result, part, 'spent'))
      return all[0]!.map((_, week) => all.reduce((sum, values) => sum + values[week]!, 0))
    }),
  )
  const sign = (value: number) => (value > 0.05 ? `+${hours(value)}` : hours(value))
  const numeric = (label: string) => ({ label, numeric: true })
  return [
    { type: 'heading', text: words.hours },
    { type: 'text', text: words.hoursNote },
    {
      type: 'figures',
      wide: true,
      figures: withHours.map(result =>
        figure(`hours-${nameOf(result, lang)}`, nameOf(result, lang), () =>
          hoursChart({
            title: nameOf(result, lang),
            series: parts.map(part => ({ label: words.hoursParts[part], values: hoursByWeek(result, part, 'spent') })),
            weekLabel: words.week,
            hoursLabel: words.hoursAxis,
            most,
            lang,
          }),
        ),
      ),
    },
    {
      type: 'table',
      columns: [
        { label: words.scenario },
        ...parts.map(part => numeric(words.hoursParts[part])),
        numeric(words.hoursTable.short),
        ...(baseline ? [numeric(words.hoursTable.crowded)] : []),
      ],
      rows: withHours.map(result => [
        nameOf(result, lang),
        ...parts.map(part => hours(meanHours(result, part))),
        hours(parts.reduce((sum, part) => sum + meanHours(result, part, 'short'), 0)),
        ...(baseline ? [sign(meanHours(result, 'service') - meanHours(baseline, 'service'))] : []),
      ]),
    },
  ]
}

/** What the answer rests on: which assumptions matter most, where that was looked into, then all of them. */
export function assumptionsSection(
  assumptions: readonly Assumption[],
  lang: Lang,
  drivers: readonly Block[] = [],
): Block[] {
  const words = reportWords(lang)
  const { parameter } = numbers(lang)
  const table = words.assumptionsTable
  return [
    { type: 'heading', text: words.assumptions },
    ...drivers,
    {
      type: 'text',
      text: words.assumptionsNote(
        assumptions.length,
        assumptions.filter(({ source }) => /assumed/.test(source)).length,
      ),
    },
    {
      type: 'table',
      folded: words.assumptionsFold(assumptions.length),
      columns: [
        { label: table.name },
        { label: table.value, numeric: true },
        { label: table.range, numeric: true },
        { label: table.unit },
        { label: table.source },
        { label: table.why },
      ],
      rows: assumptions.map(({ name, value, range, unit, source, why }) => [
        name,
        parameter(value),
        `${parameter(range[0])} – ${parameter(range[1])}`,
        words.unit(unit),
        words.source(source),
        why[lang],
      ]),
    },
  ]
}

export function definitionsSection(lang: Lang): Block[] {
  const words = reportWords(lang)
  const table = words.definitionTable
  return [
    { type: 'heading', text: words.definitions },
    {
      type: 'table',
      columns: [
        { label: table.name },
        { label: table.definition },
        { label: table.range, numeric: true },
        { label: table.better },
      ],
      rows: outcomes.map(({ label, definition, range, better }) => [
        label[lang],
        definition[lang],
        `${numbers(lang).parameter(range[0])} – ${range[1]}`,
        words.better[better],
      ]),
    },
  ]
}

export function manifestSection(results: readonly ScenarioResult[], seed: number, weeks: number, lang: Lang): Block[] {
  const words = reportWords(lang)
  return [
    { type: 'heading', text: words.manifest },
    { type: 'text', text: words.manifestNote(version, seed, weeks) },
    {
      type: 'code',
      folded: words.again,
      text: JSON.stringify(
        results.map(({ scenario }) => scenario),
        null,
        2,
      ),
    },
    { type: 'text', text: words.noPrediction },
  ]
}

export function withdrawalSentences(results: readonly ScenarioResult[], lang: Lang): string[] {
  const words = reportWords(lang)
  return results.flatMap(result =>
    result.withdrawals.map(({ agency, week }) =>
      words.withdrew(
        nameOf(result, lang),
        actorLabel(
          agency,
          result.before.hasNode(agency) ? result.before.getNodeAttribute(agency, 'label') : undefined,
          lang,
        ),
        week,
      ),
    ),
  )
}
