/** One indicator of the contract, as listed in the paper. */
export interface Indicator {
  /** Number in table 2. */
  readonly no: number
  /** The indicator's id in the workplan. */
  readonly id: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly amount: { readonly zh: string; readonly en: string }
  /** The paper's note; `null` where it has none. */
  readonly note: { readonly zh: string; readonly en: string } | null
}

/**
 * Table 2 of the case study: ten of the contract's indicators (the table is marked as partial).
 *
 * What each costs in hours is not in the paper: see `workplan`.
 *
 * @example
 * ```ts
 * import { indicators } from 'guanxi/cases'
 *
 * indicators.length // => 10
 * ```
 */
export const indicators: readonly Indicator[] = [
  {
    no: 1,
    id: 'visits',
    label: { zh: '社区走访调研并形成报告', en: 'visits and a survey report' },
    amount: { zh: '走访200人次，报告1篇', en: '200 person-visits, 1 report' },
    note: { zh: '保存档案', en: 'keep the files' },
  },
  {
    no: 2,
    id: 'annual-plan',
    label: { zh: '年度服务计划', en: 'annual service plan' },
    amount: { zh: '1份', en: '1' },
    note: { zh: '开始后两个月内', en: 'within 2 months of the start' },
  },
  {
    no: 3,
    id: 'brand-plan',
    label: { zh: '品牌策划方案', en: 'brand plan' },
    amount: { zh: '1份', en: '1' },
    note: { zh: '精品项目', en: 'a flagship project' },
  },
  {
    no: 4,
    id: 'training',
    label: { zh: '培养当地社工人才', en: 'train local social workers' },
    amount: { zh: '不少于6人', en: 'at least 6 people' },
    note: null,
  },
  {
    no: 5,
    id: 'innovation',
    label: { zh: '创新型项目', en: 'innovative projects' },
    amount: { zh: '不少于2个', en: 'at least 2' },
    note: null,
  },
  {
    no: 6,
    id: 'supervision',
    label: { zh: '社工督导培训', en: 'supervision training' },
    amount: { zh: '每月至少2次', en: 'at least 2 a month' },
    note: null,
  },
  {
    no: 7,
    id: 'articles',
    label: { zh: '专业性文章', en: 'professional articles' },
    amount: { zh: '2篇', en: '2' },
    note: null,
  },
  {
    no: 8,
    id: 'monthly-report',
    label: { zh: '项目月报', en: 'monthly project report' },
    amount: { zh: '每月1期', en: '1 a month' },
    note: { zh: '报送主管部门', en: 'to the department in charge' },
  },
  {
    no: 9,
    id: 'press',
    label: { zh: '媒体宣传报道', en: 'press coverage' },
    amount: { zh: '县级4篇，市级以上2篇', en: '4 at county level, 2 at city level or above' },
    note: null,
  },
  {
    no: 10,
    id: 'summary',
    label: { zh: '项目总结报告', en: 'summary reports' },
    amount: { zh: '2份', en: '2' },
    note: { zh: '中期与末期', en: 'midterm and final' },
  },
]
