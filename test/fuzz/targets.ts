import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { createNetwork, GuanxiError, type RelationNetwork, toDocument } from 'guanxi'
import * as io from 'guanxi/io'
import { numbers, plain, rich } from '../io/helpers.ts'
import { type Edit, edited, editedBytes } from './edits.ts'

/** What came of one input. */
export type Outcome = 'read' | 'refused'

/** A reader under test: valid files of it, and what reading one that was edited gives. */
export interface Target {
  readonly name: string
  readonly files: number
  /** Reads file `file` after the edits; throws when the reader breaks one of its promises. */
  readonly run: (file: number, edits: readonly Edit[], refused?: (error: GuanxiError) => void) => Outcome
}

interface Read {
  readonly network: RelationNetwork
  readonly losses: readonly string[]
}

/** Small networks: a million inputs should not take an hour. */
function small(): RelationNetwork {
  return createNetwork({
    actors: ['a', '10', '社 区'].map((id, i) => ({
      id,
      kind: 'community',
      staff: i,
      label: { zh: '甲', en: `Actor ${i}` },
    })),
    ties: [
      {
        source: 'a',
        target: '10',
        power: 0.5,
        resources: 2,
        trust: null,
        evidence: [{ kind: 'table', at: 'table 1' }],
      },
      { source: '10', target: 'a', power: 0, resources: 1e-7, trust: 1, note: 'x; "y"' },
      { source: '社 区', target: 'a', power: 1, resources: 0.25, trust: 0.125 },
    ],
  })
}

const plainest = (): RelationNetwork =>
  createNetwork({
    actors: ['a', 'b', 'c'].map(id => ({ id, kind: 'k' })),
    ties: [
      { source: 'a', target: 'b', trust: 0.5 },
      { source: 'b', target: 'c', trust: 1 },
    ],
  })

type Writer = (network: RelationNetwork) => { readonly text: string; readonly losses: readonly string[] }
type Counts = (text: string) => { actors?: number; ties?: number } | undefined
/** What of a network is compared after it was written and read again. */
type View = (network: RelationNetwork) => unknown
type Written = 'Gexf' | 'Graphml' | 'Pajek' | 'Dl' | 'EdgeList' | 'Jgf' | 'Cytoscape' | 'Graphology' | 'Kumu'

const numbersOnly: View = network => [network.nodes(), numbers(network)]

const networks = [rich, small, plainest]

/**
 * A reader of networks from text: what it takes must be a network by the rules of documents, and come back the same when it is
 * written and read again; `counts` looks at the text in another way, so that nothing is left out without a word.
 */
function networkTarget(
  name: string,
  texts: readonly string[],
  read: (text: string) => Read,
  write: Writer,
  counts?: Counts,
  view: View = plain,
): Target {
  return textTarget(name, texts, text => {
    const { network, losses } = read(text)
    const document = toDocument(network)
    same(plain(createNetwork(document)), plain(network), 'is no document')
    const written = write(network)
    // Where the writer says that it had to change texts, they cannot come back.
    if (
      !written.losses.some(loss =>
        /is written as|written as U\+FFFD|loses the spaces|is left out: |cannot be told/.test(loss),
      )
    )
      same(view(read(written.text).network), view(network), 'does not come back')
    if (losses.some(loss => !/^the file gives no kind/.test(loss))) return
    const expected = counts?.(text)
    if (expected?.actors !== undefined && expected.actors !== network.order)
      throw new Error(`silent loss: ${expected.actors} actors in the file, ${network.order} read`)
    if (expected?.ties !== undefined && expected.ties !== network.size)
      throw new Error(`silent loss: ${expected.ties} ties in the file, ${network.size} read`)
  })
}

function textTarget(name: string, texts: readonly string[], read: (text: string) => void): Target {
  return {
    name,
    files: texts.length,
    run: (file, edits, refused) => promised(() => read(edited(texts[file]!, edits)), refused),
  }
}

