import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** All of `guanxi/view` as a bundler makes it, in bytes of gzip. */
async function size(external: string[]): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/view/index.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    external,
  })
  const text = outputFiles[0]!.text
  expect(text).not.toMatch(/ZodError|safeParse/)
  return gzipSync(text, { level: 9 }).length
}

test('the views hold no zod: under 15 kB of our own, under 22 kB with the layout and the other packages they use', async () => {
  expect(await size(['graphology', 'graphology-layout-forceatlas2', 'graphology-metrics', 'pure-rand'])).toBeLessThan(
    15_000,
  )
  expect(await size(['graphology'])).toBeLessThan(22_000)
})
