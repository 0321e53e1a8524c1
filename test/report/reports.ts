import { checkPatterns, xCommunity } from 'guanxi/cases'
import { testDiagnosis } from 'guanxi/inference'
import { diagnose } from 'guanxi/metrics'
import type { Reportable, ReportOptions } from 'guanxi/report'
import {
  buildAlliance,
  type CalibrationResult,
  calibrate,
  compareScenarios,
  contribution,
  defineStrategy,
  extendRelations,
  planStrategies,
  runEnsemble,
  runScenario,
  sensitivity,
  sustainCooperation,
  type Wave,
} from 'guanxi/scenarios'

const network = xCommunity()
const all = [sustainCooperation(), buildAlliance(), extendRelations()]
export const scenarios = [
  { name: 'as it is · 维持现状', strategies: [] },
  { name: 'street office', strategies: [sustainCooperation()] },
  { name: 'all three at once, with a name that is too long', strategies: all },
]

export interface Sample {
  readonly result: Reportable
  /** What is passed along. */
  readonly beside: ReportOptions
}

const alliance = { name: 'alliance', strategies: [buildAlliance()] }

/** Waves that the model itself made, with a trust that grows faster than the default, stand in for observed ones. */
export function wavesAt(weeks: readonly number[]): Wave[] {
  return weeks.map(week => ({
    week,
    network: runScenario(network, { ...alliance, weeks: week, parameters: { trustGain: 0.05 } }).after,
  }))
}

export function calibrated(weeks: readonly number[]): CalibrationResult {
  return calibrate(wavesAt(weeks), alliance, { fit: ['trustGain', 'lossFactor', 'rehireWeeks'], seed: 1, draws: 900 })
}

/** A result of every kind that can be reported, some with all that may be passed along. */
export async function reports(): Promise<Readonly<Record<string, Sample>>> {
  const comparison = compareScenarios(network, scenarios, { weeks: 52, seed: 1 })
  const ensemble = await runEnsemble(network, scenarios, { replications: 64, weeks: 52, seed: 1 })
  const found = (method: 'morris' | 'sobol', outcome: 'voice' | 'delivery') =>
    sensitivity(network, scenarios[2]!, { method, outcome, samples: 8, seed: 1 })
  const own = defineStrategy({
    kind: 'tea-house',
    label: { zh: '社区茶馆', en: 'tea house' },
    intervention: 'induction',
    practices: { 'small-talk': 0.5, 'find-common-ground': 0.5 },
  })
  const sample = (result: Reportable, beside: ReportOptions = {}): Sample => ({ result, beside })
  return {
    diagnosis: sample(diagnose(network), { tests: testDiagnosis(network, { seed: 1, replications: 99 }) }),
    scenario: sample(runScenario(network, { strategies: [buildAlliance()], weeks: 12, seed: 1 })),
    comparison: sample(comparison),
    'comparison with all': sample(comparison, {
      ensemble,
      sensitivity: found('morris', 'voice'),
      patterns: checkPatterns({ samples: 5 }),
    }),
    ensemble: sample(ensemble),
    'ensemble of few': sample(await runEnsemble(network, scenarios.slice(0, 1), { replications: 3, seed: 1 })),
    sensitivity: sample(found('sobol', 'voice')),
    plan: sample(planStrategies(network, { hoursPerWeek: 12, weeks: 26, seed: 1, samples: 5 })),
    'plan of one’s own': sample(
      planStrategies(network, {
        hoursPerWeek: 8,
        weeks: 26,
        seed: 1,
        samples: 5,
        objectives: ['trustGap'],
        strategies: [own, buildAlliance()],
      }),
      { sensitivity: [found('morris', 'voice'), found('morris', 'delivery')] },
    ),
    contribution: sample(contribution(network, { name: 'all', strategies: all })),
    calibration: sample(calibrated([0, 13, 26])),
    'calibration by two waves': sample(calibrated([0, 26])),
    'contribution by samples': sample(
      contribution(network, { strategies: [...all, own] }, { method: 'sampled', samples: 5 }),
    ),
  }
}
