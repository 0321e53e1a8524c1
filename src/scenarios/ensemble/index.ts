export { mergeEnsembles } from './mergeEnsembles.ts'
export { replication } from './replication.ts'
export { runBlock } from './runBlock.ts'
export { type EnsembleOptions, runEnsemble } from './runEnsemble.ts'
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
