import { layerLabel } from '../model/labels.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions, numberIn } from '../model/options.ts'
import { curvatures } from './curvatures.ts'
import { drawNetwork, drawNodes, kindLegend, type Scales, widthOf } from './drawNetwork.ts'
import { drawOptions, type ViewOptions, viewRules } from './networkView.ts'
import { paletteOf } from './palette.ts'
import { largestSize } from './places.ts'
import { placeTogether } from './placeTogether.ts'
import type { ReadTie } from './readNetwork.ts'
import type { ComparedView, DifferenceEdge, DifferenceView, LayerChange, LegendEntry, TieChange } from './types.ts'
import type { Union } from './unionOf.ts'
import { shortNumber, viewWords } from './words.ts'

/** Options of `compareView`. */
export interface CompareViewOptions extends ViewOptions {
  /**
   * A change below this share of the layer's full value counts as `same`.
   * @defaultValue 0.005 (half of the last digit that is shown)
   */
  readonly threshold?: number | undefined
}

/**
 * Two networks in the same places, and what changed between them: `before`, `after` and `difference`.
 *
 * The three views share places, the scale of widths and the scale of sizes, so that what looks thicker is more. In
 * `difference` a tie says whether it grew, shrank, stayed the same, appeared or vanished, on `options.layer` or, without it, on
 * the layer that changed most on that tie; its width is the size of the change. Actors that only one of the two has get
 * a place in both.
 *
 * @param before - a network.
 * @param after - the same network later, or after a strategy.
 * @returns three views; ties that are unknown at either time have `change: 'same'` and say in their title what is unknown.
 * @throws {GuanxiError} as `networkView`.
 *
 * The same networks, options and seed give the same views.
 *
 * @example
 * ```ts
 * import { createNetwork } from 'guanxi'
 * import { compareView } from 'guanxi/view'
 *
 * const actors = [{ id: 'a', kind: 'community' }, { id: 'b', kind: 'residents' }]
 * const at = (trust: number) => createNetwork({ actors, ties: [{ source: 'b', target: 'a', trust }] })
 * compareView(at(0.2), at(0.6)).difference.edges[0]?.change // => 'grew'
 * ```
 */
export function compareView(
  before: RelationNetwork,
  after: RelationNetwork,
  options: CompareViewOptions = {},
): ComparedView {
  const where = 'compareView'
  checkOptions(where, options, { ...viewRules, threshold: numberIn(0, 1) })
  const { threshold = 0.005 } = options
  const draw = drawOptions(options)
  const words = viewWords(draw.lang)
  const { reads, union, placed, scales } = placeTogether(where, [before, after], options)
  const titled = (title: string) => (draw.layer === null ? title : `${title} · ${layerLabel(draw.layer, draw.lang)}`)
  const [beforeView, afterView] = reads.map((read, i) => {
    const view = drawNetwork(read, union.placesOf(read, placed), scales, draw)
    const title = titled(i === 0 ? words.before : words.after)
    return { ...view, title, description: words.describe(title, view.nodes.length, view.edges.length) }
  })

  const palette = paletteOf(draw.theme)
  const bends = curvatures(union.network.ties, placed, largestSize(placed.length))
  const differences = union.network.ties.map((tie, k) => tieDifference(tie, union, k, scales, draw.layer, threshold))
  const most = Math.max(0, ...differences.map(({ share }) => share))
  const edges = union.network.ties.map((tie, k): DifferenceEdge => {
    const { change, layer, share, changes } = differences[k]!
    const at = changes.find(one => one.layer === layer)
    const source = union.network.actors[tie.source]!
    const target = union.network.actors[tie.target]!
    const said = changes.map(one =>
      words.value(layerLabel(one.layer, draw.lang), `${say(one.before)} → ${say(one.after)}`),
    )
    return {
      id: tie.id,
      source: source.id,
      target: target.id,
      layer,
      value: at?.before === undefined || at.before === null || at.after === null ? null : at.after - at.before,
      width: change === 'same' ? 1 : Math.max(1.2, widthOf(most > 0 ? share / most : 0, union.network.ties.length)),
      color: palette.changes[change],
      dash: change === 'vanished' ? 'dashed' : 'solid',
      curvature: bends[k]!,
      title: words.tie(source.label, target.label, [words.change[change], ...said].join(words.between)),
      change,
      before: at?.before ?? null,
      after: at?.after ?? null,
      changes,
    }
  })
  function say(value: number | null): string {
    return value === null ? words.unknown : shortNumber(value)
  }
  const changesShown = (['grew', 'shrank', 'appeared', 'vanished', 'same'] as const).filter(change =>
    edges.some(edge => edge.change === change),
  )
  const title = titled(words.difference)
  const difference: DifferenceView = {
    ...beforeView!,
    title,
    description: words.describe(title, union.network.actors.length, edges.length),
    nodes: drawNodes(union.network, placed, scales, { ...draw, size: 'same' }),
    edges,
    legend: [
      ...changesShown.map(
        (change): LegendEntry => ({
          mark: 'line',
          label: words.change[change],
          color: palette.changes[change],
          dash: change === 'vanished' ? 'dashed' : 'solid',
          width: change === 'same' ? 1 : 3,
          change,
        }),
      ),
      ...(most > 0 ? [{ mark: 'note' as const, label: words.changed }] : []),
      ...kindLegend(union.network, draw),
    ],
  }
  return { kind: 'compared-view', before: beforeView!, after: afterView!, difference }
}

interface TieDifference {
  readonly change: TieChange
  readonly layer: string | null
  /** Size of the change as a share of the layer's full value. */
  readonly share: number
  readonly changes: readonly LayerChange[]
}

function tieDifference(
  tie: ReadTie,
  { sides }: Union,
  k: number,
  { full }: Scales,
  asked: string | null,
  threshold: number,
): TieDifference {
  const [a, b] = sides[k]! as [ReadTie | null, ReadTie | null]
  const changes = [...tie.values.keys()].flatMap((layer): LayerChange[] => {
    // A tie that is not there is zero on every layer; one without the value is unknown.
    const before = a ? (a.values.get(layer) ?? null) : 0
    const after = b ? (b.values.get(layer) ?? null) : 0
    return before === null && after === null ? [] : [{ layer, before, after }]
  })
  let layer: string | null = asked
  let share = -1
  for (const change of changes) {
    if (asked !== null && change.layer !== asked) continue
    const own =
      change.before === null || change.after === null
        ? 0
        : Math.abs(change.after - change.before) / full.get(change.layer)!
    if (own <= share) continue
    share = own
    layer = change.layer
  }
  const moved = changes.find(change => change.layer === layer)
  if (!moved || moved.before === null || moved.after === null || share < threshold)
    return { change: 'same', layer, share: 0, changes }
  const wasThere = asked === null ? a !== null : moved.before > 0
  const isThere = asked === null ? b !== null : moved.after > 0
  const change = !wasThere ? 'appeared' : !isThere ? 'vanished' : moved.after > moved.before ? 'grew' : 'shrank'
  return { change, layer, share, changes }
}
