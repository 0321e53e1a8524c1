import { isKnownKind, kindLabels } from './kinds.ts'

/** Languages of labels, reports and views. */
export type Lang = 'zh' | 'en'

/** A label in one language for all, or one for each. */
export type Label = string | { zh?: string; en?: string }

/** What an actor is called: its own label, else the label in the other language, else its id. */
export function actorLabel(id: string, label: Label | null | undefined, lang: Lang): string {
  if (typeof label === 'string') return label || id
  return label?.[lang] || label?.[lang === 'zh' ? 'en' : 'zh'] || id
}

/** What a kind is called; a kind that the library does not know is called by its own text. */
export function kindLabel(kind: string, lang: Lang): string {
  return isKnownKind(kind) ? kindLabels[kind][lang] : kind
}

/** The three layers, in the glossary's words. */
export const layerLabels: Readonly<Record<'power' | 'resources' | 'trust', Readonly<Record<Lang, string>>>> = {
  power: { zh: '权力', en: 'power' },
  resources: { zh: '资源', en: 'resources' },
  trust: { zh: '信任', en: 'trust' },
}

/** What a layer is called; a layer of the user's own by its name. */
export function layerLabel(layer: string, lang: Lang): string {
  return Object.hasOwn(layerLabels, layer) ? layerLabels[layer as keyof typeof layerLabels][lang] : layer
}
