/** One code of the field material: whom it concerns, and how often it was given. */
export interface Coding {
  readonly code: string
  /** Id of the actor in `xCommunity()`. */
  readonly actor: string
  readonly label: { readonly zh: string; readonly en: string }
  /** Number of coded passages. */
  readonly count: number
  /** Which side of the service/indicator orientation it speaks for; `null` for neither. */
  readonly logic: 'service' | 'paperwork' | null
}

/**
 * Table 1 of the case study: six codes, 234 coded passages in 52 texts, 64 tables, 3 recordings, 9 videos and 106 pictures.
 *
 * `logic` is our reading: conflict at work speaks for neither side.
 *
 * @example
 * ```ts
 * import { codings } from 'guanxi/cases'
 *
 * codings.reduce((sum, { count }) => sum + count, 0) // => 234
 * ```
 */
export const codings: readonly Coding[] = [
  {
    code: 'project-indicators',
    actor: 'street',
    label: { zh: '项目指标', en: 'project indicators' },
    count: 10,
    logic: 'paperwork',
  },
  { code: 'paperwork', actor: 'street', label: { zh: '文案材料', en: 'paperwork' }, count: 65, logic: 'paperwork' },
  {
    code: 'cooperative-service',
    actor: 'community',
    label: { zh: '合作服务', en: 'cooperative service' },
    count: 77,
    logic: 'service',
  },
  {
    code: 'conflict-at-work',
    actor: 'community',
    label: { zh: '工作冲突', en: 'conflict at work' },
    count: 42,
    logic: null,
  },
  {
    code: 'needs-analysis',
    actor: 'residents',
    label: { zh: '需求分析', en: 'needs analysis' },
    count: 22,
    logic: 'service',
  },
  {
    code: 'service-relationship',
    actor: 'residents',
    label: { zh: '服务关系', en: 'service relationship' },
    count: 18,
    logic: 'service',
  },
]
