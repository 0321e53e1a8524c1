import type { Evidence, GuanxiErrorCode, Lang, NetworkDocument } from 'guanxi'
import type { EnsembleContrast, OutcomeName, Practice } from 'guanxi/scenarios'
import type { Dash, Layout, LegendEntry, SigmaEdge, SigmaNode, Theme, TieChange } from 'guanxi/view'

/** What the picture shows; the same words go from the page to the worker that draws. */
export interface Look {
  readonly lang: Lang
  readonly theme: Theme
  readonly layer: string | null
  readonly layout: Layout
  readonly size: SizeName
  readonly group: string
  /** The network as it was read, as it is in a week of the plan, or what changed. */
  readonly moment: 'read' | 'change' | number
}

export type SizeName = 'same' | 'in' | 'out' | 'pageRank' | 'betweenness' | 'constraint'

export interface OpenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What is known of a network once it was read. */
export interface Opened {
  readonly name: string
  readonly actors: number
  readonly ties: number
  readonly layers: readonly string[]
  /** Actor attributes by which actors can be coloured. */
  readonly attributes: readonly string[]
  readonly losses: Readonly<Record<Lang, readonly string[]>>
  /** Drawn with straight lines, in parts. */
  readonly large: boolean
  /** Why no plan can be tried; `null` when one can. */
  readonly obstacle: Fault | null
}

/** An actor for sigma, with what its label needs: the view's box, counted from the actor's middle. */
export interface DrawnNode extends SigmaNode {
  readonly group: string
  readonly radius: number
  readonly lines: readonly string[]
  readonly anchor: 'start' | 'middle' | 'end'
  readonly dx: number
  readonly dy: number
  readonly forceLabel: boolean
}

/** A tie for sigma, with what its own programs do not draw. */
export interface DrawnEdge extends SigmaEdge {
  readonly dash: Dash
  /** True for ties that are not solid: sigma leaves them to overlay.ts. */
  readonly hidden: boolean
  /** What became of it, where the picture shows changes. */
  readonly change: TieChange | null
}

/** A part of a picture, as graphology's `import` takes it: parts keep every task of the page short. */
export interface PicturePart {
  readonly nodes: readonly { readonly key: string; readonly attributes: DrawnNode }[]
  readonly edges: readonly {
    readonly key: string
    readonly source: string
    readonly target: string
    readonly attributes: DrawnEdge
  }[]
}

export interface Drawn {
  readonly title: string
  readonly description: string
  readonly legend: readonly LegendEntry[]
  /** What has to be in the picture, labels and all, in sigma's coordinates. */
  readonly bounds: { readonly x: [number, number]; readonly y: [number, number] }
}

export interface TieRow {
  readonly source: string
  readonly target: string
  readonly sourceLabel: string
  readonly targetLabel: string
  /** In the order of `Opened.layers`; `null` is unknown. */
  readonly values: readonly (number | null)[]
}

export interface TieFacts extends TieRow {
  /** The other direction; `null` when there is no such tie, which is zero on every layer. */
  readonly returned: readonly (number | null)[] | null
  readonly evidence: readonly Evidence[]
}

export interface ActorFacts {
  readonly id: string
  readonly label: string
  readonly kind: string
  /** Sums of what goes out and what comes in, by layer. */
  readonly given: readonly number[]
  readonly received: readonly number[]
  readonly partners: readonly {
    readonly id: string
    readonly label: string
    readonly out: boolean
    readonly in: boolean
  }[]
}

/** A measure of the whole network, in words; `null` is not defined. */
export interface Measured {
  readonly network: readonly { readonly name: MeasureName; readonly value: number | null }[]
  /** The ten highest on what the size of actors shows. */
  readonly actors: readonly { readonly label: string; readonly value: number | null }[]
}

export type MeasureName = 'asymmetry' | 'reciprocity' | 'ordered' | 'circulating' | 'returned'

/** Hours a week of each practice. */
export type Hours = Readonly<Record<Practice, number>>

export interface PlanResult {
  readonly weeks: number
  readonly outcomes: readonly {
    readonly name: OutcomeName
    readonly before: number | null
    readonly unplanned: number | null
    readonly planned: number | null
  }[]
  /** Weeks that can be drawn. */
  readonly steps: readonly number[]
  readonly withdrewInWeek: number | null
}

export type SaveName = 'svg' | 'report' | 'json'

/** What went wrong in a worker; errors of guanxi say what kind of fault it is. */
export interface Fault {
  readonly message: string
  readonly code: GuanxiErrorCode | null
  /** The message in Chinese, a sentence a fault; empty where there is only the English one. */
  readonly chinese: readonly string[]
}

/** A run of the ensemble, or a word to stop it. */
export type EnsembleAsked =
  | 'stop'
  | { readonly network: NetworkDocument; readonly hours: Hours; readonly weeks: number; readonly replications: number }

export type EnsembleAnswered =
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly result: readonly (EnsembleContrast & { readonly planned: number | null })[] }
  | { readonly stopped: true }
  | { readonly fault: Fault }

/** What can be asked of the worker, and what it answers. */
export interface Questions {
  open: { ask: { files: readonly OpenFile[] }; answer: Opened }
  example: { ask: { lang: Lang }; answer: Opened }
  draw: { ask: Look; answer: Drawn }
  rows: { ask: { lang: Lang; from: number; to: number }; answer: readonly TieRow[] }
  tie: { ask: { lang: Lang; source: string; target: string }; answer: TieFacts | null }
  actor: { ask: { lang: Lang; id: string }; answer: ActorFacts }
  measure: { ask: Pick<Look, 'lang' | 'layer' | 'size'>; answer: Measured }
  plan: { ask: { hours: Hours; weeks: number }; answer: PlanResult }
  document: { ask: object; answer: NetworkDocument }
  save: { ask: Look & { what: SaveName }; answer: string }
}

export type Asked = {
  [name in keyof Questions]: { id: number; name: name; ask: Questions[name]['ask'] }
}[keyof Questions]

export type Answered =
  | { readonly id: number; readonly part: PicturePart }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly fault: Fault }
