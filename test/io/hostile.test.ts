import { strToU8, zipSync } from 'fflate'
import { createNetwork, type GuanxiError, toDocument } from 'guanxi'
import * as io from 'guanxi/io'
import { describe, expect, test } from 'vitest'
import { rich } from './helpers.ts'

/** Code and first fault of a refusal; a read that succeeds is said to. */
function refusal(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    const { code, issues, message } = error as GuanxiError
    return `${code} ${issues[0]?.path.join('.') ?? ''}: ${issues[0]?.message ?? message}`
  }
  return 'was read'
}

/** Every fault of a refusal. */
function faultsOf(read: () => unknown): string[] {
  try {
    read()
  } catch (error) {
    return (error as GuanxiError).issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  }
  return []
}

/** Milliseconds of a refusal, which must be one. */
function timed(read: () => unknown): number {
  const started = performance.now()
  expect(refusal(read)).toMatch(/^INVALID_FILE/)
  return performance.now() - started
}

const gexf = (inner: string) => `<gexf><graph defaultedgetype="directed">${inner}</graph></gexf>`
const archive = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

describe('entities', () => {
  test('a document type with declarations, entities of a file and of a number too large are refused', () => {
    for (const doctype of ['<!DOCTYPE g [<!ENTITY a "b">]>', '<!DOCTYPE g [<!ENTITY a SYSTEM "file:///etc/passwd">]>'])
      expect(refusal(() => io.readGexf(`${doctype}${gexf('<nodes><node id="&a;"/></nodes>')}`))).toMatch(/entities/)
    expect(refusal(() => io.readGexf(gexf('<nodes><node id="&a;"/></nodes>')))).toMatch(/an entity other than/)
    expect(refusal(() => io.readGexf(gexf('<nodes><node id="&#99999999;"/></nodes>')))).toMatch(/an entity other than/)
  })
})

describe('caps', () => {
  const nested = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times)
  test('depth of XML and JSON, at once and by the option', () => {
    expect(timed(() => io.readGexf(`<gexf>${nested('<a>', '</a>', 100_000)}</gexf>`))).toBeLessThan(1000)
    expect(timed(() => io.readJgf(nested('[', ']', 5_000_000)))).toBeLessThan(1000)
    expect(refusal(() => io.readJgf('{"graph":{"nodes":{}}}', { maxDepth: 2 }))).toMatch(/maxDepth/)
  })
  test('characters, actors and ties', () => {
    const { text } = io.writeGraphml(rich())
    expect(refusal(() => io.readGraphml(text, { maxCharacters: 10 }))).toMatch(/maxCharacters/)
    expect(refusal(() => io.readGraphml(text, { maxActors: 4 }))).toMatch(/maxActors/)
    expect(refusal(() => io.readGraphml(text, { maxTies: 4 }))).toMatch(/maxTies/)
  })
  test('sizes that a file only claims to have', () => {
    expect(timed(() => io.readPajek('*Vertices 4000000\n*Arcs\n1 2 1\n'))).toBeLessThan(1000)
    expect(timed(() => io.readDl('DL N=4000000 FORMAT=FULLMATRIX\nDATA:\n1\n'))).toBeLessThan(1000)
  })
})

describe('archives', () => {
  test('names that climb, absolute ones, two entries of one name', () => {
    for (const name of ['../x', 'a/../../x', '/etc/x', 'C:\\x', '..\\x'])
      expect(
        refusal(() => io.readQdpx(archive({ [name]: 'x' }))),
        name,
      ).toMatch(/leads out/)
  })
  test('ratio, total and number of entries', () => {
    const zeros = zipSync({ 'project.qde': new Uint8Array(20_000_000) })
    expect(timed(() => io.readQdpx(zeros))).toBeLessThan(1000)
    expect(refusal(() => io.readQdpx(archive({ 'a.txt': 'xxxxx' }), { maxBytes: 4 }))).toMatch(/maxBytes/)
    expect(refusal(() => io.readQdpx(archive({ a: '', b: '' }), { maxEntries: 1 }))).toMatch(/maxEntries/)
  })
})

