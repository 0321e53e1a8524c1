// Packs the package and uses it as others do: type-checks it with several TypeScript versions and kinds of module resolution, runs it
// in several runtimes, bundles it. Writes the table of docs/reliability.md. `npm run test:consumers`; not part of `npm test`: it installs
// some 500 MB into a temporary folder.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'guanxi-consumers-'))
const keep = process.argv.includes('--keep')

/** What every consumer does: a document in, a measure, a test, a scenario, a view, a report. */
const program = `
const network: RelationNetwork = createNetwork({
  actors: [{ id: 'a', kind: 'community' }, { id: 'b', kind: 'residents' }, { id: 'c', kind: 'media' }],
  ties: [{ source: 'a', target: 'b', power: 0.75 }, { source: 'b', target: 'a', power: 0.25 }],
})
const share: number | null = asymmetry(network, { layer: 'power' })
const draws: number = qapCorrelation(xCommunity(), { x: 'power', y: 'trust', seed: 1 }).draws
const run = runScenario(xCommunity(), { strategies: [smallTalk()], weeks: 2 })
const nodes = networkView(network).nodes.map(({ label }) => label)
const lost: readonly string[] = writeGexf(network).losses
console.log([share, draws, run.timeline.length, nodes.length, lost.length, toMarkdown(diagnose(network)).length > 100].join(' '))
`
const names = {
  guanxi: ['createNetwork'],
  'guanxi/metrics': ['asymmetry', 'diagnose'],
  'guanxi/inference': ['qapCorrelation'],
  'guanxi/cases': ['xCommunity'],
  'guanxi/scenarios': ['runScenario', 'smallTalk'],
  'guanxi/view': ['networkView'],
  'guanxi/io': ['writeGexf'],
  'guanxi/report': ['toMarkdown'],
}
const expected = '0.5 40320 3 3 0 true'
const withoutTypes = program.replace(/: (RelationNetwork|number \| null|number|readonly string\[\])(?= =)/g, '')
const imports = Object.entries(names).map(([part, list]) => `import { ${list.join(', ')} } from '${part}'`)
const requires = Object.entries(names).map(([part, list]) => `const { ${list.join(', ')} } = require('${part}')`)
const typed = `import type { RelationNetwork } from 'guanxi'\n${imports.join('\n')}\n${program}`

const typescripts = { '5.4': '~5.4.0', '5.6': '~5.6.0', '5.9': '~5.9.0', '6.x': '^6.0.0', '7.x': '^7.0.0' }
const nodes = ['20', '22', '24']

