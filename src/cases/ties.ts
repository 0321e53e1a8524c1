import type { Evidence } from '../model/evidence.ts'
import type { TieRecord } from '../model/network.ts'

/** A value that the paper does not give: our choice, and between which ends it may lie. */
export type Assumed = readonly [value: number, low: number, high: number]

export interface CaseTie {
  readonly source: string
  readonly target: string
  /** Sections of the paper that speak of the tie. */
  readonly sections: readonly string[]
  readonly power: Assumed
  readonly resources: Assumed
  readonly trust: Assumed
  readonly why: { readonly zh: string; readonly en: string }
}

/**
 * The ties of the case. The paper ranks them (who stands over whom, who is trusted more) and gives no numbers: each value is
 * assumed in keeping with the sections named, with a range wide enough for another reader's choice.
 */
export const caseTies = (): readonly CaseTie[] => [
  {
    source: 'street',
    target: 'agency',
    sections: ['2.1', 'table 2'],
    power: [0.8, 0.6, 1],
    resources: [0.8, 0.6, 1],
    trust: [0.4, 0.2, 0.6],
    why: {
      zh: '购买服务、签订合同并负责考核；经费是机构的主要来源',
      en: 'buys the service, writes the contract and evaluates it; its funds are the agency’s main income',
    },
  },
  {
    source: 'agency',
    target: 'street',
    sections: ['2.1'],
    power: [0.1, 0.05, 0.2],
    resources: [0.25, 0.1, 0.4],
    trust: [0.6, 0.4, 0.8],
    why: { zh: '机构完成指标、提供成果，几无话语权', en: 'delivers indicators and results, has little say' },
  },
  {
    source: 'street',
    target: 'community',
    sections: ['2', '2.2'],
    power: [0.85, 0.7, 1],
    resources: [0.7, 0.5, 0.9],
    trust: [0.65, 0.5, 0.8],
    why: { zh: '四级管理体制中的上级', en: 'the tier above in the four-tier administration' },
  },
  {
    source: 'community',
    target: 'street',
    sections: ['2', '2.2'],
    power: [0.2, 0.1, 0.3],
    resources: [0.3, 0.2, 0.4],
    trust: [0.7, 0.5, 0.9],
    why: { zh: '社区承担街道办交办的任务', en: 'carries out the tasks that the street office hands down' },
  },
  {
    source: 'community',
    target: 'agency',
    sections: ['2.2', '2.3'],
    power: [0.6, 0.4, 0.8],
    resources: [0.4, 0.3, 0.6],
    trust: [0.35, 0.2, 0.5],
    why: {
      zh: '提供场地与进入居民的渠道，却视机构为第三方并转交杂务',
      en: 'gives venue and access, yet treats the agency as a third party and hands it unwanted tasks',
    },
  },
  {
    source: 'agency',
    target: 'community',
    sections: ['2.2'],
    power: [0.15, 0.05, 0.25],
    resources: [0.25, 0.1, 0.35],
    trust: [0.6, 0.4, 0.8],
    why: { zh: '机构投入服务与人手，希望融入社区', en: 'invests service and hands, wants to be let in' },
  },
  {
    source: 'community',
    target: 'residents',
    sections: ['2.3'],
    power: [0.5, 0.3, 0.7],
    resources: [0.45, 0.3, 0.6],
    trust: [0.6, 0.4, 0.8],
    why: { zh: '多年工作形成的熟人网络', en: 'the acquaintance network of years of work' },
  },
  {
    source: 'residents',
    target: 'community',
    sections: ['2.3'],
    power: [0.2, 0.1, 0.3],
    resources: [0.25, 0.1, 0.4],
    trust: [0.7, 0.5, 0.9],
    why: { zh: '居民熟悉并信任社区工作人员', en: 'residents know and trust the community’s staff' },
  },
  {
    source: 'agency',
    target: 'residents',
    sections: ['2.3'],
    power: [0.15, 0.1, 0.25],
    resources: [0.3, 0.2, 0.45],
    trust: [0.5, 0.3, 0.7],
    why: { zh: '机构为居民提供服务', en: 'provides services to residents' },
  },
  {
    source: 'residents',
    target: 'agency',
    sections: ['2.3'],
    power: [0.08, 0.02, 0.12],
    resources: [0.1, 0.05, 0.2],
    trust: [0.2, 0.1, 0.35],
    why: {
      zh: '陌生社工被回避，志愿者与参与者难以招募',
      en: 'strangers are avoided; volunteers and participants are hard to find',
    },
  },
  ...partnerTies(),
]

/** Partners stand beside the street office and the community; the agency fights alone at first (3.1), so no tie joins them to it. */
function partnerTies(): CaseTie[] {
  const pair = (
    host: string,
    partner: string,
    forward: [Assumed, Assumed, Assumed],
    backward: [Assumed, Assumed, Assumed],
    why: CaseTie['why'],
  ): CaseTie[] => [
    {
      source: host,
      target: partner,
      sections: ['3.1'],
      power: forward[0],
      resources: forward[1],
      trust: forward[2],
      why,
    },
    {
      source: partner,
      target: host,
      sections: ['3.1'],
      power: backward[0],
      resources: backward[1],
      trust: backward[2],
      why,
    },
  ]
  return [
    ...pair(
      'community',
      'property',
      [
        [0.3, 0.15, 0.5],
        [0.2, 0.1, 0.4],
        [0.5, 0.3, 0.7],
      ],
      [
        [0.2, 0.1, 0.4],
        [0.25, 0.1, 0.4],
        [0.5, 0.3, 0.7],
      ],
      {
        zh: '物业公司可提供场地与人手',
        en: 'the property company can lend venues and hands',
      },
    ),
    ...pair(
      'community',
      'co-building',
      [
        [0.2, 0.1, 0.4],
        [0.15, 0.05, 0.3],
        [0.6, 0.4, 0.8],
      ],
      [
        [0.15, 0.05, 0.3],
        [0.3, 0.15, 0.5],
        [0.6, 0.4, 0.8],
      ],
      {
        zh: '共建单位可提供物资与专业支持',
        en: 'co-building units can give goods and expertise',
      },
    ),
    ...pair(
      'community',
      'volunteers',
      [
        [0.3, 0.15, 0.5],
        [0.2, 0.1, 0.4],
        [0.7, 0.5, 0.9],
      ],
      [
        [0.1, 0.05, 0.2],
        [0.3, 0.15, 0.5],
        [0.7, 0.5, 0.9],
      ],
      {
        zh: '社区骨干与志愿者随社区而动',
        en: 'backbone members and volunteers move with the community',
      },
    ),
    ...pair(
      'street',
      'media',
      [
        [0.2, 0.1, 0.4],
        [0.15, 0.05, 0.3],
        [0.5, 0.3, 0.7],
      ],
      [
        [0.15, 0.05, 0.3],
        [0.2, 0.1, 0.4],
        [0.5, 0.3, 0.7],
      ],
      {
        zh: '媒体报道街道办的工作',
        en: 'the media report on the street office’s work',
      },
    ),
  ]
}

/** A tie as a document holds it, every value with its evidence. */
export function tieRecord({ source, target, sections, why, ...values }: CaseTie): TieRecord {
  const evidence: Evidence[] = sections.map(at => ({ kind: at.startsWith('table') ? 'table' : 'section', at }))
  for (const layer of ['power', 'resources', 'trust'] as const) {
    const [, low, high] = values[layer]
    evidence.push({ kind: 'assumed', layer, range: [low, high], why: { ...why } })
  }
  return { source, target, power: values.power[0], resources: values.resources[0], trust: values.trust[0], evidence }
}
