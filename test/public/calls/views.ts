import fc from 'fast-check'
import type { NetworkLike, RelationNetwork } from 'guanxi'
import * as v from 'guanxi/view'
import { drawnNetworks, toNetwork, withoutSelfTies } from '../../helpers/networks.ts'
import type { Call } from '../promises.ts'
import { flag, layer, maybe, seed } from './arbitraries.ts'

const graph = (network: NetworkLike) => network as RelationNetwork
const networks = drawnNetworks({ maxActors: 6 }).map(drawn => toNetwork(withoutSelfTies(drawn)))
const viewed = {
  layout: maybe(fc.constantFrom('auto', 'force', 'roles', 'levels')),
  layer: maybe(layer),
  lang: maybe(fc.constantFrom('zh', 'en')),
  seed: maybe(seed),
  size: maybe(fc.constantFrom('in', 'out', 'same')),
  group: maybe(fc.constant('sector')),
  theme: maybe(fc.constantFrom('light', 'dark', 'print')),
}
const runs = 15
/** An adapter takes the view of a network and no options. */
const adapter = (to: (view: v.NetworkView) => unknown): Call => ({
  networks,
  run: (n, o) => to(v.networkView(graph(n), o)),
  valid: viewed,
  runs,
})

export const views: Record<string, Call> = {
  compareView: {
    networks,
    run: (n, o) => v.compareView(graph(n), graph(n), o),
    valid: { ...viewed, threshold: maybe(fc.double({ min: 0, max: 1, noNaN: true })) },
    runs,
  },
  networkView: { networks, run: (n, o) => v.networkView(graph(n), o), valid: viewed },
  timelineView: { networks, run: (n, o) => v.timelineView([graph(n), graph(n)], o), valid: viewed, runs },
  toCytoscape: adapter(v.toCytoscape),
  toD3: adapter(v.toD3),
  toDot: adapter(v.toDot),
  toMermaid: adapter(v.toMermaid),
  toReactFlow: adapter(v.toReactFlow),
  toSigma: adapter(view => v.toSigma(view).export()),
  toSvg: {
    networks,
    run: (n, o) => v.toSvg(v.networkView(graph(n)), o),
    valid: { legend: flag, title: flag },
    runs,
  },
}
