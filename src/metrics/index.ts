// Dyads
export { asymmetry } from './asymmetry.ts'
export { type DyadCensus, dyadCensus } from './dyadCensus.ts'
export { type Dyad, dyads } from './dyads.ts'
// Hierarchy
export { type ComponentHierarchy, type Hierarchy, type HierarchyShares, hierarchy } from './hierarchy.ts'
export { type Reciprocity, reciprocity } from './reciprocity.ts'
// Power and dependence
export { type Direction, type StrengthOptions, strength } from './strength.ts'

// Position

// Several layers

// The case's own indices, and the diagnosis
