import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { xCommunity } from 'guanxi/cases'
import { workerExecutor } from 'guanxi/node'
import { buildAlliance, runEnsemble } from 'guanxi/scenarios'
import { afterAll, describe, expect, test } from 'vitest'
import { type WorkerPool, workerPool } from '../../src/node/workerPool.ts'
import { createJob } from '../../src/scenarios/ensemble/createJob.ts'
import { runBlock } from '../../src/scenarios/ensemble/runBlock.ts'

const network = xCommunity()
const scenarios = [
  { name: 'as it is', strategies: [] },
  { name: 'alliance', strategies: [buildAlliance()], noise: 0.1 },
]
const options = { replications: 300, seed: 5 }
const here = runEnsemble(network, scenarios, options).then(result => JSON.stringify(result))

describe('worker threads', () => {
  const executor = workerExecutor({ workers: 2 })
  afterAll(() => executor.close())

  test('give the bits of this thread: two, one, and two ensembles at once', async () => {
    const run = async (workers: typeof executor) =>
      JSON.stringify(await runEnsemble(network, scenarios, { ...options, executor: workers }))
    expect(await Promise.all([run(executor), run(executor)])).toEqual([await here, await here])
    const one = workerExecutor({ workers: 1 })
    expect(await run(one)).toBe(await here)
    await one.close()
  })
  test('an abort stops within 100 ms; the executor can be used again', async () => {
    const stop = new AbortController()
    let at = 0
    const onProgress = ({ done }: { done: number }) => {
      if (done === 0 || at > 0) return
      at = performance.now()
      stop.abort(new Error('enough'))
    }
    const run = runEnsemble(network, scenarios, {
      ...options,
      replications: 1_000_000,
      executor,
      onProgress,
      signal: stop.signal,
    })
    await expect(run).rejects.toThrow('enough')
    expect(performance.now() - at).toBeLessThan(100)
    expect(JSON.stringify(await runEnsemble(network, scenarios, { ...options, executor }))).toBe(await here)
  })
  test('what a task throws comes back with its code and issues', async () => {
    const job = createJob('test', network, scenarios, options)
    const broken = { ...job, id: 'broken', network: { ...job.network, actors: [] } }
    await expect(executor.run(broken, [{ from: 0, to: 1 }], () => {})).rejects.toMatchObject({
      name: 'GuanxiError',
      code: 'INVALID_DOCUMENT',
    })
  })
  test('refuses workers that are none', () => {
    for (const workers of [0, 1.5, '2']) expect(() => workerExecutor({ workers } as never)).toThrow(/workers/)
  })
})

describe('a worker that dies in the middle of a block', () => {
  /** Ends the thread of the pool that is at work, as an out-of-memory or a stray process.exit would. */
  async function killOne(pool: WorkerPool): Promise<void> {
    let threads: readonly unknown[] = []
    while (threads.length === 0) {
      await new Promise(resolve => setTimeout(resolve, 20))
      threads = await pool.threads()
    }
    await (threads[0] as { thread: Worker }).thread.terminate()
  }
  const job = createJob('test', network, scenarios, { replications: 100_000, seed: 5 })
  const block = { from: 1000, to: 1400 }

  test('is replaced, and the block run again to the same bits', async () => {
    const pool = workerPool(1)
    await pool.run('ensembleBlock', { job, block: { from: 0, to: 1 } })
    for (let round = 0; round < 2; round++) {
      const running = pool.run('ensembleBlock', { job, block })
      await new Promise(resolve => setTimeout(resolve, 30))
      await killOne(pool)
      expect(Buffer.from((await running).buffer).equals(Buffer.from(runBlock(job, block).buffer))).toBe(true)
    }
    await pool.close()
  })
  test('three times over: the task is given up with an error', async () => {
    const pool = workerPool(1)
    const running = pool.run('ensembleBlock', { job, block: { from: 0, to: 100_000 } })
    const failed = expect(running).rejects.toThrow(/worker ended/)
    let given = false
    void running.catch(() => {
      given = true
    })
    for (let death = 0; death < 3 && !given; death++) {
      await new Promise(resolve => setTimeout(resolve, death === 1 ? 0 : 300)) // one while it starts
      await killOne(pool)
    }
    await failed
    await pool.close()
  }, 30_000)
  test('while it was idle: the next task runs', async () => {
    const pool = workerPool(1)
    await pool.run('ensembleBlock', { job, block: { from: 0, to: 1 } })
    await killOne(pool)
    expect(await pool.run('ensembleBlock', { job, block: { from: 0, to: 2 } })).toEqual(
      runBlock(job, { from: 0, to: 2 }),
    )
    await pool.close()
  })
})

describe('loads its worker', () => {
  const outputOf = (child: ChildProcess) =>
    new Promise<string>(resolve => {
      let text = ''
      child.stdout!.on('data', chunk => {
        text += chunk
      })
      child.stderr!.on('data', chunk => {
        text += chunk
      })
      child.once('exit', () => resolve(text.trim()))
    })
  test('under tsx, and a pool left open does not keep Node from ending', async () => {
    const script = join(mkdtempSync(join(tmpdir(), 'guanxi-')), 'run.ts')
    const src = new URL('../../src/', import.meta.url).href
    writeFileSync(
      script,
      `import { xCommunity } from '${src}cases/index.ts'
import { workerExecutor } from '${src}node/index.ts'
import { runEnsemble } from '${src}scenarios/index.ts'
const executor = workerExecutor({ workers: 1 })
void runEnsemble(xCommunity(), [{ strategies: [] }], { replications: 5, seed: 1, executor }).then(({ replications }) => console.log(replications))
`,
    )
    const root = new URL('../..', import.meta.url)
    expect(await outputOf(spawn(process.execPath, ['--import', 'tsx', script], { cwd: root }))).toBe('5')
  })
})
