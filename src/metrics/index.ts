export { type ActorReciprocity, actorReciprocity } from './actorReciprocity.ts'
export { type ActorTriads, actorTriads } from './actorTriads.ts'
export { type Agony, agony } from './agony.ts'
export { asymmetry } from './asymmetry.ts'
export { type BetweennessOptions, betweenness } from './betweenness.ts'
export { type BonacichPowerOptions, bonacichPower } from './bonacichPower.ts'
export { type Brokerage, type BrokerageOptions, type BrokerageRoles, brokerage } from './brokerage.ts'
export { type CentralizationOptions, centralization } from './centralization.ts'
export { type ClosenessOptions, closeness } from './closeness.ts'
export { type Commitment, commitment } from './commitment.ts'
export { type Components, type ComponentsOptions, components } from './components.ts'
export { type Coreness, coreness } from './coreness.ts'
export { type CorePeriphery, type CorePeripheryOptions, corePeriphery } from './corePeriphery.ts'
export { type DavidsScoreOptions, davidsScore } from './davidsScore.ts'
export { type Dependence, dependence } from './dependence.ts'
export {
  type DiagnosedActor,
  type DiagnoseOptions,
  type Diagnosis,
  diagnose,
  type LayerDiagnosis,
  type Undefined,
} from './diagnose.ts'
export { type DirectedCorePeriphery, directedCorePeriphery } from './directedCorePeriphery.ts'
export { type Disparity, type DisparityOptions, disparity } from './disparity.ts'
export { disparityFilter, type TieStanding } from './disparityFilter.ts'
export { type DyadCensus, dyadCensus } from './dyadCensus.ts'
export { type Dyad, dyads } from './dyads.ts'
export { type EigenTrustOptions, eigenTrust } from './eigenTrust.ts'
export { type EigenvectorOptions, eigenvector } from './eigenvector.ts'
export { type EIIndex, type EIIndexOptions, eiIndex } from './eiIndex.ts'
export { type Embeddedness, embeddedness } from './embeddedness.ts'
export { type EmbeddingAsymmetry, embeddingAsymmetry } from './embeddingAsymmetry.ts'
export { flowHierarchy } from './flowHierarchy.ts'
export { type GlobalReachingCentralityOptions, globalReachingCentrality } from './globalReachingCentrality.ts'
export { type GroupDyads, type GroupDyadsOptions, type GroupPair, groupDyads } from './groupDyads.ts'
export { type ComponentHierarchy, type Hierarchy, type HierarchyShares, hierarchy } from './hierarchy.ts'
export { type Hits, hits } from './hits.ts'
export { type HodgeRank, type HodgeRankOptions, hodgeRank } from './hodgeRank.ts'
export { type Inequality, type InequalityOptions, inequality } from './inequality.ts'
export { type KatzOptions, katz } from './katz.ts'
export { type KCoresOptions, kCores } from './kCores.ts'
export { type Krackhardt, krackhardt } from './krackhardt.ts'
export { type Landau, type LandauOptions, landau } from './landau.ts'
export { type LayerCorrelation, layerCorrelation } from './layerCorrelation.ts'
export { multiplexity } from './multiplexity.ts'
export { type LayerMatrix, multireciprocity } from './multireciprocity.ts'
export { type Overlap, overlap } from './overlap.ts'
export { type PageRankOptions, pageRank } from './pageRank.ts'
export { type ParticipationOptions, participation } from './participation.ts'
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
export { type SimmelianTies, simmelianTies } from './simmelianTies.ts'
export { skewSymmetry } from './skewSymmetry.ts'
export { type SpringRank, type SpringRankOptions, springRank } from './springRank.ts'
export { type Standing, type StandingOptions, standing } from './standing.ts'
export { type SteepnessOptions, steepness } from './steepness.ts'
export { type Direction, type StrengthOptions, strength } from './strength.ts'
export { type StructuralHoles, structuralHoles } from './structuralHoles.ts'
export { type TransitiveTrust, transitiveTrust } from './transitiveTrust.ts'
export { type TriadCensus, type TriadName, triadCensus } from './triadCensus.ts'
