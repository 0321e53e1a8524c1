import { show } from '../model/errors.ts'
import type { Label } from '../model/labels.ts'
import { checkOptions, integerIn, type OptionRule, oneOf, requireOption, text, texts } from '../model/options.ts'
import { type CellStyle, cellNumber } from './shared/cells.ts'
import { type CsvStyle, scanCsv } from './shared/csv.ts'
import { Faults } from './shared/faults.ts'
import { counted, Losses } from './shared/losses.ts'
import { type Attributes, NetworkBuilder } from './shared/networkBuilder.ts'
import { type ReadOptions, readRules, textRecord } from './shared/readOptions.ts'
import type { ReadResult } from './shared/results.ts'

/** Options of `readSurvey`. */
export interface SurveyOptions extends ReadOptions, CsvStyle, CellStyle {
  /** Lowest and highest answer, such as `[1, 5]`. */
  readonly scale: readonly [number, number]
  /** Items (titles of columns) of each layer, such as `{ trust: ['reliability', 'openness'] }`. */
  readonly layers: Readonly<Record<string, readonly string[]>>
  /** `'long'`: a row a pair. `'wide'`: a row a respondent, with columns such as `reliability: agency`. @defaultValue 'long' */
  readonly form?: 'long' | 'wide' | undefined
  /** Titles of the columns of who answers and (long form) about whom. @defaultValue respondent or 填写人, about or 评价对象 */
  readonly columns?: { readonly respondent?: string | undefined; readonly about?: string | undefined } | undefined
  /** What parts item and actor in the titles of the wide form. @defaultValue ':' */
  readonly parts?: string | undefined
  /** Items on which a high answer means little. */
  readonly reversed?: readonly string[] | undefined
  /** Items of a layer that must be answered; with fewer the layer is unknown. @defaultValue half of them, rounded up */
  readonly minimumItems?: number | undefined
  /** Ids by the names that stand in the table, such as `{ 街道办: 'street' }`. @defaultValue names are ids */
  readonly names?: Readonly<Record<string, string>> | undefined
  /** What actors are called in reports and pictures, by id, such as `{ street: { zh: '街道办', en: 'Street office' } }`. */
  readonly labels?: Readonly<Record<string, Label>> | undefined
  /** Everybody who was asked; without it, those who answer or are spoken of. */
  readonly roster?: readonly string[] | undefined
  /** What the ties of somebody who was asked and did not answer are. @defaultValue 'unknown' */
  readonly nonResponse?: 'unknown' | 'absent' | undefined
}

/** How well the items of a layer go together. */
export interface Reliability {
  readonly layer: string
  readonly items: readonly string[]
  /** Cronbach's α over the pairs that answered every item; `null` with one item, fewer than two pairs, or no spread. */
  readonly alpha: number | null
  readonly pairs: number
}

/** What `readSurvey` gives. */
export interface SurveyResult extends ReadResult {
  readonly reliability: readonly Reliability[]
  /** Actors who did not answer. */
  readonly nonRespondents: readonly string[]
}

/** An object of lists of items. */
export const layersRule: OptionRule = {
  expected: 'an object of lists of items',
  accepts: value =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      items => Array.isArray(items) && items.length > 0 && items.every(item => typeof item === 'string'),
    ),
}

const labelsRule: OptionRule = {
  expected: 'an object of labels',
  accepts: value => typeof value === 'object' && value !== null && !Array.isArray(value),
}

/** Lowest and highest answer. */
export const scaleRule: OptionRule = {
  expected: '[lowest, highest]',
  accepts: value =>
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(Number.isFinite) &&
    (value[0] as number) < (value[1] as number),
}

/**
 * Reads a survey in which people rate each other: each rating becomes a tie from who answers to whom it is about.
 *
 * A layer is the mean of its answered items, put from the scale onto [0, 1]: (x − low) / (high − low). The two ratings of a pair
 * stay two ties; they are never averaged. An answer that is missing is unknown, and so are the ties of who did not answer at all.
 *
 * @param csv - the table, in long form (`respondent,about,item,…`) or wide form (`respondent,item: actor,…`).
 * @returns the network, each tie with its answers as evidence, Cronbach's α a layer, who did not answer, and what was left out.
 * @throws {GuanxiError} `INVALID_FILE` with every fault and its line; `INVALID_OPTION`.
 *
 * Time linear in the table, and O(actors) for each who did not answer.
 *
 * Source: α after Cronbach 1951, Psychometrika 16, eq. 2: k / (k − 1) · (1 − Σ item variances / variance of the sum).
 *
 * @example
 * ```ts
 * import { readSurvey } from 'guanxi/io'
 *
 * const csv = 'respondent,about,reliability\ncommunity,agency,4\nagency,community,2\n'
 * const { network } = readSurvey(csv, { scale: [1, 5], layers: { trust: ['reliability'] } })
 * network.getEdgeAttribute(network.edge('community', 'agency'), 'trust') // => 0.75
 * ```
 */
