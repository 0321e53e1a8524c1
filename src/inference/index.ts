export type { Progress } from '../model/progress.ts'
export { type AdjustOptions, adjust } from './adjust.ts'
export { type BootstrapOptions, bootstrap, bootstrapPlan } from './bootstrap.ts'
export { compareWaves, compareWavesPlan, type WaveComparison } from './compareWaves.ts'
export { type CensusStatistic, type CugOptions, cugTest, cugTestPlan } from './cugTest.ts'
export { type DyadFlipOptions, dyadFlipTest, dyadFlipTestPlan } from './dyadFlipTest.ts'
export type { Factor } from './factors.ts'
export { type GroupLabelOptions, groupLabelTest, groupLabelTestPlan } from './groupLabelTest.ts'
export { type Jackknife, jackknife, jackknifePlan } from './jackknife.ts'
export { type MorrisOptions, type MorrisResult, type MorrisTerm, morris } from './morris.ts'
export { type PerturbOptions, perturb, perturbPlan } from './perturb.ts'
export type { Plan } from './plan.ts'
export {
  type QapCorrelation,
  type QapCorrelationOptions,
  qapCorrelation,
  qapCorrelationPlan,
} from './qapCorrelation.ts'
export {
  type Predictor,
  type QapRegression,
  type QapRegressionOptions,
  type QapTerm,
  qapRegression,
  qapRegressionPlan,
  type ResidualChecks,
} from './qapRegression.ts'
export { runPlan } from './runPlan.ts'
export { type SobolOptions, type SobolResult, type SobolTerm, sobol } from './sobol.ts'
export type { ResamplingOptions, Spread } from './spread.ts'
export type { Statistic } from './statistic.ts'
export { type StrengthTestOptions, type StrengthTestResult, strengthTest, strengthTestPlan } from './strengthTest.ts'
export { type DiagnosisTest, type TestDiagnosisOptions, testDiagnosis } from './testDiagnosis.ts'
export type { Counts, TestOptions, TestResult } from './testResult.ts'
export type { TieStatistic } from './tieStatistic.ts'
export { type WeightShuffleOptions, weightShuffleTest, weightShuffleTestPlan } from './weightShuffleTest.ts'
