import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { GuanxiError } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { diagnose } from 'guanxi/metrics'
import { toHtml } from 'guanxi/report'
import {
  buildAlliance,
  calibrate,
  compareScenarios,
  contribution,
  explain,
  openChannel,
  planStrategies,
  runEnsemble,
  runScenario,
  scenarioDiscovery,
  sensitivity,
  smallTalk,
} from 'guanxi/scenarios'
import { beforeAll, describe, expect, test } from 'vitest'
import { brief } from '../../src/model/printed.ts'

const network = xCommunity()
const scenarios = [
  { name: 'as it is', strategies: [] },
  { name: 'community', strategies: [buildAlliance()] },
]
const mix = { name: 'two', strategies: [openChannel(), smallTalk()] }

/** These hold networks: they are sent to another thread or page as JSON (docs/guide/app.md). */
const holdNetworks = ['scenario', 'comparison', 'diagnosis']

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
      diagnosis: diagnose(network),
      explanation: explain(runScenario(network, { ...mix, weeks: 4 })),
    })
    const ensemble = results.ensemble as Awaited<ReturnType<typeof runEnsemble>>
    const { mean } = ensemble.outcomes.find(row => row.outcome === 'voice' && row.scenario === 'community')!
    results['scenario-discovery'] = scenarioDiscovery(ensemble, {
      scenario: 'community',
      outcome: 'voice',
      atLeast: mean!,
      leastSupport: 0.2,
    })
  })

  test('sensitivity: a line an assumption, by μ* with Morris, by total effect with Sobol′', () => {
    const run = (method: 'morris' | 'sobol') =>
      sensitivity(
        network,
        { ...mix, weeks: 1 },
        { method, outcome: 'streetTrust', samples: 8, seed: 1, parameters: ['reportEffect', 'halfDose'] },
      )
    for (const [method, field] of [
      ['morris', 'muStar'],
      ['sobol', 'total'],
    ] as const) {
      const result = run(method)
      const lines = result.ranked.map(
        name => `${name} ${brief(result.terms.find(term => term.name === name)![field]!)}`,
      )
      for (const line of lines) expect(inspect(result)).toContain(line)
      expect(inspect(result)).toContain(`over ${result.runs} runs (${method})`)
    }
  })
  test.each([
    ['scenario', 'ScenarioResult'],
    ['comparison', 'ComparisonResult'],
    ['ensemble', 'EnsembleResult'],
    ['sensitivity', 'SensitivityResult'],
    ['plan', 'PlanResult'],
    ['contribution', 'ContributionResult'],
    ['calibration', 'CalibrationResult'],
    ['diagnosis', 'Diagnosis'],
    ['explanation', 'Explanation'],
    ['scenario-discovery', 'DiscoveryResult'],
  ])('%s: a few lines, and plain data as before', (kind, name) => {
    const result = results[kind]!
    const text = inspect(result)
    expect(text).toMatch(new RegExp(`^${name} ?`))
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
    if (holdNetworks.includes(kind)) {
      // A clone loses the functions of a graph; of JSON a report makes a graph again.
      expect(() => toHtml(structuredClone(result) as never)).toThrow(GuanxiError)
      expect(toHtml(structuredClone(plain))).toBe(toHtml(result as never))
      return
    }
    expect(structuredClone(result)).toEqual(plain)
    expect(inspect(structuredClone(result))).not.toBe(text)
  })
  test('what is said: the values', () => {
    const { timeline } = results.scenario as ReturnType<typeof runScenario>
    const [first, last] = [timeline[0]!, timeline.at(-1)!].map(({ outcomes }) => Number(outcomes.voice!.toPrecision(4)))
    expect(inspect(results.scenario)).toContain(`voice ${first} → ${last}`)
    expect(inspect(results.ensemble)).toMatch(/voice: "as it is" [\d.]+ ± [\d.e-]+, "community" [\d.]+ ± /)
    expect(inspect(results.sensitivity)).toMatch(/… \d+ more$/)
    const { layers } = results.diagnosis as ReturnType<typeof diagnose>
    expect(inspect(results.diagnosis)).toContain(`asymmetry ${Number(layers[0]!.asymmetry!.toPrecision(4))}`)
    const [change] = (results.explanation as ReturnType<typeof explain>).changes
    expect(inspect(results.explanation)).toContain(
      `${change!.layer} ${change!.source} → ${change!.target} ${Number(change!.before.toPrecision(4))} → `,
    )
    const { failures, box } = results['scenario-discovery'] as ReturnType<typeof scenarioDiscovery>
    expect(inspect(results['scenario-discovery'])).toContain(`${failures} of 20 replications fail`)
    expect(inspect(results['scenario-discovery'])).toMatch(box === null ? /no box/ : /quasi-p/)
  })
})
