export { asymmetry } from './asymmetry.ts'
export { type Dependence, dependence } from './dependence.ts'
export {
  type DiagnosedActor,
  type DiagnoseOptions,
  type Diagnosis,
  diagnose,
  type LayerDiagnosis,
  type Undefined,
} from './diagnose.ts'
export { type DyadCensus, dyadCensus } from './dyadCensus.ts'
export { type Dyad, dyads } from './dyads.ts'
export { type ComponentHierarchy, type Hierarchy, type HierarchyShares, hierarchy } from './hierarchy.ts'
export { type Inequality, type InequalityOptions, inequality } from './inequality.ts'
export {
  type Acquaintance,
  type CodeCount,
  type Embedding,
  type Orientation,
  type PracticeLogics,
  type PracticeLogicsOptions,
  practiceLogics,
} from './practiceLogics.ts'
export { type Reciprocity, reciprocity } from './reciprocity.ts'
export { type Standing, type StandingOptions, standing } from './standing.ts'
export { type Direction, type StrengthOptions, strength } from './strength.ts'
