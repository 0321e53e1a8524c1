import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { createNetwork, type RelationNetwork } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { testDiagnosis } from 'guanxi/inference'
import { diagnose } from 'guanxi/metrics'
import { charts, display, toHtml, toMarkdown, toRows } from 'guanxi/report'
import {
  buildAlliance,
  calibrate,
  compareScenarios,
  extendRelations,
  runEnsemble,
  runScenario,
  sustainCooperation,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import { version } from '../../src/model/version.ts'
import { DARK_SERIES } from '../../src/report/charts/inTheme.ts'
import { HOVER, HOVER_HASH } from '../../src/report/hover.ts'
import { STYLE, STYLE_HASH } from '../../src/report/style.ts'
import { en } from '../../src/report/words/en.ts'
import { zh } from '../../src/report/words/zh.ts'
import { calibrated, reports, scenarios, wavesAt } from './reports.ts'

const network = xCommunity()
const comparison = compareScenarios(
  network,
  [
    { name: 'as it is', strategies: [] },
    { name: 'all three', strategies: [sustainCooperation(), buildAlliance(), extendRelations()] },
  ],
  { weeks: 52, seed: 1 },
)
const kinds = await reports()
const hostile = '<script>alert(1)</script>"\'&|\n# x'

function withHostileLabels(): RelationNetwork {
  const copy = xCommunity()
  copy.forEachNode(id => copy.setNodeAttribute(id, 'label', { zh: hostile, en: hostile }))
  copy.setAttribute('name', hostile)
  return copy
}

describe.each(Object.entries(kinds))('%s', (_, { result, beside }) => {
  test.each(['en', 'zh'] as const)('in %s: whole, without slips of type', lang => {
    const html = toHtml(result, { lang, ...beside })
    expect(html).toMatch(/^<!doctype html>/)
    expect(html).toContain(`<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}">`)
    expect(html).toMatch(/<svg/)
    for (const text of [html.replace(`<script>${HOVER}</script>`, ''), toMarkdown(result, { lang, ...beside })])
      expect(text).not.toMatch(/NaN|undefined|\[object Object\]|Infinity/)
    expect(toHtml(result, { lang, ...beside })).toBe(html)
  })
  test('in Chinese: its own texts use full-width punctuation', () => {
    const texts = toHtml(result, { lang: 'zh', ...beside })
      .replace(/<(svg|pre|code|li|td|table|title|h1|h2|style|script)\b[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, '\n')
    expect(texts.match(/.*([\u4e00-\u9fff][,;:!?(]|[),;:!?][\u4e00-\u9fff]).*/g) ?? []).toEqual([])
  })
  test('asks for nothing from outside, and has no script but its own and no style attribute that the policy would refuse', () => {
    const html = toHtml(result, { lang: 'en', ...beside }).replace(`<script>${HOVER}</script>`, '')
    expect(html).not.toMatch(/<(script|img|iframe|link|image|use|object)\b| style=|@import|url\((?!#)/i)
    expect(html).not.toMatch(/(src|href)=/)
  })
  test('rows all have the same keys and plain values', () => {
    const rows = toRows(result)
    expect(rows.length).toBeGreaterThan(1)
    const keys = Object.keys(rows[0]!)
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(keys)
      for (const value of Object.values(row))
        expect(value === null || typeof value === 'string' || Number.isFinite(value)).toBe(true)
    }
  })
  test('its charts by themselves: each with a name of its own that fits a file, in every theme', () => {
    const all = charts(result, { lang: 'en', ...beside })
    expect(all.length).toBeGreaterThan(0)
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    for (const { name, svg } of all) {
      expect(name).toMatch(/^[\p{L}\p{N}-]+$/u)
      expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/)
    }
    const dark = charts(result, { lang: 'en', theme: 'dark', ...beside })
    for (const [i, { svg }] of dark.entries()) {
      expect(svg).toMatch(/class="gx-ground"[^>]*fill="#14191f"/)
      expect(svg).not.toBe(all[i]!.svg)
    }
  })
  test('methods, how to cite, and how to run it again', () => {
    const markdown = toMarkdown(result, { lang: 'en', ...beside })
    expect(markdown).toMatch(/## Methods\n/)
    expect(markdown).toMatch(/To cite: guanxi, version /)
    if (result.kind !== 'diagnosis') expect(markdown).toMatch(/## To run it again\n/)
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

describe('the first screen', () => {
  const { comparison: alone, 'comparison with all': withAll, ensemble, plan, 'plan of one’s own': ownPlan } = kinds
  test('asks the three questions in both languages', () => {
    for (const { result, beside } of [alone!, withAll!, ensemble!, plan!])
      for (const [lang, questions] of [
        ['en', ['What should we do with our hours?', 'How sure is that?', 'What does it rest on?']],
        ['zh', ['工时该怎么用？', '有多大把握？', '取决于什么？']],
      ] as const) {
        const html = toHtml(result, { lang, ...beside })
        const answers = html.slice(html.indexOf('<dl class="answers">'), html.indexOf('</dl>'))
        expect([...answers.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, text]) => text)).toEqual(questions)
        expect(html.indexOf('<h2>')).toBeGreaterThan(html.indexOf('</dl>'))
      }
  })
  test('a comparison alone says plainly that nobody knows how sure it is, and what to run', () => {
    const markdown = toMarkdown(alone!.result, { lang: 'en' })
    expect(markdown).toMatch(/Not known yet: each scenario is one run/)
    expect(markdown).toMatch(/```ts\nconst ensemble = await runEnsemble\(/)
    expect(markdown).toMatch(/```ts\nconst found = sensitivity\(/)
    expect(toHtml(alone!.result, { lang: 'zh' })).toMatch(/尚不清楚/)
  })
  test('with an ensemble: the chance, the middle and the spread of the difference, the error of the draws', () => {
    const markdown = toMarkdown(withAll!.result, { lang: 'en', ...withAll!.beside })
    const { contrasts } = withAll!.beside.ensemble!
    const row = contrasts.find(
      ({ a, b, outcome }) => a === scenarios[2]!.name && b === scenarios[0]!.name && outcome === 'delivery',
    )!
    expect(markdown).toContain(
      `on delivery in ${(100 * row.chanceABeatsB!).toFixed(0)}\u00a0% of the worlds (by ${row.median!.toFixed(2)} in the middle`,
    )
    expect(markdown).toMatch(/Monte-Carlo error/)
    expect(markdown).not.toMatch(/runEnsemble\(/)
  })
  test('what it rests on: by a sensitivity analysis, else by the ensemble’s own draws, else it is not known', () => {
    expect(toMarkdown(withAll!.result, withAll!.beside)).toMatch(/moves voice by \d\.\d\d on average/)
    expect(toMarkdown(withAll!.result, { ensemble: ensemble!.result as never })).toMatch(/partial rank correlation/)
    expect(toMarkdown(kinds['ensemble of few']!.result)).toMatch(/has not been looked into/)
  })
  test('which mechanism moved the ties that changed most', () => {
    const markdown = toMarkdown(alone!.result, { lang: 'en' })
    expect(markdown).toMatch(
      /\| Residents \| → Social work agency \| trust \| .* \| ▲ \+0\.\d\d \| acquaintance \+0\.\d\d/,
    )
  })
  test('the findings of the case that held, and in what share of worlds', () => {
    const markdown = toMarkdown(withAll!.result, { lang: 'en', ...withAll!.beside })
    expect(markdown).toMatch(/Of 13 findings of the case that the model is held to, all hold at the defaults/)
    expect(markdown.match(/\| P\d+ \|/g)).toHaveLength(13)
  })
  test('a plan names strategies of the user’s own by their label', () => {
    expect(toMarkdown(ownPlan!.result, { lang: 'zh' })).toMatch(/社区茶馆/)
    expect(Object.keys(toRows(ownPlan!.result)[0]!)).toContain('hours.tea-house')
  })
})

describe('what goes with what', () => {
  const bad = expect.objectContaining({ code: 'INVALID_OPTION' })
  const { comparison: compared, diagnosis, plan } = kinds
  test('an ensemble of other scenarios, or over other weeks, is refused', async () => {
    const shorter = await runEnsemble(network, scenarios, { replications: 2, weeks: 4, seed: 1 })
    const others = await runEnsemble(network, scenarios.slice(1), { replications: 2, seed: 1 })
    for (const ensemble of [shorter, others]) expect(() => toHtml(compared!.result, { ensemble })).toThrow(bad)
  })
  test('results of the wrong kind, and results that do not belong there, are refused by name', () => {
    const patterns = kinds['comparison with all']!.beside.patterns!
    for (const options of [{ ensemble: plan!.result }, { sensitivity: compared!.result }, { sensitivity: [1] }])
      expect(() => toHtml(compared!.result, options as never)).toThrow(bad)
    expect(() => toMarkdown(plan!.result, { patterns })).toThrow(/patterns goes with no plan/)
    expect(() => charts(diagnosis!.result, { theme: 'sepia' } as never)).toThrow(bad)
    expect(() => toHtml(diagnosis!.result, { theme: 'dark' } as never)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_OPTION' }),
    )
  })
})

describe('a calibration', () => {
  const result = calibrated([0, 13, 26])
  test('says which parameters the waves narrow, and which not', () => {
    const narrowed = result.parameters.filter(({ verdict }) => verdict === 'narrowed').map(({ name }) => name)
    expect(narrowed).toEqual(['trustGain'])
    expect(toMarkdown(result)).toContain(
      'The wave of week 13 narrows 1 of the 3 parameters that were fitted: trustGain.',
    )
    expect(toMarkdown(result)).toContain('lossFactor and rehireWeeks: the waves cannot tell.')
    expect(toMarkdown(result, { lang: 'zh' })).toContain(
      '第13周的观测缩小了所拟合的3个参数中1个的取值区间：trustGain。',
    )
  })
  test('a row a parameter, before and after', () => {
    const [row] = toRows(result)
    const { prior, interval, median } = result.parameters[0]!
    expect(row).toMatchObject({
      parameter: 'trustGain',
      priorLow: prior[0],
      low: interval[0],
      high: interval[1],
      median,
    })
    expect(toRows(result)).toHaveLength(3)
  })
  test('the chart draws before and after on the scale on which parameters are drawn', () => {
    const { svg } = charts(result).find(({ name }) => name === 'before-and-after')!
    // A range drawn evenly or in its logarithm: the middle nine tenths of what was possible before look the same.
    const lines = [...svg.matchAll(/<path class="gx-line gx-s1" d="M([\d.]+) [\d.]+H([\d.]+)"/g)].map(line =>
      line.slice(1),
    )
    expect(lines).toHaveLength(6)
    expect(lines[3]).toEqual(lines[1])
    expect(lines[5]).toEqual(lines[1])
  })
  test('is held against the wave kept back; says so when there is none', () => {
    expect(toMarkdown(result)).toContain('The wave of week 26 was not used for the fit.')
    expect(toMarkdown(result)).toContain('The fitted model foretells it better')
    const worse = { ...result, check: { ...result.check!, error: 0.5 } }
    expect(toMarkdown(worse)).toContain('does not foretell it better')
    expect(toMarkdown(calibrated([0, 26]))).toContain('No wave was kept back')
  })
  test('warns when no parameters make the model look like the waves, and when two cannot be told apart', () => {
    const unlike = toMarkdown({ ...result, resemblance: 0.004 })
    expect(unlike).toContain('(resemblance 0.004, below 0.01): the intervals below mean nothing')
    expect(unlike).not.toMatch(/narrows|cannot tell\. Keep/)
    const tangled = [
      [1, -0.9, 0],
      [-0.9, 1, 0],
      [0, 0, null],
    ]
    expect(toMarkdown({ ...result, correlations: tangled })).toContain(
      'trustGain and lossFactor can hardly be told apart (correlation −0.90 after the fit)',
    )
  })
  test('the call that it prints gives the same result', () => {
    const call = /```ts\n(calibrate\([\s\S]*?\))\n```/.exec(toMarkdown(result))![1]!
    expect(new Function('calibrate', 'waves', `return ${call}`)(calibrate, wavesAt([0, 13, 26]))).toEqual(result)
  })
})

describe('an ensemble', () => {
  const { result, beside } = kinds.ensemble!
  if (result.kind !== 'ensemble') throw new Error('expected an ensemble')
  test('shows distributions: twenty dots and an interval for every scenario and outcome, and no bar', () => {
    const shown = charts(result, beside).filter(({ name }) => name.startsWith('outcome-'))
    expect(shown.length).toBe(9)
    for (const { svg } of shown) {
      expect(svg.match(/<circle /g)).toHaveLength(20 * scenarios.length)
      expect(svg.match(/stroke-width="2.5"/g)).toHaveLength(scenarios.length)
      // Only the ground and the areas that can be pointed at are rectangles.
      expect(svg.match(/<rect /g)).toHaveLength(1 + scenarios.length)
    }
  })
  test('the call that it prints gives the same job', async () => {
    const call = /```ts\n(runEnsemble\([\s\S]*?\))\n```/.exec(toMarkdown(result))![1]!
    const again = await new Function('runEnsemble', 'network', `return ${call}`)(runEnsemble, network)
    expect(again.manifest).toEqual(result.manifest)
  })
  test('so does the one of an ensemble with held and narrowed assumptions', async () => {
    const held = await runEnsemble(network, scenarios, {
      replications: 8,
      seed: 3,
      weeks: 4,
      design: 'sobol',
      noise: 0.1,
      parameters: { trustGain: 0.05, halfDose: [2, 3] },
    })
    const call = /```ts\n(runEnsemble\([\s\S]*?\))\n```/.exec(toMarkdown(held))![1]!
    const again = await new Function('runEnsemble', 'network', `return ${call}`)(runEnsemble, network)
    expect(again.manifest).toEqual(held.manifest)
  })
  test('regret, the worst world, and where the answer turns over', async () => {
    const of = async (replications: number, seed: number) =>
      toMarkdown(await runEnsemble(network, scenarios.slice(0, 2), { replications, seed }))
    const markdown = await of(1000, 2)
    expect(await of(300, 1)).toMatch(/does not beat .* on delivery in .*; no assumption tells these apart/)
    expect(markdown).toMatch(/voice · Mean regret \| voice · Largest regret \| voice · Worst value/)
    expect(markdown).toMatch(
      /does not beat “as it is · 维持现状” on delivery in \d+\s% of the worlds; \d+\s% of these lie where [^,]*(≤|≥) [^,]*, and there it fails in \d+\s%/,
    )
  })
  test('a row a replication and scenario', () => {
    const rows = toRows(result)
    expect(rows).toHaveLength(64 * scenarios.length)
    expect(rows[64]).toMatchObject({ scenario: 'street office', replication: 0 })
    expect(rows[64]!.voice).toBe(
      result.draws.outcomes.find(one => one.scenario === 'street office' && one.outcome === 'voice')!.values[0],
    )
  })
})

describe('display', () => {
  test('short on a terminal, rich in Jupyter, an element for a page; JSON stays small', () => {
    const { result, beside } = kinds['comparison with all']!
    const shown = display(result, { lang: 'en', ...beside })
    expect(inspect(shown)).toBe(shown.text)
    expect(String(shown)).toBe(shown.text)
    expect(shown.text).toMatch(/^Comparison of scenarios\nWhat should we do with our hours\?\n/)
    expect(shown.text.length).toBeLessThan(3000)
    const bundle = shown[Symbol.for('Jupyter.display')]!() as Record<string, string>
    expect(Object.keys(bundle)).toEqual(['text/html', 'text/markdown', 'text/plain'])
    expect(bundle['text/markdown']).toBe(toMarkdown(result, { lang: 'en', ...beside }))
    expect(shown.html).toBe(bundle['text/html'])
    expect(shown.html).toMatch(
      /^<iframe [^>]*srcdoc="&lt;!doctype html&gt;[^"]*" sandbox="allow-scripts"[^>]*><\/iframe>$/,
    )
  })
  test('of what is no result: refused', () => {
    expect(() => display({} as never)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
  })
})

describe('the style sheet', () => {
  test('has the dark series that charts by themselves are drawn in', () => {
    for (const [k, color] of DARK_SERIES.entries()) expect(STYLE).toContain(`.gx-line.gx-s${k}{stroke:${color}}`)
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
