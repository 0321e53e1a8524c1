import { show } from '../model/errors.ts'
import type { RelationNetwork } from '../model/network.ts'
import { checkOptions, oneOf, text } from '../model/options.ts'
import { requireGraph } from '../model/requireGraph.ts'
import { Faults } from './shared/faults.ts'
import { counted, Losses } from './shared/losses.ts'
import { NetworkBuilder } from './shared/networkBuilder.ts'
import { checkedText, type ReadOptions, readRules } from './shared/readOptions.ts'
import { RelationTable, relationsOf } from './shared/relationTable.ts'
import type { ReadResult, WriteResult } from './shared/results.ts'
import { plainNumber } from './shared/typedValue.ts'

/** Options of `readDl`. */
export interface DlOptions extends ReadOptions {
  /** Name of the layer of a file with one unlabelled matrix; further ones are called "weight 2" and so on. @defaultValue 'weight' */
  readonly unnamed?: string | undefined
}

interface Word {
  readonly text: string
  readonly line: number
}

const formats = [
  'fullmatrix',
  'fm',
  'edgelist1',
  'el1',
  'nodelist1',
  'nl1',
  'nodelist1b',
  'nl1b',
  'lowerhalf',
  'lh',
  'upperhalf',
  'uh',
]
const short: Readonly<Record<string, string>> = {
  fm: 'fullmatrix',
  el1: 'edgelist1',
  nl1: 'nodelist1',
  nl1b: 'nodelist1b',
  lh: 'lowerhalf',
  uh: 'upperhalf',
}

/**
 * Reads a UCINET DL text: full and half matrices, edge lists and node lists, one matrix or several, with labels or embedded ones.
 *
 * Each matrix is a layer under its label. In DL a pair that is not there is zero; where a layer is unknown, a matrix such as
 * "trust unknown" says so, and NA in a cell is read as unknown too.
 *
 * @param dl - the file's content.
 * @throws {GuanxiError} `INVALID_FILE` with every fault and its line.
 *
 * Time linear in the text.
 *
 * Source: UCINET 6 help, "DL language" (Borgatti, Everett & Freeman).
 */
