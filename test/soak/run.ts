// Calls every public function on random valid input, over and over, and watches what the process holds on to.
//
// usage: npm run soak -- [--minutes 60] [--seed 1]
//   Runs on the package as it is built: from the sources, tsx starts a thread of its own in every worker, of which Node keeps a
//   port for each worker that is ended.
//   Ends with 1 when the live heap of the last third of the time is more than 2 MB above that of the first third (its first five
//   minutes, or half of it, left out: compiled code and caches settle in them).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { GuanxiError, type NetworkLike } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { betweenness, fileCheckpoint, workerExecutor } from 'guanxi/node'
import { buildAlliance, runEnsemble } from 'guanxi/scenarios'
import { drawnNetworks, toNetwork, toSnapshot } from '../helpers/networks.ts'
import { files } from '../public/calls/files.ts'
import { measures } from '../public/calls/measures.ts'
import { reports } from '../public/calls/reports.ts'
import { scenarios } from '../public/calls/scenarios.ts'
import { tests } from '../public/calls/tests.ts'
import { views } from '../public/calls/views.ts'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
})
const minutes = Number(values.minutes)
const collect = globalThis.gc
if (!collect) throw new Error('run with --expose-gc')

const MB = 2 ** 20
const ALLOWED = 2
const calls = Object.entries({ ...measures, ...tests, ...scenarios, ...views, ...files, ...reports })
const random: fc.Arbitrary<NetworkLike> = fc
  .tuple(drawnNetworks({ maxActors: 30 }), fc.boolean())
  .map(([drawn, frozen]) => (frozen ? toSnapshot(drawn) : toNetwork(drawn)))

/** One call of every function; how many gave a result. */
async function round(seed: number): Promise<number> {
  let results = 0
  for (const [, { run, valid, networks = random }] of calls) {
    const input = fc.tuple(networks, fc.record(valid as Record<string, fc.Arbitrary<unknown>>))
    const [[network, options]] = fc.sample(input, { numRuns: 1, seed }) as [[NetworkLike, object]]
    try {
      await run(network, options as never)
      results++
    } catch (error) {
      if (!(error instanceof GuanxiError)) throw error
    }
  }
  return results
}

/** An ensemble in worker threads with a checkpoint, a measure in worker threads. */
async function threads(seed: number, folder: string): Promise<void> {
  const executor = workerExecutor({ workers: 2 })
  const checkpoint = fileCheckpoint(join(folder, `${seed}.jsonl`))
  await runEnsemble(xCommunity(), [{ name: 'alliance', strategies: [buildAlliance()] }], {
    replications: 40,
    weeks: 20,
    seed,
    executor,
    checkpoint,
  })
  await executor.close()
  await betweenness(xCommunity(), { workers: 2 })
  rmSync(join(folder, `${seed}.jsonl`))
}

interface Sample {
  readonly minute: number
  readonly heap: number
  readonly buffers: number
  readonly rss: number
}

const folder = mkdtempSync(join(tmpdir(), 'guanxi-soak-'))
const started = performance.now()
const elapsed = () => (performance.now() - started) / 60_000
const samples: Sample[] = []
let [rounds, results, shown] = [0, 0, 0]
while (elapsed() < minutes) {
  results += await round(Number(values.seed) * 1_000_003 + rounds)
  rounds++
  if (rounds % 20 === 0) await threads(rounds, folder)
  if (rounds % 5 > 0) continue
  collect()
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage()
  samples.push({ minute: elapsed(), heap: heapUsed / MB, buffers: arrayBuffers / MB, rss: rss / MB })
  if (elapsed() < shown) continue
  shown = Math.floor(elapsed()) + 1
  const last = samples.at(-1)!
  console.log(
    `${last.minute.toFixed(1)} min, ${rounds} rounds: live heap ${last.heap.toFixed(1)} MB, buffers ${last.buffers.toFixed(1)} MB, process ${last.rss.toFixed(0)} MB`,
  )
}
rmSync(folder, { recursive: true })

const middle = (column: 'heap' | 'buffers' | 'rss', rows: readonly Sample[]) =>
  rows.map(row => row[column]).sort((a, b) => a - b)[Math.floor(rows.length / 2)]!
const settled = samples.filter(({ minute }) => minute > Math.min(5, minutes / 2))
const third = Math.floor(settled.length / 3)
const [first, last] = [settled.slice(0, third), settled.slice(-third)]
const growth = (column: 'heap' | 'buffers' | 'rss') => middle(column, last) - middle(column, first)
console.log(
  `${elapsed().toFixed(0)} minutes, ${rounds} rounds of ${calls.length} functions, ${results} results. ` +
    `Live heap ${middle('heap', first).toFixed(1)} → ${middle('heap', last).toFixed(1)} MB (medians of the first and the last third), ` +
    `buffers ${growth('buffers').toFixed(2)} MB more, process ${middle('rss', first).toFixed(0)} → ${middle('rss', last).toFixed(0)} MB.`,
)
process.exitCode = growth('heap') > ALLOWED || growth('buffers') > ALLOWED ? 1 : 0
