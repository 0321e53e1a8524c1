import type { RelationNetwork } from '../../model/network.ts'

/** What a reader gives. */
export interface ReadResult {
  readonly network: RelationNetwork
  /** What the file held wrongly or a network cannot hold, a sentence each; empty when nothing was lost. */
  readonly losses: string[]
}

/** What a writer gives. */
export interface WriteResult {
  readonly text: string
  /** What the format cannot hold, a sentence each; empty when nothing was lost. */
  readonly losses: string[]
}

/** What a writer of several files gives: text by file name. */
export interface WriteFilesResult {
  readonly files: Record<string, string>
  readonly losses: string[]
}