export function readDl(dl: string, options: DlOptions = {}): ReadResult {
  checkOptions('readDl', options, { ...readRules, unnamed: text })
  const faults = new Faults('readDl')
  const losses = new Losses()
  const content = checkedText(dl, options, faults)
  const { maxActors = 5_000_000, unnamed = 'weight', parallel = 'refuse' } = options
  const words = wordsOf(content)
  let at = 0
  const line = () => ['line', (words[Math.min(at, words.length - 1)] ?? { line: 1 }).line]
  const is = (expected: string, offset = 0) => words[at + offset]?.text.toLowerCase() === expected
  if (!is('dl')) faults.fatal(['line', 1], 'expected DL as the first word')
  at++

  let n = -1
  let matrices = 1
  let format = 'fullmatrix'
  let diagonal = true
  let labels: string[] = []
  let matrixLabels: string[] = []
  let embedded = false
  const takeLabels = (count: number, what: string): string[] => {
    const taken: string[] = []
    while (taken.length < count && at < words.length && !is('data:')) taken.push(words[at++]!.text)
    if (taken.length < count) faults.fatal(line(), `expected ${count} ${what}, got ${taken.length}`)
    return taken
  }
  const takeNumber = (what: string): number => {
    if (words[at]?.text === '=') at++
    const value = plainNumber(words[at]?.text ?? '')
    if (value === undefined || !Number.isInteger(value) || value < 0)
      return faults.fatal(line(), `expected ${what} as a whole number, got ${show(words[at]?.text)}`)
    at++
    return value
  }
  const size = (value: number) => {
    const most = Math.min(maxActors, Math.max(10_000, content.length))
    if (value > most) faults.fatal(line(), `expected at most ${most} actors, got ${value}`)
    if (n >= 0 && n !== value) faults.fatal(line(), 'rows and columns differ in number: two-mode data are not ties')
    n = value
  }
  const needSize = () => {
    if (n < 0) faults.fatal(line(), 'expected N before the labels')
  }
  let begun = false
  while (at < words.length && !begun) {
    const word = words[at]!.text.toLowerCase()
    const plural = (offset: number) => is('labels:', offset) || (is('labels', offset) && !is('embedded', offset + 1))
    if (word === 'n' || word === 'nr' || word === 'nc') {
      at++
      size(takeNumber(word.toUpperCase()))
    } else if (word === 'nm') {
      at++
      matrices = takeNumber('NM')
      if (matrices < 1 || matrices > 10_000) faults.fatal(line(), `expected 1 to 10000 matrices, got ${matrices}`)
    } else if (word === 'format') {
      at++
      if (words[at]?.text === '=') at++
      format = words[at++]?.text.toLowerCase() ?? ''
      if (!formats.includes(format)) faults.fatal(line(), `the format ${show(format)} is not known`)
      format = short[format] ?? format
    } else if (word === 'diagonal') {
      at++
      if (words[at]?.text === '=') at++
      diagonal = words[at++]?.text.toLowerCase() !== 'absent'
    } else if (word === 'title' || word === 'title:') {
      at++
      if (words[at]?.text === '=') at++
      at++
      losses.add('the title is left out')
    } else if (is('labels') && is('embedded', 1)) {
      embedded = true
      at += 2
    } else if (
      (word === 'row' || word === 'column' || word === 'col') &&
      (is('labels', 1) || is('label', 1)) &&
      is('embedded', 2)
    ) {
      embedded = true
      at += 3
    } else if (plural(0)) {
      at++
      needSize()
      labels = takeLabels(n, 'labels')
    } else if ((word === 'row' || word === 'column' || word === 'col') && plural(1)) {
      at += 2
      needSize()
      const taken = takeLabels(n, 'labels')
      if (labels.length > 0 && taken.some((label, i) => label !== labels[i]))
        faults.fatal(line(), 'row and column labels differ: two-mode data are not ties')
      labels = taken
    } else if ((word === 'matrix' || word === 'level' || word === 'mat') && plural(1)) {
      at += 2
      matrixLabels = takeLabels(matrices, 'matrix labels')
    } else if (word === 'data:' || word === 'data') {
      at++
      begun = true
    } else faults.fatal(line(), `expected a keyword of DL, got ${show(words[at]!.text)}`)
  }
  if (!begun) faults.fatal(line(), 'expected data:')
  needSize()

  const byLabel = new Map<string, number>()
  const ids: string[] = labels.length > 0 ? labels : []
  ids.forEach((id, i) => {
    if (byLabel.has(id.toLowerCase())) faults.add(['labels', i], `the label ${show(id)} stands twice`)
    byLabel.set(id.toLowerCase(), i)
  })
  const table = new RelationTable(n)
  const names = Array.from(
    { length: matrices },
    (_, m) => matrixLabels[m] ?? (m === 0 ? unnamed : `${unnamed} ${m + 1}`),
  )
  for (const [m, name] of names.entries()) {
    if (names.indexOf(name) !== m) faults.add(['matrix', m + 1], `two matrices are called ${show(name)}`)
    if (name === '__proto__') faults.fatal(['matrix', m + 1], 'an attribute cannot have this name')
    table.relation(name)
  }
  const actorAt = (word: Word | undefined, line = word?.line ?? 0): number | undefined => {
    const given = word?.text ?? ''
    // A number is a place, unless labels are embedded: an actor may be called 10 and stand third.
    const number = plainNumber(given)
    if (!embedded && number !== undefined && Number.isInteger(number) && number >= 1 && number <= n) return number - 1
    // Where the word itself is missing, nobody is meant, not even an actor whose label is empty.
    const known = word && byLabel.get(given.toLowerCase())
    if (known !== undefined) return known
    if (embedded && word !== undefined && ids.length < n) {
      byLabel.set(given.toLowerCase(), ids.length)
      return ids.push(given) - 1
    }
    faults.add(
      ['line', line],
      `expected an actor, by label or number from 1 to ${n}; got ${word ? show(given) : 'nothing'}`,
    )
    return undefined
  }
  const put = (source: number, target: number, name: string, word: Word, fallback = false) => {
    const unknown = /^(na|\.|\?)$/i.test(word.text)
    const value = fallback ? 1 : unknown ? null : plainNumber(word.text)
    if (value === undefined) faults.add(['line', word.line], `expected a number, got ${show(word.text)}`)
    else if (format === 'edgelist1' || format.startsWith('nodelist') || value !== 0) {
      if (table.set(source, target, name, value, word.line)) return
      if (parallel === 'refuse')
        faults.add(['line', word.line], 'repeats a pair; the option parallel says how to merge')
      else {
        losses.add(count => `${counted(count, 'repeated pair')} merged (${parallel})`, 'parallel')
        const first = table.get(source, target, name) as number | null
        if (parallel !== 'first')
          table.replace(
            source,
            target,
            name,
            first === null || value === null ? null : parallel === 'sum' ? first + value : Math.max(first, value),
          )
      }
    }
  }

  if (format === 'edgelist1' || format.startsWith('nodelist')) {
    const rows = new Map<number, Word[]>()
    for (const word of words.slice(at)) {
      const row = rows.get(word.line)
      if (row) row.push(word)
      else rows.set(word.line, [word])
    }
    let m = 0
    for (const row of rows.values()) {
      if (row[0]!.text === '!') {
        m++
        continue
      }
      const name = names[m]
      if (name === undefined) {
        faults.add(['line', row[0]!.line], `expected ${matrices} matrices, got more`)
        break
      }
      const source = actorAt(row[0])
      if (format === 'edgelist1') {
        const target = actorAt(row[1], row[0]!.line)
        if (row.length > 3)
          faults.add(['line', row[0]!.line], `expected source, target and value, got ${row.length} words`)
        if (source !== undefined && target !== undefined)
          put(source, target, name, row[2] ?? row[1]!, row[2] === undefined)
      } else
        for (const word of row.slice(format === 'nodelist1b' ? 2 : 1)) {
          const target = actorAt(word)
          if (source !== undefined && target !== undefined) put(source, target, name, word, true)
        }
    }
  } else {
    for (const [m, name] of names.entries()) {
      if (words[at]?.text === '!') at++
      if (embedded && format === 'fullmatrix') {
        const heads = words.slice(at, at + n)
        at += n
        for (const head of heads) actorAt(head)
      }
      for (let i = 0; i < n; i++) {
        const row = embedded ? actorAt(words[at++]) : i
        const from = format === 'upperhalf' ? (diagonal ? i : i + 1) : 0
        const to = format === 'lowerhalf' ? (diagonal ? i + 1 : i) : n
        for (let j = from; j < to; j++) {
          if (!diagonal && i === j) continue
          const word = words[at]
          if (word === undefined) faults.fatal(line(), `the data end in matrix ${m + 1}, row ${i + 1}, column ${j + 1}`)
          at++
          if (row === undefined || word === undefined) continue
          put(row, j, name, word)
          if (format !== 'fullmatrix' && i !== j) put(j, row, name, word)
        }
      }
    }
    if (at < words.length) faults.add(line(), `data go on after the last matrix: ${show(words[at]!.text)}`)
    if (format !== 'fullmatrix') losses.add('a half matrix holds undirected ties, read as two ties each, one each way')
  }
  for (let i = ids.length; i < n; i++) ids.push(String(i + 1))
  const builder = new NetworkBuilder(options, faults, losses, {
    actor: place => ['labels', place],
    tie: place => ['line', place],
  })
  ids.forEach((id, i) => {
    builder.actor(id, {}, i)
  })
  faults.raise()
  table.tell(ids, builder)
  return { network: builder.finish(), losses: losses.list() }
}

