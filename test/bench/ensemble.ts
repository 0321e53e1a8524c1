// Times ensembles beside a bare loop that does the same weekly arithmetic, beside numpy (a simpler model), and over workers;
// and measures the memory of 100,000 replications of five scenarios.
//
// usage: node --conditions=@guanxi/source --expose-gc --import tsx test/bench/ensemble.ts [rate] [workers] [memory] [numpy PATH]
import { spawnSync } from 'node:child_process'
import { xCommunity } from 'guanxi/cases'
import { workerExecutor } from 'guanxi/node'
import {
  buildAlliance,
  type Executor,
  extendRelations,
  runEnsemble,
  type Scenario,
  sustainCooperation,
} from 'guanxi/scenarios'
import type { Parameters } from '../../src/scenarios/assumptions.ts'
import { meanPaperwork, paperworkByWeek } from '../../src/scenarios/dynamics/schedule.ts'
import { blockRunner } from '../../src/scenarios/ensemble/blockRunner.ts'
import { createJob } from '../../src/scenarios/ensemble/createJob.ts'
import { designPoints } from '../../src/scenarios/ensemble/designPoints.ts'
import { prepare } from '../../src/scenarios/prepare.ts'
import { bareLoop } from './bareLoop.ts'

const network = xCommunity()
const scenarios: Scenario[] = [
  { name: 'as it is', strategies: [] },
  { name: 'street office', strategies: [sustainCooperation()] },
  { name: 'community', strategies: [buildAlliance()] },
  { name: 'residents', strategies: [extendRelations()] },
  { name: 'all three', strategies: [sustainCooperation(), buildAlliance(), extendRelations()] },
]
const given = process.argv.slice(2)
const wants = (part: string) => given.length === 0 || given.includes(part)
const weeks = 52

if (wants('rate')) rate()
if (wants('workers')) await workers()
if (wants('memory')) await memory()
if (given.includes('numpy')) numpy(given[given.indexOf('numpy') + 1]!)

/** Both on the same replications, in turns: processor time, which other work on the machine disturbs less. */
function rate(): void {
  const replications = 400
  const job = createJob('bench', network, scenarios, { replications: 1_000_000, seed: 1 })
  const runner = blockRunner(job)
  const points = designPoints(job)
  const bare = scenarios.map(scenario => {
    const { model, input } = prepare('bench', network, { ...scenario, weeks })
    const mean = meanPaperwork(input.workplan)
    const loop = bareLoop(model, input.workplan, input.plans[0]!, paperworkByWeek(input.workplan, weeks), mean)
    return { loop, parameters: { ...input.parameters } as Parameters }
  })
  let checksum = 0
  const rounds = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round < 40; round++) {
    // From replication 1,000 on: the first 256 also keep their weeks, which the bare loop does not.
    const from = 1_000 + round * replications
    let start = processorTime()
    const steps = runner.steps({ from, to: from + replications })
    let step = steps.next()
    while (!step.done) step = steps.next()
    rounds.ours.push(processorTime() - start)
    checksum += step.value[0]!
    start = processorTime()
    for (let k = from; k < from + replications; k++)
      for (const { loop, parameters } of bare) {
        points.draw(k, parameters)
        checksum += loop(parameters, weeks).trust[0]!
      }
    rounds.bare.push(processorTime() - start)
  }
  const runs = replications * scenarios.length
  const ms = (times: number[]) => median(times.slice(10)) / runs
  console.log(`a year of the case, ms a run: ${ms(rounds.ours).toFixed(4)}; bare loop ${ms(rounds.bare).toFixed(4)}`)
  console.log(`share of the bare loop's rate: ${(ms(rounds.bare) / ms(rounds.ours)).toFixed(2)} (${checksum > 0})`)
}

async function workers(): Promise<void> {
  const replications = 3_000
  const timed = async (executor: Executor) => {
    const start = performance.now()
    await runEnsemble(network, scenarios, { replications, seed: 1, executor })
    return performance.now() - start
  }
  const one = workerExecutor({ workers: 1 })
  const two = workerExecutor({ workers: 2 })
  const times = { one: [] as number[], two: [] as number[] }
  for (let round = 0; round < 5; round++) {
    times.one.push(await timed(one))
    times.two.push(await timed(two))
  }
  await Promise.all([one.close(), two.close()])
  const [a, b] = [median(times.one.slice(1)), median(times.two.slice(1))]
  console.log(`one worker ${a.toFixed(0)} ms, two ${b.toFixed(0)} ms: ${(a / b).toFixed(2)} times`)
}

async function memory(): Promise<void> {
  const start = performance.now()
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  const before = process.memoryUsage().rss
  const ensemble = await runEnsemble(network, scenarios, { replications: 100_000, weeks, seed: 1 })
  clearInterval(watch)
  peak = Math.max(peak, process.resourceUsage().maxRSS * 1024)
  console.log(
    `${ensemble.replications} replications of ${scenarios.length} scenarios: ${((performance.now() - start) / 1000).toFixed(1)} s, peak ${(peak / 1e6).toFixed(0)} MB (${(before / 1e6).toFixed(0)} MB before)`,
  )
}

/** The peer: numpy's vectorised loop of a simpler model (4 actors, 12 ties), replications a second. */
function numpy(script: string): void {
  const { stdout } = spawnSync('/usr/bin/python3', [script, '10000'], { encoding: 'utf8' })
  for (const line of stdout.trim().split('\n')) {
    const { cell, replicas_per_s } = JSON.parse(line) as { cell: string; replicas_per_s: number }
    console.log(`${cell}: ${replicas_per_s.toFixed(0)} replications a second`)
  }
}

function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!
}
