import { kindLabel, type Lang, layerLabel } from '../model/labels.ts'
import { layers as knownLayers } from '../model/network.ts'
import { curvatures } from './curvatures.ts'
import { labelBox } from './labelBoxes.ts'
import { dashOf, paletteOf, stylesOf } from './palette.ts'
import { largestSize, type Place } from './places.ts'
import type { ReadNetwork, ReadTie } from './readNetwork.ts'
import type { LegendEntry, NetworkView, Theme, ViewEdge, ViewNode } from './types.ts'
import { shortNumber, viewWords } from './words.ts'

/** What `drawNetwork` needs to know, completed. */
export interface DrawOptions {
  readonly lang: Lang
  readonly theme: Theme
  readonly layer: string | null
  readonly size: 'in' | 'out' | 'same' | ReadonlyMap<string, number | null>
  /** Whether colour and shape show the kind. */
  readonly byKind: boolean
}

/** What full width and full size stand for; views that are compared share them. */
export interface Scales {
  /** Largest value by layer, at least 1. */
  readonly full: ReadonlyMap<string, number>
  /** Largest in- or out-strength. */
  readonly strength: number
}

const WIDEST = 6
const THINNEST = 0.8

/** Width in pixels of a share of the full value. */
export function widthOf(share: number, ties: number): number {
  const widest = ties > 400 ? 2.5 : ties > 80 ? 4 : WIDEST
  return Math.round(Math.max(THINNEST, widest * share) * 100) / 100
}

export function scalesOf(networks: readonly ReadNetwork[], options: { layer?: string | undefined }): Scales {
  const full = new Map<string, number>()
  let strength = 0
  for (const network of networks) {
    for (const { values } of network.ties)
      for (const [layer, value] of values) full.set(layer, Math.max(full.get(layer) ?? 1, value ?? 0))
    if (options.layer === undefined) continue
    for (const direction of ['in', 'out'] as const)
      strength = Math.max(strength, ...strengths(network, options.layer, direction))
  }
  return { full, strength }
}

function strengths({ actors, ties }: ReadNetwork, layer: string, direction: 'in' | 'out'): number[] {
  const sums = actors.map(() => 0)
  for (const { source, target, values } of ties) {
    const i = direction === 'out' ? source : target
    sums[i] = sums[i]! + Math.max(0, values.get(layer) ?? 0)
  }
  return sums
}

/** The layer that is strongest on a tie, each measured by its own full value; `null` when none is known. */
export function leadingLayer({ values }: ReadTie, { full }: Scales): string | null {
  let leading: string | null = null
  let most = -1
  for (const layer of knownLayers) {
    const value = values.get(layer)
    if (value === null || value === undefined || value / full.get(layer)! <= most) continue
    most = value / full.get(layer)!
    leading = layer
  }
  return leading
}

/** The view of a network whose places are known. */
export function drawNetwork(
  read: ReadNetwork,
  places: readonly Place[],
  scales: Scales,
  options: DrawOptions,
): NetworkView {
  const words = viewWords(options.lang)
  const edges = drawEdges(read, places, scales, options)
  const title = options.layer === null ? words.allTitle : words.layerTitle(options.layer)
  return {
    kind: 'network-view',
    lang: options.lang,
    theme: options.theme,
    layer: options.layer,
    title,
    description: words.describe(title, read.actors.length, edges.length),
    nodes: drawNodes(read, places, scales, options),
    edges,
    legend: [...layerLegend(edges, scales, options), ...sizeNote(scales, options), ...kindLegend(read, options)],
  }
}

export function drawNodes(
  read: ReadNetwork,
  places: readonly Place[],
  scales: Scales,
  { lang, layer, size }: DrawOptions,
): ViewNode[] {
  const largest = largestSize(read.actors.length)
  const styles = stylesOf(read.actors.map(({ group }) => group))
  const shares = sizeShares(read, scales, layer, size)
  return read.actors.map(({ id, kind, label, group }, i) => {
    const { x, y, side, lines, labelBox: box } = places[i]!
    const radius = Math.round(largest * (shares ? 0.45 + 0.55 * Math.sqrt(shares[i]!) : 0.8) * 100) / 100
    const [shape, color] = styles.get(group)!
    return {
      id,
      label,
      kind,
      kindLabel: kindLabel(kind, lang),
      group,
      x,
      y,
      size: radius,
      color,
      shape,
      labelBox: box && labelBox(lines, side, { x, y }, radius),
    }
  })
}

