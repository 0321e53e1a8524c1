import { xCommunity } from 'guanxi/cases'
import {
  buildAlliance,
  calibrate,
  contribution,
  extendRelations,
  planStrategies,
  runScenario,
  sensitivity,
  sustainCooperation,
} from 'guanxi/scenarios'
import { describe, expect, test } from 'vitest'

type Progress = Parameters<typeof sensitivity>[2]['onProgress']

const network = xCommunity()
const scenario = { strategies: [sustainCooperation(), buildAlliance(), extendRelations()], weeks: 8 }
const waves = [0, 8].map(week => ({ week, network: runScenario(network, { ...scenario, weeks: week }).after }))

/** Long work that runs at once, each cut short enough for a test. */
const work: Record<string, (progress: { onProgress?: Progress; signal?: AbortSignal }) => unknown> = {
  sensitivity: progress =>
    sensitivity(network, scenario, { method: 'morris', outcome: 'voice', samples: 4, seed: 1, ...progress }),
  'contribution, every mix': progress => contribution(network, scenario, { method: 'exact', ...progress }),
  'contribution, sampled': progress => contribution(network, scenario, { method: 'sampled', samples: 30, ...progress }),
  planStrategies: progress => planStrategies(network, { hoursPerWeek: 8, weeks: 8, samples: 3, seed: 1, ...progress }),
  calibrate: progress => calibrate(waves, scenario, { fit: ['trustGain'], draws: 600, seed: 1, ...progress }),
}

describe.each(Object.entries(work))('%s', (_, run) => {
  test('tells how far it is, to the end, and gives the same bits', () => {
    const seen: { done: number; total: number }[] = []
    const watched = JSON.stringify(run({ onProgress: progress => seen.push(progress) }))
    expect(watched).toBe(JSON.stringify(run({})))
    expect(seen.length).toBeGreaterThan(1)
    expect(seen.at(-1)!.done).toBe(seen.at(-1)!.total)
    expect(seen.every(({ done }, i) => i === 0 || done > seen[i - 1]!.done)).toBe(true)
  })
  test('stops when it is aborted, also before it begins', () => {
    const stop = new AbortController()
    const seen: number[] = []
    const onProgress: Progress = ({ done }) => {
      seen.push(done)
      stop.abort()
    }
    expect(() => run({ onProgress, signal: stop.signal })).toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(seen).toHaveLength(1)
    expect(() => run({ signal: AbortSignal.abort() })).toThrow(expect.objectContaining({ name: 'AbortError' }))
  })
})
