import { show } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { own } from './shared/attributes.ts'
import { Faults } from './shared/faults.ts'
import { counted, Losses } from './shared/losses.ts'
import { type Attributes, NetworkBuilder } from './shared/networkBuilder.ts'
import { checkedText, noRules, type ReadOptions, readRules, textRecord } from './shared/readOptions.ts'
import { RelationTable, relationsOf } from './shared/relationTable.ts'
import type { ReadResult, WriteResult } from './shared/results.ts'
import { plainNumber } from './shared/typedValue.ts'

/** Options of `readPajek`. */
export interface PajekOptions extends ReadOptions {
  /** Partitions (.clu) and vectors (.vec) by the actor attribute that they become: `{ sector: cluText }`. */
  readonly beside?: Readonly<Record<string, string>> | undefined
  /** Name of the arcs of a relation that the file does not name. @defaultValue 'weight' */
  readonly unnamed?: string | undefined
}

/**
 * Reads a Pajek network (.net): vertices, arcs, edges, arc lists and matrices, of one relation or several.
 *
 * Each relation is a layer under its name (`*Arcs :2 "trust"`). In Pajek an arc that is not there is zero; where a layer is
 * unknown, a relation such as "trust unknown" says so. Vertices are called by their labels.
 *
 * @param text - the file's content.
 * @throws {GuanxiError} `INVALID_FILE` with every fault and its line.
 *
 * Time linear in the text (matrices: in their cells).
 *
 * Source: Pajek reference manual (Mrvar & Batagelj), "Network file".
 */