/** Carries out one read and holds it to the promises that every reader makes. */
function promised(read: () => void, refused?: (error: GuanxiError) => void): Outcome {
  const keys = Object.getOwnPropertyNames(Object.prototype).length
  // Time of this process, not of the clock: other work on the machine is not the reader's.
  const started = process.cpuUsage()
  let outcome: Outcome = 'read'
  try {
    read()
  } catch (error) {
    if (!(error instanceof GuanxiError) || !['INVALID_FILE', 'INVALID_DOCUMENT'].includes(error.code)) throw error
    refused?.(error)
    outcome = 'refused'
  }
  const { user, system } = process.cpuUsage(started)
  const took = (user + system) / 1000
  if (took > 1000) throw new Error(`took ${took.toFixed(0)} ms`)
  if (Object.getOwnPropertyNames(Object.prototype).length !== keys || 'polluted' in {})
    throw new Error('the prototype of objects was changed')
  return outcome
}

function same(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (a !== b) throw new Error(`what was read ${what}:\n${b}\n${a}`)
}

const matches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Elements; nothing to say where their names may also stand in comments, CDATA, instructions or values. */
function xmlCounts(text: string): { actors: number; ties: number } | undefined {
  const body = text.replace(/^\ufeff?<\?xml[^<>]*\?>/, '')
  if (/<[!?]|=\s*"[^"]*<|=\s*'[^']*</.test(body)) return undefined
  return { actors: matches(body, /<node[\s/>]/g), ties: matches(body, /<edge[\s/>]/g) }
}

// biome-ignore lint/suspicious/noExplicitAny: any JSON at all
type Any = any
const size = (list: Any): number => (list ? Object.keys(list).length : 0)

/** Lines with anything in them below the header, where no cell is quoted. */
function csvCounts(text: string): { ties: number } | undefined {
  if (text.includes('"')) return undefined
  return { ties: text.split(/\r\n|\r|\n/).filter(line => /[^\s,;]/.test(line)).length - 1 }
}

const pajek =
  '*Vertices 3\n1 "a" 0.5 0.5 box\n2 "b c"\n3 d\n*Arcs :1 "trust"\n1 2 0.5\n2 3 1\n*Edges :2 "power"\n1 3 0.25\n*Arcslist\n3 1 2\n*Matrix :3 "x"\n0 1 0\n0 0 2\n1 0 0\n'
const dl =
  'DL N=3 NM=2\nFORMAT = FULLMATRIX DIAGONAL PRESENT\nLABELS:\na,b,"c d"\nMATRIX LABELS:\nx,y\nDATA:\n0 1 0\n0 0 2\nNA 0 0\n0 0 1\n1 0 0\n0 1 0\n'

const jsonCounts = (of: (file: Any) => { actors?: number; ties?: number }) => (text: string) =>
  of(JSON.parse(text.replace(/^\ufeff/, '')))

const codes = [
  { guid: '00000000-0000-4000-8000-000000000001', name: '文案', parent: null, description: 'x', color: '#ff0000' },
  {
    guid: '00000000-0000-4000-8000-000000000002',
    name: 'b',
    parent: '00000000-0000-4000-8000-000000000001',
    description: null,
    color: null,
  },
]

const survey = 'respondent,about,reliability,openness,power\na,b,4,2,3\nb,a,1,,5\na,"c, d",NA,3,1\n"c, d",a,5,5,5\n'
const wide = '填写人;reliability: a;reliability: b;openness: a\na;;3,5;\nb;1;;2\n'
const layers = { trust: ['reliability', 'openness'], power: ['power'] }

