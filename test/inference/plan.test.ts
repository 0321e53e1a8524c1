import { describe, expect, test } from 'vitest'
import { type Plan, runNow, stepsOf } from '../../src/inference/plan.ts'
import { runPlan } from '../../src/inference/runPlan.ts'
import { openChannels } from '../helpers/openChannels.ts'

const blocks: string[] = []
/** Draw d is d and 10 d. */
const plan = (total: number, block: number, enough?: Plan<number[]>['enough']): Plan<number[]> => ({
  where: 'here',
  total,
  width: 2,
  block,
  draw(from, to, into) {
    expect(into).toHaveLength(2 * (to - from))
    blocks.push(`${from}-${to}`)
    for (let d = from; d < to; d++) into.set([d, 10 * d], 2 * (d - from))
  },
  enough,
  finish: values => [...values],
})
const told = (total: number, block: number) => {
  const seen: number[] = []
  runNow(plan(total, block), { onProgress: ({ done, total: of }) => seen.push(done, of) })
  return seen
}

describe('a plan', () => {
  test('is drawn block after block, the last one short, each to its place', () => {
    blocks.length = 0
    expect(runNow(plan(5, 2), {})).toEqual([0, 0, 1, 10, 2, 20, 3, 30, 4, 40])
    expect(blocks).toEqual(['0-2', '2-4', '4-5'])
  })
  test('pauses between blocks, not after the last one', () => {
    const count = (total: number, block: number) => [...stepsOf(plan(total, block), {})].length
    expect([count(5, 2), count(4, 2), count(2, 2), count(1, 64)]).toEqual([2, 1, 0, 0])
  })
  test('ends where the draws are enough, with these alone; all of them are not asked', () => {
    const asked: number[] = []
    const enough = (values: Float64Array, done: number) => {
      expect(values[2 * done - 1]).toBe(10 * (done - 1))
      asked.push(done)
      return done >= 4
    }
    expect(runNow(plan(9, 2, enough), {})).toEqual([0, 0, 1, 10, 2, 20, 3, 30])
    expect(asked).toEqual([2, 4])
    asked.length = 0
    expect(runNow(plan(4, 2, enough), {})).toHaveLength(8)
    expect(asked).toEqual([2])
  })
  test('tells how far it is: at the start, by hundredths, at the end', () => {
    expect(told(3, 2)).toEqual([0, 3, 2, 3, 3, 3])
    expect(told(400, 1).filter((_, i) => i % 2 === 0)).toEqual(Array.from({ length: 101 }, (_, i) => 4 * i))
    expect(told(500, 3).slice(0, 6)).toEqual([0, 500, 6, 500, 12, 500])
  })
  test('stops with the signal’s reason before the next block, and after the word that aborted it', () => {
    const run = (at: number) => {
      blocks.length = 0
      const abort = new AbortController()
      const onProgress = ({ done }: { done: number }) => {
        if (done >= at) abort.abort(new Error('enough'))
      }
      expect(() => runNow(plan(6, 2), { onProgress, signal: abort.signal })).toThrow('enough')
      return blocks.length
    }
    expect([run(0), run(2), run(6)]).toEqual([0, 1, 3])
    const abort = new AbortController()
    const steps = stepsOf(plan(6, 2), { signal: abort.signal })
    steps.next()
    abort.abort(new Error('enough'))
    blocks.length = 0
    expect(() => steps.next()).toThrow('enough')
    expect(blocks).toEqual([])
  })
  test('runs in the background to the same result, lets a timer through, and knows its options', async () => {
    let seen = false
    setTimeout(() => {
      seen = true
    })
    const waits = (_: Float64Array, done: number) => {
      // Each block takes a millisecond, so that the timer is due.
      const started = performance.now()
      while (performance.now() - started < 1);
      return seen && done > 1
    }
    await runPlan(plan(2000, 1, waits))
    expect(seen).toBe(true)
    expect(await runPlan(plan(5, 2))).toEqual(runNow(plan(5, 2), {}))
    await expect(runPlan(plan(5, 2), { onProgres: () => {} } as never)).rejects.toThrow(
      expect.objectContaining({ code: 'UNKNOWN_OPTION' }),
    )
    const aborted = AbortSignal.abort(new Error('enough'))
    await expect(runPlan(plan(5, 2), { signal: aborted })).rejects.toThrow('enough')
  })
  test('run in the background it leaves no channel open, whether it ends or fails', async () => {
    expect(await openChannels(() => runPlan(plan(5, 2)))).toEqual({ made: 1, open: 0 })
    const failing = { ...plan(5, 2), draw: () => expect.unreachable() }
    expect(await openChannels(() => runPlan(failing))).toEqual({ made: 1, open: 0 })
  })
})
