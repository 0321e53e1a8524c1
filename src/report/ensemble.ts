import type { PatternCheck } from '../cases/checkPatterns.ts'
import type { Lang } from '../model/labels.ts'
import { orNull } from '../model/scores.ts'
import { assumptions as defaults } from '../scenarios/assumptions.ts'
import { namesOf, outcomeColumn } from '../scenarios/ensemble/columns.ts'
import { maximinTable } from '../scenarios/ensemble/maximinTable.ts'
import { regretTable } from '../scenarios/ensemble/regretTable.ts'
import { type DiscoveredLimit, scenarioDiscovery } from '../scenarios/ensemble/scenarioDiscovery.ts'
import type { EnsembleResult } from '../scenarios/ensemble/types.ts'
import { outcomes } from '../scenarios/outcomes.ts'
import type { SensitivityResult } from '../scenarios/sensitivity.ts'
import type { Answer, Block, Column, Report, Row } from './blocks.ts'
import { dotPlot } from './charts/dotPlot.ts'
import { lineChart } from './charts/lineChart.ts'
import { quantileDots } from './charts/quantileDots.ts'
import { type Drivers, driversBlocks, driversLead, driversOf, shortLabel } from './driversSection.ts'
import {
  banded,
  bandOf,
  baselineOf,
  contrastOf,
  labelOf,
  mostOftenBest,
  outcomeOf,
  sortedDraws,
} from './ensembleFigures.ts'
import { definedOutcomes, ensembleDrivers, MAIN, sureTexts } from './ensembleSections.ts'
import { figure } from './figure.ts'
import { methodsSection } from './methodsSection.ts'
import { numbers } from './numbers.ts'
import { patternsLead, patternsSection } from './patternsSection.ts'
import { assumptionsSection, definitionsSection } from './scenarioSections.ts'
import { ensembleWords } from './words/ensembleWords.ts'
import { reportWords } from './words/reportWords.ts'

/** What may be passed along with an ensemble. */
export interface BesideEnsemble {
  readonly sensitivity?: readonly SensitivityResult[]
  readonly patterns?: readonly PatternCheck[] | undefined
}

/** The report of an ensemble: which scenario does best in how many worlds, by how much, and what that rests on. */
export function ensembleReport(
  result: EnsembleResult,
  lang: Lang,
  { sensitivity = [], patterns }: BesideEnsemble = {},
): Report {
  const words = ensembleWords[lang]
  const { count } = numbers(lang)
  const drivers = sensitivity.length > 0 ? sensitivity.map(one => driversOf(one, lang)) : ensembleDrivers(result, lang)
  return {
    title: words.title(count(result.replications)),
    blocks: [
      { type: 'answers', answers: answers(result, drivers, lang, patterns) },
      ...distributions(result, lang),
      ...contrasts(result, lang),
      ...robustness(result, lang),
      ...bands(result, lang),
      ...assumptionsSection(result.assumptions, lang, driversBlocks(drivers, result.assumptions, lang)),
      ...(patterns ? patternsSection(patterns, lang) : []),
      ...definitionsSection(lang),
      ...methodsSection(
        [
          'model',
          'ensemble',
          ...new Set(drivers.map(({ method }) => method)),
          ...(patterns ? ['patterns' as const] : []),
        ],
        lang,
        designSentence(result, lang),
      ),
      ...manifest(result, lang),
    ],
  }
}

function answers(
  result: EnsembleResult,
  drivers: readonly Drivers[],
  lang: Lang,
  patterns: readonly PatternCheck[] | undefined,
): Answer[] {
  const words = ensembleWords[lang]
  const { questions } = reportWords(lang)
  const { count, chance } = numbers(lang)
  const voice = mostOftenBest(result, 'voice')
  const delivery = mostOftenBest(result, 'delivery')
  const worlds = count(result.replications)
  const best = voice ?? delivery
  return [
    {
      question: questions.do,
      texts: [
        ...(voice && delivery
          ? [
              voice.name === delivery.name
                ? words.bestOnBoth(
                    labelOf(result, voice.name, lang),
                    worlds,
                    result.weeks,
                    chance(voice.share),
                    chance(delivery.share),
                  )
                : words.bestOnEach(
                    worlds,
                    result.weeks,
                    labelOf(result, voice.name, lang),
                    chance(voice.share),
                    labelOf(result, delivery.name, lang),
                    chance(delivery.share),
                  ),
            ]
          : [reportWords(lang).noOutcomes]),
        ...[...new Set([voice?.name, delivery?.name])].flatMap(name =>
          name === undefined ? [] : asked(result, name, lang),
        ),
      ],
    },
    {
      question: questions.sure,
      texts: [...(best ? sureTexts(result, best.name, lang) : []), ...(patterns ? [patternsLead(patterns, lang)] : [])],
    },
    {
      question: questions.rests,
      texts:
        drivers.length > 0
          ? driversLead(drivers, result.assumptions, lang)
          : [reportWords(lang).restsUnknown(result.assumptions.length), words.tooFew(worlds, result.drawn.length)],
      ...(drivers.length > 0 ? {} : { code: reportWords(lang).runSensitivity('ensemble') }),
    },
  ]
}

