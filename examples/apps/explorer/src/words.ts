import { type Evidence, type GuanxiErrorCode, type Lang, layerLabel } from 'guanxi'
import type { Layout } from 'guanxi/view'
import type { Fault, MeasureName, SizeName } from './protocol.ts'

const en = {
  title: 'Relationship explorer',
  language: '中文',
  dark: 'Dark',
  light: 'Light',
  open: 'Open a file',
  openHint:
    'GEXF, GraphML, Pajek, UCINET DL, CSV, JSON or QDPX; several CSV files are matrices, one a layer. Nothing leaves this browser.',
  drop: 'Drop files to open them',
  example: 'Show the X community',
  reading: 'Reading …',
  drawing: 'Drawing …',
  opened: (name: string, actors: number, ties: number) => `${name}: ${actors} actors, ${ties} ties`,
  nothingLost: 'Nothing of the file was lost.',
  lost: (count: number) => `What the file held that is not here (${count})`,
  /** The line, and what is to be read below it in English. */
  failed: ({ message }: Fault): [string, string] => [`That did not work: ${message}`, ''],
  picture: 'Picture of the network',
  noWebgl: 'This browser has no WebGL: a still picture is shown.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all',
  legend: 'Legend',
  show: 'What is shown',
  layer: 'Layer',
  strongest: 'the strongest',
  layout: 'Places',
  layouts: { auto: 'as fits', roles: 'by role', levels: 'by level', force: 'by ties' } satisfies Record<Layout, string>,
  size: 'Size of actors',
  sizes: {
    same: 'all the same',
    out: 'out-strength',
    in: 'in-strength',
    pageRank: 'PageRank',
    betweenness: 'betweenness',
    constraint: 'constraint (structural holes)',
  } satisfies Record<SizeName, string>,
  group: 'Colour of actors',
  kind: 'kind',
  areas: 'Areas around the actors of a group',
  measures: 'Measures',
  measure: 'Measure',
  value: 'Value',
  measureNames: {
    asymmetry: 'asymmetry',
    reciprocity: 'reciprocity',
    ordered: 'share that runs from top to bottom',
    circulating: 'share that circulates',
    returned: 'share that is returned',
  } satisfies Record<MeasureName, string>,
  unweighted: 'Without a layer, ties count as present or not.',
  highest: (of: string) => `Highest ${of}`,
  actor: 'Actor',
  notDefined: 'not defined',
  chosen: 'Chosen',
  chooseHint: 'Choose an actor or a tie in the picture or in the table of ties.',
  out: 'out',
  in: 'in',
  given: 'gives',
  received: 'gets',
  partners: 'Ties with',
  evidence: 'Evidence',
  noEvidence: 'No evidence is recorded for this tie.',
  evidenceKinds: {
    table: 'table',
    section: 'section',
    quotation: 'quotation',
    coding: 'coding',
    survey: 'survey',
    assumed: 'assumed',
  } satisfies Record<Evidence['kind'], string>,
  between: (low: number, high: number) => `between ${low} and ${high}`,
  unknown: 'unknown',
  none: 'no tie',
  release: 'Let go',
  plan: 'Try a plan',
  cannotPlan: 'No plan can be tried on this network:',
  obstacle: ({ message }: Fault) => message,
  planHint: 'Hours a week that the agency puts into each practice, in this model and under its assumptions.',
  hours: (hours: number) => `${hours} h/week`,
  total: (hours: number, capacity: number) =>
    `${hours} of ${capacity} h/week are planned; paperwork and chores come first.`,
  weeks: 'Weeks',
  clear: 'Clear the plan',
  outcome: 'Outcome',
  start: 'at the start',
  unplanned: 'as it is',
  planned: 'with the plan',
  better: 'better',
  worse: 'worse',
  withdrew: (week: number) => `The agency withdraws in week ${week}.`,
  moment: 'Moment',
  read: 'Before',
  change: 'Change',
  after: 'After',
  week: 'Week',
  weekOf: (week: number) => `Week ${week}`,
  play: 'Play',
  pause: 'Pause',
  sure: 'How sure is it?',
  sureHint: 'Draws the assumptions of the model again and again, the same for both scenarios.',
  replications: 'Replications',
  run: 'Run',
  stop: 'Stop',
  progress: (done: number, all: number) => `${done} of ${all} replications`,
  stopped: 'Stopped.',
  interval: 'difference (95 % interval)',
  chance: 'plan is better in',
  keep: 'Save',
  svg: 'Picture (SVG)',
  report: 'Report (HTML)',
  json: 'Network (JSON)',
  table: 'Table of ties',
  from: 'From',
  to: 'To',
  look: 'Choose',
  chooseTie: (from: string, to: string) => `Choose the tie from ${from} to ${to}`,
  chooseActor: (name: string) => `Choose ${name}`,
  pages: (from: number, to: number, all: number) => `${from} to ${to} of ${all}`,
  earlier: 'Earlier ties',
  later: 'Later ties',
}

