// Times permutation tests beside R sna on the same networks and as many draws, and prints a table with ratios.
//
// usage: npm run bench:tests. One sitting; R with sna must be there.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Snapshot, snapshotFrom } from 'guanxi'
import { cugTest, qapCorrelation, type TestResult } from 'guanxi/inference'
import { generate } from './generate.ts'

const DRAWS = 1000
const sizes: readonly (readonly [actors: number, ties: number])[] = [
  [21, 120],
  [100, 1000],
]
const given = { condition: 'ties', replications: DRAWS, seed: 1 } as const
const permuted = { permutations: DRAWS, seed: 1 } as const

const tests: Record<string, (snapshot: Snapshot) => TestResult> = {
  'QAP, ties': s => qapCorrelation(s, { x: 'xTied', y: 'yTied', ...permuted }),
  'QAP, weights': s => qapCorrelation(s, { x: 'x', y: 'y', ...permuted }),
  'CUG, reciprocity': s => cugTest(s, 'reciprocity', ofX),
  'CUG, transitivity': s => cugTest(s, 'transitivity', ofX),
  'CUG given size, transitivity': s => cugTest(s, 'transitivity', { ...ofX, condition: 'size' }),
  'CUG given dyads, transitivity': s => cugTest(s, 'transitivity', { ...ofX, condition: 'dyad-census' }),
  'CUG, hierarchy': s => cugTest(s, 'krackhardt-hierarchy', ofX),
  'CUG given dyads, hierarchy': s => cugTest(s, 'krackhardt-hierarchy', { ...ofX, condition: 'dyad-census' }),
}
const ofX = { ...given, layer: 'x' }

/** Two networks on the same actors as layers of one: a tie that is there in only one of them is 0 in the other. */
function together(count: number, ties: number): { snapshot: Snapshot; x: Float64Array; y: Float64Array } {
  const matrix = (seed: number) => {
    const { source, target, power } = generate(count, ties, seed)
    const cells = new Float64Array(count * count)
    for (let k = 0; k < ties; k++) cells[source[k]! * count + target[k]!] = power[k]!
    return cells
  }
  const x = matrix(1)
  const y = matrix(2)
  const cells = [...x.keys()].filter(cell => x[cell]! > 0 || y[cell]! > 0)
  const column = (value: (cell: number) => number) => cells.map(value)
  const snapshot = snapshotFrom({
    count,
    source: column(cell => Math.floor(cell / count)),
    target: column(cell => cell % count),
    layers: {
      x: column(cell => x[cell]!),
      y: column(cell => y[cell]!),
      xTied: column(cell => Number(x[cell]! > 0)),
      yTied: column(cell => Number(y[cell]! > 0)),
    },
  })
  return { snapshot, x, y }
}

interface Found {
  readonly seconds: number
  readonly observed: number
  readonly mean: number
  readonly sd: number
}

function inR(count: number, x: Float64Array, y: Float64Array): { version: string; found: Map<string, Found> } {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-bench-'))
  try {
    for (const [name, cells] of [
      ['x', x],
      ['y', y],
    ] as const) {
      const rows = Array.from({ length: count }, (_, i) => cells.subarray(i * count, (i + 1) * count).join(','))
      writeFileSync(join(folder, `${name}.csv`), `${rows.join('\n')}\n`)
    }
    const script = fileURLToPath(new URL('tests.R', import.meta.url))
    const { stdout, status, stderr } = spawnSync('Rscript', [script, folder, ...Object.keys(tests)], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`bench:tests: R with sna is needed: ${stderr}`)
    const [about, ...rows] = stdout
      .trim()
      .split('\n')
      .map(row => JSON.parse(row))
    return { version: about.version, found: new Map(rows.map(row => [row.test, row])) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Median of calls for a second of processor time, after half a second of warming up. */
function time(body: () => TestResult): Found {
  const times: number[] = []
  let result = body()
  for (let total = 0; total < 1.5; ) {
    const start = process.cpuUsage()
    result = body()
    const { user, system } = process.cpuUsage(start)
    const seconds = (user + system) / 1e6
    total += seconds
    if (total > 0.5) times.push(seconds)
  }
  times.sort((a, b) => a - b)
  return { ...result, seconds: times[times.length >> 1]! }
}

const rate = ({ seconds }: Found) => Math.round(DRAWS / seconds).toLocaleString('en')
const cells = (found: Found) => `${found.observed.toFixed(4)} · ${found.mean.toFixed(3)} · ${found.sd.toFixed(3)}`

for (const [count, ties] of sizes) {
  const { snapshot, x, y } = together(count, ties)
  const { version, found } = inR(count, x, y)
  console.log(`\n${count} actors, ${ties} ties a network, ${DRAWS} draws; Node ${process.versions.node}\n`)
  console.log(`| | guanxi, draws a second | R sna ${version} | guanxi / sna | observed · mean · sd | in sna |`)
  console.log('| --- | ---: | ---: | ---: | --- | --- |')
  for (const [name, run] of Object.entries(tests)) {
    const ours = time(() => run(snapshot))
    const theirs = found.get(name)!
    const ratio = theirs.seconds / ours.seconds
    const short = ratio < 50 ? ' (behind)' : ''
    console.log(
      `| ${name} | ${rate(ours)} | ${rate(theirs)} | ${ratio.toFixed(0)}${short} | ${cells(ours)} | ${cells(theirs)} |`,
    )
  }
}
