import { createEdgeCurveProgram } from '@sigma/edge-curve'
import { DirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { createEdgeArrowProgram } from 'sigma/rendering'
import { h } from './dom.ts'
import { drawHover, drawLabels, type LabelInk } from './labels.ts'
import { heads } from './lines.ts'
import { LEAST_WIDTH, Overlay } from './overlay.ts'
import type { Drawn, DrawnEdge, DrawnNode, PicturePart } from './protocol.ts'
import { ShapeProgram } from './shapeProgram.ts'

export type Chosen = { readonly actor: string } | { readonly source: string; readonly target: string } | null

export type PictureGraph = DirectedGraph<DrawnNode, DrawnEdge>

/** The network on a canvas; sizes are in the view's pixels and grow with the picture, so that nothing overlaps at any size. */
export class Picture {
  #sigma: Sigma<DrawnNode, DrawnEdge> | null = null
  /** Stays when the page around it is laid out anew. */
  readonly element = h('div', { className: 'canvas', role: 'img' })
  readonly #choose: (chosen: Chosen) => void
  #overlay: Overlay | null = null
  #areas = false
  #ink: LabelInk = { text: '#000', paper: '#fff' }
  #faint = '#ccc'

  constructor(choose: (chosen: Chosen) => void) {
    this.#choose = choose
  }

  /** Graphs are filled part by part outside the picture, and shown when they are whole. */
  static empty(): PictureGraph {
    return new DirectedGraph<DrawnNode, DrawnEdge>()
  }

  static add(graph: PictureGraph, { nodes, edges }: PicturePart): void {
    graph.import({ nodes: [...nodes], edges: [...edges] }, true)
  }

  colours(ink: LabelInk, faint: string): void {
    const before = this.#ink
    this.#ink = ink
    this.#faint = faint
    if (ink.text !== before.text) this.#sigma?.setSetting('labelColor', { color: ink.text })
  }

  /** @returns whether there is WebGL to draw with. */
  show(graph: PictureGraph, large: boolean, bounds: Drawn['bounds']): boolean {
    try {
      this.#sigma ??= this.#start(graph)
    } catch {
      return false
    }
    // Sigma goes through every tie for each of these, so what the graph is drawn with is set before it, and only when it changes.
    this.#overlay!.ties = !large
    this.#sigma.setCustomBBox(bounds)
    if (this.#sigma.getSetting('hideEdgesOnMove') !== large)
      this.#sigma.setSettings({ hideEdgesOnMove: large, minEdgeThickness: large ? 0.6 : LEAST_WIDTH })
    this.#sigma.setGraph(graph)
    return true
  }

  /** Draws areas around the actors of each group, or no longer. */
  area(are: boolean): void {
    this.#areas = are
    if (!this.#overlay) return
    this.#overlay.areas = are
    this.#sigma!.scheduleRender()
  }

  /** What is not chosen, and does not touch it, steps back. */
  choose(chosen: Chosen): void {
    const sigma = this.#sigma
    if (!sigma) return
    const graph = () => sigma.getGraph() as PictureGraph
    const actorLit = (id: string) =>
      chosen &&
      ('actor' in chosen
        ? id === chosen.actor || touches(graph(), chosen.actor, id)
        : id === chosen.source || id === chosen.target)
    const tieLit = (source: string, target: string) =>
      chosen &&
      ('actor' in chosen
        ? source === chosen.actor || target === chosen.actor
        : source === chosen.source && target === chosen.target)
    // Without a choice nothing is asked of each tie: it would take as long as all the rest on a large network.
    sigma.setSettings({
      nodeReducer: chosen && ((id, node) => (actorLit(id) ? node : { ...node, color: this.#faint })),
      edgeReducer:
        chosen &&
        ((id, edge) => {
          const [source, target] = graph().extremities(id)
          return tieLit(source, target) ? { ...edge, zIndex: 1 } : { ...edge, color: this.#faint, zIndex: 0 }
        }),
    })
  }

  zoom(by: 'in' | 'out' | 'all'): void {
    const camera = this.#sigma?.getCamera()
    const quick = { duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200 }
    if (by === 'in') camera?.animatedZoom(quick)
    else if (by === 'out') camera?.animatedUnzoom(quick)
    else camera?.animatedReset(quick)
  }

  #start(graph: PictureGraph): Sigma<DrawnNode, DrawnEdge> {
    const sigma: Sigma<DrawnNode, DrawnEdge> = new Sigma<DrawnNode, DrawnEdge>(graph, this.element, {
      itemSizesReference: 'positions',
      zoomToSizeRatioFunction: ratio => ratio,
      minEdgeThickness: LEAST_WIDTH,
      stagePadding: 14,
      allowInvalidContainer: true,
      zIndex: true,
      labelRenderedSizeThreshold: 0,
      labelDensity: 4,
      labelGridCellSize: 60,
      defaultNodeType: 'shape',
      nodeProgramClasses: { shape: ShapeProgram },
      edgeProgramClasses: Object.fromEntries(
        Object.entries(heads).flatMap(([width, head]) => [
          [`arrow-${width}`, createEdgeArrowProgram<DrawnNode, DrawnEdge>(head)],
          [
            `curvedArrow-${width}`,
            createEdgeCurveProgram<DrawnNode, DrawnEdge>({ arrowHead: { ...head, extremity: 'target' } }),
          ],
        ]),
      ),
    })
    const labels = drawLabels(() => this.#ink)
    sigma.setSetting('defaultDrawNodeLabel', labels.draw)
    sigma.setSetting(
      'defaultDrawNodeHover',
      drawHover(() => this.#ink),
    )
    this.#overlay = new Overlay(sigma, () => this.#ink.paper)
    this.#overlay.areas = this.#areas
    sigma.on('beforeRender', labels.clear)
    sigma.on('clickNode', ({ node }) => this.#choose({ actor: node }))
    sigma.on('clickStage', ({ event }) => {
      const tie = this.#overlay!.tieAt(event)
      if (tie === null) return this.#choose(null)
      const [source, target] = sigma.getGraph().extremities(tie)
      this.#choose({ source, target })
    })
    return sigma
  }
}

const touches = (graph: PictureGraph, a: string, b: string) =>
  graph.hasNode(a) && graph.hasNode(b) && graph.areNeighbors(a, b)
