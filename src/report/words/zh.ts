import { quoted } from './quoted.ts'
import type { ReportWords } from './reportWords.ts'

const units: Readonly<Record<string, string>> = {
  '1': '—',
  share: '份额',
  hours: '工时',
  'hours/week': '工时/周',
  'hours/hour': '工时/工时',
  '1/week': '每周',
  weeks: '周',
}

export const zh: ReportWords = {
  diagnosisTitle: name => (name ? `关系网络诊断：${name}` : '关系网络诊断'),
  lead: (top, low, power) => `权力方面，${top}居于最高，${low}居于最低：${power}的权力是单向的，没有得到对等的回应。`,
  leadEven: '权力没有数值，或每一对行动者之间都对等：没有谁凌驾于谁之上。',
  leadOthers: layers => `同一份额，${layers.map(({ layer, share }) => `${layer}方面为${share}`).join('，')}。`,
  leadPair: (giver, receiver, forward, backward) =>
    `权力最不对等的一对是${giver}对${receiver}：${forward}比${backward}。`,
  sharesNote:
    '单向：在二方关系中没有得到对等回应的份额（非对称性）。后三项把全部权重分为自上而下、循环与回流三份，合计100%。回流按平方计、两个方向都算，所以不小于100%减去单向。',
  pictures: '谁居于谁之上',
  picturesNote: '各图位置相同。每条关系的两个方向各画一支箭头；线越粗，数值越大。',
  noPictures: '此处无图：诊断的是快照，其中没有名称。直接诊断网络即可得到图。',
  layerTable: {
    layer: '关系维度',
    oneWay: '单向',
    returned: '回流',
    ordered: '自上而下',
    circulating: '循环',
    ties: '关系数',
    unknown: '含未知值的二方关系',
  },
  dyads: '关键的二方关系',
  dyadsNote: '各维度中两个方向相差最大的二方关系。非对称性从0（对等）到1（完全单向）。',
  dyadTable: {
    layer: '关系维度',
    pair: '二方',
    forward: '去向 →',
    backward: '回向 ←',
    asymmetry: '非对称性',
    words: '含义',
  },
  dyadWords: (layer, giver, receiver, oneWay) =>
    ({
      power: oneWay ? `${giver}能左右${receiver}，反之则不能` : `${giver}对${receiver}的影响大于反向的影响`,
      resources: oneWay ? `${giver}为${receiver}提供资源，没有得到回报` : `${giver}为${receiver}提供的多于得到的`,
      trust: oneWay ? `${giver}信任${receiver}，反向没有记录到信任` : `${giver}对${receiver}的信任高于反向的信任`,
    })[layer] ?? `${giver}给${receiver}的多于得到的`,
  dyadEven: '两个方向相同',
  dependence: '谁在资源上依赖谁',
  dependenceNote:
    '一方对另一方的依赖，是它得到的资源中来自对方的份额。权力失衡是两个份额之差，相互依赖是两个份额之和。',
  dependenceTable: { pair: '二方', imbalance: '权力失衡', mutual: '相互依赖', words: '含义' },
  dependsOn: (weak, strong, share, back) => `${weak}得到的资源有${share}依赖${strong}；反过来为${back}`,
  evenDependence: (a, b, share) => `${a}与${b}相互依赖的程度相同，均为${share}`,
  logics: '三种实践逻辑与两项成效',
  logicsNote: '每个数值都标在刻度上，两端注明低与高的含义。',
  scaleTable: { number: '指数', value: '数值', low: '低端的含义', high: '高端的含义' },
  scales: {
    orientation: { label: '取向', low: '指标为本：全是文案', high: '服务为本：全是服务' },
    oneWay: { label: '单向嵌入（信任）', low: '只有社区敞开自己', high: '只有机构敞开自己' },
    reverse: { label: '反向嵌入（权力）', low: '机构左右社区的工作', high: '社区左右机构的工作' },
    gap: { label: '居民的信任差距', low: '机构是熟人', high: '机构是外来人员' },
    brokered: { label: '社区可转借的信任', low: '引见不起作用', high: '一经引见便被接纳' },
    voice: { label: '说上话', low: '治理主体听不到它', high: '说了算，且完全受信任' },
    delivery: { label: '办成事', low: '服务到不了居民', high: '有支持、有行动、被接纳' },
  },
  of: (number, actor) => `${number}：${actor}`,
  notComputed: '哪些无法计算，为什么',
  allComputed: '本报告涉及的数值均可计算。',
  because: (what, why) => `${what}：${why}。`,
  methods: '方法',
  diagnosisMethods: [
    '非对称性 = Σ|w_ij − w_ji| / Σw，按二方关系求和，等于1减去加权互惠性（Squartini等，2013）。',
    '层级h满足Λh = v，其中Λ = diag(s^in + s^out) − W − Wᵀ，v = s^in − s^out（MacKay等，2020）。自上而下的份额 = Σ(w_ij + w_ji)(h_j − h_i)² / Σw；循环的份额 = Σ(w_ij + w_ji)(h_j − h_i − Y_ij)² / Σw，其中Y_ij = (w_ij − w_ji) / (w_ij + w_ji)（Jiang等，2011）；回流的份额 = Σ 4 w_ij w_ji / (w_ij + w_ji) / Σw；均按二方关系求和。',
    'a对b的依赖 = 资源维度上的w_ba / Σ_k w_ka；权力失衡为两者之差，相互依赖为两者之和（Emerson，1962；Casciaro与Piskorski，2005；以份额计算是本程序的做法）。',
    '取向 = (服务 − 文案) / (服务 + 文案)，按编码数计。设机构为p、社区为h，单向嵌入 = (t_ph − t_hp) / (t_ph + t_hp)，反向嵌入 = (p_hp − p_ph) / (p_hp + p_ph)。信任差距 = 居民对社区的信任减去对机构的信任；可转借的信任 = 居民对社区的信任 × 社区对机构的信任。',
    '说上话 = 对各治理主体g取√(p_ig / (p_ig + p_gi) · t_gi)的平均值。办成事 = 支持、服务与接纳三者之积的立方根，其中支持 = S / (1 + S)，S为得到的资源之和。两者均为本程序对案例研究的解读。',
    '某一维度上含未知值的二方关系不计入该维度；未知不等于零。',
  ],
  references: [
    'Casciaro T. & Piskorski M. J. (2005). Power imbalance, mutual dependence, and constraint absorption. Administrative Science Quarterly 50, 167–199.',
    'Emerson R. M. (1962). Power-dependence relations. American Sociological Review 27, 31–41.',
    'Jiang X., Lim L.-H., Yao Y. & Ye Y. (2011). Statistical ranking and combinatorial Hodge theory. Mathematical Programming 127, 203–244.',
    'MacKay R. S., Johnson S. & Sansom B. (2020). How directed is a directed network? Royal Society Open Science 7, 201138.',
    'Squartini T., Picciolo F., Ruzzenenti F. & Garlaschelli D. (2013). Reciprocity of weighted networks. Scientific Reports 3, 2729.',
  ],
  cite: version => `引用方式：guanxi，版本${version}（npm程序包，MIT许可）；完整条目见程序包中的CITATION.cff。`,

  comparisonTitle: '情景比较',
  scenarioTitle: name => `情景：${name}`,
  comparisonStart: weeks => `在本模型及其假设之下，${weeks}周之后：`,
  best: (name, weeks) => `在本模型及其假设之下，${weeks}周之后${quoted(name)}最好`,
  bestOnBoth: (voice, delivery, baseline, baseVoice, baseDelivery) =>
    `：说上话${voice}，办成事${delivery}；${quoted(baseline)}为${baseVoice}与${baseDelivery}。`,
  bestOnOne: (outcome, name, value, baseline, base) =>
    `${quoted(outcome)}以${quoted(name)}为最好（${value}，${quoted(baseline)}为${base}）。`,
  baselineBest: '没有其他情景在“说上话”与“办成事”两方面都更好。',
  cost: (name, hours, share) => `${quoted(name)}的各项做法每周用去${hours}工时，占全部工时的${share}。`,
  questions: { do: '工时该怎么用？', sure: '有多大把握？', rests: '取决于什么？' },
  mix: (name, practices) =>
    `${quoted(name)}的每周工时：${practices.map(({ label, hours }) => `${label}${hours}`).join('，')}。`,
  notSure: '尚不清楚：每个情景只按各假设的默认值模拟一次，因此差异没有区间。可运行：',
  runEnsemble: weeks =>
    `const ensemble = await runEnsemble(network, scenarios, { replications: 1000, weeks: ${weeks}, seed: 1 })\ntoHtml(comparison, { lang: 'zh', ensemble })`,
  restsUnknown: count => `取决于${count}项假设，取值范围与依据列于下文；其中哪些最要紧，尚未分析。可运行：`,
  runSensitivity: result =>
    `const found = sensitivity(network, scenario, { method: 'morris', outcome: 'voice', samples: 50, seed: 1 })\ntoHtml(${result}, { lang: 'zh', sensitivity: found })`,
  noOutcomes: '此网络没有定义任何情景的说上话与办成事。',
  patternsHeld: (held, count) =>
    `模型以案例的${count}项发现为准绳，在默认值下${held === count ? '全部' : `其中${held}项`}成立。`,
  patternsShares: (share, weakest, least) =>
    `在抽样世界中，每项发现平均在${share}的世界里成立，最少的是${weakest}（${least}）。`,
  patterns: '案例的哪些发现成立',
  patternsNote: '无论数值如何，模型都应呈现这些方向。份额：某项发现在多少抽样世界中成立，附蒙特卡洛误差。',
  patternsTable: { id: '编号', section: '节', finding: '发现', holds: '默认值下', share: '成立份额' },
  yes: '✓\u00a0是',
  no: '✗\u00a0否',
  scenarioLead: (name, weeks, voice, voiceAfter, delivery, deliveryAfter) =>
    `在本模型及其假设之下，${quoted(name)}实行${weeks}周，说上话从${voice}变为${voiceAfter}，办成事从${delivery}变为${deliveryAfter}。`,
  withdrew: (scenario, agency, week) => `在${quoted(scenario)}中，${agency}于第${week}周撤出。`,
  outcomes: '各情景的成效',
  outcomesAlone: '成效',
  outcomesNote: baseline => `模拟结束时的数值。虚线为${quoted(baseline)}；括号内是与它的差。`,
  better: { higher: '越高越好', lower: '越低越好' },
  scenario: '情景',
  trajectories: '逐周变化',
  trajectoriesRibbons: names => `线：按默认值的模拟。色带：${names.map(quoted).join('、')}的十分之九的抽样世界。`,
  trajectoriesNote: '每条线是一次模拟，没有不确定性区间。',
  week: '周',
  inWeek: week => `第${week}周`,
  beforeAfter: name => `之前与之后：${name}`,
  beforeAfterNote: '位置相同，线宽的比例相同。第三幅图中，每条关系显示变化最大的维度。',
  changesTable: {
    from: '从',
    to: '到',
    layer: '关系维度',
    before: '之前',
    after: '之后',
    change: '变化',
    mechanism: '主要通过',
  },
  noChanges: '没有关系发生变化。',
  hours: '工时用在哪里',
  hoursNote: '各周平均，所有机构合计。文案与行政事务优先，策略的各项做法分享余下的工时，其余用于服务。',
  hoursAxis: '每周工时；图例中为平均值',
  hoursParts: { paperwork: '文案', chores: '行政事务', service: '服务', practices: '策略做法' },
  hoursTable: { mean: '每周工时', short: '需要而未得到', crowded: '服务工时与基准之差' },
  assumptions: '结论依据哪些假设',
  assumptionsNote: (count, assumed) =>
    `模型有${count}个参数，案例研究没有给出数值，${assumed === count ? '全部' : `其中${assumed}个`}为假设。每个参数都有取值范围，情景集从中抽取。`,
  assumptionsTable: { name: '参数', value: '取值', range: '取值范围', unit: '单位', source: '依据', why: '作用与理由' },
  assumptionsFold: count => `全部${count}项假设、取值范围与依据`,
  unit: unit => units[unit] ?? unit,
  source: source =>
    source
      .replace(/\bsize assumed\b/g, '数值为假设')
      .replace(/\bassumed\b/g, '假设')
      .replaceAll('; ', '；'),
  definitions: '各个数值的含义',
  definitionTable: { name: '名称', definition: '定义', range: '范围', better: '方向' },
  manifest: '如何重做',
  manifestNote: (version, seed, weeks) =>
    `guanxi ${version}，种子${seed}，${weeks}周。版本、网络、情景与种子相同，数值就相同。`,
  again: '情景数据',
  againCode: '调用方式',
  noPrediction: '这些数值比较的是模型中发生的事，不是对某地将要发生之事的预测。',
  between: '，',
}
