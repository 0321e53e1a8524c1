import type { Lang } from '../../model/labels.ts'

/** Words of the report of a plan. */
export interface PlanWords {
  readonly title: (hours: string) => string
  readonly best: (weeks: number, mix: string) => string
  readonly nothingBetter: (weeks: number) => string
  readonly outcome: (label: string, value: string, base: string) => string
  readonly left: (hours: string) => string
  readonly sure: (worlds: string, mean: string, most: string, doNothing: string) => string
  readonly rival: (name: string, share: string) => string
  readonly exact: (count: string, step: string) => string
  readonly searched: (count: string, step: string) => string
  readonly hour: (gain: string) => string
  readonly noHour: string
  readonly rests: (count: number) => string
  /** Code. */
  readonly runSensitivity: string
  readonly front: string
  readonly frontNote: string
  readonly roles: Readonly<Record<'best' | 'front' | 'baseline', string>>
  readonly mixes: string
  readonly mixesNote: string
  readonly plan: string
  readonly none: string
  readonly hours: string
  readonly score: string
  readonly regret: string
  readonly regretNote: string
  readonly mean: string
  readonly most: string
  readonly bestShare: string
  readonly regretMark: string
  readonly manifest: (version: string, seed: number, weeks: number) => string
  readonly strategies: string
}

const en: PlanWords = {
  title: hours => `A plan for ${hours} hours a week`,
  best: (weeks, mix) =>
    `In this model and under its assumptions, the best mix over ${weeks} ${weeks === 1 ? 'week' : 'weeks'} is, in hours a week: ${mix}.`,
  nothingBetter: weeks =>
    `In this model and under its assumptions, no mix of practices does better over ${weeks} ${weeks === 1 ? 'week' : 'weeks'} than none at all.`,
  outcome: (label, value, base) => `${label} ${value} (without: ${base})`,
  left: hours => `It leaves ${hours} hours unspent: more would not raise the score.`,
  sure: (worlds, mean, most, doNothing) =>
    `It is the best of the compared plans in ${worlds} of the sampled worlds; where it is not, it falls behind. Over all worlds its regret is ${mean} on average and ${most} at most; that of doing nothing is ${doNothing} on average.`,
  rival: (name, share) => `Plan ${name} is the best in more of them (${share}).`,
  exact: (count, step) => `All ${count} ways to hand out portions of ${step} hours were run.`,
  searched: (count, step) =>
    `${count} ways to hand out portions of ${step} hours were run, the most promising first; a better one may have been missed.`,
  hour: gain => `One more hour a week would raise the score by about ${gain}.`,
  noHour: 'One more portion of hours would not raise the score.',
  rests: count =>
    `On ${count} assumptions, all drawn anew in each sampled world. Which of them matter most has not been looked into. To find out:`,
  runSensitivity:
    "const found = sensitivity(network, { strategies: plan.best.strategies }, { method: 'morris', outcome: 'voice', samples: 50, seed: 1 })\ntoHtml(plan, { sensitivity: found })",
  front: 'What one outcome costs in the other',
  frontNote: 'Each point is a mix that no other beats on both. Letters name the plans below.',
  roles: { best: 'best plan', front: 'on the front', baseline: 'no practices' },
  mixes: 'Hours by practice',
  mixesNote: 'Hours a week; the area of a disc is its hours.',
  plan: 'Plan',
  none: 'no practices',
  hours: 'Hours a week',
  score: 'Score',
  regret: 'Regret over sampled worlds',
  regretNote:
    'Regret: how far a plan’s score falls behind the best of these plans in the same world. Dot: mean. Line: up to the worst world.',
  mean: 'Mean regret',
  most: 'Largest regret',
  bestShare: 'Best in',
  regretMark: 'mean · best in',
  manifest: (version, seed, weeks) =>
    `guanxi ${version}, seed ${seed}, ${weeks} ${weeks === 1 ? 'week' : 'weeks'}. The same version, network, options and seed give the same plan.`,
  strategies: 'The best plan as strategies for runScenario',
}

const zh: PlanWords = {
  title: hours => `每周${hours}工时的安排`,
  best: (weeks, mix) => `在本模型及其假设之下，${weeks}周之内最好的安排是（每周工时）：${mix}。`,
  nothingBetter: weeks => `在本模型及其假设之下，${weeks}周之内没有任何安排好于不采取做法。`,
  outcome: (label, value, base) => `${label}${value}（不采取做法：${base}）`,
  left: hours => `它留下${hours}工时不用：用上也不会提高得分。`,
  sure: (worlds, mean, most, doNothing) =>
    `在${worlds}的抽样世界中，它是所比较方案里最好的，在其余世界中则有所落后。就全部世界而言，它的遗憾值平均${mean}，最大${most}；不采取做法的遗憾值平均${doNothing}。`,
  rival: (name, share) => `方案${name}在更多的世界中最好（${share}）。`,
  exact: (count, step) => `以${step}工时为一份，全部${count}种分法都已模拟。`,
  searched: (count, step) => `以${step}工时为一份，模拟了${count}种较有希望的分法，可能有更好的未被找到。`,
  hour: gain => `每周多一工时，得分约提高${gain}。`,
  noHour: '再多一份工时也不会提高得分。',
  rests: count => `取决于${count}项假设，每个抽样世界都重新抽取；其中哪些最要紧，尚未分析。可运行：`,
  runSensitivity:
    "const found = sensitivity(network, { strategies: plan.best.strategies }, { method: 'morris', outcome: 'voice', samples: 50, seed: 1 })\ntoHtml(plan, { lang: 'zh', sensitivity: found })",
  front: '此多彼少',
  frontNote: '每一点是一种在两方面都不被其他安排胜过的安排。字母与下文的方案对应。',
  roles: { best: '最好的方案', front: '前沿上的方案', baseline: '不采取做法' },
  mixes: '各做法的工时',
  mixesNote: '每周工时；圆的面积表示工时。',
  plan: '方案',
  none: '不采取做法',
  hours: '每周工时',
  score: '得分',
  regret: '抽样世界中的遗憾值',
  regretNote: '遗憾值：在同一世界中，某方案的得分与这些方案中最好者之差。点：平均值。线：直至最坏的世界。',
  mean: '平均遗憾值',
  most: '最大遗憾值',
  bestShare: '最好的份额',
  regretMark: '平均 · 最好的份额',
  manifest: (version, seed, weeks) =>
    `guanxi ${version}，种子${seed}，${weeks}周。版本、网络、选项与种子相同，安排就相同。`,
  strategies: '最好的方案，作为 runScenario 的策略',
}

export const planWords: Readonly<Record<Lang, PlanWords>> = { en, zh }
