export type { Digraph } from '../kernel/digraph.ts'
export { createNetwork } from './createNetwork.ts'
export { GuanxiError, type GuanxiErrorCode, type Issue } from './errors.ts'
export type { Evidence } from './evidence.ts'
export { documentJsonSchema } from './jsonSchema.ts'
export { type ActorKind, kindLabels } from './kinds.ts'
export { actorLabel, kindLabel, type Label, type Lang, layerLabel } from './labels.ts'
export type { LayersOptions } from './layerColumns.ts'
export {
  type ActorAttributes,
  type ActorRecord,
  type Json,
  type Layer,
  layers,
  type NetworkAttributes,
  type NetworkDocument,
  type RelationNetwork,
  type TieAttributes,
  type TieRecord,
} from './network.ts'
export { type Role, roleOf } from './roles.ts'
export { type Convergence, Scores } from './scores.ts'
export { freeze, type NetworkLike, type Snapshot, type SnapshotArrays, snapshotFrom } from './snapshot.ts'
export type { BinaryOptions, LayerOptions, TieOptions } from './ties.ts'
export { toDocument } from './toDocument.ts'
