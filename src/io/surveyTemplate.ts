import { GuanxiError } from '../model/errors.ts'
import { actorLabel, type Label, type Lang, layerLabel } from '../model/labels.ts'
import { layers as threeLayers } from '../model/network.ts'
import { checkOptions, type OptionRule, oneOf, requireOption } from '../model/options.ts'
import { layersRule, type SurveyOptions, scaleRule } from './readSurvey.ts'
import { csvRow } from './shared/csv.ts'

/** Options of `surveyTemplate` and `surveyWorkbook`. */
export interface SurveyTemplateOptions {
  /** Who is asked, each about all others: ids, or actors as in a document, who are called by their labels and keep their kinds. */
  readonly actors: readonly (
    | string
    | { readonly id: string; readonly kind?: string | undefined; readonly label?: Label | undefined }
  )[]
  /** Items of each layer, in the words of the questionnaire. @defaultValue one item each for power, resources and trust */
  readonly layers?: Readonly<Record<string, readonly string[]>> | undefined
  /** Lowest and highest answer. @defaultValue [1, 5] */
  readonly scale?: readonly [number, number] | undefined
  /** @defaultValue 'en' */
  readonly lang?: Lang | undefined
}

/** A questionnaire to fill in. */
export interface SurveyTemplate {
  /** A CSV table with a row for each who answers about whom; it begins with a byte order mark, by which Excel knows UTF-8. */
  readonly text: string
  /** The same as rows of cells; the first row is the header. */
  readonly rows: readonly (readonly string[])[]
  /** How to fill it in, a sentence each: for a second sheet, or the letter that goes with it. */
  readonly guide: readonly string[]
  /** What `readSurvey` needs to read the filled-in table back. */
  readonly reading: SurveyOptions
}

const actorsRule: OptionRule = {
  expected: 'a list of two actors or more',
  accepts: value =>
    Array.isArray(value) &&
    value.length >= 2 &&
    value.every(actor => typeof (typeof actor === 'string' ? actor : actor?.id) === 'string'),
}

/** Rules for `checkOptions`. */
export const templateRules = {
  actors: actorsRule,
  layers: layersRule,
  scale: scaleRule,
  lang: oneOf('zh', 'en'),
} as const

/**
 * Questionnaire to fill in, in Chinese or English: who holds power over whom, who gives what, who trusts whom.
 *
 * Everybody rates everybody else, in long form (a row a pair), so that the two ratings of a pair stay apart.
 *
 * @param options.actors - who is asked.
 * @param options.layers - items of each layer.
 * @param options.scale - lowest and highest answer.
 * @returns the table, how to fill it in, and the options by which `readSurvey` reads it back.
 * @throws {GuanxiError} `INVALID_OPTION`, also when two actors or two items bear one name.
 *
 * Time O(actors² · items).
 *
 * Source: none; ours.
 *
 * @example
 * ```ts
 * import { surveyTemplate } from 'guanxi/io'
 *
 * const { rows } = surveyTemplate({ actors: ['社区', '机构'], lang: 'zh' })
 * rows[0] // => ['填写人', '评价对象', '权力', '资源', '信任']
 * rows.length // => 3
 * ```
 */
export function surveyTemplate(options: SurveyTemplateOptions): SurveyTemplate {
  checkOptions('surveyTemplate', options, templateRules)
  const { scale = [1, 5], lang = 'en' } = options
  const actors = requireOption('surveyTemplate', 'actors', options?.actors).map(actor =>
    typeof actor === 'string'
      ? { id: actor, name: actor, kind: undefined, label: undefined }
      : { id: actor.id, name: actorLabel(actor.id, actor.label, lang), kind: actor.kind, label: actor.label },
  )
  const layers =
    options.layers ?? Object.fromEntries(threeLayers.map(layer => [layer, [capital(layerLabel(layer, lang))]]))
  const items = Object.values(layers).flat()
  const twice = firstTwice(actors.map(({ name }) => name)) ?? firstTwice([...words[lang].header, ...items])
  if (twice !== undefined)
    throw new GuanxiError(
      'INVALID_OPTION',
      `surveyTemplate: expected different names, got ${JSON.stringify(twice)} twice`,
    )
  const rows = [
    [...words[lang].header, ...items],
    ...actors.flatMap(respondent =>
      actors.filter(about => about !== respondent).map(about => [respondent.name, about.name, ...items.map(() => '')]),
    ),
  ]
  const [respondent, about] = words[lang].header
  const named = actors.filter(({ id, name }) => id !== name)
  const kinds = actors.flatMap(({ id, kind }) => (kind === undefined ? [] : [[id, kind] as const]))
  const labels = actors.flatMap(({ id, label }) => (label === undefined ? [] : [[id, label] as const]))
  return {
    text: `\ufeff${rows.map(row => csvRow(row)).join('\r\n')}\r\n`,
    rows,
    guide: words[lang].guide(scale, layers),
    reading: {
      scale,
      layers,
      columns: { respondent: respondent!, about: about! },
      roster: actors.map(({ id }) => id),
      ...(named.length > 0 ? { names: Object.fromEntries(named.map(({ id, name }) => [name, id])) } : {}),
      ...(kinds.length > 0 ? { kinds: Object.fromEntries(kinds) } : {}),
      ...(labels.length > 0 ? { labels: Object.fromEntries(labels) } : {}),
    },
  }
}

function firstTwice(names: readonly string[]): string | undefined {
  return names.find((name, i) => names.indexOf(name) !== i)
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const meaning: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  en: {
    power: 'how much say the respondent has over what the other does',
    resources: 'how much the respondent provides to the other (money, venue, hours, information, access)',
    trust: 'how far the respondent trusts the other',
  },
  zh: {
    power: '填写人对评价对象的工作有多大影响力',
    resources: '填写人向评价对象提供多少资源（资金、场地、工时、信息、渠道）',
    trust: '填写人对评价对象有多信任',
  },
}

const words = {
  en: {
    header: ['respondent', 'about'],
    guide: ([low, high]: readonly [number, number], layers: Readonly<Record<string, readonly string[]>>) => [
      'Each respondent fills in the rows that bear its own name.',
      `Answer with numbers from ${low} (not at all) to ${high} (very much).`,
      'Leave a cell blank when you cannot say; a blank counts as unknown, not as zero.',
      ...Object.entries(layers).map(
        ([layer, items]) => `${items.join(', ')}: ${own(meaning.en, layer) ?? `items on ${layer}`}.`,
      ),
    ],
  },
  zh: {
    header: ['填写人', '评价对象'],
    guide: ([low, high]: readonly [number, number], layers: Readonly<Record<string, readonly string[]>>) => [
      '请在“填写人”为自己的各行作答。',
      `请填 ${low} 到 ${high} 之间的数字：${low} 表示完全没有，${high} 表示非常大。`,
      '无法判断时请留空；空白按“未知”处理，不按零处理。',
      ...Object.entries(layers).map(
        ([layer, items]) => `${items.join('、')}：${own(meaning.zh, layer) ?? `关于${layer}的题目`}。`,
      ),
    ],
  },
} as const

function own(record: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
