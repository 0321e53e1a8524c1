export { type AppliedStrategy, applyStrategy } from './applyStrategy.ts'
export { type Assumption, assumptions, type ParameterName } from './assumptions.ts'
export { assumptionsOf } from './assumptionsOf.ts'
export {
  type CalibratedParameter,
  type CalibrateOptions,
  type CalibrationCheck,
  type CalibrationResult,
  calibrate,
} from './calibrate.ts'
export { type CompareOptions, compareScenarios } from './compareScenarios.ts'
export { type ContinueOptions, continueScenario } from './continueScenario.ts'
export {
  type ContributionOptions,
  type ContributionResult,
  type ContributionTerm,
  contribution,
} from './contribution.ts'
export { defaultWorkplan } from './defaultWorkplan.ts'
export type { Mechanism } from './dynamics/state.ts'
export * from './ensemble/index.ts'
export * from './events/index.ts'
export { type ExplainedChange, type ExplainedPart, type Explanation, explain } from './explain.ts'
export { mechanismLabels } from './mechanismLabels.ts'
export { type Outcome, type OutcomeName, outcomes } from './outcomes.ts'
export { type Plan, type PlanOptions, type PlanResult, planStrategies } from './planStrategies.ts'
export { type Practice, practiceLabels, practices } from './practices.ts'
export type {
  Change,
  ComparisonResult,
  Difference,
  HoursEntry,
  Measures,
  Ranking,
  ScenarioResult,
  TimelineEntry,
  Withdrawal,
} from './results.ts'
export { runScenario } from './runScenario.ts'
export { scenarioJsonSchema } from './schema.ts'
export { type SensitivityOptions, type SensitivityResult, type SensitivityTerm, sensitivity } from './sensitivity.ts'
export * from './strategies/index.ts'
export type { Event, IndicatorWork, Intervention, Scenario, Strategy, Workplan } from './types.ts'
export type { Wave } from './waves.ts'