export type Words = typeof en

const faults: Readonly<Record<GuanxiErrorCode, string>> = {
  INVALID_DOCUMENT: '网络文档有误',
  INVALID_NETWORK: '不是可用的有向网络',
  INVALID_OPTION: '选项的值有误',
  UNKNOWN_OPTION: '没有这个选项',
  UNKNOWN_ACTOR: '没有这个行动者',
  UNKNOWN_LAYER: '没有这个关系维度',
  UNKNOWN_ATTRIBUTE: '没有这个属性',
  INVALID_VALUE: '数值有误',
  MISSING_VALUE: '缺少数值',
  DEGENERATE_TEST: '该检验的统计量不会变化',
  NO_CONVERGENCE: '计算没有收敛',
  BAD_CHECKPOINT: '断点文件不可用',
  INVALID_FILE: '文件内容有误',
  CANNOT_WRITE: '无法写成该格式',
  MISSING_PACKAGE: '缺少所需的程序包',
}

/** Parts of a place that are counted: lines, columns and matrices from 1, items of lists from 0. */
const counted: Readonly<Record<string, readonly [first: 0 | 1, measure: string]>> = {
  line: [1, '行'],
  column: [1, '列'],
  matrix: [1, '个矩阵'],
  actors: [0, '个行动者'],
  nodes: [0, '个节点'],
  ties: [0, '条关系'],
  edges: [0, '条边'],
}

/** `['ties', 0, 'power']` as 第1条关系“power”. */
function placeInChinese(path: Fault['places'][number]): string {
  let text = ''
  for (let k = 0; k < path.length; k++) {
    const [step, next] = [path[k]!, path[k + 1]]
    const known = typeof step === 'string' && typeof next === 'number' ? counted[step] : undefined
    if (known) {
      text += `第${(next as number) + 1 - known[0]}${known[1]}`
      k++
    } else text += typeof step === 'number' ? `第${step + 1}项` : `“${step}”`
  }
  return text || '整个文件'
}

