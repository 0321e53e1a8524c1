import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Queue } from 'bullmq'
import { bullmqExecutor, bullmqWorker } from 'guanxi/bullmq'
import { xCommunity } from 'guanxi/cases'
import type { EnsembleJob } from 'guanxi/scenarios'
import { buildAlliance, runEnsemble } from 'guanxi/scenarios'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeValues, encodeValues } from '../../src/bullmq/connect.ts'

function hasRedis(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

const scenarios = [
  { name: 'as it is', strategies: [] },
  { name: 'alliance', strategies: [buildAlliance()] },
]
const options = { replications: 5000, weeks: 52, seed: 3 }

test('values keep their bits on the way, NaN and zeros too', () => {
  const values = Float64Array.of(0, -0, Number.NaN, 1 / 3, 5e-324, -Infinity)
  expect(decodeValues(encodeValues(values))).toEqual(values)
})

describe.skipIf(!hasRedis())('on a real Redis (skipped where redis-server is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-redis-'))
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const children: ChildProcess[] = []
  let connection = ''
  let redis: Redis

  beforeAll(async () => {
    const port = await freePort()
    connection = `redis://127.0.0.1:${port}`
    children.push(
      spawn('redis-server', ['--port', `${port}`, '--save', '', '--appendonly', 'no', '--dir', folder], {
        stdio: 'ignore',
      }),
    )
    redis = new Redis(connection, { maxRetriesPerRequest: null, retryStrategy: () => 100 })
    redis.on('error', () => {})
    await redis.ping()
  })
  afterAll(async () => {
    redis.disconnect()
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  async function worker(queue: string): Promise<ChildProcess> {
    const script = fileURLToPath(new URL('worker.ts', import.meta.url))
    const child = spawn(process.execPath, ['--conditions=@guanxi/source', '--import', tsx, script, connection, queue], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    await new Promise<void>((resolve, reject) => {
      child.stdout!.once('data', () => resolve())
      child.once('exit', code => reject(new Error(`the worker ended with ${code}`)))
    })
    return child
  }

  test('two workers, one killed in the middle of a block: the same bits, and nothing is left in Redis', async () => {
    const [first] = await Promise.all([worker('two'), worker('two')])
    const executor = bullmqExecutor({ connection, queue: 'two' })
    const queue = new Queue('two', { connection: redis })
    const seen: number[] = []
    let killed = false
    const kill = async () => {
      // Both have a block when two are active: the one that is killed loses its own.
      while ((await queue.getActiveCount()) < 2) await new Promise(resolve => setTimeout(resolve, 2))
      first.kill('SIGKILL')
      killed = true
    }
    const [ensemble] = await Promise.all([
      runEnsemble(xCommunity(), scenarios, { ...options, executor, onProgress: ({ done }) => seen.push(done) }),
      kill(),
    ])
    expect(killed).toBe(true)
    expect(seen.at(-1)).toBe(options.replications)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(JSON.stringify(ensemble)).toBe(JSON.stringify(await runEnsemble(xCommunity(), scenarios, options)))
    await executor.close()
    expect(await redis.keys('guanxi:*')).toEqual([])
    expect(await queue.getJobCounts('waiting', 'active', 'completed', 'failed', 'delayed')).toEqual({
      waiting: 0,
      active: 0,
      completed: 0,
      failed: 0,
      delayed: 0,
    })
    await queue.close()
  }, 180_000)
  test('an abort rejects at once with its reason, and takes what waits out of the queue', async () => {
    const executor = bullmqExecutor({ connection, queue: 'nobody' })
    const stop = new AbortController()
    const queue = new Queue('nobody', { connection: redis })
    const running = runEnsemble(xCommunity(), scenarios, { ...options, executor, signal: stop.signal })
    running.catch(() => {})
    while ((await queue.getWaitingCount()) === 0) await new Promise(resolve => setTimeout(resolve, 5))
    const at = performance.now()
    stop.abort()
    await expect(running).rejects.toMatchObject({ name: 'AbortError' })
    expect(performance.now() - at).toBeLessThan(1000)
    await executor.close()
    expect(await queue.getWaitingCount()).toBe(0)
    await queue.close()
  })
  test('a worker of another version refuses, and the run says so', async () => {
    const executor = bullmqExecutor({ connection, queue: 'versions' })
    const working = await bullmqWorker({ connection, queue: 'versions', workers: 1 })
    const job = { version: '0.0.0', id: 'x' } as EnsembleJob
    await expect(executor.run(job, [{ from: 0, to: 1 }], () => {})).rejects.toThrow(/of version 0\.0\.0/)
    await executor.close()
    await working.close()
  })
  test('a server that is not there, and options that are none', async () => {
    const executor = bullmqExecutor({ connection: 'redis://user:secret@127.0.0.1:1' })
    const error = await runEnsemble(xCommunity(), scenarios, { ...options, executor }).catch(error => error)
    expect(error).toMatchObject({ code: 'INVALID_OPTION' })
    expect(error.message).toMatch(/cannot reach Redis at redis:\/\/127\.0\.0\.1:1/)
    expect(error.message).not.toContain('secret')
    await executor.close()
    expect(() => bullmqExecutor({ connection: 'localhost' })).toThrow('an address such as')
    expect(() => bullmqExecutor({ connection, quue: 'x' } as never)).toThrow('quue')
  })
})
