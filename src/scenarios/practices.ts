/** The eight practices of sections 3.1 to 3.3: what a strategy's hours can go into. */
export type Practice =
  | 'open-channel'
  | 'fit-chores'
  | 'link-partners'
  | 'find-common-ground'
  | 'share-resources'
  | 'small-talk'
  | 'plain-words'
  | 'introduce-workers'

/** The practices in the order of the model's columns. */
export const practices: readonly Practice[] = [
  'open-channel',
  'fit-chores',
  'link-partners',
  'find-common-ground',
  'share-resources',
  'small-talk',
  'plain-words',
  'introduce-workers',
]

/** What the practices are called. */
export const practiceLabels: Readonly<Record<Practice, { readonly zh: string; readonly en: string }>> = {
  'open-channel': { zh: '畅通沟通渠道', en: 'open channels' },
  'fit-chores': { zh: '把行政事务融入服务', en: 'fit chores to service' },
  'link-partners': { zh: '链接内外资源', en: 'link partners' },
  'find-common-ground': { zh: '寻找利益契合点', en: 'find common ground' },
  'share-resources': { zh: '共享资源与信息', en: 'share resources' },
  'small-talk': { zh: '拉家常', en: 'small talk' },
  'plain-words': { zh: '说通俗话', en: 'plain words' },
  'introduce-workers': { zh: '由社区引见社工', en: 'be introduced by the community' },
}
