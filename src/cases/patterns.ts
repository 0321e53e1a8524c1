import type { Layer } from '../model/network.ts'
import { staffTurnover } from '../scenarios/events/index.ts'
import {
  acceptEveryChore,
  buildAlliance,
  chaseIndicators,
  extendRelations,
  fitChores,
  introduceWorkers,
  linkPartners,
  openChannel,
  plainWords,
  refuseChores,
  smallTalk,
  sustainCooperation,
} from '../scenarios/strategies/index.ts'
import type { Scenario, Strategy } from '../scenarios/types.ts'
import type { World } from './world.ts'

/** A finding of the case study, as a check on direction, not on size. */
export interface Pattern {
  readonly id: string
  /** Section of the paper that reports it. */
  readonly section: string
  readonly finding: { readonly zh: string; readonly en: string }
  /** Whether the model shows it in a world: one choice of parameters and of the case's assumed values. */
  readonly holds: (world: World) => boolean
}

const plain: Scenario = { strategies: [] }
const trying = (...strategies: Strategy[]): Scenario => ({ strategies })
/** So many or so heavy indicators as to be a burden; and a load under which an agency left alone may have to leave. */
const HEAVY = 1.5
const CRUSHING = 2.5
/** A small cost in hours: less than one in twenty. */
const SMALL = 0.05

/**
 * The thirteen patterns that a model of the case must reproduce (pattern-oriented modelling, Grimm et al. 2005, Science
 * 310:987–991), P1 to P13.
 *
 * Each is a statement on direction: higher, lower, sooner. Thresholds are the words "more than" and "less than"; none is set by
 * us, but for what counts as heavy indicators (half as many hours again; 2.5 times where the agency is left alone with them).
 *
 * @example
 * ```ts
 * import { patterns } from 'guanxi/cases'
 *
 * patterns.map(({ id }) => id).slice(0, 2) // => ['P1', 'P2']
 * ```
 */
