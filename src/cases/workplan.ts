import { defaultWorkplan } from '../scenarios/defaultWorkplan.ts'
import type { Workplan } from '../scenarios/types.ts'

/** The agency's workplan with what is known of each number. */
export interface CaseWorkplan extends Workplan {
  /** Where the numbers come from; the hours of an indicator may be half or double (parameter `indicatorHours`). */
  readonly evidence: readonly {
    readonly name: string
    readonly value: number
    readonly range: readonly [number, number]
    readonly unit: string
    readonly source: string
    readonly why: { readonly zh: string; readonly en: string }
  }[]
}

/**
 * The case's workplan: staff, hours, and what each indicator of table 2 costs in hours of paperwork.
 *
 * @returns a fresh record; runs use the same one unless they are given another.
 *
 * @example
 * ```ts
 * import { workplan } from 'guanxi/cases'
 *
 * workplan().indicators.length // => 10
 * ```
 */
export function workplan(): CaseWorkplan {
  const plan = defaultWorkplan()
  return {
    ...plan,
    evidence: [
      {
        name: 'staff',
        value: plan.staff,
        range: [2, 6],
        unit: 'workers',
        source: 'assumed; § 2.1',
        why: { zh: '论文称项目社工过少', en: 'the paper says that there were too few' },
      },
      {
        name: 'hoursPerWorker',
        value: plan.hoursPerWorker,
        range: [36, 44],
        unit: 'hours/week',
        source: 'assumed',
        why: { zh: '标准工时，上限为法定44小时', en: 'the standard week; 44 is the legal limit' },
      },
      {
        name: 'termWeeks',
        value: plan.termWeeks,
        range: [26, 104],
        unit: 'weeks',
        source: 'assumed; § 1.1, 2.1',
        why: { zh: '服务时间过短；前一机构服务约一年', en: 'the term was short; the agency before stayed a year' },
      },
      {
        name: 'otherPaperwork',
        value: plan.otherPaperwork,
        range: [3, 12],
        unit: 'hours/week',
        source: 'assumed; table 2',
        why: { zh: '表2仅列部分指标', en: 'table 2 lists only part of the indicators' },
      },
      ...plan.indicators.map(({ id, hoursEach, label }) => ({
        name: `indicators.${id}.hoursEach`,
        value: hoursEach,
        range: [hoursEach / 2, hoursEach * 2] as const,
        unit: 'hours',
        source: 'assumed',
        why: { zh: `完成一项“${label.zh}”所需文案工时`, en: `hours of paperwork that one takes: ${label.en}` },
      })),
    ],
  }
}
