import type { Lang } from '../../model/labels.ts'
import { quoted } from './quoted.ts'

/** Words of the sensitivity report, and of what other reports say an answer rests on. */
export interface SensitivityWords {
  readonly title: (outcome: string, scenario: string) => string
  /** `names` come with what they mean. */
  readonly lead: (outcome: string, scenario: string, names: readonly string[]) => string
  readonly nothing: (outcome: string, scenario: string) => string
  readonly morrisEffect: (name: string, outcome: string, size: string, direction: 'up' | 'down' | 'both') => string
  readonly sobolEffect: (name: string, outcome: string, total: string, first: string) => string
  readonly ranksEffect: (name: string, outcome: string, correlation: string) => string
  readonly spread: (value: string, runs: string, low: string, high: string, mean: string) => string
  readonly tornado: string
  readonly morrisNote: string
  readonly sobolNote: string
  readonly ranksNote: (draws: string) => string
  readonly said: Readonly<Record<'morris' | 'sobol' | 'ranks', string>>
  readonly what: string
  readonly table: {
    readonly name: string
    readonly what: string
    readonly range: string
    readonly first: string
    readonly total: string
    readonly correlation: string
  }
  readonly all: (count: number, outcome: string, scenario: string) => string
  readonly meaning: (name: string, what: string) => string
  readonly manifest: (version: string, method: string, samples: string, runs: string, seed: number) => string
}

const en: SensitivityWords = {
  title: (outcome, scenario) => `What an outcome rests on: ${outcome} in ${quoted(scenario)}`,
  lead: (outcome, scenario, names) => `In ${quoted(scenario)}, ${outcome} rests most on ${list(names)}.`,
  nothing: (outcome, scenario) =>
    `In ${quoted(scenario)}, no assumption that was varied moves ${outcome}: it stays the same over all draws.`,
  morrisEffect: (name, outcome, size, direction) =>
    `From the low to the high end of its range, ${name} moves ${outcome} by ${size} on average, ${{ up: 'upwards', down: 'downwards', both: 'up or down, depending on the others' }[direction]}.`,
  sobolEffect: (name, outcome, total, first) =>
    `${name} alone accounts for ${first} of the variance of ${outcome}, and for ${total} together with what it does through others.`,
  ranksEffect: (name, outcome, correlation) =>
    `The higher ${name}, the ${correlation.startsWith('−') ? 'lower' : 'higher'} ${outcome}: partial rank correlation ${correlation}.`,
  spread: (value, runs, low, high, mean) =>
    `With every assumption at its default it is ${value}. Over ${runs} runs across their ranges it lay between ${low} and ${high}, ${mean} on average.`,
  tornado: 'What it rests on',
  morrisNote:
    'Dot: mean effect μ of crossing the range from low to high. Line: one standard deviation σ to either side; long where the effect depends on other assumptions or bends. Ranked by the mean size μ*, at the right.',
  sobolNote:
    'Filled: share of the variance from this assumption alone. Hollow: share with all that it does through others. Lines: 95 % intervals. Ranked by the hollow one, at the right.',
  ranksNote: draws =>
    `Partial rank correlation of each assumption with the outcome over ${draws} of the ensemble’s own draws, all other assumptions held: −1 to 1. Lines: 95 % intervals.`,
  said: { morris: 'μ*', sobol: 'total', ranks: 'correlation' },
  what: 'What the first of them are',
  table: {
    name: 'Parameter',
    what: 'What it does',
    range: 'Range',
    first: 'First order',
    total: 'Total',
    correlation: 'Partial rank correlation',
  },
  all: (count, outcome, scenario) => `All ${count} assumptions that were varied: ${outcome} in ${quoted(scenario)}`,
  meaning: (name, what) => `${name} (${what})`,
  manifest: (version, method, samples, runs, seed) =>
    `guanxi ${version}, sensitivity by ${method}, ${samples} samples, ${runs} runs, seed ${seed}. The same version, network, scenario and seed give the same numbers.`,
}

const zh: SensitivityWords = {
  title: (outcome, scenario) => `结论依据哪些假设：${outcome}（${quoted(scenario)}）`,
  lead: (outcome, scenario, names) => `${quoted(scenario)}的${quoted(outcome)}最取决于${names.join('、')}。`,
  nothing: (outcome, scenario) => `所变动的假设都不影响${quoted(scenario)}的${quoted(outcome)}：各次抽取结果相同。`,
  morrisEffect: (name, outcome, size, direction) =>
    `${name}从取值范围的低端变到高端，${outcome}平均变动${size}，${{ up: '方向为上升', down: '方向为下降', both: '升降取决于其他假设' }[direction]}。`,
  sobolEffect: (name, outcome, total, first) =>
    `${name}单独解释${outcome}方差的${first}，连同它与其他假设的共同作用为${total}。`,
  ranksEffect: (name, outcome, correlation) =>
    `${name}越高，${outcome}越${correlation.startsWith('−') ? '低' : '高'}：偏秩相关为${correlation}。`,
  spread: (value, runs, low, high, mean) =>
    `各假设取默认值时为${value}。在取值范围内模拟${runs}次，数值在${low}与${high}之间，平均${mean}。`,
  tornado: '取决于哪些假设',
  morrisNote:
    '点：从范围低端到高端的平均效应μ。线：左右各一个标准差σ；线长，说明效应取决于其他假设或并非线性。按平均大小μ*（右侧数值）排序。',
  sobolNote:
    '实心：该假设单独解释的方差份额。空心：连同它与其他假设共同作用的份额。线：95%区间。按空心者（右侧数值）排序。',
  ranksNote: draws =>
    `各假设与该成效的偏秩相关，用情景集自身的${draws}次抽取计算，其他假设保持不变：取值从−1到1。线：95%区间。`,
  said: { morris: 'μ*', sobol: '总效应', ranks: '相关' },
  what: '排在前面的是什么',
  table: { name: '参数', what: '作用', range: '取值范围', first: '一阶', total: '总效应', correlation: '偏秩相关' },
  all: (count, outcome, scenario) => `全部${count}项变动的假设：${quoted(scenario)}的${quoted(outcome)}`,
  meaning: (name, what) => `${name}（${what}）`,
  manifest: (version, method, samples, runs, seed) =>
    `guanxi ${version}，敏感性分析用${method}，样本${samples}，模拟${runs}次，种子${seed}。版本、网络、情景与种子相同，数值就相同。`,
}

/** "a, b and c" */
function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export const sensitivityWords: Readonly<Record<Lang, SensitivityWords>> = { en, zh }
