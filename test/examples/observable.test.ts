import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser } from '../helpers/browser.ts'

/**
 * Cells as docs/reports.md has them written, shown by Observable's own runtime and inspector, with its `html`, each by the name of
 * its variable.
 */
const cells: Readonly<Record<string, string>> = {
  network: 'xCommunity()',
  scores: "strength(network, { layer: 'power', direction: 'out' })",
  diagnosis: 'diagnose(network)',
  scenario: 'runScenario(network, { strategies: [buildAlliance()] })',
  picture: "html({ raw: [toSvg(networkView(network, { layer: 'power', lang: 'en' }))] })",
  chart: 'html({ raw: [charts(scenario)[0].svg] })',
  report: "html({ raw: [display(diagnosis, { lang: 'en' }).html] })",
}

/** What the cells take from where. */
const imported: Readonly<Record<string, readonly string[]>> = {
  'guanxi/cases': ['xCommunity'],
  'guanxi/metrics': ['strength', 'diagnose'],
  'guanxi/scenarios': ['runScenario', 'buildAlliance'],
  'guanxi/view': ['toSvg', 'networkView'],
  'guanxi/report': ['charts', 'display'],
  htl: ['html'],
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const names = Object.keys(cells)

/** The notebook as a script: a cell runs when the cells that it names have their values. */
function script(): string {
  const imports = Object.entries(imported).map(([from, what]) => `import { ${what.join(', ')} } from '${from}'`)
  const variables = Object.entries(cells).map(([name, code]) => {
    const inputs = names.filter(other => new RegExp(`\\b${other}\\b`).test(code))
    return `notebook.variable(inspector()).define('${name}', ${JSON.stringify(inputs)}, (${inputs}) => ${code})`
  })
  return `import { Inspector } from '@observablehq/inspector'
import { Runtime } from '@observablehq/runtime'
${imports.join('\n')}
const inspector = Inspector.into('main')
const notebook = new Runtime().module()
${variables.join('\n')}`
}

describe.skipIf(!browserPath)('a notebook of Observable', { timeout: 180_000 }, () => {
  let browser: Browser
  let page: Page
  const faults: string[] = []
  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: script(), resolveDir: root },
      bundle: true,
      format: 'esm',
      platform: 'browser',
      write: false,
      conditions: ['@guanxi/source'],
    })
    const style = readFileSync(`${root}node_modules/@observablehq/inspector/dist/inspector.css`, 'utf8')
    browser = await openBrowser()
    page = await browser.newPage()
    page.on('pageerror', error => faults.push(String(error)))
    await page.setContent(`<!doctype html><title>Notebook</title><style>${style}</style><main></main>`)
    await page.addScriptTag({ type: 'module', content: outputFiles[0]!.text })
    await page.locator('.observablehq--running, .observablehq:empty').first().waitFor({ state: 'detached' })
  }, 180_000)
  afterAll(() => browser?.close())
  const cell = (name: string) => page.locator('main > .observablehq').nth(names.indexOf(name))

  test('the cells are those of the documentation', () => {
    const docs = readFileSync(`${root}docs/reports.md`, 'utf8')
    for (const name of ['picture', 'chart', 'report']) expect(docs).toContain(`\n${cells[name]} // `)
  })
  test('pictures, charts and reports are shown, the report in a frame with its pictures', async () => {
    for (const [name, actors] of [
      ['picture', 8],
      ['chart', 0],
    ] as const) {
      await cell(name).locator('> svg').waitFor()
      expect(await cell(name).locator('.gx-actor').count()).toBe(actors)
      expect((await cell(name).locator('> svg').boundingBox())!.width, name).toBeGreaterThan(250)
    }
    const frame = cell('report').locator('> iframe')
    expect((await frame.boundingBox())!.height).toBe(720)
    await frame.contentFrame().locator('h1').waitFor()
    expect(await frame.contentFrame().locator('svg .gx-actor').count()).toBe(24)
    expect(faults).toEqual([])
  })
  test('other results unfold as plain data, with nothing beside it', async () => {
    for (const [name, first] of [
      ['scores', 'Scores {ids: Array(8)'],
      ['diagnosis', 'Object {kind: "diagnosis"'],
      ['scenario', 'Object {kind: "scenario"'],
    ] as const) {
      expect(await cell(name).textContent()).toContain(first)
      expect(await cell(name).textContent(), name).not.toContain('Symbol(')
    }
  })
})
