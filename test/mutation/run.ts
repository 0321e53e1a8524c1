// Changes the measures, the tests of chance, the scenarios and the model in one small place after the other (Stryker's mutants)
// and counts how many of the changes their tests notice.
//
// usage: npm run test:mutation -- [text in the name of a source ...] [--sample 120] [--seed 1]
//   --sample: so many a folder, drawn without replacement from all mutants of the folder; without it every mutant is run, which
//   takes days. What survives is printed with its place. Only the tests of the same folder are run, those of the loops below and of
//   the public functions.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Mutant, PartialStrykerOptions } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { randomStream } from '../../src/kernel/random.ts'
import { keyOf, tested } from './plugins.js'

const FOLDERS = ['metrics', 'inference', 'scenarios', 'model']
process.chdir(fileURLToPath(new URL('../..', import.meta.url)))

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string', default: 'Infinity' }, seed: { type: 'string', default: '1' } },
})
const [sample, seed] = [Number(values.sample), Number(values.seed)]

process.on('exit', () => console.log(`\n${heading}\n${rows.join('\n')}`))
const heading = [
  '| folder | mutants | run | killed | timed out | survived | no coverage | when loaded | noticed | 95 % interval |',
  '|---|---:|---:|---:|---:|---:|---:|---:|---:|---|',
].join('\n')
const rows: string[] = []
for (const [i, folder] of FOLDERS.entries()) {
  const mutants = await mutantsOf(folder)
  const drawn = randomStream(seed, i)
    .shuffle([...mutants])
    .slice(0, sample)
  if (drawn.length === 0) continue
  const keys = drawn.map(mutant => keyOf(mutant, 0))
  process.env.MUTATED = folder // for vitest.config.ts
  tested.length = 0
  const last = rows.length
  const tell = () => {
    rows[last] = row(folder, mutants.length, keys)
  }
  process.on('exit', tell)
  await new Stryker({
    // Only the places that were drawn, so that the rest of the code is not slowed down.
    mutate: sample === Infinity ? [...new Set(drawn.map(({ fileName }) => fileName))] : drawn.map(rangeOf),
    // What these tests read; the copy is made of it.
    ignorePatterns: ['/*', '!/src', '!/test', '!/docs', '!/package.json', '!/tsconfig.json'],
    disableTypeChecks: false,
    plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('plugins.js', import.meta.url))],
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    concurrency: 1,
    timeoutMS: 60_000,
    timeoutFactor: 4,
    dryRunTimeoutMinutes: 60,
    checkers: ['drawn'],
    drawn: keys,
    reporters: ['progress-append-only', 'kept'],
    allowConsoleColors: false,
    warnings: false,
  } as PartialStrykerOptions).runMutationTest()
  tell()
  process.off('exit', tell)
}

/** What has been run so far without a gap in the order of the draw: when the work is stopped, that is a sample too. */
function row(folder: string, mutants: number, keys: readonly string[]): string {
  const statusOf = new Map(tested.map(result => [keyOf(result, 1), result.status]))
  const gap = keys.findIndex(key => !statusOf.has(key))
  const statuses = (gap < 0 ? keys : keys.slice(0, gap)).map(key => statusOf.get(key))
  const of = (status: string) => statuses.filter(one => one === status).length
  const noticed = of('Killed') + of('Timeout')
  const run = noticed + of('Survived') + of('NoCoverage')
  const counts = [mutants, run, of('Killed'), of('Timeout'), of('Survived'), of('NoCoverage'), of('Ignored')]
  return `| ${folder} | ${counts.join(' | ')} | ${run === 0 ? '|' : `${percent(noticed / run)} | ${wilson(noticed, run)}`} |`
}

/** Every mutant of a folder that counts, in the order of the sources. */
async function mutantsOf(folder: string) {
  const names = readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' })
    .map(name => `src/${folder}/${name}`)
    .filter(name => name.endsWith('.ts') && (positionals.length === 0 || positionals.some(text => name.includes(text))))
    .sort()
  const no = () => false
  const isLevelEnabled = { isTraceEnabled: no, isDebugEnabled: no, isInfoEnabled: no, isWarnEnabled: no }
  const silent = {
    trace: no,
    debug: no,
    info: no,
    warn: no,
    error: no,
    fatal: no,
    isErrorEnabled: no,
    isFatalEnabled: no,
  }
  const files = names.map(name => ({ name, mutate: true, content: readFileSync(name, 'utf8') }))
  const { mutants } = await new Instrumenter({ ...isLevelEnabled, ...silent }).instrument(files, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  })
  // Labels, explanations and what errors say: their wording is no promise, and tests match the codes of errors.
  const lines = new Map(files.map(({ name, content }) => [name, content.split('\n')]))
  return mutants.filter(({ mutatorName, fileName, location: { start, end } }) => {
    const line = lines.get(fileName)![start.line]!
    const text = start.line === end.line ? line.slice(start.column, end.column) : line.slice(start.column)
    return !(mutatorName === 'StringLiteral' && text.includes(' '))
  })
}

function rangeOf({ fileName, location: { start, end } }: Mutant): string {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

/** Wilson's interval of a share (1927, J. Am. Stat. Assoc. 22(158), doi:10.1080/01621459.1927.10502953). */
function wilson(count: number, of: number): string {
  const z2 = 1.959964 ** 2
  const centre = (count + z2 / 2) / (of + z2)
  const half = (Math.sqrt(z2) / (of + z2)) * Math.sqrt((count * (of - count)) / of + z2 / 4)
  return `${percent(centre - half)} to ${percent(centre + half)}`
}
