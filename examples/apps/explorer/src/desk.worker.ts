import { actorLabel, type Evidence, freeze, kindLabel, type Lang, type RelationNetwork, toDocument } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { lossesInChinese } from 'guanxi/io'
import { asymmetry, betweenness, diagnose, hierarchy, pageRank, reciprocity, structuralHoles } from 'guanxi/metrics'
import { toHtml } from 'guanxi/report'
import { compareScenarios, runScenario } from 'guanxi/scenarios'
import {
  compareView,
  type NetworkView,
  networkView,
  type Sizing,
  type TieChange,
  timelineView,
  toSigma,
  toSvg,
  type ViewOptions,
} from 'guanxi/view'
import { faultOf } from './faultOf.ts'
import { headOf } from './lines.ts'
import { strategiesOf } from './practiceStrategies.ts'
import type {
  ActorFacts,
  Answered,
  Asked,
  Drawn,
  DrawnNode,
  Fault,
  Hours,
  Look,
  Measured,
  Opened,
  PicturePart,
  PlanResult,
  Questions,
  SizeName,
  TieFacts,
  TieRow,
} from './protocol.ts'
import { readAny } from './readAny.ts'

/** Above these a network is drawn with straight lines. */
const MANY_ACTORS = 300
const MANY_TIES = 2000
/** Ties in one message: what the page takes in without a stutter. */
const PART = 2000

interface Plan {
  readonly hours: Hours
  readonly weeks: number
  readonly steps: readonly number[]
  /** The network at each step, made when it is first drawn. */
  networks?: readonly RelationNetwork[]
}

let network: RelationNetwork
let opened: Opened
let plan: Plan | null = null
/** Places of the last layout by what it depends on: the same actors stay where they are from week to week. */
let places: { key: string; at: NonNullable<ViewOptions['places']> } | null = null
let scores: { key: string; values: [string, number | null][] } | null = null

const answers: { [name in keyof Questions]: (ask: Questions[name]['ask'], id: number) => Questions[name]['answer'] } = {
  open: ({ files }) => {
    const read = readAny(files)
    return take(read.network, files[0]!.name.replace(/\.[^.]*$/, ''), read.losses)
  },
  example: ({ lang }) => take(xCommunity(), lang === 'zh' ? 'X社区' : 'X community', []),
  draw: (look, id) => draw(look, id),
  rows: ({ lang, from, to }) => rows(lang, from, to),
  tie: ({ lang, source, target }) => tie(lang, source, target),
  actor: ({ lang, id }) => actor(lang, id),
  measure: ask => measure(ask),
  plan: ({ hours, weeks }) => runPlan(hours, weeks),
  document: () => toDocument(network),
  save: ({ what, ...look }) => save(what, look),
}

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  try {
    const answer = (answers[data.name] as (ask: unknown, id: number) => unknown)(data.ask, data.id)
    send({ id: data.id, answer })
  } catch (fault) {
    send({ id: data.id, fault: faultOf(fault) })
  }
}

function send(message: Answered): void {
  self.postMessage(message)
}

function take(read: RelationNetwork, name: string, losses: readonly string[]): Opened {
  const { layers, attributes } = freeze(read)
  const known = [...layers].filter(([, column]) => column.some(value => !Number.isNaN(value)))
  const large = read.order > MANY_ACTORS || read.size > MANY_TIES
  const next: Opened = {
    name: String(read.getAttribute('name') ?? name),
    actors: read.order,
    ties: read.size,
    layers: known.map(([layer]) => layer),
    attributes: [...attributes]
      .filter(([key, column]) => key !== 'label' && column.some(value => typeof value === 'string'))
      .map(([key]) => key),
    losses: { en: losses, zh: lossesInChinese(losses) },
    large,
    obstacle: obstacleOf(read),
  }
  network = read
  opened = next
  plan = null
  places = null
  scores = null
  return next
}

/** What keeps the scenario model from running on a network. */
function obstacleOf(read: RelationNetwork): Fault | null {
  try {
    runScenario(read, { strategies: [], weeks: 0 })
    return null
  } catch (fault) {
    return faultOf(fault)
  }
}

