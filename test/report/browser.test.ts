import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createNetwork } from 'guanxi'
import { charts, toHtml } from 'guanxi/report'
import { networkView, toSvg } from 'guanxi/view'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser } from '../helpers/browser.ts'
import { reports } from './reports.ts'

const kinds = await reports()
// Kinds that differ in little are looked at in one language.
const pages = Object.entries(kinds).flatMap(([kind, { result, beside }]) =>
  (/ (of|by) /.test(kind) ? (['zh'] as const) : (['en', 'zh'] as const)).map(lang => ({
    name: `${kind} ${lang}`,
    kind,
    lang,
    html: toHtml(result, { lang, ...beside }),
  })),
)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

let browser: Browser
const open = async (html: string, width: number, colorScheme: 'light' | 'dark' = 'light') => {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
  page.setDefaultTimeout(90_000)
  const faults: string[] = []
  page.on('console', message => faults.push(message.text()))
  page.on('pageerror', error => faults.push(String(error)))
  page.on('request', request => {
    if (!request.url().startsWith('data:') && !request.url().startsWith('about:')) faults.push(request.url())
  })
  await page.setContent(html)
  return { page, faults }
}

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** Texts whose colour stands out from the ground by less than 4.5:1 (WCAG 2.2, 1.4.3). */
const faintTexts = (page: Page) =>
  page.evaluate(() => {
    const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
    const luminance = (color: string) => {
      const [r, g, b] = channels(color).map(c => {
        const s = c / 255
        return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
    }
    const ground = luminance(getComputedStyle(document.body).backgroundColor)
    return Array.from(document.querySelectorAll('text, p, td, th, li, h1, h2, figcaption, summary')).flatMap(
      element => {
        const style = getComputedStyle(element)
        const own = luminance(element instanceof SVGElement ? style.fill : style.color)
        const ratio = (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05)
        return ratio < 4.5 ? [`${element.textContent} ${ratio.toFixed(2)}`] : []
      },
    )
  })

/** Texts of pictures that are cut by the picture's edge, or that cover each other. */
const badTexts = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('svg')).flatMap(svg => {
      const frame = svg.getBoundingClientRect()
      const boxes = Array.from(svg.querySelectorAll('text')).map(text => ({
        text: text.textContent ?? '',
        box: text.getBoundingClientRect(),
      }))
      const cut = boxes.filter(
        ({ box }) =>
          box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          box.top < frame.top - 1 ||
          box.bottom > frame.bottom + 1,
      )
      const covered = boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter(b => {
            const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
            const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
            // Line boxes reach above and below their letters.
            return across > 1 && down > 0.35 * Math.min(a.box.height, b.box.height)
          })
          .map(b => `${a.text} | ${b.text}`),
      )
      return [...cut.map(({ text }) => `cut: ${text}`), ...covered]
    }),
  )

if (!browserPath)
  console.warn('No Chromium was found: the browser tests are skipped. Set CHROMIUM to its path to run them.')

describe.skipIf(!browserPath)('in a browser', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    browser = await openBrowser()
  }, 120_000)
  afterAll(() => browser.close())

  test.each(pages)(
    '$name: nothing is refused, requested or reported; texts are whole, apart and stand out',
    async ({ html }) => {
      const { page, faults } = await open(html, 1280)
      expect(faults).toEqual([])
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('main')!).maxWidth)).toBe('1180px')
      expect(await badTexts(page)).toEqual([])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await faintTexts(page)).toEqual([])
      }
      for (const width of [768, 400]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      }
      await page.close()
    },
  )
  test.each(Object.keys(kinds))('%s: axe finds nothing', async kind => {
    const { lang, html } = pages.find(one => one.kind === kind)!
    const { page } = await open(html, 1280, lang === 'zh' ? 'dark' : 'light')
    await page.evaluate(() => {
      for (const details of Array.from(document.querySelectorAll('details'))) details.open = true
    })
    await page.evaluate(axe)
    const found = await page.evaluate(async () => {
      const { run } = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe
      return (await run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)
    })
    expect(found).toEqual([])
    await page.close()
  })
  test('pointing at a mark says its value at once; leaving it says nothing', async () => {
    const { page, faults } = await open(pages.find(({ name }) => name === 'ensemble en')!.html, 1280)
    const mark = page.locator('figure svg g:has(> title)').first()
    const said = await mark.locator('title').textContent()
    await mark.hover()
    await page.waitForSelector('.tip:not([hidden])')
    expect(await page.locator('.tip').textContent()).toBe(said)
    await page.locator('h1').hover()
    await page.waitForSelector('.tip', { state: 'hidden' })
    expect(faults).toEqual([])
    await page.close()
  })
  test('scrolling hides what was said, but not what was said where the page came to rest', async () => {
    const { page } = await open(pages.find(({ name }) => name === 'ensemble en')!.html, 1280)
    const hidden = (): Promise<boolean> => page.locator('.tip').isHidden()
    // In one task, so that the news of the scrolling comes after the pointer's: a browser tells it with the next frame.
    await page.evaluate(async () => {
      const frames = (): Promise<void> =>
        new Promise(go => requestAnimationFrame(() => requestAnimationFrame(() => go())))
      const mark = document.querySelector('figure svg g:has(> title)')!
      mark.scrollIntoView()
      mark.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: 200, clientY: 200 }))
      await frames()
    })
    expect(await hidden()).toBe(false)
    await page.evaluate(async () => {
      scrollBy(0, 40)
      await new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))
    })
    expect(await hidden()).toBe(true)
    await page.close()
  })
  test('charts by themselves stand out by 4.5:1 in every theme', async () => {
    const ground = { light: '#ffffff', dark: '#14191f', print: '#ffffff' }
    for (const theme of ['light', 'dark', 'print'] as const)
      for (const { result, beside } of Object.values(kinds)) {
        const all = charts(result, { lang: 'zh', theme, ...beside })
        const { page } = await open(
          `<body style="background:${ground[theme]}">${all.map(({ svg }) => svg).join('')}`,
          1280,
        )
        expect(await faintTexts(page)).toEqual([])
        await page.close()
      }
  })
  test('labels of 50 and 200 actors, as the browser sets them, neither cover nor are cut', async () => {
    for (const count of [50, 200]) {
      const many = createNetwork({
        actors: Array.from({ length: count }, (_, i) => ({
          id: `v${i}`,
          kind: ['district', 'school', 'clinic'][i % 3]!,
          label: i % 2 ? `Wide Municipal Workshop ${i}` : `第${i}街道社区服务中心`,
        })),
        ties: Array.from({ length: 2 * count }, (_, k) => ({
          source: `v${k % count}`,
          target: `v${((k % count) * 7 + 3 + Math.floor(k / count)) % count}`,
          trust: 0.5,
        })).filter(({ source, target }) => source !== target),
      })
      for (const theme of ['light', 'dark'] as const) {
        const { page } = await open(toSvg(networkView(many, { layer: 'trust', theme })), 1280)
        expect(await badTexts(page)).toEqual([])
        await page.close()
      }
    }
  })
})
