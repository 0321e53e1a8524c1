import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('the views without peers hold no zod and stay under 25 kB', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/view/index.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    external: ['graphology'],
  })
  const text = outputFiles[0]!.text
  expect(text).not.toMatch(/ZodError|safeParse/)
  expect(gzipSync(text, { level: 9 }).length).toBeLessThan(25_000)
})