/** Hours that a scenario's strategies ask for, and into what. */
function asked(result: EnsembleResult, name: string, lang: Lang): string[] {
  const { hours } = numbers(lang)
  const scenario = result.scenarios.find(one => one.name === name)
  const sum = (scenario?.strategies ?? []).reduce(
    (total, { hoursPerWeek, intensity }) => total + hoursPerWeek * intensity,
    0,
  )
  const label = labelOf(result, name, lang)
  if (sum === 0) return [ensembleWords[lang].baselineBest(label)]
  return [
    ensembleWords[lang].asked(label, hours(sum)),
    reportWords(lang).mix(
      label,
      scenario!.strategies
        .filter(({ hoursPerWeek }) => hoursPerWeek > 0)
        .map(strategy => ({ label: strategy.label[lang], hours: hours(strategy.hoursPerWeek * strategy.intensity) })),
    ),
  ]
}

function distributions(result: EnsembleResult, lang: Lang): Block[] {
  const words = ensembleWords[lang]
  const { index, effect } = numbers(lang)
  const names = namesOf(result)
  const numeric = (label: string): Column => ({ label, numeric: true })
  const { table } = words
  return [
    { type: 'heading', text: words.distributions },
    { type: 'text', text: words.distributionsNote, ofPicture: true },
    {
      type: 'figures',
      wide: true,
      figures: definedOutcomes(result).map(({ name: outcome, label, better }) =>
        figure(`outcome-${outcome}`, label[lang], () =>
          quantileDots({
            title: label[lang],
            note: reportWords(lang).better[better],
            rows: names.map(name => {
              const { median, low, high } = outcomeOf(result, name, outcome)
              return {
                label: labelOf(result, name, lang),
                sorted: sortedDraws(result, name, outcome),
                median,
                interval: low === null || high === null ? null : [low, high],
              }
            }),
            lang,
          }),
        ),
      ),
    },
    {
      type: 'table',
      folded: words.all,
      columns: [
        { label: reportWords(lang).scenario },
        { label: table.outcome },
        ...[table.mean, table.error, table.sd, table.median, table.low, table.high].map(numeric),
      ],
      rows: definedOutcomes(result).flatMap(({ name: outcome, label }) =>
        names.map(name => {
          const row = outcomeOf(result, name, outcome)
          return [
            labelOf(result, name, lang),
            label[lang],
            index(row.mean),
            row.error === null ? index(null) : `± ${effect(row.error)}`,
            ...[row.sd, row.median, row.low, row.high].map(index),
          ]
        }),
      ),
    },
  ]
}

