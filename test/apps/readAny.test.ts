import { createNetwork, GuanxiError, type RelationNetwork, toDocument } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import {
  writeCytoscape,
  writeDl,
  writeEdgeList,
  writeGexf,
  writeGraphml,
  writeGraphology,
  writeJgf,
  writeKumu,
  writeMatrices,
  writePajek,
  writeQdpx,
} from 'guanxi/io'
import { describe, expect, test } from 'vitest'
import { readAny } from '../../examples/apps/explorer/src/readAny.ts'

const network = createNetwork(toDocument(xCommunity()))
const bytes = (text: string) => new TextEncoder().encode(text)
const files = (texts: Record<string, string>) =>
  Object.entries(texts).map(([name, text]) => ({ name, bytes: bytes(text) }))
const sizes = ({ order, size }: RelationNetwork) => [order, size]

describe('the explorer tells formats apart', () => {
  test.each([
    ['x.gexf', writeGexf(network).text],
    ['x.graphml', writeGraphml(network).text],
    ['x.xml', writeGexf(network).text],
    ['x.net', writePajek(network).text],
    ['x.txt', writeDl(network).text],
    ['x.json', JSON.stringify(toDocument(network))],
    ['cytoscape.json', writeCytoscape(network).text],
    ['graphology.json', writeGraphology(network).text],
    ['jgf.json', writeJgf(network).text],
    ['kumu.json', writeKumu(network).text],
    ['x.csv', 'from,to,trust\na,b,0.5\nb,a,0.1\n'],
    ['trust.csv', ',a,b\na,,0.5\nb,0.1,\n'],
  ])('%s', (name, text) => {
    const read = readAny(files({ [name]: text })).network
    expect(sizes(read)).toEqual(name.endsWith('.csv') ? [2, 2] : [8, 18])
  })
  test('several CSV files: a matrix a layer, or ties with actors', () => {
    expect(sizes(readAny(files(writeMatrices(network).files)).network)).toEqual([8, 18])
    const { text, actors } = writeEdgeList(network)
    const read = readAny(files({ 'actors.csv': actors, 'ties.csv': text })).network
    expect(sizes(read)).toEqual([8, 18])
    expect(read.getNodeAttribute('agency', 'kind')).toBe('social-work-agency')
  })
  test('a QDA project: its cases are actors', () => {
    expect(readAny([{ name: 'x.qdpx', bytes: writeQdpx(network).bytes }]).network.order).toBe(8)
  })
  test('what is none of these is refused', () => {
    expect(() => readAny(files({ 'x.docx': '' }))).toThrow('x.docx')
    for (const text of ['{"nodes":', 'null', '7'])
      expect(() => readAny(files({ 'x.json': text })), text).toThrow(GuanxiError)
  })
})
