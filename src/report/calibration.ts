import type { Lang } from '../model/labels.ts'
import { version } from '../model/version.ts'
import type { Assumption } from '../scenarios/assumptions.ts'
import type { CalibrationResult } from '../scenarios/calibrate.ts'
import type { Block, Report, Row } from './blocks.ts'
import { dotPlot } from './charts/dotPlot.ts'
import { meaningOf } from './driversSection.ts'
import { figure } from './figure.ts'
import { methodsSection } from './methodsSection.ts'
import { numbers } from './numbers.ts'
import { assumptionsSection } from './scenarioSections.ts'
import { calibrationWords } from './words/calibrationWords.ts'
import { reportWords } from './words/reportWords.ts'

/** Below this no parameters make the model look like the waves, see `CalibrationResult.resemblance`. */
const UNLIKE = 0.01
/** Two parameters whose correlation after the fit is above this can hardly be told apart. */
const ENTANGLED = 0.7

/** The report of a calibration: what the waves say about each parameter, and how well the fit foretells the wave kept back. */
export function calibrationReport(result: CalibrationResult, lang: Lang): Report {
  const words = calibrationWords[lang]
  const { percent, effect, parameter, count } = numbers(lang)
  const interval = ([low, high]: readonly [number, number]) => `${parameter(low)} – ${parameter(high)}`
  const rowOf = (name: string) => result.assumptions.find(row => row.name === name)!
  const named = (verdict: 'narrowed' | 'shifted' | 'silent') =>
    result.parameters.filter(row => row.verdict === verdict).map(({ name }) => name)
  const unlike = result.resemblance < UNLIKE
  return {
    title: words.title(result.name),
    blocks: [
      {
        type: 'lead',
        text: unlike
          ? words.unlike(effect(result.resemblance))
          : words.lead(named('narrowed'), result.parameters.length, result.fitted),
      },
      {
        type: 'list',
        items: [
          ...(['shifted', 'silent'] as const).flatMap(verdict =>
            unlike || named(verdict).length === 0 ? [] : [words.others[verdict](named(verdict))],
          ),
          ...(unlike ? [] : [words.alike(percent(result.resemblance)), ...entangled(result, lang)]),
          words.holds,
        ],
      },
      { type: 'heading', text: words.heading },
      {
        type: 'figures',
        wide: true,
        figures: [
          figure('before-and-after', words.chart, () =>
            dotPlot({
              title: words.chart,
              note: words.note,
              saidLabel: words.said,
              rows: result.parameters.map(({ name, value, prior, median, interval: [low, high] }) => {
                const at = (x: number) => placeOf(rowOf(name), x)
                return {
                  label: name,
                  marks: [
                    { value: at(median), interval: [at(low), at(high)] },
                    { value: at(value), interval: [at(prior[0]), at(prior[1])] },
                  ],
                  said: `${effect(low)} – ${effect(high)}`,
                }
              }),
              reference: null,
              lang,
            }),
          ),
        ],
      },
      { type: 'text', text: words.reading, ofPicture: true },
      {
        type: 'table',
        columns: [
          { label: words.table.name },
          { label: words.table.value, numeric: true },
          { label: words.table.prior, numeric: true },
          { label: words.table.median, numeric: true },
          { label: words.table.interval, numeric: true },
          { label: words.table.verdict },
        ],
        rows: result.parameters.map(row => [
          row.name,
          parameter(row.value),
          interval(row.prior),
          parameter(row.median),
          interval(row.interval),
          words.verdicts[row.verdict],
        ]),
      },
      {
        type: 'table',
        columns: [{ label: words.table.name }, { label: words.table.what }, { label: words.table.unit }],
        rows: result.parameters.map(({ name, unit }) => [
          name,
          meaningOf(name, result.assumptions, lang),
          reportWords(lang).unit(unit),
        ]),
      },
      { type: 'heading', text: words.check },
      ...checkBlocks(result, lang),
      ...assumptionsSection(result.assumptions, lang),
      ...methodsSection(['model', 'calibration'], lang),
      { type: 'heading', text: reportWords(lang).manifest },
      { type: 'text', text: words.manifest(version, count(result.runs), parameter(result.error), result.seed) },
      {
        type: 'code',
        language: 'ts',
        folded: reportWords(lang).againCode,
        text: `calibrate(waves, ${JSON.stringify(result.scenario, null, 2)}, ${JSON.stringify({ fit: result.parameters.map(({ name }) => name), seed: result.seed, error: result.error, draws: result.runs }, null, 2)})`,
      },
    ],
  }
}

/** The share of an assumption's range, on the scale on which it is drawn. */
function placeOf({ range: [low, high], draw }: Assumption, value: number): number {
  return draw === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low)
}

function entangled({ parameters, correlations }: CalibrationResult, lang: Lang): string[] {
  const { difference } = numbers(lang)
  return parameters.flatMap(({ name }, d) =>
    parameters.slice(0, d).flatMap((other, e) => {
      const correlation = correlations[d]![e] ?? 0
      return Math.abs(correlation) > ENTANGLED
        ? [calibrationWords[lang].entangled(other.name, name, difference(correlation))]
        : []
    }),
  )
}

function checkBlocks({ check }: CalibrationResult, lang: Lang): Block[] {
  const words = calibrationWords[lang]
  const { percent, count, effect } = numbers(lang)
  if (check === null) return [{ type: 'text', text: words.noCheck }]
  const { week, values, error, unfitted, noChange, inside } = check
  const better = error < unfitted && error < noChange
  return [
    {
      type: 'text',
      text: [words.checked(week, count(values), percent(inside)), better ? words.better : words.noBetter].join(
        lang === 'zh' ? '' : ' ',
      ),
    },
    {
      type: 'table',
      columns: [{ label: words.errors.of }, { label: words.errors.error, numeric: true }],
      rows: [
        [words.errors.fitted, effect(error)],
        [words.errors.unfitted, effect(unfitted)],
        [words.errors.noChange, effect(noChange)],
      ],
    },
  ]
}

/** Tidy rows: a parameter each. */
export function calibrationRows({ name, parameters, resemblance }: CalibrationResult): Row[] {
  return parameters.map(row => ({
    scenario: name,
    parameter: row.name,
    value: row.value,
    priorLow: row.prior[0],
    priorHigh: row.prior[1],
    median: row.median,
    low: row.interval[0],
    high: row.interval[1],
    ratio: row.ratio,
    shift: row.shift,
    verdict: row.verdict,
    resemblance,
  }))
}
