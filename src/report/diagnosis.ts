import type { DiagnosisTest } from '../inference/testDiagnosis.ts'
import type { Dependence } from '../metrics/dependence.ts'
import type { Diagnosis, LayerDiagnosis } from '../metrics/diagnose.ts'
import { actorLabel, type Label, type Lang, layerLabel } from '../model/labels.ts'
import { version } from '../model/version.ts'
import { networkView } from '../view/networkView.ts'
import { haveRoles } from '../view/rolePlaces.ts'
import { toSvg } from '../view/toSvg.ts'
import type { Theme } from '../view/types.ts'
import type { Block, Figure, Report, Row } from './blocks.ts'
import { scaleBar } from './charts/scaleBar.ts'
import { figure } from './figure.ts'
import { numbers } from './numbers.ts'
import { testsSection } from './testsSection.ts'
import { type ReportWords, reportWords, type ScaleWords } from './words/reportWords.ts'

/** Dyads listed for each layer, and dependences. */
const LISTED = 5
/** Above this many actors a picture says nothing on a page. */
const DRAWN = 150

/** The report of a diagnosis: who stands over whom, by how much, in which layer. */
export function diagnosisReport(diagnosis: Diagnosis, lang: Lang, tests: readonly DiagnosisTest[] = []): Report {
  const words = reportWords(lang)
  const name = namer(diagnosis, lang)
  return {
    title: words.diagnosisTitle(diagnosis.name),
    blocks: [
      { type: 'lead', text: lead(diagnosis, lang, words, name) },
      { type: 'heading', text: words.pictures },
      ...pictures(diagnosis, lang, words),
      ...shares(diagnosis, lang, words),
      { type: 'heading', text: words.dyads },
      { type: 'text', text: words.dyadsNote },
      dyadTable(diagnosis, lang, words, name),
      ...dependences(diagnosis, lang, words, name),
      { type: 'heading', text: words.logics },
      { type: 'text', text: words.logicsNote },
      ...scales(diagnosis, lang, words, name),
      ...(tests.length > 0 ? testsSection(tests, lang) : []),
      { type: 'heading', text: words.notComputed },
      diagnosis.undefined.length === 0
        ? { type: 'text', text: words.allComputed }
        : { type: 'list', items: diagnosis.undefined.map(({ what, why }) => words.because(what, why[lang])) },
      { type: 'heading', text: words.methods },
      { type: 'list', items: words.diagnosisMethods },
      { type: 'list', items: words.references },
      { type: 'text', text: words.cite(version) },
    ],
  }
}

type Namer = (id: string) => string

function namer(diagnosis: Diagnosis, lang: Lang): Namer {
  const labels = new Map(
    diagnosis.actors.map(({ id, label }) => [id, actorLabel(id, label as Label | undefined, lang)]),
  )
  return id => labels.get(id) ?? id
}

function lead({ layers }: Diagnosis, lang: Lang, words: ReportWords, name: Namer): string {
  const { percent, index } = numbers(lang)
  const said = layers.filter(({ asymmetry }) => asymmetry !== null)
  const power = said.find(({ layer }) => layer === 'power')
  const top = power?.net[0]
  const low = power?.net.at(-1)
  const parts: string[] = []
  if (power && top && low && top.net > low.net) {
    parts.push(words.lead(name(top.id), name(low.id), percent(power.asymmetry)))
    const pair = power.dyads[0]
    if (pair) {
      const [giver, receiver] = pair.difference >= 0 ? [pair.a, pair.b] : [pair.b, pair.a]
      parts.push(
        words.leadPair(
          name(giver),
          name(receiver),
          index(Math.max(pair.forward, pair.backward)),
          index(Math.min(pair.forward, pair.backward)),
        ),
      )
    }
  } else parts.push(words.leadEven)
  const others = said.filter(({ layer }) => layer !== 'power')
  if (others.length > 0)
    parts.splice(
      1,
      0,
      words.leadOthers(
        others.map(({ layer, asymmetry }) => ({ layer: layerLabel(layer, lang), share: percent(asymmetry) })),
      ),
    )
  return parts.join(lang === 'zh' ? '' : ' ')
}

