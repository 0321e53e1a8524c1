import { xCommunity } from 'guanxi/cases'
import { type EnsembleJob, type Executor, runBlock, runEnsemble, serveEnsembles } from 'guanxi/scenarios'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { blockRunner } from '../../src/scenarios/ensemble/blockRunner.ts'
import { blockServer } from '../../src/scenarios/ensemble/blockServer.ts'
import { inSlices, inThisThread } from '../../src/scenarios/ensemble/inThisThread.ts'
import { openChannels } from '../helpers/openChannels.ts'

/** Steps of so many milliseconds each. */
function* busy(steps: number, milliseconds: number, done: { steps: number }): Generator<void, string, void> {
  for (; done.steps < steps; done.steps++) {
    const until = performance.now() + milliseconds
    while (performance.now() < until);
    yield
  }
  return 'done'
}

/** The jobs that ensembles of so many scenarios are run from. */
async function jobOf(names: readonly string[], seed = 1): Promise<EnsembleJob> {
  let found: EnsembleJob | undefined
  const executor: Executor = {
    async run(job, blocks, done) {
      found = job
      for (const block of blocks) done(block, runBlock(job, block))
    },
    async close() {},
  }
  const scenarios = names.map(name => ({ name, strategies: [] }))
  await runEnsemble(xCommunity(), scenarios, { replications: 4, seed, weeks: 2, executor })
  return found!
}

describe('in slices', () => {
  test('timers go through between slices of 10 ms; what the steps give comes back', async () => {
    const done = { steps: 0 }
    let at = -1
    const timer = setTimeout(() => {
      at = done.steps
    }, 0)
    expect(await inSlices(busy(40, 2, done), undefined)).toBe('done')
    clearTimeout(timer)
    expect(done.steps).toBe(40)
    expect(at).toBeGreaterThanOrEqual(0)
    expect(at).toBeLessThan(40)
  })
  test('no channel is left open, whether the steps end or fail', async () => {
    expect(await openChannels(() => inSlices(busy(3, 0, { steps: 0 }), undefined))).toEqual({ made: 1, open: 0 })
    expect(await openChannels(() => inSlices(busy(3, 0, { steps: 0 }), AbortSignal.abort()))).toEqual({
      made: 1,
      open: 0,
    })
  })
  test('a timer is kept waiting for some slices at most, breath after breath', async () => {
    const done = { steps: 0 }
    const at: number[] = []
    const timer = setInterval(() => at.push(done.steps), 1)
    await inSlices(busy(100, 2, done), undefined)
    clearInterval(timer)
    // Twenty slices of five steps; on a busy machine fewer.
    expect(at.length).toBeGreaterThan(5)
    expect(at.at(-1)).toBeGreaterThan(50)
  })
  test('not between all steps: a thousand short ones take few breaths', async () => {
    const breath = vi.spyOn(globalThis, 'setImmediate')
    await inSlices(busy(1000, 0, { steps: 0 }), undefined)
    const breaths = breath.mock.calls.length
    breath.mockRestore()
    expect(breaths).toBeGreaterThan(0)
    expect(breaths).toBeLessThan(50)
  })
  test('an abort is seen at the next breath, also before the first step', async () => {
    const done = { steps: 0 }
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('enough')), 0)
    await expect(inSlices(busy(400, 2, done), stop.signal)).rejects.toThrow('enough')
    expect(done.steps).toBeLessThan(400)
    const none = { steps: 0 }
    await expect(inSlices(busy(1, 0, none), AbortSignal.abort(new Error('before')))).rejects.toThrow('before')
    expect(none.steps).toBe(0)
  })
  test('blocks come one after the other, with the values of a block alone; there is nothing to let go of', async () => {
    const job = await jobOf(['a', 'b'])
    const blocks = [
      { from: 2, to: 4 },
      { from: 0, to: 1 },
    ]
    const seen: unknown[] = []
    const executor = inThisThread()
    await executor.run(job, blocks, (block, values) => seen.push([block, values]))
    expect(seen).toEqual(blocks.map(block => [block, runBlock(job, block)]))
    expect(await executor.close()).toBeUndefined()
  })
})

describe('a block', () => {
  test('pauses after every run of a scenario', async () => {
    const steps = blockRunner(await jobOf(['a', 'b', 'c'])).steps({ from: 1, to: 3 })
    let pauses = 0
    while (!steps.next().done) pauses++
    expect(pauses).toBe(2 * 3)
  })
  test('of another job than the one before is that job’s', async () => {
    const serve = blockServer()
    const [one, other] = [await jobOf(['a']), await jobOf(['a'], 2)]
    for (const job of [one, other, other, one])
      expect(serve(job, { from: 0, to: 2 })).toEqual(runBlock(job, { from: 0, to: 2 }))
    expect(serve(one, { from: 0, to: 2 })).not.toEqual(serve(other, { from: 0, to: 2 }))
  })
})

describe('serveEnsembles', () => {
  afterEach(() => vi.unstubAllGlobals())
  test('answers a question with values, and what cannot be run with the fault', async () => {
    const answers: { values?: Float64Array; fault?: { message: string; code?: string } }[] = []
    vi.stubGlobal('postMessage', (answer: object) => answers.push(answer))
    vi.stubGlobal('onmessage', null)
    serveEnsembles()
    const { onmessage } = globalThis as unknown as { onmessage: (event: { data: object }) => void }
    const [job, block] = [await jobOf(['a']), { from: 1, to: 3 }]
    onmessage({ data: { job, block } })
    onmessage({ data: { job: { ...job, id: 'x', scenarios: [{ strategies: 3 }] }, block } })
    expect(answers.length).toBe(2)
    expect(answers[0]).toEqual({ values: runBlock(job, block) })
    expect(answers[1]).toEqual({ fault: expect.objectContaining({ name: 'GuanxiError', code: 'INVALID_OPTION' }) })
  })
})
