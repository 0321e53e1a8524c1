import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What a bundler makes of one import, peers left out, as text. */
async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    external: ['graphology', 'graphology-types'],
    conditions: ['@guanxi/source'],
  })
  return outputFiles[0]!.text
}

const gzipped = (text: string) => gzipSync(text, { level: 9 }).length
const holdsZod = (text: string) => /ZodError|safeParse|invalid_type/.test(text)

describe('what an app pays for', () => {
  test.each([
    ['one measure', "export { asymmetry } from 'guanxi/metrics'", 3_200],
    ['one test', "export { qapCorrelation } from 'guanxi/inference'", 6_000],
    ['a diagnosis', "export { diagnose } from 'guanxi/metrics'", 13_000],
  ])('%s holds no zod and stays small', async (_, code, most) => {
    const text = await bundle(code)
    expect(holdsZod(text)).toBe(false)
    expect(gzipped(text)).toBeLessThan(most)
  })
  test('one more measure adds less than 2 kB to a page that has one; those that solve or search, less than 3', async () => {
    const larger = [
      'agony',
      'brokerage',
      'centralization',
      'eigenTrust',
      'globalReachingCentrality',
      'hierarchy',
      'krackhardt',
    ]
    const first = 'strength'
    const base = gzipped(await bundle(`export { ${first} } from 'guanxi/metrics'`))
    for (const measure of Object.keys(await import('guanxi/metrics'))) {
      if (measure === first || measure === 'diagnose') continue
      const added = gzipped(await bundle(`export { ${first}, ${measure} } from 'guanxi/metrics'`)) - base
      expect(added, measure).toBeLessThan(larger.includes(measure) ? 3_000 : 2_000)
    }
  })
  test('the check can see zod: createNetwork holds it', async () => {
    expect(holdsZod(await bundle("export { createNetwork } from 'guanxi'"))).toBe(true)
  })
  test('a bare import of a part leaves nothing behind', async () => {
    for (const part of ['metrics', 'inference', 'view'])
      expect((await bundle(`import 'guanxi/${part}'`)).trim()).toBe('')
  })
})