export function readPajek(text: string, options: PajekOptions = {}): ReadResult {
  checkOptions('readPajek', options, {
    ...readRules,
    beside: textRecord,
    unnamed: { expected: 'a non-empty text', accepts: value => typeof value === 'string' && value !== '' },
  })
  const faults = new Faults('readPajek')
  const losses = new Losses()
  const content = checkedText(text, options, faults)
  const { maxActors = 5_000_000, unnamed = 'weight', parallel = 'refuse' } = options
  let name: string | undefined
  let count = -1
  let labels: (string | undefined)[] = []
  let table = new RelationTable(0)
  let section = ''
  let relation = unnamed
  let matrixRow = 0
  let arcs = 0
  const relationNames = new Map<string, string>()
  let line = 0

  const vertexAt = (word: string | undefined): number | undefined => {
    const number = word === undefined ? undefined : plainNumber(word)
    if (number !== undefined && Number.isInteger(number) && number >= 1 && number <= count) return number - 1
    faults.add(['line', line], `expected a vertex from 1 to ${count}, got ${show(word)}`)
    return undefined
  }
  const put = (source: number, target: number, value: number) => {
    arcs++
    if (table.set(source, target, relation, value, line)) return
    if (parallel === 'refuse') {
      faults.add(
        ['line', line],
        `repeats the arc from ${source + 1} to ${target + 1}; the option parallel says how to merge`,
      )
      return
    }
    losses.add(times => `${counted(times, 'repeated arc')} merged (${parallel})`, 'parallel')
    const first = table.get(source, target, relation) as number
    if (parallel !== 'first')
      table.replace(source, target, relation, parallel === 'sum' ? first + value : Math.max(first, value))
  }

  for (const raw of linesOf(content)) {
    line++
    const trimmed = raw.trim()
    if (trimmed === '' || trimmed.startsWith('%')) continue
    if (trimmed.startsWith('*')) {
      const head = /^\*(\w+)\s*(.*)$/.exec(trimmed)
      section = head?.[1]?.toLowerCase() ?? ''
      const rest = head?.[2] ?? ''
      if (section === 'network') name = rest.trim() || undefined
      else if (section === 'vertices') {
        const [size, first] = rest.split(/\s+/)
        const n = plainNumber(size ?? '')
        if (count >= 0) faults.fatal(['line', line], 'a second list of vertices: the file holds more than one network')
        if (n === undefined || !Number.isInteger(n) || n < 0)
          return faults.fatal(['line', line], `expected the number of vertices, got ${show(size)}`)
        // An unnamed vertex costs a file nothing, so their number is held to what the file could be about.
        if (n > maxActors || n > Math.max(10_000, content.length))
          faults.fatal(
            ['line', line],
            `expected at most ${Math.min(maxActors, Math.max(10_000, content.length))} vertices, got ${n}`,
          )
        if (first !== undefined && first !== '')
          losses.add('the two parts of a two-mode network are read as actors of one kind')
        count = n
        labels = new Array<string | undefined>(n)
        table = new RelationTable(n)
      } else if (['arcs', 'edges', 'arcslist', 'edgeslist', 'matrix'].includes(section)) {
        if (count < 0) faults.fatal(['line', line], '*Vertices must come first')
        const named = /^(:\s*\d+)?\s*(?:"([^"]*)"|(\S.*))?$/.exec(rest.trim())
        const number = named?.[1]?.replace(/\s/g, '') ?? ''
        const given = named?.[2] ?? named?.[3]
        relation =
          given?.trim() || relationNames.get(number) || (number === '' ? unnamed : `${unnamed} ${number.slice(1)}`)
        relationNames.set(number, relation)
        if (relation === '__proto__') faults.fatal(['line', line], 'an attribute cannot have this name')
        table.relation(relation)
        matrixRow = 0
      } else {
        losses.add(`the section *${section} is left out`)
        section = 'other'
      }
      continue
    }
    if (section === 'vertices') {
      const [number, ...words] = wordsOf(trimmed)
      const at = vertexAt(number)
      if (at === undefined) continue
      if (labels[at] !== undefined) faults.add(['line', line], `vertex ${at + 1} stands twice`)
      labels[at] = words[0] ?? String(at + 1)
      if (words.length > 1) losses.add('places, shapes and other drawing of vertices are left out')
    } else if (section === 'arcs' || section === 'edges') {
      const [from, to, weight, ...more] = wordsOf(trimmed)
      const source = vertexAt(from)
      const target = vertexAt(to)
      const value = weight === undefined ? 1 : plainNumber(weight)
      if (value === undefined) faults.add(['line', line], `expected a number, got ${show(weight)}`)
      if (more.length > 0) losses.add('times, labels and drawing of arcs are left out')
      if (source === undefined || target === undefined || value === undefined) continue
      put(source, target, value)
      if (section === 'edges' && source !== target) {
        put(target, source, value)
        losses.add(times => `${counted(times, 'undirected edge')} read as two ties each, one each way`, 'edges')
      }
    } else if (section === 'arcslist' || section === 'edgeslist') {
      const [from, ...to] = wordsOf(trimmed)
      const source = vertexAt(from)
      for (const word of to) {
        const target = vertexAt(word)
        if (source === undefined || target === undefined) continue
        put(source, target, 1)
        if (section === 'edgeslist' && source !== target) {
          put(target, source, 1)
          losses.add(times => `${counted(times, 'undirected edge')} read as two ties each, one each way`, 'edges')
        }
      }
    } else if (section === 'matrix') {
      const cells = trimmed.split(/\s+/)
      if (matrixRow >= count) {
        faults.add(['line', line], `expected ${count} rows in the matrix, got more`)
        continue
      }
      if (cells.length !== count) faults.add(['line', line], `expected ${count} cells, got ${cells.length}`)
      else
        cells.forEach((cell, target) => {
          const value = plainNumber(cell)
          if (value === undefined) faults.add(['line', line], `expected a number, got ${show(cell)}`)
          else if (value !== 0) put(matrixRow, target, value)
        })
      matrixRow++
    } else if (section === '') faults.fatal(['line', line], `expected *Vertices, got ${show(trimmed)}`)
  }
  if (count < 0) faults.fatal([], 'expected *Vertices')
  if (arcs > (options.maxTies ?? 20_000_000))
    faults.fatal([], `more than ${options.maxTies ?? 20_000_000} arcs (maxTies)`)

  const builder = new NetworkBuilder(options, faults, losses, {
    actor: place => ['vertex', place + 1],
    tie: place => ['line', place],
  })
  const ids = uniqueIds(labels, losses)
  const columns = besideColumns(options.beside ?? {}, count, faults)
  ids.forEach((id, i) => {
    const attributes: Attributes = {}
    for (const [column, values] of columns) attributes[column] = values[i]!
    if (typeof attributes.kind === 'number') attributes.kind = String(attributes.kind)
    builder.actor(id, attributes, i)
  })
  table.tell(ids, builder)
  return { network: builder.finish(name === undefined ? {} : { name }), losses: losses.list() }
}

function* linesOf(text: string): Generator<string> {
  let from = 0
  while (from <= text.length) {
    const n = text.indexOf('\n', from)
    const to = n < 0 ? text.length : n
    yield text.slice(from, text.charCodeAt(to - 1) === 13 ? to - 1 : to)
    from = to + 1
  }
}

function wordsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(/\s+/)
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2]!)
}