describe('names that are taken', () => {
  test('__proto__ is refused wherever an attribute can stand, and nothing is polluted', () => {
    const refused = {
      gexf: () =>
        io.readGexf(
          gexf(
            '<attributes class="node"><attribute id="0" title="__proto__" type="string"/></attributes><nodes><node id="a"><attvalues><attvalue for="0" value="x"/></attvalues></node></nodes>',
          ),
        ),
      jgf: () => io.readJgf('{"graph":{"nodes":{"a":{"metadata":{"__proto__":{"polluted":1}}}}}}'),
      kumu: () => io.readKumu('{"elements":[{"label":"a","__proto__":{"polluted":1}}]}'),
      csv: () => io.readEdgeList('source,target,__proto__\na,b,1\n'),
      pajek: () => io.readPajek('*Vertices 2\n*Arcs :1 "__proto__"\n1 2 1\n'),
      matrices: () => io.readMatrices({ '__proto__.csv': ',a\na,\n' }),
    }
    for (const [name, read] of Object.entries(refused)) expect(refusal(read), name).toMatch(/^INVALID_FILE/)
    expect('polluted' in {}).toBe(false)
  })
  test('attributes that would stand in for the id or the ends of a tie in a document are left out, and that is said', () => {
    const { network, losses } = io.readJgf(
      JSON.stringify({
        graph: {
          nodes: { a: { metadata: { id: 'b' } }, b: {} },
          edges: [{ source: 'a', target: 'b', metadata: { target: 'a', source: 'z', trust: 1 } }],
        },
      }),
    )
    expect(toDocument(network).ties).toEqual([{ source: 'a', target: 'b', trust: 1 }])
    expect(losses.slice(0, 3)).toEqual([
      'the actor attribute id is left out: documents need the name for themselves',
      'the tie attribute target is left out: documents need the name for themselves',
      'the tie attribute source is left out: documents need the name for themselves',
    ])
  })
  test('a name of the network that is no text is left out, and that is said', () => {
    const { network, losses } = io.readGraphology('{"attributes":{"name":7},"nodes":[],"edges":[]}')
    expect(network.getAttributes()).toEqual({})
    expect(losses).toEqual(['the name of the network is left out: it is no text'])
  })
  test('an actor’s attribute called evidence is a text like any other; a tie’s is a quotation', () => {
    const network = createNetwork({
      actors: [
        { id: 'a', kind: 'k', evidence: 'one' },
        { id: 'b', kind: 'k' },
      ],
      ties: [{ source: 'a', target: 'b', trust: 1 }],
    })
    for (const read of [io.readGexf(io.writeGexf(network).text), io.readGraphml(io.writeGraphml(network).text)])
      expect(read.network.getNodeAttribute('a', 'evidence')).toBe('one')
    const quoted = io.readGraphml(
      '<graphml><key id="e" for="edge" attr.name="evidence" attr.type="string"/><graph edgedefault="directed">' +
        '<node id="a"/><node id="b"/><edge source="a" target="b"><data key="e">said so</data></edge></graph></graphml>',
    )
    expect(quoted.network.getEdgeAttribute(quoted.network.edges()[0]!, 'evidence')).toEqual([
      { kind: 'quotation', at: 'said so' },
    ])
  })
  test('a row of DL without a target is a fault, not the actor who is called nothing', () => {
    const read = () => io.readDl('dl n=2 format=edgelist1\nlabels:\na,""\ndata:\na\n')
    expect(faultsOf(read)).toEqual([
      'line.5: expected an actor, by label or number from 1 to 2; got nothing',
      'labels.1: expected an id, got an empty text',
    ])
  })
  test('two codes of one guid are refused', () => {
    const code = '<Code guid="c" name="x"/>'
    expect(refusal(() => io.readQdc(`<CodeBook><Codes>${code}${code}</Codes></CodeBook>`))).toMatch(
      /two codes have the guid/,
    )
  })
  test('an attribute of GEXF whose title is empty keeps it', () => {
    const attributes = '<attributes class="edge"><attribute id="4" title="" type="string"/></attributes>'
    const edge = '<edge source="a" target="b"><attvalues><attvalue for="4" value="x"/></attvalues></edge>'
    const { network } = io.readGexf(
      gexf(`${attributes}<nodes><node id="a"/><node id="b"/></nodes><edges>${edge}</edges>`),
    )
    expect(network.getEdgeAttribute(network.edges()[0]!, '')).toBe('x')
  })
})
