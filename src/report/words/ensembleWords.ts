import type { Lang } from '../../model/labels.ts'
import { quoted } from './quoted.ts'

/** Words of the ensemble's report, and of what an ensemble adds to a comparison. Shares and numbers come in already set. */
export interface EnsembleWords {
  readonly title: (replications: string) => string
  readonly bestOnBoth: (name: string, worlds: string, weeks: number, voice: string, delivery: string) => string
  readonly bestOnEach: (
    worlds: string,
    weeks: number,
    voice: string,
    voiceShare: string,
    delivery: string,
    deliveryShare: string,
  ) => string
  readonly asked: (name: string, hours: string) => string
  readonly baselineBest: (name: string) => string
  readonly beats: (a: string, b: string, parts: readonly string[]) => string
  readonly beatsOn: (outcome: string, chance: string, median: string, low: string, high: string) => string
  readonly error: (worlds: string, error: string) => string
  readonly shard: (index: number, count: number) => string
  readonly notReached: string
  readonly withdraws: (parts: readonly string[]) => string
  readonly tooFew: (replications: string, drawn: number) => string
  readonly distributions: string
  readonly distributionsNote: string
  readonly table: {
    readonly outcome: string
    readonly mean: string
    readonly error: string
    readonly sd: string
    readonly median: string
    readonly low: string
    readonly high: string
  }
  readonly all: string
  readonly contrasts: (baseline: string) => string
  readonly contrastsNote: string
  readonly chance: string
  readonly saidLabel: string
  readonly chances: (outcome: string) => string
  readonly chanceColumn: (name: string) => string
  readonly contrastTable: { readonly pair: string; readonly difference: string; readonly interval: string }
  readonly allContrasts: string
  readonly regret: string
  readonly regretNote: string
  readonly regretTable: { readonly mean: string; readonly worst: string; readonly lowest: string }
  readonly turns: (
    a: string,
    b: string,
    outcome: string,
    share: string,
    limits: readonly string[],
    coverage: string,
    density: string,
  ) => string
  readonly turnsAnywhere: (a: string, b: string, outcome: string, share: string) => string
  readonly bands: string
  readonly bandsNote: (names: readonly string[]) => string
  readonly intervalNote: string
  readonly gap: (a: string, b: string) => string
  readonly design: (name: string, drawn: number, worlds: string) => string
  readonly designs: Readonly<Record<'monte-carlo' | 'latin-hypercube' | 'sobol' | 'grid' | 'list', string>>
  readonly manifest: (version: string, seed: number, weeks: number, replications: string) => string
  readonly input: string
  readonly hash: string
  readonly hashes: Readonly<Record<'network' | 'scenarios' | 'parameters' | 'job', string>>
}