function contrasts(result: EnsembleResult, lang: Lang): Block[] {
  const words = ensembleWords[lang]
  const { chance, difference } = numbers(lang)
  const baseline = baselineOf(result)
  const names = namesOf(result)
  const others = names.filter(name => name !== baseline)
  if (others.length === 0) return []
  const defined = definedOutcomes(result)
  const main = defined.filter(({ name }) => MAIN.includes(name))
  return [
    { type: 'heading', text: words.contrasts(labelOf(result, baseline, lang)) },
    { type: 'text', text: words.contrastsNote, ofPicture: true },
    {
      type: 'figures',
      wide: true,
      figures: defined.map(({ name: outcome, label, better }) =>
        figure(`contrast-${outcome}`, label[lang], () =>
          dotPlot({
            title: label[lang],
            note: reportWords(lang).better[better],
            saidLabel: words.saidLabel,
            rows: others.map(name => {
              const { median, low, high, chanceABeatsB } = contrastOf(result, name, baseline, outcome)
              return {
                label: labelOf(result, name, lang),
                marks: [{ value: median, interval: low === null || high === null ? null : [low, high] }],
                said: `${difference(median)} · ${chance(chanceABeatsB)}`,
                series: names.indexOf(name),
              }
            }),
            reference: 0,
            referenceIsZero: true,
            lang,
          }),
        ),
      ),
    },
    ...main.flatMap(({ name: outcome }): Block[] => [
      { type: 'text', text: `${words.chances(shortLabel(outcome, lang))}${lang === 'zh' ? '：' : ':'}` },
      {
        type: 'table',
        columns: [
          { label: reportWords(lang).scenario },
          ...names.map(name => ({ label: words.chanceColumn(labelOf(result, name, lang)), numeric: true })),
        ],
        rows: names.map(a => [
          labelOf(result, a, lang),
          ...names.map(b => (a === b ? '–' : chance(contrastOf(result, a, b, outcome).chanceABeatsB))),
        ]),
      },
    ]),
    {
      type: 'table',
      folded: words.allContrasts,
      columns: [
        { label: words.contrastTable.pair },
        { label: words.table.outcome },
        { label: words.contrastTable.difference, numeric: true },
        { label: words.contrastTable.interval, numeric: true },
        { label: words.table.low, numeric: true },
        { label: words.table.high, numeric: true },
        { label: words.chance, numeric: true },
      ],
      rows: defined.flatMap(({ name: outcome, label }) =>
        others.map(name => {
          const row = contrastOf(result, name, baseline, outcome)
          return [
            `${labelOf(result, name, lang)} − ${labelOf(result, baseline, lang)}`,
            label[lang],
            difference(row.difference),
            row.interval ? row.interval.map(difference).join(' – ') : difference(null),
            difference(row.low),
            difference(row.high),
            chance(row.chanceABeatsB),
          ]
        }),
      ),
    },
  ]
}

/** Fewer failures than this say little on where they lie. */
const FEW = 10

/** Regret and worst cases on the main outcomes, and where the best scenario fails to beat the baseline. */
function robustness(result: EnsembleResult, lang: Lang): Block[] {
  const words = ensembleWords[lang]
  const { index, chance } = numbers(lang)
  const names = namesOf(result)
  const main = definedOutcomes(result).filter(({ name }) => MAIN.includes(name))
  if (names.length < 2 || main.length === 0) return []
  const tables = main.map(({ name: outcome }) => ({
    outcome,
    regrets: regretTable(result, { outcome }),
    worst: maximinTable(result, { outcome }),
  }))
  return [
    { type: 'heading', text: words.regret },
    { type: 'text', text: words.regretNote },
    {
      type: 'table',
      columns: [
        { label: reportWords(lang).scenario },
        ...tables.flatMap(({ outcome }) =>
          [words.regretTable.mean, words.regretTable.worst, words.regretTable.lowest].map(label => ({
            label: `${shortLabel(outcome, lang)} · ${label}`,
            numeric: true,
          })),
        ),
      ],
      rows: names.map(name => [
        labelOf(result, name, lang),
        ...tables.flatMap(({ regrets, worst }) => {
          const regret = regrets.find(({ scenario }) => scenario === name)!
          return [regret.mean, regret.worst, worst.find(({ scenario }) => scenario === name)!.worst].map(index)
        }),
      ]),
    },
    ...main.flatMap(({ name: outcome, better }): Block[] => {
      const scenario = mostOftenBest(result, outcome)?.name
      const against = baselineOf(result)
      if (scenario === undefined || scenario === against) return []
      const end = better === 'higher' ? { atLeast: Number.MIN_VALUE } : { atMost: -Number.MIN_VALUE }
      const { box, share, failures } = scenarioDiscovery(result, { scenario, against, outcome, ...end })
      if (failures < FEW) return []
      const who = [labelOf(result, scenario, lang), labelOf(result, against, lang), shortLabel(outcome, lang)] as const
      const said =
        box && box.limits.length > 0
          ? words.turns(
              ...who,
              chance(share),
              box.limits.map(limit => limitInWords(limit, lang)),
              chance(box.coverage),
              chance(box.density),
            )
          : words.turnsAnywhere(...who, chance(share))
      return [{ type: 'text', text: said }]
    }),
  ]
}

