import { format } from 'd3-format'
import type { Lang } from '../model/labels.ts'

const two = format('.2f')
const hours = format('.1f')
const whole = format('.0f')
const thousands = format(',d')

const minus = (text: string) => text.replace('-', '−')

/** Numbers as a report writes them, with the same digits throughout: two decimals for indices, one for hours. */
export interface Numbers {
  readonly index: (value: number | null) => string
  /** With its sign, as differences are written. */
  readonly difference: (value: number | null) => string
  readonly percent: (share: number | null) => string
  /** A share of many cases: one that is all but none or all is not written as if it were. */
  readonly chance: (share: number | null) => string
  readonly hours: (value: number) => string
  /** A value with the ends of its interval. */
  readonly span: (value: number | null, interval: readonly [number, number] | null) => string
  /** A count, its thousands apart. */
  readonly count: (value: number) => string
  /** A small amount by itself, to two significant digits. */
  readonly effect: (value: number) => string
  /** An assumption's value: as many digits as it has, four at most. */
  readonly parameter: (value: number) => string
}

export function numbers(lang: Lang): Numbers {
  const none = lang === 'zh' ? '无定义' : 'not defined'
  const index = (value: number | null) => (value === null ? none : minus(positiveZero(two(value))))
  const percent = (share: number | null) =>
    share === null ? none : `${minus(positiveZero(whole(100 * share)))}${lang === 'zh' ? '%' : '\u00a0%'}`
  return {
    index,
    difference: value => {
      if (value === null) return none
      const text = index(value)
      return value > 0 && text !== '0.00' ? `+${text}` : text
    },
    percent,
    chance: share => {
      if (share === null || share === 0 || share === 1 || (share >= 0.005 && share <= 0.995)) return percent(share)
      if (share < 0.5) return lang === 'zh' ? '不足1%' : `<\u00a0${percent(0.01)}`
      return lang === 'zh' ? '99%以上' : `>\u00a0${percent(0.99)}`
    },
    span: (value, interval) =>
      interval ? `${index(value)} [${index(interval[0])}, ${index(interval[1])}]` : index(value),
    count: value => thousands(value),
    hours: value => minus(positiveZero(hours(value))),
    effect: value => minus(String(Number(value.toPrecision(2)))),
    parameter: value => minus(String(Number(value.toPrecision(4)))),
  }
}

/** Rounding leaves "-0.00", which says nothing. */
function positiveZero(text: string): string {
  return /^[-−]0(\.0+)?$/.test(text) ? text.slice(1) : text
}
