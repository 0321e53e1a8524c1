// Dyads
export { asymmetry } from './asymmetry.ts'
// Power and dependence
export { type Dependence, dependence } from './dependence.ts'
export { type DyadCensus, dyadCensus } from './dyadCensus.ts'
export { type Dyad, dyads } from './dyads.ts'
export { type Inequality, type InequalityOptions, inequality } from './inequality.ts'
export { type Reciprocity, reciprocity } from './reciprocity.ts'
export { type Direction, type StrengthOptions, strength } from './strength.ts'

// Hierarchy

// Position

// Several layers

// The case's own indices, and the diagnosis
export {
  type Acquaintance,
  type CodeCount,
  type Embedding,
  type Orientation,
  type PracticeLogics,
  type PracticeLogicsOptions,
  practiceLogics,
} from './practiceLogics.ts'
export { type Standing, type StandingOptions, standing } from './standing.ts'
