import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createNetwork, type RelationNetwork } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { testDiagnosis } from 'guanxi/inference'
import { diagnose } from 'guanxi/metrics'
import { type Reportable, toHtml, toMarkdown, toRows } from 'guanxi/report'
import {
  buildAlliance,
  compareScenarios,
  extendRelations,
  planStrategies,
  runScenario,
  sensitivity,
  sustainCooperation,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import { version } from '../../src/model/version.ts'
import { HOVER, HOVER_HASH } from '../../src/report/hover.ts'
import { STYLE, STYLE_HASH } from '../../src/report/style.ts'
import { en } from '../../src/report/words/en.ts'
import { zh } from '../../src/report/words/zh.ts'

const network = xCommunity()
const comparison = compareScenarios(
  network,
  [
    { name: 'as it is', strategies: [] },
    { name: 'all three', strategies: [sustainCooperation(), buildAlliance(), extendRelations()] },
  ],
  { weeks: 52, seed: 1 },
)
const results: Readonly<Record<string, Reportable>> = {
  diagnosis: diagnose(network),
  scenario: runScenario(network, { strategies: [buildAlliance()], weeks: 12, seed: 1 }),
  comparison,
  sensitivity: sensitivity(
    network,
    { strategies: [buildAlliance()] },
    { method: 'morris', outcome: 'voice', samples: 4, seed: 1 },
  ),
  plan: planStrategies(network, { hoursPerWeek: 8, weeks: 26, seed: 1, samples: 5 }),
}
const hostile = '<script>alert(1)</script>"\'&|\n# x'

function withHostileLabels(): RelationNetwork {
  const copy = xCommunity()
  copy.forEachNode(id => copy.setNodeAttribute(id, 'label', { zh: hostile, en: hostile }))
  copy.setAttribute('name', hostile)
  return copy
}

describe.each(Object.entries(results))('%s', (_, result) => {
  test.each(['en', 'zh'] as const)('in %s: whole, without slips of type', lang => {
    const html = toHtml(result, { lang })
    expect(html).toMatch(/^<!doctype html>/)
    expect(html).toContain(`<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}">`)
    expect(html).toMatch(/<svg/)
    for (const text of [html, toMarkdown(result, { lang })]) {
      expect(text).not.toMatch(/NaN|undefined|\[object Object\]|Infinity/)
      expect(toHtml(result, { lang })).toBe(html)
    }
  })
  test('asks for nothing from outside, and has no script but its own and no style attribute that the policy would refuse', () => {
    const html = toHtml(result, { lang: 'en' }).replace(`<script>${HOVER}</script>`, '')
    expect(html).not.toMatch(/<(script|img|iframe|link|image|use|object)\b| style=|@import|url\((?!#)/i)
    expect(html).not.toMatch(/(src|href)=/)
  })
  test('rows all have the same keys and plain values', () => {
    const rows = toRows(result)
    expect(rows.length).toBeGreaterThan(10)
    const keys = Object.keys(rows[0]!)
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(keys)
      for (const value of Object.values(row))
        expect(value === null || typeof value === 'string' || Number.isFinite(value)).toBe(true)
    }
  })
})

describe('what it says', () => {
  test('the first sentence: who stands over whom, by how much, in which layer', () => {
    const markdown = toMarkdown(diagnose(network), { lang: 'en' })
    expect(markdown.split('\n\n')[1]).toMatch(
      /^\*\*In power, Street office stands highest and Social work agency lowest: \d+\s% of all power/,
    )
    expect(toMarkdown(diagnose(network), { lang: 'zh' }).split('\n\n')[1]).toMatch(/^\*\*权力方面，街道办事处居于最高/)
  })
  test('the best mix, what it costs, and that it is a model', () => {
    const first = toMarkdown(comparison, { lang: 'en' }).split('\n\n')[2]!
    expect(first).toMatch(/In this model and under its assumptions, “all three” does best after 52 weeks/)
    expect(first).toMatch(/hours a week for its practices/)
  })
  test('what could not be computed, and why', () => {
    const bare = createNetwork({
      actors: [
        { id: 'a', kind: 'x' },
        { id: 'b', kind: 'y' },
      ],
      ties: [{ source: 'a', target: 'b', trust: 0.5 }],
    })
    const markdown = toMarkdown(diagnose(bare), { lang: 'en' })
    expect(markdown).toMatch(/power.asymmetry: the layer has no weight/)
    expect(toHtml(diagnose(bare), { lang: 'zh' })).toMatch(/该维度没有任何权重/)
  })
  test('the tests of chance beside a diagnosis, and beside nothing else', () => {
    const tests = testDiagnosis(network, { seed: 1, replications: 99 })
    for (const lang of ['en', 'zh'] as const) {
      const html = toHtml(diagnose(network), { lang, tests })
      expect(html).toContain(lang === 'en' ? 'Is it more than chance?' : '是否超出偶然')
      expect(html).not.toMatch(/NaN|undefined/)
    }
    expect(() => toHtml(comparison, { tests })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
  })
  test('nobody at all, and a run of no weeks', () => {
    for (const lang of ['en', 'zh'] as const) {
      expect(toHtml(diagnose(createNetwork({ actors: [], ties: [] })), { lang })).not.toMatch(/NaN|undefined/)
      expect(toHtml(runScenario(network, { strategies: [], weeks: 0 }), { lang })).not.toMatch(/NaN|undefined|Infinity/)
    }
  })
  test('a result of no known kind is refused', () => {
    for (const bad of [null, {}, { kind: 'toString' }])
      expect(() => toMarkdown(bad as never)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    expect(() => toHtml(diagnose(network), { lang: 'fr' } as never)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    )
  })
})

describe('texts of the user', () => {
  test('are escaped in HTML and in Markdown', () => {
    const bad = withHostileLabels()
    const all = [
      diagnose(bad),
      compareScenarios(
        bad,
        [
          { name: hostile, strategies: [] },
          { name: `${hostile}2`, strategies: [buildAlliance()] },
        ],
        {
          weeks: 4,
          seed: 1,
        },
      ),
    ]
    for (const result of all) {
      expect(toHtml(result, { lang: 'en' }).replace(`<script>${HOVER}</script>`, '')).not.toMatch(/<script/)
      const markdown = toMarkdown(result, { lang: 'en' }).replace(/`{3,}json[\s\S]*?`{3,}/g, '')
      expect(markdown).not.toMatch(/(?<!\\)<script/)
      for (const line of markdown.split('\n')) expect(line).not.toMatch(/^# x/)
    }
  })
})

describe('the page', () => {
  test('admits its own style sheet and script by hash', () => {
    const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
    expect(STYLE_HASH).toBe(hash(STYLE))
    expect(HOVER_HASH).toBe(hash(HOVER))
  })
  test('says the version of the package', () => {
    expect(version).toBe(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version)
  })
})

describe('words', () => {
  const flat = (value: unknown, path = ''): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, own]) => flat(own, `${path}.${key}`))
        : []
  test('have the same keys in both languages', () => {
    const keys = (words: object) =>
      flat(words)
        .map(([path]) => path)
        .filter(path => !/references/.test(path))
    expect(keys(zh)).toEqual(keys(en))
  })
  test('Chinese ones use full-width punctuation', () => {
    for (const [path, text] of flat(zh))
      if (!/references|Methods/.test(path))
        expect(text, path).not.toMatch(/[\u4e00-\u9fff][,;:!?(]|[),;:!?][\u4e00-\u9fff]/)
  })
})
