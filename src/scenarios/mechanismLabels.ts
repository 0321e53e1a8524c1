import type { Mechanism } from './dynamics/state.ts'

/** What the mechanisms that move a tie are called; the equations stand in docs/model.md. */
export const mechanismLabels: Readonly<Record<Mechanism, { readonly zh: string; readonly en: string }>> = {
  service: { zh: '看得见的服务', en: 'visible service' },
  chores: { zh: '行政事务', en: 'chores' },
  'joint-work': { zh: '共同工作', en: 'joint work' },
  reports: { zh: '汇报', en: 'reports' },
  indicators: { zh: '指标完成', en: 'indicators met or missed' },
  acquaintance: { zh: '熟识', en: 'acquaintance' },
  linking: { zh: '链接资源', en: 'linking' },
  overload: { zh: '负担过重', en: 'overload' },
  fading: { zh: '疏于接触', en: 'fading without contact' },
  turnover: { zh: '人员流动', en: 'staff leaving' },
  coverage: { zh: '媒体报道', en: 'media coverage' },
  trust: { zh: '信任变化', en: 'change of trust' },
  sharing: { zh: '共享与传递', en: 'sharing and passing on' },
  effort: { zh: '工时投入', en: 'hours put in' },
  dependence: { zh: '依赖变化', en: 'change of dependence' },
  withdrawal: { zh: '撤出', en: 'withdrawal' },
  bounds: { zh: '上下限', en: 'cut at 0 or 1' },
}
