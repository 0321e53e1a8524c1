export { type CompareViewOptions, compareView } from './compareView.ts'
export type { Side } from './labelBoxes.ts'
export { networkView, type Sizing, type ViewOptions } from './networkView.ts'
export type { Layout } from './places.ts'
export { type TimelineView, timelineView } from './timelineView.ts'
export { type CytoscapeEdge, type CytoscapeElements, type CytoscapeNode, toCytoscape } from './toCytoscape.ts'
export { type D3Graph, toD3 } from './toD3.ts'
export { toDot } from './toDot.ts'
export { toMermaid } from './toMermaid.ts'
export { type ReactFlowEdge, type ReactFlowGraph, type ReactFlowNode, toReactFlow } from './toReactFlow.ts'
export { type SigmaEdge, type SigmaNode, toSigma } from './toSigma.ts'
export { type SvgOptions, toSvg } from './toSvg.ts'
export type {
  ComparedView,
  Dash,
  DifferenceEdge,
  DifferenceView,
  LabelBox,
  LayerChange,
  LegendEntry,
  NetworkView,
  Shape,
  Theme,
  TieChange,
  ViewEdge,
  ViewNode,
} from './types.ts'