const en: EnsembleWords = {
  title: replications => `What ${replications} sampled worlds say`,
  bestOnBoth: (name, worlds, weeks, voice, delivery) =>
    `In this model, over ${worlds} worlds that draw its assumptions anew, ${quoted(name)} is most often the best after ${weeks} ${weeks === 1 ? 'week' : 'weeks'}: on voice in ${voice} of them, on delivery in ${delivery}.`,
  bestOnEach: (worlds, weeks, voice, voiceShare, delivery, deliveryShare) =>
    `In this model, over ${worlds} worlds that draw its assumptions anew, ${quoted(voice)} is most often the best on voice (in ${voiceShare} of them) and ${quoted(delivery)} on delivery (${deliveryShare}) after ${weeks} ${weeks === 1 ? 'week' : 'weeks'}.`,
  asked: (name, hours) => `${quoted(name)} asks for ${hours} hours a week.`,
  baselineBest: name => `Nothing beats ${quoted(name)} on both more often than not.`,
  beats: (a, b, parts) => `${quoted(a)} beats ${quoted(b)} ${parts.join(', ')}.`,
  beatsOn: (outcome, chance, median, low, high) =>
    `on ${outcome} in ${chance} of the worlds (by ${median} in the middle; nine of ten between ${low} and ${high})`,
  error: (worlds, error) =>
    `With ${worlds} worlds no mean of the outcomes is off by more than about ${error} (Monte-Carlo error); what is left open is left open by the assumptions.`,
  shard: (index, count) => `This is only part ${index} of ${count}; merge the parts before reading it.`,
  notReached: 'The Monte-Carlo error that was asked for was not reached.',
  withdraws: parts => `An agency withdraws in so many worlds: ${parts.join(', ')}.`,
  tooFew: (replications, drawn) =>
    `With ${replications} replications over ${drawn} drawn assumptions the ensemble itself cannot tell them apart.`,
  distributions: 'Outcomes over the sampled worlds',
  distributionsNote:
    'Each dot is a twentieth of the worlds: count dots to read a chance. The line below holds nine of ten worlds, the tick is the middle one; both are written at the right.',
  table: {
    outcome: 'Outcome',
    mean: 'Mean',
    error: 'Monte-Carlo error',
    sd: 'SD',
    median: 'Median',
    low: '5 %',
    high: '95 %',
  },
  all: 'All outcomes in numbers',
  contrasts: baseline => `Against ${quoted(baseline)}, world by world`,
  contrastsNote:
    'Differences within the same world. Dot: the middle world. Line: nine of ten worlds. At the right: in how many worlds the scenario does better.',
  chance: 'does better in',
  saidLabel: 'middle · better in',
  chances: outcome => `Chance that the row beats the column on ${outcome}`,
  chanceColumn: name => `beats ${name}`,
  contrastTable: { pair: 'Contrast', difference: 'Mean difference', interval: '95 % interval of the mean' },
  allContrasts: 'All contrasts in numbers',
  regret: 'If the assumptions turn out badly',
  regretNote:
    'Regret: how much better the best scenario would have been in the same world (Savage 1951). Worst value: what is left in the worst world (Wald 1950).',
  regretTable: { mean: 'Mean regret', worst: 'Largest regret', lowest: 'Worst value' },
  turns: (a, b, outcome, share, limits, coverage, density) =>
    `When the answer turns over: ${quoted(a)} does not beat ${quoted(b)} on ${outcome} in ${share} of the worlds; ${coverage} of these lie where ${limits.join(' and ')}, and there it fails in ${density}.`,
  turnsAnywhere: (a, b, outcome, share) =>
    `${quoted(a)} does not beat ${quoted(b)} on ${outcome} in ${share} of the worlds; no assumption tells these apart from the others.`,
  bands: 'Week by week',
  bandsNote: names =>
    `Line: the middle world of each week. Ribbon: nine of ten worlds, for ${names.map(quoted).join(', ')}.`,
  intervalNote: 'The line through a dot holds nine of ten sampled worlds; the dot is the run at the defaults.',
  gap: (a, b) => `${a} − ${b}`,
  design: (name, drawn, worlds) =>
    `The ensemble drew ${drawn} assumptions over their ranges in ${worlds} replications (${name}).`,
  designs: {
    'monte-carlo': 'simple random draws',
    'latin-hypercube': 'Latin hypercube; McKay et al. 1979',
    sobol: 'scrambled Sobol′ sequence',
    grid: 'every combination of a grid',
    list: 'a list of points',
  },
  manifest: (version, seed, weeks, replications) =>
    `guanxi ${version}, seed ${seed}, ${weeks} ${weeks === 1 ? 'week' : 'weeks'}, ${replications} replications. The hashes name what went in; the same hashes, version and seed give the same numbers to the last bit, on any machine and any number of workers.`,
  input: 'What went in',
  hash: 'SHA-256',
  hashes: { network: 'Network', scenarios: 'Scenarios', parameters: 'Design and ranges', job: 'All together' },
}

