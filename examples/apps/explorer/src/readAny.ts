import { createNetwork, type RelationNetwork } from 'guanxi'
import {
  fromRelations,
  type ReadResult,
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
  readQdpx,
  tiesFromCodings,
} from 'guanxi/io'
import type { OpenFile } from './protocol.ts'

/** Reads one file, or several matrices, in whatever format their names and first lines tell. */
export function readAny(files: readonly OpenFile[]): { network: RelationNetwork; losses: string[] } {
  const first = files[0]
  if (!first) throw new Error('no file')
  const text = (file: OpenFile) => new TextDecoder().decode(file.bytes)
  if (files.length > 1) return readTables(files.map(file => [file.name, text(file)]))
  const content = text(first)
  switch (ending(first.name)) {
    case 'gexf':
      return readGexf(content)
    case 'graphml':
    case 'xml':
      return content.includes('<gexf') ? readGexf(content) : readGraphml(content)
    case 'net':
    case 'paj':
      return readPajek(content)
    case 'dl':
    case 'txt':
      return /^\s*dl\b/i.test(content) ? readDl(content) : readEdgeList(content)
    case 'csv':
    case 'tsv':
      return hasEnds(content) || !isMatrix(content) ? readEdgeList(content) : readMatrices({ [first.name]: content })
    case 'qdpx': {
      const project = readQdpx(first.bytes)
      const { network, losses } = tiesFromCodings(project)
      return { network, losses: [...project.losses, ...losses] }
    }
    case 'json':
      return readJson(content)
    default:
      throw new Error(`${first.name}: GEXF, GraphML, Pajek, UCINET DL, CSV, JSON, QDPX`)
  }
}

function readJson(content: string): ReadResult {
  const file = fieldsOf(content)
  if (Array.isArray(file.actors)) return { network: createNetwork(file), losses: [] }
  if (file.graph || file.graphs) return readJgf(content)
  if (file.connections) return readKumu(content)
  if (file.elements) return readCytoscape(content)
  if (file.relations) return fromRelations(file.relations, file.nodes ? { nodes: file.nodes } : {})
  return readGraphology(content)
}

/** The fields of a JSON file; none of what is no JSON, which a reader then refuses in its own words. */
function fieldsOf(content: string) {
  try {
    return Object(JSON.parse(content))
  } catch {
    return {}
  }
}

/** A table of ties with a table of actors, or a matrix a layer. */
function readTables(files: readonly (readonly [name: string, text: string])[]): ReadResult {
  const ties = files.findIndex(([, content]) => hasEnds(content))
  if (files.length === 2 && ties >= 0) return readEdgeList(files[ties]![1], { actors: files[1 - ties]![1] })
  return readMatrices(Object.fromEntries(files))
}

const ending = (name: string) => /[^.]*$/.exec(name)![0].toLowerCase()

const cellsOf = (line = '') => line.split(/[,;\t]/).map(cell => cell.replace(/^"|"$/g, '').trim())

const linesOf = (content: string) => content.replace(/^\ufeff/, '').split(/\r?\n/, 2)

/** Whether the first line names two ends, as a table of ties does. */
function hasEnds(content: string): boolean {
  const ends = /^(source|from|sender|ego|target|to|receiver|alter|来源|起点|源|目标|终点)$/i
  return cellsOf(linesOf(content)[0]).filter(cell => ends.test(cell)).length >= 2
}

/** Whether the first row is named as the first column is. */
function isMatrix(content: string): boolean {
  const [head, row] = linesOf(content).map(cellsOf)
  return head !== undefined && head.length === row?.length && head[1] === row[0]
}
