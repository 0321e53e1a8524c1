import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RelationNetwork } from 'guanxi'
import {
  readCytoscape,
  readDl,
  readEdgeList,
  readGexf,
  readGraphml,
  readPajek,
  writeGexf,
  writeGraphml,
  writePajek,
} from 'guanxi/io'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { datasets, rich } from './helpers.ts'

const python = '/usr/bin/python3'

function runs(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const hasNetworkx = runs(python, ['-c', 'import networkx'])
const hasIgraph = runs(python, ['-c', 'import igraph'])
const hasR = runs('Rscript', ['-e', 'library(igraph); library(sna)'])

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guanxi-io-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function saved(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const inPython = (code: string, ...args: string[]) =>
  execFileSync(python, ['-c', code, ...args], { encoding: 'utf8', maxBuffer: 1e8 })
const inR = (code: string, ...args: string[]) =>
  execFileSync(
    'Rscript',
    ['-e', `suppressMessages({library(igraph); library(sna)}); a <- commandArgs(TRUE); ${code}`, ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )

/** `[source, target, value]` of a layer, sorted; unknown is left out. */
function arcs(network: RelationNetwork, layer: string): [string, string, number][] {
  return network
    .mapEdges((_, tie, source, target): [string, string, unknown] => [source, target, tie[layer]])
    .filter((arc): arc is [string, string, number] => typeof arc[2] === 'number')
    .sort((a, b) => (JSON.stringify(a.slice(0, 2)) < JSON.stringify(b.slice(0, 2)) ? -1 : 1))
}

const sorted = (list: [string, string, number][]) =>
  list.sort((a, b) => (JSON.stringify(a.slice(0, 2)) < JSON.stringify(b.slice(0, 2)) ? -1 : 1))

const krackhardt = () => datasets().find(({ key }) => key === 'krackhardt_hightech')!.network

describe.skipIf(!hasNetworkx)('networkx (skipped where python3 has no networkx)', () => {
  const dump = `
g = nx.DiGraph(g)
print(json.dumps([[(n, dict(d)) for n, d in g.nodes(data=True)], [(s, t, dict(d)) for s, t, d in g.edges(data=True)]]))`
  type Dump = [[string, Record<string, unknown>][], [string, string, Record<string, unknown>][]]

  test('reads our GraphML: actors, layers and attributes equal', () => {
    const path = saved('ours.graphml', writeGraphml(rich()).text)
    const [nodes, edges] = JSON.parse(
      inPython(`import sys, json, networkx as nx\ng = nx.read_graphml(sys.argv[1])${dump}`, path),
    ) as Dump
    expect(nodes.map(([id]) => id)).toEqual(rich().nodes())
    expect(nodes[0]![1]).toMatchObject({
      kind: 'street-office',
      'label.zh': '街道办',
      label: 'Street office',
      staff: 12,
      open: true,
    })
    for (const layer of ['power', 'resources', 'trust'])
      expect(sorted(edges.filter(([, , d]) => layer in d).map(([s, t, d]) => [s, t, d[layer] as number]))).toEqual(
        arcs(rich(), layer),
      )
  })
  test('reads our GEXF: actors, layers and attributes equal', () => {
    const path = saved('ours.gexf', writeGexf(rich(), { version: '1.2' }).text)
    const [nodes, edges] = JSON.parse(
      inPython(`import sys, json, networkx as nx\ng = nx.read_gexf(sys.argv[1], version='1.2draft')${dump}`, path),
    ) as Dump
    expect(nodes.map(([id]) => id)).toEqual(rich().nodes())
    expect(nodes[0]![1]).toMatchObject({
      kind: 'street-office',
      'label.zh': '街道办',
      label: 'Street office',
      staff: 12,
      open: true,
    })
    for (const layer of ['power', 'resources', 'trust'])
      expect(sorted(edges.filter(([, , d]) => layer in d).map(([s, t, d]) => [s, t, d[layer] as number]))).toEqual(
        arcs(rich(), layer),
      )
  })
  test('reads our Pajek of one relation; it takes further *Arcs lines for vertices', () => {
    const network = krackhardt()
    for (const edge of network.edges())
      network.replaceEdgeAttributes(edge, { advice: network.getEdgeAttribute(edge, 'advice')! })
    const path = saved('ours.net', writePajek(network).text)
    const count = inPython(
      `import sys, networkx as nx\ng = nx.read_pajek(sys.argv[1])\nprint(g.number_of_nodes(), g.is_directed())`,
      path,
    )
    expect(count.trim()).toBe(`${network.order} True`)
  })
  test('we read its GraphML, GEXF, Pajek, Cytoscape JSON and edge list', () => {
    const make = `
import sys, json, networkx as nx
g = nx.DiGraph()
g.add_node('甲', kind='community', staff=3, ok=True, label='x & y')
g.add_node('b"c', kind='residents', ratio=0.25)
g.add_edge('甲', 'b"c', trust=0.4, weight=2.0, note='<n>')
g.add_edge('b"c', '甲', trust=0.1, weight=0.5)
g.add_node('alone', kind='media')
f = sys.argv[1]
nx.write_graphml(g, f + '/nx.graphml'); nx.write_gexf(g, f + '/nx.gexf')
json.dump(nx.cytoscape_data(g), open(f + '/nx.cyjs', 'w'))
h = nx.DiGraph(); h.add_edge('甲', 'y z', weight=0.25); nx.write_pajek(h, f + '/nx.net')
for x in ['graphml', 'gexf', 'cyjs', 'net']: print(json.dumps(open(f + '/nx.' + x, encoding='utf8').read()))`
    const [graphml, gexf, cyjs, net] = inPython(make, folder)
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as string)
    for (const [name, { network }] of Object.entries({
      graphml: readGraphml(graphml!),
      gexf: readGexf(gexf!),
      cyjs: readCytoscape(cyjs!),
    })) {
      expect(network.nodes(), name).toEqual(['甲', 'b"c', 'alone'])
      expect(network.getNodeAttributes('甲'), name).toMatchObject({ kind: 'community', staff: 3, ok: true })
      expect(network.getEdgeAttributes(network.edge('甲', 'b"c')), name).toMatchObject({
        trust: 0.4,
        weight: 2,
        note: '<n>',
      })
      expect(network.getEdgeAttribute(network.edge('b"c', '甲'), 'trust'), name).toBe(0.1)
    }
    const { network } = readPajek(net!, { rename: { weight: 'trust' } })
    expect(arcs(network, 'trust')).toEqual([['甲', 'y z', 0.25]])
  })
})

describe.skipIf(!hasIgraph)('python-igraph (skipped where python3 has no igraph)', () => {
  const dump = `
print(json.dumps([(g.vs[e.source]['id'], g.vs[e.target]['id'], e.attributes()) for e in g.es]))`
  test('reads our GraphML: layers equal', () => {
    const path = saved('ours.graphml', writeGraphml(krackhardt()).text)
    const edges = JSON.parse(
      inPython(`import sys, json, igraph\ng = igraph.Graph.Read_GraphML(sys.argv[1])${dump}`, path),
    ) as [string, string, Record<string, number>][]
    expect(sorted(edges.map(([s, t, d]) => [s, t, d.advice!]))).toEqual(arcs(krackhardt(), 'advice'))
  })
  test('we read its GraphML and Pajek', () => {
    const make = `
import sys, json, igraph
g = igraph.Graph([(0, 1), (1, 0), (1, 2)], directed=True)
g.vs['name'] = ['甲', 'b', 'c d']; g.vs['kind'] = ['community'] * 3; g.vs['id'] = g.vs['name']; g.es['trust'] = [0.5, 0.25, 1.0]; g.es['weight'] = g.es['trust']
g.write_graphml(sys.argv[1] + '/ig.graphml'); g.write_pajek(sys.argv[1] + '/ig.net')
for x in ['graphml', 'net']: print(json.dumps(open(sys.argv[1] + '/ig.' + x, encoding='utf8').read()))`
    const [graphml, net] = inPython(make, folder)
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as string)
    const { network } = readGraphml(graphml!)
    expect(network.mapNodes((_, { name }) => name)).toEqual(['甲', 'b', 'c d'])
    expect(network.mapEdges((_, { trust }) => trust)).toEqual([0.5, 0.25, 1])
    expect(arcs(readPajek(net!, { rename: { weight: 'trust' } }).network, 'trust')).toEqual([
      ['b', 'c d', 1],
      ['b', '甲', 0.25],
      ['甲', 'b', 0.5],
    ])
  })
})

describe.skipIf(!hasR)('R with igraph and sna (skipped where they are not installed)', () => {
  test('igraph reads our GraphML: layers equal', () => {
    const path = saved('r.graphml', writeGraphml(krackhardt()).text)
    const csv = inR(
      `g <- read_graph(a[1], 'graphml'); e <- as_edgelist(g, names = FALSE); write.csv(data.frame(source = V(g)$id[e[, 1]], target = V(g)$id[e[, 2]], advice = E(g)$advice), row.names = FALSE)`,
      path,
    )
    expect(arcs(readEdgeList(csv).network, 'advice')).toEqual(arcs(krackhardt(), 'advice'))
  })
  test("we read sna's DL and igraph's GraphML", () => {
    const { network } = readDl(
      inR(
        "m <- matrix(c(0, 0.5, 0.25, 0), 2); rownames(m) <- c('a', 'b'); colnames(m) <- c('a', 'b'); f <- tempfile(); write.dl(m, f, vertex.lab = c('a', 'b')); cat(readLines(f), sep = '\\n')",
      ),
    )
    expect(
      arcs(network, 'weight').length +
        arcs(
          network,
          network.getEdgeAttributes(network.edges()[0]!) &&
            Object.keys(network.getEdgeAttributes(network.edges()[0]!))[0]!,
        ).length,
    ).toBeGreaterThan(0)
    expect(network.size).toBe(2)
    const graphml = inR(
      "g <- graph_from_literal(a -+ b); E(g)$trust <- 0.75; f <- tempfile(); write_graph(g, f, 'graphml'); cat(readLines(f), sep = '\\n')",
    )
    expect(readGraphml(graphml).network.mapEdges((_, { trust }) => trust)).toEqual([0.75])
  })
})
