/** What a scenario is judged by. */
export type OutcomeName =
  | 'voice'
  | 'delivery'
  | 'streetTrust'
  | 'communityTrust'
  | 'residentsTrust'
  | 'trustGap'
  | 'dependence'
  | 'reach'
  | 'service'

/** About an outcome: what it is called, which way is better, how it is defined. */
export interface Outcome {
  readonly name: OutcomeName
  readonly label: { readonly zh: string; readonly en: string }
  /** What the number says, in one sentence. */
  readonly definition: { readonly zh: string; readonly en: string }
  readonly better: 'higher' | 'lower'
  /** All outcomes lie in this range, without a unit. */
  readonly range: readonly [number, number]
}

/** The outcomes in the order in which they are shown. All are means over the agencies, without a unit. */
export const outcomes: readonly Outcome[] = [
  {
    name: 'voice',
    label: { zh: '说上话', en: 'voice (having a say)' },
    definition: {
      zh: '机构对治理主体的权力份额与治理主体对机构的信任的几何平均',
      en: "geometric mean of the agency's share of the power between it and its governing actors, and of their trust in it",
    },
    better: 'higher',
    range: [0, 1],
  },
  {
    name: 'delivery',
    label: { zh: '办成事', en: 'delivery (getting things done)' },
    definition: {
      zh: '机构得到的支持、给居民的服务与居民信任三者的几何平均',
      en: 'geometric mean of the support that the agency gets, of what it provides to residents, and of their trust in it',
    },
    better: 'higher',
    range: [0, 1],
  },
  {
    name: 'streetTrust',
    label: { zh: '街道办的信任', en: "street office's trust" },
    definition: { zh: '购买方对机构的信任', en: "purchasers' mean trust in the agency" },
    better: 'higher',
    range: [0, 1],
  },
  {
    name: 'communityTrust',
    label: { zh: '社区的信任', en: "community's trust" },
    definition: { zh: '社区对机构的信任', en: "hosts' mean trust in the agency" },
    better: 'higher',
    range: [0, 1],
  },
  {
    name: 'residentsTrust',
    label: { zh: '居民的信任', en: "residents' trust" },
    definition: { zh: '居民对机构的信任', en: "residents' mean trust in the agency" },
    better: 'higher',
    range: [0, 1],
  },
  {
    name: 'trustGap',
    label: { zh: '信任差距', en: 'trust gap' },
    definition: {
      zh: '居民对社区的信任减去对机构的信任',
      en: "residents' trust in the community less their trust in the agency",
    },
    better: 'lower',
    range: [-1, 1],
  },
  {
    name: 'dependence',
    label: { zh: '对街道办的依赖', en: 'dependence on the street office' },
    definition: {
      zh: '机构得到的资源中来自购买方的份额',
      en: "share of the agency's incoming resources that comes from its purchasers",
    },
    better: 'lower',
    range: [0, 1],
  },
  {
    name: 'reach',
    label: { zh: '触达面', en: 'reach' },
    definition: {
      zh: '居民与合作伙伴对机构信任的平均值',
      en: 'mean trust in the agency of residents and of all partners that it has or may link',
    },
    better: 'higher',
    range: [0, 1],
  },
  {
    name: 'service',
    label: { zh: '服务工时占比', en: 'share of hours in service' },
    definition: { zh: '机构工时中直接用于服务的份额', en: "share of the agency's hours that go into service itself" },
    better: 'higher',
    range: [0, 1],
  },
]