/** A project with coded segments, beside those that `writeQdpx` makes. */
const project = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p"><Users><User guid="U1" name="Li"/></Users>
<CodeBook><Codes><Code guid="C1" name="paperwork" isCodable="true"><Code guid="C2" name="reports" isCodable="true"/></Code></Codes></CodeBook>
<Variables><Variable guid="V1" name="kind" typeOfVariable="Text"/></Variables>
<Cases><Case guid="K1" name="street"><VariableValue><VariableRef targetGUID="V1"/><TextValue>community</TextValue></VariableValue><SelectionRef targetGUID="S1"/></Case><Case guid="K2" name="agency"><SelectionRef targetGUID="S1"/></Case></Cases>
<Sources><TextSource guid="T1" name="i" plainTextPath="internal://t1.txt"><PlainTextSelection guid="S1" startPosition="1" endPosition="3"><Coding guid="D1" creatingUser="U1"><CodeRef targetGUID="C2"/></Coding></PlainTextSelection></TextSource></Sources>
</Project>`

export function targets(): Target[] {
  const all = (write: (network: RelationNetwork) => { text: string }) => networks.map(make => write(make()).text)
  const text = (name: Written, counts?: Counts, more: readonly string[] = [], view?: View): Target => {
    const api = io as unknown as Record<string, (x: never, o?: object) => never>
    const read = api[`read${name}`] as unknown as (text: string) => Read
    const write = api[`write${name}`] as unknown as Writer
    return networkTarget(`read${name}`, [...all(write), ...more], read, write, counts, view)
  }
  const zips = [
    io.writeQdpx(small()).bytes,
    zipSync({ 'project.qde': strToU8(project), 'sources/t1.txt': strToU8('𠀀bcdef') }),
  ]
  return [
    text('Gexf', xmlCounts, [io.writeGexf(rich(), { version: '1.2' }).text]),
    text('Graphml', xmlCounts),
    text('Pajek', undefined, [pajek], numbersOnly),
    text('Dl', undefined, [io.writeDl(small(), { format: 'edgelist1' }).text, dl], numbersOnly),
    // Actors without ties stand in the other table.
    text('EdgeList', csvCounts, ['来源;目标;信任\n社区;机构;0,4\n机构;社区;\n'], network => plain(network).ties),
    networkTarget(
      'readEdgeList with actors',
      networks.map(make => io.writeEdgeList(make()).actors),
      // No text at all is refused as an option, before it is read.
      actors => io.readEdgeList('source,target\n', { actors: actors || '\n' }),
      network => ({ text: io.writeEdgeList(network).actors, losses: io.writeEdgeList(network).losses }),
    ),
    text(
      'Jgf',
      jsonCounts(({ graph }) => (graph ? { actors: size(graph.nodes), ties: size(graph.edges) } : {})),
    ),
    text(
      'Cytoscape',
      jsonCounts(file => {
        const elements = file.elements ?? file
        return Array.isArray(elements) ? {} : { actors: size(elements.nodes), ties: size(elements.edges) }
      }),
    ),
    text(
      'Graphology',
      jsonCounts(({ nodes, edges }) => ({ actors: size(nodes), ties: size(edges) })),
    ),
    text(
      'Kumu',
      jsonCounts(({ elements, connections }) => ({ actors: size(elements), ties: size(connections) })),
    ),
    networkTarget(
      'readMatrices',
      networks.map(make => io.writeMatrices(make(), { layers: ['trust'] }).files['trust.csv']!),
      table => io.readMatrices({ 'trust.csv': table }),
      network => {
        const { files, losses } = io.writeMatrices(network, { layers: ['trust'] })
        return { text: files['trust.csv']!, losses }
      },
      undefined,
      numbersOnly,
    ),
    textTarget('readSurvey', [survey], csv => {
      const { network } = io.readSurvey(csv, { scale: [1, 5], layers })
      same(plain(createNetwork(toDocument(network))), plain(network), 'is no document')
    }),
    textTarget('readSurvey, wide', [wide], csv => {
      const options = {
        scale: [1, 5] as const,
        layers: { trust: ['reliability', 'openness'] },
        form: 'wide' as const,
        decimal: ',' as const,
      }
      const { network } = io.readSurvey(csv, options)
      same(plain(createNetwork(toDocument(network))), plain(network), 'is no document')
    }),
    textTarget('readQdc', [io.writeQdc(codes).text], text => {
      const { codes } = io.readQdc(text)
      const { text: written, losses } = io.writeQdc(codes)
      if (losses.length === 0) same(io.readQdc(written).codes, codes, 'does not come back')
    }),
    {
      name: 'readQdpx',
      // The text within and the archive as a whole are edited in turn.
      files: zips.length * 2,
      run: (file, edits, refused) => {
        const zip = zips[file >> 1]!
        if (file % 2 === 1) return promised(() => use(io.readQdpx(editedBytes(zip, edits))), refused)
        const files = unzipSync(zip)
        const held = strToU8(edited(strFromU8(files['project.qde']!), edits))
        return promised(() => use(io.readQdpx(zipSync({ ...files, 'project.qde': [held, { level: 0 }] }))), refused)
      },
    },
  ]
}

/** What is done with a project next: it must not break on what the reader let through. */
function use(project: io.QdaProject): void {
  io.coderAgreement(project)
  const { network } = io.tiesFromCodings(
    project,
    project.codes[0] ? { layers: { [project.codes[0].name]: 'trust' } } : {},
  )
  same(plain(createNetwork(toDocument(network))), plain(network), 'is no document')
}
