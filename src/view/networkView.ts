import type { Lang } from '../model/labels.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions, type OptionRule, oneOf, seed, text } from '../model/options.ts'
import { type DrawOptions, drawNetwork } from './drawNetwork.ts'
import type { Layout } from './places.ts'
import { placeTogether } from './placeTogether.ts'
import type { NetworkView, Theme } from './types.ts'

/** What the radius of an actor shows: in- or out-strength on the layer, nothing, or a measure (`Scores`, or entries like them). */
export type Sizing = 'in' | 'out' | 'same' | Iterable<readonly [string, number | null]>

/** Options of `networkView`. */
export interface ViewOptions {
  /**
   * `'roles'`: fixed places for the roles of a purchased service; `'levels'`: height by the levels of `hierarchy` on `layer`,
   * givers above receivers; `'force'`: ForceAtlas2; `'auto'`: roles when all kinds are known and there are at most 30 actors,
   * else forces. @defaultValue 'auto'
   */
  readonly layout?: Layout | undefined
  /** The layer to show; without it every tie shows the layer that is strongest on it. */
  readonly layer?: string | undefined
  /** @defaultValue 'en' */
  readonly lang?: Lang | undefined
  /** Seed of the places where chance is involved. @defaultValue 1 */
  readonly seed?: number | undefined
  /** What the radius shows. @defaultValue for `trust` `'in'`, for other layers `'out'`, without a layer `'same'` */
  readonly size?: Sizing | undefined
  /** The actor attribute that colour and shape show, and the legend explains. @defaultValue 'kind' */
  readonly group?: string | undefined
  /** @defaultValue 'light' */
  readonly theme?: Theme | undefined
  /** Places to keep, as from the `nodes` of another view; actors that are not among them get a place of their own. */
  readonly places?: readonly { readonly id: string; readonly x: number; readonly y: number }[] | undefined
}

const places: OptionRule = {
  expected: 'an array of { id, x, y } with finite numbers',
  accepts: value =>
    Array.isArray(value) && value.every(p => typeof p?.id === 'string' && Number.isFinite(p.x) && Number.isFinite(p.y)),
}

const size: OptionRule = {
  expected: "'in', 'out', 'same' or pairs of an id and a number",
  accepts: value =>
    sizings.accepts(value) ||
    (typeof value === 'object' &&
      value !== null &&
      Symbol.iterator in value &&
      [...(value as Iterable<unknown>)].every(
        pair => Array.isArray(pair) && typeof pair[0] === 'string' && (pair[1] === null || Number.isFinite(pair[1])),
      )),
}

const sizings = oneOf('in', 'out', 'same')

export const viewRules = {
  layout: oneOf('auto', 'roles', 'levels', 'force'),
  layer: text,
  lang: oneOf('zh', 'en'),
  seed,
  group: text,
  size,
  theme: oneOf('light', 'dark', 'print'),
  places,
}

/**
 * Network view: a network as plain JSON that is ready to be drawn, here (`toSvg`) or by an app of your own.
 *
 * Places are in pixels with `y` downwards, and neither actors nor labels cover each other. Both directions of a tie are edges
 * of their own, each with its width (in proportion to the value; the full width is the layer's largest value, at least
 * 1), and bend to the right of their way. Colour and line tell the layer, colour and shape the kind.
 *
 * @param network - a network; self-ties are ignored.
 * @param options - see `ViewOptions`. A tie that is zero on `options.layer` is not drawn; one that is unknown there is drawn
 *   thin and dotted, and says so.
 * @returns nodes in the order of the actors, edges in the order of the ties, a legend, a title and a description.
 * @throws {GuanxiError} `UNKNOWN_LAYER` when no tie has the layer; `UNKNOWN_ATTRIBUTE` when no actor has the `group`;
 *   `INVALID_VALUE` when a layer holds no number, or a negative one where levels are wanted.
 *
 * The same network, options and seed give the same view. Places: ForceAtlas2 (Jacomy et al. 2014, PLoS ONE 9(6):e98679) from
 * seeded starts, six up to 60 actors, three up to 200, one beyond, of which the one with the least stress and the most even
 * ties is taken; then boxes of actors with their labels are pushed apart.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { networkView } from 'guanxi/view'
 *
 * const view = networkView(xCommunity(), { layer: 'power', lang: 'zh' })
 * view.nodes[0]?.label // => '街道办事处'
 * view.nodes.every(node => Number.isFinite(node.x)) // => true
 * ```
 */
export function networkView(network: RelationNetwork, options: ViewOptions = {}): NetworkView {
  checkOptions('networkView', options, viewRules)
  const { reads, placed, scales } = placeTogether('networkView', [network], options)
  return drawNetwork(reads[0]!, placed, scales, drawOptions(options))
}

export function drawOptions({ lang = 'en', theme = 'light', layer, size, group }: ViewOptions): DrawOptions {
  return {
    lang,
    theme,
    layer: layer ?? null,
    size:
      typeof size === 'object'
        ? new Map(size)
        : (size ?? (layer === undefined ? 'same' : layer === 'trust' ? 'in' : 'out')),
    byKind: group === undefined,
  }
}
