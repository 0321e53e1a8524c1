import type { DirectedGraph } from 'graphology'
import type { Evidence } from './evidence.ts'
import type { Label } from './labels.ts'

/** A value that JSON can hold; numbers are finite. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined }

/** What a tie carries. `power` and `trust` in [0, 1], `resources` ≥ 0. */
export type Layer = 'power' | 'resources' | 'trust'

/** The three layers in the order in which they are shown everywhere. */
export const layers: readonly Layer[] = ['power', 'resources', 'trust']

/** Attributes of an actor in the graph. */
export interface ActorAttributes {
  kind: string
  label?: Label
  [more: string]: Json | undefined
}

/** Attributes of a tie in the graph; a layer that is `null` or absent is unknown, which is not zero. */
export interface TieAttributes {
  power?: number | null
  resources?: number | null
  trust?: number | null
  evidence?: Evidence[]
  [more: string]: Json | undefined
}

/** Attributes of the whole network. */
export interface NetworkAttributes {
  name?: string
  [more: string]: Json | undefined
}

/** A relationship network: a plain graphology graph, so that the user's own graphology code keeps working on it. */
export type RelationNetwork = DirectedGraph<ActorAttributes, TieAttributes, NetworkAttributes>

/** A document: what users write by hand and what JSON files hold. */
export interface NetworkDocument {
  format?: 'guanxi'
  version?: 1
  name?: string
  /** Anything else about the whole network, such as its source. */
  attributes?: { [key: string]: Json }
  actors: ActorRecord[]
  ties: TieRecord[]
}

/** An actor as a document holds it. */
export interface ActorRecord {
  /** Any non-empty text, unique in the document. */
  id: string
  /** One of `ActorKind`, or any other text. */
  kind: string
  label?: Label
  [more: string]: Json | undefined
}

/** A tie as a document holds it: one direction, with up to three layers. */
export interface TieRecord {
  source: string
  target: string
  power?: number | null
  resources?: number | null
  trust?: number | null
  evidence?: Evidence[]
  [more: string]: Json | undefined
}
