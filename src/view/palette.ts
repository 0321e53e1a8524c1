import type { Dash, Shape, Theme, TieChange } from './types.ts'

/** Colours of one theme. Lines are Okabe & Ito's (2008), lightened on dark ground; fills are Tol's "light" scheme. */
export interface Palette {
  readonly paper: string
  readonly ink: string
  readonly faint: string
  readonly layers: Readonly<Record<string, string>>
  /** For layers of the user's own. */
  readonly otherLayer: string
  readonly changes: Readonly<Record<TieChange, string>>
}

const light: Palette = {
  paper: '#ffffff',
  ink: '#1f2933',
  faint: '#6b7480',
  layers: { power: '#0072b2', resources: '#d55e00', trust: '#00805d' },
  otherLayer: '#4a3f8f',
  changes: { grew: '#0072b2', shrank: '#c14f00', same: '#9aa3ad', appeared: '#00805d', vanished: '#882255' },
}

const dark: Palette = {
  paper: '#14191f',
  ink: '#e8ecf0',
  faint: '#a3adb8',
  layers: { power: '#56b4e9', resources: '#f0a13a', trust: '#3fcf9f' },
  otherLayer: '#b9aef5',
  changes: { grew: '#56b4e9', shrank: '#f0a13a', same: '#6b7480', appeared: '#3fcf9f', vanished: '#e58ab8' },
}

export function paletteOf(theme: Theme): Palette {
  if (theme === 'dark') return dark
  return theme === 'print' ? { ...light, ink: '#000000', faint: '#4a4a4a' } : light
}

/** Lines of the layers, so that they can be told apart without colour. */
export function dashOf(layer: string | null): Dash {
  if (layer === 'resources') return 'dashed'
  return layer === 'trust' ? 'dotted' : 'solid'
}

const kindStyles: Readonly<Record<string, readonly [Shape, string]>> = {
  'district-government': ['square', '#aaaa00'],
  'street-office': ['square', '#77aadd'],
  community: ['hexagon', '#99ddff'],
  'social-work-agency': ['pentagon', '#eedd88'],
  residents: ['circle', '#bbcc33'],
  'property-company': ['diamond', '#ee8866'],
  'co-building-unit': ['diamond', '#ffaabb'],
  volunteers: ['triangle', '#44bb99'],
  media: ['triangle', '#dddddd'],
}

const shapes: readonly Shape[] = ['circle', 'square', 'diamond', 'triangle', 'pentagon', 'hexagon']

/** Tol's "light" scheme, and three more that text can stand on, no closer to one of these for any colour vision than they are to each other. */
const fills = [
  ...['#77aadd', '#ee8866', '#eedd88', '#44bb99', '#ffaabb', '#bbcc33', '#dddddd', '#99ddff', '#aaaa00'],
  ...['#bb66ff', '#bbff22', '#ff44bb'],
]

/**
 * A shape and a colour for every kind. Kinds that are not known by name get them in order of appearance: colours that no known kind
 * beside them has, as long as there are any, and then colours that are there already on another shape.
 */
export function stylesOf(kinds: Iterable<string>): Map<string, readonly [Shape, string]> {
  const all = new Set(kinds)
  const known = [...all].filter(kind => Object.hasOwn(kindStyles, kind)).map(kind => kindStyles[kind]!)
  const taken = (color: string) => known.some(([, other]) => other === color)
  const free = shapes
    .flatMap((_, round) => fills.map((color, k) => [shapes[(k + round) % shapes.length]!, color] as const))
    .filter(([shape, color]) => !known.some(style => style[0] === shape && style[1] === color))
    .sort(([, a], [, b]) => Number(taken(a)) - Number(taken(b)))
  let others = 0
  return new Map(
    [...all].map(kind => [kind, Object.hasOwn(kindStyles, kind) ? kindStyles[kind]! : free[others++ % free.length]!]),
  )
}
