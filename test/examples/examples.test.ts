import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

/**
 * Runs every script of examples/ as a user would and compares what it prints with the file of the same name beside this one.
 * `UPDATE_DOCS=1` writes the files anew; the demo, which prints where it wrote, is only run.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const kept = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'guanxi-examples-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// From a folder of its own, a script would not find tsx by name.
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const scripts = readdirSync(join(root, 'examples')).filter(name => name.endsWith('.ts'))

describe('examples', () => {
  test.each(scripts)('%s', name => {
    const printed = execFileSync(
      process.execPath,
      ['--conditions=@guanxi/source', '--import', tsx, join(root, 'examples', name)],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } },
    )
    if (name === 'demo.ts') return
    const path = join(kept, name.replace(/\.ts$/, '.txt'))
    if (process.env.UPDATE_DOCS) writeFileSync(path, printed)
    expect(existsSync(path), `no ${path}; run with UPDATE_DOCS=1`).toBe(true)
    expect(printed).toBe(readFileSync(path, 'utf8'))
  })
})