/** Words of DL: parted by blanks, commas and `=` (which is one itself); a text in quotation marks is one word. */
function wordsOf(content: string): Word[] {
  const words: Word[] = []
  let line = 1
  const pattern = /"([^"]*)"|(=)|([^\s,="]+)|(\n)/g
  for (const match of content.matchAll(pattern)) {
    if (match[4]) line++
    else {
      words.push({ text: match[1] ?? match[2] ?? match[3]!, line })
      if (match[1]?.includes('\n')) line += match[1].split('\n').length - 1
    }
  }
  return words
}

/** Options of `writeDl`. */
export interface DlWriteOptions {
  /** @defaultValue 'fullmatrix' up to 300 actors, else 'edgelist1' */
  readonly format?: 'fullmatrix' | 'edgelist1' | undefined
}

/**
 * Writes a network in UCINET's DL language: one matrix a layer.
 *
 * @returns `text` and `losses`: attributes of actors, labels, and whatever of a tie is not a number. UCINET itself cuts labels
 *   after 18 characters and takes them in capitals.
 * @throws {GuanxiError} `INVALID_NETWORK`, `UNKNOWN_OPTION`, `INVALID_OPTION`.
 *
 * Time O(actors + ties) as an edge list, O(actors²) as full matrices.
 */
export function writeDl(network: RelationNetwork, options: DlWriteOptions = {}): WriteResult {
  requireGraph('writeDl', network)
  checkOptions('writeDl', options, { format: oneOf('fullmatrix', 'edgelist1') })
  const losses = new Losses()
  const ids = network.nodes()
  const format = options.format ?? (ids.length <= 300 ? 'fullmatrix' : 'edgelist1')
  const place = new Map(ids.map((id, i) => [id, i]))
  const quoted = (word: string) => {
    const held = word.replace(/["\r\n]/g, "'")
    if (held !== word) losses.add(`${show(word)} is written as ${show(held)}: DL cannot hold it`)
    return /^[\p{L}\p{N}_.-]+$/u.test(held) && !/^(data|labels?|n|nm|format)$/i.test(held) ? held : `"${held}"`
  }
  if (ids.some(id => id.length > 18)) losses.add('UCINET cuts labels after 18 characters')
  const lower = new Set(ids.map(id => id.toLowerCase()))
  if (lower.size < ids.length) losses.add('labels that differ in capitals only are one and the same to UCINET')
  const attributes = new Set(network.mapNodes((_, actor) => Object.keys(actor)).flat())
  if (attributes.size > 0) losses.add(`attributes of actors are left out: ${[...attributes].join(', ')}`)
  const whole = Object.keys(network.getAttributes())
  if (whole.length > 0) losses.add(`attributes of the network (${whole.join(', ')}) are left out`)
  const ends: [number, number][] = network.mapEdges((_, _tie, source, target) => [
    place.get(source)!,
    place.get(target)!,
  ])
  const relations = relationsOf(
    network.mapEdges((_, tie) => tie),
    losses,
    format === 'edgelist1',
  )
  if (relations.length === 0) relations.push({ name: 'tie', values: [] })
  const lines = [
    `DL N=${ids.length} NM=${relations.length} FORMAT=${format}`,
    'LABELS:',
    ...ids.map(quoted),
    'MATRIX LABELS:',
    ...relations.map(({ name }) => quoted(name)),
    'DATA:',
  ]
  relations.forEach(({ values }, m) => {
    if (format === 'edgelist1') {
      if (m > 0) lines.push('!')
      values.forEach((value, k) => {
        if (value !== undefined) lines.push(`${ends[k]![0] + 1} ${ends[k]![1] + 1} ${value}`)
      })
      return
    }
    const matrix = ids.map(() => new Array<number>(ids.length).fill(0))
    values.forEach((value, k) => {
      if (value !== undefined) matrix[ends[k]![0]]![ends[k]![1]] = value
    })
    for (const row of matrix) lines.push(row.join(' '))
  })
  return { text: `${lines.join('\n')}\n`, losses: losses.list() }
}
