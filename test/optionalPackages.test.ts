import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const absent = ['read-excel-file', 'write-excel-file']
const folder = mkdtempSync(join(tmpdir(), 'guanxi-optional-'))

beforeAll(() => {
  cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true })
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!absent.includes(name)) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a page is bundled without the optional packages, and told which one it lacks when it asks for it', async () => {
  const outfile = join(folder, 'page.mjs')
  const { errors } = await build({
    stdin: { contents: "export * from './src/io/index.ts'", resolveDir: folder, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    outfile,
    logLevel: 'silent',
  })
  expect(errors).toEqual([])
  const text = readFileSync(outfile, 'utf8')
  for (const name of absent) expect(text).toContain(`import("${name}/universal")`)
  const script = `
    import { surveyWorkbook } from './page.mjs'
    surveyWorkbook({ actors: ['a', 'b'], layers: { trust: ['openness'] } }).catch(({ code, message }) => console.log(code, message))`
  expect(execFileSync('node', ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' })).toMatch(
    /^MISSING_PACKAGE surveyWorkbook: .*npm install write-excel-file\n$/,
  )
})
