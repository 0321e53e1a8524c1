/** One number of the model: what is assumed, between which ends, and why. */
export interface Assumption {
  readonly name: string
  readonly value: number
  /** Inclusive ends between which ensembles draw it. */
  readonly range: readonly [number, number]
  /** How ensembles draw it: `even` over the range, or `log`, evenly in its logarithm, so that half and double are as likely. */
  readonly draw: 'even' | 'log'
  readonly unit: string
  /** A citation, a section of the paper, or "assumed". */
  readonly source: string
  /** What the number does, and what speaks for it. */
  readonly why: { readonly zh: string; readonly en: string }
}

const half = (value: number): readonly [number, number] => [value / 2, value * 2]
/** The same, for shares, which cannot be above 1. */
const halfToOne = (value: number): readonly [number, number] => [value / 2, Math.min(1, value * 2)]

/**
 * The parameters of the weekly model with default, range and source.
 *
 * The case study gives no number for any of them. Each therefore spans at least from half to double its default, unless
 * theory or the definition bounds it (a share ends at 1; loss weighs at least as much as gain).
 */
const table = () =>
  ({
    indicatorHours: {
      value: 1,
      range: half(1),
      draw: 'log',
      unit: '1',
      source: 'assumed',
      why: {
        zh: '每项指标所需文案工时的倍数',
        en: 'multiplies the hours of paperwork that the indicators take; table 2 gives amounts, not hours',
      },
    },
    choresOffered: {
      value: 20,
      range: half(20),
      draw: 'log',
      unit: 'hours/week',
      source: 'assumed; § 2.2',
      why: {
        zh: '社区每周想交给机构的行政事务',
        en: 'chores that a community would hand over, such as the census; § 2.2 says that they are many',
      },
    },
    choreAcceptance: {
      value: 0.6,
      range: [0.3, 1],
      draw: 'even',
      unit: 'share',
      source: 'assumed; § 3.1',
      why: {
        zh: '未作规定时机构承接行政事务的份额',
        en: 'share of them that the agency takes on when no strategy says otherwise: "neither refuse nor take all"',
      },
    },
    choreNorm: {
      value: 0.5,
      range: [0.25, 1],
      draw: 'log',
      unit: 'share',
      source: 'assumed; § 3.1',
      why: {
        zh: '社区认为理所应当的承接份额',
        en: 'share that the community takes for granted; less than that is resented',
      },
    },
    choreGrowth: {
      value: 0.03,
      range: half(0.03),
      draw: 'log',
      unit: '1/week',
      source: 'assumed; § 2.2',
      why: {
        zh: '照单全收时行政事务的增长率',
        en: 'how fast chores grow while more than the norm are taken on: what is done once is asked again',
      },
    },
    habituation: {
      value: 0.1,
      range: half(0.1),
      draw: 'log',
      unit: '1/week',
      source: 'assumed',
      why: {
        zh: '社区把已得到的帮助视为常态的速度',
        en: 'how fast the community comes to expect the help that it gets',
      },
    },
    fitYield: {
      value: 0.5,
      range: halfToOne(0.5),
      draw: 'log',
      unit: 'hours/hour',
      source: 'assumed; § 3.1',
      why: {
        zh: '融入服务的一小时行政事务所含的服务',
        en: 'service in one hour of a chore that is fitted to service goals (a census visit is also a needs survey)',
      },
    },
    enrichment: {
      value: 0.2,
      range: half(0.2),
      draw: 'log',
      unit: 'share',
      source: 'assumed; § 3.1',
      why: {
        zh: '充分链接资源时可省去的文案份额',
        en: 'share of paperwork saved when linked activities serve several indicators at once, at full linking',
      },
    },
    halfDose: {
      value: 3,
      range: half(3),
      draw: 'log',
      unit: 'hours/week',
      source: 'assumed',
      why: {
        zh: '一种做法达到一半效果所需工时',
        en: 'hours a week at which a practice has half of its full effect: the first hours count most',
      },
    },
    visibleShare: {
      value: 0.6,
      range: [0.3, 1],
      draw: 'even',
      unit: 'share',
      source: 'assumed; § 3.1',
      why: {
        zh: '做法所用工时中社区看得见的份额',
        en: 'share of the hours of practices that the community sees as activity in its neighbourhood',
      },
    },
    expectedService: {
      value: 56,
      range: half(56),
      draw: 'log',
      unit: 'hours/week',
      source: 'assumed; § 2.1, 2.2',
      why: {
        zh: '社区期望看到的每周服务',
        en: 'visible service that a community expects; § 2.2: it hopes for more than it sees',
      },
    },
    noticing: {
      value: 0.1,
      range: half(0.1),
      draw: 'log',
      unit: '1/week',
      source: 'assumed; § 2.1',
      why: {
        zh: '社区察觉服务变化的速度',
        en: 'how fast a change of visible service is noticed: a quiet month is not yet a disappointment',
      },
    },
    indicatorSlack: {
      value: 4,
      range: half(4),
      draw: 'log',
      unit: 'weeks',
      source: 'assumed; table 2',
      why: {
        zh: '街道办能容忍的文案积压周数',
        en: 'weeks of paperwork that may wait before the street office takes it as late: most is due by the month',
      },
    },
    trustGain: {
      value: 0.03,
      range: half(0.03),
      draw: 'log',
      unit: '1/week',
      source: 'assumed',
      why: {
        zh: '完全良好的体验每周弥合的不信任份额',
        en: 'share of the distance to full trust that a week of wholly good experience closes',
      },
    },
    lossFactor: {
      value: 2,
      range: [1, 4],
      draw: 'even',
      unit: '1',
      source: 'Slovic 1993; size assumed',
      why: {
        zh: '失望相对于良好体验的权重',
        en: 'how much more a disappointment weighs than a good experience; at least 1 by the asymmetry principle',
      },
    },
    trustDecay: {
      value: 0.004,
      range: half(0.004),
      draw: 'log',
      unit: '1/week',
      source: 'assumed',
      why: { zh: '没有接触时信任的流失', en: 'share of trust that fades in a week without contact' },
    },
    indicatorEffect: {
      value: 0.1,
      range: half(0.1),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 2.1',
      why: {
        zh: '按时完成指标对街道办体验的作用',
        en: "weight of indicators met on time in the street office's experience",
      },
    },
    reportEffect: {
      value: 0.6,
      range: half(0.6),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 3.1',
      why: {
        zh: '每周汇报对街道办体验的作用',
        en: "weight of regular reports in the street office's experience; § 3.1: they bring understanding and support",
      },
    },
    serviceEffect: {
      value: 0.4,
      range: half(0.4),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 2.1',
      why: {
        zh: '服务与期望之差对社区体验的作用',
        en: "weight of visible service against expectation in the community's experience",
      },
    },
    choreEffect: {
      value: 0.5,
      range: half(0.5),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 2.2',
      why: { zh: '承接行政事务对社区体验的作用', en: "weight of help with chores in the community's experience" },
    },
    allianceEffect: {
      value: 0.8,
      range: half(0.8),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 3.2',
      why: {
        zh: '共同工作对双方体验的作用',
        en: 'weight of work on common ground and shared resources in the experience of both sides',
      },
    },
    partnerEffect: {
      value: 0.8,
      range: half(0.8),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 3.1',
      why: { zh: '链接资源对合作伙伴体验的作用', en: "weight of linking in the partners' experience" },
    },
    acquaintanceEffect: {
      value: 1,
      range: half(1),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 3.3',
      why: { zh: '拉家常对居民体验的作用', en: "weight of small talk and listening in the residents' experience" },
    },
    plainWordsEffect: {
      value: 0.5,
      range: half(0.5),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 3.3',
      why: {
        zh: '说通俗话使接触增加的效果',
        en: 'by how much plain words raise the effect of every contact with residents, at full practice',
      },
    },
    residentService: {
      value: 0.15,
      range: half(0.15),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 2.3',
      why: {
        zh: '服务对居民体验的作用',
        en: "weight of service, and of service that falls away, in the residents' experience",
      },
    },
    strangerAccess: {
      value: 0.25,
      range: half(0.25),
      draw: 'log',
      unit: 'share',
      source: 'assumed; § 2.3',
      why: {
        zh: '陌生社工的接触所起的作用',
        en: 'share of a contact that takes effect when the worker is a stranger; § 2.3: residents walk away',
      },
    },
    turnoverResidents: {
      value: 0.8,
      range: [0.4, 1],
      draw: 'even',
      unit: 'share',
      source: 'assumed; § 2.2, 2.3',
      why: {
        zh: '居民信任中系于个人的份额',
        en: "share of residents' trust that is tied to persons and leaves with them",
      },
    },
    turnoverCommunity: {
      value: 0.4,
      range: halfToOne(0.4),
      draw: 'log',
      unit: 'share',
      source: 'assumed; § 2.2',
      why: { zh: '社区信任中系于个人的份额', en: "share of the community's trust that is tied to persons" },
    },
    turnoverStreet: {
      value: 0.15,
      range: half(0.15),
      draw: 'log',
      unit: 'share',
      source: 'assumed; § 2.2',
      why: {
        zh: '街道办信任中系于个人的份额',
        en: "share of the street office's trust that is tied to persons; its tie is to the contract",
      },
    },
    rehireWeeks: {
      value: 8,
      range: half(8),
      draw: 'log',
      unit: 'weeks',
      source: 'assumed',
      why: { zh: '补足人手所需时间', en: 'time until a vacancy is filled and the new worker works in full' },
    },
    coverageEffect: {
      value: 1,
      range: half(1),
      draw: 'log',
      unit: 'weeks',
      source: 'assumed; § 3.1',
      why: {
        zh: '一次媒体报道相当于几周良好体验',
        en: 'weeks of wholly good experience that one full coverage is worth to those who see it',
      },
    },
    withdrawalTrust: {
      value: 0.4,
      range: halfToOne(0.4),
      draw: 'log',
      unit: 'share',
      source: 'assumed; § 1.1',
      why: {
        zh: '社区信任跌至起初的这一份额以下时机构难以为继',
        en: 'share of the trust that it came with below which a host no longer bears the agency, as happened to the Y agency',
      },
    },
    withdrawalPatience: {
      value: 8,
      range: half(8),
      draw: 'log',
      unit: 'weeks',
      source: 'assumed; § 1.1',
      why: { zh: '低于该值持续多久后撤出', en: 'weeks below it until the agency leaves' },
    },
    resourceRate: {
      value: 0.1,
      range: half(0.1),
      draw: 'log',
      unit: '1/week',
      source: 'assumed',
      why: {
        zh: '资源每周向其目标移动的份额',
        en: 'share of the way to what trust allows that resources move in a week',
      },
    },
    resourceTrust: {
      value: 0.6,
      range: [0.3, 1],
      draw: 'even',
      unit: '1',
      source: 'assumed',
      why: { zh: '信任变化对资源的作用', en: 'change of resources for a change of the giver’s trust in the receiver' },
    },
    sharing: {
      value: 0.4,
      range: halfToOne(0.4),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 3.2',
      why: {
        zh: '结盟与链接对资源的直接作用',
        en: 'change of resources at full sharing or linking, beyond what trust gives',
      },
    },
    passOn: {
      value: 0.3,
      range: half(0.3),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 3.1',
      why: {
        zh: '合作伙伴与社区给予的资源传到居民的份额',
        en: 'how much of a change of what partners and hosts give to the agency reaches residents through its service',
      },
    },
    effort: {
      value: 0.7,
      range: [0.35, 1],
      draw: 'even',
      unit: 'share',
      source: 'assumed',
      why: {
        zh: '机构所提供资源中随工时增减的份额',
        en: 'share of what the agency provides that rises and falls with its hours',
      },
    },
    powerRate: {
      value: 0.08,
      range: half(0.08),
      draw: 'log',
      unit: '1/week',
      source: 'assumed',
      why: {
        zh: '权力每周向其目标移动的份额',
        en: 'share of the way to what dependence and trust imply that power moves in a week',
      },
    },
    powerDependence: {
      value: 0.4,
      range: halfToOne(0.4),
      draw: 'log',
      unit: '1',
      source: 'Emerson 1962; size assumed',
      why: { zh: '依赖变化对权力的作用', en: 'change of power of i over j for a change of j’s dependence on i' },
    },
    powerTrust: {
      value: 0.4,
      range: halfToOne(0.4),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 3.2',
      why: {
        zh: '信任变化对权力的作用',
        en: 'change of power of i over j for a change of j’s trust in i: who is trusted is listened to',
      },
    },
    powerDuty: {
      value: 1,
      range: half(1),
      draw: 'log',
      unit: '1',
      source: 'assumed; § 2.2',
      why: {
        zh: '机构为社区做杂务的工时份额对社区权力的作用',
        en: 'change of a host’s power over the agency for a change of the share of hours that go into its chores: reverse embedding',
      },
    },
    formalShare: {
      value: 0.6,
      range: [0.3, 1],
      draw: 'even',
      unit: 'share',
      source: 'assumed; § 2',
      why: {
        zh: '上级权力中正式、不会流失的份额',
        en: 'share of the power of purchasers and hosts that rests on authority or contract and cannot be lost',
      },
    },
  }) as const satisfies Record<string, Omit<Assumption, 'name'>>

/** Name of a parameter of the model. */
export type ParameterName = keyof ReturnType<typeof table>

/** A value for every parameter. */
export type Parameters = { [name in ParameterName]: number }

/**
 * Every parameter of the scenario model: default, range, unit, source and what it does, in a fixed order.
 *
 * @returns fresh rows; `range[0] ≤ value ≤ range[1]`.
 *
 * Source: the row says; "assumed" where nobody has measured it.
 *
 * @example
 * ```ts
 * import { assumptions } from 'guanxi/scenarios'
 *
 * assumptions().find(row => row.name === 'lossFactor')?.range // => [1, 4]
 * ```
 */
export function assumptions(): Assumption[] {
  return Object.entries(table()).map(([name, row]) => ({ name, ...row }))
}

/** The value of an assumption at a place in [0, 1] of its range: how samples are drawn. */
export function drawAt({ range: [low, high], draw }: Pick<Assumption, 'range' | 'draw'>, place: number): number {
  return draw === 'log' ? low * (high / low) ** place : low + (high - low) * place
}

/** The defaults as a record. */
export function defaultParameters(): Parameters {
  return Object.fromEntries(Object.entries(table()).map(([name, row]) => [name, row.value])) as Parameters
}