export function readSurvey(csv: string, options: SurveyOptions): SurveyResult {
  checkOptions('readSurvey', options, {
    ...readRules,
    scale: scaleRule,
    layers: layersRule,
    form: oneOf('long', 'wide'),
    columns: textRecord,
    parts: text,
    reversed: texts,
    minimumItems: integerIn(1, 1000),
    names: textRecord,
    labels: labelsRule,
    roster: texts,
    nonResponse: oneOf('unknown', 'absent'),
    separator: text,
    decimal: oneOf('.', ','),
    unknown: texts,
  })
  const scale = requireOption('readSurvey', 'scale', options?.scale)
  const layers = requireOption('readSurvey', 'layers', options?.layers)
  const { form = 'long', parts = ':', reversed = [], nonResponse = 'unknown' } = options
  const faults = new Faults('readSurvey')
  const losses = new Losses()
  const builder = new NetworkBuilder(options, faults, losses, {
    actor: line => (line > 0 ? ['line', line] : ['roster', -line]),
    tie: line => ['line', line],
  })
  const { labels = {} } = options
  const called = (id: string): Attributes => (Object.hasOwn(labels, id) ? { label: labels[id] } : {})
  options.roster?.forEach((id, i) => {
    builder.actor(id, called(id), -i)
  })
  const items = Object.values(layers).flat()
  const rows = new Set<string>()
  const answered = new Set<string>()
  const complete = new Map<string, number[][]>(Object.keys(layers).map(layer => [layer, []]))
  const rated = new Set<string>()
  /** Ratings that lack answers: whose, on which layer, and whether too few are left. */
  const lacking: { source: string; layer: string; least: number; unknown: boolean }[] = []
  let respondentAt = -1
  let aboutAt = -1
  /** About whom (`''` in the long form: the row says), item, column. */
  const cellsOf = new Map<string, Map<string, number>>()
  const titles = { respondent: ['respondent', '填写人', '受访者'], about: ['about', '评价对象', '对象'] }

  const { names = {} } = options
  const idOf = (cell: string) => {
    const name = cell.trim()
    return Object.hasOwn(names, name) ? names[name]! : name
  }
  const place = (id: string, line: number) => {
    if (id !== '' && !builder.hasActor(id)) {
      if (options.roster !== undefined) faults.add(['line', line], `${show(id)} is not in the roster`)
      else builder.actor(id, called(id), line)
    }
  }
  const rate = (
    source: string,
    target: string,
    columns: ReadonlyMap<string, number>,
    cells: readonly string[],
    line: number,
  ) => {
    const answers = new Map<string, number>()
    for (const [item, at] of columns) {
      const value = cellNumber(cells[at]!, options)
      if (value === undefined) faults.add(['line', line, item], `expected a number, got ${show(cells[at])}`)
      else if (value !== null && (value < scale[0] || value > scale[1]))
        faults.add(['line', line, item], `expected ${scale[0]} to ${scale[1]}, got ${value}`)
      else if (value !== null) answers.set(item, reversed.includes(item) ? scale[0] + scale[1] - value : value)
    }
    if (answers.size > 0) answered.add(source)
    if (form === 'wide' && (answers.size === 0 || source === target)) return
    if (rated.has(JSON.stringify([source, target])) && (options.parallel ?? 'refuse') === 'refuse')
      faults.add(
        ['line', line],
        `${show(source)} rates ${show(target)} a second time; the option parallel says how to merge`,
      )
    rated.add(JSON.stringify([source, target]))
    const values: Attributes = {}
    for (const [layer, layerItems] of Object.entries(layers)) {
      const given = layerItems.filter(item => answers.has(item)).map(item => answers.get(item)!)
      if (given.length === layerItems.length) complete.get(layer)!.push(given)
      const least = Math.min(layerItems.length, options.minimumItems ?? Math.ceil(layerItems.length / 2))
      if (given.length < layerItems.length) lacking.push({ source, layer, least, unknown: given.length < least })
      const mean = given.reduce((sum, x) => sum + x, 0) / given.length
      values[layer] = given.length < least ? null : (mean - scale[0]) / (scale[1] - scale[0])
    }
    values.evidence = [{ kind: 'survey', at: `line ${line}`, answers: Object.fromEntries(answers) }]
    builder.tie(source, target, values, line)
  }

  scanCsv(
    csv,
    options,
    faults,
    header => {
      const find = (name: 'respondent' | 'about') => {
        const wanted = options.columns?.[name]
        const at =
          wanted === undefined
            ? header.findIndex(title => titles[name].includes(title.toLowerCase()))
            : header.indexOf(wanted)
        if (at < 0)
          faults.fatal(
            ['line', 1],
            `no column for ${name}; the header holds ${header.map(show).join(', ')} (option columns)`,
          )
        return at
      }
      respondentAt = find('respondent')
      if (form === 'long') {
        aboutAt = find('about')
        const columns = new Map<string, number>()
        for (const item of items) {
          const at = header.indexOf(item)
          if (at < 0)
            faults.add(['line', 1], `no column ${show(item)}; the header holds ${header.map(show).join(', ')}`)
          else columns.set(item, at)
        }
        cellsOf.set('', columns)
        const left = header.filter((title, i) => i !== respondentAt && i !== aboutAt && !items.includes(title))
        if (left.length > 0) losses.add(`columns that are no item of a layer are left out: ${left.join(', ')}`)
      } else {
        header.forEach((title, at) => {
          if (at === respondentAt) return
          const split = title.indexOf(parts)
          const item = split < 0 ? '' : title.slice(0, split).trim()
          const about = split < 0 ? '' : title.slice(split + parts.length).trim()
          if (!items.includes(item) || about === '') {
            losses.add(`the column ${show(title)} is no item of a layer about somebody; left out`)
            return
          }
          const columns = cellsOf.get(about) ?? new Map<string, number>()
          cellsOf.set(about, columns)
          if (columns.has(item)) faults.add(['line', 1], `a second column ${show(title)}`)
          columns.set(item, at)
        })
      }
      faults.raise()
    },
    (cells, line) => {
      const source = idOf(cells[respondentAt]!)
      if (source === '') {
        faults.add(['line', line], 'nobody is named as respondent')
        return
      }
      place(source, line)
      if (form === 'wide' && rows.has(source)) faults.add(['line', line], `a second row of ${show(source)}`)
      rows.add(source)
      for (const [named, columns] of cellsOf) {
        const target = form === 'long' ? idOf(cells[aboutAt]!) : idOf(named)
        if (target === '') {
          faults.add(['line', line], 'the row says not about whom')
          continue
        }
        place(target, line)
        rate(source, target, columns, cells, line)
      }
    },
  )
  faults.raise()
  const everyone = options.roster ?? builder.ids()
  const nonRespondents = everyone.filter(id => !answered.has(id))
  for (const layer of Object.keys(layers)) {
    // The blank rows of those who did not answer at all are told below.
    const some = lacking.filter(row => row.layer === layer && answered.has(row.source))
    if (some.length === 0) continue
    const unknown = some.filter(row => row.unknown).length
    losses.add(
      `${counted(some.length, 'rating')} of ${layer} ${some.length === 1 ? 'lacks' : 'lack'} answers; ${unknown === 0 ? 'none is unknown' : `${unknown} of them with fewer than ${some[0]!.least}, and unknown`}`,
    )
  }
  if (nonRespondents.length > 0) {
    losses.add(
      `${counted(nonRespondents.length, 'actor')} did not answer (${nonRespondents.slice(0, 10).join(', ')}${nonRespondents.length > 10 ? ', …' : ''}); their ties are ${nonResponse}`,
    )
    if (nonResponse === 'unknown')
      for (const source of nonRespondents)
        for (const target of everyone)
          if (source !== target && !rated.has(JSON.stringify([source, target])))
            builder.tie(source, target, Object.fromEntries(Object.keys(layers).map(layer => [layer, null])), 0)
  }
  const reliability = Object.entries(layers).map(([layer, layerItems]) => ({
    layer,
    items: layerItems,
    alpha: cronbach(complete.get(layer)!),
    pairs: complete.get(layer)!.length,
  }))
  return { network: builder.finish(), losses: losses.list(), reliability, nonRespondents }
}

function cronbach(rows: readonly (readonly number[])[]): number | null {
  const k = rows[0]?.length ?? 0
  if (k < 2 || rows.length < 2) return null
  const variance = (values: readonly number[]) => {
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length
    return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1)
  }
  const total = variance(rows.map(row => row.reduce((sum, x) => sum + x, 0)))
  if (total === 0) return null
  let parts = 0
  for (let i = 0; i < k; i++) parts += variance(rows.map(row => row[i]!))
  return (k / (k - 1)) * (1 - parts / total)
}
