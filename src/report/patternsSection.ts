import type { PatternCheck } from '../cases/checkPatterns.ts'
import type { Lang } from '../model/labels.ts'
import type { Block } from './blocks.ts'
import { numbers } from './numbers.ts'
import { reportWords } from './words/reportWords.ts'

/** How many findings of the case held, in a sentence or two. */
export function patternsLead(patterns: readonly PatternCheck[], lang: Lang): string {
  const words = reportWords(lang)
  const { percent } = numbers(lang)
  const held = words.patternsHeld(patterns.filter(({ holds }) => holds).length, patterns.length)
  if (patterns.length === 0) return held
  const mean = patterns.reduce((sum, { share }) => sum + share, 0) / patterns.length
  const weakest = patterns.reduce((least, one) => (one.share < least.share ? one : least))
  return [held, words.patternsShares(percent(mean), weakest.id, percent(weakest.share))].join(lang === 'zh' ? '' : ' ')
}

/** The findings of the case: do they hold at the defaults, and in what share of sampled worlds. */
export function patternsSection(patterns: readonly PatternCheck[], lang: Lang): Block[] {
  const words = reportWords(lang)
  const { percent } = numbers(lang)
  const table = words.patternsTable
  return [
    { type: 'heading', text: words.patterns },
    { type: 'text', text: `${patternsLead(patterns, lang)}${lang === 'zh' ? '' : ' '}${words.patternsNote}` },
    {
      type: 'table',
      columns: [
        { label: table.id },
        { label: table.section },
        { label: table.finding },
        { label: table.holds },
        { label: table.share, numeric: true },
      ],
      rows: patterns.map(({ id, section, finding, holds, share, error }) => [
        id,
        section,
        finding[lang],
        holds ? words.yes : words.no,
        `${percent(share)} ± ${percent(error)}`,
      ]),
    },
  ]
}
