import type { Lang } from '../../model/labels.ts'
import type { CalibratedParameter } from '../../scenarios/calibrate.ts'

/** Words of the report of a calibration. */
export interface CalibrationWords {
  readonly title: (name: string) => string
  readonly lead: (narrowed: readonly string[], all: number, weeks: readonly number[]) => string
  /** Which parameters the waves shift, and of which they say nothing. */
  readonly others: Readonly<Record<'shifted' | 'silent', (names: readonly string[]) => string>>
  readonly unlike: (resemblance: string) => string
  readonly alike: (resemblance: string) => string
  readonly heading: string
  readonly chart: string
  readonly note: string
  readonly said: string
  readonly reading: string
  readonly table: {
    readonly name: string
    readonly what: string
    readonly unit: string
    readonly value: string
    readonly prior: string
    readonly median: string
    readonly interval: string
    readonly verdict: string
  }
  readonly verdicts: Readonly<Record<CalibratedParameter['verdict'], string>>
  readonly entangled: (a: string, b: string, correlation: string) => string
  readonly check: string
  readonly noCheck: string
  readonly checked: (week: number, values: string, inside: string) => string
  readonly better: string
  readonly noBetter: string
  readonly errors: {
    readonly of: string
    readonly error: string
    readonly fitted: string
    readonly unfitted: string
    readonly noChange: string
  }
  readonly holds: string
  readonly manifest: (version: string, runs: string, error: string, seed: number) => string
}

const and = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const en: CalibrationWords = {
  title: name => `What the observed waves say about the model’s parameters: ${name}`,
  lead: (narrowed, all, weeks) => {
    const from = `The ${weeks.length === 1 ? 'wave' : 'waves'} of week ${and(weeks.map(String))}`
    if (narrowed.length === 0)
      return `${from} narrow${weeks.length === 1 ? 's' : ''} none of the ${all} parameters that were fitted.`
    return `${from} narrow${weeks.length === 1 ? 's' : ''} ${narrowed.length} of the ${all} parameters that were fitted: ${and(narrowed)}.`
  },
  others: {
    shifted: names =>
      `${and(names)}: shifted, while about as much stays possible as before, though not in the same place.`,
    silent: names => `${and(names)}: the waves cannot tell. Keep the range when reporting.`,
  },
  unlike: resemblance =>
    `No parameters make the model look like the waves (resemblance ${resemblance}, below 0.01): the intervals below mean nothing.`,
  alike: resemblance =>
    `The model can bring about what was seen: ${resemblance} of the accepted runs are as far from their own middle as the waves are.`,
  heading: 'Before and after',
  chart: 'What is possible, before and after the waves',
  note: 'As a share of the range that is assumed (0 lowest, 1 highest), as it is drawn',
  said: 'after (90 %)',
  reading:
    'Filled: median and 90 % interval after the waves. Hollow: the scenario’s own value, and 90 % of what was possible before. Where the filled line is as long as the hollow one and in the same place, the waves have taught nothing.',
  table: {
    name: 'Parameter',
    what: 'What it does',
    unit: 'Unit',
    value: 'In the scenario',
    prior: 'Before (90 %)',
    median: 'Median after',
    interval: 'After (90 %)',
    verdict: 'The waves',
  },
  verdicts: { narrowed: 'narrow it', shifted: 'shift it', silent: 'cannot tell' },
  entangled: (a, b, correlation) =>
    `${a} and ${b} can hardly be told apart (correlation ${correlation} after the fit): what one explains, the other can explain as well.`,
  check: 'Check against the wave kept back',
  noCheck:
    'No wave was kept back, so that nothing says how well the fitted model foretells. With three waves or more the last is used for that.',
  checked: (week, values, inside) =>
    `The wave of week ${week} was not used for the fit. Of its ${values} values ${inside} lie within the 90 % interval foretold for them.`,
  better: 'The fitted model foretells it better than its own defaults, and than saying that nothing changes.',
  noBetter:
    'The fitted model does not foretell it better than both its own defaults and saying that nothing changes: the fit is of little use beyond the waves it was made from.',
  errors: {
    of: 'Foretold by',
    error: 'Root mean square error (0 to 1)',
    fitted: 'the fitted model',
    unfitted: 'the scenario’s own values',
    noChange: 'no change since the wave before',
  },
  holds:
    'The intervals hold as far as the model and the error of observation do: they say which parameters fit, not that the model is right.',
  manifest: (version, runs, error, seed) =>
    `guanxi ${version}, ${runs} runs, error of observation ${error}, seed ${seed}. The same version, waves, scenario and seed give the same numbers.`,
}

const zh: CalibrationWords = {
  title: name => `观测数据对模型参数的说明：${name}`,
  lead: (narrowed, all, weeks) => {
    const from = `第${weeks.join('、')}周的观测`
    if (narrowed.length === 0) return `${from}没有缩小所拟合的${all}个参数中任何一个的取值区间。`
    return `${from}缩小了所拟合的${all}个参数中${narrowed.length}个的取值区间：${narrowed.join('、')}。`
  },
  others: {
    shifted: names => `${names.join('、')}：取值发生偏移，但可能的区间几乎没有缩小。`,
    silent: names => `${names.join('、')}：数据无法说明，报告时应保留原有的取值范围。`,
  },
  unlike: resemblance => `没有任何参数能使模型与观测相似（相似度${resemblance}，低于0.01），因此下面的区间没有意义。`,
  alike: resemblance => `模型能够产生所观测到的情形：接受的模拟中有${resemblance}，离其中心的距离不小于观测值。`,
  heading: '观测之前与之后',
  chart: '观测之前与之后的可能取值',
  note: '按假设的取值范围折算（0为最低，1为最高），与抽样所用的尺度相同',
  said: '之后（90%）',
  reading:
    '实心：观测之后的中位数与90%区间。空心：情景原有的取值，以及之前可能取值的90%。两条线一样长且位置相同，说明观测没有带来新的认识。',
  table: {
    name: '参数',
    what: '作用',
    unit: '单位',
    value: '情景取值',
    prior: '之前（90%）',
    median: '之后的中位数',
    interval: '之后（90%）',
    verdict: '数据',
  },
  verdicts: { narrowed: '缩小其区间', shifted: '使其偏移', silent: '无法说明' },
  entangled: (a, b, correlation) =>
    `${a}与${b}难以区分（拟合后的相关为${correlation}）：一个能解释的，另一个也能解释。`,
  check: '用留出的观测检验',
  noCheck: '没有留出任何一期观测，因此无从得知拟合后的模型预测得怎样。有三期以上观测时，最后一期用于检验。',
  checked: (week, values, inside) =>
    `第${week}周的观测没有用于拟合。其${values}个数值中，有${inside}落在为其预测的90%区间之内。`,
  better: '拟合后的模型比情景原有取值预测得更准，也比“什么都不变”更准。',
  noBetter: '拟合后的模型并不同时优于情景原有取值与“什么都不变”：这一拟合在所用观测之外用处不大。',
  errors: {
    of: '预测依据',
    error: '均方根误差（0至1）',
    fitted: '拟合后的模型',
    unfitted: '情景原有取值',
    noChange: '与上一期相比什么都不变',
  },
  holds: '区间只在模型与观测误差成立时成立：它说明哪些参数与数据相符，并不说明模型正确。',
  manifest: (version, runs, error, seed) =>
    `guanxi ${version}，模拟${runs}次，观测误差${error}，种子${seed}。版本、观测、情景与种子相同，数值就相同。`,
}

export const calibrationWords: Readonly<Record<Lang, CalibrationWords>> = { en, zh }
