// Plants each slip of slips.ts in a copy of the sources, one at a time, and demands that its tests fail.
//
// usage: npm run test:slips -- [text in the name of a source or of a test ...]
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Slip, slips } from './slips.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const wanted = process.argv.slice(2)
const chosen = slips.filter(
  ({ file, test }) => wanted.length === 0 || wanted.some(name => file.includes(name) || test.includes(name)),
)

const copy = mkdtempSync(join(tmpdir(), 'guanxi-slips-'))
let missed = 0
try {
  for (const part of ['src', 'test', 'package.json', 'tsconfig.json', 'wasm.config.ts'])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  console.log('| source | slip | noticed by |')
  console.log('| --- | --- | --- |')
  for (const slip of chosen) {
    const noticed = plant(slip)
    if (noticed === null) missed++
    const cell = (text: string) => `\`${text.replaceAll('|', '\\|').replaceAll('\n', ' ')}\``
    console.log(`| ${slip.file} | ${cell(slip.search)} → ${cell(slip.replace)} | ${noticed ?? '**nothing**'} |`)
  }
} finally {
  rmSync(copy, { recursive: true })
}
console.log(`\n${chosen.length - missed} of ${chosen.length} slips noticed`)
process.exitCode = missed === 0 ? 0 : 1

/** The first test that fails, or `null`; throws when the slip does not fit the source or the tests did not run. */
function plant({ file, search, replace, test, only }: Slip): string | null {
  const path = join(copy, 'src', file)
  const text = readFileSync(path, 'utf8')
  // In the code, not in the comment above it.
  const code = text.search(/^(export )?(async )?(function|class|const) /m)
  const place = text.indexOf(search, code)
  if (place < 0) throw new Error(`slips: ${file} holds no ${search}`)
  writeFileSync(path, text.slice(0, place) + replace + text.slice(place + search.length))
  try {
    const args = [
      'run',
      '--config',
      'test/vitest.config.ts',
      '--bail',
      '1',
      '--maxWorkers',
      '1',
      '--reporter',
      'json',
      `test/${test}`,
    ]
    if (only !== undefined) args.push('-t', only)
    const { stdout, stderr } = spawnSync(join(copy, 'node_modules/.bin/vitest'), args, {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 1e9,
      timeout: 600_000,
    })
    let report: Report
    try {
      report = JSON.parse(stdout.slice(stdout.indexOf('{"num')))
    } catch {
      throw new Error(`slips: ${test} did not run: ${stderr || stdout}`)
    }
    if (report.numPassedTests + report.numFailedTests === 0) throw new Error(`slips: ${test} has no test ${only ?? ''}`)
    const failed = report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .find(one => one.status === 'failed')
    return failed ? failed.fullName : null
  } finally {
    writeFileSync(path, text)
  }
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}
