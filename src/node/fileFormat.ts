import {
  type EdgeListOptions,
  type ReadOptions,
  type ReadResult,
  readCytoscape,
  readDl,
  readEdgeList,
  readGexf,
  readGraphml,
  readGraphology,
  readJgf,
  readKumu,
  readPajek,
  writeCytoscape,
  writeDl,
  writeDot,
  writeEdgeList,
  writeGexf,
  writeGraphml,
  writeGraphology,
  writeJgf,
  writeKumu,
  writePajek,
  writeQdpx,
} from '../io/index.ts'
import { Faults } from '../io/shared/faults.ts'
import { isObject, type JsonObject, parseJson } from '../io/shared/json.ts'
import { createNetwork } from '../model/createNetwork.ts'
import { GuanxiError } from '../model/errors.ts'
import type { Lang } from '../model/labels.ts'
import type { NetworkDocument, RelationNetwork } from '../model/network.ts'
import { toDocument } from '../model/toDocument.ts'

/** What writing gives: the file itself, files beside it by the ending that takes the place of its own, and what was lost. */
export interface Written {
  readonly content: string | Uint8Array
  readonly beside: Readonly<Record<string, string>>
  readonly losses: readonly string[]
}

/** One format of files. */
export interface FileFormat {
  readonly name: string
  /** Endings of file names, in small letters; the first one is the format's name for the option `format`. */
  readonly endings: readonly string[]
  /** `beside` gives the text of a file beside, such as a table of actors, or nothing. */
  readonly read?: (text: string, options: ReadOptions, beside: Beside) => ReadResult
  readonly write?: (network: RelationNetwork, lang: Lang) => Written
}

export type Beside = (ending: string) => string | undefined

const plain = ({ text, losses }: { readonly text: string; readonly losses: readonly string[] }): Written => ({
  content: text,
  beside: {},
  losses,
})

/** Longer endings stand before shorter ones that they end in. */
export const fileFormats: readonly FileFormat[] = [
  { name: 'GEXF', endings: ['gexf'], read: readGexf, write: (network, lang) => plain(writeGexf(network, { lang })) },
  {
    name: 'GraphML',
    endings: ['graphml'],
    read: readGraphml,
    write: (network, lang) => plain(writeGraphml(network, { lang })),
  },
  {
    name: 'Pajek',
    endings: ['net', 'paj'],
    read: readPajek,
    write: network => {
      const { text, files, losses } = writePajek(network)
      return { content: text, beside: files, losses }
    },
  },
  { name: 'UCINET DL', endings: ['dl'], read: readDl, write: network => plain(writeDl(network)) },
  {
    name: 'edge list (CSV)',
    endings: ['csv', 'tsv'],
    read: (text, options, beside) => {
      const actors = beside('actors.csv')
      return readEdgeList(text, actors === undefined ? options : ({ ...options, actors } satisfies EdgeListOptions))
    },
    write: (network, lang) => {
      const { text, actors, losses } = writeEdgeList(network, { lang })
      return { content: text, beside: { 'actors.csv': actors }, losses }
    },
  },
  {
    name: 'JSON Graph Format',
    endings: ['jgf', 'jgf.json'],
    read: readJgf,
    write: (network, lang) => plain(writeJgf(network, { lang })),
  },
  {
    name: 'Cytoscape JSON',
    endings: ['cyjs', 'cytoscape.json'],
    read: readCytoscape,
    write: (network, lang) => plain(writeCytoscape(network, { lang })),
  },
  {
    name: 'graphology JSON',
    endings: ['graphology.json'],
    read: readGraphology,
    write: network => plain(writeGraphology(network)),
  },
  {
    name: 'Kumu',
    endings: ['kumu.json'],
    read: readKumu,
    write: (network, lang) => plain(writeKumu(network, { lang })),
  },
  { name: 'DOT', endings: ['dot', 'gv'], write: (network, lang) => plain(writeDot(network, { lang })) },
  {
    name: 'REFI-QDA',
    endings: ['qdpx'],
    write: (network, lang) => {
      const { bytes, losses } = writeQdpx(network, { lang })
      return { content: bytes, beside: {}, losses }
    },
  },
  {
    name: 'guanxi document',
    endings: ['json'],
    read: readAnyJson,
    write: network => ({ content: `${JSON.stringify(toDocument(network), null, 2)}\n`, beside: {}, losses: [] }),
  },
]

/** A `.json` file may be of any of the formats that are JSON; its fields tell which. */
function readAnyJson(text: string, options: ReadOptions): ReadResult {
  const faults = new Faults('readFileNetwork')
  const file = parseJson(text, options, faults)
  faults.raise()
  const has = (name: string) => isObject(file) && Object.hasOwn(file, name)
  if (has('graph') || has('graphs')) return readJgf(text, options)
  if (has('elements') && (has('connections') || !looksLikeCytoscape(file as JsonObject))) return readKumu(text, options)
  if (has('elements') || Array.isArray(file)) return readCytoscape(text, options)
  if (has('nodes')) return readGraphology(text, options)
  return { network: createNetwork(file as unknown as NetworkDocument), losses: [] }
}

function looksLikeCytoscape({ elements }: JsonObject): boolean {
  return !Array.isArray(elements) || elements.some(element => isObject(element) && isObject(element.data))
}

/** The format of a file by its name, or by the ending that is named. */
export function formatOf(where: string, path: string, named: string | undefined, use: 'read' | 'write'): FileFormat {
  const name = (named === undefined ? path : `.${named}`).toLowerCase()
  const format = [...fileFormats]
    .flatMap(format => format.endings.map(ending => ({ format, ending })))
    .sort((a, b) => b.ending.length - a.ending.length)
    .find(({ ending }) => name.endsWith(`.${ending}`))?.format
  const known = fileFormats.filter(format => format[use]).map(({ endings }) => endings[0])
  if (format?.[use]) return format
  if (format)
    throw new GuanxiError(
      'INVALID_OPTION',
      `${where}: ${format.name} cannot be ${use === 'read' ? 'read as a network' : 'written'}: ${path}; known are ${known.join(', ')}`,
    )
  throw new GuanxiError(
    'INVALID_OPTION',
    `${where}: the ending of ${path} is of no known format; known are ${known.join(', ')} (option format)`,
  )
}