export const patterns: readonly Pattern[] = [
  {
    id: 'P1',
    section: '2, fig. 1',
    finding: {
      zh: '起初权力与资源自街道办经社区、机构流向居民，机构对两个治理主体均处于净弱势',
      en: 'at the start power and resources run from street office to community to agency to residents; the agency is the weaker towards both governing actors',
    },
    holds: ({ value }) =>
      (['power', 'resources'] as const).every(layer =>
        [
          ['street', 'community'],
          ['community', 'agency'],
          ['agency', 'residents'],
          ['street', 'agency'],
        ].every(([from, to]) => value(from!, to!, layer) > value(to!, from!, layer)),
      ),
  },
  {
    id: 'P2',
    section: '2.3',
    finding: {
      zh: '起初居民更信任社区而非机构',
      en: 'at the start residents trust the community more than the agency',
    },
    holds: ({ value }) => value('residents', 'community', 'trust') > value('residents', 'agency', 'trust'),
  },
  {
    id: 'P3',
    section: '2.1',
    finding: {
      zh: '人手不变而指标加重时，服务工时减少，社区随后对机构的信任下降',
      en: 'heavier indicators at fixed staff cut the hours of service, and later the community’s trust in the agency',
    },
    holds: ({ run }) => {
      const light = run(plain)
      const heavy = run(trying(chaseIndicators({ load: HEAVY })))
      return heavy.serviceHours < light.serviceHours && trusts(heavy, 'community') < trusts(light, 'community')
    },
  },
  {
    id: 'P4',
    section: '2.1',
    finding: { zh: '人手更多或期限更长会减弱P3', en: 'more staff or a longer term weakens P3' },
    holds: ({ run }) => {
      // The cut in service as a share, and how far trust falls; as a share of what is left it would compare nothing with nothing.
      const losses = (workplan: NonNullable<Scenario['workplan']>) => {
        const light = run({ ...plain, workplan })
        const heavy = run({ ...trying(chaseIndicators({ load: HEAVY })), workplan })
        return [
          1 - heavy.serviceHours / light.serviceHours,
          1 - trusts(heavy, 'community') / trusts(light, 'community'),
        ]
      }
      const usual = losses({})
      return [{ staff: 5 }, { termWeeks: 104 }].every(workplan => losses(workplan).every((loss, i) => loss < usual[i]!))
    },
  },
  {
    id: 'P5',
    section: '2.2, 3.1',
    finding: {
      zh: '照单全收社区事务会一时提高社区满意度，但最终服务与话语权都不如把事务融入服务',
      en: 'serving every chore pleases the community for a while, but ends with less service and less say than fitting chores to service',
    },
    holds: ({ run }) => {
      const soon = (strategy: Strategy | null) =>
        trusts(run({ ...trying(...(strategy ? [strategy] : [])), weeks: 8 }), 'community')
      const accept = run(trying(acceptEveryChore()))
      const fit = run(trying(fitChores()))
      return (
        soon(acceptEveryChore()) > soon(null) &&
        accept.serviceHours < fit.serviceHours &&
        accept.outcome('voice') < fit.outcome('voice')
      )
    },
  },
  {
    id: 'P6',
    section: '3.1',
    finding: {
      zh: '拒绝一切行政事务使社区信任低于把事务融入服务',
      en: 'refusing all chores lowers the community’s trust below that of fitting them',
    },
    holds: ({ run }) =>
      trusts(run(trying(refuseChores())), 'community') < trusts(run(trying(fitChores())), 'community'),
  },
  {
    id: 'P7',
    section: '3.1',
    finding: {
      zh: '每周汇报以少量工时提高街道办对机构的信任',
      en: 'weekly reporting raises the street office’s trust at a small cost in hours',
    },
    holds: ({ run }) => {
      const before = run(plain)
      const after = run(trying(openChannel()))
      const cost = (before.serviceHours - after.serviceHours) / before.capacityHours
      return trusts(after, 'street') > trusts(before, 'street') && cost < SMALL
    },
  },
  {
    id: 'P8',
    section: '3.1',
    finding: {
      zh: '链接合作伙伴扩大机构的触达面并降低其对街道办的依赖',
      en: 'linking partners raises the agency’s reach and lowers its dependence on the street office',
    },
    holds: ({ run }) => {
      const before = run(plain)
      const after = run(trying(linkPartners()))
      return (
        after.outcome('reach') > before.outcome('reach') && after.outcome('dependence') < before.outcome('dependence')
      )
    },
  },
  {
    id: 'P9',
    section: '3.2',
    finding: {
      zh: '结盟比其他任何单一策略都更能降低社区与机构之间在权力、资源与信任上的非对称',
      en: 'alliance lowers the asymmetry of the community–agency dyad in power, resources and trust, more than any other single strategy',
    },
    holds: ({ run }) => {
      const alliance = run(trying(buildAlliance()))
      const others = [run(plain), run(trying(sustainCooperation())), run(trying(extendRelations()))]
      return (['power', 'resources', 'trust'] as const).every(layer =>
        others.every(other => lopsided(alliance, layer) < lopsided(other, layer)),
      )
    },
  },
  {
    id: 'P10',
    section: '2.3, 3.3',
    finding: {
      zh: '熟人做法弥合居民信任差距的一部分；由社区引见则更快',
      en: 'acquaintance closes part of the residents’ trust gap; introduced by the community it closes it faster',
    },
    holds: ({ run }) => {
      const talk = [smallTalk(), plainWords()]
      const alone = run(trying(...talk))
      const introduced = run(trying(...talk, introduceWorkers()))
      const gap = (result: ReturnType<World['run']>) => result.outcome('trustGap')
      return gap(alone) < gap(run(plain)) && gap(alone) < alone.start('trustGap') && gap(introduced) < gap(alone)
    },
  },
  {
    id: 'P11',
    section: '3, 4',
    finding: {
      zh: '三种策略合用在“说上话”与“办成事”上胜过任一单用，前提是工时够用；超出人手时彼此挤占',
      en: 'the three together beat each alone on having a say and on getting things done as long as their hours fit the staff; beyond that they crowd each other out',
    },
    holds: ({ run }) => {
      const makers = [sustainCooperation, buildAlliance, extendRelations]
      const free = run(plain).serviceHours / 52
      const asked = makers.reduce((sum, make) => sum + make().hoursPerWeek, 0)
      // Hours that fit: no more than half of what duties leave free. Beyond: twice what is free.
      const fitting = Math.min(1, free / 2 / asked)
      const mix = (scale: number, ...chosen: typeof makers) =>
        run(trying(...chosen.map(make => make({ hoursPerWeek: make().hoursPerWeek * scale }))))
      const all = mix(fitting, ...makers)
      const alone = makers.map(make => mix(fitting, make))
      const wins = (['voice', 'delivery'] as const).every(outcome =>
        alone.every(one => all.outcome(outcome) > one.outcome(outcome)),
      )
      return wins && mix((2 * free) / asked, ...makers).outcome('delivery') < all.outcome('delivery')
    },
  },
  {
    id: 'P12',
    section: '2.2, 2.3',
    finding: {
      zh: '人员流动对居民信任的打击大于对街道办信任的打击',
      en: 'staff turnover sets residents’ trust back more than the street office’s',
    },
    holds: ({ run }) => {
      const before = run(plain)
      const after = run({ strategies: [], events: [staffTurnover({ week: 26, share: 0.5 })] })
      const lost = (from: string) => 1 - trusts(after, from) / trusts(before, from)
      return lost('residents') > lost('street') && lost('residents') > 0
    },
  },
  {
    id: 'P13',
    section: '1.1, 2.2',
    finding: {
      zh: '在沉重指标下听之任之，信任可能低到机构不得不撤出',
      en: 'left alone under heavy indicators, trust may fall so low that the agency has to withdraw',
    },
    holds: ({ run }) => run({ ...trying(chaseIndicators({ load: CRUSHING })), weeks: 104 }).withdrew,
  },
]

type Run = ReturnType<World['run']>

function trusts(run: Run, from: string): number {
  return run.value(from, 'agency', 'trust')
}

/** Asymmetry of the community–agency dyad at the end. */
function lopsided(run: Run, layer: Layer): number {
  const forward = run.value('community', 'agency', layer)
  const backward = run.value('agency', 'community', layer)
  return Math.abs(forward - backward) / (forward + backward)
}
