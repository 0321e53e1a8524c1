export { type CugOptions, cugTest, cugTestPlan } from './cugTest.ts'
export { type DyadFlipOptions, dyadFlipTest, dyadFlipTestPlan } from './dyadFlipTest.ts'
export type { Factor } from './factors.ts'
export { type GroupLabelOptions, groupLabelTest, groupLabelTestPlan } from './groupLabelTest.ts'
export { type MorrisOptions, type MorrisResult, type MorrisTerm, morris } from './morris.ts'
export type { Plan } from './plan.ts'
export type { Progress } from './progress.ts'
export {
  type QapCorrelation,
  type QapCorrelationOptions,
  qapCorrelation,
  qapCorrelationPlan,
} from './qapCorrelation.ts'
export { runPlan } from './runPlan.ts'
export { type SobolOptions, type SobolResult, type SobolTerm, sobol } from './sobol.ts'
export type { Statistic } from './statistic.ts'
export { type StrengthTestOptions, type StrengthTestResult, strengthTest, strengthTestPlan } from './strengthTest.ts'
export type { Counts, TestOptions, TestResult } from './testResult.ts'
export { type WeightShuffleOptions, weightShuffleTest, weightShuffleTestPlan } from './weightShuffleTest.ts'