function pictures({ network, actors, layers }: Diagnosis, lang: Lang, words: ReportWords): Block[] {
  if (network === null) return [{ type: 'text', text: words.noPictures }]
  const shown = layers.filter(({ ties }) => ties > 0)
  if (shown.length === 0 || actors.length > DRAWN) return []
  const byRole = haveRoles(actors.map(({ kind }) => kind))
  const first = networkView(network, { layer: shown[0]!.layer, lang, layout: byRole ? 'auto' : 'levels' })
  const places = first.nodes.map(({ id, x, y }) => ({ id, x, y }))
  const figures = shown.map(({ layer }, i): Figure => {
    const view = (theme: Theme) => networkView(network, { layer, lang, places, theme })
    const { title } = i === 0 ? first : view('light')
    return { name: `network-${layer}`, title, caption: title, draw: theme => toSvg(view(theme)) }
  })
  return [
    { type: 'text', text: words.picturesNote, ofPicture: true },
    { type: 'figures', figures, wide: true },
  ]
}

function shares({ layers }: Diagnosis, lang: Lang, words: ReportWords): Block[] {
  const { percent } = numbers(lang)
  const table = words.layerTable
  const unknown = layers.some(layer => layer.unknown > 0)
  const numeric = (label: string) => ({ label, numeric: true })
  return [
    {
      type: 'table',
      columns: [
        { label: table.layer },
        ...[table.oneWay, table.ordered, table.circulating, table.returned, table.ties].map(numeric),
        ...(unknown ? [numeric(table.unknown)] : []),
      ],
      rows: layers.map(({ layer, asymmetry, hierarchy, ties, unknown: left }) => [
        layerLabel(layer, lang),
        percent(asymmetry),
        percent(hierarchy.ordered),
        percent(hierarchy.circulating),
        percent(hierarchy.returned),
        String(ties),
        ...(unknown ? [String(left)] : []),
      ]),
    },
    { type: 'text', text: words.sharesNote },
  ]
}

function dyadTable({ layers }: Diagnosis, lang: Lang, words: ReportWords, name: Namer): Block {
  const { index } = numbers(lang)
  const table = words.dyadTable
  return {
    type: 'table',
    columns: [
      { label: table.layer },
      { label: table.pair },
      { label: table.forward, numeric: true },
      { label: table.backward, numeric: true },
      { label: table.asymmetry, numeric: true },
      { label: table.words },
    ],
    rows: layers.flatMap(({ layer, dyads }) =>
      dyads.slice(0, LISTED).map(({ a, b, forward, backward, difference, asymmetry }) => {
        const [giver, receiver] = difference >= 0 ? [name(a), name(b)] : [name(b), name(a)]
        return [
          layerLabel(layer, lang),
          `${giver} → ${receiver}`,
          index(Math.max(forward, backward)),
          index(Math.min(forward, backward)),
          index(asymmetry),
          difference === 0
            ? words.dyadEven
            : words.dyadWords(layer, giver, receiver, Math.min(forward, backward) === 0),
        ]
      }),
    ),
  }
}

function dependences({ layers }: Diagnosis, lang: Lang, words: ReportWords, name: Namer): Block[] {
  const { index, percent } = numbers(lang)
  const rows = (layers.find(({ layer }) => layer === 'resources')?.dependence ?? []).filter(
    (row): row is Dependence & { aOnB: number; bOnA: number } => row.aOnB !== null && row.bOnA !== null,
  )
  if (rows.length === 0) return []
  return [
    { type: 'heading', text: words.dependence },
    { type: 'text', text: words.dependenceNote },
    {
      type: 'table',
      columns: [
        { label: words.dependenceTable.pair },
        { label: words.dependenceTable.imbalance, numeric: true },
        { label: words.dependenceTable.mutual, numeric: true },
        { label: words.dependenceTable.words },
      ],
      rows: rows.slice(0, 2 * LISTED).map(({ a, b, aOnB, bOnA, imbalance, mutual }) => {
        const [weak, strong, share, back] = aOnB >= bOnA ? [a, b, aOnB, bOnA] : [b, a, bOnA, aOnB]
        return [
          `${name(weak)} – ${name(strong)}`,
          index(imbalance),
          index(mutual),
          share === back
            ? words.evenDependence(name(a), name(b), percent(share))
            : words.dependsOn(name(weak), name(strong), percent(share), percent(back)),
        ]
      }),
    },
  ]
}

interface Scale extends ScaleWords {
  readonly value: number | null
  readonly domain: readonly [number, number]
}