const zh: EnsembleWords = {
  title: replications => `${replications}个抽样世界说明了什么`,
  bestOnBoth: (name, worlds, weeks, voice, delivery) =>
    `在本模型中，重新抽取各假设的${worlds}个世界里，${weeks}周之后${quoted(name)}最常居于最好：说上话在${voice}的世界里最好，办成事在${delivery}的世界里最好。`,
  bestOnEach: (worlds, weeks, voice, voiceShare, delivery, deliveryShare) =>
    `在本模型中，重新抽取各假设的${worlds}个世界里，${weeks}周之后，说上话以${quoted(voice)}最常居于最好（${voiceShare}的世界），办成事以${quoted(delivery)}最常居于最好（${deliveryShare}）。`,
  asked: (name, hours) => `${quoted(name)}每周需要${hours}工时。`,
  baselineBest: name => `没有哪个情景在两方面都更常胜过${quoted(name)}。`,
  beats: (a, b, parts) => `${quoted(a)}胜过${quoted(b)}：${parts.join('；')}。`,
  beatsOn: (outcome, chance, median, low, high) =>
    `${outcome}在${chance}的世界里（居中的差为${median}，十分之九在${low}与${high}之间）`,
  error: (worlds, error) =>
    `以${worlds}个世界计，各成效的平均值误差约不超过${error}（蒙特卡洛误差）；余下的不确定来自假设。`,
  shard: (index, count) => `这只是${count}份中的第${index}份，合并之后再读。`,
  notReached: '没有达到所要求的蒙特卡洛误差。',
  withdraws: parts => `机构撤出的世界所占份额：${parts.join('，')}。`,
  tooFew: (replications, drawn) => `${replications}次重复不足以分清所抽取的${drawn}项假设各自的作用。`,
  distributions: '抽样世界中的成效',
  distributionsNote:
    '每个点代表二十分之一的世界，数点即可读出机会大小。下方的线包含十分之九的世界，短竖线为居中的世界，数值写在右侧。',
  table: {
    outcome: '成效',
    mean: '平均值',
    error: '蒙特卡洛误差',
    sd: '标准差',
    median: '中位数',
    low: '5%',
    high: '95%',
  },
  all: '各项成效的数值',
  contrasts: baseline => `与${quoted(baseline)}相比，逐个世界对照`,
  contrastsNote: '同一世界之内的差。点：居中的世界。线：十分之九的世界。右侧：该情景在多少世界里更好。',
  chance: '更好的份额',
  saidLabel: '居中 · 更好的份额',
  chances: outcome => `${outcome}：行胜过列的机会`,
  chanceColumn: name => `胜过${name}`,
  contrastTable: { pair: '对比', difference: '平均差', interval: '平均差的95%区间' },
  allContrasts: '全部对比的数值',
  regret: '如果假设的情况很糟',
  regretNote:
    '遗憾值：在同一世界中，最好的情景本可好出多少（Savage，1951）。最坏值：最坏的世界里还剩多少（Wald，1950）。',
  regretTable: { mean: '平均遗憾值', worst: '最大遗憾值', lowest: '最坏值' },
  turns: (a, b, outcome, share, limits, coverage, density) =>
    `结论何时翻转：在${share}的世界里，${quoted(a)}的${outcome}不胜过${quoted(b)}；其中${coverage}出现在${limits.join('且')}之处，在那里有${density}的世界不胜过。`,
  turnsAnywhere: (a, b, outcome, share) =>
    `在${share}的世界里，${quoted(a)}的${outcome}不胜过${quoted(b)}；没有哪项假设能把这些世界与其余的区分开。`,
  bands: '逐周变化',
  bandsNote: names => `线：每周居中的世界。色带：${names.map(quoted).join('、')}的十分之九的世界。`,
  intervalNote: '穿过点的线包含十分之九的抽样世界；点为按默认值的模拟。',
  gap: (a, b) => `${a} − ${b}`,
  design: (name, drawn, worlds) => `情景集在取值范围内抽取${drawn}项假设，重复${worlds}次（${name}）。`,
  designs: {
    'monte-carlo': '简单随机抽取',
    'latin-hypercube': '拉丁超立方；McKay 等，1979',
    sobol: '打乱的 Sobol′ 序列',
    grid: '网格的全部组合',
    list: '给定的点',
  },
  manifest: (version, seed, weeks, replications) =>
    `guanxi ${version}，种子${seed}，${weeks}周，重复${replications}次。散列值标明输入；散列值、版本与种子相同，数值就逐位相同，与机器和并行数无关。`,
  input: '输入',
  hash: 'SHA-256',
  hashes: { network: '网络', scenarios: '情景', parameters: '设计与取值范围', job: '合计' },
}

export const ensembleWords: Readonly<Record<Lang, EnsembleWords>> = { en, zh }
