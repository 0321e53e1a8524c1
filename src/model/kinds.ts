import type { Lang } from './labels.ts'

/** The kinds of actor that the library knows by name. Any other text is allowed and means what the user says. */
export type ActorKind =
  | 'street-office'
  | 'community'
  | 'social-work-agency'
  | 'residents'
  | 'property-company'
  | 'co-building-unit'
  | 'volunteers'
  | 'media'
  | 'district-government'

/** Labels of the known kinds, as in the glossary. */
export const kindLabels: Readonly<Record<ActorKind, Readonly<Record<Lang, string>>>> = {
  'street-office': { zh: '街道办事处', en: 'Street office' },
  community: { zh: '社区', en: 'Community' },
  'social-work-agency': { zh: '社工机构', en: 'Social work agency' },
  residents: { zh: '居民', en: 'Residents' },
  'property-company': { zh: '物业公司', en: 'Property company' },
  'co-building-unit': { zh: '共建单位', en: 'Co-building unit' },
  volunteers: { zh: '志愿者', en: 'Volunteers' },
  media: { zh: '媒体', en: 'Media' },
  'district-government': { zh: '区政府', en: 'District government' },
}

/** Whether a kind has labels of its own here. */
export function isKnownKind(kind: string): kind is ActorKind {
  return Object.hasOwn(kindLabels, kind)
}
