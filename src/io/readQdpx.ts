import { show } from '../model/errors.ts'
import type { Json } from '../model/network.ts'
import { checkOptions, integerIn, oneOf } from '../model/options.ts'
import { Faults } from './shared/faults.ts'
import { counted, Losses } from './shared/losses.ts'
import { type Code, childrenOf, codesOf, type Element, guidOf, parseQda, variableValue } from './shared/qdaXml.ts'
import { type ReadLimits, readRules } from './shared/readOptions.ts'
import { unzip, utf8, type ZipLimits } from './shared/zip.ts'

export type { Code } from './shared/qdaXml.ts'

/** A case: a person, a body, a place that the material speaks of. */
export interface Case {
  readonly guid: string
  readonly name: string
  readonly description: string | null
  /** Values of the project's variables by name. */
  readonly variables: Readonly<Record<string, Json>>
  readonly codes: readonly string[]
  readonly sources: readonly string[]
  /** Guids of the selections that speak of it. */
  readonly selections: readonly string[]
}

/** A source: an interview, a note, a picture. */
export interface Source {
  readonly guid: string
  readonly name: string
  readonly type: 'text' | 'picture' | 'pdf' | 'audio' | 'video'
  /** Plain text, where there is one. */
  readonly text: string | null
  readonly variables: Readonly<Record<string, Json>>
}

/** A coded segment: one selection with one code by one coder. */
export interface Segment {
  /** Guid of the selection; segments of one selection are co-coded. */
  readonly selection: string
  readonly source: string
  readonly code: string
  /** Name of the coder, or null. */
  readonly coder: string | null
  /** Place in Unicode code points from 0, the end not counted; null in pictures and recordings. */
  readonly start: number | null
  readonly end: number | null
  /** The words, or null. */
  readonly text: string | null
}

/** A map of the project: what `writeQdpx` makes of a network. */
export interface QdaGraph {
  readonly name: string
  readonly vertices: readonly { readonly guid: string; readonly represents: string; readonly name: string }[]
  readonly edges: readonly {
    readonly source: string
    readonly target: string
    readonly direction: string
    readonly name: string
  }[]
}

/** What `readQdpx` gives. */
export interface QdaProject {
  readonly name: string
  readonly codes: readonly Code[]
  readonly cases: readonly Case[]
  readonly sources: readonly Source[]
  readonly segments: readonly Segment[]
  readonly graphs: readonly QdaGraph[]
  readonly losses: string[]
}

/** Options of `readQdpx`. */
export interface QdpxOptions extends ZipLimits, Pick<ReadLimits, 'maxDepth' | 'maxCharacters'> {
  /** Whether `endPosition` is the place after the last character or the last character itself. @defaultValue 'after' */
  readonly end?: 'after' | 'last' | undefined
}

const whole = integerIn(0, Number.MAX_SAFE_INTEGER)

/**
 * Reads a REFI-QDA project (.qdpx), as NVivo, ATLAS.ti, MAXQDA and QualCoder write it: codes, cases, sources and coded segments.
 *
 * Places in texts count Unicode code points from 0, and so do `start` and `end` here; `text` holds the words themselves.
 *
 * @param bytes - the file.
 * @throws {GuanxiError} `INVALID_FILE`: no archive, a bomb, a name that climbs, broken XML, references to nothing.
 *
 * Time linear in the unpacked project.
 *
 * Source: REFI-QDA Standard 1.5, qdasoftware.org.
 *
 * @example
 * ```ts
 * import { xCommunity } from 'guanxi/cases'
 * import { readQdpx, writeQdpx } from 'guanxi/io'
 *
 * readQdpx(writeQdpx(xCommunity()).bytes).cases[0]?.name // => 'street'
 * ```
 */
