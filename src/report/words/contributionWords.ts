import type { Lang } from '../../model/labels.ts'
import { quoted } from './quoted.ts'

/** Words of the report of contributions. */
export interface ContributionWords {
  readonly title: (name: string) => string
  readonly lead: (outcome: string, without: string, all: string, strategy: string, share: string) => string
  readonly undefined: string
  readonly adds: (outcome: string, strategy: string) => string
  readonly hinders: (outcome: string, strategy: string) => string
  readonly heading: string
  readonly note: string
  readonly said: string
  readonly table: {
    readonly outcome: string
    readonly strategy: string
    readonly shapley: string
    readonly leaveOneOut: string
    readonly alone: string
  }
  readonly all: string
  readonly manifest: (version: string, runs: string, weeks: number) => string
  readonly sampled: (samples: string, seed: number) => string
}

const en: ContributionWords = {
  title: name => `What each strategy adds: ${name}`,
  lead: (outcome, without, all, strategy, share) =>
    `In this model, the strategies together take ${outcome} from ${without} to ${all}; ${quoted(strategy)} adds most to that (${share}).`,
  undefined: 'This network defines none of the outcomes, so that nothing can be shared out.',
  adds: (outcome, strategy) => `${quoted(strategy)} adds most to ${outcome}.`,
  hinders: (outcome, strategy) =>
    `${quoted(strategy)} works against ${outcome}, since its hours are missing elsewhere.`,
  heading: 'Contribution of each strategy',
  note: 'Filled: its share of the whole change, over all orders in which the strategies may be joined (Shapley value); the shares sum to the change. Hollow: what it adds when it is tried alone. Where the two differ, strategies help or crowd out each other.',
  said: 'share',
  table: {
    outcome: 'Outcome',
    strategy: 'Strategy',
    shapley: 'Share of the change',
    leaveOneOut: 'Lost without it',
    alone: 'Alone',
  },
  all: 'All outcomes in numbers',
  manifest: (version, runs, weeks) =>
    `guanxi ${version}, ${runs} mixes run over ${weeks} ${weeks === 1 ? 'week' : 'weeks'}. The same version, network and scenario give the same numbers.`,
  sampled: (samples, seed) =>
    `Shares are estimated from ${samples} random orders (seed ${seed}); ± is their Monte-Carlo error.`,
}

const zh: ContributionWords = {
  title: name => `各项策略的贡献：${name}`,
  lead: (outcome, without, all, strategy, share) =>
    `在本模型中，各项策略合起来使${outcome}从${without}变为${all}，其中${quoted(strategy)}贡献最大（${share}）。`,
  undefined: '此网络没有定义任何成效，因此没有可以分摊的变化。',
  adds: (outcome, strategy) => `对${outcome}贡献最大的是${quoted(strategy)}。`,
  hinders: (outcome, strategy) => `${quoted(strategy)}不利于${outcome}，因为它占用了别处需要的工时。`,
  heading: '各项策略的贡献',
  note: '实心：各策略以一切次序加入时，它在总变化中的份额（Shapley 值），各份额之和等于总变化。空心：单独实行时带来的变化。两者不同，说明策略之间相互促进或相互挤占。',
  said: '份额',
  table: {
    outcome: '成效',
    strategy: '策略',
    shapley: '在变化中的份额',
    leaveOneOut: '去掉它的损失',
    alone: '单独实行',
  },
  all: '各项成效的数值',
  manifest: (version, runs, weeks) =>
    `guanxi ${version}，${weeks}周，模拟${runs}种组合。版本、网络与情景相同，数值就相同。`,
  sampled: (samples, seed) => `份额由${samples}个随机次序估计（种子${seed}），±为蒙特卡洛误差。`,
}

export const contributionWords: Readonly<Record<Lang, ContributionWords>> = { en, zh }
