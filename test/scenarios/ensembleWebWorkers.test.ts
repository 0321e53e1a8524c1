import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { xCommunity } from 'guanxi/cases'
import { buildAlliance, type EnsembleResult, runEnsemble, type WorkerLike, webWorkerExecutor } from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'
import { createJob } from '../../src/scenarios/ensemble/createJob.ts'
import { runBlock } from '../../src/scenarios/ensemble/runBlock.ts'
import type { WorkerQuestion } from '../../src/scenarios/ensemble/webWorkerExecutor.ts'
import { browserPath, openBrowser } from '../helpers/browser.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const scenarios = [
  { name: 'as it is', strategies: [] },
  { name: 'alliance', strategies: [buildAlliance()], noise: 0.1 },
]
const options = { replications: 120, seed: 5 }
const here = () => runEnsemble(xCommunity(), scenarios, options).then(result => JSON.stringify(result))

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    conditions: ['@guanxi/source'],
  })
  return outputFiles[0]!.text
}

describe.skipIf(!browserPath)('Web Workers in a browser', () => {
  test('give the bits of the page, the numbers of Node, and stop within 100 ms of an abort', async () => {
    const files: Record<string, [type: string, text: string]> = {
      '/': ['text/html', '<script type="module" src="/page.js"></script>'],
      '/worker.js': [
        'text/javascript',
        await bundle("import { serveEnsembles } from 'guanxi/scenarios'; serveEnsembles()"),
      ],
      '/page.js': [
        'text/javascript',
        await bundle(`
import { xCommunity } from 'guanxi/cases'
import { runEnsemble, webWorkerExecutor } from 'guanxi/scenarios'
const executor = webWorkerExecutor({ create: () => new Worker('/worker.js', { type: 'module' }), workers: 2 })
const scenarios = ${JSON.stringify(scenarios)}
const options = ${JSON.stringify(options)}
globalThis.whole = async () => JSON.stringify(await runEnsemble(xCommunity(), scenarios, { ...options, executor }))
globalThis.inline = async () => JSON.stringify(await runEnsemble(xCommunity(), scenarios, options))
globalThis.aborted = async () => {
  const stop = new AbortController()
  let at = 0
  const onProgress = ({ done }) => {
    if (done === 0 || at > 0) return
    at = performance.now()
    stop.abort()
  }
  const run = runEnsemble(xCommunity(), scenarios, { ...options, replications: 1e6, executor, onProgress, signal: stop.signal })
  return run.then(() => 'done', ({ name }) => [name, performance.now() - at])
}`),
      ],
    }
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      await page.route('**/*', route => {
        const [contentType, body] = files[new URL(route.request().url()).pathname] ?? ['text/plain', '']
        return route.fulfill({ contentType, body })
      })
      await page.goto('http://guanxi.test/')
      await page.waitForFunction('globalThis.aborted')
      const inline = (await page.evaluate('globalThis.inline()')) as string
      expect(await page.evaluate('globalThis.whole()')).toBe(inline)
      // Math.log, cbrt and ** of another engine may differ in their last bit.
      const [theirs, ours] = [inline, await here()].map(text => JSON.parse(text) as EnsembleResult) as [
        EnsembleResult,
        EnsembleResult,
      ]
      expect(theirs.manifest).toEqual(ours.manifest)
      theirs.outcomes.forEach(({ mean }, i) => {
        expect(Math.abs(mean! - ours.outcomes[i]!.mean!)).toBeLessThan(1e-12)
      })
      const [name, after] = (await page.evaluate('globalThis.aborted()')) as [string, number]
      expect(name).toBe('AbortError')
      expect(after).toBeLessThan(100)
      expect(await page.evaluate('globalThis.whole()')).toBe(inline)
    } finally {
      await browser.close()
    }
  }, 120_000)
})

/** A worker in this thread that fails as often as it is told. */
function fakeWorker(failures: { left: number }, ended: { count: number }): WorkerLike {
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage(message) {
      const { job, block } = message as WorkerQuestion
      queueMicrotask(() => {
        if (failures.left-- > 0) worker.onerror?.({ message: 'out of memory' })
        else worker.onmessage?.({ data: { values: runBlock(job, block) } })
      })
    },
    terminate() {
      ended.count++
    },
  }
  return worker
}

describe('a Web Worker that dies', () => {
  test('is replaced and its block run again, twice', async () => {
    const failures = { left: 2 }
    const ended = { count: 0 }
    const executor = webWorkerExecutor({ create: () => fakeWorker(failures, ended), workers: 1 })
    expect(JSON.stringify(await runEnsemble(xCommunity(), scenarios, { ...options, executor }))).toBe(await here())
    expect(ended.count).toBe(2)
    await executor.close()
    expect(ended.count).toBe(3)
  })
  test('three times over: an error that says why', async () => {
    const executor = webWorkerExecutor({ create: () => fakeWorker({ left: 9 }, { count: 0 }), workers: 1 })
    await expect(runEnsemble(xCommunity(), scenarios, { ...options, executor })).rejects.toThrow(/out of memory/)
  })
  test('no more workers are made than were asked for, nor than there are blocks; they are used again', async () => {
    let made = 0
    const ended = { count: 0 }
    const create = () => {
      made++
      return fakeWorker({ left: 0 }, ended)
    }
    const job = createJob('test', xCommunity(), scenarios, { ...options, weeks: 1 })
    const executor = webWorkerExecutor({ create, workers: 2 })
    const blocks = (count: number) => Array.from({ length: count }, (_, i) => ({ from: i, to: i + 1 }))
    const run = async (count: number) => {
      const done: number[] = []
      await executor.run(job, blocks(count), ({ from }) => done.push(from))
      return done.sort((a, b) => a - b)
    }
    expect([await run(1), made]).toEqual([[0], 1])
    expect([await run(5), made]).toEqual([[0, 1, 2, 3, 4], 2])
    expect([await run(3), made, ended.count]).toEqual([[0, 1, 2], 2, 0])
    await executor.close()
    await executor.close()
    expect(ended.count).toBe(2)
    expect([await run(1), made]).toEqual([[0], 3])
    const two = webWorkerExecutor({ create })
    made = 0
    await two.run(job, blocks(9), () => {})
    expect(made).toBe(2)
  })
  test('refuses what makes no workers', () => {
    expect(() => webWorkerExecutor({} as never)).toThrow(/create/)
    expect(() => webWorkerExecutor({ create: () => fakeWorker({ left: 0 }, { count: 0 }), workers: 0 })).toThrow(
      /workers/,
    )
  })
})