/** Labels need not be unique in Pajek; ids must. */
function uniqueIds(labels: readonly (string | undefined)[], losses: Losses): string[] {
  const seen = new Set<string>()
  return Array.from(labels, (label, i) => {
    let id = label || String(i + 1)
    if (seen.has(id)) {
      losses.add(
        count => `${counted(count, 'label is', 'labels are')} repeated; the vertex number is put behind`,
        'labels',
      )
      while (seen.has(id)) id = `${id} (${i + 1})`
    }
    seen.add(id)
    return id
  })
}

function besideColumns(beside: Readonly<Record<string, string>>, count: number, faults: Faults): [string, number[]][] {
  return Object.entries(beside).map(([column, text]) => {
    const values: number[] = []
    let line = 0
    for (const raw of linesOf(text)) {
      line++
      const cell = raw.trim()
      if (cell === '' || cell.startsWith('*') || cell.startsWith('%')) continue
      const value = plainNumber(cell)
      if (value === undefined) faults.add([column, 'line', line], `expected a number, got ${show(cell)}`)
      else values.push(value)
    }
    if (values.length !== count) faults.add([column], `expected ${count} values, got ${values.length}`)
    return [column, values]
  })
}

/** What `writePajek` gives. */
export interface PajekResult extends WriteResult {
  /** Partitions (.clu) and vectors (.vec) beside the network, by file name. */
  readonly files: Record<string, string>
  /** Of each partition, what its classes 1, 2, … stand for. */
  readonly classes: Record<string, string[]>
}

/**
 * Writes a network for Pajek: one relation a layer, with partitions for texts of actors and vectors for numbers.
 *
 * @returns `text` (.net), `files` (.clu, .vec), `classes` and `losses`: labels, evidence and what else is not a number of a tie.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time O(actors + ties).
 */
export function writePajek(network: RelationNetwork, options: Readonly<Record<string, never>> = {}): PajekResult {
  requireGraph('writePajek', network)
  checkOptions('writePajek', options, noRules)
  const losses = new Losses()
  const ids = network.nodes()
  const place = new Map(ids.map((id, i) => [id, i + 1]))
  const safe = (text: string) => {
    const held = text.replace(/["\r\n]/g, "'").trim()
    if (held !== text) losses.add(`${show(text)} is written as ${show(held)}: Pajek cannot hold it`)
    return held
  }
  const { name, ...whole } = network.getAttributes()
  if (Object.keys(whole).length > 0)
    losses.add(`attributes of the network (${Object.keys(whole).join(', ')}) are left out`)
  const lines = [...(name ? [`*Network ${safe(name)}`] : []), `*Vertices ${ids.length}`]
  ids.forEach((id, i) => {
    lines.push(`${i + 1} "${safe(id)}"`)
  })
  const ends: string[] = []
  network.forEachEdge((_, _tie, source, target) => {
    ends.push(`${place.get(source)} ${place.get(target)}`)
  })
  const relations = relationsOf(
    network.mapEdges((_, tie) => tie),
    losses,
    true,
  )
  if (relations.length === 0) relations.push({ name: 'tie', values: [] })
  relations.forEach(({ name, values }, r) => {
    lines.push(`*Arcs :${r + 1} "${safe(name)}"`)
    values.forEach((value, k) => {
      if (value !== undefined) lines.push(`${ends[k]} ${value}`)
    })
  })
  const files: Record<string, string> = {}
  const classes: Record<string, string[]> = {}
  const actors = network.mapNodes((_, actor) => actor as Attributes)
  for (const column of new Set(actors.flatMap(actor => Object.keys(actor)))) {
    const values = actors.map(actor => own(actor, column))
    const file = column.replace(/[^\p{L}\p{N}_-]/gu, '_')
    if (values.every(value => typeof value === 'number'))
      files[`${file}.vec`] = `*Vertices ${ids.length}\n${values.join('\n')}\n`
    else if (column !== 'label' && values.every(value => typeof value === 'string')) {
      const known = [...new Set(values as string[])]
      classes[column] = known
      const numbers = new Map(known.map((value, i) => [value, i + 1]))
      files[`${file}.clu`] =
        `*Vertices ${ids.length}\n${(values as string[]).map(value => numbers.get(value)).join('\n')}\n`
      losses.add(`${column} is a partition of numbers in ${file}.clu; what they stand for is in classes`)
    } else losses.add(`the actor attribute ${column} is left out`)
  }
  return { text: `${lines.join('\n')}\n`, files, classes, losses: losses.list() }
}
