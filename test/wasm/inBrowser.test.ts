import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { snapshotFrom } from 'guanxi'
import { cugTest } from 'guanxi/inference'
import { hierarchy, pageRank } from 'guanxi/metrics'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserPath, openBrowser } from '../helpers/browser.ts'

const program = `
  import { snapshotFrom } from 'guanxi'
  import { cugTest } from 'guanxi/inference'
  import { hierarchy, pageRank } from 'guanxi/metrics'
  const numbers = ${numbers}
  let compiles = true
  try { new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) } catch { compiles = false }
  document.title = JSON.stringify([compiles, ...numbers({ snapshotFrom, cugTest, hierarchy, pageRank })])
`

/** A ring of 200 with chords. */
function numbers(of: {
  snapshotFrom: typeof snapshotFrom
  cugTest: typeof cugTest
  hierarchy: typeof hierarchy
  pageRank: typeof pageRank
}): (number | null)[] {
  const ids = Array.from({ length: 200 }, (_, i) => `a${i}`)
  const source = ids.flatMap((_, i) => [i, i, (i * 7) % 200])
  const target = ids.flatMap((_, i) => [(i + 1) % 200, (i + 17) % 200, (i * 7 + 50) % 200])
  const network = of.snapshotFrom({ ids, source, target })
  return [
    of.pageRank(network).values[7]!,
    of.hierarchy(network).incoherence,
    of.cugTest(network, 'transitivity', { condition: 'ties', replications: 9, seed: 1 }).mean,
  ]
}

describe.runIf(browserPath)('in a browser', () => {
  let browser: Browser
  let server: Server
  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      format: 'esm',
      conditions: ['@guanxi/source'],
    })
    server = createServer((request, response) => {
      const script = request.url === '/program.js'
      response.setHeader('content-type', script ? 'text/javascript' : 'text/html')
      if (request.url === '/strict') response.setHeader('content-security-policy', "default-src 'self'")
      response.end(script ? outputFiles[0]!.text : '<!doctype html><script type="module" src="/program.js"></script>')
    }).listen(0)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  for (const [path, compiles] of [
    ['/', true],
    ['/strict', false],
  ] as const)
    test(`${compiles ? 'with WebAssembly' : 'under a policy that forbids it'} the same bits as here`, async () => {
      const page = await browser.newPage()
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}${path}`)
      await page.waitForFunction(() => document.title !== '')
      expect(JSON.parse(await page.title())).toEqual([
        compiles,
        ...numbers({ snapshotFrom, cugTest, hierarchy, pageRank }),
      ])
    })
})