/** Runs a command of the consumers' folder; its output, or what went wrong in a line or two. */
function attempt(command: string, args: readonly string[], cwd = folder): { ok: boolean; output: string } {
  try {
    return { ok: true, output: execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe', timeout: 300_000 }) }
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as { stdout?: string; stderr?: string; message: string }
    return { ok: false, output: (stdout + stderr || message).trim().split('\n').slice(0, 6).join('\n') }
  }
}

interface Line {
  readonly consumer: string
  readonly what: string
  readonly found: string
}
const lines: Line[] = []
const failures: string[] = []

function note(consumer: string, what: string, result: { ok: boolean; output: string }, found?: string): void {
  lines.push({ consumer, what, found: result.ok ? (found ?? 'passes') : 'fails' })
  if (!result.ok) failures.push(`${consumer}, ${what}:\n${result.output}`)
  console.log(`${result.ok ? 'ok  ' : 'FAIL'} ${consumer} ${what}${result.ok ? '' : `\n${result.output}`}`)
}

/** A run must also print what it should. */
const printed = (result: { ok: boolean; output: string }) =>
  result.ok && result.output.trim() !== expected ? { ok: false, output: `printed ${result.output.trim()}` } : result

function install(packages: Readonly<Record<string, string>>): void {
  const manifest = { private: true, type: 'module', dependencies: packages }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit' })
}

/** Installed beside the others; a package that cannot be had here leaves its lines out, and says so. */
function installTool(name: string, spec: string): boolean {
  const { ok, output } = attempt('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${spec}`])
  if (!ok) console.log(`left out: ${name}\n${output}`)
  return ok
}

const versionIn = (name: string) =>
  JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version as string

function typeChecks(): void {
  const settings = [
    ['node16, ESM', { module: 'node16', moduleResolution: 'node16' }, 'esm'],
    ['node16, CommonJS', { module: 'node16', moduleResolution: 'node16' }, 'cjs'],
    ['nodenext, ESM', { module: 'nodenext', moduleResolution: 'nodenext' }, 'esm'],
    ['nodenext, CommonJS', { module: 'nodenext', moduleResolution: 'nodenext' }, 'cjs'],
    ['bundler', { module: 'esnext', moduleResolution: 'bundler' }, 'esm'],
  ] as const
  for (const alias of Object.keys(typescripts).map(version => `typescript-${version}`))
    for (const [name, options, kind] of settings) {
      const compilerOptions = {
        ...options,
        target: 'es2022',
        lib: ['es2022', 'dom'],
        strict: true,
        noEmit: true,
        types: [],
      }
      writeFileSync(join(folder, kind, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }))
      const result = attempt('node', [join('..', 'node_modules', alias, 'bin', 'tsc'), '-p', '.'], join(folder, kind))
      note(`TypeScript ${versionIn(alias)}`, name, result)
    }
}

function runtimes(): void {
  const npx = (tool: string) => join(folder, 'node_modules', '.bin', tool)
  for (const version of nodes) {
    const binary = join(folder, 'node_modules', `node-${version}`, 'bin', 'node')
    const reported = attempt(binary, ['--version'])
    const name = `Node ${reported.ok ? reported.output.trim().slice(1) : version}`
    note(name, 'import', printed(attempt(binary, ['consumer.mjs'])))
    note(name, 'require', printed(attempt(binary, ['consumer.cjs'])))
  }
  if (installTool('bun', 'latest')) {
    note(`Bun ${versionIn('bun')}`, 'TypeScript', printed(attempt(npx('bun'), ['run', 'esm/consumer.ts'])))
    note(`Bun ${versionIn('bun')}`, 'require', printed(attempt(npx('bun'), ['run', 'consumer.cjs'])))
  }
  if (installTool('deno', 'latest'))
    note(
      `Deno ${versionIn('deno')}`,
      'TypeScript',
      printed(attempt(npx('deno'), ['run', '--allow-all', 'esm/consumer.ts'])),
    )
}

function bundlers(): void {
  const size = (path: string) => `${(gzipSync(readFileSync(path), { level: 9 }).length / 1000).toFixed(1)} kB`
  const check = (tool: string, build: { ok: boolean; output: string }, whole: string, one: string) => {
    note(
      tool,
      'all parts',
      build.ok ? printed(attempt('node', [whole])) : build,
      build.ok ? `runs, ${size(whole)}` : '',
    )
    note(tool, 'one measure', build, build.ok ? `builds, ${size(one)}` : '')
  }
  const at = (file: string) => join(folder, 'out', file)
  const esbuild = `import { build } from 'esbuild'
for (const name of ['consumer', 'one'])
  await build({ entryPoints: [name + '.mjs'], bundle: true, minify: true, format: 'esm', outfile: 'out/esbuild-' + name + '.mjs' })`
  const vite = `import { build } from 'vite'
for (const name of ['consumer', 'one'])
  await build({ logLevel: 'error', configFile: false, build: { emptyOutDir: false, outDir: 'out', minify: true, target: 'es2022',
    lib: { entry: name + '.mjs', formats: ['es'], fileName: () => 'vite-' + name + '.mjs' }, rollupOptions: { external: [] } } })`
  const webpack = `import webpack from 'webpack'
for (const name of ['consumer', 'one'])
  await new Promise((done, fail) => webpack({ mode: 'production', target: ['web', 'es2022'], performance: false, entry: './' + name + '.mjs',
    output: { path: process.cwd() + '/out', filename: 'webpack-' + name + '.mjs', library: { type: 'module' } }, experiments: { outputModule: true } },
    (error, stats) => error || stats.hasErrors() ? fail(error ?? new Error(stats.toString('errors-only'))) : done()))`
  for (const [tool, script] of Object.entries({ esbuild, vite, webpack })) {
    writeFileSync(join(folder, `${tool}.mjs`), script)
    check(
      `${tool} ${versionIn(tool)}`,
      attempt('node', [`${tool}.mjs`]),
      at(`${tool}-consumer.mjs`),
      at(`${tool}-one.mjs`),
    )
  }
}

execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' })
execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root, stdio: 'ignore' })
const tarball = readdirSync(folder).find(file => file.endsWith('.tgz'))!
for (const [kind, type] of [
  ['esm', 'module'],
  ['cjs', 'commonjs'],
] as const) {
  mkdirSync(join(folder, kind))
  writeFileSync(join(folder, kind, 'package.json'), JSON.stringify({ type }))
  writeFileSync(join(folder, kind, 'consumer.ts'), typed)
}
mkdirSync(join(folder, 'out'))
writeFileSync(join(folder, 'consumer.mjs'), `${imports.join('\n')}\n${withoutTypes}`)
writeFileSync(join(folder, 'consumer.cjs'), `${requires.join('\n')}\n${withoutTypes}`)
writeFileSync(join(folder, 'one.mjs'), "export { asymmetry } from 'guanxi/metrics'\n")
const peers = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).peerDependencies
install({
  guanxi: `file:${tarball}`,
  graphology: peers.graphology,
  'graphology-types': peers['graphology-types'],
  ...Object.fromEntries(
    Object.entries(typescripts).map(([v, range]) => [`typescript-${v}`, `npm:typescript@${range}`]),
  ),
  ...Object.fromEntries(nodes.map(version => [`node-${version}`, `npm:node@${version}`])),
  esbuild: 'latest',
  vite: 'latest',
  webpack: 'latest',
})
typeChecks()
runtimes()
bundlers()

const table = [
  '| consumer | how | found |',
  '|---|---|---|',
  ...lines.map(({ consumer, what, found }) => `| ${consumer} | ${what} | ${found} |`),
].join('\n')
const page = join(root, 'docs/reliability.md')
const text = readFileSync(page, 'utf8')
const between = /<!-- consumers -->[\s\S]*<!-- \/consumers -->/
writeFileSync(page, text.replace(between, `<!-- consumers -->\n${table}\n<!-- /consumers -->`))
if (keep) console.log(folder)
else rmSync(folder, { recursive: true })
console.log(failures.length === 0 ? 'all pass' : `${failures.length} fail`)
process.exitCode = failures.length === 0 ? 0 : 1