function draw(look: Look, id: number): Drawn {
  const view = viewOf(look)
  const graph = toSigma(view)
  const nodes = view.nodes.map(({ id: key, labelBox, x, y, size, label, group }) => {
    const own: DrawnNode = {
      ...graph.getNodeAttributes(key),
      group,
      radius: size,
      lines: labelBox?.lines ?? [label],
      anchor: labelBox?.anchor ?? 'middle',
      dx: labelBox ? labelBox.x - x : 0,
      dy: labelBox ? labelBox.y - y : size,
      forceLabel: !opened.large,
    }
    return { key, attributes: own }
  })
  const own = new Map<string, NetworkView['edges'][number] & { readonly change?: TieChange }>(
    view.edges.map(edge => [edge.id, edge]),
  )
  const edges = graph.mapEdges((key, attributes, source, target) => ({
    key,
    source,
    target,
    attributes: {
      ...attributes,
      dash: own.get(key)!.dash,
      hidden: !opened.large && own.get(key)!.dash !== 'solid',
      change: own.get(key)!.change ?? null,
      // Thousands of lines are read by how they add up.
      ...(opened.large ? { label: '', color: seeThrough(attributes.color) } : {}),
      type: `${opened.large ? 'arrow' : attributes.type}-${headOf(attributes.size)}`,
    },
  }))
  const part = (some: Partial<PicturePart>) => send({ id, part: { nodes: [], edges: [], ...some } })
  part({ nodes })
  for (let from = 0; from < edges.length; from += PART) part({ edges: edges.slice(from, from + PART) })
  return { title: view.title, description: view.description, legend: view.legend, bounds: boundsOf(view) }
}

/** A colour at a quarter of its strength; sigma adds colours as they are, so that the parts have to be weakened as well. */
function seeThrough(color: string): string {
  const parts = [1, 3, 5].map(i => Math.round(Number.parseInt(color.slice(i, i + 2), 16) / 4))
  return `#${[...parts, 64].map(part => part.toString(16).padStart(2, '0')).join('')}`
}

/** The middle of an arc lies half as far from the chord as its control point. */
function boundsOf({ nodes, edges }: NetworkView): Drawn['bounds'] {
  const at = new Map(nodes.map(node => [node.id, node]))
  const points = nodes.flatMap(({ x, y, size, labelBox: box }) => [
    [x - size, y - size],
    [x + size, y + size],
    ...(box
      ? [
          [box.x, box.y],
          [box.x + box.width, box.y + box.height],
        ]
      : []),
  ])
  const middles = edges.map(({ source, target, curvature }) => {
    const [a, b] = [at.get(source)!, at.get(target)!]
    return [(a.x + b.x - curvature * (b.y - a.y)) / 2, (a.y + b.y + curvature * (b.x - a.x)) / 2]
  })
  const x: [number, number] = [Infinity, -Infinity]
  const y: [number, number] = [Infinity, -Infinity]
  for (const [across, down] of [...points, ...middles] as [number, number][]) {
    x[0] = Math.min(x[0], across)
    x[1] = Math.max(x[1], across)
    y[0] = Math.min(y[0], -down)
    y[1] = Math.max(y[1], -down)
  }
  return nodes.length === 0 ? { x: [0, 1], y: [0, 1] } : { x, y }
}

function viewOf(look: Look): NetworkView {
  const { lang, theme, layer, layout, moment } = look
  const key = JSON.stringify([layout, layout === 'levels' ? layer : null, lang])
  const options: ViewOptions = {
    lang,
    theme,
    layout,
    size: sizing(look.size, layer),
    ...(layer === null ? {} : { layer }),
    ...(look.group === 'kind' ? {} : { group: look.group }),
    ...(places?.key === key ? { places: places.at } : {}),
  }
  const view = viewAt(moment, options)
  places = { key, at: view.nodes.map(({ id, x, y }) => ({ id, x, y })) }
  return view
}

function viewAt(moment: Look['moment'], options: ViewOptions): NetworkView {
  if (moment === 'read' || !plan) return networkView(network, options)
  const networks = stepsOf(plan)
  if (moment === 'change') return compareView(network, networks.at(-1)!, options).difference
  const at = plan.steps.findIndex(week => week >= moment)
  return timelineView(networks, options).views[at < 0 ? networks.length - 1 : at]!
}

/** A run of so many weeks passes through the same weeks as a longer one, so that each step is a run of its own. */
function stepsOf(made: Plan): readonly RelationNetwork[] {
  const strategies = strategiesOf(made.hours)
  made.networks ??= made.steps.map(weeks => (weeks === 0 ? network : runScenario(network, { strategies, weeks }).after))
  return made.networks
}

function sizing(size: SizeName, layer: string | null): Sizing {
  if (size === 'same') return 'same'
  if (size === 'in' || size === 'out') return layer === null ? 'same' : size
  return actorScores(size, layer)
}

function actorScores(size: SizeName, layer: string | null): [string, number | null][] {
  const key = `${size} ${layer}`
  if (scores?.key === key) return scores.values
  const options = layer === null ? {} : { layer, missing: 'skip' as const }
  const values =
    size === 'pageRank'
      ? pageRank(network, options)
      : size === 'betweenness'
        ? betweenness(network)
        : structuralHoles(network, options).constraint
  scores = { key, values: [...values] }
  return scores.values
}