function limitInWords({ name, low, high }: DiscoveredLimit, lang: Lang): string {
  const { effect } = numbers(lang)
  if (low !== null && high !== null) return `${effect(low)} ≤ ${name} ≤ ${effect(high)}`
  return low !== null ? `${name} ≥ ${effect(low)}` : `${name} ≤ ${effect(high!)}`
}

function bands(result: EnsembleResult, lang: Lang): Block[] {
  const words = ensembleWords[lang]
  if (result.bands.length === 0 || result.weeks === 0) return []
  const names = namesOf(result)
  const ribbons = banded(result)
  return [
    { type: 'heading', text: words.bands },
    { type: 'text', text: words.bandsNote(ribbons.map(name => labelOf(result, name, lang))), ofPicture: true },
    {
      type: 'figures',
      wide: true,
      figures: definedOutcomes(result).map(({ name: outcome, label, better }) =>
        figure(`weeks-${outcome}`, label[lang], () =>
          lineChart({
            title: label[lang],
            note: reportWords(lang).better[better],
            weeks: bandOf(result, names[0]!, outcome)?.weeks,
            lines: names.flatMap(name => {
              const band = bandOf(result, name, outcome)
              return band
                ? [
                    {
                      label: labelOf(result, name, lang),
                      values: band.median,
                      ...(ribbons.includes(name) ? { band } : {}),
                    },
                  ]
                : []
            }),
            weekLabel: reportWords(lang).week,
            lang,
          }),
        ),
      ),
    },
  ]
}

function designSentence({ design, drawn, replications }: EnsembleResult, lang: Lang): string {
  const words = ensembleWords[lang]
  const name = typeof design === 'string' ? design : 'grid' in design ? 'grid' : 'list'
  const names =
    typeof design === 'string'
      ? drawn.map(row => row.name)
      : 'grid' in design
        ? Object.keys(design.grid)
        : [...new Set(design.list.flatMap(Object.keys))]
  return words.design(words.designs[name], names.length, numbers(lang).count(replications))
}

function manifest(result: EnsembleResult, lang: Lang): Block[] {
  const words = ensembleWords[lang]
  const { version, seed, weeks, replications, ...hashes } = result.manifest
  return [
    { type: 'heading', text: reportWords(lang).manifest },
    { type: 'text', text: words.manifest(version, seed, weeks, numbers(lang).count(replications)) },
    {
      type: 'table',
      columns: [{ label: words.input }, { label: words.hash }],
      rows: (['network', 'scenarios', 'parameters', 'job'] as const).map(name => [words.hashes[name], hashes[name]]),
    },
    { type: 'code', language: 'ts', folded: reportWords(lang).againCode, text: callOf(result) },
    { type: 'text', text: reportWords(lang).noPrediction },
  ]
}

/** The call that gives the same ensemble again, from the same network. */
function callOf({
  scenarios,
  weeks,
  seed,
  design,
  drawn,
  assumptions,
  manifest: { replications },
}: EnsembleResult): string {
  const ranges = new Map(drawn.map(({ name, range }) => [name, range]))
  const parameters = Object.fromEntries(
    defaults().flatMap(({ name, range }): [string, number | readonly [number, number]][] => {
      const own = ranges.get(name)
      if (own) return own[0] === range[0] && own[1] === range[1] ? [] : [[name, own]]
      const value = assumptions.find(row => row.name === name)?.value
      return typeof design === 'string' && value !== undefined ? [[name, value]] : []
    }),
  )
  const options = {
    replications,
    weeks,
    seed,
    design,
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
  }
  return `runEnsemble(network, ${JSON.stringify(scenarios, null, 2)}, ${JSON.stringify(options, null, 2)})`
}

/** Tidy rows: a replication of a scenario each. */
export function ensembleRows(result: EnsembleResult): Row[] {
  const { from, to } = result.draws
  const names = namesOf(result)
  return names.flatMap(scenario => {
    const columns = outcomes.map(({ name }) => [name, outcomeColumn(result, scenario, name)] as const)
    const withdrew = result.draws.withdrewInWeek.find(row => row.scenario === scenario)?.values ?? []
    return Array.from({ length: to - from }, (_, r) => ({
      scenario,
      replication: from + r,
      ...Object.fromEntries(columns.map(([name, values]) => [name, orNull(values[r]!)])),
      withdrewInWeek: withdrew[r] ?? null,
    }))
  })
}