const zh: Words = {
  title: '关系网络浏览器',
  language: 'English',
  dark: '深色',
  light: '浅色',
  open: '打开文件',
  openHint:
    '支持GEXF、GraphML、Pajek、UCINET DL、CSV、JSON与QDPX；多个CSV文件按矩阵读取，一个文件一个维度。数据不会离开本浏览器。',
  drop: '松开鼠标即可打开文件',
  example: '查看X社区案例',
  reading: '正在读取……',
  drawing: '正在绘图……',
  opened: (name, actors, ties) => `${name}：${actors}个行动者，${ties}条关系`,
  nothingLost: '文件内容全部读入。',
  lost: count => `文件中未能读入的内容（${count}）`,
  failed: ({ message, code, places }) => {
    const found = places.slice(0, 5).map(placeInChinese).join('、')
    const where = found && `，位置：${found}${places.length > 5 ? `等${places.length}处` : ''}`
    return [`未能完成：${code === null ? '出现意外错误' : `${faults[code]}（${code}）`}${where}。英文说明：`, message]
  },
  picture: '网络图',
  noWebgl: '本浏览器不支持WebGL，只显示静态图。',
  zoomIn: '放大',
  zoomOut: '缩小',
  fit: '显示全部',
  legend: '图例',
  show: '显示内容',
  layer: '关系维度',
  strongest: '最强的维度',
  layout: '布局',
  layouts: { auto: '自动', roles: '按角色', levels: '按层级', force: '按关系' },
  size: '行动者大小',
  sizes: {
    same: '相同',
    out: '出强度',
    in: '入强度',
    pageRank: 'PageRank',
    betweenness: '中间中心度',
    constraint: '限制度（结构洞）',
  },
  group: '行动者颜色',
  kind: '类型',
  areas: '用色块圈出同组行动者',
  measures: '测量',
  measure: '指标',
  value: '数值',
  measureNames: {
    asymmetry: '非对称性',
    reciprocity: '互惠性',
    ordered: '自上而下的份额',
    circulating: '循环的份额',
    returned: '回流的份额',
  },
  unweighted: '不选维度时，只看关系有无。',
  highest: of => `${of}最高的行动者`,
  actor: '行动者',
  notDefined: '无定义',
  chosen: '所选内容',
  chooseHint: '请在图中或关系表中选择一个行动者或一条关系。',
  out: '出',
  in: '入',
  given: '给出',
  received: '得到',
  partners: '与之有关系的行动者',
  evidence: '依据',
  noEvidence: '该关系没有记录依据。',
  evidenceKinds: {
    table: '表',
    section: '章节',
    quotation: '引文',
    coding: '编码',
    survey: '问卷',
    assumed: '假设',
  },
  between: (low, high) => `取值在${low}与${high}之间`,
  unknown: '未知',
  none: '无关系',
  release: '取消选择',
  plan: '试行计划',
  cannotPlan: '该网络无法试行计划：',
  obstacle: ({ message, code }) => {
    if (code === 'INVALID_NETWORK') return '模型需要至少一家社工机构（类型social-work-agency），而网络中没有。'
    const of = /(\S+) of the tie from "(.*)" to "(.*)" is (unknown|[^,]*)/s.exec(message)
    if (!of) return message
    const [, layer = '', from, to, value] = of
    const where = `从“${from}”到“${to}”的关系，其${layerLabel(layer, 'zh')}`
    return value === 'unknown'
      ? `${where}未知；运行需要一个数值：请填入您的估计，依据记为assumed，并在其低端与高端各运行一次。`
      : `${where}为${value}，超出取值范围${layer === 'resources' ? '（不小于0）' : '（0到1）'}。`
  },
  planHint: '机构每周投入各项做法的工时。结果只在本模型及其假设之下成立。',
  hours: hours => `${hours}小时/周`,
  total: (hours, capacity) => `计划每周投入${hours}小时，总工时${capacity}小时；文案与行政事务优先占用工时。`,
  weeks: '周数',
  clear: '清空计划',
  outcome: '结果',
  start: '起始',
  unplanned: '维持现状',
  planned: '按计划',
  better: '更好',
  worse: '更差',
  withdrew: week => `机构在第${week}周退出。`,
  moment: '时点',
  read: '之前',
  change: '变化',
  after: '之后',
  week: '周',
  weekOf: week => `第${week}周`,
  play: '播放',
  pause: '暂停',
  sure: '有多大把握？',
  sureHint: '反复抽取模型的假设，两个情景用同样的抽样。',
  replications: '重复次数',
  run: '运行',
  stop: '停止',
  progress: (done, all) => `已完成${done}次，共${all}次`,
  stopped: '已停止。',
  interval: '差异（95%区间）',
  chance: '计划更好的比例',
  keep: '保存',
  svg: '图（SVG）',
  report: '报告（HTML）',
  json: '网络（JSON）',
  table: '关系表',
  from: '来自',
  to: '指向',
  look: '选择',
  chooseTie: (from, to) => `选择从${from}到${to}的关系`,
  chooseActor: name => `选择${name}`,
  pages: (from, to, all) => `第${from}至${to}条，共${all}条`,
  earlier: '前面的关系',
  later: '后面的关系',
}

export const wordsOf = (lang: Lang): Words => (lang === 'zh' ? zh : en)

/** Two decimals, and a true minus. */
export function number(value: number | null, words: Words): string {
  if (value === null) return words.notDefined
  const text = Math.abs(value).toFixed(2)
  return value < 0 && text !== '0.00' ? `−${text}` : text
}
