export type { Criterion, Subject } from './columns.ts'
export { type MaximinRow, maximinTable } from './maximinTable.ts'
export { mergeEnsembles } from './mergeEnsembles.ts'
export { type EnsemblePattern, type PatternShare, patternShares } from './patternShares.ts'
export { type RegretRow, regretTable } from './regretTable.ts'
export { replication } from './replication.ts'
export { runBlock } from './runBlock.ts'
export { type EnsembleOptions, runEnsemble } from './runEnsemble.ts'
export { type OutcomeCriterion, type SatisficingRow, satisficingTable } from './satisficingTable.ts'
export {
  type DiscoveredBox,
  type DiscoveredLimit,
  type DiscoveryOptions,
  type DiscoveryResult,
  scenarioDiscovery,
} from './scenarioDiscovery.ts'
export { serveEnsembles } from './serveEnsembles.ts'
export { type TornadoRow, tornado } from './tornado.ts'
export type {
  Block,
  Checkpoint,
  Design,
  DrawnAssumption,
  EnsembleBand,
  EnsembleContrast,
  EnsembleDraws,
  EnsembleJob,
  EnsembleManifest,
  EnsembleOutcome,
  EnsembleResult,
  EnsembleWithdrawals,
  Executor,
  FinishedBlock,
} from './types.ts'
export { type WebWorkerOptions, type WorkerLike, webWorkerExecutor } from './webWorkerExecutor.ts'
