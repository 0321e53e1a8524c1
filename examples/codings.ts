// Table 1 of the case study, from coded segments to ties: six codes, 234 coded passages, each as evidence of a tie.
import { codings, xCommunity } from 'guanxi/cases'
import { coderAgreement, readQdpx, type Segment, tiesFromCodings, writeQdpx } from 'guanxi/io'

// A project as NVivo or QualCoder would export it, actors as cases; the counts of the table stand for its segments.
const project = readQdpx(writeQdpx(xCommunity()).bytes)
const codes = codings.map(({ code, label }) => ({
  guid: code,
  name: label.zh,
  parent: null,
  description: label.en,
  color: null,
}))
const segments = codings.flatMap(({ code, count }): Segment[] =>
  Array.from({ length: count }, (_, i) => ({
    selection: `${code} ${i}`,
    source: 'field notes',
    code,
    coder: null,
    start: null,
    end: null,
    text: null,
  })),
)

// Which tie each code speaks of, and on which layer: the reading is ours to defend, the counting is not. Conflict is a layer of its
// own: how often it was spoken of says nothing about how much trust is left.
const { network, losses } = tiesFromCodings(
  { ...project, codes, segments },
  {
    layers: {
      项目指标: 'power',
      文案材料: 'power',
      合作服务: 'resources',
      工作冲突: 'conflict',
      需求分析: 'resources',
      服务关系: 'trust',
    },
    ties: {
      项目指标: ['street', 'agency'],
      文案材料: ['street', 'agency'],
      合作服务: ['community', 'agency'],
      工作冲突: ['community', 'agency'],
      需求分析: ['agency', 'residents'],
      服务关系: ['residents', 'agency'],
    },
    evidence: 3,
  },
)
network.forEachEdge((_, { power, resources, trust, conflict, evidence }, source, target) => {
  const held = Object.entries({ power, resources, trust, conflict }).map(
    ([layer, value]) => `${layer} ${typeof value === 'number' ? value.toFixed(2) : 'unknown'}`,
  )
  console.log(`${source} → ${target}: ${held.join(', ')} (${evidence?.[0]?.code}, …)`)
})
console.log(losses.join('\n'))

// Two coders on the first ten characters of an interview: they agree on eight.
const source = { guid: 'i', name: 'interview', type: 'text' as const, text: '街道要的材料太多了。', variables: {} }
const span = (coder: string, start: number, end: number): Segment => ({
  selection: `${coder} ${start}`,
  source: 'i',
  code: 'paperwork',
  coder,
  start,
  end,
  text: source.text.slice(start, end),
})
const agreement = coderAgreement({ codes, sources: [source], segments: [span('甲', 0, 6), span('乙', 2, 6)] })
const [{ name, alpha, pairs }] = agreement.codes as [(typeof agreement.codes)[0]]
console.log(`${name}: Krippendorff's alpha ${alpha.alpha?.toFixed(3)}, Cohen's kappa ${pairs[0]?.kappa?.toFixed(3)}`)