export function readQdpx(bytes: Uint8Array, options: QdpxOptions = {}): QdaProject {
  checkOptions('readQdpx', options, {
    maxBytes: whole,
    maxRatio: whole,
    maxEntries: whole,
    maxDepth: readRules.maxDepth,
    maxCharacters: readRules.maxCharacters,
    end: oneOf('after', 'last'),
  })
  const faults = new Faults('readQdpx')
  const losses = new Losses()
  const files = unzip(bytes, options, faults, name => /(^|\/)[^/]+\.(qde|txt)$/i.test(name))
  const entry = [...files.keys()].find(name => /^[^/]+\.qde$/i.test(name))
  if (entry === undefined) return faults.fatal([], 'expected project.qde in the archive')
  const project = parseQda(utf8(files.get(entry)!, ['entry', entry], faults), 'Project', options, faults)

  const codes = codesOf(childrenOf(project, 'CodeBook'), faults)
  const codeGuids = new Set(codes.map(({ guid }) => guid))
  const users = new Map(
    childrenOf(project, 'Users', 'User').map(({ attributes }) => [
      guidOf(attributes.guid),
      attributes.name || attributes.id || guidOf(attributes.guid),
    ]),
  )
  const variables = new Map(
    childrenOf(project, 'Variables', 'Variable').map(({ attributes }) => [
      guidOf(attributes.guid),
      attributes.name ?? guidOf(attributes.guid),
    ]),
  )
  const variablesOf = (element: Element): Record<string, Json> =>
    Object.fromEntries(
      childrenOf(element, 'VariableValue').map(value => {
        const { variable, value: held } = variableValue(value)
        return [variables.get(variable) ?? variable, held]
      }),
    )
  const cases = childrenOf(project, 'Cases', 'Case').map(
    (element): Case => ({
      guid: guidOf(element.attributes.guid),
      name: element.attributes.name ?? '',
      description: childrenOf(element, 'Description')[0]?.text || null,
      variables: variablesOf(element),
      codes: refs(element, 'CodeRef'),
      sources: refs(element, 'SourceRef'),
      selections: refs(element, 'SelectionRef'),
    }),
  )

  const sources: Source[] = []
  const segments: Segment[] = []
  const textOf = (element: Element): string | null => {
    const inline = childrenOf(element, 'PlainTextContent')[0]
    if (inline) return inline.text
    const path = element.attributes.plainTextPath
    if (path === undefined) return null
    const base = path.replace(/^internal:\/\//i, '').replace(/\\/g, '/')
    const wanted = base.split('/').pop()!.toLowerCase()
    const found = [...files.keys()].find(name => name.split('/').pop()!.toLowerCase() === wanted)
    if (found !== undefined) return utf8(files.get(found)!, ['entry', found], faults).replace(/^\ufeff/, '')
    losses.add(count => `texts of ${counted(count, 'source')} lie outside of the archive`, 'outside')
    return null
  }
  const code = (element: Element, of: Omit<Segment, 'code' | 'coder'>) => {
    for (const coding of childrenOf(element, 'Coding')) {
      const coder = guidOf(coding.attributes.creatingUser)
      const target = guidOf(childrenOf(coding, 'CodeRef')[0]?.attributes.targetGUID)
      if (!codeGuids.has(target))
        faults.add(['Coding', coding.attributes.guid ?? ''], `no code has the guid ${show(target)}`)
      segments.push({ ...of, code: target, coder: coder === '' ? null : (users.get(coder) ?? coder) })
    }
  }
  const select = (element: Element, source: string, points: string[] | null) => {
    const selection = guidOf(element.attributes.guid)
    const given = [element.attributes.startPosition, element.attributes.endPosition]
    if (!/^(PlainText)Selection$/.test(element.name)) {
      code(element, { selection, source, start: null, end: null, text: null })
      return
    }
    const [start, last] = given.map(position => (/^\s*\d+\s*$/.test(position ?? '') ? Number(position) : -1)) as [
      number,
      number,
    ]
    const end = options.end === 'last' ? last + 1 : last
    if (start < 0 || last < 0 || end < start) {
      faults.add(
        [element.name, selection],
        `expected startPosition and endPosition in order, got ${given.map(show).join(', ')}`,
      )
      return
    }
    let text: string | null = null
    if (points) {
      if (end > points.length)
        losses.add(count => `${counted(count, 'segment')} reach beyond the end of the text; cut there`, 'beyond')
      text = points.slice(start, end).join('')
    }
    code(element, { selection, source, start, end, text })
  }
  const types = {
    TextSource: 'text',
    PictureSource: 'picture',
    PDFSource: 'pdf',
    AudioSource: 'audio',
    VideoSource: 'video',
  } as const
  for (const element of childrenOf(project, 'Sources').flatMap(({ children }) => children)) {
    const type = types[element.name as keyof typeof types]
    if (type === undefined) {
      losses.add(`sources of the type ${element.name} are left out`)
      continue
    }
    const guid = guidOf(element.attributes.guid)
    // A PDF holds its text in Representation, a recording in Transcript, a picture in TextDescription.
    const inner = element.children.filter(({ name }) =>
      ['Representation', 'Transcript', 'TextDescription'].includes(name),
    )
    const text = textOf(element) ?? inner.map(textOf).find(found => found !== null) ?? null
    sources.push({ guid, name: element.attributes.name ?? guid, type, text, variables: variablesOf(element) })
    code(element, { selection: guid, source: guid, start: null, end: null, text: null })
    for (const holder of [element, ...inner]) {
      const own = holder === element ? text : textOf(holder)
      let points: string[] | null = null
      for (const child of holder.children)
        if (child.name.endsWith('Selection')) {
          if (points === null && own !== null) points = Array.from(own)
          select(child, guid, points)
        }
    }
  }
  const graphs = childrenOf(project, 'Graphs', 'Graph').map(graph => ({
    name: graph.attributes.name ?? '',
    vertices: childrenOf(graph, 'Vertex').map(({ attributes }) => ({
      guid: guidOf(attributes.guid),
      represents: guidOf(attributes.representedGUID),
      name: attributes.name ?? '',
    })),
    edges: childrenOf(graph, 'Edge').map(({ attributes }) => ({
      source: guidOf(attributes.sourceVertex),
      target: guidOf(attributes.targetVertex),
      direction: attributes.direction ?? 'Associative',
      name: attributes.name ?? '',
    })),
  }))
  for (const part of ['Notes', 'Links', 'Sets'])
    if (childrenOf(project, part).some(({ children }) => children.length > 0))
      losses.add(`${part.toLowerCase()} of the project are left out`)
  faults.raise()
  return { name: project.attributes.name ?? '', codes, cases, sources, segments, graphs, losses: losses.list() }
}

function refs(element: Element, name: string): string[] {
  return childrenOf(element, name).map(({ attributes }) => guidOf(attributes.targetGUID))
}
