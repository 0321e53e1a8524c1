import type { Lang } from '../model/labels.ts'

/** Outline of an actor; kinds differ in shape as well as in colour. */
export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'pentagon' | 'hexagon'

/** Line of a tie; layers differ in line as well as in colour. */
export type Dash = 'solid' | 'dashed' | 'dotted'

/** Colours for a light page, a dark page, or paper. */
export type Theme = 'light' | 'dark' | 'print'

/** What became of a tie between before and after. */
export type TieChange = 'grew' | 'shrank' | 'same' | 'appeared' | 'vanished'

/** A label with its place: a box of `width` × `height` with its upper left corner at `x`, `y`. */
export interface LabelBox {
  readonly lines: readonly string[]
  readonly anchor: 'start' | 'middle' | 'end'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** An actor as it is drawn; lengths in pixels at scale 1, `y` downwards. */
export interface ViewNode {
  readonly id: string
  readonly label: string
  readonly kind: string
  readonly kindLabel: string
  /** What colour and shape show: the kind, or the value of the attribute that was asked for; empty where there is none. */
  readonly group: string
  readonly x: number
  readonly y: number
  /** Radius. */
  readonly size: number
  /** `#rrggbb` */
  readonly color: string
  readonly shape: Shape
  /** Where the label stands; `null` where there is no room for one. */
  readonly labelBox: LabelBox | null
}

/** One direction of a tie as it is drawn. */
export interface ViewEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  /** The layer that is shown; `null` when the tie has no known value. */
  readonly layer: string | null
  /** Its value; `null` when it is unknown. */
  readonly value: number | null
  /** Line width in pixels. */
  readonly width: number
  /** `#rrggbb` */
  readonly color: string
  readonly dash: Dash
  /** Distance of the control point from the chord, as a share of the chord; the arc bends to the right of its way. */
  readonly curvature: number
  /** The tie in words. */
  readonly title: string
}

/** One layer of a tie in two networks. */
export interface LayerChange {
  readonly layer: string
  readonly before: number | null
  readonly after: number | null
}

/** A tie in the difference of two networks. */
export interface DifferenceEdge extends ViewEdge {
  readonly change: TieChange
  readonly before: number | null
  readonly after: number | null
  /** Every layer of the tie that is known at both times. */
  readonly changes: readonly LayerChange[]
}

/** A line of the legend: a mark and what it means. */
export interface LegendEntry {
  readonly mark: 'line' | 'shape' | 'note'
  readonly label: string
  readonly color?: string
  readonly dash?: Dash
  readonly width?: number
  readonly shape?: Shape
  readonly change?: TieChange
}

/** A network ready to be drawn: plain JSON. */
export interface NetworkView {
  readonly kind: 'network-view'
  readonly lang: Lang
  readonly theme: Theme
  /** The layer shown; `null` when each tie shows the layer that is strongest on it. */
  readonly layer: string | null
  readonly title: string
  /** The picture in a sentence, for those who do not see it. */
  readonly description: string
  readonly nodes: readonly ViewNode[]
  readonly edges: readonly ViewEdge[]
  readonly legend: readonly LegendEntry[]
}

/** What changed between two networks, drawn as one. */
export interface DifferenceView extends NetworkView {
  readonly edges: readonly DifferenceEdge[]
}

/** Two networks in the same places, and their difference. */
export interface ComparedView {
  readonly kind: 'compared-view'
  readonly before: NetworkView
  readonly after: NetworkView
  readonly difference: DifferenceView
}
