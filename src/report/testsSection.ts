import { format } from 'd3-format'
import type { DiagnosisTest } from '../inference/testDiagnosis.ts'
import { type Lang, layerLabel } from '../model/labels.ts'
import type { Block } from './blocks.ts'
import { numbers } from './numbers.ts'

interface TestWords {
  readonly heading: string
  readonly note: string
  readonly columns: readonly [string, string, string, string, string, string]
  readonly questions: Readonly<Record<DiagnosisTest['test'], string>>
  readonly silent: string
  readonly silentNote: string
  readonly exact: string
}

const words: Readonly<Record<Lang, TestWords>> = {
  en: {
    heading: 'Is it more than chance?',
    note: 'Each row asks one question of one layer (or two) and compares what is observed with what chance alone gives. p: how often chance gives as much, both tails; adjusted: for asking so many questions at once (Holm). With so few actors, a large p is no proof of evenness.',
    columns: ['Question', 'Layer', 'Observed', 'By chance', 'p', 'p adjusted'],
    questions: {
      strengths: 'Is more returned than the actors’ totals alone would give? (weighted reciprocity)',
      weights:
        'Do weights match within pairs more than the same weights laid at random on the same ties? (weighted reciprocity)',
      directions: 'Is there more order than if each pair had tossed a coin for its direction? (incoherence)',
      groups: 'Does what is given differ between kinds of actor? (Theil between groups)',
      qap: 'Do two layers run along the same ties? (QAP correlation)',
      'qap-transposed': 'Is one layer returned as another, or as itself? (QAP correlation with the transpose)',
    },
    silent: '–',
    silentNote:
      'A dash: the test says nothing on this network, since its statistic cannot vary under its null or a value is unknown.',
    exact: 'p values of dyad directions and of small networks are exact; the others are estimated from random draws.',
  },
  zh: {
    heading: '是否超出偶然？',
    note: '每一行就一个（或两个）维度提一个问题，把观测值与仅凭偶然的结果相比较。p：偶然达到同样程度的频率（双侧）；校正 p：考虑同时提出多个问题（Holm 法）。行动者很少时，p 值大并不证明关系均衡。',
    columns: ['问题', '维度', '观测值', '随机预期', 'p', '校正 p'],
    questions: {
      strengths: '回报是否多于仅由各行动者总量所决定的程度？（加权互惠性）',
      weights: '二方之内的权重是否比同样的权重随机落在同样的关系上更相称？（加权互惠性）',
      directions: '是否比每对关系随机决定方向更有秩序？（层级不一致度）',
      groups: '不同类型行动者的给予是否不同？（组间泰尔指数）',
      qap: '两个维度是否沿着同样的关系分布？（QAP 相关）',
      'qap-transposed': '一个维度是否以另一维度（或自身）得到回报？（与转置矩阵的 QAP 相关）',
    },
    silent: '—',
    silentNote: '横线表示该检验在此网络上无法回答：统计量在零假设下不会变化，或有值未知。',
    exact: '方向检验与小网络的 p 值是精确的，其余由随机抽样估计。',
  },
}

const three = format('.3f')

/** The tests that stand beside a diagnosis, as a section of its report. */
export function testsSection(tests: readonly DiagnosisTest[], lang: Lang): Block[] {
  const { heading, note, columns, questions, silent, silentNote, exact } = words[lang]
  const { index } = numbers(lang)
  const p = (value: number | null) => (value === null ? silent : value < 0.001 ? '< 0.001' : three(value))
  const layersOf = ({ layer, other }: DiagnosisTest) =>
    other === null || other === layer
      ? layerLabel(layer, lang)
      : `${layerLabel(layer, lang)} · ${layerLabel(other, lang)}`
  return [
    { type: 'heading', text: heading },
    { type: 'text', text: note },
    {
      type: 'table',
      columns: columns.map((label, i) => (i < 2 ? { label } : { label, numeric: true })),
      rows: tests.map(row => [
        questions[row.test],
        layersOf(row),
        row.observed === null ? silent : index(row.observed),
        row.expected === null ? silent : index(row.expected),
        p(row.pTwoSided),
        p(row.pAdjusted),
      ]),
    },
    {
      type: 'text',
      text: tests.some(({ reason }) => reason !== null) ? `${exact}${lang === 'zh' ? '' : ' '}${silentNote}` : exact,
    },
  ]
}
