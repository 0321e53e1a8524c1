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

/** Measures of pairs and of single ties, which need little beside the reading. */
const pairs = [
  'asymmetry',
  'commitment',
  'dependence',
  'disparityFilter',
  'dyadCensus',
  'dyads',
  'multiplexity',
  'multireciprocity',
  'skewSymmetry',
  'standing',
]
/** Measures that count or add up by actor, layer or kind of pair. */
const sums = [
  'actorReciprocity',
  'disparity',
  'layerCorrelation',
  'overlap',
  'practiceLogics',
  'reciprocity',
  'strength',
]
/** Measures that solve, iterate, search, or take others along. */
const larger = [
  'actorTriads',
  'agony',
  'bonacichPower',
  'brokerage',
  'centralization',
  'components',
  'eigenTrust',
  'eigenvector',
  'flowHierarchy',
  'globalReachingCentrality',
  'hierarchy',
  'hits',
  'hodgeRank',
  'katz',
  'krackhardt',
  'landau',
  'springRank',
]

describe('what an app pays for', () => {
  test.each([
    ['one test', "export { qapCorrelation } from 'guanxi/inference'", 5_500],
    ['a diagnosis', "export { diagnose } from 'guanxi/metrics'", 12_900],
  ])('%s holds no zod and stays small', async (_, code, most) => {
    const text = await bundle(code)
    expect(holdsZod(text)).toBe(false)
    expect(gzipped(text)).toBeLessThan(most)
  })
  // Some 2 kB of each is what all share: reading a graph or a snapshot into rows, unknown values, checked options and the texts
  // of their errors, which alone are 0.4. It has to be there with the first measure, and with the first only.
  test('one measure alone: less than 2.5 kB for those of pairs, 3 for sums, 4.5 for the rest, 6.8 for those that solve or search', async () => {
    for (const measure of Object.keys(await import('guanxi/metrics'))) {
      if (measure === 'diagnose') continue
      const text = await bundle(`export { ${measure} } from 'guanxi/metrics'`)
      expect(holdsZod(text), measure).toBe(false)
      const most = pairs.includes(measure)
        ? 2_500
        : sums.includes(measure)
          ? 3_000
          : larger.includes(measure)
            ? 6_800
            : 4_500
      expect(gzipped(text), measure).toBeLessThan(most)
    }
  })
  test('one more measure adds less than 2 kB to a page that has one; those that solve or search, less than 4.2', async () => {
    const first = 'strength'
    const base = gzipped(await bundle(`export { ${first} } from 'guanxi/metrics'`))
    for (const measure of Object.keys(await import('guanxi/metrics'))) {
      if (measure === first || measure === 'diagnose') continue
      const added = gzipped(await bundle(`export { ${first}, ${measure} } from 'guanxi/metrics'`)) - base
      expect(added, measure).toBeLessThan(larger.includes(measure) ? 4_200 : 2_000)
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