/** For each actor a share of the largest size; `null` when all are of one size. */
function sizeShares(
  read: ReadNetwork,
  { strength }: Scales,
  layer: string | null,
  size: DrawOptions['size'],
): number[] | null {
  if (typeof size === 'object') {
    const values = read.actors.map(({ id }) => size.get(id) ?? null)
    // A measure that knows negative values begins at its lowest.
    const low = Math.min(0, ...[...size.values()].map(value => value ?? 0))
    const range = Math.max(...[...size.values()].map(value => value ?? 0)) - low
    return values.map(value => (value === null || !(range > 0) ? 0 : Math.max(0, value - low) / range))
  }
  if (layer === null || size === 'same' || !(strength > 0)) return null
  return strengths(read, layer, size).map(sum => sum / strength)
}

function sizeNote({ strength }: Scales, { lang, layer, size }: DrawOptions): LegendEntry[] {
  const { size: said, measured } = viewWords(lang)
  if (typeof size === 'object') return [{ mark: 'note', label: measured }]
  return size === 'same' || layer === null || !(strength > 0) ? [] : [{ mark: 'note', label: said(size, layer) }]
}

function drawEdges(
  read: ReadNetwork,
  places: readonly Place[],
  scales: Scales,
  { lang, theme, layer }: DrawOptions,
): ViewEdge[] {
  const palette = paletteOf(theme)
  const bends = curvatures(read.ties, places, largestSize(read.actors.length))
  return read.ties.flatMap((tie, k): ViewEdge[] => {
    const shown = layer ?? leadingLayer(tie, scales)
    const value = shown === null ? null : (tie.values.get(shown) ?? null)
    if (layer !== null && value === 0) return []
    return [
      {
        id: tie.id,
        source: read.actors[tie.source]!.id,
        target: read.actors[tie.target]!.id,
        layer: shown,
        value,
        width: value === null ? 1 : widthOf(Math.max(0, value) / scales.full.get(shown!)!, read.ties.length),
        color: value === null ? palette.faint : (palette.layers[shown!] ?? palette.otherLayer),
        dash: value === null ? 'dotted' : dashOf(shown),
        curvature: bends[k]!,
        title: tieTitle(read, tie, lang),
      },
    ]
  })
}

export function tieTitle(read: ReadNetwork, { source, target, values }: ReadTie, lang: Lang): string {
  const words = viewWords(lang)
  const texts = [...values].flatMap(([layer, value]) =>
    read.layers.includes(layer)
      ? [words.value(layerLabel(layer, lang), value === null ? words.unknown : shortNumber(value))]
      : [],
  )
  return words.tie(
    read.actors[source]!.label,
    read.actors[target]!.label,
    texts.length > 0 ? texts.join(words.between) : words.unknown,
  )
}

function layerLegend(edges: readonly ViewEdge[], { full }: Scales, { lang, theme, layer }: DrawOptions): LegendEntry[] {
  const words = viewWords(lang)
  const palette = paletteOf(theme)
  const unknown: LegendEntry[] = edges.some(({ value }) => value === null)
    ? [{ mark: 'line', label: words.unknown, color: palette.faint, dash: 'dotted', width: 1 }]
    : []
  if (!edges.some(({ value }) => value !== null)) return unknown
  const line = (of: string, label: string, share: number): LegendEntry => ({
    mark: 'line',
    label,
    color: palette.layers[of] ?? palette.otherLayer,
    dash: dashOf(of),
    width: widthOf(share, edges.length),
  })
  if (layer !== null) {
    const most = full.get(layer)!
    return [
      line(layer, shortNumber(most / 5), 0.2),
      line(layer, shortNumber(most), 1),
      ...unknown,
      { mark: 'note', label: words.width },
    ]
  }
  const shown = [...new Set(edges.flatMap(edge => (edge.layer === null ? [] : [edge.layer])))]
  shown.sort((a, b) => knownLayers.indexOf(a as never) - knownLayers.indexOf(b as never))
  return [
    ...shown.map(of => line(of, layerLabel(of, lang), 0.5)),
    ...unknown,
    { mark: 'note', label: words.width },
    ...(shown.length > 1 ? [{ mark: 'note' as const, label: words.leading }] : []),
  ]
}

/** Kinds are explained where an actor's own label does not say them, other groups always. */
export function kindLegend({ actors }: ReadNetwork, { lang, byKind }: DrawOptions): LegendEntry[] {
  const styles = stylesOf(actors.map(({ group }) => group))
  if (styles.size < (byKind ? 2 : 1) || styles.size > 12 || (byKind && styles.size === actors.length)) return []
  return [...styles].map(([group, [shape, color]]) => ({
    mark: 'shape',
    label: group ? kindLabel(group, lang) : viewWords(lang).unknown,
    shape,
    color,
  }))
}