function scales({ logics, standings }: Diagnosis, lang: Lang, words: ReportWords, name: Namer): Block[] {
  const { index } = numbers(lang)
  const { orientation, embedding, acquaintance } = logics
  const scale = (
    which: keyof ReportWords['scales'],
    value: number | null,
    domain: readonly [number, number],
  ): Scale => ({
    ...words.scales[which],
    value,
    domain,
  })
  const several = standings.length > 1
  const all: Scale[] = [
    ...(orientation ? [scale('orientation', orientation.index, [-1, 1])] : []),
    ...(embedding ? [scale('oneWay', embedding.oneWay, [-1, 1]), scale('reverse', embedding.reverse, [-1, 1])] : []),
    ...(acquaintance
      ? [scale('gap', acquaintance.gap, [-1, 1]), scale('brokered', acquaintance.brokered, [0, 1])]
      : []),
    ...standings.flatMap(({ id, voice, delivery }) =>
      [scale('voice', voice, [0, 1]), scale('delivery', delivery, [0, 1])].map(one =>
        several ? { ...one, label: words.of(one.label, name(id)) } : one,
      ),
    ),
  ]
  if (all.length === 0) return []
  return [
    {
      type: 'figures',
      figures: all.map(({ label, value, domain, low, high }) =>
        figure(`scale-${label}`, label, () => scaleBar({ title: label, value, domain, low, high, lang })),
      ),
    },
    {
      type: 'table',
      insteadOfPicture: true,
      columns: [
        { label: words.scaleTable.number },
        { label: words.scaleTable.value, numeric: true },
        { label: words.scaleTable.low },
        { label: words.scaleTable.high },
      ],
      rows: all.map(({ label, value, domain, low, high }) => [
        label,
        index(value),
        `${index(domain[0])}: ${low}`,
        `${index(domain[1])}: ${high}`,
      ]),
    },
  ]
}

/** Tidy rows: a measure of a layer, of an actor or of a pair each. */
export function diagnosisRows({ layers, logics, standings }: Diagnosis): Row[] {
  const row = (
    layer: string | null,
    measure: string,
    value: number | null,
    actor: string | null = null,
    other: string | null = null,
  ): Row => ({
    layer,
    measure,
    actor,
    other,
    value,
  })
  const fields = (record: object | null, prefix: string) =>
    Object.entries(record ?? {}).map(([key, value]) => row(null, `${prefix}.${key}`, value as number | null))
  return [
    ...layers.flatMap((one: LayerDiagnosis) => [
      row(one.layer, 'ties', one.ties),
      row(one.layer, 'total', one.total),
      row(one.layer, 'unknown', one.unknown),
      row(one.layer, 'asymmetry', one.asymmetry),
      ...Object.entries(one.reciprocity).map(([key, value]) => row(one.layer, `reciprocity.${key}`, value)),
      ...(['mutual', 'asymmetric', 'absent'] as const).map(key => row(one.layer, `census.${key}`, one.census[key])),
      ...(['incoherence', 'ordered', 'circulating', 'returned'] as const).map(key =>
        row(one.layer, `hierarchy.${key}`, one.hierarchy[key]),
      ),
      ...[...one.hierarchy.levels].map(([id, level]) => row(one.layer, 'hierarchy.level', level, id)),
      ...(['given', 'got'] as const).flatMap(side =>
        (['gini', 'theil', 'between', 'within'] as const).map(key =>
          row(one.layer, `inequality.${side}.${key}`, one.inequality[side][key]),
        ),
      ),
      ...one.net.flatMap(({ id, given, got, net }) => [
        row(one.layer, 'given', given, id),
        row(one.layer, 'got', got, id),
        row(one.layer, 'net', net, id),
      ]),
      ...one.dyads.flatMap(({ a, b, forward, backward, asymmetry }) => [
        row(one.layer, 'forward', forward, a, b),
        row(one.layer, 'backward', backward, a, b),
        row(one.layer, 'dyad.asymmetry', asymmetry, a, b),
      ]),
      ...one.dependence.flatMap(({ a, b, aOnB, bOnA, imbalance, mutual }) => [
        row(one.layer, 'dependence', aOnB, a, b),
        row(one.layer, 'dependence', bOnA, b, a),
        row(one.layer, 'imbalance', imbalance, a, b),
        row(one.layer, 'mutual', mutual, a, b),
      ]),
    ]),
    ...fields(logics.orientation, 'orientation'),
    ...fields(logics.embedding, 'embedding'),
    ...fields(logics.acquaintance, 'acquaintance'),
    ...standings.flatMap(({ id, voice, delivery }) => [
      row(null, 'voice', voice, id),
      row(null, 'delivery', delivery, id),
    ]),
  ]
}
