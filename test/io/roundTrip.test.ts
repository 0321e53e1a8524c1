import fc from 'fast-check'
import { createNetwork, type RelationNetwork } from 'guanxi'
import {
  readCytoscape,
  readDl,
  readEdgeList,
  readGexf,
  readGraphml,
  readGraphology,
  readJgf,
  readKumu,
  readMatrices,
  readPajek,
  writeCytoscape,
  writeDl,
  writeEdgeList,
  writeGexf,
  writeGexfSlices,
  writeGraphml,
  writeGraphology,
  writeJgf,
  writeKumu,
  writeMatrices,
  writePajek,
} from 'guanxi/io'
import { describe, expect, test } from 'vitest'
import { datasets, numbers, plain, rich } from './helpers.ts'

/** There and back. `whole` formats hold every attribute; the others hold actors and numbers of ties. */
const formats: Record<string, { whole: boolean; back: (network: RelationNetwork) => RelationNetwork }> = {
  gexf: { whole: true, back: n => readGexf(writeGexf(n).text).network },
  'gexf 1.2': { whole: true, back: n => readGexf(writeGexf(n, { version: '1.2' }).text).network },
  graphml: { whole: true, back: n => readGraphml(writeGraphml(n).text).network },
  csv: {
    whole: true,
    back: n => {
      const { text, actors } = writeEdgeList(n)
      return readEdgeList(text, { actors }).network
    },
  },
  jgf: { whole: true, back: n => readJgf(writeJgf(n).text).network },
  cytoscape: { whole: true, back: n => readCytoscape(writeCytoscape(n).text).network },
  graphology: { whole: true, back: n => readGraphology(writeGraphology(n).text).network },
  kumu: { whole: true, back: n => readKumu(writeKumu(n).text).network },
  pajek: { whole: false, back: n => readPajek(writePajek(n).text).network },
  'dl as matrices': { whole: false, back: n => readDl(writeDl(n, { format: 'fullmatrix' }).text).network },
  'dl as a list': { whole: false, back: n => readDl(writeDl(n, { format: 'edgelist1' }).text).network },
}

describe('a rich network', () => {
  for (const [name, { whole, back }] of Object.entries(formats))
    test(name, () => {
      const network = rich()
      const before = JSON.stringify(network.export())
      const returned = back(network)
      expect(JSON.stringify(network.export())).toBe(before)
      if (whole) expect(plain(returned)).toEqual(plain(network))
      else {
        expect(returned.nodes()).toEqual(network.nodes())
        expect(numbers(returned)).toEqual(numbers(network))
      }
    })
  test('matrices: the tie that is zero everywhere is a loss, and no other', () => {
    const network = rich()
    const { files, losses } = writeMatrices(network, { layers: ['power', 'resources', 'trust'] })
    const returned = readMatrices(files).network
    expect(losses.join()).toMatch(/1 tie that is zero on every layer/)
    network.dropEdge(network.edge('10', '2'))
    for (const edge of network.edges()) for (const name of ['weight', 'since']) network.removeEdgeAttribute(edge, name)
    expect(numbers(returned)).toEqual(numbers(network))
  })
  test('unknown stays unknown and zero stays zero in every format', () => {
    for (const [name, { back }] of Object.entries(formats)) {
      const returned = back(rich())
      const at = (s: string, t: string) => returned.getEdgeAttributes(returned.edge(s, t))
      expect(at('street', '社工 机构').trust ?? null, name).toBeNull()
      expect(at('2', '10').power ?? null, name).toBeNull()
      expect(at('10', '2').power, name).toBe(0)
    }
  })
  test('the name of the network', () => {
    for (const back of ['gexf', 'graphml', 'jgf', 'cytoscape', 'graphology'])
      expect(formats[back]!.back(rich()).getAttribute('name'), back).toBe(rich().getAttribute('name'))
  })
  test('slices: a file a wave', () => {
    const { files } = writeGexfSlices([rich(), rich()])
    expect(Object.keys(files)).toEqual(['wave-0.gexf', 'wave-1.gexf'])
    expect(plain(readGexf(files['wave-1.gexf']!).network)).toEqual(plain(rich()))
  })
})

describe('every data set of the field', () => {
  for (const { key, network } of datasets())
    for (const [name, { whole, back }] of Object.entries(formats)) {
      if (name === 'dl as matrices' && network.order > 1000) continue
      test(`${key} as ${name}`, () => {
        const returned = back(network)
        expect(returned.nodes()).toEqual(network.nodes())
        expect(numbers(returned)).toEqual(numbers(network))
        if (whole) expect(plain(returned).actors).toEqual(plain(network).actors)
      })
    }
})

describe('laws', () => {
  const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }).filter(id => !(id in Object.prototype))
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(x => (Object.is(x, -0) ? 0 : x)),
    fc.boolean(),
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.constant(null),
    fc.array(fc.integer(), { maxLength: 2 }),
  )
  const attribute = fc.constantFrom('a', 'b:text', 'c.d', '属性', 'constructor')
  const more = fc.dictionary(attribute, value, { maxKeys: 3 })
  const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map(x => x + 0))
  const drawn = fc
    .tuple(fc.uniqueArray(word, { minLength: 2, maxLength: 5 }), fc.array(more, { minLength: 5, maxLength: 5 }))
    .chain(([ids, attributes]) => {
      const id = fc.constantFrom(...ids)
      return fc
        .uniqueArray(fc.record({ source: id, target: id, power: share, resources: share, trust: share, more }), {
          selector: ({ source, target }) => JSON.stringify([source, target]),
          maxLength: 6,
        })
        .map(ties => ({
          actors: ids.map((id, i) => ({ ...attributes[i], id, kind: `k${i % 2}` })),
          ties: ties.filter(({ source, target }) => source !== target).map(({ more, ...tie }) => ({ ...more, ...tie })),
        }))
    })
  for (const name of ['jgf', 'cytoscape', 'graphology', 'kumu'])
    test(`${name}: any network comes back as it was`, () =>
      fc.assert(
        fc.property(drawn, document => {
          const network = createNetwork(document as never)
          expect(plain(formats[name]!.back(network))).toEqual(plain(network))
        }),
        { numRuns: 200, seed: 3 },
      ))
  // Formats of text cannot hold control characters, and labels of Pajek and DL no quotation marks.
  const holdable = (document: object) =>
    !/\\u|\\[bfnrt"\\]|[\p{C}\p{Z}]/u.test(JSON.stringify(document).replace(/\\"\\"/g, ''))
  for (const name of ['gexf', 'graphml', 'csv', 'pajek', 'dl as matrices', 'dl as a list'])
    test(`${name}: any network of plain words comes back as far as the format goes`, () =>
      fc.assert(
        fc.property(drawn.filter(holdable), document => {
          const network = createNetwork(document as never)
          const returned = formats[name]!.back(network)
          if (formats[name]!.whole) expect(plain(returned)).toEqual(plain(network))
          else expect(returned.nodes()).toEqual(network.nodes())
        }),
        { numRuns: 150, seed: 5 },
      ))
})