function labelOf(id: string, lang: Lang): string {
  return actorLabel(id, network.getNodeAttribute(id, 'label'), lang)
}

function valuesOf(edge: string): (number | null)[] {
  const own = network.getEdgeAttributes(edge)
  return opened.layers.map(layer => (typeof own[layer] === 'number' ? own[layer] : null))
}

function rows(lang: Lang, from: number, to: number): TieRow[] {
  return network
    .edges()
    .slice(from, to)
    .map(edge => rowOf(edge, lang))
}

function rowOf(edge: string, lang: Lang): TieRow {
  const [source, target] = network.extremities(edge)
  return {
    source,
    target,
    sourceLabel: labelOf(source, lang),
    targetLabel: labelOf(target, lang),
    values: valuesOf(edge),
  }
}

function tie(lang: Lang, source: string, target: string): TieFacts | null {
  const edge = network.edge(source, target)
  if (edge === undefined) return null
  const back = network.edge(target, source)
  const evidence = network.getEdgeAttribute(edge, 'evidence')
  return {
    ...rowOf(edge, lang),
    returned: back === undefined ? null : valuesOf(back),
    evidence: Array.isArray(evidence) ? (evidence as Evidence[]).slice(0, 50) : [],
  }
}

function actor(lang: Lang, id: string): ActorFacts {
  const sums = (edges: readonly string[]) =>
    opened.layers.map((_, k) => edges.reduce((sum, edge) => sum + (valuesOf(edge)[k] ?? 0), 0))
  return {
    id,
    label: labelOf(id, lang),
    kind: kindLabel(network.getNodeAttribute(id, 'kind'), lang),
    given: sums(network.outEdges(id)),
    received: sums(network.inEdges(id)),
    partners: network
      .neighbors(id)
      .slice(0, 30)
      .map(other => ({
        id: other,
        label: labelOf(other, lang),
        out: network.hasEdge(id, other),
        in: network.hasEdge(other, id),
      })),
  }
}

function measure({ lang, layer, size }: Pick<Look, 'lang' | 'layer' | 'size'>): Measured {
  const options = layer === null ? {} : { layer, missing: 'skip' as const }
  const { ordered, circulating, returned } = hierarchy(network, options)
  const two = reciprocity(network, options)
  const of = size === 'same' || size === 'in' || size === 'out' ? [] : actorScores(size, layer)
  return {
    network: [
      ...(layer === null
        ? []
        : [{ name: 'asymmetry' as const, value: asymmetry(network, { layer, missing: 'skip' }) }]),
      { name: 'reciprocity', value: layer === null ? two.edgewise : two.weighted },
      { name: 'ordered', value: ordered },
      { name: 'circulating', value: circulating },
      { name: 'returned', value: returned },
    ],
    actors: [...of]
      .sort(([, a], [, b]) => (b ?? -Infinity) - (a ?? -Infinity) || 0)
      .slice(0, 10)
      .map(([id, value]) => ({ label: labelOf(id, lang), value })),
  }
}

function runPlan(hours: Hours, weeks: number): PlanResult {
  const planned = runScenario(network, { strategies: strategiesOf(hours), weeks })
  const unplanned = runScenario(network, { strategies: [], weeks })
  const every = network.order > 60 ? 4 : 1
  const steps = Array.from({ length: Math.ceil(weeks / every) + 1 }, (_, k) => Math.min(weeks, k * every))
  plan = { hours, weeks, steps }
  const { outcomes: before } = planned.timeline[0]!
  const after = planned.timeline.at(-1)!.outcomes
  const without = unplanned.timeline.at(-1)!.outcomes
  return {
    weeks,
    steps,
    withdrewInWeek: planned.withdrewInWeek,
    outcomes: (Object.keys(before) as (keyof typeof before)[]).map(name => ({
      name,
      before: before[name],
      unplanned: without[name],
      planned: after[name],
    })),
  }
}

function save(what: Questions['save']['ask']['what'], look: Look): string {
  if (what === 'svg') return toSvg(viewOf(look), { title: true })
  if (what === 'json') return `${JSON.stringify(toDocument(network), null, 2)}\n`
  if (!plan) return toHtml(diagnose(network), { lang: look.lang })
  const zh = look.lang === 'zh'
  return toHtml(
    compareScenarios(
      network,
      [
        { name: zh ? '维持现状' : 'as it is', strategies: [] },
        { name: zh ? '计划' : 'plan', strategies: strategiesOf(plan.hours) },
      ],
      { weeks: plan.weeks },
    ),
    { lang: look.lang },
  )
}
