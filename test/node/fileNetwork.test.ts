import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GuanxiError, type RelationNetwork, toDocument } from 'guanxi'
import { xCommunity } from 'guanxi/cases'
import { readFileNetwork, writeFileNetwork } from 'guanxi/node'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'guanxi-files-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

const values = (network: RelationNetwork) =>
  toDocument(network)
    .ties.map(({ source, target, power, resources, trust }) => [source, target, power, resources, trust].join())
    .sort()

describe('there and back by the ending', () => {
  test.each([
    'x.gexf',
    'x.graphml',
    'x.net',
    'x.dl',
    'x.csv',
    'x.jgf',
    'x.cyjs',
    'x.json',
    'x.jgf.json',
    'x.cytoscape.json',
    'x.graphology.json',
    'x.kumu.json',
    'X.GRAPHML',
  ])('%s', async name => {
    await writeFileNetwork(at(name), xCommunity())
    expect(values((await readFileNetwork(at(name))).network)).toEqual(values(xCommunity()))
  })
  test('a .json file is told by its fields', async () => {
    for (const kind of ['jgf', 'cytoscape', 'graphology', 'kumu']) {
      await writeFileNetwork(at('any.json'), xCommunity(), { format: `${kind}.json` })
      expect(values((await readFileNetwork(at('any.json'))).network), kind).toEqual(values(xCommunity()))
    }
  })
  test('actors stand beside a table of ties, partitions beside a Pajek network', async () => {
    const { files } = await writeFileNetwork(at('beside.csv'), xCommunity())
    expect(files).toEqual([at('beside.csv'), at('beside.actors.csv')])
    expect((await readFileNetwork(at('beside.csv'))).network.getNodeAttribute('agency', 'kind')).toBe(
      'social-work-agency',
    )
    await writeFileNetwork(at('beside.net'), xCommunity())
    expect(readdirSync(folder)).toContain('beside.kind.clu')
  })
  test('dot and qdpx are written, not read', async () => {
    await writeFileNetwork(at('x.dot'), xCommunity())
    await writeFileNetwork(at('x.qdpx'), xCommunity())
    await expect(readFileNetwork(at('x.qdpx'))).rejects.toMatchObject({ code: 'INVALID_OPTION' })
  })
})

describe('what people have', () => {
  const table = '来源,目标,信任\n社区,机构,0.5\n'
  test('a table in GB 18030, and one in UTF-16', async () => {
    const gb = Buffer.from([0xc0, 0xb4, 0xd4, 0xb4, 0x2c, 0xc4, 0xbf, 0xb1, 0xea, 0x0a, 0x61, 0x2c, 0x62, 0x0a])
    writeFileSync(at('gb.csv'), gb)
    await expect(readFileNetwork(at('gb.csv'))).rejects.toThrow(/gb\.csv: not utf-8 text .*gb18030/)
    expect((await readFileNetwork(at('gb.csv'), { encoding: 'gb18030' })).network.nodes()).toEqual(['a', 'b'])
    writeFileSync(at('utf16.csv'), Buffer.from(`\ufeff${table}`, 'utf16le'))
    expect((await readFileNetwork(at('utf16.csv'))).network.nodes()).toEqual(['社区', '机构'])
  })
  test('every refusal names the path or what is known', async () => {
    const refusal = async (name: string, options: object = {}) => {
      const error = (await readFileNetwork(at(name), options).catch(error => error)) as GuanxiError
      return `${error.code} ${error.message.replaceAll(folder, '')}`
    }
    expect(await refusal('none.csv')).toBe('INVALID_FILE readFileNetwork: /none.csv: there is no such file')
    expect(await refusal('x.docx')).toMatch(/^INVALID_OPTION .*x\.docx is of no known format; known are gexf, /)
    expect(await refusal('x.json', { format: 'xml' })).toMatch(/^INVALID_OPTION/)
    expect(await refusal('x.json', { encoding: 'klingon' })).toMatch(/^INVALID_OPTION .*klingon/)
    expect(await refusal('x.json', { maxCharacters: 10 })).toMatch(/^INVALID_FILE .*maxCharacters/)
    expect(await refusal('x.json', { max: 10 })).toMatch(/^UNKNOWN_OPTION/)
    writeFileSync(at('broken.json'), '{"actors":')
    expect(await refusal('broken.json')).toMatch(/^INVALID_FILE .*not JSON/s)
    writeFileSync(at('number.json'), '7')
    expect(await refusal('number.json')).toMatch(/^INVALID_DOCUMENT/)
    expect(await refusal('.')).toMatch(/^INVALID_OPTION/)
    await expect(writeFileNetwork(at('none/x.csv'), xCommunity())).rejects.toMatchObject({ code: 'CANNOT_WRITE' })
  })
})
