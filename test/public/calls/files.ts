import fc from 'fast-check'
import type { NetworkLike, RelationNetwork } from 'guanxi'
import * as io from 'guanxi/io'
import { drawnNetworks, toNetwork, withoutSelfTies } from '../../helpers/networks.ts'
import type { Call } from '../promises.ts'
import { maybe, someLayers } from './arbitraries.ts'

const graph = (network: NetworkLike) => network as RelationNetwork
const networks = drawnNetworks({ maxActors: 6 }).map(drawn => toNetwork(withoutSelfTies(drawn)))
const lang = maybe(fc.constantFrom('zh', 'en'))
const reading = {
  maxCharacters: maybe(fc.constant(1_000_000)),
  maxTies: maybe(fc.constantFrom(0, 1, 100)),
  kind: maybe(fc.constant('someone')),
  parallel: maybe(fc.constantFrom('refuse', 'sum', 'first', 'max')),
}
const runs = 20

/** What is written, and read again with the options; the network that comes back has its numbers. */
const back = (
  write: (network: RelationNetwork) => string,
  read: (text: string, options: never) => io.ReadResult,
  valid: Call['valid'] = reading,
): Call => ({
  networks,
  run: (n, o) => {
    const { network, losses } = read(write(graph(n)), o)
    return { ties: network.mapEdges((_, attributes) => attributes), losses }
  },
  valid,
  refuses: ['INVALID_FILE'], // some formats cannot hold a network of no actors
  runs,
})
const writer = (write: (network: RelationNetwork, options: never) => unknown, valid: Call['valid'] = {}): Call => ({
  networks,
  run: (n, o) => write(graph(n), o),
  valid,
  runs,
})

export const files: Record<string, Call> = {
  readCytoscape: back(n => io.writeCytoscape(n).text, io.readCytoscape),
  readDl: back(n => io.writeDl(n).text, io.readDl),
  readEdgeList: back(n => io.writeEdgeList(n).text, io.readEdgeList),
  readGexf: back(n => io.writeGexf(n).text, io.readGexf),
  readGraphml: back(n => io.writeGraphml(n).text, io.readGraphml),
  readGraphology: back(n => io.writeGraphology(n).text, io.readGraphology),
  readJgf: back(n => io.writeJgf(n).text, io.readJgf),
  readKumu: back(n => io.writeKumu(n).text, io.readKumu),
  readPajek: back(n => io.writePajek(n).text, io.readPajek),
  writeCytoscape: writer(io.writeCytoscape, { lang }),
  writeDl: writer(io.writeDl, { format: maybe(fc.constantFrom('fullmatrix', 'edgelist1')) }),
  writeDot: writer(io.writeDot, { lang }),
  writeEdgeList: writer(io.writeEdgeList, { lang }),
  writeGexf: writer(io.writeGexf, {
    lang,
    version: maybe(fc.constantFrom('1.2', '1.3')),
    slice: maybe(fc.integer({ min: 0, max: 9 })),
  }),
  writeGexfSlices: writer((n, o) => io.writeGexfSlices([n, n], o), { lang }),
  writeGraphml: writer(io.writeGraphml, { lang }),
  writeGraphology: writer(io.writeGraphology, {}),
  writeJgf: writer(io.writeJgf, { lang }),
  writeKumu: writer(io.writeKumu, { lang }),
  writeMatrices: writer(io.writeMatrices, { layers: someLayers }),
  writePajek: writer(io.writePajek, {}),
  writeQdpx: writer(io.writeQdpx, { lang, name: maybe(fc.constant('社区')) }),
  writeR: writer(io.writeR, { lang, layers: someLayers }),
}
