import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { xCommunity } from 'guanxi/cases'
import {
  buildAlliance,
  calibrate,
  compareScenarios,
  contribution,
  openChannel,
  planStrategies,
  runEnsemble,
  runScenario,
  sensitivity,
  smallTalk,
} from 'guanxi/scenarios'
import { beforeAll, describe, expect, test } from 'vitest'

const network = xCommunity()
const scenarios = [
  { name: 'as it is', strategies: [] },
  { name: 'community', strategies: [buildAlliance()] },
]
const mix = { name: 'two', strategies: [openChannel(), smallTalk()] }

describe('results on a console', () => {
  const results: Record<string, object> = {}
  beforeAll(async () => {
    const known = xCommunity()
    known.updateEachEdgeAttributes((_, tie) => ({ ...tie, power: tie.power ?? 0.5, trust: tie.trust ?? 0.5 }))
    const after = runScenario(known, { ...mix, weeks: 8, seed: 1 }).after
    const [from, to] = [
      { week: 0, network: known },
      { week: 8, network: after },
    ]
    Object.assign(results, {
      scenario: runScenario(network, { ...mix, weeks: 4 }),
      comparison: compareScenarios(network, scenarios, { weeks: 4 }),
      ensemble: await runEnsemble(network, scenarios, { replications: 20, weeks: 4, seed: 1 }),
      sensitivity: sensitivity(
        network,
        { ...mix, weeks: 4 },
        { method: 'morris', outcome: 'voice', samples: 4, seed: 1 },
      ),
      plan: planStrategies(network, { hoursPerWeek: 8, weeks: 4, seed: 1, samples: 5 }),
      contribution: contribution(network, { ...mix, weeks: 4 }),
      calibration: calibrate([from, to], mix, { fit: ['trustGain'], seed: 1, draws: 600 }),
    })
  })

  test.each(['scenario', 'comparison', 'ensemble', 'sensitivity', 'plan', 'contribution', 'calibration'])(
    '%s: a few lines, and plain data as before',
    kind => {
      const result = results[kind]!
      const text = inspect(result)
      expect(text).toMatch(new RegExp(`^${kind[0]!.toUpperCase()}${kind.slice(1)}Result`))
      expect(text).not.toMatch(/undefined|NaN|\[object/)
      expect(text.split('\n').length).toBeLessThan(20)
      // Also where it stands within something else.
      expect(inspect({ deep: { result } }, { depth: 4 }).length).toBeLessThan(text.length + 600)
      const shown = (result as Record<symbol, () => unknown>)[Symbol.for('Jupyter.display')]!()
      expect(shown).toEqual({ 'text/plain': text })

      expect(Object.getOwnPropertySymbols({ ...result })).toEqual([])
      expect(JSON.stringify(result)).toBe(JSON.stringify({ ...result }))
      assert.deepStrictEqual(result, { ...result })
      expect(result).toStrictEqual({ ...result })
      const plain = JSON.parse(JSON.stringify(result))
      if (kind === 'scenario' || kind === 'comparison') return // They hold networks, which are no plain data.
      expect(structuredClone(result)).toEqual(plain)
      expect(inspect(structuredClone(result))).not.toBe(text)
    },
  )
  test('what is said: the values', () => {
    const { timeline } = results.scenario as ReturnType<typeof runScenario>
    const [first, last] = [timeline[0]!, timeline.at(-1)!].map(({ outcomes }) => Number(outcomes.voice!.toPrecision(4)))
    expect(inspect(results.scenario)).toContain(`voice ${first} → ${last}`)
    expect(inspect(results.ensemble)).toMatch(/voice: "as it is" [\d.]+ ± [\d.e-]+, "community" [\d.]+ ± /)
    expect(inspect(results.sensitivity)).toMatch(/… \d+ more$/)
  })
})
